/** The customer's voice in words: how much, how sure, who, and what to do. */
import {
  PRIVACY_FLOOR,
  say,
  type Compared,
  type Figure,
  type Finding,
  type Text,
} from '../../../core/insight/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { quotedPhrase } from '../basis/phrases.ts'
import { EVERYBODY } from '../basis/groups.ts'
import { aboutText, listed, valueText } from '../segments/written.ts'
import type { SurveySource } from './surveys.ts'
import { voiceNumber, voiceValue, type SurveyVoice, type Voice } from './voice-facts.ts'
import { PROBLEM_WORDS, VOICE_WORDS as W } from './voice-words.ts'

const count = (value: number): Figure => ({ kind: 'count', value })
const share = (value: number): Figure => ({ kind: 'share', value })
const plain = (value: number, digits = 1): Figure => ({ kind: 'number', value, digits })

/** All findings: each survey's figure, then who to call, who answers, and what goes with it. */
export function voiceFindings(voice: Voice, source: SurveySource): readonly Finding[] {
  const [main] = voice.surveys
  const rest = voice.tooFew.map((survey): Finding => {
    const holes = { survey: survey.label, n: count(PRIVACY_FLOOR), days: daysOf(voice) }
    return { code: 'voice/too-few', tone: 'caution', text: say(W.tooFew, holes) }
  })
  if (main === undefined) return rest
  return [
    ...voice.surveys.slice(0, 3).flatMap((one) => overall(voice, one)),
    ...richFinding(voice, main),
    ...segmentFinding(main),
    biasFinding(voice, main),
    ...historyFindings(voice, main),
    ...themeFinding(voice, main, source),
    ...trendFinding(main),
    ...rest,
  ]
}

function daysOf({ days }: Voice): Figure {
  return { kind: 'days', value: days }
}

function overall(voice: Voice, { survey, groups }: SurveyVoice): readonly Finding[] {
  const everybody = groups.find(({ group }) => group.number === EVERYBODY)
  const { value, low, high, n } = everybody?.figure ?? {}
  if (value === undefined) return []
  const metric = survey.scale.metric
  const text = say(W.overall, {
    survey: survey.label,
    value: voiceValue(survey, value),
    low: voiceNumber(metric, low ?? value),
    high: voiceNumber(metric, high ?? value),
    n: count(n ?? 0),
    rate: share(everybody?.rate?.value ?? 0),
    could: could(voice),
  })
  return [{ code: 'voice/overall', tone: 'neutral', text }]
}

/** Those who could have answered, as a clause. */
export function could({ isAsked }: Voice): Text {
  return say(isAsked ? W.wereAsked : W.bought)
}

function richFinding(voice: Voice, { survey, rich }: SurveyVoice): readonly Finding[] {
  if (rich === undefined || rich.n < PRIVACY_FLOOR || voice.highSpend === undefined) return []
  const { currency } = voice
  const text = say(W.rich, {
    n: count(rich.n),
    survey: survey.label,
    bad: plain(survey.scale.badTo),
    from: { kind: 'money', value: voice.highSpend, currency },
    days: daysOf(voice),
    money: { kind: 'money', value: rich.spend, currency },
  })
  const { definition, spend: money } = rich
  return [{ code: 'voice/unhappy-big-spenders', tone: 'bad', text, definition, money }]
}

function segmentFinding({ survey, groups }: SurveyVoice): readonly Finding[] {
  const judged = groups.filter(
    ({ group, differs, byDefinition }) =>
      group.segment !== undefined && !byDefinition && differs?.adjustedP !== undefined,
  )
  if (judged.length === 0) return []
  const [lowest] = judged
    .filter(
      ({ differs }) =>
        (differs?.difference.value ?? 0) < 0 &&
        (differs?.relevance === 'relevant' || differs?.relevance === 'probably-relevant'),
    )
    .toSorted((a, b) => (a.differs?.difference.high ?? 0) - (b.differs?.difference.high ?? 0))
  if (lowest === undefined) {
    const text = say(W.evenly, { survey: survey.label })
    return [{ code: 'voice/segments-alike', tone: 'neutral', text }]
  }
  const { group, figure, rate, differs } = lowest
  const metric = survey.scale.metric
  const text = say(W.lowest, {
    name: group.name,
    survey: survey.label,
    value: voiceValue(survey, figure.value),
    low: voiceNumber(metric, figure.low ?? 0),
    high: voiceNumber(metric, figure.high ?? 0),
    apart: voiceNumber(metric, Math.abs(differs?.difference.value ?? 0)),
    n: count(figure.n),
    rate: share(rate?.value ?? 0),
  })
  const segment = group.segment ?? ''
  const definition = `in segment ${quotedPhrase(segment)}`
  return [{ code: 'voice/lowest-segment', tone: 'bad', text, segment, definition }]
}

const MOST_BIASES = 3

function biasFinding(voice: Voice, main: SurveyVoice): Finding {
  const differ = voice.bias.filter(
    ({ relevance, hidden }) =>
      !hidden && (relevance === 'relevant' || relevance === 'probably-relevant'),
  )
  if (differ.length === 0)
    return { code: 'voice/no-bias-seen', tone: 'caution', text: say(W.alike) }
  const told = differ.slice(0, MOST_BIASES).map((one) => biasOne(one, voice.currency))
  const bias = say(W.bias, { what: listed(told) })
  const { survey, weighted, groups } = main
  const raw = groups.find(({ group }) => group.number === EVERYBODY)?.figure.value
  const figure = weighted?.figure
  if (figure?.value === undefined || raw === undefined)
    return { code: 'voice/bias', tone: 'caution', text: bias }
  const metric = survey.scale.metric
  const text = say(W.weighted, {
    bias,
    survey: survey.label,
    weighted: voiceValue(survey, figure.value),
    low: voiceNumber(metric, figure.low ?? figure.value),
    high: voiceNumber(metric, figure.high ?? figure.value),
    raw: voiceValue(survey, raw),
  })
  return { code: 'voice/bias', tone: 'caution', text }
}

function biasOne(one: Compared, currency: string): Text {
  return say(W.biasOne, {
    what: aboutText(one),
    of: valueText(one.of, one.aspect.unit, currency),
    against: valueText(one.against, one.aspect.unit, currency),
  })
}

function historyFindings(voice: Voice, main: SurveyVoice): readonly Finding[] {
  const { survey, history, forgiving } = main
  // The kind of trouble that surely weighs most; all together they water each other down.
  const [most] = history.toSorted((a, b) => (a.apart.high ?? 0) - (b.apart.high ?? 0))
  const out: Finding[] = []
  const what = listed(voice.troubles.map((trouble) => say(PROBLEM_WORDS[trouble])))
  if (most?.apart.value !== undefined) {
    const { value, low = value, high = value } = most.apart
    const one = most.trouble === 'any' ? what : say(PROBLEM_WORDS[most.trouble])
    const holes = {
      what: one,
      survey: survey.label,
      of: voiceValue(survey, most.of.value),
      against: voiceValue(survey, most.against.value),
      n: count(most.of.n),
      m: count(most.against.n),
      apart: plain(-value, 2),
      low: plain(-high, 2),
      high: plain(-low, 2),
    }
    out.push(
      high < 0
        ? { code: 'voice/history', tone: 'bad', text: say(W.history, holes) }
        : {
            code: 'voice/no-history',
            tone: 'neutral',
            text: say(W.noHistory, { what, survey: survey.label }),
          },
    )
  }
  if (forgiving !== undefined && forgiving.n >= PRIVACY_FLOOR) {
    const text = say(W.forgiving, {
      n: count(forgiving.n),
      survey: survey.label,
      good: plain(survey.scale.goodFrom),
      days: daysOf(voice),
      money: { kind: 'money', value: forgiving.spend, currency: voice.currency },
    })
    const { definition, spend: money } = forgiving
    out.push({ code: 'voice/satisfied-with-history', tone: 'neutral', text, definition, money })
  }
  return out
}

function themeFinding(
  { days }: Voice,
  { survey, themes, named }: SurveyVoice,
  { topics }: SurveySource,
): readonly Finding[] {
  if (themes === undefined || topics === undefined || named.hits < PRIVACY_FLOOR) return []
  const has = (theme: string): string => {
    const name = printName(topics.name)
    const test =
      topics.type === 'list'
        ? `${name} has any (${quotedPhrase(theme)})`
        : `${name} = ${quotedPhrase(theme)}`
    const joint = survey.rows.includes(' where ') ? ' and ' : ' where '
    return `any(${survey.rows}${joint}${survey.score} <= ${survey.scale.badTo} and ${test}, last ${days} days)`
  }
  if (themes.onlyUnhappy) {
    const [first] = themes.themes
    if (first === undefined || first.unhappy < PRIVACY_FLOOR) return []
    const { value = 0, low = 0, high = 0 } = first.amongUnhappy
    const text = say(W.onlyUnhappy, {
      theme: first.theme,
      share: share(value),
      low: share(low),
      high: share(high),
      n: count(named.hits),
    })
    return [{ code: 'voice/only-unhappy', tone: 'caution', text, definition: has(first.theme) }]
  }
  const [worst] = themes.themes
    .filter(
      ({ relevance, lift, unhappy }) =>
        unhappy >= PRIVACY_FLOOR &&
        (lift?.low ?? 0) > 1 &&
        (relevance === 'relevant' || relevance === 'probably-relevant'),
    )
    .toSorted((a, b) => (b.lift?.low ?? 0) - (a.lift?.low ?? 0))
  if (worst === undefined) return []
  const text = say(W.theme, {
    theme: worst.theme,
    lift: plain(worst.lift?.value ?? 0),
    low: plain(worst.lift?.low ?? 0),
    high: plain(worst.lift?.high ?? 0),
    share: share(worst.unhappyShare.value ?? 0),
    n: count(worst.n),
  })
  return [{ code: 'voice/theme', tone: 'bad', text, definition: has(worst.theme) }]
}

function trendFinding({ survey, trend }: SurveyVoice): readonly Finding[] {
  const { direction, relevance, slope } = trend
  const isClear = relevance === 'relevant' || relevance === 'probably-relevant'
  if (direction === 'flat' || !isClear || slope.value === undefined) return []
  const metric = survey.scale.metric
  const spans = Math.max(1, trend.n - 1)
  const written = (value: number | undefined): Figure => voiceNumber(metric, (value ?? 0) * spans)
  const text = say(direction === 'up' ? W.rising : W.falling, {
    survey: survey.label,
    change: written(slope.value),
    low: written(slope.low),
    high: written(slope.high),
  })
  const tone = direction === 'up' ? 'good' : 'bad'
  return [{ code: `voice/${direction === 'up' ? 'rising' : 'falling'}`, tone, text }]
}
