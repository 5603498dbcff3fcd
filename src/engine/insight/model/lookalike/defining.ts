/** What a segment's definition looks at: features of the same facts would only tell the definition back. */
import type { BoundDefinition } from '../../../../core/segment/index.ts'
import { appliedDefinitions } from '../../../run/index.ts'
import type { ReportContext } from '../../report/kind.ts'
import { withoutTraits, type FeatureSet } from '../learned/features.ts'
import { nodesIn } from '../measures/columns.ts'

/** Traits, and properties of events as `event.property`; an event that is only counted or dated is `event.`. */
export interface LookedAt {
  readonly traits: ReadonlySet<string>
  readonly measured: ReadonlySet<string>
}

/** Everything that the definition in force looks at, through the segments that it refers to. */
export async function lookedAt({ current }: ReportContext, segment: string): Promise<LookedAt> {
  const { definitions } = await appliedDefinitions(current)
  const traits = new Set<string>()
  const measured = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const bound: BoundDefinition | undefined = definitions.get(key)?.bound
    if (bound === undefined || seen.has(key)) return
    seen.add(key)
    for (const node of nodesIn(bound.condition)) {
      const trait = traitOf(node)
      if (trait !== undefined) traits.add(trait)
      for (const one of measuredBy(node)) measured.add(one)
    }
    bound.refersTo.forEach(visit)
  }
  visit(segment)
  return { traits, measured }
}

/** The set without features that look at the same, and the names of those left out. */
export function withoutDefining(
  set: FeatureSet,
  { traits, measured }: LookedAt,
): { readonly set: FeatureSet; readonly dropped: readonly string[] } {
  const clean = withoutTraits(set, traits)
  const numbers = clean.numbers.filter(({ column }) =>
    (set.asked.nodes.get(column) ?? []).every((node) =>
      measuredBy(node).every((one) => !measured.has(one)),
    ),
  )
  const kept = new Set([...numbers, ...clean.categories].map(({ name }) => name))
  const all = [...set.numbers, ...set.categories].map(({ name }) => name)
  return { set: { ...clean, numbers }, dropped: all.filter((name) => !kept.has(name)) }
}

function traitOf(node: object): string | undefined {
  const { kind, name } = node as { readonly kind?: unknown; readonly name?: unknown }
  return kind === 'trait' && typeof name === 'string' ? name : undefined
}

/** A measure is what it does with which property of which event: the sum of an amount is another thing than how many. */
function measuredBy(node: object): readonly string[] {
  const { kind, fn, source, property } = node as {
    readonly kind?: unknown
    readonly fn?: string
    readonly source?: { readonly event?: string }
    readonly property?: { readonly name?: string }
  }
  const event = source?.event
  if (event === undefined) return []
  if (kind === 'any') return [`${event}.count`]
  if (kind !== 'measure') return []
  const about = property?.name ?? (fn === 'first' || fn === 'last' ? fn : 'count')
  return [`${event}.${about}`]
}
