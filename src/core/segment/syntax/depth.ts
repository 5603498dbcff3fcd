/** How deep a tree is, counted without recursion so that no tree is too deep to be counted. */

/** Levels of nested objects; lists do not count. Shared parts are counted wherever they stand. */
export function treeDepth(tree: unknown): number {
  let deepest = 0
  const open: { readonly node: unknown; readonly depth: number }[] = [{ node: tree, depth: 0 }]
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    if (typeof top.node !== 'object' || top.node === null) continue
    const depth = Array.isArray(top.node) ? top.depth : top.depth + 1
    deepest = Math.max(deepest, depth)
    for (const node of Object.values(top.node)) open.push({ node, depth })
  }
  return deepest
}
