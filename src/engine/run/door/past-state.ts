/** Members of many segments at one instant of the past: as they were held where that was kept, else computed in one plan. */
import type { Instant } from '../../../core/base/index.ts'
import { emitSelect, weave } from '../../../core/plan/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { numbersIn } from '../evaluation/generation/bits.ts'
import { cutoffsOfPlan } from '../evaluation/generation/cutoffs.ts'
import { stateOf } from '../evaluation/generation/state.ts'
import { heldAt, heldKeys, type Held } from '../evaluation/past/held.ts'
import { asPlanned } from '../evaluation/past/recomputed.ts'
import type { Snapshot } from '../evaluation/snapshot.ts'
import type { Current } from '../open.ts'
import { appliedDefinitions } from '../programme/applied.ts'
import { isFailure } from './failure-of.ts'
import { closure } from './past.ts'

/** `held`: what was published then; `recomputed`: by the definition in force from what is known today. */
export type PastReading = 'held' | 'recomputed'

/** Which segments, and when. */
export interface PastStateAsked {
  /** The published state, whose definitions count. */
  readonly snapshot: Snapshot
  readonly segments: readonly string[]
  readonly asOf: Instant
}

/** Memberships at an instant. */
export interface PastState {
  /** `customer_key`, `place` (of the segment in the order asked for): a row for each membership; undefined: none can be read. */
  readonly members: Sql | undefined
  /** In the order asked for; undefined where a definition has no meaning any more. */
  readonly readings: readonly (PastReading | undefined)[]
  /** Customers known then, where all is as held. */
  readonly population: number | undefined
}

/** A nightly evaluation counts as that of its day also where clocks change; an older one says nothing of the instant. */
const HELD_WITHIN_MS = 36 * 3_600_000

/**
 * A segment is read as held when what was published then meant the same (its definition and all that it refers to) and
 * was no older than a day and a half. All others are computed by one woven plan: the cost is about one evaluation, however
 * many they are; ranks are drawn anew for then. At the watermark of the published state that state is read.
 */
export async function stateAsOf(
  current: Current,
  { snapshot, segments, asOf }: PastStateAsked,
): Promise<PastState> {
  const { definitions } = await appliedDefinitions(current)
  const wanted = segments.map((key) => closure(key, (one) => definitions.get(one)?.bound))
  if (asOf >= snapshot.asOf) return published(current, snapshot, segments)
  const held = await heldOrUndefined(current, asOf)
  const readings = wanted.map((all, place): PastReading | undefined => {
    const keys = [segments[place] ?? '', ...(all ?? []).map(({ segment }) => segment)]
    if (held !== undefined && isSame(held.snapshot, snapshot, keys)) return 'held'
    return all === undefined ? undefined : 'recomputed'
  })
  const parts: Sql[] = []
  if (held !== undefined) parts.push(...heldParts(current, held, { segments, readings }))
  const computed = wanted.flatMap((all, place) =>
    all === undefined || readings[place] !== 'recomputed'
      ? []
      : [{ place, segment: segments[place] ?? '', definitions: all }],
  )
  if (computed.length > 0) parts.push(await wovenPart(current, computed, asOf))
  const allHeld = parts.length > 0 && readings.every((one) => one === 'held')
  return {
    members: parts.length === 0 ? undefined : join(parts, ' UNION ALL '),
    readings,
    population: allHeld ? held?.snapshot.population : undefined,
  }
}

function published(current: Current, snapshot: Snapshot, segments: readonly string[]): PastState {
  const places = segments.flatMap((key, place) => {
    const number = snapshot.segments.get(key)?.number
    return number === undefined ? [] : [{ number, place }]
  })
  const numbers = value(
    places.map(({ number }) => number),
    'Array(UInt16)',
  )
  const order = value(
    places.map(({ place }) => place),
    'Array(UInt16)',
  )
  const state = stateOf(snapshot, (name) => current.analytics.table(name))
  return {
    members: sql`SELECT customer_key, toUInt16(transform(number, ${numbers}, ${order}, toUInt16(0))) AS place
      FROM (SELECT customer_key, arrayJoin(arrayFilter(n -> has(${numbers}, n), ${numbersIn(id('bits'))})) AS number
        FROM (${state}) WHERE known = 1)`,
    readings: segments.map((key) => (snapshot.segments.has(key) ? 'held' : undefined)),
    population: snapshot.population,
  }
}

async function heldOrUndefined(current: Current, asOf: Instant): Promise<Held | undefined> {
  try {
    const held = await heldAt(current, asOf)
    const { pinned, asOf: watermark } = held.snapshot
    return !pinned && watermark >= asOf - HELD_WITHIN_MS ? held : undefined
  } catch (error) {
    if (isFailure(error, 'run/not-held-then')) return undefined
    throw error
  }
}

function isSame(then: Snapshot, now: Snapshot, keys: readonly string[]): boolean {
  return keys.every((key) => {
    const [was, is] = [then.segments.get(key), now.segments.get(key)]
    return was !== undefined && was.carried !== true && was.meaning === is?.meaning
  })
}

function heldParts(
  current: Current,
  held: Held,
  of: { readonly segments: readonly string[]; readonly readings: PastState['readings'] },
): readonly Sql[] {
  return of.segments.flatMap((key, place) => {
    const number = held.snapshot.segments.get(key)?.number
    if (number === undefined || of.readings[place] !== 'held') return []
    return [
      sql`SELECT customer_key, toUInt16(${raw(String(place))}) AS place FROM (${heldKeys(current, held, number)})`,
    ]
  })
}

interface Computed {
  readonly place: number
  readonly segment: string
  readonly definitions: readonly BoundDefinition[]
}

/** One plan for all of them, in which what they share is computed once. */
async function wovenPart(current: Current, of: readonly Computed[], asOf: Instant): Promise<Sql> {
  const all = new Map(of.flatMap(({ definitions }) => definitions.map((d) => [d.segment, d])))
  const plan = weave([...all.values()], current.programme.catalogue, {
    segments: of.map(({ segment }) => segment),
  })
  const cutoffs = await cutoffsOfPlan(current, plan, { asOf })
  const select = emitSelect(plan, {
    table: (name) => current.analytics.table(name),
    at: { kind: 'fixed', asOf },
    numbers: new Map(of.map(({ segment, place }) => [segment, place])),
    flips: false,
    cutoffs: (key) => cutoffs.get(key),
  })
  return asPlanned(
    sql`SELECT customer_key, arrayJoin(${numbersIn(id('bits'))}) AS place FROM (${select})`,
  )
}
