/** SQL of single values and tests of a row: where a mapping's recipes become expressions. */
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { FieldSource, RowCondition } from '../mapping/mapping.ts'
import {
  isMissing,
  multiplied,
  stagedType,
  toNumber,
  typed,
  type Typed,
  type Writing,
} from '../typing/typing.ts'
import type { Scope } from '../typing/scope.ts'
import type { ValueRecipe } from './recipe.ts'

/** Name of a product's reference property in the typing statement. */
export function productAlias(property: string): string {
  return `of_${property}`
}

/** A row of the raw staging table as SQL sees it. */
export interface Row {
  readonly scope: Scope
  /** The text of a column, trimmed, '' where nothing is known. */
  readonly cell: (name: string) => Sql
  /** The texts of several columns as one. */
  readonly joined: (columns: readonly string[] | undefined, separator: string) => Sql
  /** Whether a text asks to clear a trait. */
  readonly isClear: (text: Sql) => Sql
  readonly unlessClear: (text: Sql) => Sql
  readonly writing: Writing
}

/** The typed value of a recipe, filled from reference data of products where it is missing. */
export function typeValue(row: Row, recipe: ValueRecipe): Typed {
  const { source, type, productProperty } = recipe
  const own = source === undefined ? nothing(type) : typeSource(row, source, recipe)
  if (productProperty === undefined) return own
  const reference = row.scope.brought(id(productAlias(productProperty)))
  const filled = sql`if(${isMissing(own.value, type)}, ${castReference(reference, type)}, ${own.value})`
  return { ...own, value: row.scope.name(filled) }
}

function castReference(reference: Sql, type: ValueRecipe['type']): Sql {
  return sql`CAST(${reference}, ${raw(`'${stagedType(type).replaceAll("'", "\\'")}'`)})`
}

function nothing(type: ValueRecipe['type']): Typed {
  const missing = sql`defaultValueOfTypeName(${raw(`'${stagedType(type).replaceAll("'", "\\'")}'`)})`
  return { value: missing, unfit: sql`0`, code: '' }
}

function typeSource(row: Row, source: FieldSource, recipe: ValueRecipe): Typed {
  const { scope, joined, unlessClear, writing } = row
  if (source.multiply !== undefined) return product(row, source)
  const how = {
    ...writing,
    ...(source.dates === undefined ? {} : { dates: source.dates }),
    ...(source.separator === undefined ? {} : { separator: source.separator }),
  }
  if (source.constant !== undefined) {
    const text = value(String(source.constant), 'String')
    return typed(scope, text, recipe.type, { ...how, decimal: '.', dates: 'ymd' })
  }
  const text = unlessClear(joined(source.from, recipe.type === 'geo' ? ',' : ' '))
  const keys = Object.keys(source.values)
  const mapped =
    keys.length === 0
      ? text
      : scope.name(
          sql`transform(${text}, ${value(keys, 'Array(String)')}, ${value(Object.values(source.values), 'Array(String)')}, ${text})`,
        )
  return signed(typed(scope, mapped, recipe.type, how), source)
}

function signed(plain: Typed, source: FieldSource): Typed {
  const positive = source.absolute ? { ...plain, value: sql`abs(${plain.value})` } : plain
  return source.negate ? { ...positive, value: sql`negate(${positive.value})` } : positive
}

function product({ scope, cell, writing }: Row, source: FieldSource): Typed {
  const texts = (source.multiply ?? []).map(cell)
  const factors = texts.map((text) => toNumber(scope, text, writing.decimal))
  const result = factors
    .map((f) => f.value)
    .reduce((product, factor) => multiplied(scope, product, factor))
  const given = join(
    texts.map((text) => sql`${text} != ''`),
    ' AND ',
  )
  const anyUnfit = texts.map(
    (text, n) => sql`(${text} != '' AND isNull(${factors[n]?.value ?? text}))`,
  )
  return signed(
    {
      value: result,
      unfit: sql`(${join(anyUnfit, ' OR ')} OR (${given} AND isNull(${result})))`,
      code: 'intake/bad-number',
    },
    source,
  )
}

/** A test of the mapping on a row, as SQL. */
export function condition({ scope, cell, writing }: Row, test: RowCondition): Sql {
  const text = cell(test.column)
  const parts: Sql[] = []
  if (test.is !== undefined) {
    const all = (Array.isArray(test.is) ? test.is : [test.is]) as readonly unknown[]
    parts.push(sql`${text} IN ${value(all.map(String), 'Array(String)')}`)
  }
  if (test.starts_with !== undefined) {
    parts.push(sql`startsWith(${text}, ${value(test.starts_with, 'String')})`)
  }
  if (test.matches !== undefined) parts.push(sql`match(${text}, ${value(test.matches, 'String')})`)
  if (test.empty !== undefined) parts.push(sql`empty(${text}) = ${raw(test.empty ? '1' : '0')}`)
  const bound = (limit: number, sign: '<' | '>'): Sql =>
    sql`ifNull(${toNumber(scope, text, writing.decimal).value} ${raw(sign)} toDecimal64(${value(String(limit), 'String')}, 6), 0)`
  if (test.below !== undefined) parts.push(bound(test.below, '<'))
  if (test.above !== undefined) parts.push(bound(test.above, '>'))
  return parts.length === 0 ? sql`0` : sql`(${join(parts, ' AND ')})`
}
