/** Judgements: from sums to findings in words, with the figures behind them. */
export type {
  Cell,
  ColumnKind,
  Finding,
  ReportChart,
  ReportColumn,
  ReportDraft,
  ReportTable,
  Tone,
} from './draft.ts'
export { asCount, asDays, asNumber, asShare } from './hole.ts'
export {
  figure,
  say,
  textOf,
  verbatim,
  type Figure,
  type Hole,
  type Text,
  type Texts,
} from './text.ts'

// Segments: what they are compared on, and whether differences matter.
export {
  type Area,
  type Aspect,
  type NumberSums,
  type PartSums,
  type Sizes,
  type Unit,
  type ValueCount,
  type WordSums,
} from './segment/aspect.ts'
export {
  compareGroups,
  withinUnit,
  type Against,
  type Compared,
  type Comparison,
} from './segment/compare.ts'
export { ACTIVATION_FLOOR, hiddenCounts, PRIVACY_FLOOR, shownWithin } from './segment/small.ts'
export { usesOf, type Uses } from './segment/uses.ts'
export { pickDifferences, type Gap, type Picked, type PickOptions } from './segment/pick.ts'
export {
  activationWarnings,
  closenessOf,
  gradeActionable,
  gradeDistinct,
  gradeExplained,
  gradeLarge,
  gradeMeaningful,
  gradeStable,
  QUALITY_CHECKS,
  verdictOf,
  type ActivationWarning,
  type Closeness,
  type Grade,
  type QualityCheck,
  type StabilityFigures,
  type Verdict,
} from './segment/quality.ts'
export {
  gradeFair,
  PROXY_COVERAGE,
  PROXY_LEAST,
  proxyOfMembership,
  proxyOfScore,
  strengthOf,
  type MemberCounts,
  type Proxy,
  type ProxyLevel,
} from './segment/proxy.ts'
export { CHECK_WORDS, PROBLEM_WORDS, SHORT_VERDICT_WORDS } from './segment/verdict-words.ts'

// Weak points: where customers stop, and who carries it.
export { judgeCarriers, type Carrier, type ValueLoss } from './weak/carriers.ts'
export { judgeSteps, lossError, type JudgedStep, type StepLoss } from './weak/steps.ts'
export {
  backBy,
  lateNow,
  lossAt,
  patienceWithin,
  type Patience,
  type Silent,
} from './weak/waiting.ts'

// Data: can it be trusted?
export { freshnessOf, type Freshness, type SourceDays } from './data/freshness.ts'
export { isMark, looksLikeMark, type Extreme } from './data/mark.ts'
export { farBounds, TAIL_SHARE, type Middle } from './data/outlier.ts'
export { rankProblems, type Problem, type ProblemKind } from './data/problem.ts'
export {
  BIAS_ALPHA,
  biasOf,
  COMPLETE,
  parseReference,
  WEIGHT_CAP,
  weightsOf,
  type Bias,
  type Reference,
  type Stratum,
  type Weighted,
  type Weighting,
} from './data/representative.ts'
export { matchedDifference, type MatchedDifference, type MatchedPair } from './weak/matched.ts'
export { judgePaces, type Pace, type TwoPaces } from './weak/pace.ts'

// Voice of the customer: what answers mean, who answers, what they complain of.
export { voiceDifferences, type VoiceDifference } from './voice/differ.ts'
export {
  codedMoments,
  guessScale,
  metricOf,
  unhappyShare,
  voiceFigure,
  type AnswerCounts,
  type VoiceMetric,
  type VoiceScale,
} from './voice/scale.ts'
export {
  judgeThemes,
  type JudgedTheme,
  type JudgedThemes,
  type ThemeCount,
} from './voice/themes.ts'
export { weightedFigure, type VoiceStratum, type WeightedFigure } from './voice/weighting.ts'
export { judgeUse, type TwoShares } from './weak/use.ts'

// Movement: cohorts, flows, trends, opportunities.
export {
  EARLY_MONTHS,
  judgeCohorts,
  type EarlyCohort,
  type JudgedCohort,
} from './movement/cohorts.ts'

// Money: thresholds, resellers.
export { resellerOrder, type OrderMiddle } from './money/resellers.ts'
export {
  NEAR,
  roundThresholds,
  thresholdReach,
  type ThresholdReach,
  type ThresholdSums,
} from './money/threshold.ts'
export { netMoves, type Move, type NetMove } from './movement/flows.ts'
export { nextPurchases, type NextCounts, type NextPurchase } from './money/next-purchase.ts'
export {
  isMaterial,
  judgeDrifts,
  type Drift as SeriesDrift,
  type DriftSeries,
  type YearChange,
} from './movement/drifts.ts'
export { judgeSizes, type SizeChange, type SizePair } from './movement/sizes.ts'
export {
  judgeSegmentDrifts,
  type SegmentDrift,
  type SegmentSeries,
} from './movement/segment-drifts.ts'
export { judgeTastes, type JudgedTaste, type TastePair } from './money/tastes.ts'
export { spendChange, type SpendChange, type SpendParts } from './movement/decompose.ts'
export { judgeGaps, type Gap as SpendGap } from './movement/gaps.ts'
export { judgeApart, type ApartChange, type GroupYears } from './movement/apart.ts'
export { heavyFew, type CountTable, type HeavyFew } from './money/heavy.ts'
export { ratioOfTotals, type RatioSums } from './money/ratio.ts'
export { onlyByChance, type PurchaseTable } from './money/only-discount.ts'
