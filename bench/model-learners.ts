/** What learners of a yes or no cost, next to R and scikit-learn. */
import {
  fitBoosted,
  fitLogistic,
  scoreBoosted,
  scoreLogistic,
  type BoostedModel,
  type Feature,
  type LearningTable,
  type LogisticModel,
} from '../src/core/models/index.ts'
import { bankTable } from './model-data.ts'
import {
  besidePeer,
  measured,
  pair,
  timesOf,
  type ModelFigure,
  type ModelOptions,
} from './model-figure.ts'

const TREES = { maxTrees: 300, maxLeaves: 15, maxDepth: 5, minRows: 20 }

/** Learners of a yes or no, and their scores of so many. */
export function benchLearners(most: number, options: ModelOptions): void {
  const { name, table } = bankTable()
  const { runs, peers, say } = options
  const rows = table.outcome.length
  const logistic = measured(runs, () => fitLogistic(table, { ridge: 0 }))
  const glm = peers.ask('logistic.R', columnsOf(table), [
    String(table.features.length),
    String(runs),
    categoriesOf(table).join(','),
  ])
  say({
    what: `logistic fit, ${table.features.length} features`,
    data: name,
    rows,
    ...timesOf(logistic),
    ...besidePeer('R glm', logistic.s, glm),
    published: 'R .20',
    figure: pair(logistic.result.logLoss, glm?.figure),
  })
  // How long the call took is known only after it: left out, as any use of the data should.
  const known = { ...table, features: table.features.filter((f) => f.name !== 'duration') }
  const every = Uint32Array.from({ length: rows }, (_, i) => i)
  const train = rowsAt(
    known,
    every.filter((i) => i % 2 === 0),
  )
  const rest = rowsAt(
    known,
    every.filter((i) => i % 2 === 1),
  )
  const boost = measured(runs, () => fitBoosted(train, rest, { ...TREES, seed: 1, patience: 301 }))
  const { maxTrees, maxLeaves, maxDepth, minRows } = TREES
  const both = joined(train, rest)
  const sizes = [
    known.features.length,
    train.outcome.length,
    maxTrees,
    maxLeaves,
    maxDepth,
    minRows,
    runs,
  ]
  const told = [...sizes.map(String), categoriesOf(known).join(',')]
  const trees = peers.ask('boost.py', columnsOf(both), told)
  say({
    what: `boosted trees, ${maxTrees}, validation included`,
    data: name,
    rows: train.outcome.length,
    ...timesOf(boost),
    ...besidePeer('scikit-learn', boost.s, trees),
    published: 'ydf 1.8',
    figure: pair(boost.result.validationLoss.at(-1), trees?.figure),
  })
  const all = rowsAt(
    known,
    Uint32Array.from({ length: most }, (_, i) => i % rows),
  ).features
  benchScores({ name, all, most, line: logistic.result, boosted: boost.result }, options)
}

function benchScores(
  of: {
    readonly name: string
    readonly all: readonly Feature[]
    readonly most: number
    readonly line: LogisticModel
    readonly boosted: BoostedModel
  },
  { runs, say }: ModelOptions,
): void {
  const { name, all, most, line, boosted } = of
  const linear = measured(runs, () => scoreLogistic(line, all))
  const grown = measured(runs, () => scoreBoosted(boosted, all))
  const aimed = (s: number): Partial<ModelFigure> =>
    most === 1_000_000 ? { aim: 'under 2 s', isMet: s < 2 } : {}
  const shared = { data: `${name}, repeated`, rows: most }
  say({ ...shared, what: 'logistic scores of all', ...timesOf(linear), ...aimed(linear.s) })
  const kept = boosted.trees.length
  say({
    ...shared,
    what: `boosted scores of all, ${kept} trees`,
    ...timesOf(grown),
    ...aimed(grown.s),
  })
}

function rowsAt({ features, outcome }: LearningTable, rows: Uint32Array): LearningTable {
  return {
    features: features.map((feature): Feature =>
      feature.kind === 'number'
        ? { ...feature, values: Float64Array.from(rows, (i) => feature.values[i] as number) }
        : { ...feature, codes: Uint8Array.from(rows, (i) => feature.codes[i] as number) },
    ),
    outcome: Uint8Array.from(rows, (i) => outcome[i] as number),
  }
}

function joined(one: LearningTable, other: LearningTable): LearningTable {
  const features = one.features.map((feature, f): Feature => {
    const next = other.features[f]
    if (feature.kind === 'number' && next?.kind === 'number') {
      return { ...feature, values: Float64Array.from([...feature.values, ...next.values]) }
    }
    if (feature.kind === 'category' && next?.kind === 'category') {
      return { ...feature, codes: Uint8Array.from([...feature.codes, ...next.codes]) }
    }
    throw new Error('tables differ')
  })
  return { features, outcome: Uint8Array.from([...one.outcome, ...other.outcome]) }
}

/** One column after the other, levels as numbers; and the outcome. */
function columnsOf({ features, outcome }: LearningTable): Readonly<Record<string, Float64Array>> {
  const rows = outcome.length
  const values = new Float64Array(rows * features.length)
  for (const [f, feature] of features.entries()) {
    values.set(feature.kind === 'number' ? feature.values : feature.codes, f * rows)
  }
  return { features: values, outcome: Float64Array.from(outcome) }
}

function categoriesOf({ features }: LearningTable): readonly number[] {
  return features.flatMap(({ kind }, f) => (kind === 'category' ? [f] : []))
}
