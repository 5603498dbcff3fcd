/** Proves which moment the console asks about: the days are the programme's, not the browser's. */
import { expect, test } from 'vitest'
import { dataEnd, pastMoment } from './moment.ts'

const NOW = Date.parse('2026-05-31T12:00:00Z')

function ending(...last: readonly (string | null)[]): Parameters<typeof dataEnd>[0] {
  return {
    timeZone: 'America/Sao_Paulo',
    events: last.map((at, i) => ({ name: `e${i}`, label: {}, count: 1, first: at, last: at })),
  }
}

test('data ends with the latest event of all kinds, on the day of the programme', () => {
  const end = dataEnd(ending('2026-03-01T01:30:00.000Z', '2026-02-11T10:00:00.000Z', null), NOW)
  expect(end).toEqual({ at: '2026-03-01T01:30:00.000Z', day: '2026-02-28', isOld: true })
})

test.each([
  ['no event', [null]],
  ['an event of today', ['2026-05-31T10:00:00.000Z']],
  ['an event to come', ['2026-06-02T10:00:00.000Z']],
])('%s: there is no past to offer', (_, last) => {
  expect(dataEnd(ending(...last), NOW)).toBeUndefined()
})

test('sixty days are not old yet', () => {
  expect(dataEnd(ending('2026-04-01T12:00:00.000Z'), NOW)?.isOld).toBe(false)
  expect(dataEnd(ending('2026-04-01T11:59:59.000Z'), NOW)?.isOld).toBe(true)
})

test('a snapshot is of the past when it was asked for more than an hour before it was made', () => {
  const snapshot = {
    id: 1,
    population: 3,
    timeZone: 'UTC',
    evaluatedAt: '2026-05-31T12:00:00.000Z',
  }
  expect(pastMoment({ ...snapshot, asOf: '2026-05-31T11:00:00.000Z' })).toBeUndefined()
  expect(pastMoment({ ...snapshot, asOf: '2026-05-31T10:59:59.999Z' })).toBe(
    '2026-05-31T10:59:59.999Z',
  )
  expect(pastMoment(null)).toBeUndefined()
})
