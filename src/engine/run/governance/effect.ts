/** Who would come and go: old and new definitions woven into one statement over all customers. */
import type { Instant } from '../../../core/base/index.ts'
import type { EffectWire } from '../../../core/contract/index.ts'
import {
  emitCutoffs,
  emitSelect,
  isMember,
  PLAN_SETTINGS,
  weave,
} from '../../../core/plan/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import { id, join, raw, sql, type Sql } from '../../../core/sql/index.ts'
import { computeCutoffs } from '../evaluation/generation/cutoffs.ts'
import { FACTS_LOCK } from '../facts.ts'
import type { Handle } from '../handle.ts'

/** The two states that are compared, each with all that its definitions refer to. */
export interface Sides {
  readonly before: ReadonlyMap<string, BoundDefinition>
  readonly after: ReadonlyMap<string, BoundDefinition>
}

/** A segment to compare, and whether anybody is counted on each side. */
export interface Compare {
  readonly key: string
  readonly before: boolean
  readonly after: boolean
}

/** Exact effects as of one instant. */
export interface Effects {
  readonly population: number
  readonly of: ReadonlyMap<string, EffectWire>
}

/** No file can have such a key, so that the old definitions never meet the new ones. */
const WAS = 'was:'

/** Counts who enters, leaves and stays in each segment. Cost: one evaluation of both sides, in which equal parts are shared. */
export async function effectsOf(
  handle: Handle,
  sides: Sides,
  asked: {
    readonly compare: readonly Compare[]
    readonly asOf: Instant
    readonly signal?: AbortSignal
  },
): Promise<Effects> {
  const { compare, asOf, signal } = asked
  if (compare.length === 0) return { population: 0, of: new Map() }
  const before = compare.filter((c) => c.before).map((c) => c.key)
  const after = compare.filter((c) => c.after).map((c) => c.key)
  const definitions = [
    ...withReferences(before, sides.before).map(asBefore),
    ...withReferences(after, sides.after),
  ]
  const segments = [...before.map((key) => WAS + key), ...after]
  const plan = weave(definitions, handle.programme.catalogue, { segments })
  const numbers = new Map(segments.map((segment, number) => [segment, number]))
  const isIn = (segment: string): Sql => {
    const number = numbers.get(segment)
    return number === undefined ? raw('0') : isMember(id('bits'), number)
  }
  const counts = compare.flatMap(({ key }, i) => {
    const [was, is] = [isIn(WAS + key), isIn(key)]
    return [
      sql`countIf(${was} AND NOT ${is}) AS ${id(`leave${i}`)}`,
      sql`countIf(NOT ${was} AND ${is}) AS ${id(`enter${i}`)}`,
      sql`countIf(${was} AND ${is}) AS ${id(`stay${i}`)}`,
    ]
  })
  const { analytics, ledger } = handle
  const [row] = await ledger.withLock(FACTS_LOCK, 'shared', async () => {
    // Both sides are ranked as of the same instant, whatever thresholds the last refresh froze.
    const cutoffs = await computeCutoffs(
      handle,
      { cutoffs: (at) => emitCutoffs(plan, at) },
      asOf,
      signal,
    )
    const select = emitSelect(plan, {
      table: analytics.table,
      at: { kind: 'fixed', asOf },
      numbers,
      cutoffs: (key) => cutoffs.get(key),
      flips: false,
    })
    return await analytics.query<Record<string, string>>(
      sql`SELECT count() AS population, ${join(counts, ', ')} FROM (${select})`,
      { settings: PLAN_SETTINGS, ...(signal === undefined ? {} : { signal }) },
    )
  })
  const number = (name: string): number => Number(row?.[name] ?? 0)
  return {
    population: number('population'),
    of: new Map(
      compare.map(({ key }, i) => {
        const [enter, leave, stay] = [number(`enter${i}`), number(`leave${i}`), number(`stay${i}`)]
        return [key, { before: leave + stay, after: enter + stay, enter, leave, stay }]
      }),
    ),
  }
}

/** These definitions and all that they refer to. */
export function withReferences(
  keys: Iterable<string>,
  among: ReadonlyMap<string, BoundDefinition>,
): readonly BoundDefinition[] {
  const found = new Map<string, BoundDefinition>()
  const add = (key: string): void => {
    const definition = among.get(key)
    if (definition === undefined || found.has(key)) return
    found.set(key, definition)
    definition.refersTo.forEach(add)
  }
  for (const key of keys) add(key)
  return [...found.values()]
}

/** The same definition under the name of the old side, referring to the old side. */
function asBefore(definition: BoundDefinition): BoundDefinition {
  return {
    ...definition,
    segment: WAS + definition.segment,
    condition: renamed(definition.condition),
    refersTo: definition.refersTo.map((key) => WAS + key),
  }
}

/** Bound trees are plain data, in which only `inSegment` names a segment. */
function renamed<T>(node: T): T {
  if (Array.isArray(node)) return node.map(renamed) as T
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([k, v]) => [k, renamed(v)]))
  const isReference = copy['kind'] === 'inSegment' && typeof copy['segment'] === 'string'
  return (isReference ? { ...copy, segment: WAS + String(copy['segment']) } : copy) as T
}
