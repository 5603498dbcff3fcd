/** Text to typed values, inside ClickHouse: every cast is checked, and what does not fit is NULL. */
import type { ValueType } from '../../../core/catalog/index.ts'
import { DECIMAL_TYPE, INSTANT_TYPE } from '../../../core/catalog/index.ts'
import { join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { DateOrder } from '../mapping/mapping.ts'
import type { Scope } from './scope.ts'
import type { ZoneSteps } from './zone-steps.ts'

/** How the texts of a column are written. */
export interface Writing {
  readonly decimal: '.' | ','
  readonly dates: DateOrder
  readonly zone: ZoneSteps
  readonly separator: string
}

/** A typed value and what SQL can say of it; `value` is NULL (or '' or an empty list) where missing or unfit. */
export interface Typed {
  readonly value: Sql
  /** True where the text is not missing and does not fit the type. */
  readonly unfit: Sql
  /** True where digits beyond the sixth decimal were rounded away; absent for types that never round. */
  readonly rounded?: Sql
  /** Issue code of an unfit text. */
  readonly code: string
}

const PLAIN_NUMBER = '^[+-]?[0-9]{1,12}([.][0-9]{0,6})?$'
const ANY_NUMBER = '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,2})?$'
/** Thousands may be grouped by the other mark, a space or an apostrophe; only in whole groups of three. */
const GROUPED: Readonly<Record<'.' | ',', string>> = {
  '.': "^[+-]?[0-9]{1,3}([,'  ’][0-9]{3})+([.][0-9]*)?$",
  ',': "^[+-]?[0-9]{1,3}([.'  ’][0-9]{3})+(,[0-9]*)?$",
}

/** Decimal text as a `Nullable(Decimal(18, 6))`: exact to six decimals, rounded half away from zero beyond. */
export function toNumber(
  scope: Scope,
  text: Sql,
  decimal: '.' | ',',
): Required<Pick<Typed, 'value' | 'rounded'>> {
  const marks = decimal === '.' ? ",'  ’" : ".'  ’"
  const other = value(decimal === '.' ? '[^0-9.eE+-]' : '[^0-9,eE+-]', 'String')
  const marked = scope.name(sql`if(match(${text}, ${other}), ${text}, '')`)
  const bare = sql`replaceRegexpAll(${marked}, ${value(`[${marks}]`, 'String')}, '')`
  const isGrouped = sql`match(${marked}, ${value(GROUPED[decimal], 'String')})`
  const grouped = scope.name(sql`if(${isGrouped}, ${bare}, ${text})`)
  const plain =
    decimal === '.'
      ? grouped
      : scope.name(sql`if(position(${grouped}, '.') > 0, 'no', replaceOne(${grouped}, ',', '.'))`)
  const exact = scope.name(sql`match(${plain}, ${value(PLAIN_NUMBER, 'String')})`)
  // Only what is not of the plain form is read the slow way.
  const odd = scope.name(sql`if(${exact}, '', ${plain})`)
  const wide = scope.name(
    sql`toDecimal256OrNull(if(match(${odd}, ${value(ANY_NUMBER, 'String')}), ${odd}, ''), 20)`,
  )
  const bounded = sql`if(abs(${wide}) < 999999999999, accurateCastOrNull(round(${wide}, 6), ${raw(`'${DECIMAL_TYPE}'`)}), NULL)`
  return {
    value: scope.name(
      sql`if(${exact}, toDecimal64OrNull(if(${exact}, ${plain}, ''), 6), ${bounded})`,
    ),
    rounded: sql`(NOT ${exact} AND ifNull(round(${wide}, 6) != ${wide}, 0))`,
  }
}

/** Product of two numbers, rounded to six decimals; NULL where either is missing or it does not fit. */
export function multiplied(scope: Scope, a: Sql, b: Sql): Sql {
  const product = scope.name(sql`toDecimal128(${a}, 6) * toDecimal128(${b}, 6)`)
  return scope.name(
    sql`if(abs(${product}) < 999999999999, accurateCastOrNull(round(${product}, 6), ${raw(`'${DECIMAL_TYPE}'`)}), NULL)`,
  )
}

const DAY: Readonly<Record<'ymd' | 'dmy' | 'mdy', string>> = {
  ymd: '([0-9]{4})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|([0-9]{2})([0-9]{2}))',
  dmy: '([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})()()',
  mdy: '([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})()()',
}
const CLOCK =
  '(?:(?:T| +)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)? ?([AaPp][Mm])?)?'
const ZONE = ' ?(Z|z|UTC|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})?'

const two = (p: Sql): Sql => sql`leftPad(${p}, 2, '0')`

/** Year, month and day as ISO text; two-digit years up to 68 are of this century, as POSIX has it. */
function isoDay(m: Sql, order: 'ymd' | 'dmy' | 'mdy'): Sql {
  const part = (n: number): Sql => sql`${m}[${raw(String(n))}]`
  if (order === 'ymd') {
    const month = sql`if(${part(2)} != '', ${part(2)}, ${part(4)})`
    const day = sql`if(${part(3)} != '', ${part(3)}, ${part(5)})`
    return sql`concat(${part(1)}, '-', ${two(month)}, '-', ${two(day)})`
  }
  const century = sql`if(toUInt8OrZero(${part(3)}) <= 68, '20', '19')`
  const year = sql`if(length(${part(3)}) = 2, concat(${century}, ${part(3)}), ${part(3)})`
  const [day, month] = order === 'dmy' ? [part(1), part(2)] : [part(2), part(1)]
  return sql`concat(${year}, '-', ${two(month)}, '-', ${two(day)})`
}

/** The day of an ISO text, NULL for days that no calendar has: the engine's own cast turns 30 February into 2 March. */
function checkedDay(scope: Scope, iso: Sql): Sql {
  const text = scope.name(iso)
  const day = scope.name(sql`toDate32OrNull(${text})`)
  return scope.name(sql`if(toString(${day}) = ${text}, ${day}, NULL)`)
}

/** Text as `Nullable(Date32)`; a midnight behind the day is fine. */
export function toDay(scope: Scope, text: Sql, order: DateOrder): Sql {
  if (order === 'ym') return toDay(scope, firstDay(scope, text), 'ymd')
  if (order === 'dmy' || order === 'mdy') {
    const yearFirst = toDay(scope, text, 'ymd')
    return scope.name(sql`if(${startsWithYear(text)}, ${yearFirst}, ${dayOf(scope, text, order)})`)
  }
  if (order === 'epoch-seconds' || order === 'epoch-milliseconds') {
    return sql`toDate32(${toInstant(scope, text, { dates: order })})`
  }
  const day = scope.name(sql`toDate32OrNull(${text})`)
  const isIso = scope.name(sql`length(${text}) = 10 AND ifNull(toString(${day}) = ${text}, 0)`)
  const slow = dayOf(scope, scope.name(sql`if(${isIso}, '', ${text})`), order)
  return scope.name(sql`if(${isIso}, ${day}, ${slow})`)
}

/** `1957` as 1957-01-01, `2016 2` as 2016-02-01; other texts as they are. */
function firstDay(scope: Scope, text: Sql): Sql {
  const m = scope.name(sql`extractGroups(${text}, '^([0-9]{4})(?:[-/. ]([0-9]{1,2}))?$')`)
  const month = sql`if(${m}[2] = '', '01', ${two(sql`${m}[2]`)})`
  return scope.name(sql`if(empty(${m}), ${text}, concat(${m}[1], '-', ${month}, '-01'))`)
}

/** A year of four digits in front is never ambiguous, whatever order the other dates have. */
function startsWithYear(text: Sql): Sql {
  return sql`match(${text}, '^[0-9]{4}[-/.]')`
}

function dayOf(scope: Scope, text: Sql, order: 'ymd' | 'dmy' | 'mdy'): Sql {
  const pattern = `^${DAY[order]}(?:[T ]00:00(?::00(?:[.]0+)?)?(?:Z|[+]00:00)?)?$`
  const m = scope.name(sql`extractGroups(${text}, ${value(pattern, 'String')})`)
  return sql`if(empty(${m}), NULL, ${checkedDay(scope, isoDay(m, order))})`
}

/** Local wall clock (ms as if UTC) -> instant (ms), by the table of the zone. */
function toUtc(scope: Scope, local: Sql, zone: ZoneSteps): Sql {
  const { usual, others, turns } = zone
  if (turns.length === 0) return sql`(${local} - ${value(usual, 'Int64')})`
  const since = sql`intDiv(${local} - ${value(zone.start, 'Int64')}, ${value(zone.width, 'Int64')})`
  const last = raw(String(zone.count - 1))
  const stretch = scope.name(sql`toInt32(greatest(0, least(${last}, assumeNotNull(${since}))))`)
  // `transform` looks up a hash table that is built once; indexing a long constant array would copy it per row.
  const look = (
    entries: readonly (readonly [number, number])[],
    otherwise: number | bigint,
  ): Sql => {
    const from = value(
      entries.map(([n]) => n),
      'Array(Int32)',
    )
    const to = value(
      entries.map(([, v]) => v),
      'Array(Int64)',
    )
    return sql`transform(${stretch}, ${from}, ${to}, ${value(otherwise, 'Int64')})`
  }
  const old =
    others.length === 0
      ? value(usual, 'Int64')
      : look(
          others.map((o) => [o.stretch, o.offset] as const),
          usual,
        )
  const at = look(
    turns.map((t) => [t.stretch, t.at] as const),
    9_223_372_036_854_775_807n,
  )
  const after = look(
    turns.map((t) => [t.stretch, t.after] as const),
    0,
  )
  return sql`(${local} - if(assumeNotNull(${local}) < ${at}, ${old}, ${after}))`
}

const MS_LIMITS = [-2_208_988_800_000, 10_413_792_000_000] as const

/** Text as a nullable instant; without a zone in the text, local time of the file's zone. */
export function toInstant(
  scope: Scope,
  text: Sql,
  how: { readonly dates: DateOrder; readonly zone?: ZoneSteps },
): Sql {
  const zone = how.zone ?? { start: 0, width: 1, count: 1, usual: 0, others: [], turns: [] }
  const ms = scope.name(instantMs(scope, text, how.dates, zone))
  const [low, high] = MS_LIMITS
  const fits = sql`${ms} >= ${value(low, 'Int64')} AND ${ms} < ${value(high, 'Int64')}`
  const within = scope.name(sql`if(${fits}, ${ms}, NULL)`)
  return scope.name(sql`fromUnixTimestamp64Milli(${within}, 'UTC')`)
}

function instantMs(scope: Scope, text: Sql, order: DateOrder, zone: ZoneSteps): Sql {
  if (order === 'epoch-seconds' || order === 'epoch-milliseconds') {
    const scale = raw(order === 'epoch-seconds' ? '1000' : '1')
    const digits = sql`match(${text}, '^-?[0-9]{1,13}([.][0-9]+)?$')`
    return sql`toInt64(toDecimal128OrNull(if(${digits}, ${text}, ''), 6) * ${scale})`
  }
  if (order === 'ym') return instantMs(scope, firstDay(scope, text), 'ymd', zone)
  if (order !== 'ymd') {
    const yearFirst = scope.name(instantMs(scope, text, 'ymd', zone))
    return sql`if(${startsWithYear(text)}, ${yearFirst}, ${wallClockMs(scope, text, order, zone)})`
  }
  // The commonest form by far, read without a regular expression.
  const read = scope.name(sql`toDateTime64OrNull(${text}, 3, 'UTC')`)
  const same = scope.name(
    sql`length(${text}) = 19 AND ifNull(substring(toString(${read}), 1, 19) = ${text}, 0)`,
  )
  const fast = scope.name(sql`toUnixTimestamp64Milli(${read})`)
  const rest = scope.name(sql`if(${same}, '', ${text})`)
  return sql`if(${same}, ${toUtc(scope, fast, zone)}, ${wallClockMs(scope, rest, order, zone)})`
}

function wallClockMs(scope: Scope, text: Sql, order: 'ymd' | 'dmy' | 'mdy', zone: ZoneSteps): Sql {
  const m = scope.name(
    sql`extractGroups(${text}, ${value(`^${DAY[order]}${CLOCK}${ZONE}$`, 'String')})`,
  )
  const part = (n: number): Sql => sql`${m}[${raw(String(n))}]`
  const day = checkedDay(scope, isoDay(m, order))
  const twelve = sql`toUInt8OrZero(${part(6)}) % 12 + if(upper(${part(10)}) = 'PM', 12, 0)`
  const hour = scope.name(sql`if(${part(10)} = '', toUInt8OrZero(${part(6)}), ${twelve})`)
  const clock = sql`${hour} * 3600000 + toUInt8OrZero(${part(7)}) * 60000 + toUInt8OrZero(${part(8)}) * 1000 + toUInt16OrZero(rightPad(substring(${part(9)}, 1, 3), 3, '0'))`
  const inClock = sql`${hour} < 24 AND toUInt8OrZero(${part(7)}) < 60 AND toUInt8OrZero(${part(8)}) < 60 AND (${part(10)} = '' OR toUInt8OrZero(${part(6)}) BETWEEN 1 AND 12)`
  const local = scope.name(sql`toInt64(toInt32(${day})) * 86400000 + ${clock}`)
  const zoneDigits = sql`rightPad(replaceAll(substring(${part(11)}, 2), ':', ''), 4, '0')`
  const written = sql`(if(startsWith(${part(11)}, '-'), -1, 1) * (toInt64(toUInt8OrZero(substring(${zoneDigits}, 1, 2))) * 60 + toUInt8OrZero(substring(${zoneDigits}, 3, 2))) * 60000)`
  const utc = sql`multiIf(${part(11)} = '', ${toUtc(scope, local, zone)}, lower(${part(11)}) IN ('z', 'utc'), ${local}, ${local} - ${written})`
  return sql`if(empty(${m}) OR isNull(${day}) OR NOT (${inClock}), NULL, ${utc})`
}

const YES = [
  'true',
  't',
  'yes',
  'y',
  '1',
  'sim',
  's',
  'sí',
  'si',
  'oui',
  'o',
  'vrai',
  'verdadeiro',
  'verdadero',
  'on',
]
const NO = ['false', 'f', 'no', 'n', '0', 'não', 'nao', 'non', 'faux', 'falso', 'off']

/** The yes and no words of the four languages, in any case. */
export const BOOLEAN_WORDS: { readonly yes: readonly string[]; readonly no: readonly string[] } = {
  yes: YES,
  no: NO,
}

function toBool(scope: Scope, text: Sql): Sql {
  const low = scope.name(sql`lowerUTF8(${text})`)
  const yes = sql`${low} IN ${value(YES, 'Array(String)')}`
  return scope.name(
    sql`multiIf(${yes}, true, ${low} IN ${value(NO, 'Array(String)')}, false, NULL)`,
  )
}

function toList(text: Sql, separator: string): Sql {
  const parts = sql`multiIf(${text} = '', [], startsWith(${text}, '[') AND isValidJSON(${text}), arrayMap(x -> JSONExtractString(x), JSONExtractArrayRaw(${text})), splitByString(${value(separator, 'String')}, ${text}))`
  return sql`arrayDistinct(arrayFilter(x -> x != '', arrayMap(x -> trimBoth(x), ${parts})))`
}

function toGeo(scope: Scope, text: Sql): Sql {
  const parts = scope.name(
    sql`arrayMap(x -> toFloat64OrNull(trimBoth(x)), splitByRegexp('[,; ]+', trim(BOTH '[]()' FROM ${text})))`,
  )
  const fits = sql`length(${parts}) = 2 AND ifNull(abs(${parts}[1]) <= 90, 0) AND ifNull(abs(${parts}[2]) <= 180, 0)`
  return scope.name(sql`if(${fits}, arrayMap(x -> assumeNotNull(x), ${parts}), [])`)
}

/** A trimmed text, '' where missing, as a value of the type. */
export function typed(scope: Scope, text: Sql, type: ValueType, how: Writing): Typed {
  const unlessNull = (v: Sql): Sql => sql`(${text} != '' AND isNull(${v}))`
  switch (type) {
    case 'text':
    case 'category':
      return { value: text, unfit: sql`length(${text}) > 65536`, code: 'intake/too-long' }
    case 'number':
    case 'money': {
      const number = toNumber(scope, text, how.decimal)
      return { ...number, unfit: unlessNull(number.value), code: 'intake/bad-number' }
    }
    case 'boolean': {
      const v = toBool(scope, text)
      return { value: v, unfit: unlessNull(v), code: 'intake/bad-boolean' }
    }
    case 'date': {
      const v = toDay(scope, text, how.dates)
      return { value: v, unfit: unlessNull(v), code: 'intake/bad-date' }
    }
    case 'instant': {
      const v = toInstant(scope, text, how)
      return { value: v, unfit: unlessNull(v), code: 'intake/bad-instant' }
    }
    case 'list':
      return { value: toList(text, how.separator), unfit: sql`0`, code: '' }
    case 'geo': {
      const v = toGeo(scope, text)
      return { value: v, unfit: sql`(${text} != '' AND empty(${v}))`, code: 'intake/bad-place' }
    }
  }
}

/** The store's type for a value between staging and its table. */
export function stagedType(type: ValueType): string {
  switch (type) {
    case 'text':
    case 'category':
      return 'String'
    case 'number':
    case 'money':
      return `Nullable(${DECIMAL_TYPE})`
    case 'boolean':
      return 'Nullable(Bool)'
    case 'date':
      return 'Nullable(Date32)'
    case 'instant':
      return `Nullable(${INSTANT_TYPE})`
    case 'list':
      return 'Array(String)'
    case 'geo':
      return 'Array(Float64)'
  }
}

/** True where a staged value of the type is missing. */
export function isMissing(v: Sql, type: ValueType): Sql {
  if (type === 'text' || type === 'category') return sql`${v} = ''`
  if (type === 'list' || type === 'geo') return sql`empty(${v})`
  return sql`isNull(${v})`
}

/** Trims, and turns the texts that stand for nothing into ''. */
export function cleaned(text: Sql, missing: readonly string[]): Sql {
  const trimmed = sql`trimBoth(${text})`
  if (missing.length === 0) return trimmed
  const nothing = join(
    missing.map((m) => value(m, 'String')),
    ', ',
  )
  return sql`if(${trimmed} IN (${nothing}), '', ${trimmed})`
}
