/** How much of the money comes from how few: Lorenz curve, Gini, resellers, what a threshold would select, margin. */
import {
  resellerOrder,
  roundThresholds,
  say,
  textOf,
  thresholdReach,
  type ReportDraft,
  type ThresholdReach,
} from '../../../core/insight/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { concentrationOf, type Compressed } from '../../../core/stats/index.ts'
import { quotedPhrase, roundedDown, spendPhrase } from '../basis/phrases.ts'
import { scoresCalled } from '../basis/scores.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { TOPS, type MarginSpread, type Resellers, type TopCut } from './concentration-facts.ts'
import { concentrationDraft } from './concentration-tables.ts'
import { CONCENTRATION_WORDS as W } from './concentration-words.ts'
import {
  orderMiddle,
  resellerSums,
  scoreSpread,
  spendQuantiles,
  spendSpread,
  thresholdSums,
  type SpreadScope,
} from './spread-sums.ts'

/** The report. */
export const CONCENTRATION: ReportKind = {
  name: 'concentration',
  group: 'money',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase', 'amount'],
  parameters: [
    { name: 'days', kind: 'number', label: say(W.days), default: '365', range: [1, 3660] },
    { name: 'segment', kind: 'segment', label: say(W.segment) },
    { name: 'threshold', kind: 'number', label: say(W.threshold), range: [0, 1e12] },
  ],
  make,
}

/** Thresholds are offered where these shares of buyers begin; the last but two is told about. */
const QUANTILES = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99] as const
const TOLD = 0.9
const TOP = 0.99

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const days = told.number('days') ?? 365
  const scope: SpreadScope = { days, segment: told.text('segment') }
  const [spread, quantiles, margins] = await Promise.all([
    spendSpread(context, scope),
    spendQuantiles(context, scope, QUANTILES),
    marginSpreads(context, scope),
  ])
  const found = concentrationOf(spread, { tops: TOPS, helds: [0.5] })
  const own = told.number('threshold')
  const at = (quantile: (typeof QUANTILES)[number]): number =>
    quantiles[QUANTILES.indexOf(quantile)] ?? 0
  const [main = 0] = own === undefined ? roundThresholds([at(TOLD)]) : [own]
  const [tiers, resellers] = await Promise.all([
    tiersOf(context, scope, roundThresholds([...quantiles]).concat(own ?? [])),
    resellersOf(context, scope, at(TOP)),
  ])
  const spend = spendPhrase(context.meaning, days)
  return concentrationDraft({
    days,
    currency: context.current.programme.currency,
    found,
    cuts: cutsOf(spread),
    tiers,
    told: tiers.find(({ from }) => from === main),
    resellers,
    margins,
    spend: spend?.phrase,
    isGross: context.meaning.refund !== undefined && spend?.isNet === false,
    within: withinOf(scope),
  })
}

function withinOf({ segment }: SpreadScope): string {
  return segment === undefined ? '' : `in segment ${quotedPhrase(segment)} and `
}

async function tiersOf(
  context: ReportContext,
  scope: SpreadScope,
  thresholds: readonly number[],
): Promise<readonly ThresholdReach[]> {
  const wanted = [...new Set(thresholds)].toSorted((a, b) => b - a)
  const { all, sums } = await thresholdSums(context, scope, wanted)
  return sums.map((one) => thresholdReach(one, all))
}

async function resellersOf(
  context: ReportContext,
  scope: SpreadScope,
  top: number,
): Promise<Resellers | undefined> {
  const middle = await orderMiddle(context, scope)
  const bound = resellerOrder(middle)
  const spend = spendPhrase(context.meaning, scope.days)
  const { purchase } = context.meaning
  if (bound === undefined || spend === undefined || purchase === undefined || !(top > 0)) {
    return undefined
  }
  const order = roundedDown(bound)
  const from = roundedDown(top)
  const sums = await resellerSums(context, scope, { order, spend: from })
  const orders = `count(${printName(purchase.name)}, last ${scope.days} days)`
  return {
    n: sums.n,
    spend: sums.spend,
    ofSpend: sums.all > 0 ? sums.spend / sums.all : 0,
    order,
    typical: Math.exp(middle.median),
    without: concentrationOf(sums.others, { tops: [0.1] }).top[0]?.held.value,
    definition: `${withinOf(scope)}${spend.phrase} >= ${from} and ${spend.phrase} / ${orders} >= ${order}`,
  }
}

/** Scores that hold what is left of the money. */
async function marginSpreads(
  context: ReportContext,
  scope: SpreadScope,
): Promise<readonly MarginSpread[]> {
  const scores = scoresCalled(context, /margin/).slice(0, 2)
  const spreads = await Promise.all(scores.map(({ name }) => scoreSpread(context, name, scope)))
  return scores.flatMap(({ name, label }, i): readonly MarginSpread[] => {
    const spread = spreads[i]
    if (spread === undefined || spread.values.length === 0) return []
    const found = concentrationOf(spread, { tops: TOPS })
    return found.gini.value === undefined ? [] : [{ score: name, label: textOf(label), found }]
  })
}

/** For each top share: the least spend in it, and how many there are. */
function cutsOf({ values, counts }: Compressed): readonly TopCut[] {
  const n = counts.reduce((sum, count) => sum + count, 0)
  return TOPS.map((top) => {
    let above = 0
    for (let i = values.length - 1; i >= 0; i--) {
      above += counts[i] ?? 0
      if (above >= top * n) return { from: values[i] ?? null, customers: above }
    }
    return { from: null, customers: 0 }
  })
}
