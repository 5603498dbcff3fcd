/** What discount affinity says, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'none'
  | 'never'
  | 'always'
  | 'hunters'
  | 'full'
  | 'base'
  | 'weak'
  | 'bands'
  | 'band'
  | 'customers'
  | 'share'
  | 'spend'
  | 'method'

export const W: Readonly<Record<Word, Texts>> = {
  none: [
    'Nobody bought in the last {days}: there is nothing to say of discounts.',
    'Ninguém comprou nos últimos {days}: nada a dizer de descontos.',
    'Nadie compró en los últimos {days}: nada que decir de descuentos.',
    'Personne n’a acheté pendant les derniers {days} : rien à dire des remises.',
  ],
  never: [
    'No purchase of the last {days} had a discount: affinity cannot be told. No scores were written.',
    'Nenhuma compra dos últimos {days} teve desconto: a afinidade não se identifica. Nenhuma pontuação foi gravada.',
    'Ninguna compra de los últimos {days} tuvo descuento: la afinidad no se identifica. No se escribieron puntuaciones.',
    'Aucun achat des derniers {days} n’a eu de remise : l’attrait ne peut être établi. Aucun score n’a été écrit.',
  ],
  always: [
    'Every purchase of the last {days} had a discount: affinity cannot be told. No scores were written.',
    'Toda compra dos últimos {days} teve desconto: a afinidade não se identifica. Nenhuma pontuação foi gravada.',
    'Toda compra de los últimos {days} tuvo descuento: la afinidad no se identifica. No se escribieron puntuaciones.',
    'Tous les achats des derniers {days} ont eu une remise : l’attrait ne peut être établi. Aucun score n’a été écrit.',
  ],
  hunters: [
    '{n} customers ({share}) spend more than {high} at a discount; they brought {money} in {days}.',
    '{n} clientes ({share}) gastam mais de {high} com desconto; trouxeram {money} em {days}.',
    '{n} clientes ({share}) gastan más del {high} con descuento; aportaron {money} en {days}.',
    '{n} clients ({share}) dépensent plus de {high} avec remise ; ils ont apporté {money} en {days}.',
  ],
  full: [
    '{n} customers ({share}) hardly ever buy at a discount. Whether one would change what they do, only a test can tell; it surely costs margin.',
    '{n} clientes ({share}) quase nunca compram com desconto. Se um mudaria o que fazem, só um teste dirá; margem ele custa com certeza.',
    '{n} clientes ({share}) casi nunca compran con descuento. Si uno cambiaría lo que hacen, solo lo dirá una prueba; margen cuesta seguro.',
    '{n} clients ({share}) n’achètent presque jamais avec remise. Si l’une changerait ce qu’ils font, seul un test le dira ; elle coûte à coup sûr de la marge.',
  ],
  base: [
    'A customer spends {share} at a discount on average.',
    'Em média, um cliente gasta {share} com desconto.',
    'De media, un cliente gasta el {share} con descuento.',
    'En moyenne, un client dépense {share} avec remise.',
  ],
  weak: [
    'Customers hardly differ beyond chance, or are few: these affinities are mostly that of the base.',
    'Os clientes quase não diferem além do acaso, ou são poucos: estas afinidades são sobretudo a da base.',
    'Los clientes apenas difieren más allá del azar, o son pocos: estas afinidades son sobre todo la de la base.',
    'Les clients diffèrent à peine au-delà du hasard, ou sont peu : ces attraits sont surtout celui de la base.',
  ],
  bands: [
    'Share of spend at a discount',
    'Parcela do gasto com desconto',
    'Parte del gasto con descuento',
    'Part des dépenses avec remise',
  ],
  band: ['Affinity', 'Afinidade', 'Afinidad', 'Attrait'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  share: ['Share', 'Parcela', 'Proporción', 'Part'],
  spend: ['Spend', 'Gasto', 'Gasto', 'Dépenses'],
  method: [
    'Share of the spend of the last {days} in purchases with a discount, as the mean of a beta posterior whose prior is the base’s (Skellam 1948): one or two purchases move it little. It tells a habit, not what a discount would cause; only a test tells that.',
    'Parcela do gasto dos últimos {days} em compras com desconto, como média de uma posterior beta cuja priori é a da base (Skellam 1948): uma ou duas compras mudam pouco. Diz um hábito, não o que um desconto causaria; só um teste diz isso.',
    'Parte del gasto de los últimos {days} en compras con descuento, como media de una posterior beta cuya previa es la de la base (Skellam 1948): una o dos compras la mueven poco. Dice un hábito, no lo que causaría un descuento; eso solo lo dice una prueba.',
    'Part des dépenses des derniers {days} en achats avec remise, moyenne d’une loi bêta a posteriori dont l’a priori est celui de la base (Skellam 1948) : un ou deux achats la bougent peu. Elle dit une habitude, non l’effet d’une remise ; seul un test le dit.',
  ],
}
