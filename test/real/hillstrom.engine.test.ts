/** 64,000 customers of whom chance chose two thirds for an e-mail: what each arm did, and what no report may claim from it. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REPORTS } from '../../src/engine/insight/reports.ts'
import { DATA, drawn, found, hasData, holdByHand, openReal, rowsOf, type RealProgramme } from '../kit/real.ts'
import { spoken } from '../kit/spoken.ts'

/** As published: visits, buyers and spend per customer within two weeks. */
const PUBLISHED = {
  'No e-mail': { visits: 0.106167, bought: 0.005726, spend: 0.652789 },
  "Men's e-mail": { visits: 0.182757, bought: 0.005726 + 0.006805, spend: 0.652789 + 0.769827 },
  "Women's e-mail": { visits: 0.1514, bought: 0.005726 + 0.003111, spend: 0.652789 + 0.424412 },
} as const
const ARMS = { 'No e-mail': 'No E-Mail', "Men's e-mail": 'Mens E-Mail', "Women's e-mail": 'Womens E-Mail' } as const

describe.skipIf(!hasData('hillstrom'))('hillstrom (skipped where ../shared/data is absent)', () => {
  let real: RealProgramme
  beforeAll(async () => {
    real = await openReal('hillstrom', { row: (_, n) => String(n), came_on: () => '2008-03-27' })
  })
  afterAll(() => real.close())

  test('init draws the arms as a choice and asks for an id; segments are those of the file', async () => {
    const { catalogue, messages } = await drawn(join(DATA, 'hillstrom/hillstrom.csv.gz'), { as: 'customers' })
    expect(messages).toContain('intake/ask-role')
    expect(catalogue).toContain('values: [Mens E-Mail, No E-Mail, Womens E-Mail]')
    await holdByHand('hillstrom', real)
  })

  test('visits, buyers and spend by arm as published, with intervals as by hand', async () => {
    const rows = rowsOf(await spoken(real.shop.programme, 'segments-compared'), 'segments')
    for (const [name, figures] of Object.entries(PUBLISHED)) {
      const row = rows.find(({ segment }) => segment === name)
      for (const [key, value] of Object.entries(figures)) {
        expect([name, key, Math.abs(Number(row?.[key]) - value) < 1.5e-6]).toEqual([name, key, true])
      }
      const arm = ARMS[name as keyof typeof ARMS]
      const hand = await real.ask<{ n: string; half: number; low: number; high: number }>(
        `SELECT count() AS n, 1.959964 * stddevSamp(toFloat64(spend)) / sqrt(n) AS half,
          (avg(toFloat64(conversion)) + z2 / (2 * n) - 1.959964 * sqrt(avg(toFloat64(conversion)) * (1 - avg(toFloat64(conversion))) / n + z2 / (4 * n * n))) / (1 + z2 / n) AS low,
          (avg(toFloat64(conversion)) + z2 / (2 * n) + 1.959964 * sqrt(avg(toFloat64(conversion)) * (1 - avg(toFloat64(conversion))) / n + z2 / (4 * n * n))) / (1 + z2 / n) AS high
          FROM (SELECT *, 3.841459 AS z2 FROM raw_0 WHERE segment = '${arm}') GROUP BY z2`,
      )
      expect(row?.['members']).toBe(Number(hand.n))
      // Wilson for shares, Student for means.
      expect(Number(row?.['boughtLow'])).toBeCloseTo(hand.low, 6)
      expect(Number(row?.['boughtHigh'])).toBeCloseTo(hand.high, 6)
      expect((Number(row?.['spendHigh']) - Number(row?.['spendLow'])) / 2).toBeCloseTo(hand.half, 3)
    }
  })

  test('chance made the arms alike before; what they did after differs, rarely and by much in proportion', async () => {
    const made = await spoken(real.shop.programme, 'profile', { segment: 'arm_mens', against: 'arm_none' })
    const before = rowsOf(made, 'figures').filter(({ what }) => ['history', 'mens', 'womens', 'newbie', 'recency'].includes(String(what)))
    expect(before).toHaveLength(5)
    for (const { verdict } of before) expect(verdict).toBe('alike')
    const [large] = found(made, 'profile/large-in-proportion')
    expect(large?.text).toMatch(/Bought at all 1\.3% against 0\.6% \(2\.19 times\)/)
    expect(large?.text).toMatch(/Spend \$1\.42 against \$0\.65 \(2\.18 times\)/)
    expect(found(made, 'profile/difference').map(({ text }) => text.split(':')[0])).toEqual(['Web visits'])
    expect(made.findings.map(({ text }) => text).join(' ')).not.toMatch(/too little to act/)
    // The months since the last purchase that the file tells, and the days since the one that it brought, are two things.
    const names = rowsOf(made, 'figures').map(({ what }) => what)
    expect(names).toContain('Days since the last order')
  })

  test('a tenth of the buyers brings a third of the spend', async () => {
    const made = await spoken(real.shop.programme, 'concentration')
    const hand = await real.ask<{ top: number }>(
      `SELECT arraySum(arraySlice(v, 1, toUInt32(round(length(v) / 10)))) / arraySum(v) AS top FROM (SELECT arrayReverseSort(groupArray(toFloat64(spend))) AS v FROM raw_0 WHERE conversion = '1')`,
    )
    const row = rowsOf(made, 'thresholds').find(({ top }) => Number(top) === 0.1) ?? rowsOf(made, 'thresholds')[2]
    expect(Math.abs(Number(row?.['held']) - hand.top)).toBeLessThan(0.005)
  })

  test('who visits is hardly foretold, and no effect of the e-mail is claimed', async () => {
    const shown = await real.run('visits')
    const auc = Number(rowsOf(shown.report, 'quality')[0]?.['auc'])
    expect(auc).toBeGreaterThan(0.58)
    expect(auc).toBeLessThan(0.66)
    const hand = await real.ask<{ n: string }>("SELECT count() AS n FROM raw_0 WHERE visit = '1'")
    const expected = Number(/expected of ([\d,]+)/.exec(found(shown.report, 'propensity/ahead')[0]?.text ?? '')?.[1]?.replaceAll(',', ''))
    expect(Math.abs(expected / Number(hand.n) - 1)).toBeLessThan(0.05)
    const said = [...(shown.report?.findings.map(({ text }) => text) ?? []), ...(shown.report?.method ?? [])].join(' ')
    expect(said).not.toMatch(/uplift|persuad|because of the e-?mail|caused/i)
    expect(said).toContain('not whom a message would change')
    // Effects on single customers are not among the reports: nothing pretends to know whom an e-mail would move.
    expect(REPORTS.map(({ name }) => name).filter((name) => /uplift|effect/.test(name))).toEqual([])
  })

  test('two weeks are no history: reports say that there is too little of it', async () => {
    const codes = async (name: string): Promise<readonly string[]> =>
      (await spoken(real.shop.programme, name)).findings.map(({ code }) => code)
    expect(await codes('trends')).toEqual(['trends/too-short'])
    expect(await codes('cohorts')).toEqual(['cohorts/too-young'])
    expect(await codes('survival')).toEqual(['survival/none'])
    expect(await codes('breaks')).toEqual(['breaks/one-each'])
    expect(await codes('opportunities')).toContain('opportunities/none')
    expect(await codes('cost-to-serve')).toEqual(['cost-to-serve/nothing'])
  })
})
