/** Which scores definitions ask about. */

/** Names of scores anywhere within: bound trees are plain data, in which only `score` names one. */
export function scoresIn(node: unknown): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return new Set()
  const own = 'kind' in node && node.kind === 'score' && 'name' in node ? [String(node.name)] : []
  return new Set([...own, ...Object.values(node).flatMap((part) => [...scoresIn(part)])])
}
