/** Models of customers: fitted on compressed sums, scored row by row or as SQL. */

// Clusters of customers.
export {
  adjustedRand,
  bestJaccard,
  crossTable,
  matchLabels,
  type CrossTable,
  type LabelMatch,
} from './cluster/agreement.ts'
export { cheapestPairing } from './cluster/assignment.ts'
export { centroidForm, labelOf, type Centroid, type CentroidForm } from './cluster/centroid-form.ts'
export {
  chooseK,
  type ChooseKOptions,
  type Judge,
  type KChoice,
  type KEvidence,
  type Objection,
  type Verdict,
} from './cluster/choose-k.ts'
export { gapChoice, gapStatistic, type Gap } from './cluster/gap.ts'
export {
  bootstrapStability,
  predictionStrength,
  stabilityWord,
  type ClusterStability,
  type Stability,
} from './cluster/repeatability.ts'
export {
  clusterRules,
  meetsRule,
  placeRows,
  type Box,
  type ClusterRule,
  type ClusterRules,
  type Condition,
} from './cluster/cluster-rules.ts'
export { roundestBetween, type RoundNumber } from './cluster/round-number.ts'
export {
  growRuleTree,
  type RuleMeasure,
  type RuleNode,
  type TreeOptions,
} from './cluster/rule-tree.ts'
export { setsApart, type ClusterProfile, type Trademark } from './cluster/sets-apart.ts'
export { silhouette, type Silhouette } from './cluster/silhouette.ts'
export {
  discreteColumns,
  gaussianMixture,
  type Collapse,
  type MixtureFit,
  type MixtureOptions,
} from './cluster/gaussian-mixture.ts'
export {
  evenWeights,
  fieldInfluence,
  gowerDistance,
  gowerMatrix,
  mixedData,
  type FieldInfluence,
  type MixedData,
  type MixedField,
} from './cluster/gower.ts'
export { assignToCentres, kMeans, type KMeansFit, type KMeansOptions } from './cluster/k-means.ts'
export {
  assignToMedoids,
  mixedClusters,
  partitionAroundMedoids,
  type MedoidFit,
  type MixedFit,
} from './cluster/medoids.ts'
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
