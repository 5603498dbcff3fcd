/**
 * Local days inside the engine. Its zone data may be older or coarser than ours (they differ today for some ten
 * zones since 1970), and both evaluators must see one calendar: the engine compares, and where its own
 * functions would answer otherwise it looks up our tables.
 */
import {
  dayStartTable,
  localDate,
  MS_PER_DAY,
  offsetTable,
  startOfLocalDay,
} from '../../base/index.ts'
import { raw, sql, value, type Sql } from '../../sql/index.ts'

/** The local day (Date32) of an instant in epoch milliseconds; NULL for NULL. */
export function localDay(at: Sql, timeZone: string): Sql {
  if (timeZone === 'UTC') return sql`toDate32(fromUnixTimestamp64Milli(${at}, 'UTC'))`
  const { edges, offsets } = numbers(timeZone).offset
  const native = sql`toDate32(fromUnixTimestamp64Milli(${at}, 'UTC'), ${value(timeZone, 'String')})`
  const offset = sql`arrayElement(${offsets}, arrayCount(zone_edge -> zone_edge <= ${at}, ${edges}) + 1)`
  const own = sql`toDate32(fromUnixTimestamp64Milli(${at} + ${offset}, 'UTC'))`
  return sql`if(${localDaysAgree(timeZone)}, ${native}, ${own})`
}

/** The hour on a wall clock there, 0 to 23, of an instant in epoch milliseconds; NULL for NULL. */
export function localHour(at: Sql, timeZone: string): Sql {
  if (timeZone === 'UTC') return hourOf(at)
  const { edges, offsets } = numbers(timeZone).offset
  const native = sql`toHour(fromUnixTimestamp64Milli(${at}, 'UTC'), ${value(timeZone, 'String')})`
  const offset = sql`arrayElement(${offsets}, arrayCount(zone_edge -> zone_edge <= ${at}, ${edges}) + 1)`
  return sql`if(${clocksAgree(timeZone)}, ${native}, ${hourOf(sql`${at} + ${offset}`)})`
}

function hourOf(wall: Sql): Sql {
  return sql`intDiv(positiveModulo(${wall}, 86400000), 3600000)`
}

/** A constant of the statement: whether the engine's wall clocks are ours wherever an offset changes. */
function clocksAgree(timeZone: string): Sql {
  const { instants, seconds } = numbers(timeZone)
  const there = sql`toTimeZone(fromUnixTimestamp64Milli(x, 'UTC'), ${value(timeZone, 'String')})`
  const found = sql`(toHour(${there}) * 3600 + toMinute(${there}) * 60 + toSecond(${there}))`
  return sql`arrayAll((x, s) -> ${found} = s, ${instants}, ${seconds})`
}

/** The start of a local day (Date32) in epoch milliseconds; NULL for NULL. */
export function dayStart(day: Sql, timeZone: string): Sql {
  if (timeZone === 'UTC') return sql`(toInt64(toInt32(${day})) * ${MS_PER_DAY_SQL})`
  const { days, leads } = numbers(timeZone).start
  const native = sql`toUnixTimestamp64Milli(toDateTime64(${day}, 3, ${value(timeZone, 'String')}))`
  const lead = sql`arrayElement(${leads}, arrayCount(zone_edge -> zone_edge <= toInt32(${day}), ${days}) + 1)`
  const own = sql`(toInt64(toInt32(${day})) * ${MS_PER_DAY_SQL} - ${lead})`
  return sql`if(${dayStartsAgree(timeZone)}, ${native}, ${own})`
}

const MS_PER_DAY_SQL = raw(String(MS_PER_DAY))

/** A constant of the statement: whether the engine's local days are ours wherever an offset changes. */
function localDaysAgree(timeZone: string): Sql {
  const { instants, localDays } = numbers(timeZone)
  const found = sql`toInt32(toDate32(fromUnixTimestamp64Milli(x, 'UTC'), ${value(timeZone, 'String')}))`
  return sql`arrayAll((x, d) -> ${found} = d, ${instants}, ${localDays})`
}

/** A constant of the statement: whether the engine's starts of days are ours around every change of an offset. */
function dayStartsAgree(timeZone: string): Sql {
  const { probes, starts } = numbers(timeZone)
  const found = sql`toUnixTimestamp64Milli(toDateTime64(toDate32(d), 3, ${value(timeZone, 'String')}))`
  return sql`arrayAll((d, x) -> ${found} = x, ${probes}, ${starts})`
}

interface ZoneNumbers {
  readonly offset: { readonly edges: Sql; readonly offsets: Sql }
  readonly start: { readonly days: Sql; readonly leads: Sql }
  readonly instants: Sql
  readonly localDays: Sql
  readonly seconds: Sql
  readonly probes: Sql
  readonly starts: Sql
}

const known = new Map<string, ZoneNumbers>()

/** The tables of a zone and the places where the engine is probed, as bound arrays; made once. */
function numbers(timeZone: string): ZoneNumbers {
  const found = known.get(timeZone)
  if (found !== undefined) return found
  const { edges, offsets } = offsetTable(timeZone)
  const { days, leads } = dayStartTable(timeZone)
  const probes = [...new Set(edges.flatMap(daysAround))].sort((a, b) => a - b)
  const starts = probes.map((day) => startOfLocalDay(dateOf(day), timeZone))
  const instants = [...new Set([...edges, ...starts].flatMap((at) => [at - 1, at]))]
  const localDays = instants.map(
    (at) => Date.parse(`${localDate(at, timeZone)}T00:00:00Z`) / MS_PER_DAY,
  )
  const secondsInDay = (at: number): number => {
    const wall = at + (offsets[edges.filter((edge) => edge <= at).length] ?? 0)
    return Math.floor((((wall % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY) / 1000)
  }
  const made: ZoneNumbers = {
    offset: { edges: value(edges, 'Array(Int64)'), offsets: value(offsets, 'Array(Int64)') },
    start: { days: value(days, 'Array(Int32)'), leads: value(leads, 'Array(Int64)') },
    instants: value(instants, 'Array(Int64)'),
    localDays: value(localDays, 'Array(Int32)'),
    seconds: value(instants.map(secondsInDay), 'Array(Int32)'),
    probes: value(probes, 'Array(Int32)'),
    starts: value(starts, 'Array(Int64)'),
  }
  known.set(timeZone, made)
  return made
}

function daysAround(at: number): readonly number[] {
  const day = Math.floor(at / MS_PER_DAY)
  return [day - 1, day, day + 1]
}

function dateOf(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}
