/** Makes equal trees one tree, so that sharing is identity and counting users is counting visits. */

/** A pool of nodes. Children are pooled before their parents. */
export interface Pool {
  /** The first node that was equal to this one, or this one. Cost: its own fields only, children stand by number. */
  readonly one: <T extends object>(node: T) => T
  /** A stable number of a pooled node, in order of first appearance. */
  readonly numberOf: (node: object) => number
}

export function createPool(): Pool {
  const numbers = new Map<object, number>()
  const nodes = new Map<string, object>()
  const numberOf = (node: object): number => {
    const n = numbers.get(node)
    if (n === undefined) throw new Error('bug: node was never pooled')
    return n
  }
  const one = <T extends object>(node: T): T => {
    if (numbers.has(node)) return node
    const key = JSON.stringify(node, (name, field: unknown) => {
      if (name === '' || typeof field !== 'object' || field === null) return plain(field)
      const n = numbers.get(field)
      return n === undefined ? field : `#${n}`
    })
    const found = nodes.get(key)
    if (found !== undefined) return found as T
    nodes.set(key, node)
    numbers.set(node, numbers.size)
    return node
  }
  return { one, numberOf }
}

/** JSON knows no infinity and no minus zero, and text must not look like the number of a child. */
function plain(field: unknown): unknown {
  if (typeof field === 'number') return Object.is(field, -0) ? '-0' : String(field)
  return typeof field === 'string' ? `'${field}` : field
}
