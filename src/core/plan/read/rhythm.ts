/** The base's own rhythm: how soon customers return, how much they buy, what most of them buy; one row from one statement. */
import { MS_PER_DAY } from '../../base/index.ts'
import { profileShape, traitColumn, type EventKind, type Property } from '../../catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../sql/index.ts'
import { notMerged } from '../pass/population.ts'
import {
  amountWithin,
  countedRows,
  discountedWithin,
  textsWithin,
  type RhythmField,
  type RhythmOptions,
} from './rows.ts'

/** What is looked at; what is absent is not asked for. */
export interface RhythmParts {
  readonly purchase?: EventKind
  readonly amount?: RhythmField
  readonly discount?: RhythmField
  readonly category?: RhythmField
  readonly brand?: RhythmField
  readonly product?: RhythmField
  readonly quantity?: RhythmField
  readonly channel?: RhythmField
  readonly emailSent?: EventKind
  readonly emailOpened?: EventKind
  readonly countryTrait?: Property
  readonly countryField?: RhythmField
  readonly source?: Property
}

/** Customers' values that a top list shows. */
const TOP = 5
/** E-mails are judged over half a year: habits of reading change sooner than those of buying. */
const EMAIL_DAYS = 180

/**
 * One row: `as_of` (epoch ms), for each number a column and one called `n_...` with the customers behind it (NULL and
 * 0 where there are none), for each list of values an array, the most frequent first. Reads each event table once or
 * twice. Undefined when there is no purchase to look at.
 */
export function emitRhythm(parts: RhythmParts, options: RhythmOptions): Sql | undefined {
  const { purchase } = parts
  if (purchase === undefined) return undefined
  const last = sql`(SELECT ifNull(maxOrNull(toUnixTimestamp64Milli(at)), ${value(options.asOf, 'Int64')})
    FROM ${countedRows(purchase, options)})`
  const pieces = [
    perCustomer(parts, purchase, options),
    ...emails(parts, options),
    ...tops(parts, options),
  ]
  const columns = pieces.map((_, i) => sql`${id(`part${i}`)}.*`)
  const from = pieces.map((piece, i) => sql`(${piece}) AS ${id(`part${i}`)}`)
  return sql`WITH ${last} AS ref_ms SELECT ref_ms AS as_of, ${join(columns, ', ')} FROM ${join(from, ' CROSS JOIN ')}`
}

const YEAR = sql`toUnixTimestamp64Milli(at) > ref_ms - ${value(365 * MS_PER_DAY, 'Int64')}`

/** Gaps between days, not between instants: an order split in two is one visit. */
function perCustomer(parts: RhythmParts, purchase: EventKind, options: RhythmOptions): Sql {
  const { amount, discount, quantity, category, product } = parts
  const range = category ?? product
  const zero = raw('toFloat64(0)')
  const rows = sql`SELECT customer_key, toInt32(toDate32(at, ${value(options.timeZone, 'String')})) AS day, ${YEAR} AS in_year,
      ${amount === undefined ? zero : amountWithin(amount, options.currencies)} AS amount,
      ${quantity === undefined ? zero : amountWithin(quantity)} AS units,
      ${discount === undefined ? raw('false') : discountedWithin(discount)} AS discounted,
      ${range === undefined ? raw('emptyArrayString()') : textsWithin(range)} AS kinds
    FROM ${countedRows(purchase, options)}`
  const customers = sql`SELECT customer_key, arraySort(groupUniqArray(day)) AS days, arrayPopFront(arrayDifference(days)) AS gaps,
      countIf(in_year) AS orders, sumIf(amount, in_year) AS spend, sumIf(units, in_year) AS units_1y,
      countIf(in_year AND discounted) AS on_offer, length(groupUniqArrayArrayIf(kinds, in_year)) AS kinds_1y
    FROM (${rows}) GROUP BY customer_key`
  const gap = raw("arrayReduce('quantileExact(0.5)', gaps)")
  const asked: readonly (readonly [name: string, level: number, of: Sql, over: string])[] = [
    ['gapMedian', 0.5, gap, 'notEmpty(gaps)'],
    ['gapP80', 0.8, gap, 'notEmpty(gaps)'],
    ['gapP90', 0.9, gap, 'notEmpty(gaps)'],
    ['secondMedian', 0.5, raw('gaps[1]'), 'notEmpty(gaps)'],
    ['secondP80', 0.8, raw('gaps[1]'), 'notEmpty(gaps)'],
    ['ordersMedian', 0.5, raw('orders'), 'orders > 0'],
    ['ordersP80', 0.8, raw('orders'), 'orders > 0'],
    ...(amount === undefined ? [] : SPEND),
    ...(quantity === undefined ? [] : UNITS),
    ...(range === undefined ? [] : KINDS),
    ...(discount === undefined ? [] : OFFERS),
  ]
  const columns = asked.flatMap(([name, level, of, over]) => [
    sql`quantileExactIf(${raw(String(level))})(${of}, ${raw(over)}) AS ${id(name)}`,
    sql`countIf(${raw(over)}) AS ${id(`n_${name}`)}`,
  ])
  return sql`SELECT ${join(columns, ', ')} FROM (${customers})`
}

type Asked = readonly [name: string, level: number, of: Sql, over: string]

const SPEND: readonly Asked[] = [
  ['spendMedian', 0.5, raw('spend'), 'orders > 0'],
  ['spendP80', 0.8, raw('spend'), 'orders > 0'],
  ['orderMedian', 0.5, raw('spend / orders'), 'orders > 0'],
  ['orderP80', 0.8, raw('spend / orders'), 'orders > 0'],
  ['orderP95', 0.95, raw('spend / orders'), 'orders > 0'],
]
const UNITS: readonly Asked[] = [['unitsP80', 0.8, raw('units_1y / orders'), 'orders > 0']]
const KINDS: readonly Asked[] = [
  ['kindsP20', 0.2, raw('kinds_1y'), 'orders > 0'],
  ['kindsP80', 0.8, raw('kinds_1y'), 'orders > 0'],
]
const OFFERS: readonly Asked[] = [['discountP80', 0.8, raw('on_offer / orders'), 'orders >= 3']]

/** Who got three or more. */
function emails(parts: RhythmParts, options: RhythmOptions): readonly Sql[] {
  const { emailSent, emailOpened } = parts
  if (emailSent === undefined || emailOpened === undefined) return []
  const recent = sql`toUnixTimestamp64Milli(at) > ref_ms - ${value(EMAIL_DAYS * MS_PER_DAY, 'Int64')}`
  const kind = (event: EventKind, sent: string): Sql =>
    sql`SELECT customer_key, ${raw(sent)} AS is_sent FROM ${countedRows(event, options)} AND ${recent}`
  return [
    sql`SELECT quantileExactIf(0.8)(opened / sent, sent >= 3) AS openP80, countIf(sent >= 3) AS n_openP80
      FROM (SELECT customer_key, countIf(is_sent) AS sent, countIf(NOT is_sent) AS opened
        FROM (${kind(emailSent, 'true')} UNION ALL ${kind(emailOpened, 'false')}) GROUP BY customer_key)`,
  ]
}

/** Values by the number of customers; ties by name, so that the answer does not change from one run to the next. */
function tops(parts: RhythmParts, options: RhythmOptions): readonly Sql[] {
  const { category, brand, channel, countryTrait, countryField, source } = parts
  const ofField = (name: string, field: RhythmField | undefined): readonly Sql[] =>
    field === undefined
      ? []
      : [
          topOf(
            name,
            sql`SELECT DISTINCT customer_key, arrayJoin(${textsWithin(field)}) AS v FROM ${countedRows(field.event, options)} AND ${YEAR}`,
          ),
        ]
  const ofTrait = (name: string, trait: Property | undefined): readonly Sql[] =>
    trait === undefined ? [] : [topOf(name, traitValues(trait, options))]
  return [
    ...ofField('categories', category),
    ...ofField('brands', brand),
    ...ofField('channels', channel),
    ...(countryTrait === undefined
      ? ofField('countries', countryField)
      : ofTrait('countries', countryTrait)),
    ...ofTrait('sources', source),
  ]
}

function topOf(name: string, rows: Sql): Sql {
  return sql`SELECT groupArray(v) AS ${id(name)}, max(n) AS ${id(`n_${name}`)} FROM (
    SELECT v, count() AS n FROM (${rows}) GROUP BY v ORDER BY n DESC, v LIMIT ${raw(String(TOP))})`
}

/** The latest value of each customer. */
function traitValues(trait: Property, { table, asOf }: RhythmOptions): Sql {
  const stored = id(traitColumn(trait.name))
  const says = sql`(${stored} != '' OR has(cleared, ${value(trait.name, 'String')}))`
  return sql`SELECT v FROM (SELECT customer_key, toString(argMaxIf(${stored}, (at, seq), ${says})) AS v
    FROM ${table(profileShape({ traits: {}, events: {}, trees: {}, products: {} }).name)}
    WHERE at <= fromUnixTimestamp64Milli(${value(asOf, 'Int64')}, 'UTC') AND ${notMerged(table)}
    GROUP BY customer_key) WHERE v != ''`
}
