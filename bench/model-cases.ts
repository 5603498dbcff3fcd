/** What each fit and each score costs in processor time, next to the peers. */
import {
  chooseK,
  chooseLifetime,
  compressLifetime,
  fitLifetime,
  fitSpend,
  kMeans,
  lifetimeValue,
  scoreLifetime,
  type LifetimeFit,
  type LifetimeKind,
  type LifetimeRows,
  type Points,
} from '../src/core/models/index.ts'
import { retailCloud, simulatedCloud, type Base } from './model-data.ts'
import {
  besidePeer,
  measured,
  pair,
  round,
  times,
  timesOf,
  type ModelFigure,
  type ModelOptions,
} from './model-figure.ts'
import { lifetimesSeconds } from './peers.ts'

function besideLifetimes(
  of: Parameters<typeof lifetimesSeconds>[0],
  n: number,
): {
  readonly seconds: number
  readonly text: string
} {
  const { seconds, isMeasured } = lifetimesSeconds(of, n)
  return { seconds, text: `lifetimes ${isMeasured ? '' : '~'}${round(seconds)}` }
}

const PAPER = 'NumPy and SciPy'
const HORIZON = 39
const LEAST = 5

/** The fits of one base, and the choice between them. */
export function benchFits(base: Base, options: ModelOptions): void {
  const n = base.mean.length
  const shared = { data: base.name, rows: n }
  for (const kind of ['nbd', 'bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const) {
    options.say({ ...shared, ...fitFigure(base, kind, options) })
  }
  const choice = measured(n > 100_000 ? 1 : options.runs, () =>
    chooseLifetime(compressLifetime(base.histories).rows),
  )
  const best = choice.result.chosen?.model.kind ?? 'none'
  options.say({ ...shared, what: 'choice of four', ...timesOf(choice), figure: best })
}

/** The same, and spend, value and scores. */
export function benchLifetime(base: Base, options: ModelOptions): void {
  benchFits(base, options)
  const n = base.mean.length
  const shared = { data: base.name, rows: n }
  const { rows, width, meanSpend } = mergedAsStored(base)
  const asStored = { ...shared, distinct: rows.x.length, figure: `merged by ${width} days` }
  const chosen = measured(options.runs, () => chooseLifetime(rows))
  options.say({ ...asStored, what: 'choice of four, as the product merges', ...timesOf(chosen) })
  for (const kind of ['bg-nbd', 'pareto-nbd'] as const) {
    options.say({ ...shared, ...scoreFigure(base, fitLifetime(rows, kind), options) })
  }
  const weight = new Float64Array(n).fill(1)
  const spent = { x: base.histories.x, mean: base.mean, weight }
  const spend = measured(options.runs, () => fitSpend(spent))
  const peer = options.peers.ask('lifetime.py', { x: spent.x, mean: base.mean }, ['spend', '1'])
  options.say({
    ...shared,
    what: 'Gamma-Gamma fit',
    ...timesOf(spend),
    ...besidePeer(PAPER, spend.s, peer),
    published: besideLifetimes('spend', n).text,
    figure: pair(spend.result.logLikelihood, peer?.figure),
  })
  const fit = fitLifetime(rows, 'pareto-nbd')
  if (fit === undefined) return
  const draws = Math.min(100, Math.max(20, Math.round(1_000_000 / rows.x.length)))
  const clv = measured(n > 100_000 ? 1 : options.runs, () =>
    lifetimeValue(
      fit,
      spend.result,
      { ...rows, meanSpend },
      { horizon: 52, discount: 0.002, margin: 0.3, draws },
    ),
  )
  options.say({ ...asStored, what: `CLV with intervals, ${draws} draws`, ...timesOf(clv) })
}

function fitFigure(
  base: Base,
  kind: LifetimeKind,
  { runs, peers, peerRows }: ModelOptions,
): Omit<ModelFigure, 'data' | 'rows'> {
  const n = base.mean.length
  const fit = measured(runs, () => {
    const { rows } = compressLifetime(base.histories)
    return { distinct: rows.x.length, fit: fitLifetime(rows, kind) }
  })
  const { distinct } = fit.result
  const ours = fit.result.fit?.logLikelihood
  const plain = { what: `${kind} fit, merging included`, distinct, ...timesOf(fit) }
  if (kind !== 'bg-nbd' && kind !== 'pareto-nbd') return { ...plain, figure: pair(ours, undefined) }
  const isAsked = kind === 'bg-nbd' || n <= peerRows
  const answer = isAsked ? peers.ask('lifetime.py', { ...base.histories }, [kind, '1']) : undefined
  const published = besideLifetimes(kind, n)
  return {
    ...plain,
    ...(isAsked ? besidePeer(PAPER, fit.s, answer) : { peer: `${PAPER}: takes minutes` }),
    published: published.text,
    timesFaster: [answer?.seconds, published.seconds]
      .flatMap((v) => (v === undefined ? [] : [times(v, fit.s)]))
      .join(' / '),
    aim: `${LEAST}x lifetimes`,
    isMet: published.seconds >= LEAST * fit.s,
    figure: pair(ours, answer?.figure),
  }
}

/** From histories to P(alive) and purchases to come of every customer: merging, scoring, handing back. */
function scoreFigure(
  base: Base,
  fit: LifetimeFit | undefined,
  { runs, peers }: ModelOptions,
): Omit<ModelFigure, 'data' | 'rows'> {
  if (fit === undefined) throw new Error(`${base.name}: nothing to fit`)
  const { kind, parameters } = fit.model
  const score = measured(runs, () => {
    const { rows, index } = compressLifetime(base.histories)
    const { alive, expected } = scoreLifetime(fit.model, rows, HORIZON)
    const each = { alive: new Float64Array(index.length), expected: new Float64Array(index.length) }
    for (let i = 0; i < index.length; i++) {
      each.alive[i] = alive?.[index[i] as number] ?? 1
      each.expected[i] = expected[index[i] as number] as number
    }
    return each
  })
  const sum = score.result.expected.reduce((a, b) => a + b, 0)
  const aim = base.mean.length === 1_000_000 ? { aim: 'under 2 s', isMet: score.s < 2 } : {}
  const plain = { what: `${kind} scores of all, merging included`, ...timesOf(score), ...aim }
  if (kind !== 'bg-nbd') return { ...plain, figure: pair(sum, undefined) }
  const told = ['forecast', '1', ...parameters.map(String), String(HORIZON)]
  const answer = peers.ask('lifetime.py', { ...base.histories }, told)
  const published = besideLifetimes('forecast', base.mean.length).text
  return {
    ...plain,
    ...besidePeer(PAPER, score.s, answer),
    published,
    figure: pair(sum, answer?.figure),
  }
}

const MOST_ROWS = 60_000

/** Histories as the product merges them where there are very many: by so many days, each group at its mean. */
function mergedAsStored(base: Base): {
  readonly rows: LifetimeRows
  readonly meanSpend: Float64Array
  readonly width: number
} {
  const { x, tx, T } = base.histories
  for (const width of [1, 2, 3, 5, 7, 14, 28]) {
    const whole = (t: number): number => Math.floor(Math.round(t * 7) / width)
    const { rows, index } = compressLifetime({ x, tx: tx.map(whole), T: T.map(whole) })
    if (rows.x.length > MOST_ROWS && width < 28) continue
    const mean = (column: Float64Array): Float64Array => {
      const sums = new Float64Array(rows.x.length)
      for (let i = 0; i < index.length; i++) {
        const at = index[i] as number
        sums[at] = (sums[at] as number) + (column[i] as number) / (rows.weight[at] as number)
      }
      return sums
    }
    return { rows: { ...rows, tx: mean(tx), T: mean(T) }, meanSpend: mean(base.mean), width }
  }
  throw new Error('no width')
}

// Processor times of the same work differ by a tenth from run to run.
const LEVEL = 1.1

/** Clusters: RFM of a shop with many starts, and a million rows. */
export function benchClusters(most: number, options: ModelOptions): void {
  const retail = retailCloud()
  options.say(clusterFigure(retail, { k: 5, starts: 20, published: 'scikit-learn .18' }, options))
  options.say(chooseFigure(retail, options))
  const many = { name: 'simulated', points: simulatedCloud(most, 7) }
  options.say(
    clusterFigure(many, { k: 8, starts: 1, published: 'scikit-learn at 1 M 1.05' }, options),
  )
  options.say(clusterFigure(many, { k: 8, starts: 20 }, options))
  options.say(chooseFigure(many, options))
}

interface Cloud {
  readonly name: string
  readonly points: Points
}

function clusterFigure(
  { name, points }: Cloud,
  {
    k,
    starts,
    published,
  }: { readonly k: number; readonly starts: number; readonly published?: string },
  { runs, peers }: ModelOptions,
): ModelFigure {
  // Both sides try as many seeds as there are runs, and show their best.
  let inertia = Infinity
  const fit = measured(runs, (run) => {
    if (run < runs)
      inertia = Math.min(inertia, kMeans(points, { k, seed: run + 1, starts }).inertia)
    else kMeans(points, { k, seed: run + 1, starts })
  })
  // A minute each, with that many starts on that many rows.
  const peerRuns = starts > 1 && points.rows > 100_000 ? 1 : runs
  const told = [points.columns, k, starts, peerRuns].map(String)
  const answer = peers.ask('kmeans.py', { values: points.values }, told)
  const isMet =
    answer !== undefined && fit.s <= LEVEL * answer.seconds && inertia <= answer.figure * 1.0001
  return {
    what: `k-means, k = ${k}, ${starts} starts`,
    data: name,
    rows: points.rows,
    ...timesOf(fit),
    ...besidePeer('scikit-learn', fit.s, answer),
    ...(published === undefined ? {} : { published }),
    aim: 'level, inertia no worse',
    ...(answer === undefined ? {} : { isMet }),
    figure: pair(inertia, answer?.figure),
  }
}

function chooseFigure({ name, points }: Cloud, { runs }: ModelOptions): ModelFigure {
  const choice = measured(runs, () => chooseK(points, { seed: 1 }))
  const { verdict, k } = choice.result
  const figure = k === undefined ? verdict : `k = ${k}`
  return { what: 'choice of k', data: name, rows: points.rows, ...timesOf(choice), figure }
}
