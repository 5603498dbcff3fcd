/** 45,211 clients called in the order of time: deposits foretold from what was known before the call, and what leaks. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATA, drawn, found, hasData, holdByHand, openReal, rowsOf, type RealProgramme } from '../kit/real.ts'
import { spoken } from '../kit/spoken.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The rows are in the order of time from May 2008 on, without their year. */
function days(): (row: Readonly<Record<string, string>>) => string {
  let [year, before] = [2008, 5]
  return (row) => {
    const month = MONTHS.indexOf(row['month'] ?? '') + 1
    if (month < before) year++
    before = month
    return `${year}-${String(month).padStart(2, '0')}-${(row['day'] ?? '').padStart(2, '0')}`
  }
}

/** The first day of its quarter, counted from March, June, September and December. */
function quarter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const first = month < 3 ? 12 : month - (month % 3)
  return `${month < 3 ? year - 1 : year}-${String(first).padStart(2, '0')}-01`
}

describe.skipIf(!hasData('bank_marketing'))('bank marketing (skipped where ../shared/data is absent)', () => {
  let real: RealProgramme
  beforeAll(async () => {
    const [called, listed] = [days(), days()]
    real = await openReal('bank_marketing', {
      row: (_, n) => String(n),
      called_on: (row) => `${called(row)} 12:00:00`,
      listed_on: (row) => quarter(listed(row)),
    })
  })
  afterAll(() => real.close())

  test('init takes no column of words for the id, and says so', async () => {
    const { catalogue, messages } = await drawn(join(DATA, 'bank_marketing/bank_full.csv.gz'), { as: 'customers' })
    expect(messages).toContain('intake/ask-role')
    expect(catalogue).toMatch(/contact: \{|contact:\n|contact: text/)
    expect(catalogue).toContain('deposit: boolean')
  })

  test('segments are those of the file, and what is told of depositors is what the file says', async () => {
    await holdByHand('bank_marketing', real)
    const made = await spoken(real.shop.programme, 'profile', { segment: 'depositors', days: '1200' })
    const hand = await real.ask<{ of: number; against: number }>(
      `SELECT avgIf(poutcome = 'success', deposit = 'yes') AS of, avgIf(poutcome = 'success', deposit = 'no') AS against FROM raw_0`,
    )
    const row = rowsOf(made, 'poutcome').find(({ value }) => value === 'success')
    expect(Number(row?.['of'])).toBeCloseTo(hand.of, 9)
    expect(Number(row?.['against'])).toBeCloseTo(hand.against, 9)
  })

  test('-1 days since the last call is a mark, and calls that stopped are missed', async () => {
    const made = await spoken(real.shop.programme, 'data-quality')
    const [mark] = found(made, 'data-quality/mark')
    const never = await real.ask<{ n: string }>("SELECT count() AS n FROM raw_0 WHERE pdays = '-1'")
    expect(mark?.text).toMatch(/^pdays: 36,954 values are exactly [-−]1 \(82%\).*the next is 1\./)
    expect(Number(never.n)).toBe(36_954)
    expect(mark?.definition).toBe('pdays = -1')
    expect(found(made, 'data-quality/stopped').map(({ text }) => text.split(':')[0])).toEqual(['call'])
  })

  test('learned in the order of time: whom the list named and nobody had called, by quarter as the file counts them', async () => {
    const shown = await real.run('deposits')
    expect(shown.shown).toMatchObject({ status: 'ok', scored: true })
    const instants = rowsOf(shown.report, 'instants')
    expect(instants).toHaveLength(7)
    for (const [i, row] of instants.entries()) {
      const at = `toDateTime('2010-12-01 00:00:00', 'UTC') - INTERVAL ${91 * (i + 1)} DAY`
      const hand = await real.ask<{ n: string; hits: string }>(
        `SELECT count() AS n, countIf(deposit = 'yes' AND parseDateTimeBestEffort(called_on, 'UTC') <= ${at} + INTERVAL 91 DAY) AS hits
          FROM raw_0 WHERE parseDateTimeBestEffort(listed_on, 'UTC') <= ${at} AND parseDateTimeBestEffort(called_on, 'UTC') > ${at}`,
      )
      expect([row['at'], row['rows'], row['hits']]).toEqual([row['at'], Number(hand.n), Number(hand.hits)])
    }
    const [judged] = rowsOf(shown.report, 'quality')
    // Known without how long the call was, judged later than learned: far below the .9 of papers that use it.
    expect(Number(judged?.['auc'])).toBeGreaterThan(0.62)
    expect(Number(judged?.['auc'])).toBeLessThan(0.8)
    expect(Number(judged?.['low'])).toBeGreaterThan(0.5)
    const codes = shown.report?.findings.map(({ code }) => code) ?? []
    // Few had said yes in 2009, half of those called in 2010: the level moved, and nobody is left on the list today.
    expect(codes).toContain('propensity/drift')
    expect(codes).toContain('propensity/nobody-now')
    expect(codes).not.toContain('propensity/single')
    // How long the call was came without a day, tells the answer, and is left out.
    expect(found(shown.report, 'model/leak')[0]?.text).toContain(
      'seconds tells the answer almost by itself',
    )
    expect(found(shown.report, 'propensity/undated')[0]?.text).toContain(': seconds.')
    const strength = rowsOf(shown.report, 'features').find(({ feature }) => feature === 'seconds')
    expect(strength?.['out']).not.toBe('')
    // The same by hand over the instants it was learned at: the chance that one who took a deposit talked for longer.
    const auc = await real.ask<{ auc: number }>(
      `SELECT arrayAUC(groupArray(toFloat64(duration)), groupArray(toUInt8(deposit = 'yes' AND called <= t + INTERVAL 91 DAY))) AS auc
        FROM (SELECT *, parseDateTimeBestEffort(called_on, 'UTC') AS called, parseDateTimeBestEffort(listed_on, 'UTC') AS listed,
          toDateTime('2010-12-01 00:00:00', 'UTC') - toIntervalDay(91 * arrayJoin([3, 4, 5, 6, 7])) AS t FROM raw_0) WHERE listed <= t AND called > t`,
    )
    expect(Number(strength?.['auc'])).toBeCloseTo(auc.auc, 1)
  })

  test('one deposit each: what comes after it cannot be told, and no report pretends to', async () => {
    const breaks = await spoken(real.shop.programme, 'breaks')
    expect(breaks.findings.map(({ code }) => code)).toEqual(['breaks/one-each'])
    expect(breaks.findings[0]?.text).toContain('Nobody of 5,289 buyers bought twice')
    const survival = await spoken(real.shop.programme, 'survival')
    expect(survival.findings.map(({ code }) => code)).toEqual(['survival/none'])
  })
})
