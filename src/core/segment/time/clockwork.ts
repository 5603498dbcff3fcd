/** What in a definition moves with the clock: windows, calendars, delays, and values that grow as time passes. */
import type { PeriodUnit, Window } from '../../base/index.ts'
import type { BoundCondition, BoundDefinition, BoundSource, BoundValue } from '../bound.ts'
import type { CutoffsOf } from './membership.ts'

/** Whose rows a condition inside a filter is asked about. */
export interface RowKind {
  readonly event: string
  readonly element?: string
}

/** Two values, at least one of which grows with time; the truth around it changes only where they cross. */
export interface Crossing {
  readonly left: BoundValue
  readonly right: BoundValue
  readonly timeZone: string
  readonly rows?: RowKind
}

/** All that can make a truth change without a new fact. */
export interface Clockwork {
  readonly windows: { readonly window: Window; readonly timeZone: string }[]
  /** Calendars whose days or longer periods begin. */
  readonly calendars: { readonly timeZone: string; readonly unit: PeriodUnit }[]
  /** Milliseconds after a fact at which something becomes true or stops being so. */
  readonly delays: number[]
  /** The same after any other change. */
  readonly lags: number[]
  readonly crossings: Crossing[]
  /** Zones in which a date stands for the start of its day. */
  readonly zones: Set<string>
  /** Zones in which the day of an instant is asked for, so that its start counts beside it. */
  readonly dayZones: Set<string>
  /** Dates and instants that the definition itself names. */
  readonly named: (string | number)[]
}

/** Gathers the clockwork of definitions. `cutoffs` are the thresholds of ranks. */
export function clockworkOf(
  definitions: readonly BoundDefinition[],
  cutoffs: CutoffsOf | undefined,
): Clockwork {
  const work: Clockwork = {
    windows: [],
    calendars: [],
    delays: [],
    lags: [],
    crossings: [],
    zones: new Set(),
    dayZones: new Set(),
    named: [],
  }
  for (const { condition, timeZone } of definitions) {
    work.zones.add(timeZone)
    inCondition(condition, { work, timeZone, cutoffs })
  }
  return work
}

interface Place {
  readonly work: Clockwork
  readonly timeZone: string
  readonly cutoffs: CutoffsOf | undefined
  readonly rows?: RowKind
}

function inCondition(condition: BoundCondition, place: Place): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'atLeast':
      for (const part of condition.of) inCondition(part, place)
      return
    case 'not':
      return inCondition(condition.of, place)
    case 'compare':
      return crossing(condition.left, condition.right, place)
    case 'between':
      crossing(condition.value, condition.low, place)
      return crossing(condition.value, condition.high, place)
    case 'in':
      inValue(condition.value, place)
      for (const value of condition.options)
        crossing(condition.value, { kind: 'literal', type: condition.value.type, value }, place)
      return
    case 'within':
      inWindow(condition.window, place)
      return inValue(condition.value, place)
    case 'any':
      return inSource(condition.source, place)
    case 'anyElement': {
      const event = place.rows?.event ?? ''
      return inCondition(condition.where, { ...place, rows: { event, element: condition.element } })
    }
    case 'rank':
      return inRank(condition, place)
    case 'sequence':
      inSource(condition.first, place)
      for (const { source, withinMs } of condition.steps) {
        inSource(source, place)
        if (withinMs !== undefined) place.work.delays.push(withinMs)
      }
      return
    case 'stateFor':
      place.work.lags.push(condition.durationMs)
      return inCondition(condition.condition, place)
    case 'anniversary':
      place.work.calendars.push({ timeZone: place.timeZone, unit: 'day' })
      return inValue(condition.value, place)
    case 'text':
    case 'list':
    case 'presence':
      return inValue(condition.value, place)
    default:
      return
  }
}

function inRank(condition: Extract<BoundCondition, { kind: 'rank' }>, place: Place): void {
  inValue(condition.value, place)
  const limits = place.cutoffs?.(condition.key)
  for (const value of [limits?.low, limits?.high]) {
    if (value !== undefined)
      crossing(condition.value, { kind: 'literal', type: 'number', value }, place)
  }
}

function crossing(left: BoundValue, right: BoundValue, place: Place): void {
  inValue(left, place)
  inValue(right, place)
  if (!grows(left) && !grows(right)) return
  const { work, timeZone, rows } = place
  work.crossings.push({ left, right, timeZone, ...(rows === undefined ? {} : { rows }) })
}

/** Values that are different a millisecond later. */
function grows(value: BoundValue): boolean {
  switch (value.kind) {
    case 'daysSince':
      return value.of.type !== 'date'
    case 'elapsed':
      return true
    case 'arithmetic':
      return grows(value.left) || grows(value.right)
    case 'negate':
      return grows(value.of)
    case 'extreme':
      return value.of.some(grows)
    default:
      return false
  }
}

function inValue(value: BoundValue, place: Place): void {
  const { work, timeZone } = place
  switch (value.kind) {
    case 'literal':
      if (value.type === 'date' || value.type === 'instant') work.named.push(String(value.value))
      return
    case 'measure':
      if (value.per !== undefined) work.calendars.push({ timeZone, unit: value.per })
      return inSource(value.source, place)
    case 'daysSince':
    case 'yearsSince':
      if (value.of.type === 'date') work.calendars.push({ timeZone, unit: 'day' })
      return inValue(value.of, place)
    case 'localDate':
      work.dayZones.add(timeZone)
      return inValue(value.of, place)
    case 'distance':
    case 'elapsed':
    case 'calendarPart':
    case 'negate':
      return inValue(value.of, place)
    case 'extreme':
      for (const one of value.of) inValue(one, place)
      return
    case 'arithmetic':
      inValue(value.left, place)
      return inValue(value.right, place)
    default:
      return
  }
}

function inSource(source: BoundSource, place: Place): void {
  if (source.window !== undefined) inWindow(source.window, place)
  if (source.where === undefined) return
  const { event, element } = source
  inCondition(source.where, {
    ...place,
    rows: element === undefined ? { event } : { event, element },
  })
}

function inWindow(window: Window, { work, timeZone: own }: Place): void {
  const timeZone = window.timeZone ?? own
  work.zones.add(timeZone)
  switch (window.kind) {
    case 'rolling':
    case 'ago':
      work.windows.push({ window, timeZone })
      return
    case 'calendarDays':
      work.calendars.push({ timeZone, unit: 'day' })
      return
    case 'current':
    case 'previous':
    case 'following':
    case 'period':
      work.calendars.push({ timeZone, unit: window.unit })
      return
    default:
      return
  }
}
