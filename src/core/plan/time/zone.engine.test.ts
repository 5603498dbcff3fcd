/** The engine's local days are ours, also in zones where its own data are older, coarser or plain different. */
import { expect, test } from 'vitest'
import { useStore } from '../../../../test/kit/store.ts'
import { localDate, offsetTable, plusDays, startOfLocalDay } from '../../base/index.ts'
import { sql, value } from '../../sql/index.ts'
import { dayStart, localDay } from './zone.ts'

const kit = useStore()

// Fine in the engine: the first three. The others were found to differ somewhere since 1905.
test.each([
  'UTC',
  'Europe/Lisbon',
  'America/Sao_Paulo',
  'America/Vancouver',
  'Africa/Casablanca',
  'America/St_Johns',
  'America/Tijuana',
  'Antarctica/Casey',
  'Africa/Accra',
  'Pacific/Apia',
  'Asia/Kathmandu',
])('[ZONE-1] %s', async (timeZone) => {
  const { edges } = offsetTable(timeZone)
  const dates = [...edges, 0, 1e12, 2e12, 4e12].flatMap((edge) => {
    const day = new Date(edge).toISOString().slice(0, 10)
    return [-2, -1, 0, 1, 2].map((k) => plusDays(day, k)).filter((date) => date >= '1900-01-02')
  })
  const starts = dates.map((date) => startOfLocalDay(date, timeZone))
  const instants = [...edges, ...starts].flatMap((at) => [at - 1, at, at + 1])
  const [row] = await kit.store.analytics.query<{ starts: string[]; days: string[] }>(sql`SELECT
    (SELECT groupArray(${dayStart(sql`d`, timeZone)}) FROM (
      SELECT toDate32(arrayJoin(${value(dates, 'Array(String)')})) AS d)) AS starts,
    (SELECT groupArray(toString(${localDay(sql`x`, timeZone)})) FROM (
      SELECT arrayJoin(${value(instants, 'Array(Int64)')}) AS x)) AS days`)
  expect(row?.starts.map(Number)).toEqual(starts)
  expect(row?.days).toEqual(instants.map((at) => localDate(at, timeZone)))
})

test('missing stays missing', async () => {
  const rows = await kit.store.analytics.query<{ a: null; b: null }>(
    sql`SELECT ${localDay(sql`CAST(NULL AS Nullable(Int64))`, 'Africa/Casablanca')} AS a,
      ${dayStart(sql`CAST(NULL AS Nullable(Date32))`, 'Africa/Casablanca')} AS b`,
  )
  expect(rows).toEqual([{ a: null, b: null }])
})
