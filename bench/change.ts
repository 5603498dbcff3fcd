/** What change costs: arrived events, the passing of time, and a definition that somebody edits. */
import { bindAll, type BoundDefinition } from '../src/core/segment/index.ts'
import { raw, sql } from '../src/core/sql/index.ts'
import { compileChecker } from '../src/engine/intake/index.ts'
import { absorbArrivals, touchedByArrivals } from '../src/engine/run/arrival/absorb.ts'
import { openLog } from '../src/engine/run/arrival/log.ts'
import { demoProgramme } from '../src/engine/run/demo/index.ts'
import { advance } from '../src/engine/run/evaluation/advance.ts'
import { countMembers } from '../src/engine/run/evaluation/count.ts'
import { evaluate } from '../src/engine/run/evaluation/evaluate.ts'
import { digestOf } from '../src/engine/run/evaluation/generation/force.ts'
import { currentSnapshot } from '../src/engine/run/evaluation/snapshot.ts'
import type { Handle } from '../src/engine/run/handle.ts'
import { benchSegments } from './definitions.ts'
import { boundSegments } from './evaluate.ts'
import { median, peakMb, resetPeak, spent, type Cost } from './machine.ts'

export interface ChangeFigures {
  readonly what: string
  /** Customers looked at, memberships entered or left. */
  readonly customers?: number
  readonly changes?: number
  readonly rounds?: number
  readonly ms: number
  readonly cpuMs: number
  readonly enginePeakMb?: number
  readonly note?: string
}

export interface ChangeOptions {
  readonly handle: Handle
  readonly asOf: number
  readonly customers: number
  readonly segments: number
  readonly runs: number
  readonly enginePid: number | undefined
}

const BATCH_EVENTS = 10_000
const BATCH_CUSTOMERS = 5000
/** A prime near a golden part of the largest base: customers of a batch lie far from each other. */
const STRIDE = 618_031

/** Measures batches, ticks and live counts, on a state of its own; the facts have some more events afterwards. */
export async function benchChange(options: ChangeOptions): Promise<readonly ChangeFigures[]> {
  const { handle, asOf } = options
  const definitions = boundSegments(options.segments)
  const texts = new Map(benchSegments(options.segments).map((s) => [s.key, s.definition]))
  const held = await currentSnapshot(handle)
  // What was measured before this may have published the same state.
  if (held?.asOf !== asOf || held.definitionsDigest !== digestOf({ definitions, texts }))
    await evaluate(handle, { definitions, texts, asOf })
  return [
    ...(await benchBatches(options, { definitions, texts })),
    ...(await benchTicks(options, { definitions, texts })),
    ...(await benchCounts(options)),
  ]
}

interface InForce {
  readonly definitions: readonly BoundDefinition[]
  readonly texts: ReadonlyMap<string, string>
}

/** What some work gave and cost. */
interface Measured<T> {
  readonly cost: Cost
  readonly peak: number
  readonly result: T
}

async function measured<T>(
  { enginePid }: Pick<ChangeOptions, 'enginePid'>,
  work: () => Promise<T>,
): Promise<Measured<T>> {
  resetPeak(enginePid)
  const { cost, result } = await spent(enginePid, work)
  return { cost, peak: peakMb(enginePid) ?? 0, result }
}

/** Medians of several measurements. */
function summary(
  what: string,
  all: readonly { readonly cost: Cost; readonly peak: number }[],
): Pick<ChangeFigures, 'what' | 'ms' | 'cpuMs' | 'enginePeakMb'> {
  return {
    what,
    ms: Math.round(median(all.map((m) => m.cost.ms))),
    cpuMs: Math.round(median(all.map((m) => m.cost.cpuMs))),
    enginePeakMb: Math.max(...all.map((m) => m.peak)),
  }
}

/** Events of the last ten minutes before the watermark, as HTTP brings them: logged, made facts, published. */
async function benchBatches(
  options: ChangeOptions,
  inForce: InForce,
): Promise<readonly ChangeFigures[]> {
  const { handle, asOf, runs } = options
  const checker = compileChecker(handle.programme.catalogue)
  const log = openLog({ doors: async () => handle, now: Date.now })
  const absorbed: Measured<void>[] = []
  const advanced: (Measured<number> & { readonly rounds: number; readonly changes: number })[] = []
  for (let run = -1; run < runs; run++) {
    const verdicts = Array.from({ length: BATCH_EVENTS }, (_, n) =>
      checker.check(message({ ...options, n, run: run + 1 }), { receivedAt: asOf }),
    )
    const refused = verdicts.find((v) => !v.ok)
    if (refused !== undefined) throw new Error(`refused: ${JSON.stringify(refused)}`)
    await log.append(verdicts.flatMap((v) => (v.ok ? v.rows : [])))
    const first = await measured(options, async () => {
      while ((await absorbArrivals(handle)) !== undefined) continue
    })
    const touched = await touchedByArrivals(handle)
    const rounds = { n: 0 }
    const second = await measured(options, async () => {
      const { evaluated } = await advance(handle, {
        ...inForce,
        to: asOf,
        touched: touched === undefined ? [] : [touched],
        onRound: () => rounds.n++,
      })
      return evaluated
    })
    if (run < 0) continue
    absorbed.push(first)
    advanced.push({ ...second, rounds: rounds.n, changes: await lastChanges(handle) })
  }
  await log.close()
  const last = advanced.at(-1)
  const both = absorbed.map((a, i) => {
    const b = advanced[i] ?? a
    const cost = { ms: a.cost.ms + b.cost.ms, cpuMs: a.cost.cpuMs + b.cost.cpuMs }
    return { cost, peak: Math.max(a.peak, b.peak) }
  })
  return [
    summary(`${BATCH_EVENTS} events become facts`, absorbed),
    {
      ...summary('their memberships and history are published', advanced),
      customers: last?.result ?? 0,
      changes: last?.changes ?? 0,
      rounds: last?.rounds ?? 0,
    },
    summary('both', both),
  ]
}

function message(of: {
  readonly n: number
  readonly run: number
  readonly asOf: number
  readonly customers: number
}): Record<string, unknown> {
  const { n, run, asOf, customers } = of
  const customer = ((n % BATCH_CUSTOMERS) * STRIDE + run * 7919) % customers
  const common = {
    type: 'track',
    userId: `C${String(customer + 1).padStart(7, '0')}`,
    messageId: `batch-${run}-${Date.now()}-${n}`,
    timestamp: new Date(asOf - ((n * 37) % 600) * 1000).toISOString(),
  }
  if (n % 5 === 4)
    return { ...common, event: 'email_opened', properties: { campaign: 'c7', device: 'phone' } }
  const amount = 5 + (n % 90)
  const items = [{ product: `P${n % 288}`, category: 'Coffee', quantity: 1, price: amount, amount }]
  return {
    ...common,
    event: 'purchase',
    properties: {
      status: 'paid',
      channel: 'web',
      store: `S-${n % 41}`,
      amount,
      discount: 0,
      items,
    },
  }
}

/** Steps of time after each of which one customer in a hundred is due. */
async function benchTicks(
  options: ChangeOptions,
  inForce: InForce,
): Promise<readonly ChangeFigures[]> {
  const { handle, runs } = options
  const all = []
  for (let run = -1; run < runs; run++) {
    const to = await whenDue(handle, (run + 2) / 100)
    const rounds = { n: 0 }
    const one = await measured(options, async () => {
      const { evaluated } = await advance(handle, { ...inForce, to, onRound: () => rounds.n++ })
      return evaluated
    })
    if (run < 0) continue
    all.push({ ...one, rounds: rounds.n, changes: await lastChanges(handle) })
  }
  const last = all.at(-1)
  return [
    {
      ...summary('time passes until one customer in a hundred is due', all),
      customers: last?.result ?? 0,
      changes: last?.changes ?? 0,
      rounds: last?.rounds ?? 0,
    },
  ]
}

/** By when this share of the base's customers may change by time alone. */
async function whenDue(handle: Handle, share: number): Promise<number> {
  const snapshot = await currentSnapshot(handle)
  const table = handle.analytics.table(`membership_${snapshot?.base ?? 0}`)
  const [row] = await handle.analytics.query<{ at: string }>(
    sql`SELECT toUnixTimestamp64Milli(quantileExact(${raw(String(share))})(next_flip)) AS at FROM ${table}`,
  )
  return Number(row?.at ?? 0)
}

async function lastChanges(handle: Handle): Promise<number> {
  const snapshot = await currentSnapshot(handle)
  const [row] = await handle.analytics.query<{ n: string }>(
    sql`SELECT count() AS n FROM ${handle.analytics.table('member_change')}
      WHERE generation = ${raw(String(snapshot?.id ?? 0))}`,
  )
  return Number(row?.n ?? 0)
}

/** Definitions that no segment has, counted while they are typed: an estimate with its bounds, then exactly. */
const TYPED: readonly string[] = [
  'count(purchase where channel = "web", last 75 days) >= 2 and days since last(purchase) > 10',
  'sum(purchase.amount, last 200 days) > 310 and country in ("FR", "ES")',
  'any(purchase where any item (category under "Coffee"), last 100 days)',
  'count(email_opened, last 50 days) >= 2 and not any(purchase, last 50 days)',
  'avg(purchase.amount, last 300 days) > 42 and count(purchase) >= 5',
]

async function benchCounts(options: ChangeOptions): Promise<readonly ChangeFigures[]> {
  const { handle, asOf } = options
  const { catalogue, timeZone, currency, measures } = demoProgramme()
  const rows = { first: [], exact: [] } as {
    first: { cost: Cost; peak: number }[]
    exact: { cost: Cost; peak: number }[]
  }
  let missed = 0
  for (const text of TYPED) {
    const key = 'typed'
    const bound = bindAll([{ key, text }], { catalogue, timeZone, currency, measures }).get(key)
    if (bound?.ok !== true) throw new Error(`${text}: ${JSON.stringify(bound?.issues)}`)
    const input = { definitions: [bound.value], segment: key, asOf }
    const first = await measured(options, () =>
      countMembers(handle, { ...input, approximate: true }),
    )
    const exact = await measured(options, () => countMembers(handle, input))
    rows.first.push(first)
    rows.exact.push(exact)
    const { low, high } = first.result.estimate ?? {
      low: first.result.count,
      high: first.result.count,
    }
    if (exact.result.count < low || exact.result.count > high) missed++
  }
  return [
    {
      ...summary('first answer to an edited definition', rows.first),
      note: `${TYPED.length - missed} of ${TYPED.length} intervals hold the exact count`,
    },
    summary('exact answer', rows.exact),
  ]
}
