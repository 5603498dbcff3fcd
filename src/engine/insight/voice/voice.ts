/** What customers say: satisfaction by segment and month, who answers and who does not, themes, and what went before. */
import {
  codedMoments,
  judgeThemes,
  PRIVACY_FLOOR,
  say,
  unhappyShare,
  voiceDifferences,
  voiceFigure,
  weightedFigure,
  type AnswerCounts,
  type ReportDraft,
} from '../../../core/insight/index.ts'
import { sql } from '../../../core/sql/index.ts'
import {
  proportion,
  standardisedDifference,
  trendOf,
  type Estimate,
  type Share,
} from '../../../core/stats/index.ts'
import { segmentsAsking } from '../basis/defined.ts'
import { EVERYBODY, groupsOf } from '../basis/groups.ts'
import { roundedDown } from '../basis/phrases.ts'
import { amountTotals } from '../basis/spend.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { surveySource, surveysOf, type Survey } from './surveys.ts'
import { chosenOf } from './voice-chosen.ts'
import type { HistoryVoice, SurveyVoice } from './voice-facts.ts'
import {
  bias,
  byGroup,
  byHistory,
  byMonth,
  byStratum,
  byTheme,
  lowBounds,
  ofSurvey,
  problemRows,
  PROBLEMS,
  type HistoryRow,
  type VoiceScope,
} from './voice-sums.ts'
import { voiceDraft } from './voice-tables.ts'
import { VOICE_WORDS as W } from './voice-words.ts'

/** The report. */
export const VOICE: ReportKind = {
  name: 'voice',
  group: 'voice',
  title: say(W.title),
  about: say(W.about),
  needs: [],
  parameters: [
    { name: 'days', kind: 'number', label: say(W.days), default: '365', range: [30, 3660] },
    { name: 'hours', kind: 'number', label: say(W.hours), default: '48', range: [1, 8760] },
  ],
  make,
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const days = told.number('days') ?? 365
  const source = surveySource(context.current.programme.catalogue)
  const nothing = { tables: [], charts: [], method: [] }
  if (source === undefined)
    return {
      findings: [{ code: 'voice/no-survey', tone: 'caution', text: say(W.noSurvey) }],
      ...nothing,
    }
  const scope: VoiceScope = { source, days, hours: told.number('hours') ?? 48 }
  const found = await surveysOf(context, source, days)
  if (found.length === 0) {
    const text = say(W.noAnswers, { days: { kind: 'days', value: days } })
    return { findings: [{ code: 'voice/no-answers', tone: 'caution', text }], ...nothing }
  }
  const highSpend = await highSpendOf(context, days)
  const sums = await allSums(context, scope, { surveys: found, highSpend })
  const surveys = found
    .map((survey) => surveyVoice(context, { scope, survey, sums, highSpend }))
    .filter(({ groups }) => (groups[0]?.figure.n ?? 0) >= PRIVACY_FLOOR)
  const shown = new Set(surveys.map(({ survey }) => survey))
  return voiceDraft(
    {
      surveys,
      tooFew: found.filter((survey) => !shown.has(survey)),
      bias: sums.bias,
      troubles: [...problemRows(context, scope.hours).keys()],
      days,
      currency: context.current.programme.currency,
      highSpend,
      isAsked: source.asked !== undefined,
    },
    source,
  )
}

/** The fifth of buyers who spend most does so from here on; a round number. */
async function highSpendOf(context: ReportContext, days: number): Promise<number | undefined> {
  if (context.meaning.purchase === undefined || context.meaning.amount === undefined)
    return undefined
  const [row] = await context.query<{ q: number | null; n: string }>(
    sql`SELECT quantileExact(0.8)(net) AS q, count() AS n FROM (${amountTotals(context, { days })}) WHERE orders > 0`,
  )
  return row === undefined || row.q === null || Number(row.n) < PRIVACY_FLOOR
    ? undefined
    : roundedDown(row.q)
}

async function allSums(
  context: ReportContext,
  scope: VoiceScope,
  {
    surveys,
    highSpend,
  }: { readonly surveys: readonly Survey[]; readonly highSpend: number | undefined },
) {
  const event = `event:${scope.source.event.name}`
  const [groups, months, themes, history, differ, strata, byAnswers] = await Promise.all([
    byGroup(context, scope),
    byMonth(context, scope),
    byTheme(context, scope, lowBounds(surveys)),
    byHistory(context, scope, highSpend ?? Infinity),
    bias(context, scope),
    byStratum(context, scope),
    segmentsAsking(context, (use) => use === event || use.startsWith(`${event}.`)),
  ])
  return { groups, months, themes, history, bias: differ, strata, byAnswers }
}

interface Making {
  readonly scope: VoiceScope
  readonly survey: Survey
  readonly sums: Awaited<ReturnType<typeof allSums>>
  readonly highSpend: number | undefined
}

function surveyVoice(context: ReportContext, making: Making): SurveyVoice {
  const { survey, sums } = making
  const { scale, key } = survey
  const themes = sums.themes.get(key)
  const months = monthVoices(context, making)
  const strata = sums.strata.map(({ customers, answers }) => ({
    customers,
    answers: codedMoments(scale, answers.get(key) ?? []),
  }))
  return {
    survey,
    groups: groupVoices(context, making),
    months,
    trend: trendOf({
      values: Float64Array.from(months, ({ figure }) =>
        figure.n < PRIVACY_FLOOR ? Number.NaN : (figure.value ?? Number.NaN),
      ),
      lastIsPartial: months.at(-1)?.isPartial === true,
    }),
    weighted: strata.length === 0 ? undefined : weightedFigure(strata),
    themes: themes === undefined ? undefined : judgeThemes(themes.themes, themes.named),
    named: themes?.named ?? { hits: 0, n: 0 },
    history: historyVoices(context, making),
    ...chosenOf(context, { ...making, rows: sums.history }),
  }
}

function groupVoices(context: ReportContext, { survey, sums }: Making): SurveyVoice['groups'] {
  const { scale, key } = survey
  const rows = groupsOf(context).map((group) => ({
    group,
    counts: ofSurvey(sums.groups.answers.get(group.number) ?? [], key),
    rate: sums.groups.rates.get(group.number),
  }))
  const everybody = rows.find(({ group }) => group.number === EVERYBODY)?.counts ?? []
  const differs = voiceDifferences(
    codedMoments(scale, everybody),
    rows.map(({ counts }) => codedMoments(scale, counts)),
  )
  return rows.map(({ group, counts, rate }, i) => ({
    group,
    figure: voiceFigure(scale, counts),
    unhappy: unhappyShare(scale, counts),
    rate: rateOf(rate, key),
    differs: group.number === EVERYBODY ? undefined : differs[i],
    byDefinition: group.segment !== undefined && sums.byAnswers.has(group.segment),
  }))
}

/** Nobody of a group that could answer did: the rate is 0 of those. */
function rateOf(rates: ReadonlyMap<string, Share> | undefined, key: string): Estimate | undefined {
  const all = rates?.get('')
  if (all === undefined || all.n === 0) return undefined
  return proportion({ hits: rates?.get(key)?.hits ?? 0, n: all.n })
}

function monthVoices(
  { asOf, current }: ReportContext,
  { survey, sums }: Making,
): SurveyVoice['months'] {
  const { timeZone } = current.programme
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(asOf)
  return sums.months.map(({ month, answers, rates }) => {
    const figure = voiceFigure(survey.scale, ofSurvey(answers, survey.key))
    return {
      month,
      figure,
      rate: rateOf(rates, survey.key),
      isPartial: month.slice(0, 7) === today.slice(0, 7),
    }
  })
}

function historyVoices(
  context: ReportContext,
  { scope, survey, sums }: Making,
): readonly HistoryVoice[] {
  const { scale, key } = survey
  const rows = sums.history.filter((row) => row.k === key)
  const counts = (fits: (row: HistoryRow) => boolean): AnswerCounts => rows.filter(fits)
  const without = counts(({ before }) => before === 0)
  const kinds = [...problemRows(context, scope.hours).keys()]
  const troubles: readonly HistoryVoice['trouble'][] = kinds.length > 1 ? ['any', ...kinds] : kinds
  // The strongest of them is told: their intervals hold together.
  const level = 1 - 0.05 / troubles.length
  return troubles.map((trouble): HistoryVoice => {
    const bits = trouble === 'any' ? 7 : 1 << PROBLEMS.indexOf(trouble)
    const own = counts(({ before }) => (before & bits) !== 0)
    const pair = { of: codedMoments(scale, own), against: codedMoments(scale, without) }
    return {
      trouble,
      of: voiceFigure(scale, own),
      against: voiceFigure(scale, without),
      apart: standardisedDifference(pair, level),
    }
  })
}
