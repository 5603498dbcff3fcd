/** 16,737 members of an airline's programme without their flights: who joined and left, and what cannot be said of the rest. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/core/base/index.ts'
import { makeReport, runModel } from '../../src/engine/insight/index.ts'
import { countDefinition, failureWire } from '../../src/engine/run/index.ts'
import { DATA, drawn, found, hasData, holdByHand, openReal, rowsOf, type RealProgramme } from '../kit/real.ts'
import { spoken } from '../kit/spoken.ts'

describe.skipIf(!hasData('airline_loyalty'))('airline loyalty (skipped where ../shared/data is absent)', () => {
  let real: RealProgramme
  beforeAll(async () => {
    real = await openReal('airline_loyalty')
  })
  afterAll(() => real.close())

  const count = async (definition: string): Promise<number> =>
    (await countDefinition(real.shop.programme, { definition, asOf: real.given.asOf }, { locale: 'en' })).count

  test('init knows a loyalty number for the customer, without being told what the rows are', async () => {
    const { catalogue, messages } = await drawn(join(DATA, 'airline_loyalty/loyalty_history.csv.gz'), {})
    expect(messages).toEqual([])
    expect(catalogue).toContain('salary: number income')
    expect(catalogue).toMatch(/loyalty_card:\n\s+type: text\n\s+values: \[Aurora, Nova, Star\]/)
    expect(catalogue).not.toContain('loyalty_number')
  })

  test('segments are those of the file, those who joined and left in months included', async () => {
    await holdByHand('airline_loyalty', real)
    for (const year of [2013, 2014, 2015, 2016, 2017, 2018]) {
      const hand = await real.ask<{ joined: string; left: string }>(
        `SELECT countIf(enrollment_year = '${year}') AS joined, countIf(cancellation_year = '${year}') AS left FROM raw_0`,
      )
      expect([year, await count(`joined between ${year}-01-01 and ${year}-12-31`)]).toEqual([year, Number(hand.joined)])
      expect([year, await count(`any(cancellation where event time >= ${year}-01-01 and event time < ${year + 1}-01-01)`)]).toEqual([year, Number(hand.left)])
    }
    // What became of those who came by the promotion, and of those who came in the same months without it.
    const share = async (type: string): Promise<number> => {
      const among = `enrollment_type = "${type}" and joined between 2018-02-01 and 2018-04-30`
      return (await count(`${among} and any(cancellation)`)) / (await count(among))
    }
    const hand = await real.ask<{ promotion: number; standard: number }>(
      `SELECT avgIf(cancellation_year != '', enrollment_type = '2018 Promotion') AS promotion, avgIf(cancellation_year != '', enrollment_type = 'Standard') AS standard
        FROM raw_0 WHERE enrollment_year = '2018' AND toInt32(enrollment_month) BETWEEN 2 AND 4`,
    )
    expect(await share('2018 Promotion')).toBeCloseTo(hand.promotion, 12)
    if (Number.isFinite(hand.standard)) expect(await share('Standard')).toBeCloseTo(hand.standard, 12)
  })

  test('negative salaries are named with how to find them; a quarter without salary is no surprise, nor are those who did not leave', async () => {
    const made = await spoken(real.shop.programme, 'data-quality')
    expect(made.findings.map(({ code }) => code)).toEqual(['data-quality/negative'])
    const hand = await real.ask<{ negative: string; known: string }>(
      "SELECT countIf(toFloat64OrZero(salary) < 0) AS negative, countIf(salary != '') AS known FROM raw_0",
    )
    expect(made.findings[0]?.text).toBe('salary: 20 values are below zero (0.2%).')
    expect(made.counts).toEqual([Number(hand.negative)])
    const salary = rowsOf(made, 'traits').find(({ trait }) => trait === 'salary')
    expect(Math.round(Number(salary?.['known']) * 16_737)).toBe(Number(hand.known))
    const represented = await spoken(real.shop.programme, 'representativeness')
    expect(represented.findings.map(({ text }) => text).join(' ')).not.toContain('cancelled')
  })

  test('the promotion beside the others: as the file says, with nothing made of value', async () => {
    const made = await spoken(real.shop.programme, 'profile', { segment: 'promotion' })
    const hand = await real.ask<{ of: number; against: number }>(
      `SELECT avgIf(toFloat64(clv), enrollment_type = '2018 Promotion') AS of, avgIf(toFloat64(clv), enrollment_type = 'Standard') AS against FROM raw_0`,
    )
    const clv = rowsOf(made, 'figures').find(({ what }) => what === 'clv')
    const money = (x: number): string => `CA$${Math.round(x).toLocaleString('en')}`
    expect([clv?.['of'], clv?.['against'], clv?.['verdict']]).toEqual([money(hand.of), money(hand.against), 'alike'])
    expect(found(made, 'profile/unknown').map(({ text }) => /score|Propensity|lifetime/.test(text))).toEqual([false])
  })

  test('who leaves within a quarter is foretold weakly from little, and said so', async () => {
    const shown = await real.run('leaving')
    expect(shown.shown?.status).toBe('weak')
    const [instant] = rowsOf(shown.report, 'instants')
    const hand = await real.ask<{ n: string; hits: string }>(
      `SELECT count() AS n, countIf(cancelled > toDate('2018-10-15') AND cancelled <= toDate('2019-01-14')) AS hits FROM (
        SELECT makeDate(toUInt16(enrollment_year), toUInt8(enrollment_month), 1) AS joined,
          if(cancellation_year = '', toDate('2100-01-01'), makeDate(toUInt16(cancellation_year), toUInt8(cancellation_month), 1)) AS cancelled FROM raw_0)
        WHERE joined <= toDate('2018-10-15') AND cancelled > toDate('2018-10-15')`,
    )
    expect(Math.abs(Number(instant?.['hits']) / Number(instant?.['rows']) / (Number(hand.hits) / Number(hand.n)) - 1)).toBeLessThan(0.25)
    expect(found(shown.report, 'propensity/undated')).toHaveLength(1)
  })

  test('without flights and points, value, cohorts, survival, rewards and trends say in every language what is missing', async () => {
    for (const name of ['concentration', 'trends', 'breaks', 'cohorts', 'survival', 'opportunities', 'rewards', 'baskets']) {
      const said = new Set<string>()
      for (const locale of LOCALES) {
        const failure: unknown = await makeReport(real.shop.programme, { name, parameters: {}, locale }).catch((error: unknown) => error)
        expect(failure).toMatchObject({ code: 'run/report-lacks' })
        said.add(failureWire(failure as Error, locale).message)
      }
      expect(said.size).toBe(LOCALES.length)
    }
    await expect(runModel(real.shop.programme, { model: 'value', locale: 'en' })).rejects.toMatchObject({ code: 'run/model-lacks' })
    const voice = await spoken(real.shop.programme, 'voice')
    expect(voice.findings.map(({ code }) => code)).toEqual(['voice/no-survey'])
  })
})
