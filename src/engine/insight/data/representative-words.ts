/** What the report on representativeness says. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'trait'
  | 'traitHelp'
  | 'reference'
  | 'referenceHelp'
  | 'days'
  | 'spendMore'
  | 'spendLess'
  | 'differ'
  | 'differAlso'
  | 'alike'
  | 'complete'
  | 'cannotTell'
  | 'segments'
  | 'noSegments'
  | 'weights'
  | 'uncovered'
  | 'unreadable'
  | 'noReferenceTrait'
  | 'shifted'
  | 'watch'
  | 'fits'
  | 'unsure'
  | 'notInReference'
  | 'traits'
  | 'known'
  | 'knownShare'
  | 'unknown'
  | 'worst'
  | 'size'
  | 'verdict'
  | 'biased'
  | 'like'
  | 'restOn'
  | 'those'
  | 'others'
  | 'compared'
  | 'strata'
  | 'stratum'
  | 'base'
  | 'weight'
  | 'capped'
  | 'yes'
  | 'value'
  | 'expected'
  | 'method'
  | 'methodWeights'
  | 'methodReference'
  | 'noSpend'
  | 'fifth'

/** In the four languages. */
export const REPRESENTATIVE_WORDS: Readonly<Record<Word, Texts>> = {
  title: ['Representativeness', 'Representatividade', 'Representatividad', 'Représentativité'],
  about: [
    'Whether those of whom something is known are like the others, and whether the base is like a reference; segments that rest on biased fields are named.',
    'Se aqueles de quem se sabe algo são como os demais, e se a base é como uma referência; os segmentos que dependem de campos enviesados são nomeados.',
    'Si aquellos de quienes se sabe algo son como los demás, y si la base es como una referencia; se nombran los segmentos que dependen de campos sesgados.',
    'Si ceux dont on sait quelque chose ressemblent aux autres, et si la base ressemble à une référence ; les segments qui reposent sur des champs biaisés sont nommés.',
  ],
  trait: ['Trait', 'Atributo', 'Atributo', 'Attribut'],
  traitHelp: [
    'Left empty, all of them are looked at.',
    'Vazio, todos são examinados.',
    'Vacío, se examinan todos.',
    'À défaut, tous sont examinés.',
  ],
  reference: ['Reference', 'Referência', 'Referencia', 'Référence'],
  referenceHelp: [
    'Shares of the trait’s values in the market, such as F:0.51,M:0.49.',
    'Parcelas dos valores do atributo no mercado, como F:0.51,M:0.49.',
    'Proporciones de los valores del atributo en el mercado, como F:0.51,M:0.49.',
    'Parts des valeurs de l’attribut dans le marché, comme F:0.51,M:0.49.',
  ],
  days: ['Days of purchases', 'Dias de compras', 'Días de compras', 'Jours d’achats'],
  spendMore: [
    '{what}: known for {share} of the customers ({n} of {all}), who spend {times} times as much as the others ({low} to {high}). {segments}',
    '{what}: valor conhecido em {share} dos clientes ({n} de {all}), que gastam {times} vezes o que gastam os demais ({low} a {high}). {segments}',
    '{what}: valor conocido en el {share} de los clientes ({n} de {all}), que gastan {times} veces lo que los demás ({low} a {high}). {segments}',
    '{what} : valeur connue pour {share} des clients ({n} sur {all}), qui dépensent {times} fois ce que dépensent les autres ({low} à {high}). {segments}',
  ],
  spendLess: [
    '{what}: known for {share} of the customers ({n} of {all}), who spend only {times} times as much as the others ({low} to {high}). {segments}',
    '{what}: valor conhecido em {share} dos clientes ({n} de {all}), que gastam só {times} vezes o que gastam os demais ({low} a {high}). {segments}',
    '{what}: valor conocido en el {share} de los clientes ({n} de {all}), que gastan solo {times} veces lo que los demás ({low} a {high}). {segments}',
    '{what} : valeur connue pour {share} des clients ({n} sur {all}), qui ne dépensent que {times} fois ce que dépensent les autres ({low} à {high}). {segments}',
  ],
  differ: [
    '{what}: known for {share} of the customers ({n} of {all}), and they are not like the others: {worst}: {of} among them, {against} among the others ({apart} standard deviations). {segments}',
    '{what}: valor conhecido em {share} dos clientes ({n} de {all}), e eles não são como os demais: {worst}: {of} entre eles, {against} entre os demais ({apart} desvios-padrão). {segments}',
    '{what}: valor conocido en el {share} de los clientes ({n} de {all}), y no son como los demás: {worst}: {of} entre ellos, {against} entre los demás ({apart} desviaciones típicas). {segments}',
    '{what} : valeur connue pour {share} des clients ({n} sur {all}), et ils ne ressemblent pas aux autres : {worst} : {of} chez eux, {against} chez les autres ({apart} écarts types). {segments}',
  ],
  differAlso: [
    'They differ from those of whom it is not known in: {what}.',
    'Diferem daqueles de quem não se sabe em: {what}.',
    'Difieren de aquellos de quienes no se sabe en: {what}.',
    'Ils diffèrent de ceux dont on ne le sait pas sur : {what}.',
  ],
  alike: [
    'Not known of all, but those who are known are like the others as far as it can be compared ({by}): {what}.',
    'Não se sabe de todos, mas os conhecidos são como os demais até onde se pode comparar ({by}): {what}.',
    'No se sabe de todos, pero los conocidos son como los demás hasta donde se puede comparar ({by}): {what}.',
    'Pas connu de tous, mais ceux qu’on connaît ressemblent aux autres, autant qu’on puisse comparer ({by}) : {what}.',
  ],
  complete: [
    'Known of nearly everybody, so that nothing can hide: {what}.',
    'Conhecido de quase todos, nada pode ficar escondido: {what}.',
    'Conocido de casi todos, nada puede quedar oculto: {what}.',
    'Connu de presque tous, rien ne peut se cacher : {what}.',
  ],
  cannotTell: [
    'Known of too few, or unknown of too few, to compare: {what}.',
    'Conhecido, ou desconhecido, de poucos demais para comparar: {what}.',
    'Conocido, o desconocido, de demasiado pocos para comparar: {what}.',
    'Connu, ou inconnu, de trop peu de clients pour comparer : {what}.',
  ],
  segments: [
    'Segments that rest on it are biased: {segments}.',
    'Segmentos que dependem disso são enviesados: {segments}.',
    'Los segmentos que dependen de ello están sesgados: {segments}.',
    'Les segments qui en dépendent sont biaisés : {segments}.',
  ],
  noSegments: [
    'No segment rests on it yet; one that did would be biased.',
    'Nenhum segmento depende disso ainda; um que dependesse seria enviesado.',
    'Ningún segmento depende aún de ello; uno que dependiera estaría sesgado.',
    'Aucun segment n’en dépend encore ; un tel segment serait biaisé.',
  ],
  weights: [
    'Weights by spend and {by} make up for what is known to differ: {n} known customers then count like {effective}. Weights are between {least} and {most}; {capped} customers were cut off there.',
    'Pesos por gasto e {by} compensam o que se sabe que difere: {n} clientes conhecidos passam a valer como {effective}. Os pesos ficam entre {least} e {most}; {capped} clientes foram cortados ali.',
    'Los pesos por gasto y {by} compensan lo que se sabe que difiere: {n} clientes conocidos cuentan entonces como {effective}. Los pesos están entre {least} y {most}; {capped} clientes quedaron recortados.',
    'Des poids par dépenses et {by} compensent les écarts connus : {n} clients connus comptent alors comme {effective}. Les poids vont de {least} à {most} ; {capped} clients y ont été écrêtés.',
  ],
  uncovered: [
    '{share} of the base is in parts of which too few are known: no weight can speak for them.',
    '{share} da base está em partes de que poucos são conhecidos: nenhum peso fala por eles.',
    'El {share} de la base está en partes de las que se conoce a demasiado pocos: ningún peso habla por ellos.',
    '{share} de la base se trouve dans des parties trop peu connues : aucun poids ne parle pour elles.',
  ],
  unreadable: [
    'The reference “{reference}” cannot be read: give shares by value, such as F:0.51,M:0.49.',
    'A referência “{reference}” não pode ser lida: dê parcelas por valor, como F:0.51,M:0.49.',
    'La referencia “{reference}” no se puede leer: dé proporciones por valor, como F:0.51,M:0.49.',
    'La référence « {reference} » est illisible : donnez des parts par valeur, comme F:0.51,M:0.49.',
  ],
  noReferenceTrait: [
    'A reference needs a trait with values to compare: country, gender, age or the like.',
    'Uma referência precisa de um atributo com valores: país, gênero, idade ou semelhante.',
    'Una referencia necesita un atributo con valores: país, género, edad o similar.',
    'Une référence demande un attribut à valeurs : pays, genre, âge ou autre.',
  ],
  shifted: [
    '{what}: the base is not like the reference (stability index {psi}). {worst}: {of} here, {against} there.',
    '{what}: a base não é como a referência (índice de estabilidade {psi}). {worst}: {of} aqui, {against} lá.',
    '{what}: la base no es como la referencia (índice de estabilidad {psi}). {worst}: {of} aquí, {against} allí.',
    '{what} : la base ne ressemble pas à la référence (indice de stabilité {psi}). {worst} : {of} ici, {against} là-bas.',
  ],
  watch: [
    '{what}: the base is somewhat unlike the reference (stability index {psi}). {worst}: {of} here, {against} there.',
    '{what}: a base difere um pouco da referência (índice de estabilidade {psi}). {worst}: {of} aqui, {against} lá.',
    '{what}: la base difiere algo de la referencia (índice de estabilidad {psi}). {worst}: {of} aquí, {against} allí.',
    '{what} : la base s’écarte un peu de la référence (indice de stabilité {psi}). {worst} : {of} ici, {against} là-bas.',
  ],
  fits: [
    '{what}: the base is like the reference (stability index {psi}).',
    '{what}: a base é como a referência (índice de estabilidade {psi}).',
    '{what}: la base es como la referencia (índice de estabilidad {psi}).',
    '{what} : la base ressemble à la référence (indice de stabilité {psi}).',
  ],
  unsure: [
    '{what}: too few are known to tell whether the base is like the reference.',
    '{what}: poucos são conhecidos para dizer se a base é como a referência.',
    '{what}: se conoce a muy pocos para decir si la base es como la referencia.',
    '{what} : trop peu sont connus pour dire si la base ressemble à la référence.',
  ],
  notInReference: [
    '{n} customers have values that the reference does not name ({values}); they are left out.',
    '{n} clientes têm valores que a referência não nomeia ({values}); ficam de fora.',
    '{n} clientes tienen valores que la referencia no nombra ({values}); quedan fuera.',
    '{n} clients ont des valeurs que la référence ne nomme pas ({values}) ; ils sont laissés de côté.',
  ],
  traits: ['Who is known of', 'De quem se sabe', 'De quién se sabe', 'De qui on sait'],
  known: ['Known', 'Conhecidos', 'Conocidos', 'Connus'],
  knownShare: ['Share known', 'Parcela conhecida', 'Proporción conocida', 'Part connue'],
  unknown: ['Unknown', 'Desconhecidos', 'Desconocidos', 'Inconnus'],
  worst: ['Largest difference', 'Maior diferença', 'Mayor diferencia', 'Plus grand écart'],
  size: [
    'Standard deviations apart',
    'Desvios-padrão de distância',
    'Desviaciones típicas de distancia',
    'Écart en écarts types',
  ],
  verdict: ['Verdict', 'Veredito', 'Veredicto', 'Verdict'],
  biased: ['biased', 'enviesado', 'sesgado', 'biaisé'],
  like: ['like the others', 'como os demais', 'como los demás', 'comme les autres'],
  restOn: [
    'Segments that rest on it',
    'Segmentos que dependem',
    'Segmentos que dependen',
    'Segments qui en dépendent',
  ],
  those: ['Known', 'Conhecidos', 'Conocidos', 'Connus'],
  others: ['Unknown', 'Desconhecidos', 'Desconocidos', 'Inconnus'],
  compared: [
    'Known against unknown',
    'Conhecidos contra desconhecidos',
    'Conocidos frente a desconocidos',
    'Connus face aux inconnus',
  ],
  strata: ['Weights', 'Pesos', 'Pesos', 'Poids'],
  stratum: ['Part of the base', 'Parte da base', 'Parte de la base', 'Partie de la base'],
  base: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  weight: ['Weight', 'Peso', 'Peso', 'Poids'],
  capped: ['Cut off', 'Cortado', 'Recortado', 'Écrêté'],
  yes: ['yes', 'sim', 'sí', 'oui'],
  value: ['Value', 'Valor', 'Valor', 'Valeur'],
  expected: ['Reference', 'Referência', 'Referencia', 'Référence'],
  method: [
    'Customers of whom a trait is known against those of whom it is not, in spend, orders, age and tenure over the last {days}, country and source. Biased: a difference of at least 0.2 standard deviations that is more than chance (Benjamini and Hochberg over all comparisons of a trait, 1 %). What differs beyond these is not seen.',
    'Clientes de quem se sabe um atributo contra os demais, em gasto, pedidos, idade e tempo de casa nos últimos {days}, país e origem. Enviesado: diferença de pelo menos 0,2 desvio-padrão que não é acaso (Benjamini e Hochberg sobre todas as comparações de um atributo, 1 %). O que difere além disso não é visto.',
    'Clientes de quienes se sabe un atributo frente a los demás, en gasto, pedidos, edad y antigüedad en los últimos {days}, país y origen. Sesgado: diferencia de al menos 0,2 desviaciones típicas que no es azar (Benjamini y Hochberg sobre todas las comparaciones de un atributo, 1 %). Lo que difiere más allá no se ve.',
    'Clients dont un attribut est connu face aux autres, en dépenses, commandes, âge et ancienneté sur les derniers {days}, pays et origine. Biaisé : un écart d’au moins 0,2 écart type qui n’est pas dû au hasard (Benjamini et Hochberg sur toutes les comparaisons d’un attribut, 1 %). Ce qui diffère au-delà ne se voit pas.',
  ],
  methodWeights: [
    'Post-stratification weights: share in the base over share among the known, cut off at 5 and 1/5; effective number after Kish (1965). They are right only if, within a part, those who are known are like the others.',
    'Pesos de pós-estratificação: parcela na base sobre parcela entre os conhecidos, cortados em 5 e 1/5; número efetivo segundo Kish (1965). Só são certos se, dentro de cada parte, os conhecidos forem como os demais.',
    'Pesos de postestratificación: proporción en la base entre proporción entre los conocidos, recortados en 5 y 1/5; número efectivo según Kish (1965). Solo son correctos si, dentro de cada parte, los conocidos son como los demás.',
    'Poids de post-stratification : part dans la base sur part parmi les connus, écrêtés à 5 et 1/5 ; effectif équivalent selon Kish (1965). Ils ne valent que si, dans chaque partie, les connus ressemblent aux autres.',
  ],
  methodReference: [
    'Population stability index of known customers against the reference, which is taken as exact (below 0.1 alike, above 0.25 shifted); chi-square of fit {chi}, p {p}.',
    'Índice de estabilidade dos clientes conhecidos contra a referência, tida como exata (abaixo de 0,1 igual, acima de 0,25 deslocada); qui-quadrado de ajuste {chi}, p {p}.',
    'Índice de estabilidad de los clientes conocidos frente a la referencia, tomada como exacta (menos de 0,1 igual, más de 0,25 desplazada); chi-cuadrado de ajuste {chi}, p {p}.',
    'Indice de stabilité des clients connus face à la référence, tenue pour exacte (sous 0,1 semblable, au-delà de 0,25 décalée) ; khi-deux d’ajustement {chi}, p {p}.',
  ],
  noSpend: ['no purchase', 'sem compra', 'sin compra', 'sans achat'],
  fifth: [
    'spend, quarter {n} of 4',
    'gasto, quarto {n} de 4',
    'gasto, cuarto {n} de 4',
    'dépenses, quart {n} sur 4',
  ],
}
