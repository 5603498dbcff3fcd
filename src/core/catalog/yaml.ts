/** YAML read into checked values, with the line and column of every part kept at hand. */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
} from 'yaml'
import type { ZodType } from 'zod'
import { invalid, nearest, valid, type Checked, type Issue, type Place } from '../base/index.ts'
import { mismatches } from './mismatch.ts'
import type { CatalogCode } from './words.ts'

/** Beyond this a file is no longer something written for people. */
const MAX_CHARACTERS = 2_000_000

export type Path = readonly (string | number)[]
type FilePlace = Extract<Place, { kind: 'file' }>

/** A document whose parts can be pointed at. */
export interface YamlSource {
  /** The place of the value at a path (of its key with `key`), or of the nearest part above it that exists. */
  readonly locate: (
    path: Path,
    options?: { readonly key?: boolean; readonly offset?: number },
  ) => FilePlace
  /** The scalar at a path, as written. */
  readonly scalar: (path: Path) => Scalar | undefined
  readonly text: string
}

/** Reads text as one YAML document of the shape of a schema. Numbers stay as they are written. */
export function readYaml<T>(
  text: string,
  file: string,
  schema: ZodType<T>,
  whenEmpty: CatalogCode = 'catalog/empty-file',
): Checked<{ readonly value: T; readonly source: YamlSource }> {
  const top: FilePlace = { kind: 'file', file, line: 1, column: 1 }
  if (text.length > MAX_CHARACTERS) {
    return invalid(issue('catalog/too-large', top, { limit: MAX_CHARACTERS }))
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const placeAt = (offset: number): FilePlace => {
    const { line, col } = lines.linePos(offset)
    return { kind: 'file', file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (document.errors.length > 0) {
    return invalid(
      ...document.errors.map((error) =>
        error.code === 'DUPLICATE_KEY'
          ? issue('catalog/duplicate-key', placeAt(error.pos[0]), {
              key: keyAt(text, error.pos[0]),
            })
          : issue('catalog/not-yaml', placeAt(error.pos[0]), { reason: error.message }),
      ),
    )
  }
  if (document.contents === null) return invalid(issue(whenEmpty, top, {}))
  keepNumbersAsWritten(document)
  const source: YamlSource = { text, ...locator(document, placeAt) }
  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: 50 })
  } catch (error) {
    // The library throws on aliases that multiply without end.
    const reason = error instanceof Error ? error.message : 'alias'
    return invalid(issue('catalog/not-yaml', top, { reason }))
  }
  const parsed = schema.safeParse(plain)
  if (parsed.success) return valid({ value: parsed.data, source })
  return invalid(
    ...mismatches(parsed.error.issues, plain).map((m) => {
      const at = source.locate(m.path, { key: m.atKey })
      const fix = m.wrong === undefined ? undefined : nearest(m.wrong, m.known ?? [])
      return issue(m.code, at, m.params, fix)
    }),
  )
}

/** An error with its place, and a replacement where one is near. */
export function issue(code: string, at: Place, params: Issue['params'], fix?: string): Issue {
  return { code, severity: 'error', at, params, ...(fix === undefined ? {} : { fix }) }
}

/** `007` is a name, not 7; where a number is wanted the schema turns it into one. */
function keepNumbersAsWritten(document: Document): void {
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'number' || typeof node.value === 'bigint') {
        node.value = node.source ?? String(node.value)
      }
    },
  })
}

function keyAt(text: string, offset: number): string {
  return /^["']?([^"':\n]*)/.exec(text.slice(offset))?.[1]?.trim() ?? ''
}

function locator(
  document: Document,
  placeAt: (offset: number) => FilePlace,
): Pick<YamlSource, 'locate' | 'scalar'> {
  /** The key node and value node at the end of a path, as deep as the document goes. */
  const find = (path: Path): { key?: Node; value?: Node; whole: boolean } => {
    let value: Node | undefined = document.contents ?? undefined
    let key: Node | undefined
    for (const step of path) {
      const node: Node | undefined = isAlias(value) ? value.resolve(document) : value
      const child = childOf(node, step)
      if (child === undefined) return { ...parts(key, value), whole: false }
      key = child.key
      value = child.value
    }
    return { ...parts(key, value), whole: true }
  }
  return {
    locate: (path, options = {}) => {
      const { key, value, whole } = find(path)
      const wantsKey = options.key === true && whole
      const node = wantsKey ? (key ?? value) : (value ?? key)
      const quote = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
      const inside = options.offset === undefined ? 0 : options.offset + (quote ? 1 : 0)
      return placeAt((node?.range?.[0] ?? 0) + inside)
    },
    scalar: (path) => {
      const { value, whole } = find(path)
      return whole && isScalar(value) ? value : undefined
    },
  }
}

function parts(key?: Node, value?: Node): { key?: Node; value?: Node } {
  return { ...(key === undefined ? {} : { key }), ...(value === undefined ? {} : { value }) }
}

function childOf(
  node: Node | undefined,
  step: string | number,
): { key?: Node; value?: Node } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((p) => isScalar(p.key) && String(p.key.value) === String(step))
    if (!isPair(pair)) return undefined
    const value = pair.value as Node | null
    return parts(pair.key as Node, value ?? undefined)
  }
  if (isSeq(node)) {
    const value = node.items[Number(step)] as Node | undefined
    return value === undefined ? undefined : { value }
  }
  return undefined
}
