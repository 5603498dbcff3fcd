/** How many customers meet a definition now, without a snapshot: exactly, or estimated on a sample. */
import type { Instant } from '../../../core/base/index.ts'
import { emitSelect, isMember, PLAN_SETTINGS, weave, type Plan } from '../../../core/plan/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import { id, sql } from '../../../core/sql/index.ts'
import { FACTS_LOCK } from '../facts.ts'
import type { Handle } from '../handle.ts'
import { cutoffsOfPlan } from './generation/cutoffs.ts'

export interface CountInput {
  /** The definition to count, with all those that it refers to. */
  readonly definitions: readonly BoundDefinition[]
  /** The key of the one to count. */
  readonly segment: string
  readonly asOf: Instant
  /** Answer from one customer in a hundred when the base is large. */
  readonly approximate?: boolean
  readonly signal?: AbortSignal
}

export interface MemberCount {
  readonly count: number
  /** Known customers at the instant; exact also when the count is estimated. */
  readonly population: number
  /** Present when the count was estimated: a 95 % interval around it, and how many customers were looked at. */
  readonly estimate?: { readonly low: number; readonly high: number; readonly sampled: number }
}

const SAMPLE_SHARE = 0.01
/** Below this an exact count is as quick, and a sample of a hundredth would say little. */
const LARGE = 200_000
/** Two-sided 95 % point of the normal distribution. */
const Z = 1.959964

/** Counts a definition at an instant. An estimate looks at the customers whose hashed keys lie in the first hundredth. */
export async function countMembers(handle: Handle, input: CountInput): Promise<MemberCount> {
  const { ledger } = handle
  const plan = weave(input.definitions, handle.programme.catalogue, {
    segments: [input.segment],
  })
  return await ledger.withLock(FACTS_LOCK, 'shared', async () => {
    if (input.approximate === true) {
      const population = await countPopulation(handle, input)
      if (population >= LARGE) {
        const found = await run(handle, plan, input, SAMPLE_SHARE)
        return estimate({ population, sampled: found.population, found: found.count })
      }
    }
    return await run(handle, plan, input)
  })
}

async function run(
  { analytics }: Handle,
  plan: Plan,
  input: CountInput,
  sampleShare?: number,
): Promise<MemberCount> {
  const { asOf, signal } = input
  const cutoffs = await cutoffsOfPlan({ analytics }, plan, {
    asOf,
    ...(signal === undefined ? {} : { signal }),
  })
  const select = emitSelect(plan, {
    table: analytics.table,
    at: { kind: 'fixed', asOf: input.asOf },
    numbers: new Map([[input.segment, 0]]),
    flips: false,
    cutoffs: (key) => cutoffs.get(key),
    ...(sampleShare === undefined ? {} : { sampleShare }),
  })
  const [row] = await analytics.query<{ population: string; members: string }>(
    sql`SELECT count() AS population, sum(${isMember(id('bits'), 0)}) AS members FROM (${select})`,
    {
      settings: PLAN_SETTINGS,
      ...(input.signal === undefined ? {} : { signal: input.signal }),
    },
  )
  return { population: Number(row?.population ?? 0), count: Number(row?.members ?? 0) }
}

async function countPopulation(handle: Handle, input: CountInput): Promise<number> {
  const everyone = weave(
    [
      {
        segment: 'everyone',
        timeZone: handle.programme.timeZone,
        condition: { node: 0, kind: 'constant', value: true },
        refersTo: [],
      },
    ],
    handle.programme.catalogue,
  )
  const { definitions: _, segment: __, ...rest } = input
  return (await run(handle, everyone, { ...rest, definitions: [], segment: 'everyone' })).population
}

/**
 * Scales a share up with its Wilson interval (Wilson 1927; sound also when the share is near 0 or 1).
 * The interval never leaves out what was seen.
 */
export function estimate(of: {
  readonly population: number
  readonly sampled: number
  readonly found: number
}): MemberCount {
  const { population, sampled, found } = of
  if (sampled === 0)
    return { count: 0, population, estimate: { low: 0, high: population, sampled } }
  const p = found / sampled
  const z2 = Z * Z
  const centre = (p + z2 / (2 * sampled)) / (1 + z2 / sampled)
  const half =
    (Z / (1 + z2 / sampled)) * Math.sqrt((p * (1 - p)) / sampled + z2 / (4 * sampled * sampled))
  return {
    count: Math.round(p * population),
    population,
    estimate: {
      low: Math.max(found, Math.floor((centre - half) * population)),
      high: Math.min(population - (sampled - found), Math.ceil((centre + half) * population)),
      sampled,
    },
  }
}
