/** English. */
import { series } from './series.ts'
import type { Noun, Voice } from './voice.ts'

function noun(one: string, other: string): Noun {
  return {
    one,
    other,
    none: `no ${one}`,
    first: `the first ${one}`,
    last: `the last ${one}`,
    of: `of ${other}`,
    nth: (n, isFromLast) => `the ${ordinal(n)} ${isFromLast ? 'most recent ' : ''}${one}`,
  }
}

/** "2nd", "3rd", "11th" */
function ordinal(n: number): string {
  const endings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = {
    one: 'st',
    two: 'nd',
    few: 'rd',
  }
  return `${n}${endings[ORDINALS.select(n)] ?? 'th'}`
}

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' })

const PARTS = { 4: 'quartile', 5: 'quintile', 10: 'decile', 100: 'percentile' } as const

const UNITS: Voice['units'] = {
  minute: ['minute', 'minutes'],
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  quarter: ['quarter', 'quarters'],
  year: ['year', 'years'],
}

export const EN_VOICE: Voice = {
  everyone: 'All customers.',
  sentence: (c) => `Customers who meet this condition: ${c}.`,
  allOf: (cs) => `Customers who meet all of these conditions: ${cs.join('; ')}.`,
  oneOf: (cs) => `Customers who meet at least one of these conditions: ${cs.join('; ')}.`,
  everyoneShort: 'all customers',
  allOfShort: (cs) => series(cs, '; ', '; and '),
  oneOfShort: (cs) => `at least one of these: ${series(cs, '; ', '; or ')}`,
  and: ', and ',
  or: ', or ',
  means: (name, value) => `Here ${name} is ${value}.`,
  zone: (name) => `Days and months are those of the time zone ${name}.`,
  quote: (text) => `“${text}”`,
  label: (text) => text,
  date: (text) => text,
  seam: (left, right) => `${left} ${right}`,
  semicolon: '; ',
  where: (what, c) => `${what} where (${c})`,
  not: (c) => `it is not true that (${c})`,
  atLeastOf: (count, cs) => `at least ${count} of these conditions hold: (${cs})`,
  everyoneInside: 'any customer',
  compare: {
    amount: {
      '=': 'is',
      '!=': 'is known and is not',
      '<': 'is less than',
      '<=': 'is at most',
      '>': 'is more than',
      '>=': 'is at least',
    },
    moment: {
      '=': 'is',
      '!=': 'is known and is not',
      '<': 'is before',
      '<=': 'is on or before',
      '>': 'is after',
      '>=': 'is on or after',
    },
    other: {
      '=': 'is',
      '!=': 'is known and is not',
      '<': 'is less than',
      '<=': 'is at most',
      '>': 'is more than',
      '>=': 'is at least',
    },
  },
  differs: 'is not',
  counted: {
    '=': (what) => `exactly ${what}`,
    '<': (what) => `fewer than ${what} (or none)`,
    '<=': (what) => `at most ${what} (or none)`,
    '>': (what) => `more than ${what}`,
    '>=': (what) => `at least ${what}`,
  },
  between: (v, low, high) => `${v} is between ${low} and ${high}, both included`,
  among: (v, options) => `${v} is ${options}`,
  notAmong: (v, options) => `${v} is known and is not ${options}`,
  text: {
    contains: (v, t) => `${v} contains ${t}`,
    'starts with': (v, t) => `${v} starts with ${t}`,
    'ends with': (v, t) => `${v} ends with ${t}`,
    matches: (v, t) => `${v} matches the pattern ${t}`,
  },
  entry: {
    contains: (v, t) => `at least one entry of ${v} contains ${t}`,
    'starts with': (v, t) => `at least one entry of ${v} starts with ${t}`,
    'ends with': (v, t) => `at least one entry of ${v} ends with ${t}`,
    matches: (v, t) => `at least one entry of ${v} matches the pattern ${t}`,
  },
  list: {
    'has any': (v, options) => `${v} includes at least one of ${options}`,
    'has all': (v, options) => `${v} includes all of ${options}`,
    'has none': (v, options) => `${v} includes none of ${options}`,
  },
  known: (v) => `${v} has a value`,
  missing: (v) => `${v} has no value`,
  under: (v, category) => `${v} is ${category} or something below it`,
  happened: (event, window) => `${event} happened ${window}`,
  occurred: (v, window) => `${v} lies in this time: ${window}`,
  inSegment: (name) => `in the segment ${name}`,
  notInSegment: (name) => `not in the segment ${name}`,
  inList: (name) => `on the list ${name}`,
  notInList: (name) => `not on the list ${name}`,
  consent: (channel, purpose) => `consent given for ${purpose} by ${channel}`,
  noConsent: (channel, purpose) => `no consent for ${purpose} by ${channel}`,
  channels: {
    email: 'e-mail',
    sms: 'text message',
    push: 'push message',
    phone: 'phone',
    post: 'post',
  },
  purposes: {
    programme: 'the programme',
    marketing: 'marketing',
    profiling: 'profiling',
    sharing: 'sharing of data',
  },
  rankTop: (v, count) => `${v} is among the highest ${count} of all customers`,
  rankBottom: (v, count) => `${v} is among the lowest ${count} of all customers`,
  rankPart: (v, parts, part) =>
    `${v} is in ${PARTS[parts]} ${part} of all customers (1 is the lowest, ${parts} the highest)`,
  rankParts: (v, parts, from, to) =>
    `${v} is in ${PARTS[parts]}s ${from} to ${to} of all customers (1 is the lowest, ${parts} the highest)`,
  sequence: (steps) => `in this order: (${steps})`,
  followedBy: (what) => `then ${what}`,
  withinSpan: (span) => `within ${span}`,
  duringSpan: (span) => `for ${span}`,
  stateFor: {
    'at least': (c, span) => `${c}, for at least ${span} without a break`,
    'less than': (c, span) => `${c}, for less than ${span} so far`,
  },
  birthday: 'the birthday',
  anniversary: (of) => `the anniversary of ${of}`,
  falls: (what, when) => `${what} is ${when}`,
  nextDays: (count) => `in the next ${count} days, today included`,
  regular: (what, count, of, unit) =>
    `${what} in at least ${count} of the previous ${of} whole ${UNITS[unit][1]}`,
  but: ', but ',
  beforeThat: 'before that',
  someElement: (name) => `at least one and the same ${name}`,
  elementWord: { item: 'item', line: 'line' },
  someCommonElement: {
    item: 'at least one and the same item',
    line: 'at least one and the same line',
  },
  nouns: { purchase: noun('purchase', 'purchases'), refund: noun('refund', 'refunds') },
  event: (label) => noun(`“${label}” event`, `“${label}” events`),
  eventsLike: (prefix) =>
    noun(`event whose name starts with ${prefix}`, `events whose names start with ${prefix}`),
  element: (label, event) => noun(`“${label}” ${event.of}`, `“${label}” entries ${event.of}`),
  commonElement: {
    item: (event) => noun(`item ${event.of}`, `items ${event.of}`),
    line: (event) => noun(`line ${event.of}`, `lines ${event.of}`),
  },
  measure: {
    count: (what) => `the number of ${what}`,
    'count distinct': (what, p) => `the number of different values of ${p} over ${what}`,
    sum: (what, p) => `the sum of ${p} over ${what}`,
    avg: (what, p) => `the average of ${p} over ${what}`,
    min: (what, p) => `the lowest ${p} over ${what}`,
    max: (what, p) => `the highest ${p} over ${what}`,
    median: (what, p) => `the median of ${p} over ${what}`,
    most: (what, p) => `the largest number of ${what} with the same ${p}`,
  },
  earliest: (what, p) => `the earliest ${p} over ${what}`,
  latest: (what, p) => `the latest ${p} over ${what}`,
  momentOf: (what) => `the moment of ${what}`,
  propertyOf: (p, what) => `${p} of ${what}`,
  daysSince: (what) => `the number of days since ${what}`,
  calendarPart: {
    year: (of) => `the year of ${of}`,
    month: (of) => `the month of ${of}`,
    day: (of) => `the day of the month of ${of}`,
    weekday: (of) => `the day of the week of ${of}`,
    hour: (of) => `the hour (0 to 23) of ${of}`,
  },
  eventTime: 'the time of the event',
  age: 'age in years',
  tenure: 'time since joining',
  gap: {
    gap: (what) => `the average time between ${what}`,
    'median gap': (what) => `the median time between ${what}`,
  },
  streak: (unit, what) =>
    `the number of ${UNITS[unit][1]} in a row, up to now, with at least ${what}`,
  share: (all, c) => `the share of those where (${c}) among ${all}`,
  shareOf: (p, all, c) => `the share of ${p} over ${all} that comes from those where (${c})`,
  net: (what, p) => `the sum of ${p} over ${what}, less refunds of the same time`,
  trend: (of, unit, previous) => `the trend per ${UNITS[unit][0]} of ${of}, ${previous}`,
  score: (name) => `the score ${name}`,
  bucket: (salt) => `the customer’s fixed draw for ${salt}`,
  distance: (from, to) => `the distance from ${from} to ${to}`,
  compass: ['N', 'S', 'E', 'W'],
  lengthUnits: { m: 'm', km: 'km', mi: 'mi' },
  minus: (v) => `minus ${v}`,
  yes: 'yes',
  no: 'no',
  units: UNITS,
  rolling: (count, unit, isOne) =>
    isOne
      ? unit === 'day'
        ? 'in the last 24 hours'
        : `in the last ${UNITS[unit][0]} up to now`
      : `in the last ${count} ${UNITS[unit][1]}`,
  calendarDays: (count) => `in the last ${count} calendar days, today included`,
  current: {
    day: 'today',
    week: 'this week, since Monday',
    month: 'this calendar month',
    quarter: 'this calendar quarter',
    year: 'this calendar year',
  },
  previousOne: {
    day: 'yesterday',
    week: 'in the previous week, Monday to Sunday',
    month: 'in the previous calendar month',
    quarter: 'in the previous calendar quarter',
    year: 'in the previous calendar year',
  },
  previous: (count, unit) => `in the previous ${count} whole ${UNITS[unit][1]}`,
  since: (point) => `since ${point}`,
  before: (point) => `before ${point}`,
  fromTo: (from, to) => `from ${from} to ${to}, both included`,
  inZone: (window, zone) => `${window} (time zone ${zone})`,
  ahead: (count, unit, isOne) =>
    `in the next ${isOne ? UNITS[unit][0] : `${count} ${UNITS[unit][1]}`}`,
  following: {
    day: 'tomorrow',
    week: 'next week, Monday to Sunday',
    month: 'in the next calendar month',
    quarter: 'in the next calendar quarter',
    year: 'in the next calendar year',
  },
  ago: (far, near, unit) => `between ${far} and ${near} ${unit} ago`,
}
