/** Rewards: how long the first one takes and what goes with it, which are never used, which expire, who is nearly there. */
import {
  judgePaces,
  judgeUse,
  matchedDifference,
  patienceWithin,
  PRIVACY_FLOOR,
  say,
  type ReportDraft,
} from '../../../core/insight/index.ts'
import {
  compressSurvival,
  kaplanMeier,
  survivalAt,
  survivalQuantile,
  type SurvivalRows,
} from '../../../core/models/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { mean, proportion, type Estimate, type Moments } from '../../../core/stats/index.ts'
import { pointFacts, type PointFacts } from '../points/facts.ts'
import { rewardedIn } from '../points/rewarded.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { asGroup } from './group.ts'
import { nearMisses, usualPrices } from './near-misses.ts'
import type { PaceOfValue, RewardFacts, UseOfValue } from './reward-facts.ts'
import {
  emptyTiers,
  groupOf,
  nearDefinition,
  neverUsedKeys,
  waitingKeys,
  withValue,
} from './reward-groups.ts'
import { rewardParts, type RewardParts } from './reward-parts.ts'
import {
  effectRows,
  expiringSums,
  firstRewards,
  unusedSums,
  usedShares,
  type EffectRow,
  type FirstRow,
  type UsedShare,
} from './reward-sums.ts'
import { rewardDraft } from './reward-tables.ts'
import { REWARD_WORDS as W } from './reward-words.ts'
import {
  allWaits,
  beginningOf,
  dataStart,
  MOST_STEPS,
  survivalOf,
  waits,
  type Beginning,
} from './step-sums.ts'

/** The report. */
export const REWARDS: ReportKind = {
  name: 'rewards',
  group: 'weak-points',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase', 'reward'],
  parameters: [
    { name: 'near', kind: 'number', label: say(W.near), default: '80', range: [50, 99] },
  ],
  make,
}

const HORIZONS = [30, 60, 90] as const
const DAY_MS = 86_400_000

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const parts = rewardParts(context)
  const start = await dataStart(context)
  const totals = parts === undefined ? undefined : await unusedSums(context, parts)
  if (parts === undefined || start === undefined || totals === undefined || totals.rewards === 0) {
    const none = { code: 'rewards/none', tone: 'caution', text: say(W.none) } as const
    return { findings: [none], tables: [], charts: [], method: [] }
  }
  const pooled = kaplanMeier(survivalOf(await allWaits(context)))
  const patience = patienceWithin(pooled, (context.asOf - start) / DAY_MS)?.days ?? 180
  const beginning = await beginningOf(context, { start, patience })
  const nearShare = (told.number('near') ?? 80) / 100
  const points = await pointsOf(context, nearShare)
  const facts: RewardFacts = {
    currency: context.current.programme.currency,
    parts,
    purchase: printName(context.meaning.purchase?.name ?? 'purchase'),
    patience,
    ...(await pacing(context, parts, beginning)),
    ...(await using(context, parts)),
    totals,
    neverUsed: await groupOf(context, neverUsedKeys(context, parts)),
    expiring: parts.expires === undefined ? [] : await expiringSums(context, parts, HORIZONS),
    near: await nearly(context, parts, { from: nearShare, model: points?.model }),
    points,
    nearShare,
    ...effectOf(await effectRows(context, parts, { beginning, waits: waits(context) }), patience),
    emptyTiers: await emptyTiers(context, PRIVACY_FLOOR),
  }
  return rewardDraft(facts)
}

async function nearly(
  context: ReportContext,
  parts: RewardParts,
  { from, model }: { readonly from: number; readonly model: string | undefined },
): Promise<RewardFacts['near']> {
  const prices = await usualPrices(context, parts)
  const found = await nearMisses(context, parts, { prices, from })
  const modelled = model === undefined ? {} : { model }
  const definition = nearDefinition(context, parts, { prices, from, ...modelled })
  return found === undefined ? undefined : { group: asGroup(found), definition }
}

async function pointsOf(context: ReportContext, near: number): Promise<PointFacts | undefined> {
  const { points } = context.current.programme.catalogue
  if (points === undefined) return undefined
  return await pointFacts(context, points, { near, rewarded: await rewardedIn(context) })
}

/** The way to the first reward, and who is slow: the worst value, and the worst of those that hold without it. */
async function pacing(
  context: ReportContext,
  parts: RewardParts,
  beginning: Beginning,
): Promise<Pick<RewardFacts, 'purchases' | 'days' | 'paces' | 'slow'>> {
  const rows = await firstRewards(context, parts, beginning)
  const all = kaplanMeier(firstCurve(rows.filter((r) => r.key === '' && r.unit === 'purchases')))
  const days = kaplanMeier(firstCurve(rows.filter((r) => r.key === '' && r.unit === 'days')))
  const paces = pacesOf(rows)
  const slow: PaceOfValue[] = []
  const worst = slowest(paces)
  if (worst !== undefined) {
    slow.push(worst)
    const rest = slowest(pacesOf(await firstRewards(context, parts, beginning, worst.value)))
    if (rest !== undefined) slow.push(rest)
  }
  const waiting = await Promise.all(
    slow.map(async (one) => ({
      ...one,
      waiting: await groupOf(context, await waitingKeys(context, parts, one.value)),
    })),
  )
  return { purchases: survivalQuantile(all), days: survivalQuantile(days), paces, slow: waiting }
}

function firstCurve(rows: readonly FirstRow[]): SurvivalRows {
  return compressSurvival({
    time: Float64Array.from(rows, (row) => row.time),
    event: rows.map((row) => (row.earned ? 1 : 0)),
    weight: Float64Array.from(rows, (row) => row.customers),
  })
}

function pacesOf(rows: readonly FirstRow[]): readonly PaceOfValue[] {
  const all = rows.filter((row) => row.key === '' && row.unit === 'purchases')
  const middle = survivalQuantile(kaplanMeier(firstCurve(all))).value
  if (middle === undefined) return []
  const groups = [
    ...Map.groupBy(
      rows.filter((row) => row.key !== ''),
      (row) => JSON.stringify([row.key, row.raw]),
    ).values(),
  ]
  const paces = judgePaces(
    groups.map((own) => ({
      of: kaplanMeier(firstCurve(own)),
      // Those with the value are taken out of all again: what is left are the others.
      others: kaplanMeier(
        firstCurve([...all, ...own.map((row) => ({ ...row, customers: -row.customers }))]),
      ),
    })),
    middle,
  )
  return groups.flatMap((own, i) => {
    const [value] = own
    const pace = paces[i]
    const n = own.reduce((sum, row) => sum + row.customers, 0)
    return value === undefined || pace === undefined ? [] : [{ value, n, pace }]
  })
}

function burden({ n, pace }: PaceOfValue): number {
  return n * (pace.carrier.difference.value ?? 0)
}

/** Most customers times most difference; between equals the characteristic that the catalogue names first. */
function slowest(paces: readonly PaceOfValue[]): PaceOfValue | undefined {
  return paces
    .filter(({ pace }) => pace.isSlow)
    .toSorted((a, b) => burden(b) - burden(a) || a.value.order - b.value.order)[0]
}

async function using(
  context: ReportContext,
  parts: RewardParts,
): Promise<Pick<RewardFacts, 'uses' | 'unusedWhere' | 'unusedKinds'>> {
  const shares = await usedShares(context, parts)
  const uses = usesOf(shares)
  const kinds = uses
    .filter((one) => one.value.key === 'kind' && isUnused(one))
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, 2)
  const worst = leastUsed(uses)
  if (worst === undefined) return { uses, unusedWhere: [], unusedKinds: kinds }
  const rest = leastUsed(usesOf(await usedShares(context, parts, worst.value)))
  const unusedWhere = await Promise.all(
    (rest === undefined ? [worst] : [worst, rest]).map(async (one) => {
      const keys = await withValue(context, neverUsedKeys(context, parts), one.value)
      return { ...one, never: await groupOf(context, keys) }
    }),
  )
  return { uses, unusedWhere, unusedKinds: kinds }
}

function usesOf(shares: readonly UsedShare[]): readonly UseOfValue[] {
  const everybody = shares.find(({ key }) => key === '')?.used ?? NONE
  const kinds = shares.filter(({ key }) => key === 'kind').map(({ used }) => used)
  const allKinds = kinds.reduce((sum, one) => added(sum, one, 1), NONE)
  const values = shares.filter(({ key }) => key !== '')
  const pairs = values.map(({ key, used }) => ({
    of: used,
    others: added(key === 'kind' ? allKinds : everybody, used, -1),
  }))
  const carriers = judgeUse(pairs)
  return values.flatMap((value, i) => {
    const [pair, carrier] = [pairs[i], carriers[i]]
    if (pair === undefined || carrier === undefined) return []
    return [{ value, of: shareOf(pair.of), others: shareOf(pair.others), carrier }]
  })
}

/** Where nobody used any, or everybody all, the spread is nothing: the share is taken of customers instead. */
function shareOf(used: Moments): Estimate {
  const { n, sum } = used
  return sum === 0 || sum === n ? proportion({ hits: sum, n }) : mean(used)
}

const NONE: Moments = { n: 0, sum: 0, sumSquares: 0 }

function added(a: Moments, b: Moments, times: 1 | -1): Moments {
  return {
    n: a.n + times * b.n,
    sum: a.sum + times * b.sum,
    sumSquares: a.sumSquares + times * b.sumSquares,
  }
}

function isUnused({ carrier }: UseOfValue): boolean {
  const sure = carrier.relevance === 'relevant' || carrier.relevance === 'probably-relevant'
  return sure && (carrier.difference.value ?? 0) < 0
}

function weight({ of, carrier }: UseOfValue): number {
  return of.n * -(carrier.difference.value ?? 0)
}

function leastUsed(uses: readonly UseOfValue[]): UseOfValue | undefined {
  return uses
    .filter((one) => one.value.key !== 'kind' && isUnused(one))
    .toSorted((a, b) => weight(b) - weight(a) || a.value.order - b.value.order)[0]
}

/** Losses with and without a reward at equal numbers of purchases. */
function effectOf(
  rows: readonly EffectRow[],
  patience: number,
): Pick<RewardFacts, 'effect' | 'curves'> {
  const steps = Array.from({ length: MOST_STEPS }, (_, i) => {
    const here = rows.filter((row) => row.step === i + 1)
    const curve = (rewarded: boolean) =>
      kaplanMeier(survivalOf(here.filter((row) => row.rewarded === rewarded)))
    return { withIt: curve(true), without: curve(false) }
  })
  const effect = matchedDifference(
    steps.map(({ withIt, without }) => ({
      withIt: survivalAt(withIt, patience),
      without: survivalAt(without, patience),
    })),
  )
  const curves = [true, false].map((rewarded) => ({
    rewarded,
    steps: steps.map(({ withIt, without }, i) => ({
      weight: effect.weights[i] ?? 0,
      curve: rewarded ? withIt : without,
    })),
  }))
  return { effect, curves }
}
