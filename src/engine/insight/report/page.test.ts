// The written reference of reports is current, and every report speaks four languages.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LOCALES } from '../../../core/base/index.ts'
import { REPORTS } from '../reports.ts'
import { reportReference } from './page.ts'

test('docs/reference/reports.md is current: run node tools/reference.ts', () => {
  const page = new URL('../../../../docs/reference/reports.md', import.meta.url)
  expect(readFileSync(page, 'utf8')).toBe(reportReference())
})

test.each(REPORTS.map((report) => [report.name, report] as const))('%s', (_, report) => {
  const texts = [
    report.title,
    report.about,
    ...report.parameters.flatMap((p) => [
      p.label,
      ...(p.help === undefined ? [] : [p.help]),
      ...(p.choices ?? []).map((choice) => choice.label),
    ]),
  ]
  for (const text of texts) {
    for (const locale of LOCALES) expect(text[locale].trim()).not.toBe('')
    expect(Object.values(text).join()).not.toMatch(/[{}]/)
  }
  expect(new Set(Object.values(report.about)).size).toBe(LOCALES.length)
})

test('names are used once', () => {
  expect(new Set(REPORTS.map((report) => report.name)).size).toBe(REPORTS.length)
})
