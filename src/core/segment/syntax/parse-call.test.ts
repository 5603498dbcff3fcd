/** The functions and questions with a grammar of their own, case by case, and what is said of text that breaks it. */
import { expect, test } from 'vitest'
import { parse } from './parse.ts'
import { print } from './print.ts'

/** The canonical form, or the codes of what is wrong, each with its offsets, the text there and the remedy. */
function tidy(text: string): string {
  const read = parse(text)
  if (read.ok) return print(read.value.definition)
  return read.issues
    .map((issue) => {
      const { at } = issue
      if (at?.kind !== 'span') return '?'
      const fix = issue.fix === undefined ? '' : ` → ${issue.fix}`
      return `${at.start}-${at.end} ${issue.code.slice('segment/'.length)}: ${text.slice(at.start, at.end)}${fix}`
    })
    .join(' | ')
}

test.each([
  [
    '[CALL-1] words of functions are names where no parenthesis follows',
    'gap = 1 and Median is known and rank in (1, 2) and score > 3',
  ],
  ['[CALL-1] ... at the end too', 'a = share and b > nth and c < consent'],
  ['[CALL-1] ... and in sources', 'any(sequence where then = 1) and count(rank) > 1 and any(gap)'],
  [
    '[CALL-1] words of clauses are names as well',
    'for = 1 and then = 2 and by = 3 and next = 4 and top = 5 and list = 6',
  ],
  ['[CALL-1] a name may be written like a unit', 'm = 1 and km > 2 and mi < 3'],
  ['[CALL-2] median', 'median(purchase.amount where channel = "web") > 20 EUR'],
  ['[CALL-2] nth', 'nth(2, purchase).amount > 5 and nth(3, purchase) within last month'],
  ['[CALL-2] nth from the end', 'nth last(2, purchase.item where price > 1).price = 4'],
  ['[CALL-2] gaps', 'gap(purchase, last 365 days) > 30 days and median gap(purchase) < 4 weeks'],
  ['[CALL-2] gap is a name beside median too', 'median = gap and gap > median'],
  [
    '[CALL-3] streaks',
    'streak(purchase by month) >= 3 and streak(visit where page = "x" by week) > 1',
  ],
  [
    '[CALL-13] parts of the calendar',
    'month of birth_date = 3 and hour of last(purchase) < 12 and year of (a - b) = weekday of c',
  ],
  ['[CALL-13] parts are names elsewhere', 'month = 1 and day > 2 and hour in (3) and event = 4'],
  ['[CALL-13] event time', 'any(purchase where hour of event time > 3 and event = time)'],
  ['[CALL-14] most', 'most(purchase.item where price > 1 by sku, last 30 days) >= 3'],
  ['[CALL-14] any word is a property', 'most(purchase by `e-mail`) > 1 and most > 2'],
  ['[WIN-16] ahead', 'joined within next 7 days or joined within next 1 hour'],
  ['[WIN-17] ahead', 'joined within tomorrow or joined within next month in time zone "UTC"'],
  ['[CALL-3] ... with a window', 'streak(purchase by day, this year) >= 3'],
  [
    '[CALL-4] shares of rows and of sums',
    'share(purchase where discount > 0) > 50% and share(purchase.amount where discount > 0) > 0.5',
  ],
  [
    '[CALL-4] shares of elements',
    'share(purchase.item.price where fresh = true, last 12 months) > 12.5%',
  ],
  ['[CALL-4] net', 'net(purchase.amount, last 365 days) > 300'],
  ['[CALL-5] trend', 'trend(sum(purchase.amount), last 6 months) < 0'],
  ['[CALL-5] ... of arithmetic', 'trend(count(purchase) - count(visit), last 4 weeks) > 0'],
  ['[CALL-6] scores', 'score(clv.expected_12m) > 300 and score(`last`.`last`) > 1'],
  ['[CALL-6] buckets', 'bucket("spring \\"26\\"") < 20%'],
  [
    '[CALL-6] distances',
    'distance(home, (38.72, -9.14)) < 10 km or distance(home, (0, 0)) > 2.5 mi',
  ],
  [
    '[CALL-7] ranks',
    'rank(sum(purchase.amount)) in top 10% and rank(visits) in bottom 1000 and rank(a) in top 0.5%',
  ],
  [
    '[CALL-7] parts',
    'rank(a) in quintile 5 and rank(a) in quartiles 1 to 2 and rank(a) in percentiles 90 to 95',
  ],
  [
    '[CALL-8] sequences',
    'sequence(a, then b within 1 day, then not c within 7 days, last 90 days)',
  ],
  [
    '[CALL-8] ... with filters',
    'sequence(a where x = 1 and y = 2, then b where z = 3 within 2 hours)',
  ],
  [
    '[CALL-8] ... whose filter asks for a window',
    'sequence(a where due within last 3 days, then b where due within today within 1 day)',
  ],
  ['[CALL-9] since when', 'tier = "gold" for at least 90 days and vip = true for less than 1 week'],
  ['[CALL-9] ... binds tighter than not', 'not tier = "gold" for at least 90 days'],
  [
    '[CALL-9] ... groups stand in parentheses',
    '(a = 1 or a = 2) for at least 5 minutes and (not b = 1) for less than 1 hour',
  ],
  [
    '[CALL-10] birthdays',
    'birthday within next 7 days and birthday within last 1 day and birthday is known',
  ],
  [
    '[CALL-10] anniversaries',
    'anniversary of joined within last 7 days and anniversary of first(purchase) within next 1 day',
  ],
  [
    '[CALL-10] a trait called birthday',
    '`birthday` within last 7 days and birthday within this month',
  ],
  ['[CALL-11] regular', 'regular(purchase where channel = "web", at least 3 of last 6 months)'],
  [
    '[CALL-11] stopped and restarted',
    'stopped(purchase, 90 days) or restarted(purchase where a = 1, 2 weeks)',
  ],
  ['[CALL-12] lists and consents', 'in list "vip-2026" and not consent(email, marketing)'],
  ['[CALL-12] ... whose names are words', 'consent(`any`, `first`)'],
  [
    '[PARSE-12] many kinds of events',
    'any(email_*) and count(*, today) > 3 and sum(`e-mail `*.cost) > 1',
  ],
  ['[PARSE-12] a star elsewhere multiplies', 'email_ * 2 > email_ * 3'],
  ['[PARSE-6] percentages', 'a > 20% and b between -5% and 0.5% and c in (1%, 2%)'],
  ['[PARSE-7] lengths', 'a < 10 km and b > 0.5 mi and c = 100 m and d > -10 km'],
  [
    '[ZONE-3] a window in a zone',
    'any(purchase, today in time zone "Asia/Tokyo") and joined within this month in time zone "UTC"',
  ],
])('%s', (_, text) => {
  expect(tidy(text).replaceAll(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')')).toBe(text)
})

test.each([
  [
    '[PARSE-2] words in any case',
    'RANK(a) IN TOP 10% AND BIRTHDAY WITHIN NEXT 7 DAYS',
    'rank(a) in top 10% and birthday within next 7 days',
  ],
  ['[PARSE-6] a percentage may stand apart', 'a > 20 %', 'a > 20%'],
  [
    '[PARSE-7] lengths in full',
    'a < 3 Kilometres and b < 2 miles and c < 1 metre',
    'a < 3 km and b < 2 mi and c < 1 m',
  ],
  ['[CALL-10] weeks', 'birthday within next 2 weeks', 'birthday within next 14 days'],
  ['[CALL-5] previous', 'trend(a, previous 6 months) > 0', 'trend(a, last 6 months) > 0'],
  ['[CALL-7] one part', 'rank(a) in quintiles 5 to 5', 'rank(a) in quintile 5'],
  ['[PARSE-8] a measure ends at its line', 'measure x = gap\n(x) > 2', 'measure x = gap\nx > 2'],
  [
    '[PARSE-8] ... but not in parentheses',
    'measure x = (median\n(p.a))\nx > 2',
    'measure x = median(p.a)\nx > 2',
  ],
])('%s', (_, text, canonical) => {
  expect(tidy(text)).toBe(canonical)
})

test.each([
  [
    '[CALL-1] the nearest function',
    'mediam(p.a) > 1 and seqence(a, then b)',
    '0-6 unknown-function: mediam → median | 20-27 unknown-function: seqence → sequence',
  ],
  ['[CALL-2] a property is missing', 'median(p) > 1', '8-9 expected: )'],
  [
    '[CALL-2] nth begins with 1',
    'nth(0, p) is known and nth(1.5, p) is known',
    '4-5 out-of-range: 0 | 27-30 whole-number: 1.5',
  ],
  ['[CALL-2] nth needs its number', 'nth(p) is known', '4-5 expected: p'],
  ['[CALL-3] streaks go by periods', 'streak(p) > 1', '8-9 expected: )'],
  ['[CALL-14] most goes by a property', 'most(p) > 1', '6-7 expected: )'],
  ['[CALL-13] event time is of rows', 'event time > 1', '0-10 only-in-where: event time'],
  ['[WIN-16] ahead are minutes to weeks', 'a within next 2 months', '16-22 expected: months'],
  ['[CALL-3] ... that are known', 'streak(p by moth) > 1', '12-16 expected: moth → month'],
  [
    '[CALL-3] ... after the filter',
    'streak(p where a = 1 bye month) > 1',
    '21-24 expected: bye → by',
  ],
  [
    '[CALL-5] one period has no trend',
    'trend(count(p), last 1 month) > 0',
    '21-22 out-of-range: 1',
  ],
  ['[CALL-6] a salt is text', 'bucket(a) < 20%', '7-8 expected: a'],
  [
    '[CALL-6] points lie on the globe',
    'distance(home, (91, -181)) < 1 km',
    '16-18 out-of-range: 91 | 20-24 out-of-range: -181',
  ],
  ['[CALL-6] points have two numbers', 'distance(home, 38.72) < 1 km', '15-20 expected: 38.72'],
  ['[CALL-7] a rank is asked with in', 'rank(a) > 5', '8-9 expected: >'],
  [
    '[CALL-7] ... a band',
    'rank(a) in tpo 5% and rank(a) in (1)',
    '11-14 expected: tpo → top | 33-34 expected: (',
  ],
  [
    '[CALL-7] ... within its parts',
    'rank(a) in quintile 6 or rank(a) in deciles 5 to 3 or rank(a) in top 101%',
    '20-21 out-of-range: 6 | 49-50 out-of-range: 3 | 69-72 out-of-range: 101',
  ],
  ['[CALL-7] ... of whole customers', 'rank(a) in top 2.5', '15-18 whole-number: 2.5'],
  ['[CALL-7] not stands before', 'rank(a) not in top 5', '8-11 misplaced-not: not'],
  ['[CALL-8] a sequence has steps', 'sequence(a)', '10-11 expected: )'],
  ['[CALL-8] ... that say then', 'sequence(a, b)', '12-13 expected: b'],
  [
    '[CALL-8] ... its window comes last',
    'sequence(a, last 3 days, then b)',
    '12-16 expected: last',
  ],
  ['[CALL-8] ... absence needs an end', 'sequence(a, then not b)', '22-23 expected: )'],
  [
    '[CALL-8] ... of fixed length',
    'sequence(a, then b within 2 months)',
    '28-34 calendar-duration: months',
  ],
  ['[CALL-9] for says how', 'a = 1 for 90 days', '10-12 expected: 90 → at least 90'],
  ['[CALL-9] ... of conditions', 'vip for at least 3 days', '0-3 expected-comparison: vip'],
  [
    '[CALL-9] ... for a fixed time',
    'a = 1 for at least 3 months',
    '21-27 calendar-duration: months',
  ],
  ['[CALL-10] days of a birthday', 'birthday within next 3 months', '23-29 expected: months'],
  ['[CALL-10] ... at most a year', 'birthday within next 400 days', '21-24 out-of-range: 400'],
  [
    '[CALL-11] regular counts periods',
    'regular(p, at least 7 of last 6 months)',
    '20-21 out-of-range: 7',
  ],
  ['[CALL-11] stopped has a time', 'stopped(p)', '9-10 expected: )'],
  ['[CALL-12] lists have names in quotes', 'in list vip', '8-11 expected: vip'],
  ['[CALL-12] in what', 'in lst "vip"', '3-6 expected: lst → list'],
  [
    '[FILTER-1] the customer is not asked in a filter',
    'any(p where rank(a) in top 1 or gap(p) > 1 day or score(x) > 1 or consent(a, b) or in list "x")',
    '12-16 not-in-where: rank | 32-35 not-in-where: gap | 50-55 not-in-where: score | 66-73 not-in-where: consent | 83-90 not-in-where: in list',
  ],
  [
    '[FILTER-1] ... nor since when',
    'any(p where a = 1 for at least 1 day)',
    '18-21 not-in-where: for',
  ],
  ['[PARSE-12] the star touches its name', 'any(email_ *)', '11-12 expected: *'],
  ['[PARSE-6] a percent sign is no operator', 'a % 2 = 1', '2-3 bad-character: %'],
  ['[CMP-4] a signed duration is not listed', 'a in (-5 days)', '6-7 expected: -'],
  ['[ZONE-3] a zone is text', 'any(p, today in time zone UTC)', '26-29 expected: UTC'],
])('%s', (_, text, complaints) => {
  expect(tidy(text)).toBe(complaints)
})

test('parts of the new constructs know where they stand', () => {
  const text =
    'rank(nth(2, email_*).cost) in top 10% and consent(email, marketing) and in list "x" and ' +
    'any(p, today in time zone "UTC") and sequence(a, then b within 1 day) and score(clv.x) > 1'
  const read = parse(text)
  if (!read.ok || read.value.definition.condition.kind !== 'and') throw new Error('unexpected')
  const { spanOf } = read.value
  const at = (node: object, part?: string): string => {
    const span = spanOf(node, part)
    return span?.kind === 'span' ? text.slice(span.start, span.end) : '?'
  }
  const [rank, consent, list, any, sequence, score] = read.value.definition.condition.of
  if (rank?.kind !== 'rank' || rank.value.kind !== 'measure') throw new Error('unexpected')
  if (any?.kind !== 'any' || any.source.window === undefined) throw new Error('unexpected')
  if (sequence?.kind !== 'sequence' || score?.kind !== 'compare') throw new Error('unexpected')
  if (consent === undefined || list === undefined) throw new Error('unexpected')
  expect([
    at(rank),
    at(rank, 'band'),
    at(rank.value),
    at(rank.value.source, 'event'),
    at(rank.value, 'property'),
    at(consent),
    at(consent, 'purpose'),
    at(list, 'list'),
    at(any.source.window, 'timeZone'),
    at(sequence),
    at(sequence.steps[0] ?? {}),
    at(score.left),
    at(score.left, 'name'),
  ]).toEqual([
    'rank(nth(2, email_*).cost) in top 10%',
    'top 10%',
    'nth(2, email_*).cost',
    'email_*',
    'cost',
    'consent(email, marketing)',
    'marketing',
    '"x"',
    '"UTC"',
    'sequence(a, then b within 1 day)',
    'then b within 1 day',
    'score(clv.x)',
    'clv.x',
  ])
})
