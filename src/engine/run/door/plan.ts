/** How the segments in force are computed, as doors show it. */
import type { Locale } from '../../../core/base/index.ts'
import type { PlanWire } from '../../../core/contract/index.ts'
import { standing } from '../governance/standing.ts'
import { allIssues, definitionsToRun } from '../programme/definitions.ts'
import type { OpenProgramme } from '../open.ts'
import { reportPlan } from '../evaluation/plan-report.ts'
import { instantText } from '../time.ts'
import { asOfOf } from './verbs.ts'

/** Reads no facts; estimates come from the sizes of stored partitions. */
export async function planProgramme(
  programme: OpenProgramme,
  asked: { readonly locale: Locale; readonly asOf?: string },
): Promise<PlanWire> {
  const current = await programme.current()
  const { applied, wanted } = await standing(current)
  const report = await reportPlan(current, {
    definitions: definitionsToRun(applied.definitions),
    asOf: asOfOf(current, asked.asOf),
  })
  return {
    asOf: instantText(report.asOf),
    segments: report.segments.length,
    measures: report.measures,
    passes: report.passes.map((pass) => ({
      name: pass.name,
      reads: pass.reads,
      after: Number.isFinite(pass.after) ? instantText(pass.after) : null,
      measures: pass.columns,
      rowsToRead: pass.rowsToRead,
      bytesToRead: pass.bytesToRead,
    })),
    lastRun: report.lastRun ?? null,
    statements: report.statements,
    issues: allIssues(current.files, wanted, asked.locale),
  }
}
