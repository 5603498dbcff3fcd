/** What is known of the customer's voice before it is put into words. */
import type {
  Compared,
  Figure,
  JudgedThemes,
  Text,
  VoiceDifference,
  WeightedFigure,
} from '../../../core/insight/index.ts'
import { say } from '../../../core/insight/index.ts'
import type { Estimate, Share, Trend } from '../../../core/stats/index.ts'
import type { Group } from '../basis/groups.ts'
import type { Survey } from './surveys.ts'
import type { ProblemSource } from './voice-sums.ts'
import { VOICE_WORDS as W } from './voice-words.ts'

/** One group's answers. */
export interface GroupVoice {
  readonly group: Group
  readonly figure: Estimate
  readonly unhappy: Estimate
  readonly rate: Estimate | undefined
  readonly differs: VoiceDifference | undefined
  /** The segment is made of answers: that they differ says nothing. */
  readonly byDefinition: boolean
}

/** One month's answers. */
export interface MonthVoice {
  readonly month: string
  readonly figure: Estimate
  readonly rate: Estimate | undefined
  readonly isPartial: boolean
}

/** Those with a kind of trouble before they answered, and those without any. */
export interface HistoryVoice {
  /** `any`: one of them at least. */
  readonly trouble: ProblemSource | 'any'
  readonly of: Estimate
  readonly against: Estimate
  /** Standardised; below zero where those with trouble answer lower. */
  readonly apart: Estimate
}

/** Customers whom a definition selects, and their spend. */
export interface Chosen {
  readonly n: number
  readonly spend: number
  readonly definition: string
}

/** One survey. */
export interface SurveyVoice {
  readonly survey: Survey
  readonly groups: readonly GroupVoice[]
  readonly months: readonly MonthVoice[]
  readonly trend: Trend
  readonly weighted: WeightedFigure | undefined
  readonly themes: JudgedThemes | undefined
  readonly named: Share
  readonly history: readonly HistoryVoice[]
  readonly rich: Chosen | undefined
  readonly forgiving: Chosen | undefined
}

/** All that the words need. */
export interface Voice {
  readonly surveys: readonly SurveyVoice[]
  readonly tooFew: readonly Survey[]
  readonly bias: readonly Compared[]
  readonly troubles: readonly ProblemSource[]
  readonly days: number
  readonly currency: string
  readonly highSpend: number | undefined
  /** Whether the data say who was asked. */
  readonly isAsked: boolean
}

/** A survey's figure as words write it. */
export function voiceValue({ scale }: Survey, value: number | undefined): Text {
  const written = voiceNumber(scale.metric, value ?? 0)
  if (scale.metric === 'csat') return say(W.satisfied, { share: written })
  if (scale.metric === 'nps') return say(PLAIN, { value: written })
  return say(W.outOf, { value: written, most: { kind: 'number', value: scale.high } })
}

const PLAIN = ['{value}', '{value}', '{value}', '{value}'] as const

/** The bare figure. */
export function voiceNumber(metric: Survey['scale']['metric'], value: number): Figure {
  if (metric === 'csat') return { kind: 'share', value }
  return { kind: 'number', value, digits: metric === 'nps' ? 1 : 2 }
}
