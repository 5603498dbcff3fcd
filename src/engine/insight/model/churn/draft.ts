/** What churn by own rhythm says of the base. */
import {
  asCount,
  asDays,
  asShare,
  hiddenCounts,
  say,
  type Finding,
  type ReportDraft,
} from '../../../../core/insight/index.ts'
import type { RhythmModel } from '../../../../core/models/index.ts'
import { W } from './words.ts'

/** Customers by how far they are against their limit: below half, below it, to half above, to three times, beyond. */
export interface ChurnRow {
  readonly band: number
  readonly customers: number
  readonly late: number
  /** Past their limit by up to half of it. */
  readonly soon: number
  readonly days: number
  readonly spend: number
  readonly late_spend: number
}

/** What there is to tell. */
export interface ChurnFound {
  readonly key: string
  readonly fit: RhythmModel
  readonly limit: number
  readonly n: number
  readonly rows: readonly ChurnRow[]
  readonly currency: string
}

const LEAST = 11
const BANDS = ['0 – 0.5', '0.5 – 1', '1 – 1.5', '1.5 – 3', '3+'] as const

/** The report of a run. */
export function churnDraft(found: ChurnFound): ReportDraft {
  const { fit, rows, n } = found
  // All bands add up to all customers: one hidden alone would be told by the others.
  const hidden = hiddenCounts(
    rows.map(({ customers }) => customers),
    'known',
  )
  return {
    findings: findings(found),
    tables:
      rows.length === 0
        ? []
        : [
            {
              name: 'bands',
              title: say(W.bands),
              columns: [
                { key: 'band', title: say(W.band), kind: 'text' },
                { key: 'customers', title: say(W.customers), kind: 'count' },
                { key: 'share', title: say(W.share), kind: 'share' },
                { key: 'days', title: say(W.days), kind: 'days' },
                { key: 'spend', title: say(W.spend), kind: 'money' },
              ],
              rows: rows.map((row, i) => {
                const isTold = hidden[i] !== true
                return {
                  band: BANDS[row.band] ?? '',
                  customers: isTold ? row.customers : null,
                  share: isTold ? row.customers / n : null,
                  days: isTold ? row.days : null,
                  spend: isTold ? row.spend : null,
                }
              }),
            },
          ],
    charts:
      rows.length === 0
        ? []
        : [{ kind: 'bars', title: say(W.bands), table: 'bands', x: 'band', y: ['customers'] }],
    method: [say(W.method, { share: asShare(fit.share), rest: asShare(1 - fit.share) })],
  }
}

function findings({ key, fit, limit, n, rows, currency }: ChurnFound): readonly Finding[] {
  const { value, low, high } = fit.cohort
  if (value === undefined) {
    const [code, words] =
      n === 0 ? (['churn/none', W.none] as const) : (['churn/single', W.single] as const)
    return [{ code, tone: 'caution', text: say(words) }]
  }
  const late = rows.reduce((sum, row) => sum + row.late, 0)
  const spend = rows.reduce((sum, row) => sum + row.late_spend, 0)
  const out: Finding[] = []
  if (late >= LEAST) {
    const money = { kind: 'money', value: spend, currency } as const
    const holes = { n: asCount(late), all: asCount(n), share: asShare(late / n), money }
    const definition = `score(${key}.at_risk) = 1`
    out.push({
      code: 'churn/late',
      tone: 'bad',
      text: say(W.late, holes),
      definition,
      money: spend,
    })
  }
  const soon = rows.reduce((sum, row) => sum + row.soon, 0)
  if (soon >= LEAST && limit <= 1) {
    const ratio = `score(${key}.overdue_ratio)`
    const definition = `${ratio} > 1 and ${ratio} <= 1.5`
    out.push({
      code: 'churn/soon',
      tone: 'neutral',
      text: say(W.soon, { n: asCount(soon) }),
      definition,
    })
  }
  const holes = {
    days: asDays(value),
    low: asDays(low ?? value),
    high: asDays(high ?? value),
    share: asShare(fit.share),
  }
  out.push({ code: 'churn/usual', tone: 'neutral', text: say(W.usual, holes) })
  if (!Number.isFinite(fit.prior))
    out.push({ code: 'churn/alike', tone: 'caution', text: say(W.alike) })
  if (fit.status === 'weak') out.push({ code: 'churn/few', tone: 'caution', text: say(W.few) })
  return out
}
