/** Evaluating many segments in one pass, against one aggregate and against one hand-written query a segment. */
import {
  weave,
  emitInsert,
  emitSelect,
  PLAN_SETTINGS,
  snapshotColumns,
  type Plan,
} from '../src/core/plan/index.ts'
import { bindAll, type BoundDefinition } from '../src/core/segment/index.ts'
import { id, raw, sql } from '../src/core/sql/index.ts'
import { demoProgramme } from '../src/engine/run/demo/index.ts'
import type { Analytics } from '../src/engine/store/index.ts'
import { benchSegments, ONE_AGGREGATE, type BenchSegment } from './definitions.ts'
import { peakMb, resetPeak, timed } from './machine.ts'

export interface EvaluationFigures {
  readonly segments: number
  readonly distinctMeasures: number
  readonly passes: number
  readonly ourMs: number
  /** Times one aggregate over all purchases. */
  readonly timesOneAggregate: number
  /** Sum of the hand-written queries, and how many times ours that is; absent when not measured. */
  readonly byHandMs?: number
  readonly timesFaster?: number
  readonly enginePeakMb?: number
}

export interface EvaluationOptions {
  readonly analytics: Analytics
  readonly asOf: number
  readonly segments: readonly number[]
  readonly runs: number
  /** Compares times and counts with the hand-written queries. */
  readonly byHand: boolean
  readonly enginePid: number | undefined
}

/** The bench's segments, checked against the demo's catalogue. */
export function boundSegments(count: number): readonly BoundDefinition[] {
  const { catalogue, timeZone, currency, measures } = demoProgramme()
  const drafts = benchSegments(count).map((s) => ({ key: s.key, text: s.definition }))
  const bound = bindAll(drafts, { catalogue, timeZone, currency, measures })
  return drafts.map(({ key, text }) => {
    const result = bound.get(key)
    if (result?.ok !== true) throw new Error(`${text}: ${JSON.stringify(result?.issues)}`)
    return result.value
  })
}

function handWritten(
  text: string,
  { analytics, asOf }: EvaluationOptions,
): Promise<readonly { n: string }[]> {
  const filled = text
    .replaceAll('{asOf}', String(asOf))
    .replaceAll(/\{(\w+)\}/g, (_, table: string) => `${analytics.database}.${table}`)
  return analytics.query<{ n: string }>(raw(filled))
}

export function oneAggregate(options: EvaluationOptions): Promise<number> {
  return timed(options.runs, () => handWritten(ONE_AGGREGATE, options))
}

const SNAPSHOT = 'bench_snapshot'

async function makeSnapshot(analytics: Analytics, plan: Plan): Promise<void> {
  await analytics.tables.drop(SNAPSHOT)
  await analytics.tables.create({
    name: SNAPSHOT,
    columns: snapshotColumns(plan),
    orderBy: ['customer_key'],
    shardBy: 'customer_key',
  })
}

/** Evaluates and writes memberships, as an evaluation does. */
export async function timeEvaluation(
  options: EvaluationOptions,
  count: number,
): Promise<{ readonly ms: number; readonly plan: Plan }> {
  const { analytics } = options
  const bound = boundSegments(count)
  const plan = weave(bound, demoProgramme().catalogue, options.asOf)
  await makeSnapshot(analytics, plan)
  const ms = await timed(options.runs, async () => {
    await analytics.tables.truncate(SNAPSHOT)
    const again = weave(bound, demoProgramme().catalogue, options.asOf)
    await analytics.runOnShards((table) => emitInsert(again, { table, into: table(SNAPSHOT) }), {
      settings: PLAN_SETTINGS,
    })
  })
  return { ms, plan }
}

async function memberCounts(options: EvaluationOptions, plan: Plan): Promise<readonly number[]> {
  const { analytics } = options
  const sums = plan.segments.map((s) => sql`sum(${id(`s_${s.segment}`)})`)
  const columns = sums.flatMap((s, i) => (i === 0 ? [s] : [raw(', '), s]))
  const rows = await analytics.query<{ counts: readonly string[] }>(
    sql`SELECT [${{ kind: 'sequence', parts: columns }}] AS counts FROM ${analytics.table(SNAPSHOT)}`,
  )
  return (rows[0]?.counts ?? []).map(Number)
}

async function compareByHand(
  options: EvaluationOptions,
  segments: readonly BenchSegment[],
  counts: readonly number[],
): Promise<number> {
  let total = 0
  for (const [i, segment] of segments.entries()) {
    let rows: readonly { n: string }[] = []
    total += await timed(1, async () => {
      rows = await handWritten(segment.byHand, options)
    })
    if (Number(rows[0]?.n) !== counts[i])
      throw new Error(`${segment.definition}: ${counts[i]} members, by hand ${rows[0]?.n}`)
  }
  return total
}

/** One row of figures per number of segments; fails when a count differs from the hand-written query's. */
export async function benchEvaluation(
  options: EvaluationOptions,
): Promise<readonly EvaluationFigures[]> {
  const aggregateMs = await oneAggregate(options)
  const figures: EvaluationFigures[] = []
  for (const count of options.segments) {
    resetPeak(options.enginePid)
    const { ms, plan } = await timeEvaluation(options, count)
    const enginePeakMb = peakMb(options.enginePid)
    const byHandMs = options.byHand
      ? await compareByHand(options, benchSegments(count), await memberCounts(options, plan))
      : undefined
    figures.push({
      segments: count,
      distinctMeasures: plan.measures.length,
      passes: plan.families.length,
      ourMs: Math.round(ms),
      timesOneAggregate: Math.round((ms / aggregateMs) * 10) / 10,
      ...(byHandMs === undefined
        ? {}
        : { byHandMs: Math.round(byHandMs), timesFaster: Math.round((byHandMs / ms) * 10) / 10 }),
      ...(enginePeakMb === undefined ? {} : { enginePeakMb }),
    })
  }
  return figures
}

/** The statement of a plan, to be profiled. */
export function selectOf(options: EvaluationOptions, count: number): ReturnType<typeof emitSelect> {
  const plan = weave(boundSegments(count), demoProgramme().catalogue, options.asOf)
  return emitSelect(plan, { table: (name) => options.analytics.table(name) })
}
