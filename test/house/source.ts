/** Reads the tree the way the house rules see it: files, their imports, exports, functions and comments. */
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

export interface SourceFile {
  readonly path: string
  readonly text: string
}

export interface Import {
  readonly specifier: string
  readonly line: number
}

export interface Sized {
  readonly name: string
  readonly line: number
  readonly lines: number
}

export interface Parsed {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly functions: readonly Sized[]
  /** Exported functions and classes without a docstring right above them. */
  readonly undocumented: readonly string[]
  /** String literals that look like codes: `room/kebab-reason`. */
  readonly literals: readonly string[]
}

/** Every file git knows or would add, below `root`. */
export function listFiles(root: string): readonly string[] {
  const out = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
  return out.split('\0').filter((path) => path !== '' && isFile(join(root, path)))
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

export function readSource(root: string, path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), 'utf8') }
}

/** Parses one TypeScript file; a syntax error is a failure of the check itself. */
export function parse(file: SourceFile): Parsed {
  const { program, comments, module, errors } = parseSync(file.path, file.text)
  if (errors.length > 0) throw new Error(`${file.path}: ${errors[0]?.message}`)
  const lineOf = lineFinder(file.text)
  const imports = [
    ...module.staticImports.map((i) => i.moduleRequest),
    ...module.staticExports.flatMap((e) =>
      e.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest] : [])),
    ),
  ].map((request) => ({ specifier: request.value, line: lineOf(request.start) }))
  const functions: Sized[] = []
  const literals: string[] = []
  const size = (node: { start: number; end: number }, name: string): void => {
    const line = lineOf(node.start)
    functions.push({ name, line, lines: lineOf(node.end) - line + 1 })
  }
  new Visitor({
    FunctionDeclaration: (n) => size(n, n.id?.name ?? 'anonymous'),
    FunctionExpression: (n) => size(n, n.id?.name ?? 'anonymous'),
    ArrowFunctionExpression: (n) => size(n, 'arrow'),
    Literal: (n) => {
      if (typeof n.value === 'string') literals.push(n.value)
    },
    ImportExpression: (n) => {
      if (n.source.type === 'Literal' && typeof n.source.value === 'string')
        imports.push({ specifier: n.source.value, line: lineOf(n.start) })
    },
    TSImportType: (n) => {
      if (typeof n.source.value === 'string')
        imports.push({ specifier: n.source.value, line: lineOf(n.start) })
    },
  }).visit(program)
  const undocumented = program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return []
    const { declaration } = node
    const isCallable =
      declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration'
    if (!isCallable) return []
    const documented = comments.some(
      (c) =>
        c.type === 'Block' &&
        c.value.startsWith('*') &&
        file.text.slice(c.end, node.start).trim() === '',
    )
    return documented ? [] : [declaration.id?.name ?? 'anonymous']
  })
  return { path: file.path, text: file.text, imports, functions, undocumented, literals }
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

/** The room of a path (`core/segment`, `engine/store`, `cli`), or undefined outside `src`. */
export function roomOf(path: string): string | undefined {
  const [src, storey, room] = path.split('/')
  if (src !== 'src' || storey === undefined || room === undefined) return undefined
  return storey === 'core' || storey === 'engine' ? `${storey}/${room}` : storey
}

/** Where a relative import leads, as a path from the root. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return posix.normalize(posix.join(posix.dirname(from), specifier))
}
