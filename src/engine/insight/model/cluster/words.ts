/** What clusters say, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'measures'
  | 'asked'
  | 'cluster'
  | 'higher'
  | 'lower'
  | 'average'
  | 'rule'
  | 'unfaithful'
  | 'ruleless'
  | 'hidden'
  | 'shaky'
  | 'lumpy'
  | 'collapsed'
  | 'moved'
  | 'clusters'
  | 'profiles'
  | 'evidence'
  | 'transforms'
  | 'influence'
  | 'moves'
  | 'number'
  | 'name'
  | 'customers'
  | 'share'
  | 'closeness'
  | 'stability'
  | 'precision'
  | 'recall'
  | 'kappa'
  | 'definition'
  | 'measure'
  | 'difference'
  | 'inside'
  | 'outside'
  | 'k'
  | 'silhouette'
  | 'gap'
  | 'excess'
  | 'strength'
  | 'least'
  | 'smallest'
  | 'bic'
  | 'against'
  | 'how'
  | 'why'
  | 'missing'
  | 'weight'
  | 'from'
  | 'to'
  | 'field'
  | 'method'
  | 'kmeans'
  | 'mixture'
  | 'mixed'
  | 'rules'
  | 'everyone'

export const W: Readonly<Record<Word, Texts>> = {
  measures: [
    'There is nothing to compare customers by: name measures in the model’s file.',
    'Não há por onde comparar os clientes: indique medidas no arquivo do modelo.',
    'No hay con qué comparar a los clientes: indique medidas en el archivo del modelo.',
    'Il n’y a rien pour comparer les clients : nommez des mesures dans le fichier du modèle.',
  ],
  asked: [
    '{k} clusters were asked for. {objections}',
    'Foram pedidos {k} grupos. {objections}',
    'Se pidieron {k} grupos. {objections}',
    '{k} groupes ont été demandés. {objections}',
  ],
  cluster: [
    'Cluster {number}: {n} customers ({share}). {traits} {rule}',
    'Grupo {number}: {n} clientes ({share}). {traits} {rule}',
    'Grupo {number}: {n} clientes ({share}). {traits} {rule}',
    'Groupe {number} : {n} clients ({share}). {traits} {rule}',
  ],
  higher: [
    '{measure} higher ({inside} against {outside})',
    '{measure} acima ({inside} contra {outside})',
    '{measure} por encima ({inside} frente a {outside})',
    '{measure} au-dessus ({inside} contre {outside})',
  ],
  lower: [
    '{measure} lower ({inside} against {outside})',
    '{measure} abaixo ({inside} contra {outside})',
    '{measure} por debajo ({inside} frente a {outside})',
    '{measure} en dessous ({inside} contre {outside})',
  ],
  average: [
    'Close to the average in everything',
    'Perto da média em tudo',
    'Cerca de la media en todo',
    'Proche de la moyenne en tout',
  ],
  rule: [
    'The definition takes in {recall} of them, and {precision} of those it takes in belong to the cluster.',
    'A definição abrange {recall} deles, e {precision} de quem ela abrange são do grupo.',
    'La definición recoge al {recall} de ellos, y el {precision} de quienes recoge son del grupo.',
    'La définition en prend {recall}, et {precision} de ceux qu’elle prend sont du groupe.',
  ],
  unfaithful: [
    'A short definition is a poor likeness of it (agreement beyond chance {kappa}): select by the score instead.',
    'Uma definição curta o retrata mal (concordância além do acaso {kappa}): selecione pelo score.',
    'Una definición corta lo retrata mal (acuerdo más allá del azar {kappa}): seleccione por la puntuación.',
    'Une définition courte le rend mal (accord au-delà du hasard {kappa}) : sélectionnez plutôt par le score.',
  ],
  ruleless: [
    'It has no short definition: select it by the score.',
    'Não tem definição curta: selecione pelo score.',
    'No tiene definición corta: selecciónelo por la puntuación.',
    'Il n’a pas de définition courte : sélectionnez-le par le score.',
  ],
  hidden: [
    'Cluster {number} has too few customers to be shown.',
    'O grupo {number} tem clientes de menos para ser mostrado.',
    'El grupo {number} tiene muy pocos clientes para mostrarse.',
    'Le groupe {number} a trop peu de clients pour être montré.',
  ],
  shaky: [
    'Not every cluster holds when customers are drawn anew: {clusters}.',
    'Nem todo grupo se mantém quando os clientes são sorteados de novo: {clusters}.',
    'No todos los grupos se mantienen al volver a sortear los clientes: {clusters}.',
    'Tous les groupes ne tiennent pas quand on tire de nouveau les clients : {clusters}.',
  ],
  lumpy: [
    '{measures}: only a few different values, so that clusters may be no more than these values.',
    '{measures}: poucos valores diferentes; os grupos podem ser apenas esses valores.',
    '{measures}: pocos valores distintos; los grupos pueden no ser más que esos valores.',
    '{measures} : peu de valeurs différentes ; les groupes peuvent n’être que ces valeurs.',
  ],
  collapsed: [
    'The mixture locks onto repeated values and has no best fit. Use method kmeans, or leave out measures with few values.',
    'A mistura se prende a valores repetidos e não tem melhor ajuste. Use method kmeans ou deixe de fora medidas com poucos valores.',
    'La mezcla se aferra a valores repetidos y no tiene mejor ajuste. Use method kmeans o deje fuera medidas con pocos valores.',
    'Le mélange s’accroche à des valeurs répétées et n’a pas de meilleur ajustement. Utilisez method kmeans, ou écartez les mesures de peu de valeurs.',
  ],
  moved: [
    '{n} of {all} customers ({share}) are in another cluster than at the last run.',
    '{n} de {all} clientes ({share}) estão em outro grupo que na última execução.',
    '{n} de {all} clientes ({share}) están en otro grupo que en la última ejecución.',
    '{n} clients sur {all} ({share}) sont dans un autre groupe qu’au dernier calcul.',
  ],
  clusters: ['Clusters', 'Grupos', 'Grupos', 'Groupes'],
  profiles: [
    'What sets clusters apart',
    'O que distingue os grupos',
    'Qué distingue a los grupos',
    'Ce qui distingue les groupes',
  ],
  evidence: [
    'How many clusters: the judges side by side',
    'Quantos grupos: os critérios lado a lado',
    'Cuántos grupos: los criterios lado a lado',
    'Combien de groupes : les critères côte à côte',
  ],
  transforms: [
    'How measures were made comparable',
    'Como as medidas foram tornadas comparáveis',
    'Cómo se hicieron comparables las medidas',
    'Comment les mesures ont été rendues comparables',
  ],
  influence: [
    'What part each field has in the distances',
    'Que parte cada campo tem nas distâncias',
    'Qué parte tiene cada campo en las distancias',
    'Quelle part chaque champ a dans les distances',
  ],
  moves: [
    'Moves since the last run',
    'Mudanças desde a última execução',
    'Cambios desde la última ejecución',
    'Passages depuis le dernier calcul',
  ],
  number: ['Cluster', 'Grupo', 'Grupo', 'Groupe'],
  name: ['What it is like', 'Como é', 'Cómo es', 'À quoi il ressemble'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  share: ['Share', 'Parcela', 'Proporción', 'Part'],
  closeness: ['Closeness', 'Nitidez', 'Nitidez', 'Netteté'],
  stability: ['Stability', 'Estabilidade', 'Estabilidad', 'Stabilité'],
  precision: [
    'Of the definition’s, of the cluster',
    'Dos da definição, do grupo',
    'De la definición, del grupo',
    'De la définition, du groupe',
  ],
  recall: [
    'Of the cluster’s, in the definition',
    'Dos do grupo, na definição',
    'Del grupo, en la definición',
    'Du groupe, dans la définition',
  ],
  kappa: [
    'Agreement beyond chance',
    'Concordância além do acaso',
    'Acuerdo más allá del azar',
    'Accord au-delà du hasard',
  ],
  definition: ['Definition', 'Definição', 'Definición', 'Définition'],
  measure: ['Measure', 'Medida', 'Medida', 'Mesure'],
  difference: [
    'Difference in standard deviations',
    'Diferença em desvios padrão',
    'Diferencia en desviaciones típicas',
    'Différence en écarts types',
  ],
  inside: ['Typical within', 'Típico dentro', 'Típico dentro', 'Typique dedans'],
  outside: [
    'Typical of the others',
    'Típico dos demais',
    'Típico de los demás',
    'Typique des autres',
  ],
  k: ['Clusters', 'Grupos', 'Grupos', 'Groupes'],
  silhouette: ['Silhouette', 'Silhueta', 'Silueta', 'Silhouette'],
  gap: ['Gap', 'Gap', 'Gap', 'Gap'],
  excess: [
    'Beyond shapeless data (s.e.)',
    'Além de dados sem forma (e.p.)',
    'Más allá de datos sin forma (e.t.)',
    'Au-delà de données informes (e.t.)',
  ],
  strength: [
    'Prediction strength',
    'Força de predição',
    'Fuerza de predicción',
    'Force de prédiction',
  ],
  least: [
    'Least stable cluster',
    'Grupo menos estável',
    'Grupo menos estable',
    'Groupe le moins stable',
  ],
  smallest: ['Smallest cluster', 'Menor grupo', 'Grupo menor', 'Plus petit groupe'],
  bic: ['BIC', 'BIC', 'BIC', 'BIC'],
  against: ['Against it', 'Contra', 'En contra', 'Contre'],
  how: ['Transform', 'Transformação', 'Transformación', 'Transformation'],
  why: ['Because', 'Motivo', 'Motivo', 'Raison'],
  missing: ['Missing', 'Ausentes', 'Ausentes', 'Manquants'],
  weight: ['Weight', 'Peso', 'Peso', 'Poids'],
  from: ['Before', 'Antes', 'Antes', 'Avant'],
  to: ['Now', 'Agora', 'Ahora', 'Maintenant'],
  field: ['Field', 'Campo', 'Campo', 'Champ'],
  method: [
    'Found on {sampled} customers drawn by hashed key; the judges looked at {judged} of them; everybody was then assigned. Customers: {among}.',
    'Encontrados em {sampled} clientes sorteados por chave; os critérios viram {judged} deles; depois todos foram atribuídos. Clientes: {among}.',
    'Hallados en {sampled} clientes sorteados por clave; los criterios vieron {judged} de ellos; después se asignó a todos. Clientes: {among}.',
    'Trouvés sur {sampled} clients tirés par clé hachée ; les critères en ont vu {judged} ; tous ont ensuite été rattachés. Clients : {among}.',
  ],
  kmeans: [
    'k-means with 20 starts on measures of mean 0 and deviation 1: it assumes round groups of like spread. A missing value counts as the middle.',
    'k-means com 20 inícios sobre medidas de média 0 e desvio 1: supõe grupos redondos de dispersão parecida. Um valor ausente conta como o meio.',
    'k-means con 20 inicios sobre medidas de media 0 y desviación 1: supone grupos redondos de dispersión parecida. Un valor ausente cuenta como el centro.',
    'k-means à 20 départs sur des mesures de moyenne 0 et d’écart 1 : il suppose des groupes ronds de dispersion semblable. Une valeur manquante compte comme le milieu.',
  ],
  mixture: [
    'A mixture of normal clouds by EM; of several numbers of clusters the one with the least BIC.',
    'Mistura de nuvens normais por EM; entre vários números de grupos, o de menor BIC.',
    'Mezcla de nubes normales por EM; entre varios números de grupos, el de menor BIC.',
    'Mélange de nuages normaux par EM ; de plusieurs nombres de groupes, celui de moindre BIC.',
  ],
  mixed: [
    'Gower’s distance around typical customers (PAM); unless told otherwise each field has the same part in it.',
    'Distância de Gower em torno de clientes típicos (PAM); salvo indicação, cada campo tem a mesma parte.',
    'Distancia de Gower en torno a clientes típicos (PAM); salvo indicación, cada campo tiene la misma parte.',
    'Distance de Gower autour de clients types (PAM) ; sauf indication, chaque champ y a la même part.',
  ],
  rules: [
    'Definitions are the leaves of a tree of at most four questions, with round thresholds; their fidelity was counted over all customers looked at.',
    'As definições são as folhas de uma árvore de até quatro perguntas, com limites redondos; a fidelidade foi contada em todos os clientes considerados.',
    'Las definiciones son las hojas de un árbol de hasta cuatro preguntas, con umbrales redondos; su fidelidad se contó sobre todos los clientes considerados.',
    'Les définitions sont les feuilles d’un arbre d’au plus quatre questions, à seuils ronds ; leur fidélité a été comptée sur tous les clients considérés.',
  ],
  everyone: ['everybody', 'todos', 'todos', 'tous'],
}
