/** Clusters as readable definitions: for each, the boxes of a shallow tree, with how faithful they are. */
import { createRandom, normalQuantile, proportion, type Estimate } from '../../../stats/index.ts'
import { narrowed, simplified, type Box } from './box.ts'
import { growRuleTree, type RuleMeasure, type RuleNode, type TreeOptions } from './rule-tree.ts'
import { sampleRows } from '../sampling.ts'

/** A cluster's definition: a customer is in it who is in one of the boxes. */
export interface ClusterRule {
  readonly label: number
  /** Empty where the tree has no leaf for the cluster: it has no short definition. */
  readonly boxes: readonly Box[]
  /** Of those the rule takes in, the share that are of the cluster. */
  readonly precision: Estimate
  /** Of the cluster, the share that the rule takes in. */
  readonly recall: Estimate
  /** Agreement beyond chance. */
  readonly kappa: Estimate
}

/** The rules of all clusters: they overlap nowhere. */
export interface ClusterRules {
  readonly tree: RuleNode
  readonly rules: readonly ClusterRule[]
  /** Over all clusters together: share of rows told right, and its agreement beyond chance. */
  readonly accuracy: Estimate
  readonly kappa: Estimate
  /** Rows that meet no rule for want of a value. */
  readonly unplaced: number
  readonly n: number
}

const LEVEL = 0.95
/** Landis, Koch 1977: above .6 "substantial" agreement; a definition below it describes another group. */
const FAITHFUL = 0.6

/**
 * Definitions for labels 0..k-1 from measures in their own units. The tree grows on at most `sample` rows (default 10,000,
 * drawn by `seed`); the fidelity is counted over all rows. Precision and recall with Wilson's intervals; kappa (Cohen
 * 1960) with the large-sample error of Fleiss, Cohen, Everitt 1969 in its simple form. `weak` below kappa .6.
 */
export function clusterRules(
  measures: readonly RuleMeasure[],
  labels: Int32Array,
  options: { readonly k: number; readonly seed: number; readonly sample?: number } & TreeOptions,
): ClusterRules {
  const { k } = options
  const rows = sampleRows(labels.length, options.sample ?? 10_000, createRandom(options.seed))
  const tree = growRuleTree(
    measures.map(({ name, values }) => ({
      name,
      values: Float64Array.from(rows, (i) => values[i] as number),
    })),
    Int32Array.from(rows, (i) => labels[i] as number),
    options,
  )
  const boxes = boxesOf(tree, measures)
  const placed = placeRows(boxes, measures, labels.length)
  // One column more than clusters, for rows that no rule takes.
  const table = new Float64Array(k * (k + 1))
  let n = 0
  let unplaced = 0
  for (let i = 0; i < labels.length; i++) {
    const truth = labels[i] as number
    if (truth < 0) continue
    const place = placed[i] as number
    const cell = truth * (k + 1) + (place < 0 ? k : place)
    table[cell] = (table[cell] as number) + 1
    n++
    if (place < 0) unplaced++
  }
  const rules = Array.from({ length: k }, (_, label) => {
    const fidelity = fidelityOf(table, k, label, n)
    return { label, boxes: boxes.get(label) ?? [], ...fidelity }
  })
  let right = 0
  let chance = 0
  for (let c = 0; c < k; c++) {
    right += table[c * (k + 1) + c] as number
    const { truth, told } = marginsOf(table, k, c)
    chance += n > 0 ? (truth / n) * (told / n) : 0
  }
  const accuracy = proportion({ hits: right, n })
  return { tree, rules, accuracy, kappa: kappaOf(right / n, chance, n), unplaced, n }
}

/** The cluster whose boxes each row is in, -1 where it is in none for want of a value. */
export function placeRows(
  boxes: ReadonlyMap<number, readonly Box[]>,
  measures: readonly RuleMeasure[],
  rows: number,
): Int32Array {
  const placed = new Int32Array(rows).fill(-1)
  const byName = new Map(measures.map((measure) => [measure.name, measure.values]))
  for (const [label, own] of boxes) {
    for (const box of own) {
      const conditions = box.map((c) => ({
        values: byName.get(c.measure) as Float64Array,
        isFloor: c.op === '>=',
        threshold: c.threshold,
      }))
      for (let i = 0; i < rows; i++) {
        let isIn = true
        for (const { values, isFloor, threshold } of conditions) {
          const x = values[i] as number
          isIn = isFloor ? x >= threshold : x < threshold
          if (!isIn) break
        }
        if (isIn) placed[i] = label
      }
    }
  }
  return placed
}

/** The leaves of each label as boxes, in as few conditions as say the same. */
function boxesOf(
  tree: RuleNode,
  measures: readonly RuleMeasure[],
): ReadonlyMap<number, readonly Box[]> {
  const found = new Map<number, Box[]>()
  const walk = (node: RuleNode, box: Box): void => {
    if (node.kind === 'leaf') {
      found.set(node.label, [...(found.get(node.label) ?? []), box])
      return
    }
    const measure = measures[node.measure]?.name as string
    const { threshold } = node
    walk(node.below, narrowed(box, { measure, op: '<', threshold }))
    walk(node.above, narrowed(box, { measure, op: '>=', threshold }))
  }
  walk(tree, [])
  return new Map([...found].map(([label, boxes]) => [label, simplified(boxes)]))
}

function marginsOf(table: Float64Array, k: number, label: number): { truth: number; told: number } {
  let truth = 0
  let told = 0
  for (let c = 0; c <= k; c++) truth += table[label * (k + 1) + c] as number
  for (let c = 0; c < k; c++) told += table[c * (k + 1) + label] as number
  return { truth, told }
}

/**
 * The fidelity of one rule from counts: k rows of clusters, k + 1 columns of the rules that took them in, the last for none.
 * Customers outside of all clusters whom no rule takes in are told right as well; they count in `n`.
 */
export function fidelityOf(
  table: Float64Array,
  k: number,
  label: number,
  n: number,
): Pick<ClusterRule, 'precision' | 'recall' | 'kappa'> {
  const hits = table[label * (k + 1) + label] as number
  const { truth, told } = marginsOf(table, k, label)
  const observed = (n - truth - told + 2 * hits) / n
  const chance = (truth / n) * (told / n) + (1 - truth / n) * (1 - told / n)
  return {
    precision: proportion({ hits, n: told }),
    recall: proportion({ hits, n: truth }),
    kappa: kappaOf(observed, chance, n),
  }
}

function kappaOf(observed: number, chance: number, n: number): Estimate {
  if (!(n > 0) || chance >= 1) {
    const status = n > 0 ? 'not-identified' : 'none'
    return { value: undefined, low: undefined, high: undefined, level: LEVEL, n, status }
  }
  const value = (observed - chance) / (1 - chance)
  const error = Math.sqrt((observed * (1 - observed)) / n) / (1 - chance)
  const width = normalQuantile((1 + LEVEL) / 2) * error
  return {
    value,
    low: Math.max(-1, value - width),
    high: Math.min(1, value + width),
    level: LEVEL,
    n,
    status: value < FAITHFUL || n < 30 ? 'weak' : 'ok',
  }
}
