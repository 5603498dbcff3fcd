/** What is known of each customer at the report's instant: one row per customer, one column per trait. */
import { profileShape, traitColumn, type Trait } from '../../../core/catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { ReportContext } from '../report/kind.ts'
import { instantOf } from './rows.ts'

/**
 * `customer_key` and a column named like each trait: the last value set, NULL (text: '', lists and places: empty) where
 * none is or it was cleared since. Customers without a profile have no row. Cost: one pass over the profiles, in the order
 * they are kept in: a table of everybody's states would cost more to fill than the pass.
 */
export function traitsNow(context: ReportContext, traits: readonly Trait[]): Sql {
  const { current, table } = context
  const columns = traits.map((trait, i) => {
    const stored = id(traitColumn(trait.name))
    const says = sql`(${isSet(trait)} OR has(cleared, ${value(trait.name, 'String')}))`
    const last = (of: Sql): Sql => sql`argMaxIf(${of}, moment, ${says})`
    // argMax passes over NULL, and a value that was cleared is NULL; in tuples everything would take twice as long.
    const now = isNullable(trait)
      ? sql`if(${last(sql`isNotNull(${stored})`)} = 1, ${last(sql`assumeNotNull(${stored})`)}, NULL)`
      : last(stored)
    return sql`, ${now} AS ${id(`trait_${i}`)}`
  })
  // Named as the catalogue names them only from outside: a trait may be called `at`.
  const named = traits.map((trait, i) => sql`, ${id(`trait_${i}`)} AS ${id(trait.name)}`)
  const { name } = profileShape(current.programme.catalogue)
  return sql`SELECT customer_key${join(named, '')} FROM (SELECT customer_key${join(columns, '')}
    FROM (SELECT *, ${MOMENT} AS moment FROM ${table(name)} WHERE at <= ${instantOf(context.asOf)})
    GROUP BY customer_key SETTINGS optimize_aggregation_in_order = 1)`
}

const AGE =
  /^(age|idade|edad)(_(band|group|range|years|anos))?$|^(faixa_etaria|grupo_edad|tranche_d?_?age|(year_birth|birth_year|year_of_birth)|ano_nascimento|ano_nacimiento|annee_naissance)$/

/** Whether a trait says how old somebody is without being the date of birth: no role stands for that. */
export function saysAge({ name, role }: Trait): boolean {
  return role === undefined && AGE.test(name)
}

/** Whether a trait says when something happened: where it has none, nothing has, and nothing is missing. */
export function saysWhen({ type, role }: Trait): boolean {
  return type === 'instant' || (type === 'date' && role === undefined)
}

/** The order of records, (at, seq), as one number: compared in a fraction of the time that a pair takes. */
export const MOMENT: Sql = raw(
  'bitShiftLeft(toInt128(toUnixTimestamp64Milli(at)), 64) + toInt128(seq)',
)

function isNullable({ type }: Trait): boolean {
  return type !== 'text' && type !== 'category' && type !== 'list' && type !== 'geo'
}

/** Whether a row of the profile, or of `traitsNow` under another name, holds a value. */
export function isSet(trait: Trait, column: Sql = id(traitColumn(trait.name))): Sql {
  switch (trait.type) {
    case 'text':
    case 'category':
      return sql`(ifNull(${column}, '') != '')`
    case 'list':
    case 'geo':
      return sql`notEmpty(${column})`
    default:
      return sql`isNotNull(${column})`
  }
}
