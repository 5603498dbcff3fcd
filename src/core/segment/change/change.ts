/** A change to one customer as data: what could happen next, and what their past would be if it did. */
import type { Instant } from '../../base/index.ts'
import type { CustomerHistory, EventRecord, StoredValue } from '../history.ts'

/** One thing that somebody could do. */
export type Act =
  /** `count` events alike. */
  | {
      readonly kind: 'events'
      readonly event: string
      readonly count: number
      readonly at: Instant
      readonly properties: Readonly<Record<string, StoredValue>>
      readonly elements: EventRecord['elements']
    }
  /** `isExample`: any value of the kind does; this is one. Null clears the trait. */
  | {
      readonly kind: 'trait'
      readonly name: string
      readonly value: StoredValue
      readonly at: Instant
      readonly isExample?: true
    }
  | {
      readonly kind: 'list'
      readonly list: string
      readonly listed: boolean
      readonly at: Instant
    }

/** Acts, and the instant at which they have done their work: their own, or a later one that has to be waited for. */
export interface Change {
  readonly acts: readonly Act[]
  /** Membership flips at this instant. */
  readonly at: Instant
  /** The instant before which the acts have to happen; later ones do no more help. */
  readonly before?: Instant
}

/**
 * How much a change asks: each event, each trait, each list is one; clearing a trait is two, since nobody forgets
 * where they live; having to wait afterwards is one more.
 */
export function costOf(acts: readonly Act[]): number {
  return acts.reduce((sum, act) => sum + actCost(act), 0)
}

function actCost(act: Act): number {
  if (act.kind === 'events') return act.count
  return act.kind === 'trait' && act.value === null ? 2 : 1
}

/** The past with the acts in it; what was recorded stays. */
export function applyChange(
  history: CustomerHistory,
  change: Pick<Change, 'acts'>,
): CustomerHistory {
  const seq = 1 + Math.max(0, ...seqsOf(history))
  const traits = change.acts.flatMap((act, i) =>
    act.kind === 'trait' ? [{ at: act.at, seq: seq + i, traits: { [act.name]: act.value } }] : [],
  )
  const lists = change.acts.flatMap((act, i) =>
    act.kind === 'list' ? [{ list: act.list, at: act.at, seq: seq + i, listed: act.listed }] : [],
  )
  const events = change.acts.flatMap((act, i) =>
    act.kind === 'events' ? Array.from({ length: act.count }, (_, n) => eventOf(act, i, n)) : [],
  )
  return {
    ...history,
    traits: [...history.traits, ...traits],
    events: [...history.events, ...events],
    lists: [...(history.lists ?? []), ...lists],
  }
}

/** Ids that no sender makes, and that come after those of other events at the same instant. */
function eventOf(act: Extract<Act, { kind: 'events' }>, i: number, n: number): EventRecord {
  const { event, properties, elements } = act
  return { event, id: `\u{10FFFF} ${i} ${n}`, at: act.at, properties, elements }
}

function seqsOf(history: CustomerHistory): readonly number[] {
  return [...history.traits, ...(history.lists ?? [])].map(({ seq }) => seq)
}

/** The same acts some time later. */
export function later(acts: readonly Act[], by: number): readonly Act[] {
  return acts.map((act) => ({ ...act, at: act.at + by }))
}

/** The instant of the last thing that happens. */
export function endOf(acts: readonly Act[], start: Instant): Instant {
  return acts.reduce((end, act) => Math.max(end, act.at), start)
}
