/** The customer's voice in figures: surveys, segments, months, themes, history, and who answers. */
import {
  PRIVACY_FLOOR,
  say,
  type ColumnKind,
  type Figure,
  type ReportChart,
  type ReportDraft,
  type ReportTable,
  type Text,
} from '../../../core/insight/index.ts'
import { EVERYBODY } from '../basis/groups.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { comparedTable } from '../segments/written.ts'
import type { SurveySource } from './surveys.ts'
import { could, voiceFindings } from './voice-findings.ts'
import { voiceNumber, voiceValue, type SurveyVoice, type Voice } from './voice-facts.ts'
import { METRIC_WORDS, PROBLEM_WORDS, VOICE_WORDS as W } from './voice-words.ts'

/** The report as it leaves. */
export function voiceDraft(voice: Voice, source: SurveySource): ReportDraft {
  const perSurvey = voice.surveys.flatMap((one, i) => tablesOf(one, i))
  return {
    findings: voiceFindings(voice, source),
    tables: [
      surveyTable(voice),
      ...perSurvey.map(({ table }) => table),
      ...(voice.bias.length > 0 ? [biasTable(voice)] : []),
    ],
    charts: perSurvey.flatMap(({ chart }) => chart ?? []),
    method: methodOf(voice),
  }
}

const plain = (value: number): Figure => ({ kind: 'number', value })

function methodOf(voice: Voice): readonly Text[] {
  const [main] = voice.surveys
  const days: Figure = { kind: 'days', value: voice.days }
  return [
    say(W.method, { days }),
    ...voice.surveys
      .filter(({ survey }) => survey.scale.guessed)
      .map(({ survey: { label, scale } }) =>
        say(W.methodGuess, {
          survey: label,
          low: plain(scale.low),
          high: plain(scale.high),
          good: plain(scale.goodFrom),
          bad: plain(scale.badTo),
        }),
      ),
    say(voice.isAsked ? W.methodAsked : W.methodRate, { could: could(voice) }),
    ...(main?.weighted === undefined
      ? []
      : [say(W.methodWeight, { unheard: { kind: 'share', value: main.weighted.unheard } })]),
    say(W.methodTests),
  ]
}

function surveyTable({ surveys }: Voice): ReportTable {
  return {
    name: 'surveys',
    title: say(W.surveys),
    columns: [
      { key: 'survey', title: say(W.survey), kind: 'text' },
      { key: 'scale', title: say(W.scale), kind: 'text' },
      { key: 'value', title: say(W.value), kind: 'text' },
      { key: 'weighted', title: say(W.weightedColumn), kind: 'text' },
      { key: 'answered', title: say(W.answered), kind: 'count' },
      ...withBounds({ key: 'rate', title: say(W.rate), kind: 'share' }),
      ...withBounds({ key: 'unhappy', title: say(W.unhappy), kind: 'share' }),
    ],
    rows: surveys.map(({ survey, groups, weighted }) => {
      const everybody = groups.find(({ group }) => group.number === EVERYBODY)
      const { value, low, high } = everybody?.figure ?? {}
      return {
        survey: survey.label,
        scale: `${survey.scale.low}–${survey.scale.high}`,
        value: withRange(survey, value, low, high),
        weighted: withRange(
          survey,
          weighted?.figure.value,
          weighted?.figure.low,
          weighted?.figure.high,
        ),
        answered: everybody?.figure.n ?? null,
        ...boundCells('rate', everybody?.rate),
        ...boundCells('unhappy', everybody?.unhappy),
      }
    }),
  }
}

function withRange(
  survey: SurveyVoice['survey'],
  value: number | undefined,
  low: number | undefined,
  high: number | undefined,
): Text | null {
  if (value === undefined) return null
  const shown = voiceValue(survey, value)
  if (low === undefined || high === undefined) return shown
  const texts = [
    '{a} ({b} – {c})',
    '{a} ({b} – {c})',
    '{a} ({b} – {c})',
    '{a} ({b} – {c})',
  ] as const
  return say(texts, {
    a: shown,
    b: voiceNumber(survey.scale.metric, low),
    c: voiceNumber(survey.scale.metric, high),
  })
}

interface Shown {
  readonly table: ReportTable
  readonly chart?: readonly ReportChart[]
}

function kindOf({ survey }: SurveyVoice): ColumnKind {
  return survey.scale.metric === 'csat' ? 'share' : 'number'
}

function tablesOf(one: SurveyVoice, i: number): readonly Shown[] {
  const suffix = i + 1
  return [
    segmentTable(one, `segments-${suffix}`),
    monthTable(one, `months-${suffix}`),
    ...((one.themes?.themes.length ?? 0) > 0 ? [themeTable(one, `themes-${suffix}`)] : []),
    ...(one.history.length > 0 && i === 0 ? [historyTable(one, `history-${suffix}`)] : []),
  ]
}

function segmentTable(one: SurveyVoice, name: string): Shown {
  const { survey } = one
  const title = say(W.segments, { survey: survey.label })
  const rows = one.groups.filter(({ figure }) => figure.n >= PRIVACY_FLOOR)
  const everybody = rows.find(({ group }) => group.number === EVERYBODY)?.figure.value
  return {
    table: {
      name,
      title,
      columns: [
        { key: 'segment', title: say(W.segment), kind: 'text' },
        ...withBounds({
          key: 'value',
          title: say(METRIC_WORDS[survey.scale.metric]),
          kind: kindOf(one),
        }),
        { key: 'answered', title: say(W.answered), kind: 'count' },
        ...withBounds({ key: 'rate', title: say(W.rate), kind: 'share' }),
        ...withBounds({ key: 'unhappy', title: say(W.unhappy), kind: 'share' }),
      ],
      rows: rows.map(({ group, figure, rate, unhappy }) => ({
        segment: group.name,
        ...boundCells('value', figure),
        answered: figure.n,
        ...boundCells('rate', rate),
        ...boundCells('unhappy', unhappy),
      })),
    },
    chart: [
      {
        kind: 'dots',
        title,
        table: name,
        x: 'segment',
        y: ['value'],
        ...(everybody === undefined ? {} : { reference: everybody }),
      },
    ],
  }
}

function monthTable(one: SurveyVoice, name: string): Shown {
  const { survey, months } = one
  const title = say(W.months, { survey: survey.label })
  return {
    table: {
      name,
      title,
      columns: [
        { key: 'month', title: say(W.month), kind: 'date' },
        ...withBounds({
          key: 'value',
          title: say(METRIC_WORDS[survey.scale.metric]),
          kind: kindOf(one),
        }),
        { key: 'answered', title: say(W.answered), kind: 'count' },
        ...withBounds({ key: 'rate', title: say(W.rate), kind: 'share' }),
        { key: 'partial', title: say(W.partial), kind: 'text', hidden: true },
      ],
      rows: months.map(({ month, figure, rate, isPartial }) => {
        const isShown = figure.n >= PRIVACY_FLOOR
        return {
          month,
          ...boundCells('value', isShown ? figure : undefined),
          answered: isShown ? figure.n : null,
          ...boundCells('rate', isShown ? rate : undefined),
          partial: isPartial,
        }
      }),
    },
    chart: [{ kind: 'lines', title, table: name, x: 'month', y: ['value'], partial: 'partial' }],
  }
}

function themeTable({ survey, themes }: SurveyVoice, name: string): Shown {
  const title = say(W.themes, { survey: survey.label })
  return {
    table: {
      name,
      title,
      columns: [
        { key: 'theme', title: say(W.theme1), kind: 'text' },
        { key: 'answered', title: say(W.answered), kind: 'count' },
        ...withBounds({ key: 'among', title: say(W.amongUnhappy), kind: 'share' }),
        ...withBounds({ key: 'unhappy', title: say(W.unhappyShare), kind: 'share' }),
        ...withBounds({ key: 'lift', title: say(W.lift), kind: 'number' }),
      ],
      rows: (themes?.themes ?? [])
        .filter(({ n }) => n >= PRIVACY_FLOOR)
        .slice(0, 30)
        .map(({ theme, n, amongUnhappy, unhappyShare, lift }) => ({
          theme,
          answered: n,
          ...boundCells('among', amongUnhappy),
          ...boundCells('unhappy', unhappyShare),
          ...boundCells('lift', lift),
        })),
    },
    chart: [{ kind: 'bars', title, table: name, x: 'theme', y: ['among'] }],
  }
}

function historyTable(one: SurveyVoice, name: string): Shown {
  const kind = kindOf(one)
  return {
    table: {
      name,
      title: say(W.histories),
      columns: [
        { key: 'trouble', title: say(W.trouble), kind: 'text' },
        ...withBounds({ key: 'of', title: say(W.with), kind: kind }),
        { key: 'n', title: say(W.n), kind: 'count' },
        ...withBounds({ key: 'against', title: say(W.without), kind: kind }),
        { key: 'm', title: say(W.m), kind: 'count' },
        ...withBounds({ key: 'apart', title: say(W.apart), kind: 'number' }),
      ],
      rows: one.history
        .filter(({ of, against }) => Math.min(of.n, against.n) >= PRIVACY_FLOOR)
        .map(({ trouble, of, against, apart }) => ({
          trouble: trouble === 'any' ? say(W.any) : say(PROBLEM_WORDS[trouble]),
          ...boundCells('of', of),
          n: of.n,
          ...boundCells('against', against),
          m: against.n,
          ...boundCells('apart', apart),
        })),
    },
    chart: [
      {
        kind: 'dots',
        title: say(W.histories),
        table: name,
        x: 'trouble',
        y: ['apart'],
        reference: 0,
      },
    ],
  }
}

function biasTable({ bias, currency }: Voice): ReportTable {
  return comparedTable(
    bias.filter(({ hidden }) => !hidden),
    { name: 'respondents', title: say(W.respondents), against: say(W.silent), currency },
  )
}
