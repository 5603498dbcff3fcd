/** What a computation needs to know of its segments: numbers, words, what is kept, versions and causes. */
import type { BoundDefinition } from '../../../../core/segment/index.ts'
import type { Snapshot } from '../snapshot.ts'
import { maskOf, wordsFor } from './bits.ts'
import type { Described } from './counting.ts'
import { meaningOf, type InForce } from './force.ts'
import type { Cause } from './touched.ts'

/** Facts about the segments of a generation. */
export interface Segments {
  readonly described: Described
  readonly words: number
  readonly mask: readonly bigint[]
  readonly versions: ReadonlyMap<number, number>
}

/** The segments of a generation made from these definitions, with those carried on from the one before. */
export function segmentsOf(
  inForce: InForce,
  numbers: ReadonlyMap<string, number>,
  held: Snapshot | undefined,
): Segments {
  const described = new Map(
    inForce.definitions.map((definition) => {
      const { segment } = definition
      const number = numbers.get(segment) ?? 0
      const version = inForce.versions?.get(segment) ?? 0
      const definitionText = inForce.texts.get(segment) ?? ''
      return [
        segment,
        { number, version, definition: definitionText, meaning: meaningOf(definition) },
      ] as const
    }),
  )
  const kept = (inForce.carried ?? []).flatMap((key) => {
    const before = held?.segments.get(key)
    return before === undefined || described.has(key) ? [] : ([[key, before]] as const)
  })
  const all: Described = new Map([
    ...described,
    ...kept.map(([key, before]) => [key, { ...before, carried: true as const }] as const),
  ])
  // Words of the state before too, so that what is gone from it can be told.
  const words = wordsFor([
    ...[...all.values()].map((one) => one.number),
    ...[...(held?.segments.values() ?? [])].map((one) => one.number),
  ])
  return {
    described: all,
    words,
    mask: maskOf(
      kept.map(([, { number }]) => number),
      words,
    ),
    versions: new Map([...all.values()].map((one) => [one.number, one.version])),
  }
}

/**
 * Why each segment changes when a base is made anew: `definition` where its meaning, or that of one it refers to, is
 * another than before; `score` where it stands on ranks, whose thresholds are drawn anew.
 */
export function causesOf(
  inForce: InForce,
  numbers: ReadonlyMap<string, number>,
  held: Snapshot | undefined,
): ReadonlyMap<number, Cause> {
  const byKey = new Map(inForce.definitions.map((d) => [d.segment, d]))
  const known = new Map<string, Cause | undefined>()
  const causeOf = (definition: BoundDefinition): Cause | undefined => {
    const { segment, refersTo } = definition
    if (known.has(segment)) return known.get(segment)
    known.set(segment, undefined)
    const before = held?.segments.get(segment)
    const below = refersTo.flatMap((key) => {
      const other = byKey.get(key)
      return other === undefined ? [] : [causeOf(other)]
    })
    const isOther = before?.meaning !== meaningOf(definition) || below.includes('definition')
    const isRanked = JSON.stringify(definition.condition).includes('"kind":"rank"')
    const cause = isOther ? 'definition' : isRanked || below.includes('score') ? 'score' : undefined
    known.set(segment, cause)
    return cause
  }
  const causes = new Map<number, Cause>()
  for (const definition of inForce.definitions) {
    const cause = causeOf(definition)
    const number = numbers.get(definition.segment)
    if (cause !== undefined && number !== undefined) causes.set(number, cause)
  }
  for (const [key, { number }] of held?.segments ?? [])
    if (!byKey.has(key)) causes.set(number, 'definition')
  return causes
}
