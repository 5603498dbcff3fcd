/** The thresholds of ranks: one statement over everybody, whose answer the evaluations after it are given. */
import { type Instant } from '../base/index.ts'
import type { RankBand } from '../segment/index.ts'
import { join, raw, sql, value, type Sql } from '../sql/index.ts'
import { fixedClock } from './time/clock.ts'
import { emitValue } from './emit.ts'
import { leavesOf } from './flip/flip.ts'
import type { Test } from './logic/logic.ts'
import type { TableOf } from './pass/pass.ts'
import { customerScope, emitValues } from './values.ts'
import { valuesIn } from './logic/walk.ts'
import type { Plan } from './weave.ts'

type Rank = Extract<Test, { kind: 'rank' }>

/**
 * Rows `key`, `low` and `high` (NULL is open), `high_open` (0 or 1) of every rank of the plan, as of an instant; undefined when
 * the plan has none. A rank that nobody can be of has no row. Cost: the passes that the ranks' values need, and
 * sorting one number per customer and rank.
 */
export function emitCutoffs(
  plan: Plan,
  options: { readonly table: TableOf; readonly asOf: Instant },
): Sql | undefined {
  const tests = leavesOf(plan.segments.map((s) => s.test))
  const ranks = [
    ...new Map(tests.flatMap((t) => (t.kind === 'rank' ? [[t.key, t] as const] : []))).values(),
  ]
  if (ranks.length === 0) return undefined
  const asked = neededFor(plan, ranks)
  const clock = fixedClock(options.asOf)
  const scope = customerScope(asked, clock)
  const at = { kind: 'fixed', asOf: options.asOf } as const
  const from = emitValues(asked, { table: options.table, at, clock, flips: false })
  const sorted = ranks.map((rank, i) => {
    const x = sql`toFloat64(${emitValue(rank.value, scope)})`
    return sql`arraySort(groupArrayIf(assumeNotNull(${x}), ifNull(isFinite(${x}), 0))) AS ${column(i)}`
  })
  const rows = ranks.map((rank, i) => emitRow(rank, column(i)))
  return sql`SELECT row.1 AS key, row.2 AS low, row.3 AS high, row.4 AS high_open
    FROM (SELECT arrayJoin([${join(rows, ', ')}]) AS row FROM (SELECT ${join(sorted, ', ')} FROM (${from})))
    WHERE row.5`
}

/** The part of a plan that the ranks' values need. */
function neededFor(plan: Plan, ranks: readonly Rank[]): Plan {
  const values = new Set(ranks.flatMap((rank) => [...valuesIn(rank)]))
  const names = new Set([...values].flatMap((v) => (v.kind === 'trait' ? [v.name] : [])))
  const asked = new Set([...values].flatMap((v) => (v.kind === 'measure' ? [v.measure] : [])))
  const measures = plan.measures.filter((m) => asked.has(m.measure))
  const parts = new Set(measures.flatMap((m) => m.aggregates))
  const own = plan.own.filter((o) => values.has(o.value))
  return {
    ...plan,
    measures,
    aggregates: plan.aggregates.filter((a) => parts.has(a)),
    traits: plan.traits.filter((t) => names.has(t.name)),
    pasts: own.length === 0 ? [] : plan.pasts,
    own,
    shared: [],
  }
}

function column(i: number): Sql {
  return raw(`sorted${i}`)
}

/** `(key, low, high, high_open, is_possible)`. */
function emitRow(rank: Rank, sorted: Sql): Sql {
  const size = sql`toInt64(length(${sorted}))`
  const { low, high, isPossible } = limits(rank.band, sorted, size)
  const open = raw(rank.band.kind === 'quantile' ? '1' : '0')
  return sql`(${value(rank.key, 'String')}, toNullable(${low}), toNullable(${high}), toUInt8(${open}), toUInt8(${size} > 0 AND ${isPossible}))`
}

const NONE = raw("CAST(NULL, 'Nullable(Float64)')")

function limits(
  band: RankBand,
  sorted: Sql,
  size: Sql,
): { readonly low: Sql; readonly high: Sql; readonly isPossible: Sql } {
  if (band.kind === 'quantile') {
    // So many customers are in lower parts, and so many up to the last part asked for.
    const count = (part: number): Sql =>
      sql`toInt64(ceil(${value(part, 'Float64')} * ${size} / ${value(band.parts, 'Float64')}))`
    const first = band.from <= 1 ? NONE : nextAbove(sorted, count(band.from - 1))
    const end = band.to >= band.parts ? NONE : nextAbove(sorted, count(band.to))
    const isPossible = band.from <= 1 ? raw('1') : sql`isNotNull(${first})`
    return { low: first, high: end, isPossible }
  }
  const wanted =
    band.of === 'customers'
      ? value(band.count, 'Float64')
      : sql`ceil(${value(band.count, 'Float64')} * ${size} / 100)`
  const n = sql`least(toInt64(${wanted}), ${size})`
  const isPossible = sql`${n} > 0`
  // Where there are fewer than so many, everybody is among them, and so is whoever comes.
  const end = (at: Sql): Sql => sql`if(${wanted} > ${size}, NULL, ${sorted}[${at}])`
  return band.kind === 'top'
    ? { low: end(sql`${size} - ${n} + 1`), high: NONE, isPossible }
    : { low: NONE, high: end(n), isPossible }
}

/** The least value above the nth; ties of the nth belong to those below. NULL where there is none. */
function nextAbove(sorted: Sql, n: Sql): Sql {
  return sql`arrayFirstOrNull(v -> v > ${sorted}[${n}], ${sorted})`
}
