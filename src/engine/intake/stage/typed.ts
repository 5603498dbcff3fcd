/** The statement that types and checks staged text: one verdict per row, nothing thrown away. */
import type { Instant } from '../../../core/base/index.ts'
import {
  INSTANT_TYPE,
  propertyColumn,
  traitColumn,
  type Catalogue,
} from '../../../core/catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Analytics, Settings, TableDefinition } from '../../store/index.ts'
import type { Detection } from '../detect/detection.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { cleaned, isMissing, stagedType, toInstant, type Typed } from '../typing/typing.ts'
import { createScope, SCOPE_SETTINGS } from '../typing/scope.ts'
import { zoneSteps } from '../typing/zone-steps.ts'
import { BAD_JSON, FLAWS, rawColumn, stageTable } from './raw.ts'
import type { EventTarget, Recipe } from './recipe.ts'
import { condition, productAlias, typeValue, type Row } from './value.ts'

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

/** For the typing statement: it runs once, so that compiling it would cost more than it saves. */
export const TYPING_SETTINGS: Settings = { ...SCOPE_SETTINGS, compile_expressions: 0 }

/** Builds the typing statement and the list of reasons its verdicts refer to. */
export function buildTyping(
  analytics: Analytics,
  given: Omit<Staging, 'reasons'> & { readonly hasProducts: boolean },
): { readonly reasons: readonly Reason[]; readonly statement: Sql } {
  const { recipe } = given
  const { mapping } = recipe
  const row = readRow(given)
  const roles = readRoles(row, mapping)
  const values = recipe.values.map((v) => typeValue(row, v))
  const route = routeOf(row, mapping)
  const verdict = judge(row, { recipe, roles, values, route })
  const rounded = values.map((v) => v.rounded).filter((r) => r !== undefined)
  const content = contentHash(recipe, values, route, roles)
  const cleared = clearedTraits(row, recipe)
  const { key, group } = identity(given, roles, content)
  const count = join(
    rounded.map((r) => sql`toUInt8(${r})`),
    ' + ',
  )
  const rows = analytics.table(stageTable(given.load, 'raw'))
  const statement = sql`INSERT INTO ${analytics.table(stageTable(given.load, 'typed'))}
    SELECT ${route}, ${key}, ordinal, sub, line, multiIf(${join(verdict.tests, ', ')}, 0),
      ${rounded.length === 0 ? sql`0` : sql`least(255, ${count})`}, ${roles.customer},
      ${roles.at === undefined ? EPOCH : sql`ifNull(${roles.at}, ${EPOCH})`}, ${group}, ${content}, ${cleared}${join(
        values.map((v) => sql`, ${v.value}`),
        '',
      )}
    FROM ${row.scope.over(rows, (cells) => withProducts(analytics, given, row, cells))}`
  return { reasons: verdict.reasons, statement }
}

const EPOCH = sql`toDateTime64(0, 3, 'UTC')`

function readRow(given: Omit<Staging, 'reasons'>): Row {
  const { recipe, detection } = given
  const { clear, format } = recipe.mapping
  const scope = createScope('d')
  const cells = recipe.columns.map((_, n) =>
    scope.name(cleaned(raw(rawColumn(n)), detection.missing)),
  )
  const cell = (name: string): Sql => cells[recipe.columns.indexOf(name)] ?? sql`''`
  const isClear = (text: Sql): Sql =>
    clear === undefined ? sql`0` : sql`${text} = ${value(clear, 'String')}`
  return {
    scope,
    cell,
    isClear,
    unlessClear: (text) =>
      clear === undefined ? text : scope.name(sql`if(${isClear(text)}, '', ${text})`),
    joined(columns, separator) {
      const [first, ...rest] = (columns ?? []).map(cell)
      if (first === undefined) return sql`''`
      if (rest.length === 0) return first
      const parts = join([first, ...rest], ', ')
      return scope.name(
        sql`if(empty(${first}), '', arrayStringConcat(arrayFilter(x -> x != '', [${parts}]), ${value(separator, 'String')}))`,
      )
    },
    writing: {
      decimal: detection.decimal,
      dates: detection.dates,
      zone: zoneSteps(format.time_zone ?? given.timeZone),
      separator: '|',
    },
  }
}

/** Who, when and which, as a row says it. */
interface RowRoles {
  readonly customer: Sql
  readonly gid: Sql
  readonly atText: Sql
  readonly at: Sql | undefined
}

function readRoles(row: Row, mapping: Mapping): RowRoles {
  const atText = row.joined(mapping.at, ' ')
  return {
    customer: row.joined(mapping.customer, '/'),
    gid: row.joined(mapping.id, '/'),
    atText,
    at: mapping.at === undefined ? undefined : toInstant(row.scope, atText, row.writing),
  }
}

function routeOf(row: Row, mapping: Mapping): Sql {
  if (mapping.routes.length === 0) return row.scope.name(sql`0`)
  const branches = mapping.routes.map(
    (r, n) => sql`${condition(row, r.when)}, ${raw(String(n + 1))}`,
  )
  return row.scope.name(sql`multiIf(${join(branches, ', ')}, 0)`)
}

/** What rows of one event, customer or product share: its hash to sort by, and the id to group by. */
function identity(
  { recipe, hasId }: Pick<Staging, 'recipe' | 'hasId'>,
  roles: RowRoles,
  content: Sql,
): { readonly key: Sql; readonly group: Sql } {
  const { kind, each } = recipe.mapping
  const group = hasId || each === undefined ? roles.gid : sql`toString(ordinal)`
  if (kind === 'customers') return { key: sql`sipHash64(${roles.customer})`, group }
  if (hasId) return { key: sql`sipHash64(${roles.gid})`, group }
  const key = each === undefined ? sql`reinterpretAsUInt64(${content})` : sql`sipHash64(ordinal)`
  return { key, group }
}

function clearedTraits(row: Row, { mapping, traits, values }: Recipe): Sql {
  if (mapping.clear === undefined || traits.length === 0) return sql`[]`
  const names = traits.map((t) => {
    const text = row.joined(values[t.value]?.source?.from, ' ')
    const name = value(t.name.slice(traitColumn('').length), 'String')
    return sql`if(${row.isClear(text)}, ${name}, '')`
  })
  return sql`arrayFilter(x -> x != '', [${join(names, ', ')}])`
}

interface Judged {
  readonly recipe: Recipe
  readonly roles: RowRoles
  readonly values: readonly Typed[]
  readonly route: Sql
}

/** The first reason that holds is the row's. */
function judge(
  row: Row,
  { recipe, roles, values, route }: Judged,
): { readonly reasons: readonly Reason[]; readonly tests: readonly Sql[] } {
  const { mapping } = recipe
  const reasons: Reason[] = [...FIXED]
  const tests: Sql[] = [sql`flaw != 0, flaw`]
  const refuse = (when: Sql, reason: Reason): void => {
    tests.push(sql`${when}, ${raw(String(reasons.length))}`)
    reasons.push(reason)
  }
  for (const rule of mapping.setAside) {
    refuse(condition(row, rule.when), {
      code: 'intake/set-aside',
      column: rule.when.column,
      params: { reason: rule.reason },
      byRule: true,
    })
  }
  const needed = [
    [roles.customer, mapping.customer, 'intake/no-customer'],
    [roles.gid, mapping.id, 'intake/no-id'],
    [roles.atText, mapping.at, 'intake/no-instant'],
  ] as const
  for (const [text, columns, code] of needed) {
    if (columns === undefined) continue
    refuse(sql`${text} = ''`, { code, column: columns[0] ?? '', params: {}, byRule: false })
  }
  if (roles.at !== undefined) {
    const column = mapping.at?.[0] ?? ''
    const reason = { code: 'intake/bad-instant', column, params: {}, byRule: false }
    refuse(sql`isNull(${roles.at})`, reason)
  }
  refuseValues(recipe, values, route, refuse)
  return { reasons, tests }
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

/** The rows with the reference values of their product beside them. */
function withProducts(
  analytics: Analytics,
  given: { readonly recipe: Recipe; readonly hasProducts: boolean },
  { cell }: Row,
  rows: Sql,
): Sql {
  const { recipe } = given
  const names = productProperties(recipe)
  if (names.length === 0 || recipe.mapping.product === undefined) return rows
  const latest = names.map(
    (name) => sql`, argMax(${id(propertyColumn(name))}, load) AS ${id(productAlias(name))}`,
  )
  const filter = given.hasProducts ? sql`` : sql`WHERE 0`
  return sql`${rows} AS r LEFT ANY JOIN (SELECT product_id${join(latest, '')} FROM ${analytics.table('product')} ${filter} GROUP BY product_id) AS p
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
