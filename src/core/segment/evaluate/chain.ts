/** Sequences of events, and states that last: what is asked of several instants in turn. */
import type { Instant } from '../../base/index.ts'
import type { BoundCondition, BoundSource } from '../bound.ts'

/**
 * Whether there are rows e1, e2, ... one of each step, each strictly later than the one before it and at most
 * `withinMs` later. After a negated step nothing of the kind may lie in (before, before + withinMs], and that time
 * must be over; the step after it still counts from the one before.
 */
export function sequenceHolds(
  sequence: Extract<BoundCondition, { kind: 'sequence' }>,
  instantsOf: (source: BoundSource) => readonly Instant[],
  asOf: Instant,
): boolean {
  // The instants that the steps so far may end at; how they were reached does not matter to what follows.
  let ends = instantsOf(sequence.first)
  for (const { source, withinMs = Number.POSITIVE_INFINITY, negated } of sequence.steps) {
    const steps = instantsOf(source)
    const follows = (end: Instant, step: Instant): boolean => end < step && step <= end + withinMs
    const before = ends
    ends = negated
      ? before.filter((end) => end + withinMs <= asOf && !steps.some((step) => follows(end, step)))
      : steps.filter((step) => before.some((end) => follows(end, step)))
  }
  return ends.length > 0
}

/**
 * The earliest instant from which a condition has held at each of the given ones up to the last; undefined when it
 * does not hold at the last. Between two of them nothing changes.
 */
export function heldSince(
  instants: readonly Instant[],
  holdsAt: (at: Instant) => boolean,
): Instant | undefined {
  const backwards = instants.toSorted((a, b) => b - a)
  const broken = backwards.findIndex((at) => !holdsAt(at))
  return broken === -1 ? backwards.at(-1) : backwards[broken - 1]
}
