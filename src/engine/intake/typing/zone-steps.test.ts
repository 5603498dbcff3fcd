/** The table of a zone against the calendar itself, in zones that were ever odd. */
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { zoneSteps, type ZoneSteps } from './zone-steps.ts'

/** What the SQL does with the table. */
function toInstant(local: number, steps: ZoneSteps): number {
  const n = Math.floor((local - steps.start) / steps.width)
  const stretch = Math.max(0, Math.min(steps.count - 1, n))
  const turn = steps.turns.find((t) => t.stretch === stretch)
  if (turn !== undefined && local >= turn.at) return local - turn.after
  return local - (steps.others.find((o) => o.stretch === stretch)?.offset ?? steps.usual)
}

const zone = fc.constantFrom(
  'UTC',
  'Europe/Lisbon',
  'Europe/London',
  'America/Sao_Paulo',
  'America/New_York',
  'America/St_Johns',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Asia/Tehran',
)

test('a local time is the instant that the calendar gives, forward in gaps, the earlier of two', () => {
  fc.assert(
    fc.property(
      zone,
      fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2099, 11, 1) }),
      fc.option(fc.tuple(fc.nat(), fc.integer({ min: -7_200_000, max: 7_200_000 })), { freq: 3 }),
      (timeZone, anywhere, nearTurn) => {
        const steps = zoneSteps(timeZone)
        const turn =
          nearTurn === null ? undefined : steps.turns[nearTurn[0] % (steps.turns.length || 1)]
        const local = turn === undefined || turn.at < 0 ? anywhere : turn.at + (nearTurn?.[1] ?? 0)
        const wall = new Date(local).toISOString().slice(0, -1)
        const right = Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone, {
          disambiguation: 'compatible',
        })
        expect(toInstant(local, steps)).toBe(right.epochMilliseconds)
      },
    ),
    { numRuns: 300 },
  )
}, 30_000)
