/** A learned model as one expression over the columns of its features. */
import type {
  BoostedModel,
  Calibration,
  LogisticModel,
  PropensityModel,
  TreeNode,
} from '../../../../core/models/index.ts'
import { OTHER_LEVEL } from '../../../../core/models/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { digits } from '../measures/number.ts'

/** Where features are found: the column of each by name, and the levels of categories as they were learned. */
export interface ScoredColumns {
  readonly columns: ReadonlyMap<string, string>
  readonly levels: ReadonlyMap<string, readonly string[]>
}

/** The calibrated chance of a row: what `scorePropensity` gives, to the last digits of the doubles. */
export function chanceSql({ model, calibration }: PropensityModel, of: ScoredColumns): Sql {
  const score = model.kind === 'logistic' ? logisticSql(model, of) : boostedSql(model, of)
  return calibrated(calibration, score)
}

function calibrated(calibration: Calibration, score: Sql): Sql {
  if (calibration.kind === 'platt') {
    const { intercept, slope } = calibration
    return sql`(1 / (1 + exp(-(${digits(intercept)} + ${digits(slope)} * ${score}))))`
  }
  const from = value([...calibration.from], 'Array(Float64)')
  const chance = value([...calibration.chance], 'Array(Float64)')
  return sql`arrayElement(${chance}, greatest(1, toInt64(arrayCount(c -> c <= ${score}, ${from}))))`
}

function columnOf({ columns }: ScoredColumns, feature: string): Sql {
  return id(columns.get(feature) ?? '')
}

function logisticSql({ intercept, terms }: LogisticModel, of: ScoredColumns): Sql {
  const parts = terms.map((term) => {
    const x = columnOf(of, term.feature)
    if (term.kind === 'number') {
      const missing = digits(term.missing?.value ?? 0)
      return sql`ifNull(${digits(term.slope.value)} * (${x} - ${digits(term.mean)}), ${missing})`
    }
    const adds = new Map(term.levels.map((one) => [one.level, one.adds.value]))
    const known = knownLevels(of, term.feature)
    const gains = known.map((level) => adds.get(level) ?? 0)
    const rest = digits(adds.get(OTHER_LEVEL) ?? 0)
    if (known.length === 0) return rest
    return sql`transform(${x}, ${value([...known], 'Array(String)')}, ${value(gains, 'Array(Float64)')}, ${rest})`
  })
  return sql`(${join([digits(intercept.value), ...parts], ' + ')})`
}

/** Without the level that rare and new texts share. */
function knownLevels({ levels }: ScoredColumns, feature: string): readonly string[] {
  return (levels.get(feature) ?? []).filter((level) => level !== OTHER_LEVEL)
}

function boostedSql(model: BoostedModel, of: ScoredColumns): Sql {
  if (model.trees.length === 0) return digits(model.base)
  // A list is as deep as one tree; so many sums in a row would be deeper than the store reads.
  const trees = join(
    model.trees.map((tree) => treeSql(tree, model, of)),
    ', ',
  )
  return sql`(${digits(model.base)} + arraySum([${trees}]))`
}

function treeSql(node: TreeNode, model: BoostedModel, of: ScoredColumns): Sql {
  if (node.kind === 'leaf') return digits(node.value)
  const name = model.features[node.feature]?.name ?? ''
  const x = columnOf(of, name)
  const left = treeSql(node.left, model, of)
  const right = treeSql(node.right, model, of)
  if (node.kind === 'number') {
    const missing = raw(node.missingLeft ? '1' : '0')
    return sql`if(ifNull(${x} <= ${digits(node.atMost)}, ${missing}), ${left}, ${right})`
  }
  const known = knownLevels(of, name)
  const named = node.levels.filter((level) => level !== OTHER_LEVEL)
  const goes = node.levels.includes(OTHER_LEVEL)
    ? sql`(has(${list(named)}, ${x}) OR NOT has(${list(known)}, ${x}))`
    : sql`has(${list(named)}, ${x})`
  return sql`if(${goes}, ${left}, ${right})`
}

function list(levels: readonly string[]): Sql {
  return value([...levels], 'Array(String)')
}
