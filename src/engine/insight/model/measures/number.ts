/** Numbers of a fit as part of a statement. */
import { assert } from '../../../../core/base/index.ts'
import { raw, type Sql } from '../../../../core/sql/index.ts'

/** A double as digits, to its last: coefficients come by the hundred, and each bound value would cost a cast. */
export function digits(x: number): Sql {
  assert(Number.isFinite(x), 'a coefficient is a number')
  const text = String(x)
  const whole = /[.e]/.test(text) ? text : `${text}.`
  return raw(x < 0 || Object.is(x, -0) ? `(${whole})` : whole)
}
