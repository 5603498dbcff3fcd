/** Asks the store for the sums of two groups: numbers, scores, what is known and what was bought. */
import type { NumberSums, Sizes, WordSums } from '../../../core/insight/index.ts'
import { membership, stateOf } from '../../run/index.ts'
import { id, join, sql, type Sql } from '../../../core/sql/index.ts'
import type { ReportContext } from '../report/kind.ts'
import { boughtOf, characteristicsOf } from './characteristics.ts'
import { figuresOf, type Figure, type Source } from './figures.ts'
import { scoresOf } from './scores.ts'
import { boughtSums, wordSums } from './words.ts'

/** What two groups are made of: `customer_key`, `of_`, `against_` (0 or 1). */
export type Groups = Sql

/** The sums of both groups. */
export interface GroupSums {
  readonly sizes: Sizes
  readonly numbers: readonly NumberSums[]
  readonly words: readonly WordSums[]
  /** Customers with a value of a characteristic, in the segment language, where it can be said. */
  readonly condition: (characteristic: string, value: string) => string | undefined
}

/** A segment against everybody else, or against another segment, as published. Throws `run/not-in-snapshot`. */
export function segmentGroups(
  { snapshot, table }: ReportContext,
  segment: string,
  other: string | undefined,
): Groups {
  const isOf = membership(snapshot, segment)(id('bits'))
  const isAgainst = other === undefined ? sql`NOT ${isOf}` : membership(snapshot, other)(id('bits'))
  return sql`SELECT customer_key, toUInt8(${isOf}) AS of_, toUInt8(${isAgainst}) AS against_
    FROM (${stateOf(snapshot, table)}) WHERE known = 1`
}

/** The customers of one subquery against the rest of another's. */
export function groupsBy(everybody: Sql, members: Sql): Groups {
  return sql`SELECT customer_key, toUInt8(customer_key IN (${members})) AS of_, toUInt8(NOT of_) AS against_ FROM (${everybody})`
}

/** The groups with the sources' columns beside them. */
export function withSources(groups: Groups, sources: readonly Source[]): Sql {
  return sources.reduce(
    (all, source, i) =>
      sql`${all} ANY LEFT JOIN (${source}) AS ${id(`j${i}`)} USING (customer_key)`,
    sql`(${groups}) AS people`,
  )
}

/**
 * Sums of everything that the catalogue allows to compare. Cost: two passes over each event that figures speak of, more over
 * purchases, one over scores; one after the other, as each takes all the cores and holds a row per customer.
 */
export async function groupSums(
  context: ReportContext,
  groups: Groups,
  days: number,
): Promise<GroupSums> {
  const { figures, sources } = figuresOf(context, days)
  const known = await characteristicsOf(context)
  const bought = boughtOf(context, days)
  const { sizes, numbers } = await numberSums(context, withSources(groups, sources), figures)
  const scores = await scoreSums(context, groups)
  const words = await wordSums(context, withSources(groups, known.sources), known.characteristics)
  const things = bought === undefined ? [] : await boughtSums(context, groups, bought)
  const all = [...known.characteristics, ...(bought?.characteristics ?? [])]
  const condition = (key: string, text: string): string | undefined =>
    all.find((one) => one.key === key)?.condition?.(text)
  return {
    sizes,
    numbers: [...numbers, ...scores],
    words: [...words(sizes), ...things],
    condition,
  }
}

const SIDES = ['of', 'against'] as const

/** Sums of numbers alone. */
export async function numberSums(
  { query }: Pick<ReportContext, 'query'>,
  people: Sql,
  figures: readonly Figure[],
): Promise<Pick<GroupSums, 'sizes' | 'numbers'>> {
  const columns = figures.map(({ number }, i) => sql`, ${number} AS ${id(`f${i}`)}`)
  const sums = figures.flatMap((_, i) =>
    SIDES.flatMap((side) => {
      const [f, is] = [id(`f${i}`), id(`${side}_`)]
      return [
        sql`, countIf(${is} = 1 AND isNotNull(${f})) AS ${id(`n${i}_${side}`)}`,
        sql`, ifNull(sumIf(${f}, ${is} = 1), 0) AS ${id(`s${i}_${side}`)}`,
        sql`, ifNull(sumIf(${f} * ${f}, ${is} = 1), 0) AS ${id(`q${i}_${side}`)}`,
      ]
    }),
  )
  const [row = {}] = await query<Record<string, string | number>>(
    sql`SELECT sum(of_) AS size_of, sum(against_) AS size_against, countIf(of_ = 1 AND against_ = 1) AS size_both${join(sums, '')}
      FROM (SELECT of_, against_${join(columns, '')} FROM ${people})`,
  )
  const at = (name: string): number => Number(row[name] ?? 0)
  const moments = (i: number, side: string) => ({
    n: at(`n${i}_${side}`),
    sum: at(`s${i}_${side}`),
    sumSquares: at(`q${i}_${side}`),
  })
  return {
    sizes: { of: at('size_of'), against: at('size_against'), both: at('size_both') },
    numbers: figures.map(({ isFlag, number: _number, ...aspect }, i) => ({
      aspect,
      isFlag,
      of: moments(i, 'of'),
      against: moments(i, 'against'),
    })),
  }
}

/** The same of each score. */
async function scoreSums(context: ReportContext, groups: Groups): Promise<readonly NumberSums[]> {
  const scores = scoresOf(context)
  if (scores === undefined) return []
  const sums = SIDES.map((side) => {
    const is = id(`${side}_`)
    return sql`, sum(${is}) AS ${id(`n_${side}`)}, sum(${is} * v) AS ${id(`s_${side}`)}, sum(${is} * v * v) AS ${id(`q_${side}`)}`
  })
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT score${join(sums, '')} FROM (${scores.rows}) AS scores INNER JOIN (${groups}) AS people USING (customer_key) GROUP BY score`,
  )
  return scores.aspects.map((aspect) => {
    const row = rows.find(({ score }) => score === aspect.key) ?? {}
    const at = (name: string): number => Number(row[name] ?? 0)
    const moments = (side: string) => ({
      n: at(`n_${side}`),
      sum: at(`s_${side}`),
      sumSquares: at(`q_${side}`),
    })
    return { aspect, isFlag: false, of: moments('of'), against: moments('against') }
  })
}
