/** What survey scales say, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'nobody'
  | 'scale'
  | 'unsure'
  | 'warning'
  | 'dimensions'
  | 'kmo'
  | 'heywood'
  | 'scales'
  | 'items'
  | 'loadings'
  | 'eigenvalues'
  | 'name'
  | 'alpha'
  | 'standardised'
  | 'customers'
  | 'partial'
  | 'mean'
  | 'deviation'
  | 'dimension'
  | 'item'
  | 'reversed'
  | 'rest'
  | 'without'
  | 'factor'
  | 'loading'
  | 'number'
  | 'method'
  | 'factorMethod'

export const W: Readonly<Record<Word, Texts>> = {
  nobody: [
    'Nobody answered these items: there is nothing to score.',
    'Ninguém respondeu a estes itens: não há o que pontuar.',
    'Nadie respondió a estos ítems: no hay nada que puntuar.',
    'Personne n’a répondu à ces items : il n’y a rien à noter.',
  ],
  scale: [
    '{scale}: the items hang together with alpha {alpha} ({low} to {high}); {n} customers have a score, {mean} on average.',
    '{scale}: os itens combinam com alfa {alpha} ({low} a {high}); {n} clientes têm pontuação, em média {mean}.',
    '{scale}: los ítems encajan con alfa {alpha} ({low} a {high}); {n} clientes tienen puntuación, {mean} de media.',
    '{scale} : les items vont ensemble avec un alpha de {alpha} ({low} à {high}) ; {n} clients ont un score, {mean} en moyenne.',
  ],
  unsure: [
    '{scale}: these answers give no alpha; {n} customers have a score.',
    '{scale}: estas respostas não dão um alfa; {n} clientes têm pontuação.',
    '{scale}: estas respuestas no dan un alfa; {n} clientes tienen puntuación.',
    '{scale} : ces réponses ne donnent pas d’alpha ; {n} clients ont un score.',
  ],
  warning: [
    '{scale}: {warning}',
    '{scale}: {warning}',
    '{scale}: {warning}',
    '{scale} : {warning}',
  ],
  dimensions: [
    'All items together hold {dimensions} dimensions beyond chance; {scales} scales were named.',
    'Todos os itens juntos têm {dimensions} dimensões além do acaso; foram indicadas {scales} escalas.',
    'Todos los ítems juntos tienen {dimensions} dimensiones más allá del azar; se nombraron {scales} escalas.',
    'Tous les items ensemble ont {dimensions} dimensions au-delà du hasard ; {scales} échelles ont été nommées.',
  ],
  kmo: [
    'The items have too little in common for factors to mean much (KMO {kmo}).',
    'Os itens têm pouco em comum para que fatores digam algo (KMO {kmo}).',
    'Los ítems tienen poco en común para que los factores digan mucho (KMO {kmo}).',
    'Les items ont trop peu en commun pour que des facteurs disent quelque chose (KMO {kmo}).',
  ],
  heywood: [
    'A factor is nothing but item {items}: ask for fewer factors.',
    'Um fator é apenas o item {items}: peça menos fatores.',
    'Un factor no es más que el ítem {items}: pida menos factores.',
    'Un facteur n’est que l’item {items} : demandez moins de facteurs.',
  ],
  scales: ['Scales', 'Escalas', 'Escalas', 'Échelles'],
  items: ['Items', 'Itens', 'Ítems', 'Items'],
  loadings: [
    'What each item has to do with each factor',
    'O que cada item tem a ver com cada fator',
    'Qué tiene que ver cada ítem con cada factor',
    'Ce que chaque item a à voir avec chaque facteur',
  ],
  eigenvalues: ['Eigenvalues', 'Autovalores', 'Autovalores', 'Valeurs propres'],
  name: ['Scale', 'Escala', 'Escala', 'Échelle'],
  alpha: ['Alpha', 'Alfa', 'Alfa', 'Alpha'],
  standardised: [
    'Standardised alpha',
    'Alfa padronizado',
    'Alfa estandarizado',
    'Alpha standardisé',
  ],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  partial: [
    'With answers missing',
    'Com respostas ausentes',
    'Con respuestas ausentes',
    'Avec réponses manquantes',
  ],
  mean: ['Mean', 'Média', 'Media', 'Moyenne'],
  deviation: ['Standard deviation', 'Desvio padrão', 'Desviación típica', 'Écart type'],
  dimension: ['Dimensions', 'Dimensões', 'Dimensiones', 'Dimensions'],
  item: ['Item', 'Item', 'Ítem', 'Item'],
  reversed: ['Reversed', 'Invertido', 'Invertido', 'Inversé'],
  rest: [
    'Correlation with the others',
    'Correlação com os demais',
    'Correlación con los demás',
    'Corrélation avec les autres',
  ],
  without: ['Alpha without it', 'Alfa sem ele', 'Alfa sin él', 'Alpha sans lui'],
  factor: ['Factor', 'Fator', 'Factor', 'Facteur'],
  loading: ['Loading', 'Carga', 'Carga', 'Saturation'],
  number: ['Number', 'Número', 'Número', 'Numéro'],
  method: [
    'A score is the mean of the answers from {low} to {high}, reversed items turned; at least {least} of a scale’s items must be answered. Alpha (Cronbach 1951) is no proof of a single trait.',
    'A pontuação é a média das respostas de {low} a {high}, com itens invertidos virados; ao menos {least} dos itens precisam de resposta. O alfa (Cronbach 1951) não prova um único traço.',
    'La puntuación es la media de las respuestas de {low} a {high}, con los ítems inversos girados; hay que responder al menos al {least} de los ítems. El alfa (Cronbach 1951) no prueba un único rasgo.',
    'Le score est la moyenne des réponses de {low} à {high}, items inversés retournés ; il faut répondre à au moins {least} des items. L’alpha (Cronbach 1951) ne prouve pas un trait unique.',
  ],
  factorMethod: [
    'Factors by maximum likelihood with varimax over {rows} complete answers, as many as exceed those of random answers (Horn 1965).',
    'Fatores por máxima verossimilhança com varimax sobre {rows} respostas completas, tantos quantos superem os de respostas ao acaso (Horn 1965).',
    'Factores por máxima verosimilitud con varimax sobre {rows} respuestas completas, tantos como superen los de respuestas al azar (Horn 1965).',
    'Facteurs par maximum de vraisemblance avec varimax sur {rows} réponses complètes, autant qu’il en dépasse ceux de réponses au hasard (Horn 1965).',
  ],
}
