/** One case of the law: the same question asked of the reference evaluator and of the compiled SQL. */
import type { Instant } from '../../src/core/base/index.ts'
import type { Catalogue } from '../../src/core/catalog/index.ts'
import { emitSelect, PLAN_SETTINGS, weave, type Plan } from '../../src/core/plan/index.ts'
import {
  interpret,
  type BoundDefinition,
  type CustomerHistory,
} from '../../src/core/segment/index.ts'
import type { Analytics } from '../../src/engine/store/index.ts'
import { lawCutoffs } from './ranks.ts'
import { keyOf } from './store-facts.ts'

export interface Case {
  readonly definitions: readonly BoundDefinition[]
  readonly histories: readonly CustomerHistory[]
  readonly asOf: Instant
  /** Those who live on under another id: nobody's members. */
  readonly aliases?: readonly string[]
}

/** Segment -> ids of its members. */
export type Membership = ReadonlyMap<string, ReadonlySet<string>>

export function membersByInterpreter({ definitions, histories, asOf, aliases }: Case): Membership {
  const byKey = new Map(definitions.map((d) => [d.segment, d]))
  const members = new Map(definitions.map((d) => [d.segment, new Set<string>()]))
  for (const history of histories) {
    if (aliases?.includes(history.customerId) === true) continue
    const known = new Map<string, boolean>()
    const memberOf = (segment: string): boolean => {
      const definition = byKey.get(segment)
      if (definition === undefined) throw new Error(`no segment ${segment}`)
      const answer =
        known.get(segment) ??
        interpret(definition, history, { asOf, memberOf, cutoffs: lawCutoffs })
      known.set(segment, answer)
      return answer
    }
    for (const { segment } of definitions)
      if (memberOf(segment)) members.get(segment)?.add(history.customerId)
  }
  return members
}

/** Bits in the order of the plan, over more than one word and with some left out. */
export function numbersOf(plan: Plan): ReadonlyMap<string, number> {
  return new Map(plan.segments.map(({ segment }, i) => [segment, i * 3]))
}

/** The facts must lie in the store already. */
export async function membersBySql(
  analytics: Analytics,
  catalogue: Catalogue,
  { definitions, histories, asOf }: Case,
  segments?: readonly string[],
): Promise<Membership> {
  const plan = weave(definitions, catalogue, segments === undefined ? {} : { segments })
  const numbers = numbersOf(plan)
  const rows = await analytics.query<{ customer_key: string; bits: readonly string[] }>(
    emitSelect(plan, {
      table: analytics.table,
      at: { kind: 'fixed', asOf },
      numbers,
      cutoffs: lawCutoffs,
    }),
    { settings: PLAN_SETTINGS },
  )
  const ids = new Map(histories.map((h, i) => [String(keyOf(i)), h.customerId]))
  return membershipOf(
    plan,
    rows.map((row) => ({
      id: ids.get(row.customer_key) ?? `unknown key ${row.customer_key}`,
      bits: row.bits,
    })),
  )
}

/** Members by segment, out of rows of bits that are numbered by `numbersOf`. */
export function membershipOf(
  plan: Plan,
  rows: readonly { readonly id: string; readonly bits: readonly string[] }[],
): Membership {
  const numbers = numbersOf(plan)
  return new Map(
    plan.segments.map(({ segment }) => [
      segment,
      new Set(rows.filter(({ bits }) => has(bits, numbers.get(segment) ?? 0)).map((row) => row.id)),
    ]),
  )
}

/** The segments and customers on which two answers differ. */
export function differences(expected: Membership, found: Membership): string[] {
  const out: string[] = []
  for (const [segment, members] of found) {
    const wanted = expected.get(segment) ?? new Set()
    for (const id of wanted) if (!members.has(id)) out.push(`${segment}: ${id} is absent from SQL`)
    for (const id of members) if (!wanted.has(id)) out.push(`${segment}: ${id} is in SQL only`)
  }
  return out
}

function has(bits: readonly string[], n: number): boolean {
  return ((BigInt(bits[Math.floor(n / 64)] ?? 0) >> BigInt(n % 64)) & 1n) === 1n
}
