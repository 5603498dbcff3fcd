/** Features that know the answer: what a model may not see, named before it is trained. */
import { separation, type Estimate } from '../../stats/index.ts'
import { binFeatures, binRows } from './bins.ts'
import type { LearningTable } from './table.ts'

/** How well one feature alone tells the outcomes apart. */
export interface Strength {
  readonly feature: string
  /** .5 = not at all, 1 = perfectly; any shape of dependence, judged on rows that did not order the bins. */
  readonly auc: Estimate
}

/** `near-perfect`: alone it all but decides; `dominant`: alone it says far more than any other feature. */
export type LeakReason = 'near-perfect' | 'dominant'

/** A feature to ask about: was it known before the outcome? */
export interface Suspect extends Strength {
  readonly reason: LeakReason
}

/** All features by strength, and those under suspicion. */
export interface LeakReport {
  readonly suspects: readonly Suspect[]
  readonly strengths: readonly Strength[]
}

/** No honest single trait of a customer foretells behaviour this well. */
const NEAR_PERFECT = 0.95
/**
 * Honest features come in company: one that stands alone at 2 AUC - 1 >= .5 and half as high again as the next is odd.
 */
const STRONG = 0.5
const AHEAD = 1.5
/** Of a feature of which nobody knows when it became known, while it is known of others, less is enough. */
const DOUBTED = 0.4
const BINS = 32

/**
 * Checks each feature alone. Bins are ordered by the outcome rate of the even rows and judged on the odd ones, so that
 * many levels do not look strong by chance. The call duration of the bank marketing data is the textbook case: it is
 * known only once the call, and so the answer, is over. The check cannot prove a leak, nor see one spread over
 * features; it names what a person must confirm. `doubted` are features of which it is not known since when they were
 * known: the strongest of all need not stand alone then. Cost: linear in rows and features.
 */
export function findLeaks(
  table: LearningTable,
  level: number = 0.95,
  doubted: ReadonlySet<string> = new Set(),
): LeakReport {
  const layout = binFeatures(table.features, BINS)
  const { bins, rows } = binRows(layout, table.features)
  const width = layout.length
  const strengths = layout.map((feature, f): Strength => {
    const hits = [new Float64Array(feature.bins), new Float64Array(feature.bins)]
    const misses = [new Float64Array(feature.bins), new Float64Array(feature.bins)]
    for (let i = 0; i < rows; i++) {
      const into = (table.outcome[i] === 1 ? hits : misses)[i % 2]
      const bin = bins[i * width + f] as number
      const weight = table.weights === undefined ? 1 : (table.weights[i] as number)
      if (into !== undefined) into[bin] = (into[bin] as number) + weight
    }
    return { feature: feature.name, auc: judged(hits, misses, level) }
  })
  strengths.sort((a, b) => gini(b) - gini(a))
  const next = gini(strengths[1])
  const suspects = strengths.flatMap((one, k): Suspect[] => {
    if ((one.auc.value ?? 0) >= NEAR_PERFECT) return [{ ...one, reason: 'near-perfect' }]
    const alone =
      k === 0 &&
      (doubted.has(one.feature)
        ? gini(one) >= DOUBTED
        : gini(one) >= STRONG && gini(one) > AHEAD * Math.max(0, next))
    return alone && strengths.length > 2 ? [{ ...one, reason: 'dominant' }] : []
  })
  return { suspects, strengths }
}

function gini(one: Strength | undefined): number {
  return 2 * (one?.auc.value ?? 0.5) - 1
}

function judged(
  hits: readonly Float64Array[],
  misses: readonly Float64Array[],
  level: number,
): Estimate {
  const [h = new Float64Array(0), judgedHits = new Float64Array(0)] = hits
  const [m = new Float64Array(0), judgedMisses = new Float64Array(0)] = misses
  const all = h.reduce((a, b) => a + b, 0)
  const rate = all / Math.max(1, all + m.reduce((a, b) => a + b, 0))
  // Two rows' worth of the base rate keep thin bins in the middle.
  const order = Array.from(h.keys(), (bin) => {
    const own = h[bin] as number
    return { bin, rate: (own + 2 * rate) / (own + (m[bin] as number) + 2) }
  }).sort((a, b) => a.rate - b.rate)
  return separation(
    {
      of: Float64Array.from(order, ({ bin }) => judgedHits[bin] as number),
      against: Float64Array.from(order, ({ bin }) => judgedMisses[bin] as number),
    },
    level,
  )
}
