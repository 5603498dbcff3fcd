/** Sets of segments as words of 64 bits: the SQL that tests, compares and merges them. */
import { raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { POPULATION_NUMBER } from './tables.ts'

/** How many words hold these numbers. */
export function wordsFor(numbers: Iterable<number>): number {
  return Math.floor(Math.max(0, ...numbers) / 64) + 1
}

/** Whether a set holds a number; words that are absent are empty. */
export function hasBit(bits: Sql, number: number): Sql {
  const word = raw(String(Math.floor(number / 64) + 1))
  return sql`bitTest(${bits}[${word}], ${raw(String(number % 64))})`
}

/** The same for a number that is a column. */
export function hasBitOf(bits: Sql, number: Sql): Sql {
  return sql`bitTest(${bits}[intDiv(${number}, 64) + 1], ${number} % 64)`
}

/** The numbers in a set. */
export function numbersIn(bits: Sql): Sql {
  return sql`arrayFlatten(arrayMap((w, i) -> arrayMap(p -> toUInt16(p + 64 * (i - 1)), bitPositionsToArray(w)), ${bits}, arrayEnumerate(${bits})))`
}

/** The numbers in which two sets differ. */
export function changedNumbers(now: Sql, before: Sql, words: number): Sql {
  const pad = (bits: Sql): Sql => sql`arrayResize(${bits}, ${raw(String(words))}, toUInt64(0))`
  return numbersIn(sql`arrayMap((a, b) -> bitXor(a, b), ${pad(now)}, ${pad(before)})`)
}

/** A state and the one before it, by the names of their columns. */
export interface Step {
  readonly bits: Sql
  readonly was: Sql
  readonly known: Sql
  readonly wasKnown: Sql
}

/** The numbers of the segments that a customer entered or left, and `POPULATION_NUMBER` when they came or went as a whole. */
export function changesOf(step: Step, words: number): Sql {
  const { bits, was, known, wasKnown } = step
  return sql`arrayConcat(${changedNumbers(bits, was, words)}, if(${known} != ${wasKnown}, [toUInt16(${raw(String(POPULATION_NUMBER))})], emptyArrayUInt16()))`
}

/** 1 when the change with this number is an entry. */
export function isEntry(number: Sql, { bits, known }: Pick<Step, 'bits' | 'known'>): Sql {
  return sql`toUInt8(if(${number} = ${raw(String(POPULATION_NUMBER))}, ${known}, ${hasBitOf(bits, number)}))`
}

/** Words with the bits of these numbers. */
export function maskOf(numbers: readonly number[], words: number): readonly bigint[] {
  const mask = Array.from({ length: words }, () => 0n)
  for (const n of numbers) {
    const word = Math.floor(n / 64)
    mask[word] = (mask[word] ?? 0n) | (1n << BigInt(n % 64))
  }
  return mask
}

/** The new bits, but the old ones where the mask says so. */
export function carried(now: Sql, before: Sql, mask: readonly bigint[]): Sql {
  if (mask.every((word) => word === 0n)) return now
  const words = raw(String(mask.length))
  const pad = (bits: Sql): Sql => sql`arrayResize(${bits}, ${words}, toUInt64(0))`
  return sql`arrayMap((a, b, m) -> bitOr(bitAnd(a, bitNot(m)), bitAnd(b, m)), ${pad(now)}, ${pad(before)}, ${value([...mask], 'Array(UInt64)')})`
}
