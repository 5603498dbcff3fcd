/** What is known of a customer outside of events and present traits, from the columns of its passes. */
import { never } from '../../base/index.ts'
import { id, raw, sql, type Sql } from '../../sql/index.ts'
import type { Clock } from '../time/clock.ts'
import { emitTest, type Scope } from '../emit.ts'
import type { OwnValue } from '../logic/logic.ts'
import { once } from '../once.ts'
import { typed } from './pass.ts'
import { emitBucket } from '../construct/place.ts'
import { decodeScore, listedColumn, listingsColumn } from './records.ts'
import { emitStateSince } from '../construct/state.ts'
import { pastAlias } from './traits.ts'

/** What the passes over lists and scores are to bring, and whether the population's own columns are needed. */
export interface OwnSources {
  readonly scores: readonly string[]
  readonly lists: readonly string[]
  /** Those of which all records are looked at. */
  readonly listPasts: ReadonlySet<string>
  readonly details: boolean
}

/** Where these values come from. */
export function ownOf(values: readonly { readonly value: OwnValue }[]): OwnSources {
  const all = values.map((v) => v.value)
  const pasts = all.flatMap((v) =>
    v.kind === 'stateSince' && v.list !== undefined ? [v.list] : [],
  )
  const listed = all.flatMap((v) => (v.kind === 'listed' ? [v.list] : []))
  return {
    scores: [...new Set(all.flatMap((v) => (v.kind === 'score' ? [v.name] : [])))],
    lists: [...new Set([...listed, ...pasts])],
    listPasts: new Set(pasts),
    details: all.some((v) => v.kind === 'bucket' || v.kind === 'stateSince'),
  }
}

/** The value, of the type that tests expect, beside the columns of the population and all passes. */
export function emitOwn(v: OwnValue, sources: OwnSources, clock: Clock): Sql {
  switch (v.kind) {
    case 'score':
      return decodeScore(sources.scores.indexOf(v.name))
    case 'listed':
      return id(listedColumn(sources.lists.indexOf(v.list)))
    case 'bucket':
      return emitBucket(v.salt, raw('population.customer_id'))
    case 'stateSince': {
      if (v.list !== undefined) {
        const past = id(listingsColumn(sources.lists.indexOf(v.list)))
        const holds = (stored: Sql): Sql => emitTest(v.where, listScope(stored, clock))
        // On the list perhaps before anything else was known.
        const since = emitStateSince(past, holds, sql`population.known_ms`)
        return once(
          'since',
          since,
          (at) => sql`if(isNull(${at}), NULL, greatest(${at}, population.known_ms))`,
        )
      }
      const past = v.trait === undefined ? raw('[(toInt64(0), 0)]') : id(pastAlias(v.trait.name))
      const holds = (stored: Sql): Sql => emitTest(v.where, pastScope(stored, clock))
      return emitStateSince(past, holds, sql`population.known_ms`)
    }
    default:
      return never(v)
  }
}

/** One record of a trait's past: the trait has that record's value, and there is nothing else to see. */
function pastScope(stored: Sql, clock: Clock): Scope {
  return {
    clock,
    trait: (_, type) => typed({ type }, stored),
    property: outside,
    measure: outside,
    own: outside,
    anyElement: outside,
  }
}

/** One record of a list: the customer is on it or not. */
function listScope(stored: Sql, clock: Clock): Scope {
  return { ...pastScope(stored, clock), own: () => stored }
}

function outside(): never {
  throw new Error('bug: a state looks at more than its trait')
}
