/** What a definition asks about: differences in these are its own doing and no discovery. */
import type { BoundDefinition } from '../../segment/index.ts'

/** Names as `trait:country`, `event:purchase`, `event:purchase.amount`, `score:value.clv`. */
export type Uses = ReadonlySet<string>

/**
 * Everything that a bound definition looks at, through the segments that it refers to. An event that is only counted
 * gives its name; each property that is asked about gives one more.
 */
export function usesOf(
  definition: BoundDefinition,
  find: (segment: string) => BoundDefinition | undefined = () => undefined,
): Uses {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (one: BoundDefinition): void => {
    if (seen.has(one.segment)) return
    seen.add(one.segment)
    collect(one.condition, undefined, found)
    for (const key of one.refersTo) {
      const other = find(key)
      if (other !== undefined) visit(other)
    }
  }
  visit(definition)
  return found
}

/** Bound trees are plain data: whatever has an `event` is a source, and properties inside belong to it. */
function collect(node: unknown, event: string | undefined, into: Set<string>): void {
  if (Array.isArray(node)) {
    for (const part of node) collect(part, event, into)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const part = node as Readonly<Record<string, unknown>>
  const { kind, name, source, trait } = part
  const own = typeof part['event'] === 'string' ? part['event'] : eventOf(source)
  const inside = own ?? event
  if (own !== undefined) into.add(`event:${own}`)
  if (kind === 'trait' && typeof name === 'string') into.add(`trait:${name}`)
  if (kind === 'score' && typeof name === 'string') into.add(`score:${name}`)
  if (typeof trait === 'string') into.add(`trait:${trait}`)
  const isProperty = part['of'] === 'event' || part['of'] === 'element'
  if (isProperty && typeof name === 'string' && inside !== undefined)
    into.add(`event:${inside}.${name}`)
  for (const value of Object.values(part)) collect(value, inside, into)
}

function eventOf(source: unknown): string | undefined {
  if (typeof source !== 'object' || source === null) return undefined
  const { event } = source as Readonly<Record<string, unknown>>
  return typeof event === 'string' ? event : undefined
}
