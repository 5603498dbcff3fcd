/** What a propensity says: how well it foretells, what is expected, what is doubtful, whom it favours. */
import type { Instant } from '../../../../core/base/index.ts'
import {
  say,
  textOf,
  verbatim,
  type Figure,
  type Finding,
  type ReportDraft,
  type ReportTable,
} from '../../../../core/insight/index.ts'
import type { Propensity } from '../../../../core/models/index.ts'
import { auditFindings, auditTable, type Audit } from '../learned/audit.ts'
import type { FeatureSet } from '../learned/features.ts'
import { leakFindings, learnedCharts, learnedTables, withheldFinding } from '../learned/tables.ts'
import { proxyFindings, type Proxy } from '../learned/proxies.ts'
import { W as LEARNED } from '../learned/words.ts'
import { joined } from '../measures/worded.ts'
import { W } from './words.ts'

/** An instant and what came after it. */
export interface PartShown {
  readonly at: Instant
  readonly n: number
  readonly hits: number
  readonly role: 'teach' | 'tune' | 'judge' | 'all'
}

/** All that is shown. */
export interface PropensityShown {
  readonly key: string
  readonly trained: Propensity
  readonly set: FeatureSet
  readonly parts: readonly PartShown[]
  readonly horizon: number
  readonly outcome: string
  readonly among: string
  readonly timeZone: string
  /** The outcome counts what lay before the start. */
  readonly isOver: boolean
  readonly tenths: { readonly n: number; readonly sum: number; readonly top: number } | undefined
  readonly audit: Audit | undefined
  readonly proxies: readonly Proxy[]
  /** Features of which nobody said when they became known. */
  readonly undated: readonly string[]
}

/** Rates that differ by more than this part of the earlier one have drifted. */
const DRIFT = 0.25

/** Findings first, then the tables behind them. */
export function propensityDraft(shown: PropensityShown): ReportDraft {
  const { trained, set, audit, outcome, among, horizon } = shown
  const days: Figure = { kind: 'days', value: horizon }
  const { difference } = trained.choice
  const holes = {
    difference: number(difference.value, 4),
    low: number(difference.low, 4),
    high: number(difference.high, 4),
  }
  const isLearned = trained.status !== 'none' && trained.status !== 'not-identified'
  return {
    findings: [
      ...verdict(shown),
      ...(shown.isOver
        ? [{ code: 'propensity/looks-back', tone: 'caution' as const, text: say(W.over, { days }) }]
        : []),
      ...leakFindings(trained, set.labelOf),
      ...undatedFinding(shown),
      ...doubts(shown),
      ...(audit === undefined ? [] : auditFindings(audit)),
      ...proxyFindings(shown.proxies),
      ...(audit === undefined
        ? []
        : withheldFinding(set.withheld.map(({ label }) => textOf(label)))),
    ],
    tables: [
      ...(isLearned ? learnedTables(trained, set.labelOf) : []),
      partTable(shown),
      ...(audit === undefined || audit.rows.length + audit.unmeasured.length === 0
        ? []
        : [auditTable(audit)]),
    ],
    charts: isLearned ? learnedCharts(trained) : [],
    method: [
      say(W.method, { outcome, days, among }),
      ...(isLearned ? [say(W.chosen, holes)] : []),
      say(W.noEffect),
    ],
  }
}

function number(value: number | undefined, digits: number = 2): Figure | string {
  return value === undefined ? '–' : { kind: 'number', value, digits }
}

function share(value: number): Figure {
  return { kind: 'share', value }
}

function count(value: number): Figure {
  return { kind: 'count', value }
}

function verdict({ key, trained, parts, tenths, horizon }: PropensityShown): readonly Finding[] {
  const { quality, status } = trained
  const n = parts.reduce((sum, part) => sum + part.n, 0)
  const hits = parts.reduce((sum, part) => sum + part.hits, 0)
  if (status === 'none' || status === 'not-identified') {
    const text = say(W.oneSided, { hits: count(hits), n: count(n) })
    return [{ code: 'propensity/one-sided', tone: 'caution', text }]
  }
  const auc = {
    auc: number(quality.auc.value),
    low: number(quality.auc.low),
    high: number(quality.auc.high),
  }
  if (tenths === undefined) {
    return [{ code: 'propensity/useless', tone: 'caution', text: say(W.useless, auc) }]
  }
  const [best] = quality.deciles
  const good = {
    ...auc,
    lift: number(best?.lift, 1),
    captured: { kind: 'share', value: best?.captured ?? 0 } as const,
    n: count(quality.n),
  }
  const ahead = {
    days: { kind: 'days', value: horizon } as const,
    expected: count(tenths.sum),
    n: count(tenths.n),
    top: count(tenths.top),
  }
  const isAnybody = tenths.n > 0
  return [
    {
      code: 'propensity/ranks',
      tone: 'good',
      text: say(W.good, good),
      ...(isAnybody ? { definition: `score(${key}.decile) = 1` } : {}),
    },
    isAnybody
      ? {
          code: 'propensity/ahead',
          tone: 'neutral',
          text: say(W.ahead, ahead),
          definition: `score(${key}.probability) >= 0.5`,
        }
      : { code: 'propensity/nobody-now', tone: 'caution', text: say(W.nobodyNow) },
  ]
}

function doubts({ trained: { rates, status }, parts }: PropensityShown): readonly Finding[] {
  if (status === 'none' || status === 'not-identified') return []
  const out: Finding[] = []
  const { train = 0, test = 0 } = rates
  if (parts.length > 1 && Math.abs(test - train) > DRIFT * train) {
    const text = say(W.chance, { before: share(train), after: share(test) })
    out.push({ code: 'propensity/drift', tone: 'caution', text })
  }
  if (parts.length === 1)
    out.push({ code: 'propensity/single', tone: 'caution', text: say(W.single) })
  return out
}

const MOST_NAMED = 6

function undatedFinding({ set, undated, trained }: PropensityShown): readonly Finding[] {
  const isLearned = trained.status !== 'none' && trained.status !== 'not-identified'
  if (!isLearned || undated.length === 0) return []
  // Those that the model listens to most come first: theirs is the damage.
  const weight = new Map(trained.importance.map(({ feature, share: part }) => [feature, part]))
  const order = undated.toSorted((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0))
  const names = order.slice(0, MOST_NAMED).map((name) => set.labelOf(name))
  const rest = order.length - names.length
  const all = rest === 0 ? names : [...names, verbatim(`+ ${rest}`)]
  const text = say(W.undated, { names: joined(all, ', ') })
  return [{ code: 'propensity/undated', tone: 'caution', text }]
}

function partTable({ parts, timeZone }: PropensityShown): ReportTable {
  return {
    name: 'instants',
    title: say(W.parts),
    columns: [
      { key: 'at', title: say(W.at), kind: 'text' },
      { key: 'role', title: say(W.role), kind: 'text' },
      { key: 'rows', title: say(LEARNED.rows), kind: 'count' },
      { key: 'hits', title: say(LEARNED.hits), kind: 'count' },
      { key: 'rate', title: say(W.rate), kind: 'share' },
    ],
    rows: parts.map(({ at, n, hits, role }) => ({
      at: say(DATE, { at: { kind: 'date', value: at, timeZone } }),
      role: say(W[role]),
      rows: n,
      hits,
      rate: n > 0 ? hits / n : null,
    })),
  }
}

const DATE = ['{at}', '{at}', '{at}', '{at}'] as const
