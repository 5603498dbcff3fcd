/** Models of customers: fitted on compressed sums, scored row by row or as SQL. */

// Clusters of customers.
export {
  adjustedRand,
  crossTable,
  matchLabels,
  type CrossTable,
  type LabelMatch,
} from './cluster/agreement.ts'

export { type Centroid, type CentroidForm } from './cluster/centroid-form.ts'
export {
  chooseK,
  type ChooseKOptions,
  type Judge,
  type KChoice,
  type KEvidence,
  type Objection,
  type Verdict,
} from './cluster/choose-k.ts'
export { type Gap } from './cluster/gap.ts'
export {
  bootstrapStability,
  type ClusterStability,
  type Stability,
} from './cluster/repeatability.ts'
export { type Box, type Condition } from './cluster/naming/box.ts'
export {
  clusterRules,
  fidelityOf,
  type ClusterRule,
  type ClusterRules,
} from './cluster/naming/cluster-rules.ts'
export { type RoundNumber } from './cluster/naming/round-number.ts'
export { type RuleMeasure, type RuleNode, type TreeOptions } from './cluster/naming/rule-tree.ts'
export { setsApart, type ClusterProfile, type Trademark } from './cluster/naming/sets-apart.ts'
export {
  chooseMixedK,
  type MixedChoice,
  type MixedEvidence,
} from './cluster/mixed/choose-mixed-k.ts'
export { type Silhouette } from './cluster/silhouette.ts'
export {
  OBJECTION_WORDS,
  STABILITY_WORDS,
  TRANSFORM_WORDS,
  VERDICT_WORDS,
} from './cluster/words.ts'
export {
  gaussianMixture,
  type Collapse,
  type MixtureFit,
  type MixtureOptions,
} from './cluster/gaussian-mixture.ts'
export {
  evenWeights,
  mixedData,
  type FieldInfluence,
  type MixedData,
  type MixedField,
} from './cluster/mixed/gower.ts'
export { assignToCentres, kMeans, type KMeansFit, type KMeansOptions } from './cluster/k-means.ts'
export { mixedClusters, type MedoidFit, type MixedFit } from './cluster/mixed/medoids.ts'
export type { Points } from './cluster/points.ts'
export {
  fitScaling,
  scalePoints,
  scaleValue,
  unscaleValue,
  type Measure,
  type ScaledMeasure,
  type Transform,
  type TransformReason,
} from './cluster/scaling.ts'

// Survey scales.
export { adequacy, type Adequacy } from './scale/adequacy.ts'
export {
  keyedAnswers,
  scaleScores,
  type Item,
  type Scale,
  type ScaleScores,
} from './scale/answers.ts'
export { completeRows, pairMoments, type PairMoments } from './scale/correlation.ts'
export { factorAnalysis, type FactorFit } from './scale/factors.ts'
export {
  aboveChance,
  reliability,
  type ItemReport,
  type Reliability,
  type ScaleWarning,
} from './scale/reliability.ts'
export { scaleWarningWords } from './scale/words.ts'

// Learners of a yes or no outcome: propensity, lookalikes.
export { fitBoosted, type BoostedModel, type BoostOptions } from './learn/boost.ts'
export {
  fitIsotonic,
  type Calibration,
  type IsotonicCalibration,
  type PlattCalibration,
} from './learn/calibrate.ts'
export { type Choice } from './learn/choose.ts'
export { type Importance } from './learn/importance.ts'
export { type LeakReason, type LeakReport, type Strength, type Suspect } from './learn/leak.ts'
export {
  fitLogistic,
  type CategoryTerm,
  type Coefficient,
  type LinearTerm,
  type LogisticModel,
  type LogisticOptions,
  type NumberTerm,
} from './learn/logistic.ts'
export { trainLookalike } from './learn/lookalike.ts'
export { splitByChance, type Parts, type PartShares } from './learn/parts.ts'
export {
  scorePropensity,
  trainOn,
  type Propensity,
  type PropensityModel,
  type PropensityOptions,
} from './learn/propensity.ts'
export { type Decile, type Quality, type ReliabilityBin } from './learn/quality.ts'
export { scoreBoosted } from './learn/score-boosted.ts'
export { scoreLogistic } from './learn/score-logistic.ts'
export {
  category,
  encode,
  OTHER_LEVEL,
  type CategoryFeature,
  type Feature,
  type LearningTable,
  type NumberFeature,
} from './learn/table.ts'
export type { CategorySplit, Leaf, NumberSplit, TreeFeature, TreeNode } from './learn/tree.ts'

// Lifetime: purchases to come, who is still there, spend, value.
export { type CertainScores, type ParameterEstimate } from './lifetime/certainty.ts'
export {
  chooseLifetime,
  type AliveJudgement,
  type ChoiceOptions,
  type LifetimeChoice,
  type LifetimeReason,
} from './lifetime/choose.ts'
export { discountRate, lifetimeValue, type ClvOptions, type ClvResult } from './lifetime/clv.ts'
export { fitLifetime, type LifetimeFit } from './lifetime/fit.ts'
export type { SpendIndependence } from './lifetime/independence.ts'
export { LIFETIME_PARAMETERS, type LifetimeKind, type LifetimeModel } from './lifetime/model.ts'
export {
  compressLifetime,
  type Compression,
  type LifetimeHistories,
  type LifetimeRows,
} from './lifetime/rows.ts'
export { scoreLifetime, type HistoryScorer, type LifetimeScores } from './lifetime/score.ts'
export { fitSpend, type SpendFit, type SpendReason, type SpendRows } from './lifetime/spend.ts'
export {
  trackByFrequency,
  trackLifetime,
  type HoldoutByFrequency,
  type Tracking,
  type TrackingInput,
  type TrackingPeriod,
} from './lifetime/tracking.ts'

// Latent classes of categorical answers.
export {
  chooseClasses,
  type LatentClass,
  type LatentFit,
  type LatentOptions,
} from './latent/latent-classes.ts'
export { compressPatterns, type CategoricalItem, type Patterns } from './latent/patterns.ts'

// RFM scores as cut points.
export { type CutWarning, type ScoreCuts, type ScoreMethod } from './rfm/cuts.ts'
export { fitRfm, type RfmData, type RfmFit, type RfmOptions, type RfmWarning } from './rfm/fit.ts'
export {
  gridCells,
  RFM_GRID,
  type GridCell,
  type GridSegment,
  type RfmScores,
  type ScoreRange,
} from './rfm/grid.ts'
export { type RfmSegmentCode } from './rfm/words.ts'

// Affinity: baskets, preferences, discounts, next items, headroom.
export {
  pairAffinities,
  type PairAffinity,
  type PairCounts,
  type PairOptions,
} from './affinity/basket.ts'
export { type BetaPrior, type ShareTable } from './affinity/beta-binomial.ts'
export { fitDiscountAffinity, type DiscountTable } from './affinity/discount.ts'
export { headroomOf, type Headroom } from './affinity/headroom.ts'
export {
  fitNextItem,
  nextItems,
  type Neighbour,
  type NextItemModel,
  type NextItemOptions,
  type Suggestion,
} from './affinity/next-item.ts'
export { type Preference } from './affinity/preference.ts'

// Survival: time to an event when some are cut off before it.
export {
  kaplanMeier,
  survivalAt,
  survivalQuantile,
  type SurvivalCurve,
  type SurvivalInterval,
  type SurvivalOptions,
} from './survival/kaplan-meier.ts'
export { logRank, type LogRank, type LogRankGroup } from './survival/log-rank.ts'
export { compressSurvival, type SurvivalRows } from './survival/rows.ts'

// Own rhythm: silence long for the customer.
export { fitRhythm, type RhythmModel, type RhythmState, type RhythmSums } from './rhythm/rhythm.ts'
