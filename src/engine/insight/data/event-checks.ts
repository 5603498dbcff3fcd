/** What is wrong with events: sources that stopped, repeats, impossible times and amounts, values nobody knows. */
import {
  categoriesUnder,
  elementColumn,
  eventTable,
  propertyColumn,
  type EventKind,
  type Property,
} from '../../../core/catalog/index.ts'
import {
  freshnessOf,
  farBounds,
  textOf,
  type Freshness,
  type Text,
} from '../../../core/insight/index.ts'
import { printLiteral, printName } from '../../../core/segment/index.ts'
import { notMerged } from '../../../core/plan/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { LOCALES } from '../../../core/base/index.ts'
import { amountOf, eventRows, instantOf, localDayOf } from '../basis/rows.ts'
import { traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import type { Found } from './found.ts'

/** What one look at a kind of event tells. */
export interface EventFacts {
  readonly event: EventKind
  readonly n: number
  readonly freshness: Freshness
  /** The last local day with an event, as days since 1970. */
  readonly last: number | undefined
  readonly properties: readonly PropertyFacts[]
}

/** Of how many events a property is known. */
export interface PropertyFacts {
  readonly label: Text
  readonly where: string
  readonly known: number
  readonly of: number
}

/** Facts and problems of every kind of event. Cost: some four passes over each. */
export async function eventChecks(
  context: ReportContext,
): Promise<{ readonly facts: readonly EventFacts[]; readonly found: readonly Found[] }> {
  const facts: EventFacts[] = []
  const found: Found[] = []
  for (const event of Object.values(context.current.programme.catalogue.events)) {
    const one = await factsOf(context, event)
    facts.push(one.facts)
    found.push(
      ...one.found,
      ...(await timesOf(context, event)),
      ...(await repeatsOf(context, event)),
    )
  }
  return { facts, found: [...found, ...(await amountsOf(context)), ...(await scoresOf(context))] }
}

/** How far back rhythm is looked at. */
const RHYTHM_DAYS = 400

async function factsOf(
  context: ReportContext,
  event: EventKind,
): Promise<{ readonly facts: EventFacts; readonly found: readonly Found[] }> {
  const places = placesOf(context, event)
  const columns = places.flatMap(({ of, known, outside, text }, i) => [
    sql`, toUInt64(sum(${of})) AS ${id(`of${i}`)}, toUInt64(sum(${known})) AS ${id(`known${i}`)}`,
    ...(text === undefined ? [] : [sql`, uniqUpTo(1)(${text}) AS ${id(`distinct${i}`)}`]),
    ...(outside === undefined ? [] : [sql`, countIf(${outside}) AS ${id(`outside${i}`)}`]),
  ])
  const rows = eventRows(context, event)
  const [row = {}] = await context.query<Record<string, unknown>>(
    sql`SELECT count() AS n${join(columns, '')} FROM ${rows}`,
  )
  const n = Number(row['n'])
  const since = sql`at > ${instantOf(context.asOf - RHYTHM_DAYS * 86_400_000)}`
  const days = await context.query<{ day: number; n: string }>(
    sql`SELECT day, count() AS n FROM (SELECT ${localDayOf(context)} AS day FROM ${rows} AND ${since}) GROUP BY day ORDER BY day`,
  )
  const [now] = await context.query<{ day: number }>(
    sql`SELECT ${localDayOf(context, instantOf(context.asOf))} AS day`,
  )
  const freshness = freshnessOf({
    days: days.map(({ day }) => day),
    counts: days.map((one) => Number(one.n)),
    today: now?.day ?? 0,
  })
  const at = (name: string, i: number): number => Number(row[`${name}${i}`] ?? 0)
  const facts: EventFacts = {
    event,
    n,
    freshness,
    last: days.at(-1)?.day,
    properties: places.map(({ label, where }, i) => ({
      label,
      where,
      known: at('known', i),
      of: at('of', i),
    })),
  }
  return {
    facts,
    found: [
      ...sourceProblems(facts),
      ...places.flatMap((place, i) => placeProblems(place, event, (name) => at(name, i))),
    ],
  }
}

interface PlaceOfValue {
  readonly label: Text
  readonly where: string
  readonly property: Property
  readonly element: string | undefined
  /** Per row: how many values there could be, and how many there are. */
  readonly of: Sql
  readonly known: Sql
  readonly outside: Sql | undefined
  /** The value itself, of texts of the event. */
  readonly text: Sql | undefined
}

/** Each property of an event and of its elements. */
function placesOf(context: ReportContext, event: EventKind): readonly PlaceOfValue[] {
  const own = Object.values(event.properties).map((property): PlaceOfValue => {
    const column = id(propertyColumn(property.name))
    const isWord = property.type === 'text' || property.type === 'category'
    const known = isKnownSql(property, column)
    const allowed = allowedOf(context, property)
    return {
      label: named(event, property),
      where: `event:${event.name}.${property.name}`,
      property,
      element: undefined,
      of: raw('1'),
      known,
      outside:
        allowed === undefined || property.type === 'list'
          ? undefined
          : sql`${known} AND toString(${column}) NOT IN ${allowed}`,
      text: isWord ? sql`if(${known}, toString(${column}), NULL)` : undefined,
    }
  })
  const parts = Object.values(event.elements).flatMap((element) =>
    Object.values(element.properties).map((property): PlaceOfValue => {
      const column = id(elementColumn(element.name, property.name))
      const allowed = allowedOf(context, property)
      const isOut =
        allowed === undefined || property.type === 'list'
          ? undefined
          : sql`arrayExists(x -> ${isKnownSql(property, raw('x'))} AND toString(x) NOT IN ${allowed}, ${column})`
      return {
        label: named(event, property),
        where: `event:${event.name}.${property.name}`,
        property,
        element: element.name,
        of: sql`length(${column})`,
        known: sql`arrayCount(x -> ${isKnownSql(property, raw('x'))}, ${column})`,
        outside: isOut,
        text: undefined,
      }
    }),
  )
  return [...own, ...parts].filter(({ property }) => property.sensitivity !== 'sensitive')
}

function named(event: EventKind, property: Property): Text {
  const [first, second] = [textOf(event.label), textOf(property.label)]
  return Object.fromEntries(
    LOCALES.map((locale) => [locale, `${first[locale]} · ${second[locale]}`]),
  ) as Text
}

function isKnownSql({ type }: Property, column: Sql): Sql {
  if (type === 'text' || type === 'category') return sql`(${column} != '')`
  return type === 'list' || type === 'geo' ? sql`notEmpty(${column})` : sql`isNotNull(${column})`
}

function allowedOf({ current }: ReportContext, property: Property): Sql | undefined {
  const tree = current.programme.catalogue.trees[property.tree ?? '']
  const values =
    property.type === 'category'
      ? tree?.flatMap((node) => categoriesUnder([node], node.name) ?? [])
      : property.values
  return values === undefined || values.length === 0
    ? undefined
    : value([...values], 'Array(String)')
}

function sourceProblems({ event, freshness, n }: EventFacts): readonly Found[] {
  const { state, silent, usual, lastWeek, usualWeek } = freshness
  const base = { where: `event:${event.name}`, label: textOf(event.label) }
  if (state === 'stopped' && silent !== undefined && usual !== undefined)
    return [{ ...base, kind: 'stopped', count: n, of: n, silent, usual }]
  if (state === 'fading') return [{ ...base, kind: 'fading', count: lastWeek, of: usualWeek }]
  return n === 0 ? [{ ...base, kind: 'empty', count: 0, of: 0 }] : []
}

/** Below this share of known values a property says little; above it nobody is bothered. */
const SPARSE = 0.5
const FEW = 30

function placeProblems(
  { label, where, property, element }: PlaceOfValue,
  event: EventKind,
  at: (name: string) => number,
): readonly Found[] {
  const [known, of, outside] = [at('known'), at('of'), at('outside')]
  const name = printName(property.name)
  const list = (property.values ?? []).map((text) => printLiteral({ kind: 'text', value: text }))
  const test = `${name} not in (${list.join(', ')})`
  const asked = element === undefined ? test : `any ${printName(element)} (${test})`
  const canSay = list.length > 0 && property.type !== 'category'
  const definition = canSay ? { definition: `any(${printName(event.name)} where ${asked})` } : {}
  const isOnly = element === undefined && known >= FEW && at('distinct') === 1
  const isCounted = event.counts?.property === property.name
  return [
    ...(outside > 0
      ? [{ kind: 'outside', where, label, count: outside, of: known, ...definition } as const]
      : []),
    ...(of >= FEW && known === 0 ? [{ kind: 'empty', where, label, count: of, of } as const] : []),
    ...(isOnly && !isCounted
      ? [{ kind: 'constant', where, label, count: known, of } as const]
      : []),
    ...(of >= FEW && known > 0 && known < SPARSE * of && property.required
      ? [{ kind: 'sparse', where, label, count: of - known, of } as const]
      : []),
  ]
}

/** Events of the future, and those before the customer joined or was born. */
async function timesOf(context: ReportContext, event: EventKind): Promise<readonly Found[]> {
  const { table, meaning } = context
  const base = { where: `event:${event.name}`, label: textOf(event.label) }
  const now = instantOf(context.asOf)
  const [ahead] = await context.query<{ n: string; all: string }>(
    sql`SELECT countIf(at > ${now}) AS n, count() AS all FROM ${table(eventTable(event.name))} WHERE ${notMerged(table)}`,
  )
  const future: readonly Found[] =
    Number(ahead?.n) > 0
      ? [{ ...base, kind: 'future', count: Number(ahead?.n), of: Number(ahead?.all) }]
      : []
  const { joined } = meaning
  if (joined === undefined || joined.type !== 'date' || event.role !== 'purchase') return future
  const column = id(joined.name)
  // Not ANY INNER: that would take one event of each customer, whichever comes first.
  const [early] = await context.query<{ n: string; all: string }>(
    sql`SELECT countIf(day < toInt32(since)) AS n, count() AS all FROM (SELECT customer_key, ${localDayOf(context)} AS day FROM ${eventRows(context, event)}) AS f
      INNER JOIN (SELECT customer_key, ${column} AS since FROM (${traitsNow(context, [joined])}) WHERE isNotNull(${column})) AS j USING (customer_key)`,
  )
  if (Number(early?.n ?? 0) === 0) return future
  const definition = `days since first(${printName(event.name)}) > days since ${printName(joined.name)} + 1`
  return [
    ...future,
    { ...base, kind: 'before-joined', count: Number(early?.n), of: Number(early?.all), definition },
  ]
}

/** The same happening twice under two ids: same customer, same instant, all properties alike. */
async function repeatsOf(context: ReportContext, event: EventKind): Promise<readonly Found[]> {
  const columns = [
    ...Object.values(event.properties).map(({ name }) => id(propertyColumn(name))),
    ...Object.values(event.elements).flatMap((element) =>
      Object.values(element.properties).map(({ name }) => id(elementColumn(element.name, name))),
    ),
  ]
  if (columns.length === 0) return []
  const rows = eventRows(context, event)
  // Only what happened to one customer at one instant is compared in full.
  const [row] = await context.query<{ n: string; all: string }>(
    sql`SELECT sum(times - 1) AS n, (SELECT count() FROM ${rows}) AS all FROM (
      SELECT customer_key, at, cityHash64(${join(
        columns.map((c) => sql`toString(${c})`),
        ', ',
      )}) AS same, count() AS times FROM ${rows}
        AND (customer_key, at) IN (SELECT customer_key, at FROM ${rows} GROUP BY customer_key, at HAVING count() > 1)
      GROUP BY customer_key, at, same)`,
  )
  const count = Number(row?.n ?? 0)
  if (count === 0) return []
  return [
    {
      kind: 'same-event',
      where: `event:${event.name}`,
      label: textOf(event.label),
      count,
      of: Number(row?.all),
    },
  ]
}

/** Amounts below zero, and those far outside of all others. */
async function amountsOf(context: ReportContext): Promise<readonly Found[]> {
  const { purchase, amount } = context.meaning
  if (purchase === undefined || amount === undefined) return []
  const rows = sql`(SELECT customer_key, ${amountOf(context, amount)} AS x FROM ${eventRows(context, purchase)})`
  const [first] = await context.query<{ n: string; negative: string; m: number | null }>(
    sql`SELECT count() AS n, countIf(x < 0) AS negative, quantileExactIf(0.5)(log(x), x > 0) AS m FROM ${rows}`,
  )
  const [n, negative, median] = [Number(first?.n), Number(first?.negative), Number(first?.m ?? 0)]
  const [second] = await context.query<{ d: number | null }>(
    sql`SELECT quantileExactIf(0.5)(abs(log(x) - ${value(median, 'Float64')}), x > 0) AS d FROM ${rows}`,
  )
  const far = farBounds({ median, mad: Number(second?.d ?? 0), log: true })
  const label = named(purchase, amount.property)
  const where = `event:${purchase.name}.${amount.property.name}`
  const field = printName(amount.property.name)
  const canSay = amount.element === undefined
  const say = (test: string) =>
    canSay ? { definition: `any(${printName(purchase.name)} where ${field} ${test})` } : {}
  const found: Found[] = []
  if (negative > 0)
    found.push({ kind: 'negative', where, label, count: negative, of: n, ...say('< 0') })
  if (far === undefined) return found
  const high = Number(far.high.toPrecision(4))
  const [third] = await context.query<{ n: string }>(
    sql`SELECT countIf(x > ${value(high, 'Float64')}) AS n FROM ${rows}`,
  )
  const count = Number(third?.n)
  if (count > 0) found.push({ kind: 'outlier', where, label, count, of: n, ...say(`> ${high}`) })
  return found
}

/** Answers off the scale of 0 to 10. */
async function scoresOf(context: ReportContext): Promise<readonly Found[]> {
  const { survey } = context.meaning
  if (survey === undefined) return []
  const { event, score, only } = survey
  const column = id(propertyColumn(score.name))
  const kind =
    only === undefined
      ? raw('')
      : sql` AND ${id(propertyColumn(only[0]))} = ${value(only[1], 'String')}`
  const [row] = await context.query<{ n: string; all: string }>(
    sql`SELECT countIf(${column} < 0 OR ${column} > 10) AS n, count(${column}) AS all FROM ${eventRows(context, event)}${kind}`,
  )
  const count = Number(row?.n ?? 0)
  if (count === 0) return []
  const name = printName(score.name)
  const definition = `any(${printName(event.name)} where ${name} < 0 or ${name} > 10)`
  return [
    {
      kind: 'out-of-range',
      where: `event:${event.name}.${score.name}`,
      label: named(event, score),
      count,
      of: Number(row?.all),
      ...(only === undefined ? { definition } : {}),
    },
  ]
}
