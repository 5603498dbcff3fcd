/** 2,240 customers of a catalogue without dated purchases: clusters, an answer foretold, and what the data cannot carry. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeReport } from '../../src/engine/insight/index.ts'
import { DATA, drawn, found, hasData, holdByHand, openReal, rowsOf, type RealProgramme } from '../kit/real.ts'
import { spoken } from '../kit/spoken.ts'

const file = join(DATA, 'marketing_campaign/marketing_campaign.csv.gz')

describe.skipIf(!hasData('marketing_campaign'))('marketing campaign (skipped where ../shared/data is absent)', () => {
  let real: RealProgramme
  beforeAll(async () => {
    real = await openReal('marketing_campaign', { answered_on: () => '2014-12-01' })
  })
  afterAll(() => real.close())

  test('init asks what the rows are, and draws choices, incomes and years of birth', async () => {
    await expect(drawn(file, {})).rejects.toMatchObject({ code: 'intake/not-ready' })
    const { catalogue } = await drawn(file, { as: 'customers' })
    expect(catalogue).toContain('income: number income')
    expect(catalogue).toContain('year_birth: number personal')
    expect(catalogue).toMatch(/education:\n\s+type: text\n\s+values: \[2n Cycle, Basic, Graduation/)
  })

  test('rows with years that no calendar of people has are set aside; segments are those of the file', async () => {
    const early = await real.ask<{ n: string }>("SELECT count() AS n FROM raw_0 WHERE toInt32(Year_Birth) < 1900")
    const rejected = real.loads.flatMap(({ reasons }) => reasons)
    expect(rejected.map(({ reason, count }) => [reason.code, count])).toEqual([['intake/bad-date', Number(early.n)]])
    await holdByHand('marketing_campaign', real)
  })

  test('the quality report names an impossible birth, the same people twice, and columns that say nothing', async () => {
    const made = await spoken(real.shop.programme, 'data-quality')
    const born = found(made, 'data-quality/impossible-birth')
    expect(born.map(({ text }) => text)).toEqual([
      'birth date: in the future or more than 110 years back for 1 of 2,238, who have no age.',
    ])
    const constant = found(made, 'data-quality/constant').map(({ text }) => text.split(':')[0])
    expect(constant).toEqual(['z cost contact', 'z revenue'])
    // 182 rows repeat another when the id is left out: one of each group is not a repeat.
    const [twins] = found(made, 'data-quality/same-profile')
    const [customers, profiles] = [...(twins?.text ?? '').matchAll(/(\d+)(?: customers| such)/g)].map(([, n]) => Number(n))
    expect((customers ?? 0) - (profiles ?? 0)).toBe(182)
    // Spend on sweets has a long tail, which is no mistake; nobody can be below zero.
    expect(made.findings.map(({ text }) => text).join(' ')).not.toMatch(/mnt |< -/)
    const income = rowsOf(made, 'traits').find(({ trait }) => trait === 'income')
    const known = await real.ask<{ n: string }>("SELECT count() AS n FROM raw_0 WHERE Income != '' AND toInt32(Year_Birth) >= 1900")
    expect(Math.round(Number(income?.['known']) * 2240)).toBe(Number(known.n))
    expect(Number(known.n)).toBe(2240 - 24 - 2)
  })

  test('two kinds of customers by spend, channel, income and family; more kinds are not repeatable', async () => {
    const shown = await real.run('kinds')
    expect(shown.shown).toMatchObject({ status: 'ok', scored: true, n: 2240 })
    const clusters = rowsOf(shown.report, 'clusters')
    expect(clusters).toHaveLength(2)
    for (const row of clusters) {
      expect(Number(row['stability'])).toBeGreaterThan(0.75)
      expect(Number(row['kappa'])).toBeGreaterThan(0.85)
      expect(String(row['definition'])).not.toContain('everyone')
    }
    const evidence = rowsOf(shown.report, 'evidence').map((row) => [row['k'], Number(row['least']) > 0.6])
    expect(evidence).toContainEqual([5, false])
    // Means of the clusters, by hand from the file and the scores.
    const byHand = await real.ask<{ wines: readonly number[] }>(
      `SELECT groupArray(w) AS wines FROM (SELECT round(avg(toFloat64(MntWines)), 1) AS w FROM raw_0 AS r
        INNER JOIN (SELECT DISTINCT customer_key, customer_id FROM customer) AS c ON c.customer_id = r.ID INNER JOIN (SELECT customer_key, argMax(value, (at, seq)) AS v FROM score WHERE name = 'kinds.cluster' GROUP BY customer_key) AS s
        ON s.customer_key = c.customer_key WHERE toInt32(Year_Birth) >= 1900 GROUP BY v ORDER BY v)`,
    )
    const told = rowsOf(shown.report, 'profiles').filter(({ measure }) => measure === 'wines').map((row) => Number(Number(row['inside']).toFixed(1)))
    expect(told).toEqual(byHand.wines)
  })

  test('the answer to the campaign is foretold, with every doubt said', async () => {
    const shown = await real.run('responds')
    expect(shown.shown).toMatchObject({ status: 'ok', scored: true, n: 2238 })
    const auc = Number(rowsOf(shown.report, 'quality')[0]?.['auc'])
    expect(auc).toBeGreaterThan(0.82)
    expect(auc).toBeLessThan(0.93)
    const [instant] = rowsOf(shown.report, 'instants')
    const answered = await real.ask<{ n: string }>("SELECT count() AS n FROM raw_0 WHERE Response = '1' AND toInt32(Year_Birth) >= 1900")
    expect(Number(instant?.['hits'])).toBe(Number(answered.n))
    const codes = shown.report?.findings.map(({ code }) => code) ?? []
    for (const code of ['propensity/undated', 'propensity/single', 'model/withheld']) expect(codes).toContain(code)
    expect(shown.report?.method.at(-1)).toContain('not whom a message would change')
  })

  test('who answered, beside the others, as the file has it', async () => {
    const made = await spoken(real.shop.programme, 'profile', { segment: 'answered' })
    const hand = await real.ask<{ of: number; against: number; n: string }>(
      `SELECT avgIf(toFloat64(AcceptedCmp5), Response = '1') AS of, avgIf(toFloat64(AcceptedCmp5), Response = '0') AS against,
        countIf(Response = '1') AS n FROM raw_0 WHERE toInt32(Year_Birth) >= 1900`,
    )
    const share = (x: number): string => `${(100 * x).toFixed(x < 0.1 ? 1 : 0)}%`
    const row = rowsOf(made, 'figures').find(({ what }) => what === 'accepted cmp5')
    expect([row?.['of'], row?.['against'], row?.['known']]).toEqual([share(hand.of), share(hand.against), Number(hand.n)])
    // Scores that have not been computed yet for anybody are no gap.
    expect(found(made, 'profile/unknown')).toEqual([])
  })

  test('without purchases, reports on purchases say what is missing', async () => {
    for (const locale of ['en', 'pt-BR', 'es', 'fr'] as const)
      await expect(makeReport(real.shop.programme, { name: 'cohorts', parameters: {}, locale })).rejects.toMatchObject({ code: 'run/report-lacks' })
    const made = await spoken(real.shop.programme, 'segments-compared')
    expect(made.findings.map(({ text }) => text).join(' ')).not.toMatch(/spend/)
  })
})
