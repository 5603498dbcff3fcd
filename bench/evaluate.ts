/** Evaluating many segments in one statement, against one aggregate and against one hand-written query a segment. */
import { describePlan, emitSelect, weave, type Plan } from '../src/core/plan/index.ts'
import { bindAll, type BoundDefinition } from '../src/core/segment/index.ts'
import { raw } from '../src/core/sql/index.ts'
import { demoProgramme } from '../src/engine/run/demo/index.ts'
import { evaluate } from '../src/engine/run/evaluation/evaluate.ts'
import type { Handle } from '../src/engine/run/handle.ts'
import { benchSegments, KINDS, ONE_AGGREGATE, type BenchSegment } from './definitions.ts'
import { peakMb, resetPeak, spent, timed, type Cost } from './machine.ts'

export interface EvaluationFigures {
  readonly segments: number
  readonly distinctMeasures: number
  readonly passes: number
  /** The whole verb: plan, statement, counts, publication. */
  readonly ms: number
  /** The engine's processor time: what remains comparable on a busy machine. */
  readonly cpuMs: number
  readonly oneAggregateMs: number
  readonly oneAggregateCpuMs: number
  readonly timesOneAggregate: number
  readonly timesOneAggregateCpu: number
  /** Sum of the hand-written queries (scaled up, where not all were asked), and how many times ours that is; absent when not measured. */
  readonly byHandMs?: number
  readonly byHandCpuMs?: number
  readonly timesFaster?: number
  readonly timesFasterCpu?: number
  readonly nodePeakMb?: number
  readonly enginePeakMb?: number
}

export interface EvaluationOptions {
  readonly handle: Handle
  readonly asOf: number
  readonly segments: readonly number[]
  readonly runs: number
  /** Compares times and counts with the hand-written queries of one segment in so many; 0 with none. */
  readonly byHandEvery: number
  readonly enginePid: number | undefined
}

/** The bench's segments, checked against the demo's catalogue. */
export function boundSegments(count: number): readonly BoundDefinition[] {
  return bound(benchSegments(count).map((s) => ({ key: s.key, text: s.definition })))
}

/** Definitions, checked against the demo's catalogue. */
export function bound(
  drafts: readonly { readonly key: string; readonly text: string }[],
): readonly BoundDefinition[] {
  const { catalogue, timeZone, currency, measures } = demoProgramme()
  const results = bindAll(drafts, { catalogue, timeZone, currency, measures })
  return drafts.map(({ key, text }) => {
    const result = results.get(key)
    if (result?.ok !== true) throw new Error(`${text}: ${JSON.stringify(result?.issues)}`)
    return result.value
  })
}

function handWritten(
  text: string,
  { handle, asOf }: Pick<EvaluationOptions, 'handle' | 'asOf'>,
): Promise<readonly { n: string }[]> {
  const filled = text
    .replaceAll('{asOf}', String(asOf))
    .replaceAll(/\{(\w+)\}/g, (_, table: string) => `${handle.database}.${table}`)
  // In monthly partitions the engine's default is quicker than optimize_aggregation_in_order.
  return handle.analytics.query<{ n: string }>(raw(filled))
}

/** Milliseconds of the one aggregate. */
export function oneAggregate(
  options: Pick<EvaluationOptions, 'handle' | 'asOf' | 'runs' | 'enginePid'>,
): Promise<Cost> {
  return timed(options, () => handWritten(ONE_AGGREGATE, options))
}

/** Milliseconds of an evaluation of the first `count` segments, and how many members each has. */
export async function timeEvaluation(
  options: Pick<EvaluationOptions, 'handle' | 'asOf' | 'runs' | 'enginePid'>,
  count: number,
): Promise<{ readonly cost: Cost; readonly members: readonly number[] }> {
  const definitions = boundSegments(count)
  const texts = new Map(benchSegments(count).map((s) => [s.key, s.definition]))
  let members: readonly number[] = []
  const cost = await timed(options, async () => {
    const { snapshot } = await evaluate(options.handle, { definitions, texts, asOf: options.asOf })
    members = definitions.map((d) => snapshot.segments.get(d.segment)?.count ?? -1)
  })
  return { cost, members }
}

async function compareByHand(
  options: EvaluationOptions,
  segments: readonly BenchSegment[],
  members: readonly number[],
): Promise<Cost> {
  const total = { ms: 0, cpuMs: 0 }
  let asked = 0
  for (const [i, segment] of segments.entries()) {
    // Kinds take turns: one in 25 would otherwise always be of the same kind.
    if ((i + Math.floor(i / KINDS)) % options.byHandEvery > 0) continue
    asked++
    let rows: readonly { n: string }[] = []
    const { cost } = await spent(options.enginePid, async () => {
      rows = await handWritten(segment.byHand, options)
    })
    total.ms += cost.ms
    total.cpuMs += cost.cpuMs
    if (Number(rows[0]?.n) !== members[i])
      throw new Error(`${segment.definition}: ${members[i]} members, by hand ${rows[0]?.n}`)
  }
  const scale = segments.length / Math.max(1, asked)
  return { ms: total.ms * scale, cpuMs: total.cpuMs * scale }
}

function times(a: number, b: number): number {
  return Math.round((a / Math.max(1, b)) * 10) / 10
}

/** The plan of the first `count` segments. */
export function planOf(count: number): Plan {
  return weave(boundSegments(count), demoProgramme().catalogue)
}

/** The statement behind the evaluation, to be profiled. */
export function statementOf(
  handle: Handle,
  count: number,
  asOf: number,
): ReturnType<typeof emitSelect> {
  const plan = planOf(count)
  return emitSelect(plan, {
    table: (name) => handle.analytics.table(name),
    at: { kind: 'fixed', asOf },
    numbers: new Map(plan.segments.map((s, i) => [s.segment, i])),
  })
}

/** One row of figures per number of segments; fails when a count differs from the hand-written query's. */
export async function benchEvaluation(
  options: EvaluationOptions,
): Promise<readonly EvaluationFigures[]> {
  const aggregate = await oneAggregate(options)
  const figures: EvaluationFigures[] = []
  for (const count of options.segments) {
    const plan = planOf(count)
    resetPeak(options.enginePid)
    resetPeak(process.pid)
    const { cost, members } = await timeEvaluation(options, count)
    const enginePeakMb = peakMb(options.enginePid)
    const nodePeakMb = peakMb(process.pid)
    const byHand =
      options.byHandEvery > 0
        ? await compareByHand(options, benchSegments(count), members)
        : undefined
    figures.push({
      segments: count,
      distinctMeasures: plan.measures.length,
      passes: describePlan(plan, options.asOf).passes.length,
      ms: Math.round(cost.ms),
      cpuMs: Math.round(cost.cpuMs),
      oneAggregateMs: Math.round(aggregate.ms),
      oneAggregateCpuMs: Math.round(aggregate.cpuMs),
      timesOneAggregate: times(cost.ms, aggregate.ms),
      timesOneAggregateCpu: times(cost.cpuMs, aggregate.cpuMs),
      ...(byHand === undefined
        ? {}
        : {
            byHandMs: Math.round(byHand.ms),
            byHandCpuMs: Math.round(byHand.cpuMs),
            timesFaster: times(byHand.ms, cost.ms),
            timesFasterCpu: times(byHand.cpuMs, cost.cpuMs),
          }),
      ...(nodePeakMb === undefined ? {} : { nodePeakMb }),
      ...(enginePeakMb === undefined ? {} : { enginePeakMb }),
    })
  }
  return figures
}
