// Models at the end of their range: forecasts are numbers, and near to those of a model half as extreme.
import { expect, test } from 'vitest'
import { scorer } from './score.ts'

test.each(['bg-nbd', 'mbg-nbd'] as const)('%s with a and b in the thousands', (kind) => {
  const of = (scale: number) =>
    scorer({ kind, parameters: [3.14, 25.6, 1506 * scale, 10_000 * scale] })
  const whole = of(1)
  const half = of(0.5)
  for (const x of [0, 1, 5, 9]) {
    for (const T of [0, 1, 10, 50, 100]) {
      for (const horizon of [1, 13, 52, 156, 520]) {
        whole.history(x, x === 0 ? 0 : 0.7 * T, T)
        half.history(x, x === 0 ? 0 : 0.7 * T, T)
        const expected = whole.expected(horizon)
        expect([x, T, horizon, Number.isFinite(expected) && expected > 0]).toEqual([
          x,
          T,
          horizon,
          true,
        ])
        expect(Math.abs(half.expected(horizon) / expected - 1)).toBeLessThan(0.01)
      }
    }
  }
})
