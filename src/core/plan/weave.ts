/** Weaves all definitions together: what they ask in common is computed once, in as few passes as their horizons allow. */
import { assert } from '../base/index.ts'
import type { Catalogue } from '../catalog/index.ts'
import type { BoundDefinition } from '../segment/index.ts'
import { aggregatesOf, type Aggregate } from './pass/aggregate.ts'
import type { Measure, OwnValue, Test, Value } from './logic/logic.ts'
import { createPool, type Pool } from './logic/pool.ts'
import { resolveAll } from './logic/resolve.ts'
import type { TraitUse } from './pass/traits.ts'
import { distinctBounds } from './logic/bound.ts'
import { partsOfTest, valuesIn } from './logic/walk.ts'

/** A distinct measure, the columns it is put together from, and the segments that need it. */
export interface PlannedMeasure {
  readonly name: string
  readonly measure: Measure
  readonly aggregates: readonly Aggregate[]
  readonly usedBy: readonly string[]
}

/** A test that several segments or conditions share; `level` n needs levels below n only. */
export interface SharedTest {
  readonly name: string
  readonly test: Test
  readonly level: number
}

export interface PlannedSegment {
  readonly segment: string
  readonly test: Test
}

/** Everything that is to be computed, as data, for whatever instant. `emitSelect` turns it into SQL. */
export interface Plan {
  readonly catalogue: Catalogue
  readonly segments: readonly PlannedSegment[]
  readonly measures: readonly PlannedMeasure[]
  readonly aggregates: readonly Aggregate[]
  /** Stored rows by event kind, where known. */
  readonly rows: ReadonlyMap<string, number>
  readonly traits: readonly TraitUse[]
  /** Traits of which all records are looked at. */
  readonly pasts: readonly TraitUse[]
  /** What else is asked of a customer, each with the name of its column. */
  readonly own: readonly { readonly name: string; readonly value: OwnValue }[]
  readonly shared: readonly SharedTest[]
  readonly columnOf: (aggregate: Aggregate) => string
}

export interface WeaveOptions {
  /** The segments wanted; absent means all. Those they refer to must be among the definitions. */
  readonly segments?: readonly string[]
  /** Stored rows by event kind, where known: small kinds are read in one pass whatever their horizons. */
  readonly rows?: ReadonlyMap<string, number>
}

/** The plan for these definitions, which holds at every instant. Cost: linear in the definitions, with their references written out once. */
export function weave(
  definitions: readonly BoundDefinition[],
  catalogue: Catalogue,
  options: WeaveOptions = {},
): Plan {
  const pool = createPool()
  const tests = resolveAll(definitions, pool)
  const wanted = options.segments ?? definitions.map((d) => d.segment)
  const segments = wanted.map((segment) => {
    const test = tests.get(segment)
    assert(test !== undefined, `segment ${segment} has no definition`)
    return { segment, test }
  })
  const { measures, traits, pasts, own } = collect(segments)
  const bounds = distinctBounds(segments.map((s) => s.test))
  const parts = new Map(
    [...measures.keys()].map((m) => {
      const bound = bounds.get(m)
      return [
        m,
        aggregatesOf(m, { pool, catalogue, ...(bound === undefined ? {} : { bound }) }),
      ] as const
    }),
  )
  const aggregates = [...new Set([...parts.values()].flat())]
  const names = new Map(aggregates.map((a, i) => [a, `a${i}`]))
  const columnOf = (a: Aggregate): string => {
    const name = names.get(a)
    assert(name !== undefined, 'an aggregate without a column')
    return name
  }
  return {
    catalogue,
    segments,
    measures: [...measures].map(([measure, usedBy], i) => ({
      name: `m${i}`,
      measure,
      aggregates: parts.get(measure) ?? [],
      usedBy: [...usedBy],
    })),
    aggregates,
    rows: options.rows ?? new Map(),
    traits,
    pasts,
    own: own.map((v, i) => ({ name: `o${i}`, value: v })),
    shared: sharedTests(segments, pool),
    columnOf,
  }
}

/** The distinct measures with their users, the distinct traits, and what else is asked. */
function collect(segments: readonly PlannedSegment[]): {
  readonly measures: ReadonlyMap<Measure, ReadonlySet<string>>
  readonly traits: readonly TraitUse[]
  readonly pasts: readonly TraitUse[]
  readonly own: readonly OwnValue[]
} {
  const measures = new Map<Measure, Set<string>>()
  const traits = new Map<string, TraitUse>()
  const pasts = new Map<string, TraitUse>()
  const own = new Set<OwnValue>()
  for (const { segment, test } of segments) {
    for (const v of valuesIn(test)) {
      if (v.kind === 'trait') traits.set(v.name, { name: v.name, type: v.type })
      if (isOwn(v)) own.add(v)
      if (v.kind === 'stateSince' && v.trait !== undefined) pasts.set(v.trait.name, v.trait)
      if (v.kind !== 'measure') continue
      const users = measures.get(v.measure) ?? new Set()
      measures.set(v.measure, users.add(segment))
    }
  }
  return { measures, traits: [...traits.values()], pasts: [...pasts.values()], own: [...own] }
}

function isOwn(v: Value): v is OwnValue {
  return ['score', 'listed', 'bucket', 'stateSince'].includes(v.kind)
}

/** Tests that more than one parent asks for, lowest level first. */
function sharedTests(segments: readonly PlannedSegment[], pool: Pool): readonly SharedTest[] {
  const users = new Map<Test, number>()
  const visit = (test: Test): void => {
    const n = users.get(test) ?? 0
    users.set(test, n + 1)
    if (n === 0) partsOfTest(test).forEach(visit)
  }
  for (const { test } of segments) visit(test)
  // `not` is cheaper than a column, and a constant is no work at all.
  const isShared = (test: Test): boolean =>
    (users.get(test) ?? 0) > 1 && test.kind !== 'constant' && test.kind !== 'not'
  const heights = new Map<Test, number>()
  const height = (test: Test): number => {
    const known = heights.get(test)
    if (known !== undefined) return known
    const below = partsOfTest(test).map((t) => height(t) + (isShared(t) ? 1 : 0))
    const h = Math.max(0, ...below)
    heights.set(test, h)
    return h
  }
  return [...users.keys()]
    .filter(isShared)
    .sort((a, b) => height(a) - height(b) || pool.numberOf(a) - pool.numberOf(b))
    .map((test, i) => ({ name: `c${i}`, test, level: height(test) }))
}
