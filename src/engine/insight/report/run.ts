/** Reports as doors ask for them: what there is, one of them in the asked language, one of its tables as CSV. */
import { Failure, nearest, type Locale } from '../../../core/base/index.ts'
import type { ReportKindWire, ReportWire } from '../../../core/contract/index.ts'
import { lackingSlots, meaningOf, SLOT_WORDS, type Meaning } from '../../../core/template/index.ts'
import { instantText, type OpenProgramme } from '../../run/index.ts'
import { withContext } from '../basis/context.ts'
import { REPORTS } from '../reports.ts'
import type { ReportKind } from './kind.ts'
import { checkTold } from './told.ts'
import { draftWire, GROUP_WORDS, tableCsv } from './wire.ts'

/** What a report is asked with. */
export interface AskReport {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly locale: Locale
  readonly signal?: AbortSignal
}

/** All kinds of report, with what the catalogue lacks for them. */
export async function listReports(
  programme: OpenProgramme,
  locale: Locale,
): Promise<readonly ReportKindWire[]> {
  const { programme: head } = await programme.current()
  const meaning = meaningOf(head.catalogue)
  return REPORTS.map((report) => ({
    name: report.name,
    group: report.group,
    groupLabel: GROUP_WORDS[report.group][locale],
    title: report.title[locale],
    about: report.about[locale],
    parameters: report.parameters.map((p) => ({
      name: p.name,
      kind: p.kind,
      label: p.label[locale],
      help: p.help?.[locale] ?? '',
      required: p.required === true,
      default: p.default ?? null,
      choices: (p.choices ?? []).map((c) => ({ value: c.value, label: c.label[locale] })),
    })),
    missing: lacking(report, meaning, locale),
  }))
}

/**
 * Makes a report on the published state. Throws `run/report-unknown`, `run/report-parameter`, `run/report-lacks`,
 * `run/not-evaluated`.
 */
export async function makeReport(programme: OpenProgramme, asked: AskReport): Promise<ReportWire> {
  const { name, parameters, locale, signal } = asked
  const report = reportCalled(name)
  return await withContext(programme, signal === undefined ? {} : { signal }, async (context) => {
    const { current, snapshot, asOf, meaning } = context
    const missing = lacking(report, meaning, locale)
    if (missing.length > 0) {
      throw new Failure(`report ${name} lacks ${missing.join(', ')}`, {
        code: 'run/report-lacks',
        params: { report: report.title[locale], missing: missing.join(', ') },
      })
    }
    const told = checkTold(report, parameters, snapshot)
    const draft = await report.make(context, told)
    const { timeZone, currency, synthetic } = current.programme
    return {
      name,
      title: report.title[locale],
      about: report.about[locale],
      asOf: instantText(asOf),
      timeZone,
      currency,
      synthetic: synthetic === true,
      parameters: told.values,
      ...draftWire(draft, locale),
    }
  })
}

/** One table of a report as CSV with titles in the asked language; the first where no name is given. Throws `run/report-parameter` too. */
export async function reportCsv(
  programme: OpenProgramme,
  asked: AskReport & { readonly table?: string },
): Promise<{ readonly name: string; readonly text: string }> {
  const made = await makeReport(programme, asked)
  const table =
    asked.table === undefined ? made.tables[0] : made.tables.find((t) => t.name === asked.table)
  if (table === undefined) {
    throw new Failure(`no table ${asked.table}`, {
      code: 'run/report-parameter',
      params: {
        report: asked.name,
        name: 'table',
        value: asked.table ?? '',
        wanted: made.tables.map((t) => t.name).join(', '),
      },
    })
  }
  return { name: `${made.name}-${table.name}`, text: tableCsv(table) }
}

function reportCalled(name: string): ReportKind {
  const found = REPORTS.find((report) => report.name === name)
  if (found !== undefined) return found
  const known = REPORTS.map((report) => report.name)
  throw new Failure(`no report ${name}`, {
    code: 'run/report-unknown',
    params: { report: name.slice(0, 80), near: nearest(name, known) ?? known.join(', ') },
  })
}

function lacking(report: ReportKind, meaning: Meaning, locale: Locale): readonly string[] {
  return lackingSlots(report.needs, meaning).map((slot) => SLOT_WORDS[slot][locale])
}
