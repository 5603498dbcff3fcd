export { assert, never } from './assert.ts'
export {
  calendarPart,
  dayStartTable,
  daysBetween,
  daysToReturn,
  isDateText,
  localDate,
  periodStart,
  plusDays,
  startOfLocalDay,
  wholeYears,
  windowEdges,
} from './calendar.ts'
export { isCurrency } from './currency.ts'
export {
  dayTable,
  edgeTable,
  type EdgeTable,
  type InstantRange,
  type WindowEdge,
} from './edge-table.ts'
export { Failure, type FailureOptions } from './failure.ts'
export {
  MS_PER_DAY,
  type DateText,
  type Instant,
  type PeriodUnit,
  type RollingUnit,
  type TimePoint,
  type Window,
} from './instant.ts'
export { endsOf } from './interval.ts'
export {
  invalid,
  valid,
  type Checked,
  type Issue,
  type IssueParams,
  type Place,
  type Severity,
} from './issue.ts'
export { inLocale, LOCALES, toLocale, type Locale, type LocalText } from './locale.ts'
export { nearest } from './nearest.ts'
export { sipHash64 } from './sip-hash.ts'
export { fill, typeset, type Words } from './words.ts'
export { isTimeZone, offsetAt, offsetTable, timeZones } from './zone.ts'
