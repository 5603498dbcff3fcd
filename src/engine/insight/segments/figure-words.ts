/** What the figures of customers are called. */
import type { Trait } from '../../../core/catalog/index.ts'
import type { Texts } from '../../../core/insight/index.ts'

/** Figures with words of ours; traits and scores carry labels of their own. */
export type FigureKey =
  | 'age'
  | 'tenure'
  | 'bought'
  | 'orders'
  | 'gap'
  | 'recency'
  | 'spend'
  | 'net'
  | 'averageOrder'
  | 'units'
  | 'discounted'
  | 'refunded'
  | 'rewards'
  | 'redeemed'
  | 'sent'
  | 'opened'
  | 'clicked'
  | 'nps'
  | 'answered'
  | 'tickets'
  | 'visits'
  | 'ageBand'
  | 'incomeBand'
  | 'department'
  | 'category'
  | 'brand'
  | 'product'
  | 'channel'

/** By key. */
export const FIGURE_WORDS: Readonly<Record<FigureKey, Texts>> = {
  age: ['Age', 'Idade', 'Edad', 'Âge'],
  tenure: [
    'Days since joining',
    'Dias desde a adesão',
    'Días desde el alta',
    'Jours depuis l’inscription',
  ],
  bought: ['Bought at all', 'Comprou algo', 'Compró algo', 'A acheté'],
  orders: ['Orders', 'Pedidos', 'Pedidos', 'Commandes'],
  gap: ['Days between orders', 'Dias entre pedidos', 'Días entre pedidos', 'Jours entre commandes'],
  recency: [
    'Days since the last order',
    'Dias desde o último pedido',
    'Días desde el último pedido',
    'Jours depuis la dernière commande',
  ],
  spend: ['Spend', 'Gasto', 'Gasto', 'Dépenses'],
  net: [
    'Spend net of refunds',
    'Gasto líquido de reembolsos',
    'Gasto neto de reembolsos',
    'Dépenses nettes de remboursements',
  ],
  averageOrder: ['Average order', 'Pedido médio', 'Pedido medio', 'Panier moyen'],
  units: ['Units per order', 'Unidades por pedido', 'Unidades por pedido', 'Articles par commande'],
  discounted: [
    'Share of orders with a discount',
    'Parcela de pedidos com desconto',
    'Proporción de pedidos con descuento',
    'Part des commandes remisées',
  ],
  refunded: [
    'Share of orders refunded',
    'Parcela de pedidos reembolsados',
    'Proporción de pedidos reembolsados',
    'Part des commandes remboursées',
  ],
  rewards: [
    'Rewards earned',
    'Recompensas obtidas',
    'Recompensas obtenidas',
    'Récompenses obtenues',
  ],
  redeemed: [
    'Share of rewards used',
    'Parcela de recompensas usadas',
    'Proporción de recompensas usadas',
    'Part des récompenses utilisées',
  ],
  sent: ['E-mails sent', 'E-mails enviados', 'Correos enviados', 'E-mails envoyés'],
  opened: [
    'Share of e-mails opened',
    'Parcela de e-mails abertos',
    'Proporción de correos abiertos',
    'Part des e-mails ouverts',
  ],
  clicked: [
    'Share of e-mails clicked',
    'Parcela de e-mails clicados',
    'Proporción de correos con clic',
    'Part des e-mails cliqués',
  ],
  nps: ['Net promoter score', 'NPS', 'NPS', 'NPS'],
  answered: [
    'Answered the survey',
    'Respondeu à pesquisa',
    'Respondió la encuesta',
    'A répondu à l’enquête',
  ],
  tickets: ['Tickets opened', 'Chamados abertos', 'Incidencias abiertas', 'Demandes ouvertes'],
  visits: ['Web visits', 'Visitas ao site', 'Visitas al sitio', 'Visites du site'],
  ageBand: ['Age band', 'Faixa etária', 'Franja de edad', 'Tranche d’âge'],
  incomeBand: [
    '{label}, fifths of the base',
    '{label}, quintos da base',
    '{label}, quintiles de la base',
    '{label}, quintiles de la base',
  ],
  department: [
    'Share of purchases by department',
    'Parcela das compras por departamento',
    'Proporción de compras por departamento',
    'Part des achats par rayon',
  ],
  category: [
    'Share of purchases by category',
    'Parcela das compras por categoria',
    'Proporción de compras por categoría',
    'Part des achats par catégorie',
  ],
  brand: [
    'Share of purchases by brand',
    'Parcela das compras por marca',
    'Proporción de compras por marca',
    'Part des achats par marque',
  ],
  product: [
    'Share of purchases by product',
    'Parcela das compras por produto',
    'Proporción de compras por producto',
    'Part des achats par produit',
  ],
  channel: [
    'Share of orders by channel',
    'Parcela dos pedidos por canal',
    'Proporción de pedidos por canal',
    'Part des commandes par canal',
  ],
}

/** A trait's key among figures and characteristics: its name, unless something else has it already. */
export function keyOf({ name }: Trait): string {
  return Object.hasOwn(FIGURE_WORDS, name) ? `trait:${name}` : name
}
