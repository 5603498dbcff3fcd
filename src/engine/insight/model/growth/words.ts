/** What growth potential says, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'none'
  | 'total'
  | 'most'
  | 'alone'
  | 'groups'
  | 'group'
  | 'rest'
  | 'customers'
  | 'possible'
  | 'below'
  | 'missing'
  | 'low'
  | 'high'
  | 'method'

export const W: Readonly<Record<Word, Texts>> = {
  none: [
    'Nobody bought in the last {days}: there is nobody to compare.',
    'Ninguém comprou nos últimos {days}: não há quem comparar.',
    'Nadie compró en los últimos {days}: no hay a quién comparar.',
    'Personne n’a acheté pendant les derniers {days} : il n’y a personne à comparer.',
  ],
  total: [
    'If {below} customers spent what {share} of comparable ones do not exceed, it would be {money} more a period ({low} to {high}). Most of it will not be won: take it as a ranking.',
    'Se {below} clientes gastassem o que {share} dos comparáveis não superam, seriam {money} a mais por período ({low} a {high}). A maior parte não se ganhará: tome como ordem.',
    'Si {below} clientes gastaran lo que el {share} de los comparables no supera, serían {money} más por periodo (de {low} a {high}). La mayor parte no se ganará: tómelo como orden.',
    'Si {below} clients dépensaient ce que {share} des comparables ne dépassent pas, ce serait {money} de plus par période ({low} à {high}). L’essentiel ne sera pas gagné : prenez-le comme un classement.',
  ],
  most: [
    'Most is missing among {group}: {money}, {n} customers.',
    'O que mais falta está em {group}: {money}, {n} clientes.',
    'Lo que más falta está en {group}: {money}, {n} clientes.',
    'Le plus manque chez {group} : {money}, {n} clients.',
  ],
  alone: [
    'Customers are compared by years since the first purchase only. Name traits under `by:` that they cannot easily change (household, region), or the figure mostly tells who needs less.',
    'Os clientes são comparados só pelos anos desde a primeira compra. Indique em `by:` atributos que não mudam facilmente (domicílio, região); senão o número diz sobretudo quem precisa de menos.',
    'Los clientes se comparan solo por los años desde la primera compra. Indique en `by:` atributos que no cambian fácilmente (hogar, región); si no, la cifra dice sobre todo quién necesita menos.',
    'Les clients ne sont comparés que par les années depuis le premier achat. Nommez sous `by:` des attributs qu’ils ne changent guère (foyer, région), sinon le chiffre dit surtout qui a moins besoin.',
  ],
  groups: [
    'Comparable customers',
    'Clientes comparáveis',
    'Clientes comparables',
    'Clients comparables',
  ],
  group: [
    'Group (years; traits)',
    'Grupo (anos; atributos)',
    'Grupo (años; atributos)',
    'Groupe (années ; attributs)',
  ],
  rest: [
    'Small groups together',
    'Grupos pequenos juntos',
    'Grupos pequeños juntos',
    'Petits groupes ensemble',
  ],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  possible: ['Possible', 'Possível', 'Posible', 'Possible'],
  below: ['Below it', 'Abaixo', 'Por debajo', 'En dessous'],
  missing: ['Missing', 'Falta', 'Falta', 'Manque'],
  low: ['low', 'mínimo', 'mínimo', 'bas'],
  high: ['high', 'máximo', 'máximo', 'haut'],
  method: [
    'Spend of the last {days}, net of refunds, of buyers with the same years as a customer and the same traits; possible is the {share} quantile of the group, with its 95 % interval. Groups under 50 buyers are compared together. It is arithmetic of a distribution: who spends elsewhere cannot be told from who needs less.',
    'Gasto dos últimos {days}, líquido de reembolsos, de compradores com os mesmos anos e atributos; o possível é o quantil {share} do grupo, com intervalo de 95 %. Grupos com menos de 50 compradores são comparados juntos. É aritmética de uma distribuição: não se distingue quem gasta em outro lugar de quem precisa de menos.',
    'Gasto de los últimos {days}, neto de reembolsos, de compradores con los mismos años y atributos; lo posible es el cuantil {share} del grupo, con intervalo del 95 %. Los grupos de menos de 50 compradores se comparan juntos. Es aritmética de una distribución: no se distingue quien gasta en otra parte de quien necesita menos.',
    'Dépenses des derniers {days}, nettes de remboursements, d’acheteurs de même ancienneté et mêmes attributs ; le possible est le quantile {share} du groupe, avec son intervalle à 95 %. Les groupes de moins de 50 acheteurs sont comparés ensemble. C’est l’arithmétique d’une distribution : qui dépense ailleurs ne se distingue pas de qui a moins besoin.',
  ],
}
