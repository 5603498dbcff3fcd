/** A report in every language from one making, with what must hold of each. */
import { expect } from 'vitest'
import { LOCALES, type Locale } from '../../src/core/base/index.ts'
import type { ReportWire } from '../../src/core/contract/index.ts'
import { withContext } from '../../src/engine/insight/basis/context.ts'
import { checkTold } from '../../src/engine/insight/report/told.ts'
import { draftWire } from '../../src/engine/insight/report/wire.ts'
import { REPORTS } from '../../src/engine/insight/reports.ts'
import { countDefinition, instantText, type OpenProgramme } from '../../src/engine/run/index.ts'

/** What a report says, without its heading. */
export type Spoken = Pick<ReportWire, 'findings' | 'tables' | 'charts' | 'method'>

/**
 * Makes a report once and says it in every language: same findings, no hole unfilled, every translation a text of its own,
 * every cell and chart with its column, every definition one that can be counted. Returns the English one, with the number of customers
 * that each finding's definition selected at the report's instant.
 */
export async function spoken(
  programme: OpenProgramme,
  name: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Spoken & { readonly counts: readonly (number | undefined)[] }> {
  const kind = REPORTS.find((one) => one.name === name)
  if (kind === undefined) throw new Error(`no report ${name}`)
  const made = await withContext(programme, {}, async (context) => {
    const draft = await kind.make(context, checkTold(kind, parameters, context.snapshot))
    const all = LOCALES.map((locale): [Locale, Spoken] => [locale, draftWire(draft, locale)])
    return { asOf: instantText(context.asOf), drafts: new Map(all) }
  })
  const english = made.drafts.get('en') ?? { findings: [], tables: [], charts: [], method: [] }
  for (const [locale, one] of made.drafts) hold(locale, one, english)
  const counts: (number | undefined)[] = []
  for (const { definition } of english.findings)
    counts.push(
      definition === null
        ? undefined
        : (await countDefinition(programme, { definition, asOf: made.asOf }, { locale: 'en' }))
            .count,
    )
  return { ...english, counts }
}

function hold(locale: Locale, one: Spoken, english: Spoken): void {
  const texts = ({ findings, method }: Spoken): readonly string[] => [
    ...findings.map(({ text }) => text),
    ...method,
  ]
  expect(one.findings.map(({ code }) => code)).toEqual(english.findings.map(({ code }) => code))
  for (const [i, text] of texts(one).entries()) {
    expect(text).not.toMatch(/[{}]|undefined|NaN|\[object|Infinity/)
    if (locale !== 'en') expect(text).not.toBe(texts(english)[i])
  }
  for (const { columns, rows } of one.tables) {
    const keys = new Set(columns.map(({ key }) => key))
    for (const row of rows) for (const key of Object.keys(row)) expect(keys).toContain(key)
  }
  for (const chart of one.charts) {
    const keys = one.tables.find(({ name }) => name === chart.table)?.columns.map(({ key }) => key)
    for (const key of [chart.x, ...chart.y]) expect(keys).toContain(key)
  }
}
