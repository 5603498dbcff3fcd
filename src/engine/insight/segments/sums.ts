/** Asks the store for the sums of two groups: one statement for numbers, one for characteristics. */
import {
  verbatim,
  type NumberSums,
  type Sizes,
  type Text,
  type WordSums,
} from '../../../core/insight/index.ts'
import { membership, stateOf } from '../../run/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { ReportContext } from '../report/kind.ts'
import { characteristicsOf, type Characteristic } from './characteristics.ts'
import { figuresOf, type Figure, type Source } from './figures.ts'

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

/** At most so many values of one characteristic, the most frequent ones. */
const MOST_VALUES = 200

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

/** Sums of everything that the catalogue allows to compare. Cost: two passes over each event that figures speak of. */
export async function groupSums(
  context: ReportContext,
  groups: Groups,
  days: number,
): Promise<GroupSums> {
  const { figures, sources } = figuresOf(context, days)
  const { characteristics, sources: others } = await characteristicsOf(context, days)
  const [{ sizes, numbers }, words] = await Promise.all([
    numberSums(context, withSources(groups, sources), figures),
    wordSums(context, withSources(groups, others), characteristics),
  ])
  const condition = (key: string, text: string): string | undefined =>
    characteristics.find((one) => one.key === key)?.condition?.(text)
  return { sizes, numbers, words: words(sizes), condition }
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

interface ValueRow {
  readonly k: string
  readonly v: string
  readonly a: string
  readonly b: string
  readonly as: number
  readonly aq: number
  readonly bs: number
  readonly bq: number
}

/** Counts of characteristics by value, once the sizes of the groups are known. */
export async function wordSums(
  { query }: Pick<ReportContext, 'query'>,
  people: Sql,
  characteristics: readonly Characteristic[],
): Promise<(sizes: Sizes) => readonly WordSums[]> {
  if (characteristics.length === 0) return () => []
  const pairs = characteristics.map(({ texts, parts }, i) => {
    const weights = parts ?? sql`arrayMap(x -> toFloat64(1), ${texts})`
    return sql`arrayMap((x, w) -> (${value(String(i), 'String')}, x, w), if(empty(${texts}), [''], ${texts}), if(empty(${texts}), [toFloat64(1)], ${weights}))`
  })
  const rows = await query<ValueRow>(
    sql`SELECT part.1 AS k, part.2 AS v, sum(of_) AS a, sum(against_) AS b,
        sum(of_ * part.3) AS as, sum(of_ * part.3 * part.3) AS aq, sum(against_ * part.3) AS bs, sum(against_ * part.3 * part.3) AS bq
      FROM (SELECT of_, against_, arrayJoin(arrayConcat(${join(pairs, ', ')})) AS part FROM ${people})
      GROUP BY k, v ORDER BY v = '' DESC, a + b DESC, v LIMIT ${raw(String(MOST_VALUES))} BY k`,
  )
  const names = await Promise.all(
    characteristics.map(async ({ namesOf }, i) => {
      const values = rows.filter(({ k, v }) => k === String(i) && v !== '').map(({ v }) => v)
      return namesOf === undefined || values.length === 0 ? undefined : await namesOf(values)
    }),
  )
  return (sizes) =>
    characteristics.map((characteristic, i) => {
      const own = rows.filter((row) => row.k === String(i))
      const unknown = own.find((row) => row.v === '')
      const {
        several,
        labelOf,
        texts: _texts,
        condition: _condition,
        parts,
        ...aspect
      } = characteristic
      return {
        aspect,
        several,
        known: {
          of: sizes.of - Number(unknown?.a ?? 0),
          against: sizes.against - Number(unknown?.b ?? 0),
        },
        values: own
          .filter((row) => row.v !== '')
          .map(({ v, a, b, as, aq, bs, bq }) => ({
            value: v,
            label: named(names[i]?.get(v)) ?? labelOf(v),
            of: Number(a),
            against: Number(b),
            ...(parts === undefined
              ? {}
              : {
                  parts: {
                    of: { sum: as, sumSquares: aq },
                    against: { sum: bs, sumSquares: bq },
                  },
                }),
          })),
      }
    })
}

function named(name: string | undefined): Text | undefined {
  return name === undefined ? undefined : verbatim(name)
}
