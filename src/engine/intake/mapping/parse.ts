/** Reads and prints `mappings/*.yaml`. */
import { isMap, isScalar, LineCounter, parseDocument, stringify, type Document } from 'yaml'
import { invalid, valid, type Checked, type Issue } from '../../../core/base/index.ts'
import type { FieldSource, FieldSources, Mapping, MappingDocument } from './mapping.ts'
import { MAPPING_SCHEMA } from './schema.ts'

/** Text of a mapping file -> mapping, or issues with line and column. Codes: `intake/mapping-syntax`, `intake/mapping-shape`. */
export function parseMapping(text: string, file: string): Checked<Mapping> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0) {
    return invalid(
      ...document.errors.map((error): Issue => {
        const at = lines.linePos(error.pos[0])
        return {
          code: 'intake/mapping-syntax',
          severity: 'error',
          at: { kind: 'file', file, line: at.line, column: at.col },
          params: { detail: error.message.split('\n')[0] ?? '' },
        }
      }),
    )
  }
  const parsed = MAPPING_SCHEMA.safeParse(document.toJS())
  if (!parsed.success) {
    return invalid(
      ...parsed.error.issues.map((issue): Issue => {
        const offset = offsetOf(document, issue.path)
        const at = offset === undefined ? undefined : lines.linePos(offset)
        return {
          code: 'intake/mapping-shape',
          severity: 'error',
          at: {
            kind: 'file',
            file,
            ...(at === undefined ? {} : { line: at.line, column: at.col }),
          },
          params: { path: issue.path.join('.') || file, detail: issue.message },
        }
      }),
    )
  }
  return checkMapping(toMapping(parsed.data), file)
}

function checkMapping(mapping: Mapping, file: string): Checked<Mapping> {
  const issues: Issue[] = []
  const wrong = (path: string, detail: string): void => {
    issues.push({
      code: 'intake/mapping-shape',
      severity: 'error',
      at: { kind: 'file', file },
      params: { path, detail },
    })
  }
  if (mapping.kind === 'events' && mapping.event === undefined) wrong('event', 'missing')
  const all = [mapping.fields, ...mapping.routes.map((route) => route.fields)]
  for (const [name, source] of all.flatMap((fields) => Object.entries(fields))) {
    const given = [source.from, source.constant, source.multiply].filter((x) => x !== undefined)
    if (given.length !== 1) wrong(`fields.${name}`, 'one of from, constant, multiply')
  }
  return issues.length > 0 ? invalid(...issues) : valid(mapping)
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true)
    const key = path[depth - 1]
    if (!isMap(parent)) continue
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
    if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0]
  }
  return undefined
}

/** A checked document as a mapping. */
export function toMapping(document: MappingDocument): Mapping {
  const { set_aside: setAside, customer, at, id, event, lines, each, product, clear } = document
  return {
    name: document.name,
    files: document.files,
    format: document.format,
    kind: document.kind,
    ...(event === undefined ? {} : { event }),
    ...(customer === undefined ? {} : { customer: toList(customer) }),
    ...(at === undefined ? {} : { at: toList(at) }),
    ...(id === undefined ? {} : { id: toList(id) }),
    ...(lines === undefined ? {} : { lines }),
    ...(each === undefined ? {} : { each }),
    ...(product === undefined ? {} : { product }),
    fields: toSources(document.fields),
    ...(clear === undefined ? {} : { clear }),
    routes: document.routes.map((route) => ({
      when: route.when,
      event: route.event,
      fields: toSources(route.fields ?? {}),
    })),
    setAside,
  }
}

function toList(columns: string | readonly string[]): readonly string[] {
  return typeof columns === 'string' ? [columns] : columns
}

function toSources(fields: MappingDocument['fields']): FieldSources {
  return Object.fromEntries(
    Object.entries(fields).map(([name, written]): [string, FieldSource] => {
      if (typeof written === 'string') return [name, fromColumn(written)]
      const { from, values, negate, absolute, constant, multiply, dates, separator } = written
      const source: FieldSource = {
        ...(from === undefined ? {} : { from: toList(from) }),
        ...(constant === undefined ? {} : { constant }),
        ...(multiply === undefined ? {} : { multiply }),
        negate: negate ?? false,
        absolute: absolute ?? false,
        values: Object.fromEntries(Object.entries(values ?? {}).map(([k, v]) => [k, String(v)])),
        ...(dates === undefined ? {} : { dates }),
        ...(separator === undefined ? {} : { separator }),
      }
      return [name, source]
    }),
  )
}

/** The plainest source: one column as it is. */
export function fromColumn(column: string): FieldSource {
  return { from: [column], negate: false, absolute: false, values: {} }
}

const short = (columns: readonly string[]): string | readonly string[] =>
  columns.length === 1 ? (columns[0] ?? '') : columns

/** A mapping as YAML text that `parseMapping` reads back to the same mapping. */
export function printMapping(mapping: Mapping): string {
  const sources = (fields: FieldSources): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([name, s]) => {
        const { from, values, negate, absolute, ...rest } = s
        const written = {
          ...(from === undefined ? {} : { from: short(from) }),
          ...rest,
          ...(negate ? { negate } : {}),
          ...(absolute ? { absolute } : {}),
          ...(Object.keys(values).length === 0 ? {} : { values }),
        }
        const onlyColumn = Object.keys(written).length === 1 && from !== undefined
        return [name, onlyColumn ? short(from) : written]
      }),
    )
  const { customer, at, id, fields, routes, setAside, files, format, ...rest } = mapping
  const body = {
    name: rest.name,
    files,
    format,
    kind: rest.kind,
    event: rest.event,
    customer: customer && short(customer),
    at: at && short(at),
    id: id && short(id),
    lines: rest.lines,
    each: rest.each,
    product: rest.product,
    fields: fixLists(sources(fields)),
    clear: rest.clear,
    routes: routes.map((r) => ({
      when: r.when,
      event: r.event,
      fields: fixLists(sources(r.fields)),
    })),
    set_aside: setAside,
  }
  const kept = Object.entries(body).filter(([key, v]) => key === 'name' || !isEmpty(v))
  return (
    MODELINE + stringify(Object.fromEntries(kept), { lineWidth: 100, aliasDuplicateObjects: false })
  )
}

const MODELINE = '# yaml-language-server: $schema=../schema/mapping.schema.json\n'

function fixLists(fields: Record<string, unknown>): Record<string, unknown> {
  // A field read from several joined columns has to be written as a recipe, the short form being one column.
  return Object.fromEntries(
    Object.entries(fields).map(([name, v]) => [name, Array.isArray(v) ? { from: v } : v]),
  )
}

function isEmpty(v: unknown): boolean {
  if (v === undefined) return true
  return typeof v === 'object' && v !== null && Object.keys(v).length === 0
}
