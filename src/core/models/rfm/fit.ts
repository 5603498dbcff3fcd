/** RFM: recency, frequency and monetary scores of a base, as cut points. */
import type { Compressed, EstimateStatus } from '../../stats/index.ts'
import { cutScores, type CutWarning, type ScoreCuts, type ScoreMethod } from './cuts.ts'

/** Distinct values of the three measures with their counts, over the same customers. */
export interface RfmData {
  /** Time since the last purchase: less scores higher. */
  readonly recency: Compressed
  readonly frequency: Compressed
  readonly monetary: Compressed
}

/** Methods and bins, for all measures or each. */
export interface RfmOptions {
  readonly bins?: number
  readonly method?: ScoreMethod
  readonly recency?: { readonly bins?: number; readonly method?: ScoreMethod }
  readonly frequency?: { readonly bins?: number; readonly method?: ScoreMethod }
  readonly monetary?: { readonly bins?: number; readonly method?: ScoreMethod }
}

/** A warning and the measure it concerns. */
export interface RfmWarning {
  readonly measure: 'recency' | 'frequency' | 'monetary'
  readonly code: CutWarning
  /** Scores that somebody has, of those asked for. */
  readonly used: number
  readonly bins: number
}

/** Cut points and what to know about them. */
export interface RfmFit {
  readonly recency: ScoreCuts
  readonly frequency: ScoreCuts
  readonly monetary: ScoreCuts
  readonly n: number
  /** `weak` where bins collapsed, are uneven or presume what the values are not; `not-identified` where nobody differs. */
  readonly status: EstimateStatus
  readonly warnings: readonly RfmWarning[]
}

const MEASURES = ['recency', 'frequency', 'monetary'] as const

/** Cuts the three measures; by rank with ties together and five bins unless told otherwise. */
export function fitRfm(data: RfmData, options: RfmOptions = {}): RfmFit {
  const of = (measure: (typeof MEASURES)[number]): ScoreCuts => {
    const own = options[measure]
    return cutScores(data[measure], {
      method: own?.method ?? options.method ?? { kind: 'rank' },
      bins: own?.bins ?? options.bins ?? 5,
      isReversed: measure === 'recency',
    })
  }
  const cuts = { recency: of('recency'), frequency: of('frequency'), monetary: of('monetary') }
  const warnings = MEASURES.flatMap((measure) =>
    cuts[measure].warnings.map((code) => ({
      measure,
      code,
      used: cuts[measure].counts.filter((c) => c > 0).length,
      bins: cuts[measure].bins,
    })),
  )
  const { n } = cuts.recency
  return { ...cuts, n, status: statusOf(n, warnings), warnings }
}

function statusOf(n: number, warnings: readonly RfmWarning[]): EstimateStatus {
  if (n === 0) return 'none'
  if (warnings.filter((w) => w.code === 'one-value').length === MEASURES.length) {
    return 'not-identified'
  }
  return warnings.length > 0 ? 'weak' : 'ok'
}
