/** Long expressions cut into named pieces, each computed once, in subqueries that stand on each other. */
import { join, raw, sql, type Sql } from '../../../core/sql/index.ts'

/**
 * Pieces of SQL by name. They become columns of nested subqueries and no `WITH` aliases: the engine writes an alias
 * out wherever it is used, and pieces made of pieces then grow beyond measure before the first row is read.
 */
export interface Scope {
  /** Gives a piece a name and returns the reference to it. */
  name(piece: Sql): Sql
  /** Says that a column comes with `widen` of `over`, so that pieces made of it stand above. */
  brought(column: Sql): Sql
  /**
   * A table expression: the rows of `source` with every piece as a column. `widen` wraps the first layer, whose
   * pieces are made of columns of the source alone, such as to join something to it.
   */
  over(source: Sql, widen?: (first: Sql) => Sql): Sql
}

/** Settings of a statement with a scope: pieces are guarded by what they are given, and are not put off. */
export const SCOPE_SETTINGS: { readonly short_circuit_function_evaluation: string } = {
  // A piece that is put off is computed again by everything that stands on it.
  short_circuit_function_evaluation: 'disable',
}

/** An empty scope; names start with `prefix`. */
export function createScope(prefix: string): Scope {
  const layers: Sql[][] = []
  const layerOf = new Map<Sql, number>()
  let count = 0
  const below = (piece: Sql): number => {
    const known = layerOf.get(piece)
    if (known !== undefined) return known
    return piece.kind === 'sequence' ? Math.max(-1, ...piece.parts.map(below)) : -1
  }
  return {
    name(piece) {
      const name = raw(`${prefix}${count++}`)
      const layer = below(piece) + 1
      layerOf.set(name, layer)
      const pieces = (layers[layer] ??= [])
      pieces.push(sql`, ${piece} AS ${name}`)
      return name
    },
    brought(column) {
      layerOf.set(column, 0)
      return column
    },
    over(source, widen = (first) => first) {
      let from = source
      for (let layer = 0; layer < Math.max(1, layers.length); layer++) {
        from = sql`(SELECT *${join(layers[layer] ?? [], '')} FROM ${from})`
        if (layer === 0) from = widen(from)
      }
      return from
    },
  }
}
