/** Steps that follow each other: which rows can be the last step so far, found by merging sorted arrays of instants. */
import { sql, value, type Sql } from '../../sql/index.ts'
import { once } from '../once.ts'

/** A later step: the sorted instants (epoch ms) of its rows, and how long it may (or must not) take. */
export interface StepTimes {
  readonly times: Sql
  readonly withinMs?: number
  readonly negated: boolean
}

/**
 * Whether some row of `first` is followed by all steps. Instants are doubled, with a last bit that says whose they
 * are, so that one sort merges two steps and puts equal instants in the order that "strictly after" needs.
 * Cost: n log n in a customer's rows; nothing is compared pair by pair.
 */
export function emitSequence(first: Sql, steps: readonly StepTimes[], asOf: Sql): Sql {
  return sql`notEmpty(${reached(first, steps, asOf)})`
}

/** For each `then not`: the instants at which the passing of time alone completes it (an array of epoch ms after asOf). */
export function sequenceFlips(first: Sql, steps: readonly StepTimes[], asOf: Sql): readonly Sql[] {
  return steps.flatMap((step, i) => {
    if (!step.negated) return []
    const within = value(step.withinMs ?? 0, 'Int64')
    const before = reached(first, steps.slice(0, i), asOf)
    return [
      sql`arrayFilter(seq_end -> seq_end > ${asOf}, arrayMap(seq_at -> seq_at + ${within}, ${before}))`,
    ]
  })
}

/** The instants of rows that complete all steps; a negated step is completed by the row before it. */
function reached(first: Sql, steps: readonly StepTimes[], asOf: Sql): Sql {
  return steps.reduce(
    (rows, step) => (step.negated ? unfollowed(rows, step, asOf) : followers(rows, step)),
    first,
  )
}

/** The step's rows that come after a row, at most `withinMs` later. */
function followers(rows: Sql, step: StepTimes): Sql {
  // The step's rows sort before equal ones of the step before, so that these do not count as earlier.
  const merged = sql`arraySort(arrayConcat(arrayMap(seq_at -> seq_at * 2, ${step.times}), arrayMap(seq_at -> seq_at * 2 + 1, ${rows})))`
  const near =
    step.withinMs === undefined
      ? sql``
      : sql` AND seq_mark - seq_last + 1 <= ${value(2 * step.withinMs, 'Int64')}`
  return once(
    'seq_all',
    merged,
    (all) =>
      sql`arrayMap(seq_mark -> intDiv(seq_mark, 2), arrayFilter((seq_mark, seq_last) -> bitAnd(seq_mark, 1) = 0 AND bitAnd(seq_last, 1) = 1${near}, ${all}, arrayFill(seq_mark -> bitAnd(seq_mark, 1) = 1, ${all})))`,
  )
}

/** The rows after which the step did not happen for `withinMs`, where that time is over. */
function unfollowed(rows: Sql, step: StepTimes, asOf: Sql): Sql {
  const within = value(step.withinMs ?? 0, 'Int64')
  const merged = sql`arraySort(arrayConcat(arrayMap(seq_at -> seq_at * 2, ${step.times}), arrayMap(seq_at -> seq_at * 2 + 1, arrayFilter(seq_at -> seq_at + ${within} <= ${asOf}, ${rows}))))`
  return once(
    'seq_all',
    merged,
    (all) =>
      sql`arrayMap(seq_mark -> intDiv(seq_mark - 1, 2), arrayFilter((seq_mark, seq_next) -> bitAnd(seq_mark, 1) = 1 AND (bitAnd(seq_next, 1) = 1 OR seq_next - seq_mark + 1 > ${within} * 2), ${all}, arrayReverseFill(seq_mark -> bitAnd(seq_mark, 1) = 0, ${all})))`,
  )
}
