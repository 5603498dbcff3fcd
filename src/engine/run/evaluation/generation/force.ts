/** The definitions that a generation is computed from. */
import { createHash } from 'node:crypto'
import type { BoundCondition, BoundDefinition } from '../../../../core/segment/index.ts'

/** Definitions in force, with what is remembered beside the numbers. */
export interface InForce {
  /** Without errors, with all those that they refer to. */
  readonly definitions: readonly BoundDefinition[]
  /** Their texts by key, kept with the counts. */
  readonly texts: ReadonlyMap<string, string>
  /** Versions by key; absent is 0. */
  readonly versions?: ReadonlyMap<string, number>
  /** Segments that cannot be computed now and keep their members. */
  readonly carried?: readonly string[]
}

/** Equal digests mean equal meanings: a generation computed from one can be carried on by the other. */
export function digestOf({ definitions, carried = [] }: InForce): string {
  const parts = definitions.toSorted((a, b) => (a.segment < b.segment ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([parts, [...carried].toSorted()]))
    .digest('hex')
}

/**
 * Digest of one definition's meaning without those it refers to. Putting somebody in or leaving them out by hand does
 * not change what it means.
 */
export function meaningOf(definition: BoundDefinition): string {
  const own = { ...definition, condition: withoutHands(definition) }
  return createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 16)
}

/** The condition inside of `(condition or included by hand) and not excluded by hand`. */
function withoutHands({ segment, condition }: BoundDefinition): BoundCondition {
  if (condition.kind !== 'and' || condition.of.length !== 2) return condition
  const [either, not] = condition.of
  const isByHand =
    not?.kind === 'not' &&
    not.of.kind === 'inList' &&
    not.of.list === `segment:${segment}:exclude` &&
    either?.kind === 'or'
  return (isByHand ? either.of[0] : undefined) ?? condition
}
