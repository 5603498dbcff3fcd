// Models of lifetime through the whole product, on published data: parameters to the digits of the papers.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../../test/kit/folder.ts'
import type { ModelDetailWire } from '../../../../core/contract/index.ts'
import { sql } from '../../../../core/sql/index.ts'
import { evaluateProgramme } from '../../../run/index.ts'
import { runModel, showModel } from '../../index.ts'

const ROOT = join(import.meta.dirname, '../../../../..')
const DATA = join(ROOT, '../shared/data')
const locale = 'en'

interface Found {
  readonly model: string
  readonly parameters: readonly number[]
  readonly logLikelihood: number
  readonly alive: { readonly mean?: number }
  readonly candidates: readonly {
    readonly model: string
    readonly parameters: readonly number[]
    readonly logLikelihood: number
  }[]
  readonly spend: {
    readonly parameters: readonly number[]
    readonly logLikelihood: number
    readonly mean: { readonly value: number }
    readonly n: number
  }
  readonly holdout: { readonly error: number }
}

function models(shop: TestFolder, texts: Readonly<Record<string, string>>): void {
  mkdirSync(join(shop.folder, 'models'), { recursive: true })
  for (const [key, text] of Object.entries(texts)) {
    writeFileSync(join(shop.folder, `models/${key}.yaml`), `kind: lifetime\n${text}\n`)
  }
}

async function found(
  shop: TestFolder,
  model: string,
): Promise<ModelDetailWire & { readonly of: Found }> {
  await runModel(shop.programme, { model, locale })
  const shown = await showModel(shop.programme, { model, locale })
  return { ...shown, of: shown.parameters as Found }
}

const codes = (shown: ModelDetailWire): readonly string[] =>
  (shown.report?.findings ?? []).map((finding) => finding.code)

describe.skipIf(!existsSync(DATA))('real data (skipped where ../shared/data is absent)', () => {
  describe('the CDNOW sample on 30 September 1997', () => {
    let shop: TestFolder
    beforeAll(async () => {
      const clock = { now: () => Date.parse('1997-09-30T23:00:00-04:00') }
      shop = await openTestFolder(join(ROOT, 'test/real/cdnow'), { clock })
      writeFileSync(
        join(shop.folder, 'mappings/cdnow.yaml'),
        'name: cdnow\nfiles: [cdnow_sample.csv.gz]\nkind: events\nevent: purchase\ncustomer: sample_id\nat: date\nfields:\n  amount: amount\n  quantity: cds\n',
      )
      await shop.load([join(DATA, 'cdnow/cdnow_sample.csv.gz')])
      await evaluateProgramme(shop.programme, { locale })
      models(shop, {
        best: 'holdout: 91',
        bg: 'model: bg-nbd\nhorizon: 273',
        mbg: 'model: mbg-nbd',
        pareto: 'model: pareto-nbd',
      })
    })
    afterAll(() => shop.close())

    test('BG/NBD and Gamma-Gamma are those of Fader, Hardie, Lee 2005 and of note 025', async () => {
      const { of, status } = await found(shop, 'bg').then((f) => ({
        ...f,
        status: f.shown?.status,
      }))
      const [r, alpha, a, b] = of.parameters
      expect([r, alpha, a, b].map((v) => v?.toFixed(3))).toEqual([
        '0.243',
        '4.414',
        '0.793',
        '2.426',
      ])
      expect(of.logLikelihood.toFixed(1)).toBe('-9582.4')
      expect(of.spend.parameters.map((v) => v.toFixed(2))).toEqual(['6.25', '3.74', '15.44'])
      expect(of.spend.logLikelihood.toFixed(2)).toBe('-4055.92')
      expect(of.spend.mean.value.toFixed(2)).toBe('35.17')
      expect([of.spend.n, status]).toEqual([946, 'ok'])
      // Customer 1: x = 2, t_x = 30.43, T = 38.86; within 39 weeks 1.226 purchases are expected.
      const { analytics } = await shop.programme.current()
      const [row] = await analytics.query<{ v: string }>(
        sql`SELECT toString(round(toFloat64(value), 3)) AS v FROM score WHERE name = 'bg.expected' AND customer_key IN
          (SELECT customer_key FROM customer WHERE customer_id = '0001')`,
      )
      expect(row?.v).toBe('1.226')
    })

    test('MBG/NBD and Pareto/NBD have the published parameters; the best is told from its rivals', async () => {
      const mbg = await found(shop, 'mbg')
      expect(mbg.of.parameters.map((v) => v.toFixed(3))).toEqual([
        '0.525',
        '6.183',
        '0.891',
        '1.614',
      ])
      const { of } = await found(shop, 'pareto')
      expect(of.parameters.map((v) => v.toFixed(3))).toEqual(['0.553', '10.578', '0.606', '11.669'])
      expect(of.logLikelihood.toFixed(1)).toBe('-9595.0')
      const best = await found(shop, 'best')
      expect(best.of.candidates.map((c) => c.model).toSorted()).toEqual([
        'bg-nbd',
        'mbg-nbd',
        'nbd',
        'pareto-nbd',
      ])
      // These models disagree on who is alive though they forecast alike, and the product says so.
      expect(codes(best)).toContain('lifetime/alive-differs-between-models')
      expect(Math.abs(best.of.holdout.error)).toBeLessThan(0.3)
      expect(best.report?.tables.map((t) => t.name)).toEqual([
        'tracking',
        'by-frequency',
        'candidates',
        'parameters',
      ])
    })
  })

  test('online retail: that customers leave is not identified, and the product says so', async () => {
    const clock = { now: () => Date.parse('2011-12-09T23:00:00Z') }
    const shop = await openTestFolder(join(ROOT, 'test/real/online_retail'), { clock })
    try {
      await shop.load([join(DATA, 'online_retail/online_retail.csv.gz')])
      await evaluateProgramme(shop.programme, { locale })
      models(shop, { value: '' })
      const shown = await found(shop, 'value')
      expect(shown.shown).toMatchObject({ status: 'not-identified', scored: true, n: 4339 })
      expect(shown.of.model).toBe('nbd')
      expect(codes(shown)).toContain('lifetime/dropout-no-better-than-nbd')
      expect(codes(shown)).not.toContain('lifetime/alive')
      const { analytics } = await shop.programme.current()
      const rows = await analytics.query<{ name: string; n: string }>(
        sql`SELECT name, count() AS n FROM score GROUP BY name ORDER BY name`,
      )
      // No probability of being a customer is written for anybody.
      expect(rows.map((row) => [row.name, Number(row.n)])).toEqual(
        ['clv', 'clv_high', 'clv_low', 'expected'].map((name) => [`value.${name}`, 4339]),
      )
    } finally {
      await shop.close()
    }
  })
})
