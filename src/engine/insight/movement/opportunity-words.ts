/** What is said of money gained and lost. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'none'
  | 'total'
  | 'lost'
  | 'won'
  | 'gap'
  | 'segment'
  | 'more'
  | 'less'
  | 'even'
  | 'changes'
  | 'gaps'
  | 'segments'
  | 'what'
  | 'value'
  | 'customers'
  | 'before'
  | 'now'
  | 'change'
  | 'ofCustomers'
  | 'ofFrequency'
  | 'ofBasket'
  | 'apart'
  | 'own'
  | 'comparable'
  | 'missing'
  | 'verdict'
  | 'yes'
  | 'method'
  | 'methodGap'

/** In the four languages. */
export const OPPORTUNITY_WORDS: Readonly<Record<Word, Texts>> = {
  title: ['Opportunities', 'Oportunidades', 'Oportunidades', 'Opportunités'],
  about: [
    'Where money is gained or lost against a year before and against comparable customers, ranked by amount.',
    'Onde se ganha ou se perde dinheiro em relação ao ano anterior e a clientes comparáveis, por valor.',
    'Dónde se gana o se pierde dinero frente al año anterior y a clientes comparables, por importe.',
    'Où l’on gagne ou perd de l’argent par rapport à l’an dernier et à des clients comparables, par montant.',
  ],
  none: [
    'Two years of purchases are needed to compare one with the year before.',
    'São precisos dois anos de compras para comparar um com o anterior.',
    'Hacen falta dos años de compras para comparar uno con el anterior.',
    'Il faut deux ans d’achats pour comparer l’un à l’année précédente.',
  ],
  total: [
    'Spend of the last 365 days changed by {total} ({low} to {high}) against the year before: {customers} from the number of customers, {frequency} from purchases per customer, {basket} from spend per purchase.',
    'O gasto dos últimos 365 dias mudou {total} ({low} a {high}) em relação ao ano anterior: {customers} pelo número de clientes, {frequency} pelas compras por cliente, {basket} pelo gasto por compra.',
    'El gasto de los últimos 365 días cambió en {total} (de {low} a {high}) frente al año anterior: {customers} por el número de clientes, {frequency} por las compras por cliente, {basket} por el gasto por compra.',
    'Les dépenses des 365 derniers jours ont varié de {total} ({low} à {high}) par rapport à l’année précédente : {customers} par le nombre de clients, {frequency} par les achats par client, {basket} par les dépenses par achat.',
  ],
  lost: [
    '{what} “{value}” fell behind: {amount} ({low} to {high}) less in a year than if it had moved like everybody.',
    '{what} “{value}” ficou para trás: {amount} ({low} a {high}) a menos em um ano do que se tivesse andado como todos.',
    '{what} «{value}» se quedó atrás: {amount} (de {low} a {high}) menos en un año que si hubiera ido como todos.',
    '{what} « {value} » a décroché : {amount} ({low} à {high}) de moins en un an que s’il avait évolué comme tous.',
  ],
  won: [
    '{what} “{value}” got ahead: {amount} ({low} to {high}) more in a year than if it had moved like everybody.',
    '{what} “{value}” se adiantou: {amount} ({low} a {high}) a mais em um ano do que se tivesse andado como todos.',
    '{what} «{value}» se adelantó: {amount} (de {low} a {high}) más en un año que si hubiera ido como todos.',
    '{what} « {value} » a pris de l’avance : {amount} ({low} à {high}) de plus en un an que s’il avait évolué comme tous.',
  ],
  gap: [
    '{what} “{value}”: {customers} of its {all} customers have comparable others; they spend {own} a year each, the others {comparable}: {amount} a year ({low} to {high}) would be there if they spent alike. To test: what brings the others back, offered to a random half.',
    '{what} “{value}”: {customers} dos seus {all} clientes têm outros comparáveis; gastam {own} por ano cada, os outros {comparable}: haveria {amount} por ano ({low} a {high}) se gastassem igual. Para testar: o que traz os outros de volta, oferecido a metade sorteada.',
    '{what} «{value}»: {customers} de sus {all} clientes tienen otros comparables; gastan {own} al año cada uno, los otros {comparable}: habría {amount} al año (de {low} a {high}) si gastaran igual. Para probar: lo que hace volver a los demás, ofrecido a la mitad al azar.',
    '{what} « {value} » : {customers} de ses {all} clients ont des semblables ; ils dépensent {own} par an chacun, les autres {comparable} : il y aurait {amount} par an ({low} à {high}) s’ils dépensaient autant. À tester : ce qui fait revenir les autres, proposé à une moitié tirée au sort.',
  ],
  segment: [
    'Segment “{value}” brought {amount} ({low} to {high}) {direction} than its members of a year before: {customers} from members who buy, {frequency} from purchases each, {basket} from spend per purchase.',
    'O segmento “{value}” trouxe {amount} ({low} a {high}) {direction} que seus membros de um ano antes: {customers} por membros que compram, {frequency} por compras de cada um, {basket} por gasto por compra.',
    'El segmento «{value}» aportó {amount} (de {low} a {high}) {direction} que sus miembros de un año antes: {customers} por miembros que compran, {frequency} por compras de cada uno, {basket} por gasto por compra.',
    'Le segment « {value} » a rapporté {amount} ({low} à {high}) {direction} que ses membres d’un an avant : {customers} par les membres acheteurs, {frequency} par leurs achats, {basket} par les dépenses par achat.',
  ],
  more: ['more', 'a mais', 'más', 'de plus'],
  less: ['less', 'a menos', 'menos', 'de moins'],
  even: [
    'No group moved apart from the others, or spends less than comparable ones, by an amount that matters.',
    'Nenhum grupo se afastou dos demais, nem gasta menos que os comparáveis, em valor que importe.',
    'Ningún grupo se apartó de los demás, ni gasta menos que los comparables, en un importe que cuente.',
    'Aucun groupe ne s’écarte des autres, ni ne dépense moins que des comparables, d’un montant qui compte.',
  ],
  changes: [
    'Against the year before',
    'Em relação ao ano anterior',
    'Frente al año anterior',
    'Par rapport à l’an dernier',
  ],
  gaps: [
    'Against comparable customers',
    'Em relação a clientes comparáveis',
    'Frente a clientes comparables',
    'Par rapport à des clients comparables',
  ],
  segments: [
    'Segments against the year before',
    'Segmentos em relação ao ano anterior',
    'Segmentos frente al año anterior',
    'Segments par rapport à l’an dernier',
  ],
  what: ['What', 'O quê', 'Qué', 'Quoi'],
  value: ['Value', 'Valor', 'Valor', 'Valeur'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  before: ['Year before', 'Ano anterior', 'Año anterior', 'Année d’avant'],
  now: ['Last 365 days', 'Últimos 365 dias', 'Últimos 365 días', '365 derniers jours'],
  change: ['Change', 'Mudança', 'Cambio', 'Variation'],
  ofCustomers: ['by customers', 'por clientes', 'por clientes', 'par les clients'],
  ofFrequency: [
    'by purchases each',
    'por compras de cada um',
    'por compras de cada uno',
    'par les achats de chacun',
  ],
  ofBasket: [
    'by spend per purchase',
    'por gasto por compra',
    'por gasto por compra',
    'par les dépenses par achat',
  ],
  apart: [
    'Apart from the common change',
    'Além da mudança comum',
    'Aparte del cambio común',
    'Au-delà de la variation commune',
  ],
  own: ['Spend each', 'Gasto de cada um', 'Gasto de cada uno', 'Dépenses de chacun'],
  comparable: ['Comparable others', 'Comparáveis', 'Comparables', 'Comparables'],
  missing: ['Missing a year', 'Falta por ano', 'Falta al año', 'Manque par an'],
  verdict: ['Matters', 'Importa', 'Importa', 'Compte'],
  yes: ['yes', 'sim', 'sí', 'oui'],
  method: [
    'Spend net of refunds. A change is split by the logarithmic mean (Ang 2004), without a rest. Apart from the common change: what is left once everybody’s change is taken out; interval as if customers came and went at random; Benjamini-Hochberg over all values, named from a tenth of the year before on.',
    'Gasto líquido de reembolsos. A mudança é dividida pela média logarítmica (Ang 2004), sem resto. Além da mudança comum: o que sobra sem a mudança de todos; intervalo como se clientes viessem e fossem ao acaso; Benjamini-Hochberg entre todos os valores, citados a partir de um décimo do ano anterior.',
    'Gasto neto de reembolsos. El cambio se reparte con la media logarítmica (Ang 2004), sin resto. Aparte del cambio común: lo que queda al quitar el cambio de todos; intervalo como si los clientes vinieran y se fueran al azar; Benjamini-Hochberg entre todos los valores, citados desde una décima parte del año anterior.',
    'Dépenses nettes de remboursements. La variation est répartie par la moyenne logarithmique (Ang 2004), sans reste. Au-delà de la variation commune : ce qui reste une fois ôtée celle de tous ; intervalle comme si les clients allaient et venaient au hasard ; Benjamini-Hochberg sur toutes les valeurs, citées à partir d’un dixième de l’année d’avant.',
  ],
  methodGap: [
    'Comparable: customers of the same country and the same years since their first purchase. What else sets them apart may explain the gap: it says where to look, not what a campaign would bring. What is known of customers is what is known today: a trait that follows from buying, such as a tier, shows what buying made of it.',
    'Comparáveis: clientes do mesmo país e com os mesmos anos desde a primeira compra. O que mais os distingue pode explicar a diferença: diz onde olhar, não quanto uma campanha traria. O que se sabe dos clientes é o que se sabe hoje: um atributo que resulta de comprar, como um nível, mostra o que as compras fizeram dele.',
    'Comparables: clientes del mismo país y con los mismos años desde su primera compra. Lo demás que los distingue puede explicar la diferencia: dice dónde mirar, no lo que traería una campaña. Lo que se sabe de los clientes es lo que se sabe hoy: un rasgo que resulta de comprar, como un nivel, muestra lo que las compras hicieron de él.',
    'Comparables : clients du même pays et d’une même ancienneté en années depuis le premier achat. Ce qui les distingue d’autre peut expliquer l’écart : cela dit où regarder, non ce qu’une campagne rapporterait. Ce qu’on sait des clients est ce qu’on en sait aujourd’hui : un trait qui découle des achats, comme un niveau, montre ce que les achats en ont fait.',
  ],
}
