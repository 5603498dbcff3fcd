/** Groups aggregates into families that one pass over one kind of event serves, reading no further back than it must. */
import { MS_PER_DAY, type Instant } from '../base/index.ts'
import type { Aggregate } from './aggregate.ts'
import type { Test } from './logic.ts'

/** One pass: the rows of an event kind, or of its elements, in (after, upTo] that meet `common`. */
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

/** The families of these aggregates, in order of event kind and horizon. `rows` tells how large event kinds are, if known. */
export function familiesOf(
  aggregates: readonly Aggregate[],
  asOf: Instant,
  rows: ReadonlyMap<string, number> = new Map(),
): readonly Family[] {
  const bySource = new Map<string, Aggregate[]>()
  for (const a of aggregates) {
    const key = JSON.stringify([a.event, a.element ?? null])
    bySource.set(key, [...(bySource.get(key) ?? []), a])
  }
  const keys = [...bySource.keys()].sort()
  const groups = keys.flatMap((key) => {
    const all = bySource.get(key) ?? []
    const size = rows.get(all[0]?.event ?? '')
    return size !== undefined && size < SMALL_ROWS ? [all] : byHorizon(all, asOf)
  })
  return groups.map((group, i) => toFamily(`f${i}`, group))
}

function byHorizon(aggregates: readonly Aggregate[], asOf: Instant): readonly Aggregate[][] {
  const classes = new Map<number, Aggregate[]>()
  for (const a of aggregates) {
    const days = (asOf - a.after) / MS_PER_DAY
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

function toFamily(name: string, aggregates: readonly Aggregate[]): Family {
  const [first, ...rest] = aggregates
  const common = (first?.parts ?? []).filter((part) => rest.every((a) => a.parts.includes(part)))
  return {
    name,
    event: first?.event ?? '',
    ...(first?.element === undefined ? {} : { element: first.element }),
    after: Math.min(...aggregates.map((a) => a.after)),
    upTo: Math.max(...aggregates.map((a) => a.upTo)),
    common,
    aggregates,
  }
}
