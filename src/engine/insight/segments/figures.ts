/** The figures of one customer that profiles compare: what each is called, and the SQL that makes it. */
import type { EventKind, Trait } from '../../../core/catalog/index.ts'
import { say, textOf, type Area, type Aspect, type Unit } from '../../../core/insight/index.ts'
import { discountedWithin } from '../../../core/plan/index.ts'
import { id, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { amountOf, eventRows, instantOf, localDayOf, refunds } from '../basis/rows.ts'
import { traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import { FIGURE_WORDS, keyOf, type FigureKey } from './figure-words.ts'

/** A number of each customer; NULL where there is none. Flags are 0 or 1. */
export interface Figure extends Aspect {
  readonly isFlag: boolean
  /** Over the columns of the sources. */
  readonly number: Sql
}

/** One row per customer with columns of its own; joined by `customer_key`, absent rows are NULL. */
export type Source = Sql

/** All figures that this catalogue has, and the sources that they are made from. */
export interface Figures {
  readonly figures: readonly Figure[]
  readonly sources: readonly Source[]
}

const DAY_MS = 86_400_000

/**
 * Figures of the last `days` days, and what is known of the customer; scores aside. Cost of asking for them: one pass over
 * each event.
 */
export function figuresOf(context: ReportContext, days: number): Figures {
  const parts = [
    ofTraits(context),
    ofPurchases(context, days),
    ofRefunds(context, days),
    ofRewards(context, days),
    ofEmail(context, days),
    ofSurvey(context, days),
    ofCounts(context, days),
  ]
  return {
    figures: parts.flatMap(({ figures }) => figures),
    sources: parts.flatMap(({ sources }) => sources),
  }
}

const NONE: Figures = { figures: [], sources: [] }

interface Named {
  readonly key: FigureKey
  readonly area: Area
  readonly unit: Unit
  readonly uses: readonly string[]
  readonly number: Sql
  readonly isFlag?: boolean
  readonly signed?: true
}

function figure({ key, isFlag = false, ...rest }: Named): Figure {
  return { key, label: say(FIGURE_WORDS[key]), isFlag, ...rest }
}

function since(context: ReportContext, days: number): Sql {
  return sql`at > ${instantOf(context.asOf - days * DAY_MS)}`
}

/** The local day of the report, as a date. */
export function today({ asOf, current }: ReportContext): Sql {
  return sql`toDate32(${instantOf(asOf)}, ${value(current.programme.timeZone, 'String')})`
}

/** Traits that may be compared: not those that are nobody else's business, nor names and addresses. */
export function comparableTraits({ current }: Pick<ReportContext, 'current'>): readonly Trait[] {
  const hidden = new Set(['name', 'email', 'phone', 'home'])
  return Object.values(current.programme.catalogue.traits).filter(
    (trait) => trait.sensitivity !== 'sensitive' && !hidden.has(trait.role ?? ''),
  )
}

/** Nobody in a base is older than this: fewer than one in ten million people are. */
export const OLDEST = 110

/** Age in whole years, by the calendar; impossible ones are missing. */
export function ageOf(context: ReportContext, birth: Sql): Sql {
  const years = sql`age('year', ${birth}, ${today(context)})`
  return sql`if(isNull(${birth}) OR ${years} < 0 OR ${years} > ${raw(String(OLDEST))}, NULL, ${years})`
}

function ofTraits(context: ReportContext): Figures {
  const traits = comparableTraits(context)
  if (traits.length === 0) return NONE
  const figures = traits.flatMap((trait): Figure[] => {
    const column = id(trait.name)
    const uses = [`trait:${trait.name}`]
    if (trait.role === 'birth-date')
      return [
        figure({
          key: 'age',
          area: 'people',
          unit: 'number',
          uses,
          number: ageOf(context, column),
        }),
      ]
    if (trait.role === 'joined') {
      const days = sql`if(isNull(${column}), NULL, dateDiff('day', toDate32(${column}), ${today(context)}))`
      return [figure({ key: 'tenure', area: 'rhythm', unit: 'days', uses, number: days })]
    }
    const own = { key: keyOf(trait), label: textOf(trait.label), uses }
    if (trait.type === 'number' || trait.type === 'money') {
      const unit = trait.type === 'money' ? 'money' : 'number'
      return [{ ...own, area: 'people', unit, isFlag: false, number: sql`toFloat64(${column})` }]
    }
    if (trait.type === 'boolean') {
      const area = trait.role === 'consent' || trait.name.includes('mail') ? 'email' : 'people'
      const number = sql`if(isNull(${column}), NULL, toFloat64(${column}))`
      return [{ ...own, area, unit: 'share', isFlag: true, number }]
    }
    return []
  })
  return { figures, sources: [traitsNow(context, traits)] }
}

function ofPurchases(context: ReportContext, days: number): Figures {
  const { purchase, amount, discount, quantity } = context.meaning
  if (purchase === undefined) return NONE
  const sum = amount === undefined ? raw('toFloat64(0)') : amountOf(context, amount)
  const units = quantity === undefined ? raw('toFloat64(0)') : amountOf(context, quantity)
  const cut = discount === undefined ? raw('0') : discountedWithin(discount)
  const rows = sql`SELECT customer_key, at, ${localDayOf(context)} AS day, ${since(context, days)} AS recent,
    ${sum} AS amount, ${units} AS units, toUInt8(${cut}) AS cut FROM ${eventRows(context, purchase)}`
  const source = sql`SELECT customer_key, countIf(recent) AS b_orders, sumIf(amount, recent) AS b_spend, sumIf(units, recent) AS b_units,
    countIf(recent AND cut = 1) AS b_cut, minIf(day, recent) AS b_first, maxIf(day, recent) AS b_last,
    uniqExactIf(day, recent) AS b_days, max(at) AS b_at FROM (${rows}) GROUP BY customer_key SETTINGS optimize_aggregation_in_order = 1`
  return {
    figures: [...rhythmFigures(context, purchase), ...orderFigures(context, purchase)],
    sources: [source],
  }
}

/** Orders of the window, 0 where there are none. */
const MANY: Sql = sql`ifNull(b_orders, 0)`

function rhythmFigures(context: ReportContext, purchase: EventKind): readonly Figure[] {
  const uses = [`event:${purchase.name}`]
  return [
    figure({
      key: 'bought',
      area: 'rhythm',
      unit: 'share',
      uses,
      isFlag: true,
      number: sql`toFloat64(${MANY} > 0)`,
    }),
    figure({
      key: 'orders',
      area: 'rhythm',
      unit: 'number',
      uses,
      number: sql`toFloat64(${MANY})`,
    }),
    figure({
      key: 'gap',
      area: 'rhythm',
      unit: 'days',
      uses,
      number: sql`if(ifNull(b_days, 0) > 1, (b_last - b_first) / (b_days - 1), NULL)`,
    }),
    figure({
      key: 'recency',
      area: 'rhythm',
      unit: 'days',
      uses,
      number: sql`if(isNull(b_at), NULL, dateDiff('second', b_at, ${instantOf(context.asOf)}) / 86400)`,
    }),
  ]
}

/** What orders are like, as far as the catalogue says it. */
function orderFigures({ meaning }: ReportContext, purchase: EventKind): readonly Figure[] {
  const { amount, discount, quantity } = meaning
  const event = `event:${purchase.name}`
  return [
    ...(amount === undefined
      ? []
      : [
          figure({
            key: 'spend',
            area: 'spend',
            unit: 'money',
            uses: [event, `${event}.${amount.property.name}`],
            number: sql`ifNull(b_spend, 0)`,
          }),
          figure({
            key: 'averageOrder',
            area: 'spend',
            unit: 'money',
            uses: [`${event}.${amount.property.name}`],
            number: sql`if(${MANY} > 0, b_spend / b_orders, NULL)`,
          }),
        ]),
    ...(quantity === undefined
      ? []
      : [
          figure({
            key: 'units',
            area: 'spend',
            unit: 'number',
            uses: [`${event}.${quantity.property.name}`],
            number: sql`if(${MANY} > 0, b_units / b_orders, NULL)`,
          }),
        ]),
    ...(discount === undefined
      ? []
      : [
          figure({
            key: 'discounted',
            area: 'discount',
            unit: 'share',
            uses: [`${event}.${discount.property.name}`],
            number: sql`if(${MANY} > 0, b_cut / b_orders, NULL)`,
          }),
        ]),
  ]
}

function ofRefunds(context: ReportContext, days: number): Figures {
  const { refund, amount, purchase } = context.meaning
  const rows = refunds(context)
  if (rows === undefined || refund === undefined || purchase === undefined) return NONE
  const source = sql`SELECT customer_key, count() AS r_count, sum(amount) AS r_back FROM (${rows}) WHERE ${since(context, days)} GROUP BY customer_key`
  const uses = [`event:${refund.name}`]
  const spent =
    amount === undefined
      ? []
      : [`event:${purchase.name}`, `event:${purchase.name}.${amount.property.name}`]
  const figures = [
    ...(amount === undefined
      ? []
      : [
          figure({
            key: 'net',
            area: 'spend',
            unit: 'money',
            uses: [...uses, ...spent],
            number: sql`ifNull(b_spend, 0) - ifNull(r_back, 0)`,
          }),
        ]),
    figure({
      key: 'refunded',
      area: 'care',
      unit: 'share',
      uses,
      number: sql`if(ifNull(b_orders, 0) > 0, least(1, ifNull(r_count, 0) / b_orders), NULL)`,
    }),
  ]
  return { figures, sources: [source] }
}

/** How often an event happened to each customer in the window, as a column. */
function counted(context: ReportContext, event: EventKind, days: number, as: string): Source {
  return sql`SELECT customer_key, count() AS ${id(as)} FROM (SELECT customer_key FROM ${eventRows(context, event)} AND ${since(context, days)}) GROUP BY customer_key`
}

function ofRewards(context: ReportContext, days: number): Figures {
  const { reward, redeemed } = context.meaning
  if (reward === undefined) return NONE
  const uses = [`event:${reward.name}`]
  const earned = sql`ifNull(w_earned, 0)`
  const figures = [
    figure({
      key: 'rewards',
      area: 'reward',
      unit: 'number',
      uses,
      number: sql`toFloat64(${earned})`,
    }),
  ]
  const sources = [counted(context, reward, days, 'w_earned')]
  if (redeemed !== undefined) {
    const number = sql`if(${earned} > 0, least(1, ifNull(w_used, 0) / w_earned), NULL)`
    figures.push(
      figure({
        key: 'redeemed',
        area: 'reward',
        unit: 'share',
        uses: [`event:${redeemed.name}`],
        number,
      }),
    )
    sources.push(counted(context, redeemed, days, 'w_used'))
  }
  return { figures, sources }
}

function ofEmail(context: ReportContext, days: number): Figures {
  const { emailSent, emailOpened, emailClicked } = context.meaning
  if (emailSent === undefined) return NONE
  const sent = sql`ifNull(m_sent, 0)`
  const figures = [
    figure({
      key: 'sent',
      area: 'email',
      unit: 'number',
      uses: [`event:${emailSent.name}`],
      number: sql`toFloat64(${sent})`,
    }),
  ]
  const sources = [counted(context, emailSent, days, 'm_sent')]
  for (const [key, event] of [
    ['opened', emailOpened],
    ['clicked', emailClicked],
  ] as const) {
    if (event === undefined) continue
    const column = `m_${key}`
    const number = sql`if(${sent} > 0, least(1, ifNull(${id(column)}, 0) / m_sent), NULL)`
    figures.push(
      figure({ key, area: 'email', unit: 'share', uses: [`event:${event.name}`], number }),
    )
    sources.push(counted(context, event, days, column))
  }
  return { figures, sources }
}

/** The last answer in the window: 100 for a promoter, -100 for a detractor, so that the mean is the net promoter score. */
function ofSurvey(context: ReportContext, days: number): Figures {
  const { survey } = context.meaning
  if (survey === undefined) return NONE
  const { event, score, only } = survey
  const kind =
    only === undefined ? raw('') : sql` AND ${id(`p_${only[0]}`)} = ${value(only[1], 'String')}`
  const column = id(`p_${score.name}`)
  const source = sql`SELECT customer_key, argMax(toFloat64(${column}), at) AS n_score FROM ${eventRows(context, event)}${kind} AND ${since(context, days)} AND isNotNull(${column}) GROUP BY customer_key`
  const uses = [`event:${event.name}`, `event:${event.name}.${score.name}`]
  const points = sql`multiIf(isNull(n_score), NULL, n_score >= 9, 100., n_score <= 6, -100., 0.)`
  return {
    figures: [
      figure({ key: 'nps', signed: true, area: 'voice', unit: 'number', uses, number: points }),
      figure({
        key: 'answered',
        area: 'voice',
        unit: 'share',
        uses: [`event:${event.name}`],
        isFlag: true,
        number: raw('toFloat64(isNotNull(n_score))'),
      }),
    ],
    sources: [source],
  }
}

function ofCounts(context: ReportContext, days: number): Figures {
  const { ticket, web } = context.meaning
  const parts = [
    ...(ticket === undefined ? [] : [{ key: 'tickets', area: 'care', event: ticket } as const]),
    ...(web === undefined ? [] : [{ key: 'visits', area: 'channel', event: web } as const]),
  ]
  return {
    figures: parts.map(({ key, area, event }) =>
      figure({
        key,
        area,
        unit: 'number',
        uses: [`event:${event.name}`],
        number: sql`toFloat64(ifNull(${id(`c_${key}`)}, 0))`,
      }),
    ),
    sources: parts.map(({ key, event }) => counted(context, event, days, `c_${key}`)),
  }
}
