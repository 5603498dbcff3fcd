/** Groups aggregates into families that one pass over one kind of event serves, reading no further back than it must. */
import { MS_PER_DAY, type Instant } from '../../base/index.ts'
import type { Aggregate } from './aggregate.ts'
import type { Clock } from '../time/clock.ts'
import { passesRows, type Edge } from '../time/edge.ts'
import { isTimed } from '../flip/flip.ts'
import type { Test } from '../logic/logic.ts'

/**
 * One pass: the rows of an event kind, or of its elements, in (after, upTo] that meet `common`. Where customers have
 * instants of their own, (after, upTo] holds what any of them needs.
 */
export interface Family {
  readonly name: string
  readonly event: string
  readonly element?: string
  readonly after: Instant
  readonly upTo: Instant
  /** Conditions that all its aggregates have in common. */
  readonly common: readonly Test[]
  readonly aggregates: readonly Aggregate[]
}

/**
 * Families reach back about four times as far as the next smaller one: a pass then reads at most four times what
 * its shortest measure needs, and ten years of history make no more than six passes of one event kind.
 */
const HORIZON_DAYS = [10, 40, 130, 400, 1500] as const

/** A pass over little costs about as much as one more column over everything, so few columns do not get their own. */
const FEW = 2

/**
 * Joining a pass costs about as much as reading this many rows for its columns: below it, horizons of one event
 * kind share a pass. (Measured: 22 passes over small kinds took longer to join than to read.)
 */
const SMALL_ROWS = 5_000_000

export interface FamilyOptions {
  readonly clock: Clock
  /** Whether the rows that will pass an edge later are to be seen too. */
  readonly flips: boolean
  /** How large event kinds are, if known. */
  readonly rows: ReadonlyMap<string, number>
}

/**
 * The families of these aggregates, in order of event kind and horizon. Customers at instants of their own are few:
 * one pass per event kind then.
 */
export function familiesOf(
  aggregates: readonly Aggregate[],
  options: FamilyOptions,
): readonly Family[] {
  const { clock, rows } = options
  const bySource = new Map<string, Aggregate[]>()
  for (const a of aggregates) {
    const key = JSON.stringify([a.event, a.element ?? null])
    bySource.set(key, [...(bySource.get(key) ?? []), a])
  }
  const keys = [...bySource.keys()].sort()
  const groups = keys.flatMap((key) => {
    const all = bySource.get(key) ?? []
    const size = rows.get(all[0]?.event ?? '')
    const isSmall = clock.isOwn || (size !== undefined && size < SMALL_ROWS)
    return isSmall ? [all] : byHorizon(all, clock)
  })
  return groups.map((group, i) => toFamily(`f${i}`, group, options))
}

function byHorizon(aggregates: readonly Aggregate[], clock: Clock): readonly Aggregate[][] {
  const classes = new Map<number, Aggregate[]>()
  for (const a of aggregates) {
    const days = (clock.range.to - clock.bounds(a.after).low) / MS_PER_DAY
    const found = HORIZON_DAYS.findIndex((limit) => days <= limit)
    const level = found === -1 ? HORIZON_DAYS.length : found
    classes.set(level, [...(classes.get(level) ?? []), a])
  }
  const levels = [...classes.entries()].sort(([a], [b]) => a - b).map(([, group]) => group)
  const out: Aggregate[][] = []
  let carried: Aggregate[] = []
  levels.forEach((group, i) => {
    const all = [...carried, ...group]
    const isLast = i === levels.length - 1
    if (all.length <= FEW && !isLast) carried = all
    else {
      out.push(all)
      carried = []
    }
  })
  return out
}

function toFamily(
  name: string,
  aggregates: readonly Aggregate[],
  { clock, flips }: FamilyOptions,
): Family {
  const [first, ...rest] = aggregates
  // A row that time will let in must not be kept out of sight.
  const common = (first?.parts ?? []).filter(
    (part) => rest.every((a) => a.parts.includes(part)) && !(flips && isTimed(part)),
  )
  const leaves = flips && aggregates.some((a) => passesRows(a.upTo))
  return {
    name,
    event: first?.event ?? '',
    ...(first?.element === undefined ? {} : { element: first.element }),
    after: Math.min(...aggregates.flatMap((a) => lowest(a.after, clock, flips))),
    upTo: leaves ? clock.range.to : Math.max(...aggregates.map((a) => clock.bounds(a.upTo).high)),
    common,
    aggregates,
  }
}

/** How far back an edge asks to see: where it lies, and where it will fall back to. */
function lowest(edge: Edge, clock: Clock, flips: boolean): readonly Instant[] {
  const falls = flips && edge.kind === 'moving' ? clock.falls(edge) : []
  return [clock.bounds(edge).low, ...falls.map((fall) => fall.low)]
}
