/** The offsets of a time zone as a table over local time, so that SQL can turn wall clocks into instants. */
import { Temporal } from 'temporal-polyfill'
import { MS_PER_DAY } from '../../../core/base/index.ts'

/**
 * Local time (as if it were UTC) is cut into stretches of equal width, each with at most one change of the
 * clock. Each starts with the `usual` offset, or the one given in `others`; in those of `turns` another offset
 * holds from the local time `at` on. Milliseconds.
 */
export interface ZoneSteps {
  readonly start: number
  readonly width: number
  readonly count: number
  readonly usual: number
  readonly others: readonly { readonly stretch: number; readonly offset: number }[]
  readonly turns: readonly {
    readonly stretch: number
    readonly at: number
    readonly after: number
  }[]
}

/** Reading the changes of a zone takes some 40 ms. */
const tables = new Map<string, ZoneSteps>()

const START = Date.UTC(1900, 0, 1)
const END = Date.UTC(2100, 0, 1)
/** Wide stretches make a small table; no zone has changed its clock twice within the narrowest. */
const WIDTHS = [32 * MS_PER_DAY, 16 * MS_PER_DAY, 8 * MS_PER_DAY]

/**
 * The table between the years 1900 and 2100; beyond, the nearest offset holds. A local time that the clock skips
 * is read with the offset before the change (it moves forward); one it shows twice is the earlier of the two.
 */
export function zoneSteps(timeZone: string): ZoneSteps {
  const known = tables.get(timeZone)
  if (known !== undefined) return known
  const changes = changesOf(timeZone)
  for (const width of WIDTHS) {
    const steps = tableOf(changes, width)
    if (steps === undefined) continue
    tables.set(timeZone, steps)
    return steps
  }
  throw new Error('bug: a zone that changes its clock twice in eight days')
}

function tableOf(changes: Changes, width: number): ZoneSteps | undefined {
  const before: number[] = []
  const turns: { stretch: number; at: number; after: number }[] = []
  let next = 0
  let offset = changes.first
  for (let stretch = 0; START + stretch * width < END; stretch++) {
    before.push(offset)
    const end = START + (stretch + 1) * width
    for (let here = 0; ; here++, next++) {
      const change = changes.list[next]
      if (change === undefined || change.at >= end) break
      if (here > 0) return undefined
      turns.push({ stretch, ...change })
      offset = change.after
    }
  }
  const usual = commonest(before)
  const others = before.flatMap((o, stretch) => (o === usual ? [] : [{ stretch, offset: o }]))
  return { start: START, width, count: before.length, usual, others, turns }
}

function commonest(offsets: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const offset of offsets) counts.set(offset, (counts.get(offset) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

interface Changes {
  readonly first: number
  readonly list: readonly { readonly at: number; readonly after: number }[]
}

function changesOf(timeZone: string): Changes {
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(START).toZonedDateTimeISO(timeZone)
  const first = at.offsetNanoseconds / 1e6
  const list: { at: number; after: number }[] = []
  for (let before = first; ;) {
    const change: Temporal.ZonedDateTime | null = at.getTimeZoneTransition('next')
    if (change === null || change.epochMilliseconds > END) return { first, list }
    const after = change.offsetNanoseconds / 1e6
    if (after !== before) {
      list.push({ at: change.epochMilliseconds + Math.max(before, after), after })
      before = after
    }
    at = change
  }
}
