/** Facts that arrive in steps: which are known after each, whom they touch, and what the interpreter says then. */
import type { Instant } from '../../../src/core/base/index.ts'
import { sql, value } from '../../../src/core/sql/index.ts'
import {
  changePoints,
  interpret,
  type BoundDefinition,
  type CustomerHistory,
} from '../../../src/core/segment/index.ts'
import type { Cause, Touched } from '../../../src/engine/run/evaluation/generation/touched.ts'
import { keyOf } from '../store-facts.ts'

/** One fact of one customer, with the step in which it arrives. */
export interface Fact {
  readonly customer: number
  readonly step: number
  readonly at: Instant
  readonly kind: 'events' | 'traits' | 'lists' | 'scores'
  readonly place: number
}

/** The facts of histories with the steps of their arrival; `n` counts them. */
export function factsOf(
  histories: readonly CustomerHistory[],
  stepOf: (at: Instant, n: number) => number,
): Fact[] {
  let n = 0
  return histories.flatMap((history, customer) =>
    (['events', 'traits', 'lists', 'scores'] as const).flatMap((kind) =>
      (history[kind] ?? []).map((fact, place) => ({
        customer,
        kind,
        place,
        at: fact.at,
        step: stepOf(fact.at, n++),
      })),
    ),
  )
}

/** What is known after a step; an event sent twice is the one that came first. */
export function knownBy(
  histories: readonly CustomerHistory[],
  facts: readonly Fact[],
  step: number,
): CustomerHistory[] {
  return histories.map((history, customer) => {
    const pick = <T>(kind: Fact['kind'], from: readonly T[]): T[] =>
      facts
        .filter((f) => f.customer === customer && f.kind === kind && f.step <= step)
        .toSorted((a, b) => a.step - b.step || a.place - b.place)
        .flatMap((f) => from[f.place] ?? [])
    return {
      customerId: history.customerId,
      events: pick('events', history.events),
      traits: pick('traits', history.traits),
      lists: pick('lists', history.lists ?? []),
      scores: pick('scores', history.scores ?? []),
    }
  })
}

const CAUSE: Readonly<Record<Fact['kind'], Cause>> = {
  events: 'event',
  traits: 'trait',
  lists: 'list',
  scores: 'score',
}

/** The customers whom facts concern. */
export function touchedBy(facts: readonly Fact[]): Touched {
  const column = (
    type: string,
    of: (f: Fact) => string | number | bigint,
  ): ReturnType<typeof value> => value(facts.map(of), `Array(${type})`)
  return {
    rows: (
      table,
    ) => sql`SELECT one.1 AS customer_key, fromUnixTimestamp64Milli(one.2, 'UTC') AS at, one.3 AS cause
      FROM (SELECT arrayJoin(arrayZip(${column('UInt64', (f) => keyOf(f.customer))},
        ${column('Int64', (f) => f.at)}, ${column('String', (f) => CAUSE[f.kind])})) AS one)
      WHERE customer_key IN (SELECT customer_key FROM ${table('customer')})`,
  }
}

/** Segments of a customer at an instant. */
export function membersAt(
  definitions: readonly BoundDefinition[],
  history: CustomerHistory,
  asOf: Instant,
): Set<string> {
  const byKey = new Map(definitions.map((d) => [d.segment, d]))
  const known = new Map<string, boolean>()
  const memberOf = (segment: string): boolean => {
    const definition = byKey.get(segment)
    if (definition === undefined) throw new Error(`no segment ${segment}`)
    const answer = known.get(segment) ?? interpret(definition, history, { asOf, memberOf })
    known.set(segment, answer)
    return answer
  }
  return new Set(definitions.map((d) => d.segment).filter(memberOf))
}

/** Every change of the truth in (from, to], found by asking the interpreter wherever one is possible. */
export function turnsOf(
  definitions: readonly BoundDefinition[],
  history: CustomerHistory,
  key: string,
  range: { readonly from: Instant; readonly to: Instant },
): string[] {
  let was = membersAt(definitions, history, range.from)
  return changePoints(definitions, history, range).flatMap((at) => {
    const now = membersAt(definitions, history, at)
    const turned = definitions.filter((d) => now.has(d.segment) !== was.has(d.segment))
    was = now
    return turned.map((d) => `${key} ${d.segment} ${now.has(d.segment) ? 'in' : 'out'} ${at}`)
  })
}
