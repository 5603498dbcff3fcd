/** A name for a value inside an expression, so that what is used twice is written once. */
import { raw, sql, type Sql } from '../sql/index.ts'

/** `use` with `of` under a name; chains of such steps stay linear in length instead of doubling with each. */
export function once(name: string, of: Sql, use: (named: Sql) => Sql): Sql {
  return sql`arrayMap(${raw(name)} -> ${use(raw(name))}, [${of}])[1]`
}
