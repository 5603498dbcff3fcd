/** Memberships as words of 64 bits: how they are written, read, counted, compared and digested. */
import { assert } from '../base/index.ts'
import { join, raw, sql, value, type Sql } from '../sql/index.ts'

/** The bit of each segment, by key: bit `n % 64` of word `n / 64`, both from 0. Numbers are never used twice. */
export type SegmentNumbers = ReadonlyMap<string, number>

const WORD = 64

/** How many words hold bits up to the greatest of these numbers; at least one, so that no bits means not known. */
export function wordsFor(numbers: Iterable<number>): number {
  return Math.floor(Math.max(0, ...numbers) / WORD) + 1
}

/** Tests (0 or 1) as `Array(UInt64)`, each at its number; every other bit is 0. */
export function bitsOf(
  tests: readonly { readonly number: number; readonly test: Sql }[],
  words: number,
): Sql {
  const of = Array.from({ length: words }, (_, word) => {
    const terms = tests
      .filter(({ number }) => Math.floor(number / WORD) === word)
      .map(({ number, test }) => {
        const bit = sql`toUInt64(${test})`
        return number % WORD === 0 ? bit : sql`bitShiftLeft(${bit}, ${raw(String(number % WORD))})`
      })
    // Bits of different segments never meet, so that adding is or.
    return terms.length === 0 ? raw('toUInt64(0)') : join(terms, ' + ')
  })
  assert(
    tests.every(({ number }) => Number.isInteger(number) && number >= 0 && number < words * WORD),
    'a segment number beyond the words',
  )
  return sql`[${join(of, ', ')}]`
}

/** 1 for members of the segment with this number, else 0; 0 for bits that are too short to say, as of those not known. */
export function isMember(bits: Sql, number: number): Sql {
  const word = sql`arrayElement(${bits}, ${raw(String(Math.floor(number / WORD) + 1))})`
  return sql`bitTest(${word}, ${raw(String(number % WORD))})`
}

/** One row: `population` (rows whose bits are not empty) and the members of each segment, as columns `n_<number>`. */
export function countsOf(from: Sql, numbers: Iterable<number>, bits: Sql = raw('bits')): Sql {
  const counts = [...numbers].map(
    (number) => sql`countIf(${isMember(bits, number)} = 1) AS ${raw(`n_${number}`)}`,
  )
  return sql`SELECT ${join([sql`countIf(notEmpty(${bits})) AS population`, ...counts], ', ')} FROM ${from}`
}

/**
 * What differs between two bit arrays, as `Array(Tuple(number UInt16, entered UInt8))`, to be spread by ARRAY JOIN: a
 * row for each segment entered or left. Arrays of different lengths (an unknown customer has none) are as if filled up with 0.
 */
export function changesOf(before: Sql, after: Sql, words: number): Sql {
  const perWord = Array.from({ length: words }, (_, word) => {
    const at = raw(String(word + 1))
    const [was, is] = [sql`arrayElement(${before}, ${at})`, sql`arrayElement(${after}, ${at})`]
    return sql`arrayMap(p -> (toUInt16(p + ${raw(String(word * WORD))}), bitTest(${is}, p)),
      bitPositionsToArray(bitXor(${was}, ${is})))`
  })
  return perWord.length === 1 ? sql`${join(perWord, '')}` : sql`arrayConcat(${join(perWord, ', ')})`
}

/** One row: `customers`, `sum` and `mix`, equal for two states exactly when (but for chance in 2^64) the states are. */
export function digestOf(from: Sql, bits: Sql = raw('bits')): Sql {
  // Words of zeros say nothing: a state of before a new segment's number is the same state.
  const hash = sql`sipHash64(customer_key, arraySum((word, i) -> if(word = 0, 0, sipHash64(i, word)), ${bits}, arrayEnumerate(${bits})))`
  return sql`SELECT count() AS customers, sum(${hash}) AS sum, groupBitXor(${hash}) AS mix FROM ${from} WHERE notEmpty(${bits})`
}

/** Bits of which only those of some segments are kept, for segments that are carried on as they were: `value & mask`. */
export function masked(bits: Sql, numbers: Iterable<number>, words: number): Sql {
  const masks = Array.from({ length: words }, () => 0n)
  for (const number of numbers) {
    const word = Math.floor(number / WORD)
    masks[word] = (masks[word] ?? 0n) | (1n << BigInt(number % WORD))
  }
  const kept = masks.map(
    (mask, i) =>
      sql`bitAnd(arrayElement(${bits}, ${raw(String(i + 1))}), ${value(mask, 'UInt64')})`,
  )
  return sql`[${join(kept, ', ')}]`
}
