/** ClickHouse SQL as frozen data: text written by us, identifiers, and typed values that are always bound. */

export type SqlValue = string | number | bigint | boolean | null | readonly SqlValue[]

/** A piece of SQL. Only `print` turns it into text; a value never becomes part of the text. */
export type Sql =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'identifier'; readonly parts: readonly string[] }
  | { readonly kind: 'value'; readonly value: SqlValue; readonly type: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Sql[] }

/** Text that is part of the statement itself. Never pass anything that came from outside. */
export function raw(text: string): Sql {
  return { kind: 'text', text }
}

/** A quoted name: `id('db', 'table')` prints `` `db`.`table` ``. */
export function id(...parts: readonly string[]): Sql {
  return { kind: 'identifier', parts }
}

/** A bound value of a ClickHouse type, such as `value(5, 'UInt32')` or `value(['a'], 'Array(String)')`. */
export function value(v: SqlValue, type: string): Sql {
  return { kind: 'value', value: v, type }
}

/** Joins pieces with a separator written by us. */
export function join(parts: readonly Sql[], separator: string): Sql {
  const all = parts.flatMap((part, i) => (i === 0 ? [part] : [raw(separator), part]))
  return { kind: 'sequence', parts: all }
}

/** Template tag: holes take pieces of SQL only, so that no value can slip into the text. */
export function sql(strings: TemplateStringsArray, ...holes: readonly Sql[]): Sql {
  const parts: Sql[] = []
  strings.forEach((text, i) => {
    if (text !== '') parts.push(raw(text))
    const hole = holes[i]
    if (hole !== undefined) parts.push(hole)
  })
  return { kind: 'sequence', parts }
}
