// Standing for something protected: AUC from counts, thresholds, and no alarm where nothing was planted.
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../stats/index.ts'
import {
  gradeFair,
  proxyOfMembership,
  proxyOfScore,
  strengthOf,
  type MemberCounts,
} from './proxy.ts'

const counts = (
  members: number,
  others: number,
  membersElsewhere: number,
  othersElsewhere: number,
): MemberCounts => ({ members, others, membersElsewhere, othersElsewhere })

describe('memberships', () => {
  test('the AUC of a yes and a no is half of one more than the difference of shares', () => {
    const proxy = proxyOfMembership(counts(300, 700, 100, 900))
    expect(proxy.tells.value).toBeCloseTo((1 + 0.3 - 0.1) / 2, 12)
    expect(proxy.told?.value).toBeCloseTo((1 + 300 / 400 - 700 / 1600) / 2, 12)
    expect(proxy.tells).toMatchObject({ n: 2000, status: 'ok' })
    // DeLong for two values is the variance of a difference of shares, a quarter of it.
    const se = Math.sqrt((0.3 * 0.7) / 999 + (0.1 * 0.9) / 999) / 2
    const slope = 1 / (0.6 * 0.4)
    const logit = Math.log(0.6 / 0.4)
    expect(proxy.tells.low).toBeCloseTo(1 / (1 + Math.exp(1.959964 * se * slope - logit)), 5)
  })

  test.each([
    ['alike', counts(100, 400, 100, 400), 'none', 'more'],
    ['a little', counts(130, 370, 100, 400), 'none', 'more'],
    ['just under the threshold', counts(240, 260, 150, 350), 'none', 'more'],
    ['over it', counts(260, 240, 150, 350), 'warns', 'more'],
    ['over it, the other way round', counts(150, 350, 260, 240), 'warns', 'less'],
    ['strongly', counts(400, 100, 100, 400), 'strong', 'more'],
    ['a small segment of one group only', counts(60, 940, 0, 1000), 'strong', 'more'],
    ['too few to say', counts(30, 20, 5, 40), 'none', 'more'],
    ['nobody', counts(0, 500, 0, 500), 'none', 'more'],
  ] as const)('%s', (_, given, level, side) => {
    expect(proxyOfMembership(given)).toMatchObject({ level, side })
  })

  test('the stronger of both directions is what it is judged by', () => {
    const proxy = proxyOfMembership(counts(60, 940, 0, 1000))
    expect(proxy.tells.value).toBeCloseTo(0.53, 12)
    expect(strengthOf(proxy)).toBe(proxy.told)
    expect(proxy.told?.value).toBeGreaterThan(0.75)
  })

  test('chance alone raises no alarm in 200 draws of 600 customers, and a planted 25 points does', () => {
    let alarms = 0
    let found = 0
    for (let seed = 1; seed <= 200; seed++) {
      const random = createRandom(seed)
      const drawn = (inGroup: number, elsewhere: number): MemberCounts => {
        let [a, b] = [0, 0]
        for (let i = 0; i < 300; i++) {
          if (random.next() < inGroup) a++
          if (random.next() < elsewhere) b++
        }
        return counts(a, 300 - a, b, 300 - b)
      }
      if (proxyOfMembership(drawn(0.3, 0.3)).level !== 'none') alarms++
      if (proxyOfMembership(drawn(0.55, 0.25)).level !== 'none') found++
    }
    expect([alarms, found]).toEqual([0, 200])
  })
})

describe('scores', () => {
  test('Hanley and McNeil 1982, table I: 58 normal and 51 abnormal images, AUC .893', () => {
    const proxy = proxyOfScore({
      of: Float64Array.of(3, 2, 2, 11, 33),
      against: Float64Array.of(33, 6, 6, 11, 2),
    })
    expect(proxy.tells.value).toBeCloseTo(0.893, 3)
    expect(proxy).toMatchObject({ side: 'more', level: 'strong' })
  })

  test('lower scores tell as much as higher ones', () => {
    const given = { of: Float64Array.of(60, 30, 10), against: Float64Array.of(20, 30, 50) }
    const proxy = proxyOfScore(given)
    const turned = proxyOfScore({ of: given.against, against: given.of })
    expect(proxy.side).toBe('less')
    expect(proxy.tells.value).toBeCloseTo(turned.tells.value ?? 0, 12)
    expect(proxy.tells.low).toBeCloseTo(turned.tells.low ?? 0, 12)
  })

  test('none on one side cannot be told, and is not one half', () => {
    const none = proxyOfScore({ of: Float64Array.of(0), against: Float64Array.of(9) })
    expect(none.tells).toMatchObject({ value: undefined, status: 'not-identified' })
    expect(none.level).toBe('none')
  })
})

test.each([
  ['none', false, true, 'pass'],
  ['warns', false, true, 'care'],
  ['strong', false, true, 'fail'],
  ['strong', true, true, 'care'],
  ['none', false, false, 'unknown'],
] as const)('%s, by definition %s, measured %s: %s', (level, byDefinition, isMeasured, grade) => {
  expect(gradeFair({ level, byDefinition, isMeasured })).toBe(grade)
})
