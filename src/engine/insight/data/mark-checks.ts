/** Numbers that stand for something else, and customers who cannot be told from each other. */
import { isMark, looksLikeMark, say, textOf } from '../../../core/insight/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { id, join, raw, sql, value } from '../../../core/sql/index.ts'
import { everybody } from '../basis/rows.ts'
import { isSet, traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import type { Found } from './found.ts'

/** Marks among the numbers known of customers. Cost: a pass over the profiles, another when something looks like a mark. */
export async function markChecks(context: ReportContext): Promise<readonly Found[]> {
  const traits = Object.values(context.current.programme.catalogue.traits).filter(
    ({ type, sensitivity }) =>
      (type === 'number' || type === 'money') && sensitivity !== 'sensitive',
  )
  if (traits.length === 0) return []
  const people = sql`(${traitsNow(context, traits)}) WHERE customer_key IN (${everybody(context)})`
  const ends = traits.map(
    ({ name }, i) =>
      sql`toFloat64(min(${id(name)})) AS ${id(`low_${i}`)}, toFloat64(max(${id(name)})) AS ${id(`high_${i}`)}`,
  )
  const [row = {}] = await context.query<Record<string, number | null>>(
    sql`SELECT ${join(ends, ', ')} FROM ${people}`,
  )
  const suspects = traits.flatMap((trait, i) =>
    (['low', 'high'] as const).flatMap((end) => {
      const mark = row[`${end}_${i}`]
      return typeof mark === 'number' && looksLikeMark(mark) ? [{ trait, end, mark }] : []
    }),
  )
  if (suspects.length === 0) return []
  const columns = suspects.map(({ trait, end, mark }, i) => {
    const x = sql`toFloat64(${id(trait.name)})`
    const at = value(mark, 'Float64')
    const next = end === 'low' ? sql`minIf(${x}, ${x} > ${at})` : sql`maxIf(${x}, ${x} < ${at})`
    return sql`toFloat64(countIf(${x} = ${at})) AS ${id(`count_${i}`)}, toFloat64(count(${x})) AS ${id(`of_${i}`)},
      toFloat64(uniq(${x})) AS ${id(`distinct_${i}`)}, ${next} AS ${id(`next_${i}`)}`
  })
  const [sums = {}] = await context.query<Record<string, number | null>>(
    sql`SELECT ${join(columns, ', ')} FROM ${people}`,
  )
  return suspects.flatMap(({ trait, mark }, i): readonly Found[] => {
    const [count, of, distinct, next] = ['count', 'of', 'distinct', 'next'].map((key) =>
      Number(sums[`${key}_${i}`] ?? 0),
    )
    const extreme = {
      value: mark,
      count: count ?? 0,
      of: of ?? 0,
      distinct: distinct ?? 0,
      next: next ?? 0,
    }
    if (!isMark(extreme)) return []
    return [
      {
        kind: 'mark',
        where: `trait:${trait.name}`,
        label: textOf(trait.label),
        count: extreme.count,
        of: extreme.of,
        mark,
        next: extreme.next,
        definition: `${printName(trait.name)} = ${mark}`,
      },
    ]
  })
}

/** Fewer known traits than this are shared by many people. */
const LEAST_KNOWN = 8

/** Customers like another in all that is known of them. Cost: a pass over the profiles. */
export async function sameProfiles(context: ReportContext): Promise<readonly Found[]> {
  const traits = Object.values(context.current.programme.catalogue.traits)
  if (traits.length < LEAST_KNOWN) return []
  const known = join(
    traits.map((trait) => sql`toUInt16(${isSet(trait, id(trait.name))})`),
    ' + ',
  )
  const all = join(
    traits.map(({ name }) => id(name)),
    ', ',
  )
  const [row] = await context.query<{ customers: number; groups: number; of: number }>(
    sql`SELECT toFloat64(sumIf(n, n > 1)) AS customers, toFloat64(countIf(n > 1)) AS groups, toFloat64(sum(n)) AS of FROM (
      SELECT count() AS n FROM (${traitsNow(context, traits)}) WHERE customer_key IN (${everybody(context)})
        AND ${known} >= ${raw(String(LEAST_KNOWN))} GROUP BY sipHash128(toString((${all}))))`,
  )
  if (row === undefined || row.customers === 0) return []
  return [
    {
      kind: 'same-profile',
      where: 'customers',
      label: say(['Customers', 'Clientes', 'Clientes', 'Clients']),
      count: row.customers,
      of: row.of,
      groups: row.groups,
    },
  ]
}
