/** Trees as plain data: small enough to store as JSON and plain enough to print as SQL. */

/** The sum of leaf values over all trees is the score. */
export type TreeNode = Leaf | NumberSplit | CategorySplit

export interface Leaf {
  readonly kind: 'leaf'
  readonly value: number
}

/** `x <= atMost` goes left; a missing value goes where `missingLeft` says. */
export interface NumberSplit {
  readonly kind: 'number'
  /** Index into the model's features. */
  readonly feature: number
  readonly atMost: number
  readonly missingLeft: boolean
  readonly left: TreeNode
  readonly right: TreeNode
}

/** Levels named in `levels` go left; all others, unknown ones too, go right. */
export interface CategorySplit {
  readonly kind: 'category'
  readonly feature: number
  readonly levels: readonly string[]
  readonly left: TreeNode
  readonly right: TreeNode
}

/** A feature as the trees know it. */
export interface TreeFeature {
  readonly kind: 'number' | 'category'
  readonly name: string
  /** Sum of the loss that splits on it saved in training. */
  readonly gain: number
}

/** Leaves of a tree. */
export function leavesOf(node: TreeNode): number {
  return node.kind === 'leaf' ? 1 : leavesOf(node.left) + leavesOf(node.right)
}
