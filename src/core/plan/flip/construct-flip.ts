/** When sequences and anniversaries change by the passing of time alone. */
import { sql } from '../../sql/index.ts'
import { anniversaryFlip } from '../construct/anniversary.ts'
import { NEVER, type Flip } from '../time/cross.ts'
import { emitInstants, emitValue, type Scope } from '../emit.ts'
import type { Test } from '../logic/logic.ts'
import { sequenceFlips } from '../construct/sequence.ts'

/** Whether the test waits for something to be over, or for a day to return. */
export function isTimedConstruct(test: Test): boolean {
  if (test.kind === 'sequence') return test.steps.some((step) => step.negated)
  return test.kind === 'anniversary'
}

/** The next instants (ms) at which the test may turn; NULL for a missing date. */
export function constructFlips(
  test: Extract<Test, { kind: 'sequence' | 'anniversary' }>,
  scope: Scope,
): readonly Flip[] {
  const { clock } = scope
  if (test.kind === 'anniversary') {
    const { timeZone } = test
    if (clock.repeatsDays(timeZone)) return [clock.nextDay(timeZone)]
    const date = emitValue(test.value, scope)
    return [{ kind: 'day', timeZone, day: anniversaryFlip(test, date, clock.today(timeZone)) }]
  }
  const steps = test.steps.map((s) => ({ ...s, times: emitInstants(s.times, scope) }))
  const ends = sequenceFlips(emitInstants(test.first, scope), steps, clock.now)
  return ends.map((end) => sql`arrayMin(arrayPushBack(${end}, ${NEVER}))`)
}
