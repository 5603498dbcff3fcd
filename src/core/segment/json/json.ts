/** The JSON form of a definition: the tree under a version, for the builder and the API. */
import { invalid, valid, type Checked, type Issue } from '../../base/index.ts'
import type { SpanOf } from '../syntax/cursor.ts'
import { treeDepth } from '../syntax/depth.ts'
import { MAX_DEPTH, MAX_TEXT_LENGTH } from '../syntax/keywords.ts'
import { print } from '../syntax/print.ts'
import type { Definition } from '../tree.ts'
import { definitionSchema } from './schema.ts'

const VERSION = 1

/** A definition as it travels. */
export interface DefinitionJson {
  readonly tessera: 'segment'
  readonly version: typeof VERSION
  readonly definition: Definition
}

/** The document of a definition; the tree itself, not a copy. */
export function toJson(definition: Definition): DefinitionJson {
  return { tessera: 'segment', version: VERSION, definition }
}

/** Reads a document; each fault is told with its path. Names are not looked up: that is `bind`. */
export function fromJson(document: unknown): Checked<Definition> {
  if (!isOurs(document)) {
    return invalid(fault('segment/json-version', [], { version: VERSION }))
  }
  if (treeDepth(document.definition) > MAX_DEPTH) {
    return invalid(fault('segment/too-deep', ['definition'], { limit: MAX_DEPTH }))
  }
  const read = definitionSchema.safeParse(document.definition)
  if (!read.success) {
    const faults = read.error.issues.map((issue) => {
      const path = ['definition', ...issue.path].filter((part) => typeof part !== 'symbol')
      return fault('segment/json-shape', path, { reason: issue.message })
    })
    return invalid(...faults)
  }
  if (print(read.data).length > MAX_TEXT_LENGTH) {
    return invalid(fault('segment/text-too-long', ['definition'], { limit: MAX_TEXT_LENGTH }))
  }
  return valid(read.data)
}

function isOurs(document: unknown): document is { readonly definition: unknown } {
  if (typeof document !== 'object' || document === null) return false
  const { tessera, version } = document as Readonly<Record<string, unknown>>
  return tessera === 'segment' && version === VERSION && 'definition' in document
}

function fault(
  code: Issue['code'],
  path: readonly (string | number)[],
  params: Issue['params'],
): Issue {
  return { code, severity: 'error', at: { kind: 'path', path }, params }
}

/** Where the nodes of a definition lie in its JSON form, for `bind`; parts are the last step of a path. */
export function pathsOf(definition: Definition): SpanOf {
  const paths = new Map<object, readonly (string | number)[]>()
  const open: { readonly node: unknown; readonly path: readonly (string | number)[] }[] = [
    { node: definition, path: ['definition'] },
  ]
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { node, path } = top
    if (typeof node !== 'object' || node === null) continue
    paths.set(node, path)
    const isList = Array.isArray(node)
    for (const [key, part] of Object.entries(node)) {
      open.push({ node: part, path: [...path, isList ? Number(key) : key] })
    }
  }
  return (node, part = '') => {
    const path = paths.get(node)
    if (path === undefined) return undefined
    return { kind: 'path', path: part === '' ? path : [...path, part] }
  }
}
