/** The statement that types and checks staged text: one verdict per row, nothing thrown away. */
import type { Instant } from '../../../core/base/index.ts'
import {
  INSTANT_TYPE,
  propertyColumn,
  traitColumn,
  type Catalogue,
} from '../../../core/catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Analytics, TableDefinition } from '../../store/index.ts'
import type { Detection } from '../detect/detection.ts'
import {
  cleaned,
  createScope,
  isMissing,
  stagedType,
  toInstant,
  type Typed,
  type Writing,
} from '../typing/typing.ts'
import { zoneSteps } from '../typing/zone-steps.ts'
import { BAD_JSON, FLAWS, rawColumn, stageTable } from './raw.ts'
import type { EventTarget, Recipe } from './recipe.ts'
import { condition, productAlias, typeValue } from './value.ts'

/** Why a row is set aside; its place in the list is the number stored with the row. */
export interface Reason {
  readonly code: string
  /** Column of the file at fault; '' when it is the whole row. */
  readonly column: string
  readonly params: Readonly<Record<string, string>>
  /** A row set aside by a rule of the mapping does not taint the other lines of its order. */
  readonly byRule: boolean
}

/** Everything known before the first row is typed. */
export interface Staging {
  readonly load: number
  readonly recipe: Recipe
  readonly detection: Detection
  readonly catalogue: Catalogue
  readonly timeZone: string
  readonly now: Instant
  readonly reasons: readonly Reason[]
  /** True when the mapping names an id, so that events keep it; else their content is their id. */
  readonly hasId: boolean
}

/** The reasons every load may need, in the order of their numbers; rows of events and profiles add theirs. */
export const REASON: {
  readonly conflict: number
  readonly withOrder: number
  readonly twoCustomers: number
  readonly twice: number
} = {
  conflict: BAD_JSON + 1,
  withOrder: BAD_JSON + 2,
  twoCustomers: BAD_JSON + 3,
  twice: BAD_JSON + 4,
}
/** Stored like a reason: the row was known before and is accepted. */
export const KNOWN = 65_535

function whole(code: string): Reason {
  return { code, column: '', params: {}, byRule: false }
}

const FIXED: readonly Reason[] = [
  ...FLAWS.map(whole),
  whole('intake/bad-json'),
  whole('intake/id-conflict'),
  whole('intake/with-its-order'),
  whole('intake/order-of-two-customers'),
  whole('intake/told-twice'),
]

/** The value of staging column n. */
export function valueColumn(n: number): string {
  return `v${n}`
}

/** The table of typed rows: `key` is what rows of one event, customer or product share. */
export function typedShape(staging: Staging): TableDefinition {
  return {
    name: stageTable(staging.load, 'typed'),
    columns: [
      { name: 'route', type: 'UInt8' },
      { name: 'key', type: 'UInt64' },
      { name: 'ordinal', type: 'UInt64' },
      { name: 'sub', type: 'UInt32' },
      { name: 'line', type: 'UInt64' },
      { name: 'reason', type: 'UInt16' },
      { name: 'rounded', type: 'UInt8' },
      { name: 'customer', type: 'String' },
      { name: 'at', type: INSTANT_TYPE },
      { name: 'gid', type: 'String' },
      { name: 'content', type: 'FixedString(16)' },
      { name: 'cleared', type: 'Array(String)' },
      ...staging.recipe.values.map((v, n) => ({ name: valueColumn(n), type: stagedType(v.type) })),
    ],
    orderBy: ['route', 'key', 'ordinal', 'sub'],
  }
}

/** Builds the typing statement and the list of reasons its verdicts refer to. */
export function buildTyping(
  analytics: Analytics,
  given: Omit<Staging, 'reasons'> & { readonly hasProducts: boolean },
): { readonly reasons: readonly Reason[]; readonly statement: Sql } {
  const { recipe, detection } = given
  const { mapping } = recipe
  const scope = createScope('d')
  const writing: Writing = {
    decimal: detection.decimal,
    dates: detection.dates,
    zone: zoneSteps(mapping.format.time_zone ?? given.timeZone),
    separator: '|',
  }
  const clear = mapping.clear
  const cells = recipe.columns.map((_, n) =>
    scope.name(cleaned(raw(rawColumn(n)), detection.missing)),
  )
  const cell = (name: string): Sql => cells[recipe.columns.indexOf(name)] ?? sql`''`
  const isClear = (text: Sql): Sql =>
    clear === undefined ? sql`0` : sql`${text} = ${value(clear, 'String')}`
  const unlessClear = (text: Sql): Sql =>
    clear === undefined ? text : scope.name(sql`if(${isClear(text)}, '', ${text})`)
  const joined = (columns: readonly string[] | undefined, separator: string): Sql => {
    const [first, ...rest] = (columns ?? []).map(cell)
    if (first === undefined) return sql`''`
    if (rest.length === 0) return first
    const parts = join([first, ...rest], ', ')
    return scope.name(
      sql`if(empty(${first}), '', arrayStringConcat(arrayFilter(x -> x != '', [${parts}]), ${value(separator, 'String')}))`,
    )
  }

  const customer = joined(mapping.customer, '/')
  const gid = joined(mapping.id, '/')
  const atText = joined(mapping.at, ' ')
  const at = mapping.at === undefined ? undefined : toInstant(scope, atText, writing)
  const values = recipe.values.map((v) =>
    typeValue(scope, v, { cell, joined, unlessClear, writing }),
  )

  const reasons: Reason[] = [...FIXED]
  const tests: Sql[] = [sql`flaw != 0, flaw`]
  const refuse = (when: Sql, reason: Reason): void => {
    tests.push(sql`${when}, ${raw(String(reasons.length))}`)
    reasons.push(reason)
  }
  for (const rule of mapping.setAside) {
    refuse(condition(scope, rule.when, cell, writing), {
      code: 'intake/set-aside',
      column: rule.when.column,
      params: { reason: rule.reason },
      byRule: true,
    })
  }
  const role = (text: Sql, columns: readonly string[] | undefined, code: string): void => {
    if (columns === undefined) return
    refuse(sql`${text} = ''`, { code, column: columns[0] ?? '', params: {}, byRule: false })
  }
  role(customer, mapping.customer, 'intake/no-customer')
  role(gid, mapping.id, 'intake/no-id')
  role(atText, mapping.at, 'intake/no-instant')
  if (at !== undefined) {
    refuse(sql`isNull(${at})`, {
      code: 'intake/bad-instant',
      column: mapping.at?.[0] ?? '',
      params: {},
      byRule: false,
    })
  }
  const routes = mapping.routes.map((r) => condition(scope, r.when, cell, writing))
  const route = scope.name(
    routes.length === 0
      ? sql`0`
      : sql`multiIf(${join(
          routes.map((r, n) => sql`${r}, ${raw(String(n + 1))}`),
          ', ',
        )}, 0)`,
  )
  refuseValues(recipe, values, route, refuse)

  const rounded = values.map((v) => v.rounded).filter((r) => r !== undefined)
  const content = contentHash(recipe, values, route, { customer, at })
  const traits = recipe.traits.map((t) => ({
    name: t.name.slice(traitColumn('').length),
    text: joined(recipe.values[t.value]?.source?.from, ' '),
  }))
  const cleared =
    clear === undefined || traits.length === 0
      ? sql`[]`
      : sql`arrayFilter(x -> x != '', [${join(
          traits.map((t) => sql`if(${isClear(t.text)}, ${value(t.name, 'String')}, '')`),
          ', ',
        )}])`
  const key =
    mapping.kind === 'customers'
      ? sql`sipHash64(${customer})`
      : given.hasId
        ? sql`sipHash64(${gid})`
        : mapping.each === undefined
          ? sql`reinterpretAsUInt64(${content})`
          : sql`sipHash64(ordinal)`
  const order = given.hasId || mapping.each === undefined ? gid : sql`toString(ordinal)`
  const statement = sql`INSERT INTO ${analytics.table(stageTable(given.load, 'typed'))}
    WITH ${join(scope.definitions(), ', ')}
    SELECT ${route}, ${key}, ordinal, sub, line,
      multiIf(${join(tests, ', ')}, 0),
      ${
        rounded.length === 0
          ? sql`0`
          : sql`least(255, ${join(
              rounded.map((r) => sql`toUInt8(${r})`),
              ' + ',
            )})`
      },
      ${customer}, ${at === undefined ? sql`toDateTime64(0, 3, 'UTC')` : sql`ifNull(${at}, toDateTime64(0, 3, 'UTC'))`},
      ${order}, ${content}, ${cleared}${join(
        values.map((v) => sql`, ${v.value}`),
        '',
      )}
    FROM ${analytics.table(stageTable(given.load, 'raw'))} AS r ${productJoin(analytics, given, cell)}`
  return { reasons, statement }
}

/** The same content gives the same hash: what makes an event without id itself. */
function contentHash(
  recipe: Recipe,
  values: readonly Typed[],
  route: Sql,
  row: { readonly customer: Sql; readonly at: Sql | undefined },
): Sql {
  const hash = (columns: readonly { readonly value: number }[]): Sql => {
    const parts = columns.map((c) => sql`, ${values[c.value]?.value ?? sql`''`}`)
    return sql`sipHash128(tuple(${row.customer}, ${row.at ?? sql`0`}${join(parts, '')}))`
  }
  if (recipe.events.length === 0) return hash(recipe.traits)
  const [first, ...rest] = recipe.events.map((e) => hash([...e.properties, ...e.elements]))
  if (first === undefined || rest.length === 0) return first ?? sql`''`
  const branches = rest.map((h, n) => sql`${route} = ${raw(String(n + 1))}, ${h}`)
  return sql`multiIf(${join(branches, ', ')}, ${first})`
}

function productJoin(
  analytics: Analytics,
  given: { readonly recipe: Recipe; readonly hasProducts: boolean },
  cell: (name: string) => Sql,
): Sql {
  const { recipe } = given
  const names = productProperties(recipe)
  if (names.length === 0 || recipe.mapping.product === undefined) return sql``
  const latest = names.map(
    (name) => sql`, argMax(${id(propertyColumn(name))}, load) AS ${id(productAlias(name))}`,
  )
  const filter = given.hasProducts ? sql`` : sql`WHERE 0`
  return sql`LEFT ANY JOIN (SELECT product_id${join(latest, '')} FROM ${analytics.table('product')} ${filter} GROUP BY product_id) AS p
    ON ${cell(recipe.mapping.product)} = p.product_id`
}

function productProperties(recipe: Recipe): readonly string[] {
  return [...new Set(recipe.values.flatMap((v) => v.productProperty ?? []))]
}

function refuseValues(
  recipe: Recipe,
  values: readonly Typed[],
  route: Sql,
  refuse: (when: Sql, reason: Reason) => void,
): void {
  const targets: readonly (EventTarget | undefined)[] =
    recipe.events.length === 0 ? [undefined] : recipe.events
  for (const [n, target] of targets.entries()) {
    const columns =
      target === undefined ? recipe.traits : [...target.properties, ...target.elements]
    const here = targets.length === 1 ? sql`` : sql`${route} = ${raw(String(n))} AND `
    for (const column of columns) {
      const v = values[column.value]
      const plan = recipe.values[column.value]
      if (v === undefined || plan === undefined) continue
      const at = { column: plan.column, params: {}, byRule: false }
      if (plan.source !== undefined) refuse(sql`${here}${v.unfit}`, { ...at, code: v.code })
      if (column.required) {
        const missing = isMissing(v.value, column.type)
        refuse(sql`${here}${missing}`, { ...at, code: 'intake/required-missing' })
      }
    }
  }
}
