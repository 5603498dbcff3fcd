/**
 * The chance that a customer will do something: trained, calibrated, judged on later rows, with what is doubtful named.
 */
import type { EstimateStatus } from '../../stats/index.ts'
import { fitBoosted, type BoostedModel, type BoostOptions } from './boost.ts'
import { applyCalibration, calibrate, type Calibration } from './calibrate.ts'
import { choose, type Choice } from './choose.ts'
import { importanceOf, type Importance } from './importance.ts'
import { findLeaks, type LeakReport } from './leak.ts'
import { fitLogistic, type LogisticModel } from './logistic.ts'
import { splitByTime, type Parts, type PartShares } from './parts.ts'
import { qualityOf, type Quality } from './quality.ts'
import { scoreBoosted } from './score-boosted.ts'
import { scoreLogistic } from './score-logistic.ts'
import { pick, rowsOf, without, type Feature, type LearningTable } from './table.ts'

/** The model in use: enough to score in memory or to print as SQL (score, then calibration). */
export interface PropensityModel {
  readonly model: LogisticModel | BoostedModel
  readonly calibration: Calibration
}

/** The model and all that was learned about it. */
export interface Propensity extends PropensityModel {
  readonly choice: Choice
  /** On the last part, of the model in use. */
  readonly quality: Quality
  readonly baseline: Quality
  readonly challenger: Quality
  readonly leaks: LeakReport
  /** Features left out as suspects. */
  readonly leftOut: readonly string[]
  readonly importance: readonly Importance[]
  readonly rows: { readonly train: number; readonly tune: number; readonly test: number }
  /** Share of positives in each part: where it moves, chances learned earlier promise too much or too little. */
  readonly rates: Readonly<Record<'train' | 'tune' | 'test', number | undefined>>
  /**
   * `not-identified`: a part has one outcome only; `weak`: fewer than fifty of the rarer outcome to judge by, an AUC
   * whose interval reaches .5, chances worse than promising everybody the base rate (times have changed: the ranking
   * may hold, the chances do not), or suspects kept by order.
   */
  readonly status: EstimateStatus
}

/** What to train. */
export interface PropensityOptions {
  readonly seed: number
  readonly level?: number
  /** Suspected features that a person has confirmed to be known beforehand: these stay in. */
  readonly confirmed?: readonly string[]
  /** Features of which it is not known since when they were known, where it is of others. */
  readonly doubted?: readonly string[]
  /** Train with suspects all the same (to show what they do); the status is then `weak`. */
  readonly keepSuspects?: boolean
  readonly boost?: Omit<BoostOptions, 'seed'>
  readonly ridge?: number
}

/** Fewer of the rarer outcome than this, and an AUC is known to about .04 at best. */
const FEW_TO_JUDGE = 50

/** Trains on the earliest rows, tunes and calibrates on later ones, judges on the latest. `times` in any unit. */
export function trainPropensity(
  table: LearningTable,
  times: Float64Array,
  options: PropensityOptions & { readonly shares?: PartShares },
): Propensity {
  return trainOn(table, splitByTime(times, options.shares), options)
}

/**
 * Trains on given parts: the logistic baseline, the boosted challenger (stopped early on the tuning part), both
 * calibrated on the tuning part, the choice between them and every figure from the judging part.
 */
export function trainOn(
  table: LearningTable,
  parts: Parts,
  options: PropensityOptions,
): Propensity {
  const level = options.level ?? 0.95
  const leaks = findLeaks(pick(table, parts.train), level, new Set(options.doubted))
  const confirmed = new Set(options.confirmed)
  const suspects = leaks.suspects
    .map(({ feature }) => feature)
    .filter((name) => !confirmed.has(name))
  const leftOut = options.keepSuspects === true ? [] : suspects
  const clean = without(table, new Set(leftOut))
  const train = pick(clean, parts.train)
  const tune = pick(clean, parts.tune)
  const test = pick(clean, parts.test)
  const logistic = fitLogistic(train, options.ridge === undefined ? {} : { ridge: options.ridge })
  const boosted = fitBoosted(train, tune, { ...options.boost, seed: options.seed })
  const baseline = calibrated(logistic, tune)
  const challenger = calibrated(boosted, tune)
  const chances = {
    baseline: scorePropensity(baseline, test.features),
    challenger: scorePropensity(challenger, test.features),
  }
  const choice = choose(chances, test.outcome, level)
  const used = choice.chosen === 'baseline' ? baseline : challenger
  const judged = {
    baseline: qualityOf(chances.baseline, test.outcome, { level }),
    challenger: qualityOf(chances.challenger, test.outcome, { level }),
  }
  const quality = judged[choice.chosen]
  const score = (features: readonly Feature[]): Float64Array => logOdds(used.model, features)
  return {
    ...used,
    choice,
    quality,
    ...judged,
    leaks,
    leftOut,
    importance: importanceOf(test, score, options.seed),
    rows: {
      train: rowsOf(train.features),
      tune: rowsOf(tune.features),
      test: rowsOf(test.features),
    },
    rates: { train: rate(train), tune: rate(tune), test: rate(test) },
    status: statusOf([train, tune, test], quality, leftOut.length < suspects.length),
  }
}

function calibrated(model: LogisticModel | BoostedModel, tune: LearningTable): PropensityModel {
  return { model, calibration: calibrate(logOdds(model, tune.features), tune.outcome) }
}

function logOdds(model: LogisticModel | BoostedModel, features: readonly Feature[]): Float64Array {
  return model.kind === 'logistic' ? scoreLogistic(model, features) : scoreBoosted(model, features)
}

/** Calibrated chances per row. */
export function scorePropensity(
  { model, calibration }: PropensityModel,
  features: readonly Feature[],
): Float64Array {
  return applyCalibration(calibration, logOdds(model, features))
}

function rate({ outcome }: LearningTable): number | undefined {
  const { length } = outcome
  return length === 0 ? undefined : outcome.reduce((sum, one) => sum + one, 0) / length
}

function hasBoth(part: LearningTable): boolean {
  const share = rate(part) ?? 0
  return share > 0 && share < 1
}

function statusOf(
  parts: readonly LearningTable[],
  quality: Quality,
  suspectsKept: boolean,
): EstimateStatus {
  if (parts.every(({ outcome }) => outcome.length === 0)) return 'none'
  if (!parts.every(hasBoth)) return 'not-identified'
  const few = Math.min(quality.positives, quality.n - quality.positives) < FEW_TO_JUDGE
  const useless = (quality.auc.low ?? 0) <= 0.5 || (quality.brierSkill ?? 0) <= 0
  return few || suspectsKept || useless ? 'weak' : 'ok'
}
