/** What discount affinity says of the base. */
import {
  asCount,
  asShare,
  hiddenCounts,
  say,
  type Figure,
  type Finding,
  type ReportDraft,
} from '../../../../core/insight/index.ts'
import type { BetaPrior } from '../../../../core/models/index.ts'
import { W } from './words.ts'

/** What there is to tell. */
export interface DiscountFound {
  readonly key: string
  readonly n: number
  readonly days: number
  readonly currency: string
  readonly high: number
  readonly low: number
  readonly prior: BetaPrior | undefined
  /** Without a prior: whether all purchases had a discount, and not none. */
  readonly isAll: boolean
  readonly rows: readonly {
    readonly customers: number
    readonly spend: number
    readonly affinity: number
  }[]
}

const LEAST = 11
const BANDS = 10

/** The report of a run. */
export function discountDraft(found: DiscountFound): ReportDraft {
  const days: Figure = { kind: 'days', value: found.days }
  const { prior, n, rows } = found
  const method = [say(W.method, { days })]
  if (prior === undefined) {
    const [code, words] =
      n === 0
        ? (['discount/none', W.none] as const)
        : found.isAll
          ? (['discount/always', W.always] as const)
          : (['discount/never', W.never] as const)
    const finding: Finding = { code, tone: 'caution', text: say(words, { days }) }
    return { findings: [finding], tables: [], charts: [], method }
  }
  const bands = Array.from({ length: BANDS }, () => ({ customers: 0, spend: 0 }))
  for (const { affinity, customers, spend } of rows) {
    const band = bands[Math.min(BANDS - 1, Math.floor(affinity * BANDS))]
    if (band === undefined) continue
    band.customers += customers
    band.spend += spend
  }
  // All bands add up to all customers: one hidden alone would be told by the others.
  const hidden = hiddenCounts(
    bands.map(({ customers }) => customers),
    'known',
  )
  return {
    findings: findings(found, prior),
    tables: [
      {
        name: 'bands',
        title: say(W.bands),
        columns: [
          { key: 'band', title: say(W.band), kind: 'text' },
          { key: 'customers', title: say(W.customers), kind: 'count' },
          { key: 'share', title: say(W.share), kind: 'share' },
          { key: 'spend', title: say(W.spend), kind: 'money' },
        ],
        rows: bands.map(({ customers, spend }, i) => {
          const isTold = hidden[i] !== true
          return {
            band: `${i * 10}–${i * 10 + 10} %`,
            customers: isTold ? customers : null,
            share: isTold ? customers / n : null,
            spend: isTold ? spend : null,
          }
        }),
      },
    ],
    charts: [{ kind: 'bars', title: say(W.bands), table: 'bands', x: 'band', y: ['customers'] }],
    method,
  }
}

function findings(found: DiscountFound, prior: BetaPrior): readonly Finding[] {
  const { key, n, rows, high, low, currency } = found
  const sum = (those: typeof rows, of: 'customers' | 'spend'): number =>
    those.reduce((total, row) => total + row[of], 0)
  const hunters = rows.filter((row) => row.affinity > high)
  const full = rows.filter((row) => row.affinity < low)
  const base = say(W.base, { share: asShare(prior.alpha / (prior.alpha + prior.beta)) })
  const out: Finding[] = [{ code: 'discount/base', tone: 'neutral', text: base }]
  const waiting = sum(hunters, 'customers')
  if (waiting >= LEAST) {
    const spend = sum(hunters, 'spend')
    const text = say(W.hunters, {
      n: asCount(waiting),
      share: asShare(waiting / n),
      high: asShare(high),
      money: { kind: 'money', value: spend, currency },
      days: { kind: 'days', value: found.days },
    })
    const definition = `score(${key}.affinity) > ${high}`
    out.push({ code: 'discount/hunters', tone: 'neutral', text, definition, money: spend })
  }
  const paying = sum(full, 'customers')
  if (paying >= LEAST) {
    const text = say(W.full, { n: asCount(paying), share: asShare(paying / n) })
    out.push({
      code: 'discount/full-price',
      tone: 'good',
      text,
      definition: `score(${key}.affinity) < ${low}`,
    })
  }
  if (prior.status !== 'ok') out.push({ code: 'discount/weak', tone: 'caution', text: say(W.weak) })
  return out
}
