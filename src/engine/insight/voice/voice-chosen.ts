/** Whom the findings would have one act upon: unhappy big spenders, and the satisfied with a history. */
import { printName } from '../../../core/segment/index.ts'
import { spendPhrase } from '../basis/phrases.ts'
import type { ReportContext } from '../report/kind.ts'
import type { Survey } from './surveys.ts'
import type { Chosen } from './voice-facts.ts'
import { solvedIn, type HistoryRow, type VoiceScope } from './voice-sums.ts'

/** What they are chosen from. */
export interface Choosing {
  readonly scope: VoiceScope
  readonly survey: Survey
  readonly rows: readonly HistoryRow[]
  readonly highSpend: number | undefined
}

function total(rows: readonly HistoryRow[], definition: string): Chosen {
  return {
    n: rows.reduce((sum, { n }) => sum + n, 0),
    spend: rows.reduce((sum, { spend }) => sum + spend, 0),
    definition,
  }
}

/** Those whom the findings would have one act upon, with definitions that select the same. */
export function chosenOf(
  context: ReportContext,
  { scope, survey, rows: all, highSpend }: Choosing,
): { readonly rich: Chosen | undefined; readonly forgiving: Chosen | undefined } {
  const { days } = scope
  const { goodFrom, badTo } = survey.scale
  const rows = all.filter((row) => row.k === survey.key)
  const last = `last(${survey.rows}, last ${days} days).${survey.score}`
  const spend = spendPhrase(context.meaning, days)
  const troubles = troublePhrases(context, scope)
  const rich = rows.filter(({ score, isHigh }) => score <= badTo && isHigh)
  const forgiving = rows.filter(({ score, now }) => score >= goodFrom && now !== 0)
  return {
    rich:
      spend === undefined || highSpend === undefined
        ? undefined
        : total(rich, `${last} <= ${badTo} and ${spend.phrase} >= ${highSpend}`),
    forgiving:
      troubles.length === 0
        ? undefined
        : total(forgiving, `${last} >= ${goodFrom} and (${troubles.join(' or ')})`),
  }
}

function troublePhrases(context: ReportContext, { days, hours }: VoiceScope): readonly string[] {
  const { ticket, refund } = context.meaning
  const solved = solvedIn(context)
  return [
    ...[ticket, refund].flatMap((event) =>
      event === undefined ? [] : [`any(${printName(event.name)}, last ${days} days)`],
    ),
    ...(solved === undefined
      ? []
      : [
          `any(${printName(solved.event.name)} where ${printName(solved.hours.name)} > ${hours}, last ${days} days)`,
        ]),
  ]
}
