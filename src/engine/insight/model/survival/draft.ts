/** What the time to the next purchase says of the base. */
import {
  asShare,
  say,
  type Finding,
  type ReportDraft,
  type ReportTable,
} from '../../../../core/insight/index.ts'
import { survivalAt, survivalQuantile, type SurvivalCurve } from '../../../../core/models/index.ts'
import { STEPS } from './steps.ts'
import { W } from './words.ts'

/** What there is to tell. */
export interface SurvivalFound {
  readonly key: string
  /** By steps. */
  /** Each customer weighs one in a curve. */
  readonly curves: readonly SurvivalCurve[]
  /** Gaps behind each curve. */
  readonly gaps: readonly number[]
  readonly horizons: readonly number[]
  readonly n: number
}

const LEAST = 11
/** Points of a drawn curve. */
const DRAWN = 40

/** The report of a run. */
export function survivalDraft(found: SurvivalFound): ReportDraft {
  const { curves, n } = found
  const isTold = n > 0 && curves.some((curve) => curve.eventCount > 0)
  return {
    findings: isTold ? findings(found) : [nothing(n)],
    tables: isTold ? [stepTable(found), curveTable(curves)] : [],
    charts: isTold
      ? [
          {
            kind: 'lines',
            title: say(W.curve),
            table: 'curves',
            x: 'day',
            y: ['left'],
            series: 'bought',
          },
        ]
      : [],
    method: [say(W.method)],
  }
}

function nothing(n: number): Finding {
  return n === 0
    ? { code: 'survival/none', tone: 'caution', text: say(W.none) }
    : { code: 'survival/single', tone: 'caution', text: say(W.single) }
}

function findings({ key, curves, horizons }: SurvivalFound): readonly Finding[] {
  const days = horizons.at(-1) ?? 90
  const out: Finding[] = []
  for (const g of [0, 1, STEPS.length - 1]) {
    const curve = curves[g]
    const left = curve === undefined ? undefined : survivalAt(curve, days)
    if (curve === undefined || left?.value === undefined || curve.n < LEAST) continue
    const holes = {
      steps: stepName(g),
      share: asShare(1 - left.value),
      low: asShare(1 - (left.high ?? left.value)),
      high: asShare(1 - (left.low ?? left.value)),
      days: { kind: 'days', value: days } as const,
    }
    const [code, words] =
      g === 0 ? (['survival/first', W.first] as const) : (['survival/later', W.later] as const)
    out.push({ code, tone: 'neutral', text: say(words, holes) })
  }
  const text = say(W.unlikely, { days: { kind: 'days', value: days } })
  const definition = `score(${key}.within_${days}) < 0.1`
  out.push({ code: 'survival/unlikely', tone: 'bad', text, definition })
  if (curves.some((curve) => curve.status !== 'ok')) {
    out.push({ code: 'survival/few', tone: 'caution', text: say(W.few) })
  }
  return out
}

function stepName(g: number): string {
  const from = STEPS[g] ?? 0
  const next = STEPS[g + 1]
  if (next === undefined) return `${from}+`
  return next - 1 === from ? String(from) : `${from}–${next - 1}`
}

function stepTable({ curves, gaps, horizons }: SurvivalFound): ReportTable {
  return {
    name: 'steps',
    title: say(W.steps),
    columns: [
      { key: 'bought', title: say(W.bought), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'gaps', title: say(W.gaps), kind: 'count' },
      { key: 'median', title: say(W.median), kind: 'days', low: 'medianLow', high: 'medianHigh' },
      { key: 'medianLow', title: say(W.low), kind: 'days', hidden: true },
      { key: 'medianHigh', title: say(W.high), kind: 'days', hidden: true },
      ...horizons.flatMap((days) => [
        {
          key: `w${days}`,
          title: say(W.within, { days: { kind: 'days', value: days } }),
          kind: 'share' as const,
          low: `l${days}`,
          high: `h${days}`,
        },
        { key: `l${days}`, title: say(W.low), kind: 'share' as const, hidden: true as const },
        { key: `h${days}`, title: say(W.high), kind: 'share' as const, hidden: true as const },
      ]),
    ],
    rows: curves.map((curve, g) => {
      const median = survivalQuantile(curve, 0.5)
      const isTold = curve.n >= LEAST
      const cells = horizons.flatMap((days) => {
        const left = survivalAt(curve, days)
        return [
          [`w${days}`, turned(left.value, isTold)],
          [`l${days}`, turned(left.high, isTold)],
          [`h${days}`, turned(left.low, isTold)],
        ]
      })
      return {
        bought: stepName(g),
        customers: isTold ? Math.round(curve.n) : null,
        gaps: isTold ? (gaps[g] ?? null) : null,
        median: isTold ? (median.value ?? null) : null,
        medianLow: isTold ? (median.low ?? null) : null,
        medianHigh: isTold ? (median.high ?? null) : null,
        ...Object.fromEntries(cells),
      }
    }),
  }
}

function curveTable(curves: readonly SurvivalCurve[]): ReportTable {
  const longest = Math.max(...curves.map((curve) => curve.time.at(-1) ?? 0))
  const step = Math.max(1, Math.ceil(Math.min(longest, 730) / DRAWN))
  const rows = curves.flatMap((curve, g) =>
    curve.n < LEAST
      ? []
      : Array.from({ length: DRAWN + 1 }, (_, i) => i * step).flatMap((day) => {
          const left = survivalAt(curve, day)
          if (left.value === undefined) return []
          return [
            {
              bought: stepName(g),
              day,
              left: left.value,
              low: left.low ?? null,
              high: left.high ?? null,
            },
          ]
        }),
  )
  return {
    name: 'curves',
    title: say(W.curve),
    columns: [
      { key: 'bought', title: say(W.bought), kind: 'text' },
      { key: 'day', title: say(W.day), kind: 'number' },
      { key: 'left', title: say(W.curve), kind: 'share', low: 'low', high: 'high' },
      { key: 'low', title: say(W.low), kind: 'share', hidden: true },
      { key: 'high', title: say(W.high), kind: 'share', hidden: true },
    ],
    rows,
  }
}

function turned(left: number | undefined, isTold: boolean): number | null {
  return left === undefined || !isTold ? null : 1 - left
}
