/** Which surveys a catalogue holds, and their answers as rows. */
import type { Catalogue, EventKind, Property } from '../../../core/catalog/index.ts'
import {
  guessScale,
  metricOf,
  verbatim,
  type Text,
  type VoiceScale,
} from '../../../core/insight/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { among } from '../basis/context.ts'
import { quotedPhrase } from '../basis/phrases.ts'
import { everybody, eventRows, instantOf } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'

/** Where answers are. */
export interface SurveySource {
  readonly event: EventKind
  /** One for each survey, or one for all of them beside `kind`. */
  readonly scores: readonly Property[]
  /** Tells surveys apart by its value. */
  readonly kind?: Property
  readonly topics?: Property
  /** The event that says who was asked. */
  readonly asked?: EventKind
}

/** One survey: what it is called, how its answers are read, and how definitions speak of them. */
export interface Survey {
  /** Value of the kind, or name of the score. */
  readonly key: string
  readonly label: Text
  readonly scale: VoiceScale
  readonly answers: number
  /** `survey_answered where survey = "nps"`. */
  readonly rows: string
  readonly score: string
}

const DAY_MS = 86_400_000

const NAMES = {
  kind: /survey|kind|type|metric|pesquisa|encuesta|enquete|tipo/i,
  topics: /topic|theme|tag|reason|subject|assunto|tema|motivo|motif|sujet/i,
  asked:
    /(survey|nps|csat|ces|pesquisa|encuesta|enquete).*(sent|asked|invit|shown|request|envi|pedid)/i,
} as const

/** The event with the role of a survey and a number to read; undefined without one. */
export function surveySource(catalogue: Catalogue): SurveySource | undefined {
  const events = Object.values(catalogue.events)
  const event = events.find(({ role }) => role === 'survey')
  const own = Object.values(event?.properties ?? {}).filter((p) => p.sensitivity !== 'sensitive')
  const numbers = own.filter(({ type }) => type === 'number')
  const told = numbers.filter(({ name }) => metricOf(name) !== 'score')
  const one = numbers.find(({ name }) => /score|rating|nota|note|puntu/i.test(name)) ?? numbers[0]
  const scores = told.length > 0 ? told : one === undefined ? [] : [one]
  if (event === undefined || scores.length === 0) return undefined
  const words = own.filter(({ type }) => type === 'text' || type === 'category')
  const kind =
    told.length > 0
      ? undefined
      : (words.find(({ values }) => values?.some((v) => metricOf(v) !== 'score')) ??
        words.find(({ name }) => NAMES.kind.test(name)))
  const topics =
    own.find(({ type, name }) => type === 'list' && NAMES.topics.test(name)) ??
    own.find(({ type }) => type === 'list') ??
    words.find((p) => p !== kind && NAMES.topics.test(p.name))
  const asked = events.find((e) => e !== event && NAMES.asked.test(e.name))
  return {
    event,
    scores,
    ...(kind === undefined ? {} : { kind }),
    ...(topics === undefined ? {} : { topics }),
    ...(asked === undefined ? {} : { asked }),
  }
}

function column({ name }: Property): Sql {
  return id(`p_${name}`)
}

/** All answers since an instant: `customer_key`, `at`, `id`, `k`, `score`, `topics`. */
export function answerRows(context: ReportContext, source: SurveySource, since: number): Sql {
  const { event, scores, kind, topics } = source
  const pairs = scores.map((score) => {
    const key =
      kind === undefined ? value(score.name, 'String') : sql`ifNull(toString(${column(kind)}), '')`
    return sql`(${key}, toFloat64OrNull(toString(${column(score)})))`
  })
  const named =
    topics === undefined
      ? raw('emptyArrayString()')
      : topics.type === 'list'
        ? sql`arrayMap(x -> toString(x), ${column(topics)})`
        : sql`arrayFilter(x -> x != '', [ifNull(toString(${column(topics)}), '')])`
  return sql`SELECT customer_key, at, id, part.1 AS k, assumeNotNull(part.2) AS score, topics FROM (
      SELECT customer_key, at, id, ${named} AS topics, arrayJoin([${join(pairs, ', ')}]) AS part
      FROM ${eventRows(context, event)} AND at > ${instantOf(since)} AND ${among(everybody(context))})
    WHERE isNotNull(part.2)`
}

/** The last answer of each customer to each survey: `customer_key`, `k`, `score`, `topics`, `at`. */
export function lastAnswers(context: ReportContext, source: SurveySource, days: number): Sql {
  const rows = answerRows(context, source, context.asOf - days * DAY_MS)
  return sql`SELECT customer_key, k, last.1 AS score, last.2 AS topics, last.3 AS at FROM (
    SELECT customer_key, k, argMax(tuple(score, topics, at), (at, id)) AS last FROM (${rows}) GROUP BY customer_key, k)`
}

/** Surveys with answers in the days, NPS first, then by how many answered; at most six. */
export async function surveysOf(
  context: ReportContext,
  source: SurveySource,
  days: number,
): Promise<readonly Survey[]> {
  const rows = await context.query<{ k: string; low: number; high: number; n: string }>(
    sql`SELECT k, min(score) AS low, max(score) AS high, count() AS n
      FROM (${answerRows(context, source, context.asOf - days * DAY_MS)}) GROUP BY k ORDER BY n DESC, k LIMIT 6`,
  )
  return rows
    .map((row) => surveyOf(source, row))
    .toSorted((a, b) => Number(b.scale.metric === 'nps') - Number(a.scale.metric === 'nps'))
}

function surveyOf(
  { event, scores, kind }: SurveySource,
  { k, low, high, n }: { k: string; low: number; high: number; n: string },
): Survey {
  const [first] = scores
  const score = scores.find(({ name }) => name === k) ?? first
  const bySelf = kind === undefined && metricOf(k) === 'score'
  // A survey without kinds is told by the name of its event.
  const metric = bySelf ? metricOf(event.name) : metricOf(k)
  const known = metric !== 'score' && k.toLowerCase() === metric
  const name = printName(event.name)
  return {
    key: k,
    label: verbatim(known ? metric.toUpperCase() : k === '' ? event.name : k),
    scale: guessScale(metric, { min: low, max: high }),
    answers: Number(n),
    rows: kind === undefined ? name : `${name} where ${printName(kind.name)} = ${quotedPhrase(k)}`,
    score: printName(score?.name ?? k),
  }
}
