/** Clusters as plain data, and as the statement that finds everybody's. */
import type { ScaledMeasure } from '../../../../core/models/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { digits } from '../measures/number.ts'

/** A field of a mixed fit: differences of numbers are divided by the range, categories differ by 0 or 1. */
export interface PlacedField {
  readonly column: string
  readonly kind: 'number' | 'category'
  readonly weight: number
  readonly range: number
}

/** Around what customers are gathered; `numbers` are what people call the clusters, in the order of the rest. */
export type ClusterForm = { readonly numbers: readonly number[] } & (
  | {
      readonly kind: 'kmeans'
      readonly measures: readonly ScaledMeasure[]
      readonly centres: readonly (readonly number[])[]
    }
  | {
      readonly kind: 'mixture'
      readonly measures: readonly ScaledMeasure[]
      readonly components: readonly {
        readonly mean: readonly number[]
        /** Inverse of the covariance, row-major. */
        readonly precision: readonly number[]
        /** -2 ln share + ln |covariance|. */
        readonly constant: number
      }[]
    }
  | {
      readonly kind: 'mixed'
      readonly fields: readonly PlacedField[]
      readonly medoids: readonly (readonly (number | string | null)[])[]
    }
)

/**
 * The rows of `values` with `cluster`, `distance` and `closeness` beside. Measures are its columns `m0`, `m1` ... in their order.
 * A customer belongs to what is nearest; of equally near ones to the first. `closeness` is 1 - distance / distance to the next (the
 * silhouette against centres, Hruschka, Campello, Castro 2006); of a mixture, 1 - chance of the next / own chance.
 */
export function placed(form: ClusterForm, values: Sql): Sql {
  const { of, costs, distance, closeness } = measured(form, values)
  const numbers = value([...form.numbers], 'Array(Int32)')
  return sql`SELECT *, toFloat64(${numbers}[nearest_at]) AS cluster, ${distance} AS distance, ${closeness} AS closeness
    FROM (SELECT *, indexOf(costs, arrayMin(costs)) AS nearest_at, costs[nearest_at] AS nearest,
        arrayMin(arrayFilter((cost, at) -> at != nearest_at, costs, arrayEnumerate(costs))) AS next
      FROM (SELECT *, [${join(costs, ', ')}] AS costs FROM (${of})))`
}

interface Measured {
  readonly of: Sql
  readonly costs: readonly Sql[]
  readonly distance: Sql
  readonly closeness: Sql
}

const NEARER = raw('if(next > 0, 1 - nearest / next, 0.)')

function measured(form: ClusterForm, values: Sql): Measured {
  switch (form.kind) {
    case 'kmeans': {
      const squares = form.centres.map((centre) =>
        sum(centre.map((x, j) => sql`pow(${scaledColumn(j)} - ${digits(x)}, 2)`)),
      )
      return {
        of: withScaled(form.measures, values),
        costs: squares,
        distance: raw('sqrt(nearest)'),
        closeness: raw('if(next > 0, 1 - sqrt(nearest / next), 0.)'),
      }
    }
    case 'mixture': {
      const constants = form.components.map(({ constant }) => constant)
      return {
        of: withScaled(form.measures, values),
        costs: form.components.map(
          (one) => sql`${quadratic(one.mean, one.precision)} + ${digits(one.constant)}`,
        ),
        distance: sql`sqrt(greatest(0., nearest - ${value(constants, 'Array(Float64)')}[nearest_at]))`,
        closeness: raw('1 - exp((nearest - next) / 2)'),
      }
    }
    case 'mixed':
      return {
        of: values,
        costs: form.medoids.map((medoid) => gower(form.fields, medoid)),
        distance: raw('nearest'),
        closeness: NEARER,
      }
  }
}

function scaledColumn(j: number): Sql {
  return id(`s${j}`)
}

function withScaled(measures: readonly ScaledMeasure[], values: Sql): Sql {
  const columns = measures.map((how, j) => sql`${scaled(id(`m${j}`), how)} AS ${scaledColumn(j)}`)
  return sql`SELECT *, ${join(columns, ', ')} FROM (${values})`
}

/** As `scaleValue`: what is missing lies in the middle. */
function scaled(x: Sql, how: ScaledMeasure): Sql {
  if (how.constant) return raw('0.')
  const { transform, low, high } = how
  const cut =
    transform === 'log1p'
      ? sql`log1p(greatest(0., ${x}))`
      : transform === 'winsor' && low !== undefined && high !== undefined
        ? sql`least(${digits(high)}, greatest(${digits(low)}, ${x}))`
        : x
  return sql`ifNull((${cut} - ${digits(how.centre)}) / ${digits(how.spread)} * ${digits(how.weight)}, 0.)`
}

function quadratic(mean: readonly number[], precision: readonly number[]): Sql {
  const size = mean.length
  const off = mean.map((m, j) => sql`(${scaledColumn(j)} - ${digits(m)})`)
  const terms = off.flatMap((a, i) =>
    off.slice(i).map((b, k) => {
      const p = precision[i * size + i + k] ?? 0
      return sql`${digits(k === 0 ? p : 2 * p)} * ${a} * ${b}`
    }),
  )
  return sum(terms)
}

/** Gower's distance over the fields that both have; 1 where they have none in common. */
function gower(fields: readonly PlacedField[], medoid: readonly (number | string | null)[]): Sql {
  const parts = fields.flatMap(({ column, kind, weight, range }, j) => {
    const there = medoid[j] ?? null
    if (there === null || !(weight > 0)) return []
    const x = id(column)
    const w = digits(weight)
    if (kind === 'number') {
      const far =
        range > 0
          ? sql`least(1., abs(${x} - ${digits(Number(there))}) / ${digits(range)})`
          : raw('0.')
      return [{ cost: sql`ifNull(${far} * ${w}, 0.)`, has: sql`if(isNull(${x}), 0., ${w})` }]
    }
    const other = sql`if(${x} = '' OR ${x} = ${value(String(there), 'String')}, 0., ${w})`
    return [{ cost: other, has: sql`if(${x} = '', 0., ${w})` }]
  })
  if (parts.length === 0) return raw('1.')
  const has = sum(parts.map((part) => part.has))
  return sql`if(${has} > 0, ${sum(parts.map((part) => part.cost))} / ${has}, 1.)`
}

function sum(terms: readonly Sql[]): Sql {
  return terms.length === 0 ? raw('0.') : sql`(${join(terms, ' + ')})`
}
