/** Measures of behaviour that any catalogue with purchases has, in the segment language: what models look at unless told. */
import type { ColumnKind, Text } from '../../../../core/insight/index.ts'
import { say, type Texts } from '../../../../core/insight/index.ts'
import { slotText, type Meaning, type Slot } from '../../../../core/template/index.ts'
import { FIGURE_WORDS, type FigureKey } from '../../segments/figure-words.ts'

/** A number of each customer, and how it is shown. */
export interface ModelMeasure {
  /** As it stands in definitions; a name of the segment language. */
  readonly name: string
  readonly text: string
  readonly label: Text
  readonly unit: ColumnKind
}

/** The last `days` days of each customer; what the catalogue lacks is left out. Few, and each says something of its own. */
export function coreMeasures(meaning: Meaning, days: number): readonly ModelMeasure[] {
  const of = parts(meaning, days)
  return CORE.flatMap((name) => of[name] ?? [])
}

const CORE = ['recency', 'orders', 'spend', 'averageOrder', 'discounted', 'breadth'] as const

/** All that is known of behaviour: for learners, which find out by themselves what matters. */
export function allMeasures(meaning: Meaning, days: number): readonly ModelMeasure[] {
  return Object.values(parts(meaning, days)).flatMap((one) => (one === undefined ? [] : [one]))
}

type Part = ModelMeasure | undefined

function measure(key: FigureKey, unit: ColumnKind, text: string, name: string = key): ModelMeasure {
  return { name, text, unit, label: say(FIGURE_WORDS[key]) }
}

const NEAR = 90

/** What figures of profiles do not have. */
const OWN = {
  breadth: [
    'Different categories',
    'Categorias diferentes',
    'Categorías distintas',
    'Catégories différentes',
  ],
  refunds: ['Refunds', 'Reembolsos', 'Reembolsos', 'Remboursements'],
  redeemed: [
    'Rewards redeemed',
    'Recompensas resgatadas',
    'Recompensas canjeadas',
    'Récompenses utilisées',
  ],
  lately: [
    'Orders of the last 90 days',
    'Pedidos dos últimos 90 dias',
    'Pedidos de los últimos 90 días',
    'Commandes des 90 derniers jours',
  ],
} as const satisfies Readonly<Record<string, Texts>>

function parts(meaning: Meaning, days: number): Readonly<Record<string, Part>> {
  const purchase = slotText('purchase', meaning)
  const window = `last ${days} days`
  const counted = (name: string, slot: Slot, label: Text): Part => {
    const event = slotText(slot, meaning)
    if (event === undefined) return undefined
    return { name, text: `count(${event}, ${window})`, label, unit: 'number' }
  }
  return {
    ...(purchase === undefined ? {} : ofPurchases(meaning, { purchase, window, days })),
    refunds: counted('refunds', 'refund', say(OWN.refunds)),
    tickets: counted('tickets', 'ticket', say(FIGURE_WORDS.tickets)),
    visits: counted('visits', 'web', say(FIGURE_WORDS.visits)),
    rewards: counted('rewards', 'reward', say(FIGURE_WORDS.rewards)),
    redeemed: counted('redeemed', 'redeemed', say(OWN.redeemed)),
    ...ofEmail(meaning, window),
    ...ofVoice(meaning),
  }
}

function ofPurchases(
  meaning: Meaning,
  of: { readonly purchase: string; readonly window: string; readonly days: number },
): Readonly<Record<string, Part>> {
  const { purchase, window, days } = of
  const amount = slotText('amount', meaning)
  const discounted = slotText('discounted', meaning)
  const categories = slotText('range', meaning)
  const joined = slotText('joined', meaning)
  const isRow = meaning.amount?.element === undefined
  const orders = `count(${purchase}, ${window})`
  const near = `last ${NEAR} days`
  return {
    recency: measure('recency', 'days', `days since last(${purchase})`),
    orders: measure('orders', 'number', orders),
    spend:
      amount === undefined ? undefined : measure('spend', 'money', `sum(${amount}, ${window})`),
    averageOrder:
      amount === undefined
        ? undefined
        : measure(
            'averageOrder',
            'money',
            isRow ? `avg(${amount}, ${window})` : `sum(${amount}, ${window}) / ${orders}`,
            'average_order',
          ),
    discounted:
      discounted === undefined
        ? undefined
        : measure('discounted', 'share', `share(${purchase} where ${discounted}, ${window})`),
    breadth:
      categories === undefined
        ? undefined
        : {
            name: 'breadth',
            text: `count distinct(${categories}, ${window})`,
            label: say(OWN.breadth),
            unit: 'number',
          },
    gap: measure('gap', 'days', `gap(${purchase}, ${window}) / 1 day`, 'order_gap'),
    lately:
      days <= NEAR
        ? undefined
        : {
            name: 'orders_90_days',
            text: `count(${purchase}, ${near})`,
            label: say(OWN.lately),
            unit: 'number',
          },
    tenure: measure(
      'tenure',
      'days',
      joined === undefined ? `days since first(${purchase})` : `days since ${joined}`,
    ),
  }
}

function ofEmail(meaning: Meaning, window: string): Readonly<Record<string, Part>> {
  const sent = slotText('emailSent', meaning)
  if (sent === undefined) return {}
  const rate = (key: FigureKey, slot: 'emailOpened' | 'emailClicked'): Part => {
    const event = slotText(slot, meaning)
    const text = `count(${event}, ${window}) / count(${sent}, ${window})`
    return event === undefined ? undefined : measure(key, 'share', text)
  }
  return { opened: rate('opened', 'emailOpened'), clicked: rate('clicked', 'emailClicked') }
}

function ofVoice(meaning: Meaning): Readonly<Record<string, Part>> {
  const nps = slotText('nps', meaning)
  return nps === undefined ? {} : { nps: measure('nps', 'number', nps, 'last_answer') }
}
