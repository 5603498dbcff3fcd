/** Texts and what they become, in the engine itself: no cast that bends a value into shape. */
import { expect, test } from 'vitest'
import { useStore } from '../../../../test/kit/store.ts'
import type { ValueType } from '../../../core/catalog/index.ts'
import { raw, sql, value } from '../../../core/sql/index.ts'
import { createScope, SCOPE_SETTINGS } from './scope.ts'
import { typed, type Writing } from './typing.ts'
import { zoneSteps } from './zone-steps.ts'

const kit = useStore()

async function cast(
  type: ValueType,
  texts: readonly string[],
  how: Partial<Writing> = {},
): Promise<readonly (string | null)[]> {
  const scope = createScope('d')
  const writing: Writing = {
    decimal: '.',
    dates: 'ymd',
    zone: zoneSteps('Europe/Lisbon'),
    separator: '|',
    ...how,
  }
  const found = typed(scope, raw('x'), type, writing)
  const source = sql`(SELECT arrayJoin(arrayEnumerate(xs)) AS n, xs[n] AS x FROM (SELECT ${value([...texts], 'Array(String)')} AS xs))`
  const rows = await kit.store.analytics.query<{ v: string | null; bad: boolean; r: number }>(
    sql`SELECT toString(${found.value}) AS v, toBool(${found.unfit}) AS bad, ${found.rounded ?? sql`0`} AS r
      FROM ${scope.over(source)} ORDER BY n`,
    { settings: SCOPE_SETTINGS },
  )
  return rows.map((row) => (row.bad ? `! ${found.code}` : row.r === 1 ? `~ ${row.v ?? ''}` : row.v))
}

const BAD_NUMBER = '! intake/bad-number'
const BAD_DATE = '! intake/bad-date'
const BAD_INSTANT = '! intake/bad-instant'

test('numbers: exact to six decimals, rounded half away from zero beyond, never cut or wrapped', async () => {
  const table: Record<string, string | null> = {
    '300': '300',
    '-1.5': '-1.5',
    '+5': '5',
    '.5': '0.5',
    '1e3': '1000',
    '1,234.5': '1234.5',
    "1'234": '1234',
    '0.0000005': '~ 0.000001',
    '-0.0000005': '~ -0.000001',
    '1.23456749': '~ 1.234567',
    '999999999998.999999': '999999999998.999999',
    '1000000000000': BAD_NUMBER,
    '99999999999999999999999': BAD_NUMBER,
    '12,34': BAD_NUMBER,
    '-': BAD_NUMBER,
    nan: BAD_NUMBER,
    inf: BAD_NUMBER,
    '0x10': BAD_NUMBER,
    '1.2.3': BAD_NUMBER,
    '': null,
  }
  expect(await cast('number', Object.keys(table))).toEqual(Object.values(table))
  expect(await cast('money', ['1.234,5', '1.234', '12.34', '0,5'], { decimal: ',' })).toEqual([
    '1234.5',
    '1234',
    BAD_NUMBER,
    '0.5',
  ])
})

test('days: those that a calendar has', async () => {
  const table: Record<string, string | null> = {
    '2024-02-29': '2024-02-29',
    '2026-02-30': BAD_DATE,
    '2023-02-29': BAD_DATE,
    '1899-12-31': BAD_DATE,
    '2299-12-31': '2299-12-31',
    '2300-01-01': BAD_DATE,
    '2026-1-3': '2026-01-03',
    '20260103': '2026-01-03',
    '2026-01-01T00:00:00Z': '2026-01-01',
    '2026-01-01 10:00:00': BAD_DATE,
    '31/12/2025': BAD_DATE,
    '': null,
  }
  expect(await cast('date', Object.keys(table))).toEqual(Object.values(table))
  const days = ['31/12/2025', '31.12.68', '1-2-69', '12/31/2025', '2025-12-31']
  expect(await cast('date', days, { dates: 'dmy' })).toEqual([
    '2025-12-31',
    '2068-12-31',
    '1969-02-01',
    BAD_DATE,
    '2025-12-31',
  ])
  expect(await cast('date', ['12/31/2025', '31/12/2025'], { dates: 'mdy' })).toEqual([
    '2025-12-31',
    BAD_DATE,
  ])
})

test('instants: with their zone, else in the zone of the file; forward in gaps, the earlier of two', async () => {
  const table: Record<string, string | null> = {
    '2026-07-01 12:00:00': '2026-07-01 11:00:00.000',
    '2026-03-29 01:30:00': '2026-03-29 01:30:00.000',
    '2026-10-25 01:30:00': '2026-10-25 00:30:00.000',
    '2026-07-01': '2026-06-30 23:00:00.000',
    '2026-07-01T12:00:00Z': '2026-07-01 12:00:00.000',
    '2026-07-01T12:00+02:00': '2026-07-01 10:00:00.000',
    '2026-07-01T12:00:00.1239-0330': '2026-07-01 15:30:00.123',
    '2026-02-30 10:00:00': BAD_INSTANT,
    '2026-02-28 24:00:00': BAD_INSTANT,
    '2026-02-28 23:60': BAD_INSTANT,
    '1800-01-01': BAD_INSTANT,
    yesterday: BAD_INSTANT,
    '': null,
  }
  expect(await cast('instant', Object.keys(table))).toEqual(Object.values(table))
  const american = ['7/4/2025 12:05 AM', '7/4/2025 3:05:59 pm', '7/4/2025 13:05 PM']
  const zone = zoneSteps('America/New_York')
  expect(await cast('instant', american, { dates: 'mdy', zone })).toEqual([
    '2025-07-04 04:05:00.000',
    '2025-07-04 19:05:59.000',
    BAD_INSTANT,
  ])
  expect(await cast('instant', ['1767225600', 'x'], { dates: 'epoch-seconds' })).toEqual([
    '2026-01-01 00:00:00.000',
    BAD_INSTANT,
  ])
})

test('a year alone, or with its month, where the mapping says so', async () => {
  const table: Record<string, string | null> = {
    '1957': '1957-01-01',
    '2016 2': '2016-02-01',
    '2016-12': '2016-12-01',
    '2016-02-29': '2016-02-29',
    '2016-13': '! intake/bad-date',
    '57': '! intake/bad-date',
    '': null,
  }
  expect(await cast('date', Object.keys(table), { dates: 'ym' })).toEqual(Object.values(table))
  expect(await cast('date', ['1957'])).toEqual(['! intake/bad-date'])
  expect(await cast('instant', ['2016 7'], { dates: 'ym' })).toEqual(['2016-06-30 23:00:00.000'])
})

test('yes and no in four languages, lists, places', async () => {
  const words = ['Y', 'não', 'Sí', 'OUI', 'vrai', '0', 'maybe', '2', '']
  const bad = '! intake/bad-boolean'
  expect(await cast('boolean', words)).toEqual([
    'true',
    'false',
    'true',
    'true',
    'true',
    'false',
    bad,
    bad,
    null,
  ])
  expect(await cast('list', ['a|b| c ||a', '["x","y"]', ''])).toEqual([
    "['a','b','c']",
    "['x','y']",
    '[]',
  ])
  expect(await cast('geo', ['38.72,-9.14', '91,0', 'a', ''])).toEqual([
    '[38.72,-9.14]',
    '! intake/bad-place',
    '! intake/bad-place',
    '[]',
  ])
  expect(await cast('text', ['x', 'y'.repeat(70_000)])).toEqual(['x', '! intake/too-long'])
})
