// Examples of segment files: what holds, what does not and why, with file, line and column.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { IssueWire, TestWire } from '../../../core/contract/index.ts'
import { checkProgramme } from '../programme/check.ts'
import { testExamples } from './test-examples.ts'

const SHOP = fileURLToPath(new URL('../../../../examples/corner-shop/', import.meta.url))
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-examples-'))
  cpSync(SHOP, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What `test` says of one segment with this definition and these examples. */
function tried(definition: string, examples: string): TestWire {
  const text = `name: A\ndefinition: ${definition}\nexamples:\n${examples}`
  writeFileSync(join(folder, 'segments/a.yaml'), text)
  return testExamples({ locale: 'en', from: folder }, 'a')
}

function placed(issue: IssueWire | undefined): string {
  if (issue?.at?.kind !== 'file') return 'nowhere'
  return `${issue.at.file}:${issue.at.line}:${issue.at.column} ${issue.code}`
}

const PAID = 'status: paid'

describe('an example', () => {
  test.each([
    ['newsletter = true', '{ in: a, asOf: 2026-03-31, traits: { newsletter: true } }'],
    ['newsletter = true', '{ out: a, asOf: 2026-03-31, traits: { newsletter: false } }'],
    ['interests has any ("tea")', '{ in: a, asOf: 2026-03-31, traits: { interests: [tea] } }'],
    [
      'country = "PT"',
      '{ out: moved, asOf: 2026-03-31, traits: { country: PT }, changes: [{ at: 2026-03-31T23:59, country: BR }] }',
    ],
    [
      'country = "PT"',
      '{ in: about to, asOf: 2026-03-30, traits: { country: PT }, changes: [{ at: 2026-03-31, country: null }] }',
    ],
    [
      'sum(purchase.item.amount where category under "Coffee") > 20',
      `{ in: a, asOf: 2026-03-31, events: [{ event: purchase, at: 2026-03-01, ${PAID}, item: [{ category: Coffee, amount: 20.01 }] }] }`,
    ],
    [
      'any(purchase, last 1 day)',
      `{ in: the end of the day counts, asOf: 2026-03-31, events: [{ event: purchase, at: 2026-03-31T10:00, ${PAID} }] }`,
    ],
    [
      'any(purchase)',
      `{ out: unpaid, asOf: 2026-03-31, traits: { country: PT }, events: [{ event: purchase, at: 2026-03-01, status: cancelled }] }`,
    ],
    [
      'in segment "active_60"',
      `{ in: a, asOf: 2026-03-31, events: [{ event: purchase, at: 2026-03-01, ${PAID} }] }`,
    ],
    ['in list "vip"', '{ in: a, asOf: 2026-03-31, traits: { country: PT }, lists: [vip] }'],
    ['everyone', '{ out: nobody is known without a fact, asOf: 1969-12-31 }'],
  ])('%s: %s', (definition, example) => {
    expect(tried(definition, `  - ${example}\n`)).toMatchObject({
      ok: true,
      passed: 1,
      failed: 0,
    })
  })

  test('that does not hold is pointed at and explained', () => {
    const found = tried(
      'country = "PT"',
      '  - out: lives here\n    asOf: 2026-03-31\n    traits: { country: PT }\n  - in: lives there\n    asOf: 2026-03-31\n    traits: { country: BR }\n',
    )
    expect(found).toMatchObject({ ok: false, passed: 0, failed: 2 })
    expect(found.issues.map(placed)).toEqual([
      'segments/a.yaml:4:10 run/example-not-out',
      'segments/a.yaml:7:9 run/example-not-in',
    ])
    expect(found.examples[1]?.reason).toContain('BR')
    expect(found.issues[1]?.message).toContain('BR')
    const checked = checkProgramme({ locale: 'en', from: folder })
    expect(checked.ok).toBe(false)
    expect(checked.issues.map((i) => i.code)).toContain('run/example-not-in')
  })

  test.each([
    ['traits: { contry: PT }', '6:15 run/example-name', 'country'],
    ['traits: { newsletter: maybe }', '6:27 run/example-value', undefined],
    ['traits: { birth_date: 2026-02-30 }', '6:27 run/example-value', undefined],
    ['changes: [{ at: soon, country: PT }]', '6:21 run/example-time', undefined],
    ['events: [{ event: purchas, at: 2026-01-01 }]', '6:23 run/example-name', 'purchase'],
    [
      'events: [{ event: purchase, at: 2026-01-01, stauts: paid }]',
      '6:49 run/example-name',
      'status',
    ],
    [
      'events: [{ event: purchase, at: 2026-01-01, itm: [{ amount: 1 }] }]',
      '6:49 run/example-name',
      'item',
    ],
    ['scores: { churn.risk: 0.5 }', '6:15 run/example-name', undefined],
  ])('with a mistake names its place: %s', (line, expected, fix) => {
    const { issues, failed } = tried('everyone', `  - in: a\n    asOf: 2026-03-31\n    ${line}\n`)
    expect(failed).toBe(1)
    expect(issues.map(placed)).toEqual([`segments/a.yaml:${expected}`])
    expect(issues[0]?.fix).toBe(fix)
  })

  test('of a broken definition fails and says so', () => {
    const found = tried('contry = "PT"', '  - { in: a, asOf: 2026-03-31 }\n')
    expect(found.examples).toMatchObject([{ passed: false }])
    expect(found.examples[0]?.reason).toMatch(/before the definition is mended/)
    expect(found.issues.map((i) => i.code)).toEqual(['segment/unknown-trait'])
  })
})

test('all of a folder, and the code for a segment that is not there', () => {
  expect(testExamples({ locale: 'en', from: folder })).toMatchObject({ ok: true, examples: [] })
  expect(() => testExamples({ locale: 'en', from: folder }, 'lapsin')).toThrow(
    expect.objectContaining({ code: 'run/segment-unknown' }) as Error,
  )
})
