// A year of a real shop, where leaving cannot be told from silence: the choice must say so.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { chooseLifetime } from './choose.ts'
import { compressLifetime } from './rows.ts'
import { scoreLifetime } from './score.ts'

const file = join(
  import.meta.dirname,
  '../../../../../shared/data/online_retail/online_retail.csv.gz',
)

test.skipIf(!existsSync(file))('online retail (skipped where the data are absent)', () => {
  const days = new Map<string, Set<number>>()
  let end = 0
  for (const line of gunzipSync(readFileSync(file)).toString().split('\n').slice(1)) {
    const date = /\d{4}-\d\d-\d\d/.exec(line)?.[0]
    const id = line.split(',').at(-2) ?? ''
    // Cancelled invoices start with C; rows without a customer belong to nobody.
    if (date === undefined || id === '' || line.startsWith('C')) continue
    const day = Date.parse(date) / 86_400_000
    end = Math.max(end, day)
    days.set(id, (days.get(id) ?? new Set()).add(day))
  }
  const list = [...days.values()].map((set) => [...set].sort((a, b) => a - b))
  const of = (f: (d: readonly number[]) => number): Float64Array => Float64Array.from(list, f)
  const { rows } = compressLifetime({
    x: of((d) => d.length - 1),
    tx: of((d) => ((d.at(-1) ?? 0) - (d[0] ?? 0)) / 7),
    T: of((d) => (end - (d[0] ?? 0)) / 7),
  })
  const choice = chooseLifetime(rows)
  expect(choice.status).toBe('not-identified')
  expect(choice.reasons).toEqual(['dropout-no-better-than-nbd'])
  expect(choice.likelihoodRatio?.statistic).toBeLessThan(1)
  expect(choice.alive).toEqual({
    status: 'not-identified',
    mean: undefined,
    low: undefined,
    high: undefined,
  })
  expect(choice.chosen?.model.kind).toBe('nbd')
  // All starts agree, so this is the data's fault, not the search's.
  for (const { agreement } of choice.candidates) expect(agreement.reached).toBe(agreement.starts)
  expect(choice.chosen && scoreLifetime(choice.chosen.model, rows, 4).alive).toBeUndefined()
})
