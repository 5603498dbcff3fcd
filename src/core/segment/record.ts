/** What a customer's dated records say at an instant: traits, lists, scores. */
import type { Instant } from '../base/index.ts'
import type { CustomerHistory } from './history.ts'
import { present, type Value } from './measure.ts'

/** A customer is known from the instant of their earliest event or trait record on; lists and scores make nobody known. */
export function isKnown(history: CustomerHistory, asOf: Instant): boolean {
  return knownFrom(history) <= asOf
}

/** Infinity for somebody of whom nothing is known. */
export function knownFrom(history: CustomerHistory): Instant {
  const facts = [...history.traits, ...history.events]
  return facts.reduce((earliest, fact) => Math.min(earliest, fact.at), Number.POSITIVE_INFINITY)
}

/** The value set or cleared last, by instant and then by sequence, at or before `asOf`. */
export function traitAt(history: CustomerHistory, name: string, asOf: Instant): Value {
  const mentions = history.traits.filter((record) => {
    const value = Object.hasOwn(record.traits, name) ? record.traits[name] : undefined
    // Empty text and the empty list say nothing; null clears.
    return value === null || present(value) !== null
  })
  const last = lastRecord(mentions, asOf)
  return last === undefined ? null : present(last.traits[name])
}

/** On the list, by the last record of it. Nobody is on a list that does not exist. */
export function isListed(history: CustomerHistory, list: string, asOf: Instant): boolean {
  const records = (history.lists ?? []).filter((record) => record.list === list)
  return lastRecord(records, asOf)?.listed ?? false
}

/** What the model said last; missing when it said nothing, or took it back. */
export function scoreAt(history: CustomerHistory, name: string, asOf: Instant): Value {
  const records = (history.scores ?? []).filter((record) => record.name === name)
  return lastRecord(records, asOf)?.value ?? null
}

function lastRecord<T extends { readonly at: Instant; readonly seq: number }>(
  records: readonly T[],
  asOf: Instant,
): T | undefined {
  const seen = records.filter((record) => record.at <= asOf)
  return seen.toSorted((a, b) => a.at - b.at || a.seq - b.seq).at(-1)
}
