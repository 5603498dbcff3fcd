/** What is wrong with traits: unknown values, impossible ones, the same address twice, nothing that varies. */
import { categoriesUnder, type Trait } from '../../../core/catalog/index.ts'
import { farBounds, TAIL_SHARE, textOf, type Text } from '../../../core/insight/index.ts'
import { printLiteral, printName } from '../../../core/segment/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { localDate } from '../../../core/base/index.ts'
import { everybody } from '../basis/rows.ts'
import { isSet, traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import { OLDEST, today } from '../segments/figures.ts'
import type { Found } from './found.ts'

/** What one pass over the traits tells of each. */
export interface TraitFacts {
  readonly trait: Trait
  readonly known: number
  readonly population: number
}

/** Facts and problems of all traits that may be looked at. Cost: two passes over the profiles, one more for each address. */
export async function traitChecks(
  context: ReportContext,
): Promise<{ readonly facts: readonly TraitFacts[]; readonly found: readonly Found[] }> {
  const traits = Object.values(context.current.programme.catalogue.traits).filter(
    (trait) => trait.sensitivity !== 'sensitive',
  )
  if (traits.length === 0) return { facts: [], found: [] }
  const people = sql`(SELECT customer_key FROM (${everybody(context)})) AS e ANY LEFT JOIN (${traitsNow(context, traits)}) AS t USING (customer_key)`
  const columns = traits.flatMap((trait, i) => columnsOf(context, trait, i))
  const [row = {}] = await context.query<Record<string, unknown>>(
    sql`SELECT count() AS population_${join(columns, '')} FROM ${people}`,
  )
  const population = Number(row['population_'])
  const facts = traits.map((trait, i) => ({ trait, population, known: Number(row[`known_${i}`]) }))
  const found = traits.flatMap((trait, i) => problemsOf(context, trait, { row, i, population }))
  const far = await outliers(context, traits, people)
  const shared = await sharedAddresses(context, traits, population)
  return { facts, found: [...found, ...far, ...shared] }
}

function columnsOf(context: ReportContext, trait: Trait, i: number): readonly Sql[] {
  const column = id(trait.name)
  const set = isSet(trait, column)
  const allowed = allowedValues(context, trait)
  const day = today(context)
  return [
    sql`, countIf(${set}) AS ${id(`known_${i}`)}`,
    sql`, uniqIf(${column}, ${set}) AS ${id(`distinct_${i}`)}`,
    ...(allowed === undefined
      ? []
      : [
          sql`, countIf(${outside(trait, allowed)}) AS ${id(`outside_${i}`)}`,
          sql`, topKIf(3)(toString(${column}), ${outside(trait, allowed)}) AS ${id(`examples_${i}`)}`,
        ]),
    ...(trait.role === 'birth-date'
      ? [
          sql`, countIf(isNotNull(${column}) AND (${column} > ${day} OR ${column} < addYears(${day}, ${raw(String(-OLDEST))}))) AS ${id(`birth_${i}`)}`,
        ]
      : []),
    ...(trait.role === 'email'
      ? [sql`, countIf(${set} AND position(${column}, '@') < 2) AS ${id(`address_${i}`)}`]
      : []),
    ...(trait.role === 'income'
      ? [sql`, countIf(isNotNull(${column}) AND ${column} < 0) AS ${id(`negative_${i}`)}`]
      : []),
  ]
}

/** Values that the catalogue knows; for categories the names of the tree. */
function allowedValues({ current }: ReportContext, trait: Trait): readonly string[] | undefined {
  if (trait.type === 'category') {
    const tree = current.programme.catalogue.trees[trait.tree ?? '']
    return tree?.flatMap((node) => categoriesUnder([node], node.name) ?? [])
  }
  return trait.type === 'text' || trait.type === 'list' ? trait.values : undefined
}

function outside(trait: Trait, allowed: readonly string[]): Sql {
  const column = id(trait.name)
  const list = value([...allowed], 'Array(String)')
  return trait.type === 'list'
    ? sql`arrayExists(x -> NOT has(${list}, toString(x)), ${column})`
    : sql`${isSet(trait, column)} AND NOT has(${list}, toString(${column}))`
}

const FEW = 30

function problemsOf(
  context: ReportContext,
  trait: Trait,
  { row, i, population }: { row: Readonly<Record<string, unknown>>; i: number; population: number },
): readonly Found[] {
  const at = (name: string): number => Number(row[`${name}_${i}`] ?? 0)
  const known = at('known')
  const where = `trait:${trait.name}`
  const label = textOf(trait.label)
  const name = printName(trait.name)
  const make = (
    kind: Found['kind'],
    count: number,
    more: Partial<Pick<Found, 'definition' | 'examples' | 'of'>> = {},
  ): readonly Found[] => (count === 0 ? [] : [{ kind, where, label, count, of: known, ...more }])
  const allowed = allowedValues(context, trait)
  const examples = row[`examples_${i}`] as readonly string[] | undefined
  return [
    ...make('impossible-birth', at('birth'), { definition: birthDefinition(context, name) }),
    ...make('bad-address', at('address'), {
      definition: `${name} is known and not (${name} contains "@")`,
    }),
    ...make('negative', at('negative'), { definition: `${name} < 0` }),
    ...make('outside', at('outside'), {
      ...(examples === undefined ? {} : { examples }),
      ...(allowed === undefined ||
      trait.type === 'list' ||
      trait.type === 'category' ||
      allowed.length === 0
        ? {}
        : { definition: `${name} not in (${allowed.map(quoted).join(', ')})` }),
    }),
    ...(known === 0 && population > 0 ? make('empty', population, { of: population }) : []),
    ...(known >= FEW && at('distinct') === 1 && trait.role === undefined
      ? make('constant', known)
      : []),
  ]
}

function quoted(text: string): string {
  return printLiteral({ kind: 'text', value: text })
}

function birthDefinition({ asOf, current }: ReportContext, name: string): string {
  const day = localDate(asOf, current.programme.timeZone)
  const old = `${Number(day.slice(0, 4)) - OLDEST}${day.slice(4)}`.replace(/-02-29$/, '-02-28')
  return `${name} > ${day} or ${name} < ${old}`
}

/** Numbers far outside of all others; on the log scale where none is below zero. */
async function outliers(
  context: ReportContext,
  traits: readonly Trait[],
  people: Sql,
): Promise<readonly Found[]> {
  const numeric = traits.filter(({ type }) => type === 'number' || type === 'money')
  if (numeric.length === 0) return []
  const columns = numeric.flatMap(({ name }, i) => {
    const x = sql`toFloat64(${id(name)})`
    return [sql`min(${x}) AS ${id(`min_${i}`)}, quantileExact(0.5)(${x}) AS ${id(`m_${i}`)}`]
  })
  const [least = {}] = await context.query<Record<string, number | null>>(
    sql`SELECT ${join(columns, ', ')} FROM ${people}`,
  )
  const scaled = numeric.map(({ name }, i) => {
    const x = sql`toFloat64(${id(name)})`
    const min = least[`min_${i}`] ?? -1
    // Counts and amounts begin at zero, which has no logarithm.
    const shift = min === 0 ? 1 : 0
    return { log: min >= 0, x: shift === 1 ? sql`(1 + ${x})` : x, shift }
  })
  // The scale keeps the order, so that the median of what is scaled is the scaled median.
  const medians = scaled.map(({ log, shift }, i) => {
    const m = shift + (least[`m_${i}`] ?? 0)
    return { sql: log ? sql`log(${value(m, 'Float64')})` : value(m, 'Float64'), m }
  })
  const spreads = scaled.map(({ log, x }, i) => {
    const scale = log ? sql`log(${x})` : x
    return sql`quantileExact(0.5)(abs(${scale} - ${medians[i]?.sql ?? raw('0')})) AS ${id(`d_${i}`)}, count(${x}) AS ${id(`n_${i}`)}`
  })
  const [spread = {}] = await context.query<Record<string, number | string | null>>(
    sql`SELECT ${join(spreads, ', ')} FROM ${people}`,
  )
  const bounds = scaled.map(({ log }, i) => {
    const m = medians[i]?.m ?? 0
    return farBounds({ median: log ? Math.log(m) : m, mad: Number(spread[`d_${i}`] ?? 0), log })
  })
  const counts = bounds.map((bound, i) =>
    bound === undefined
      ? sql`toUInt64(0) AS ${id(`c_${i}`)}`
      : sql`countIf(${scaled[i]?.x ?? raw('0')} < ${value(bound.low, 'Float64')} OR ${scaled[i]?.x ?? raw('0')} > ${value(bound.high, 'Float64')}) AS ${id(`c_${i}`)}`,
  )
  const [count = {}] = await context.query<Record<string, string>>(
    sql`SELECT ${join(counts, ', ')} FROM ${people}`,
  )
  return numeric.flatMap((trait, i): readonly Found[] => {
    const [n, bound, of] = [Number(count[`c_${i}`]), bounds[i], Number(spread[`n_${i}`])]
    if (n === 0 || bound === undefined || n > TAIL_SHARE * of) return []
    const shift = scaled[i]?.shift ?? 0
    const name = printName(trait.name)
    const [low = 0, high = 0] = [bound.low, bound.high].map((x) =>
      Number((x - shift).toPrecision(6)),
    )
    const isBelow = (least[`min_${i}`] ?? 0) < low
    return [
      {
        kind: 'outlier',
        where: `trait:${trait.name}`,
        label: textOf(trait.label),
        count: n,
        of,
        definition: isBelow ? `${name} < ${low} or ${name} > ${high}` : `${name} > ${high}`,
      },
    ]
  })
}

/** The same e-mail or phone number at several customers. */
async function sharedAddresses(
  context: ReportContext,
  traits: readonly Trait[],
  population: number,
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const trait of traits.filter(({ role }) => role === 'email' || role === 'phone')) {
    const column = id(trait.name)
    const same =
      trait.role === 'email'
        ? sql`lower(trim(${column}))`
        : sql`replaceRegexpAll(toString(${column}), '[^0-9]', '')`
    const [row] = await context.query<{ customers: string; groups: string }>(
      sql`SELECT sum(n) AS customers, count() AS groups FROM (SELECT ${same} AS same, count() AS n
        FROM (${traitsNow(context, [trait])}) WHERE customer_key IN (${everybody(context)}) AND ${isSet(trait, column)} GROUP BY same HAVING same != '' AND n > 1)`,
    )
    const count = Number(row?.customers ?? 0)
    if (count === 0) continue
    const label: Text = textOf(trait.label)
    const groups = Number(row?.groups ?? 0)
    found.push({
      kind: 'same-address',
      where: `trait:${trait.name}`,
      label,
      count,
      of: population,
      groups,
    })
  }
  return found
}
