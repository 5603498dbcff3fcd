/** Columns that a model asks of every customer, written in the segment language: read, bound, and computed by the store. */
import type { Instant, Issue, Window } from '../../../../core/base/index.ts'
import { LOCALES, windowEdges } from '../../../../core/base/index.ts'
import { say, type Finding, type Text } from '../../../../core/insight/index.ts'
import {
  emitExpressions,
  weaveExpressions,
  type AskedColumn,
  type Expressions,
} from '../../../../core/plan/index.ts'
import {
  check,
  checkMeasure,
  renderIssue,
  type BindContext,
  type BoundDefinition,
} from '../../../../core/segment/index.ts'
import { sql, type Sql } from '../../../../core/sql/index.ts'
import { appliedDefinitions, bindContextOf, cutoffsOfPlan } from '../../../run/index.ts'
import type { ReportContext } from '../../report/kind.ts'

/** A column in the segment language. */
export interface WrittenColumn {
  readonly name: string
  readonly text: string
  /** A number, or whether a condition holds (1 or 0). */
  readonly kind: 'number' | 'condition'
}

/** `customer_key` and the columns, one row for everybody known; `share` of the customers by their hashed key. */
export type ValuesOf = (on: ReportContext, share?: number) => Sql

/** Columns that were read. */
export interface Asked {
  /** Traits that each column looks at. */
  readonly traits: ReadonlyMap<string, ReadonlySet<string>>
  /** The parts of each column as it was bound. */
  readonly nodes: ReadonlyMap<string, readonly object[]>
  /** How far back a column's events reach when it is asked at an instant: -Infinity for all time, the instant itself for none. */
  readonly since: (column: string, asOf: Instant) => Instant
  /** The columns with what was known at an instant, and nothing later. */
  readonly asOf: (instant: Instant) => Promise<ValuesOf>
}

/** Reads and binds; a column that cannot be read is a finding that says why. */
export async function askColumns(
  context: ReportContext,
  written: readonly WrittenColumn[],
): Promise<
  { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly finding: Finding }
> {
  const { current } = context
  const binding = await bindingOf(context)
  const columns: AskedColumn[] = []
  const refers = new Set<string>()
  for (const column of written) {
    const read = readColumn(column, binding.context)
    if (!read.ok) return { ok: false, finding: unreadable(column, read.issues) }
    columns.push(read.column)
    for (const key of read.refersTo) refers.add(key)
  }
  const { catalogue, timeZone } = current.programme
  const definitions = closure([...refers], binding.bound)
  const expressions = weaveExpressions(columns, { catalogue, timeZone, definitions })
  const asked: Asked = {
    traits: new Map(columns.map((column) => [column.name, traitsIn(column)])),
    nodes: new Map(columns.map((column) => [column.name, nodesOf(column)])),
    since: (name, asOf) =>
      Math.min(
        asOf,
        ...columns
          .filter((column) => column.name === name)
          .flatMap(windowsIn)
          .map((window) => windowEdges(window, asOf, timeZone).after),
      ),
    asOf: (instant) => valuesAt(context, expressions, instant),
  }
  return { ok: true, asked }
}

/** Whether a definition means something here: what a report proposes must be usable as it stands. */
export async function isDefinition(context: ReportContext, text: string): Promise<boolean> {
  const binding = await bindingOf(context)
  return check(text, binding.context).ok
}

async function bindingOf(context: ReportContext): Promise<{
  readonly context: BindContext
  readonly bound: ReadonlyMap<string, BoundDefinition>
}> {
  const { current } = context
  const applied = await appliedDefinitions(current)
  const bound = new Map(
    [...applied.definitions].flatMap(([key, one]) =>
      one.bound === undefined ? [] : [[key, one.bound] as const],
    ),
  )
  return {
    context: bindContextOf(current.programme, [...bound.keys()], applied.lists),
    bound,
  }
}

type Read =
  | { readonly ok: true; readonly column: AskedColumn; readonly refersTo: readonly string[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

function readColumn({ name, text, kind }: WrittenColumn, context: BindContext): Read {
  if (kind === 'condition') {
    const read = check(text, context)
    if (!read.ok) return read
    const { condition, refersTo } = read.value.bound
    return { ok: true, column: { name, condition }, refersTo }
  }
  const read = checkMeasure(text, context)
  if (!read.ok) return read
  const value = read.value
  if (value.type !== 'number') return { ok: false, issues: [] }
  return { ok: true, column: { name, value }, refersTo: [] }
}

const W = {
  unread: [
    '{name}: “{text}” cannot be read. {why}',
    '{name}: não se consegue ler “{text}”. {why}',
    '{name}: no se puede leer «{text}». {why}',
    '{name} : impossible de lire « {text} ». {why}',
  ],
  number: [
    'It must be a number; a length of time becomes one by “/ 1 day”.',
    'Precisa ser um número; uma duração vira número com “/ 1 day”.',
    'Debe ser un número; una duración lo es con «/ 1 day».',
    'Il faut un nombre ; une durée en devient un par « / 1 day ».',
  ],
} as const

function unreadable({ name, text }: WrittenColumn, issues: readonly Issue[]): Finding {
  const [first] = issues
  const why: Text =
    first === undefined
      ? say(W.number)
      : (Object.fromEntries(
          LOCALES.map((locale) => [locale, renderIssue(first, locale) ?? first.code]),
        ) as Text)
  return { code: 'model/expression', tone: 'bad', text: say(W.unread, { name, text, why }) }
}

/** The segments named, and those that these refer to. */
function closure(
  keys: readonly string[],
  bound: ReadonlyMap<string, BoundDefinition>,
): readonly BoundDefinition[] {
  const found = new Map<string, BoundDefinition>()
  const add = (key: string): void => {
    const one = bound.get(key)
    if (one === undefined || found.has(key)) return
    found.set(key, one)
    one.refersTo.forEach(add)
  }
  keys.forEach(add)
  return [...found.values()]
}

function traitsIn(column: AskedColumn): ReadonlySet<string> {
  const names = nodesOf(column).flatMap((node) => {
    const { kind, name } = node as { readonly kind?: unknown; readonly name?: unknown }
    return kind === 'trait' && typeof name === 'string' ? [name] : []
  })
  return new Set(names)
}

/** The windows of all events that are looked at; undefined is all time. */
function windowsIn(column: AskedColumn): readonly (Window | undefined)[] {
  return nodesOf(column).flatMap((node) => {
    const { event, window } = node as { readonly event?: unknown; readonly window?: Window }
    return typeof event === 'string' ? [window] : []
  })
}

function nodesOf(column: AskedColumn): readonly object[] {
  return nodesIn('condition' in column ? column.condition : column.value)
}

/** Every part of something bound, itself first. */
export function nodesIn(bound: object): readonly object[] {
  const found: object[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    found.push(node)
    Object.values(node).forEach(visit)
  }
  visit(bound)
  return found
}

async function valuesAt(
  context: ReportContext,
  expressions: Expressions,
  asOf: Instant,
): Promise<ValuesOf> {
  const { current, signal } = context
  const cutoffs = await cutoffsOfPlan(current, expressions.plan, {
    asOf,
    ...(signal === undefined ? {} : { signal }),
  })
  return (on, share) => {
    const values = emitExpressions(expressions, {
      table: on.table,
      asOf,
      cutoffs: (key) => cutoffs.get(key),
      ...(share === undefined ? {} : { sampleShare: share }),
    })
    // What passes find nothing of is 0 or NULL as the plan says, whatever the statement around it wants of joins.
    const told = sql`${values} SETTINGS join_use_nulls = 0`
    const { leftOut } = context
    if (leftOut === undefined) return told
    return sql`SELECT * FROM (${told}) WHERE customer_key NOT IN (${leftOut(on.table)})`
  }
}
