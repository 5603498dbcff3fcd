/** Values that are close to a known one but are not it. */
import { nearest } from '../../base/index.ts'
import type { CategoryNode } from '../../catalog/index.ts'
import { quote } from '../syntax/print.ts'
import { MOST_HINTS } from './name.ts'
import { report, type Binder, type Typed } from './binder.ts'

/** Warns when a text is not among the known values but near one of them; other unknown values are taken as they are. */
export function checkKnown(
  b: Binder,
  at: object,
  { of, text }: { readonly of: Typed; readonly text: string },
): void {
  const known = knownValues(b, of)
  if (known.length === 0 || known.includes(text) || b.issues.length > MOST_HINTS) return
  // Ten thousand codes listed one by one are not typed by hand.
  b.budget.lookups -= known.length
  if (b.budget.lookups < 0) return
  const near = nearest(text, known)
  if (near === undefined) return
  const params = { value: text, nearest: near }
  const isItsPlace = 'kind' in at && at.kind === 'text' && !('op' in at)
  const fix = isItsPlace ? quote(near) : undefined
  report(b, 'segment/unknown-value', at, params, { severity: 'warning', fix })
}

function knownValues(b: Binder, of: Typed): readonly string[] {
  const tree = of.property?.tree
  const nodes = tree === undefined ? undefined : b.context.catalogue.trees[tree]
  return [...(of.property?.values ?? []), ...(nodes === undefined ? [] : names(nodes))]
}

function names(nodes: readonly CategoryNode[]): string[] {
  return nodes.flatMap((node) => [node.name, ...names(node.children)])
}
