/** The house rules as functions from what was read to complaints; each is proved on a bad sample. */
import { resolveImport, roomOf, type Parsed, type SourceFile } from './source.ts'

export type ImportLaw = ReadonlyMap<string, ReadonlySet<string>>

const isTest = (path: string): boolean => /\.test\.tsx?$|\.test-kit\.ts$/.test(path)

/** Reads the table under "Import law" in ARCHITECTURE.md. */
export function readImportLaw(markdown: string): ImportLaw {
  const section = markdown.split(/^## /m).find((s) => s.startsWith('Import law')) ?? ''
  const rows = section.split('\n').filter((l) => /^\| [a-z]/.test(l) && !l.startsWith('| room'))
  return new Map(
    rows.map((row) => {
      const [room = '', allowed = ''] = row
        .split('|')
        .slice(1)
        .map((cell) => cell.trim())
      const rooms = allowed === 'nothing' ? [] : allowed.split(',').map((r) => r.trim())
      return [room, new Set(rooms)] as const
    }),
  )
}

/** Packages that core may use: they are pure and run in the browser too. */
const CORE_PACKAGES = new Set(['temporal-polyfill', 're2js', 'yaml', 'zod'])

/** Who imports whom, and through which door. */
export function checkImports(files: readonly Parsed[], law: ImportLaw): readonly string[] {
  return files
    .filter((f) => !isTest(f.path))
    .flatMap((file) => {
      const room = roomOf(file.path)
      if (room === undefined) return []
      const allowed = law.get(room)
      if (allowed === undefined) return [`${file.path}: room ${room} is not in the import law`]
      return file.imports.flatMap(({ specifier, line }) => {
        const where = `${file.path}:${line}`
        const target = resolveImport(file.path, specifier)
        if (target === undefined) {
          const isForeign = room.startsWith('core/') && !CORE_PACKAGES.has(specifier)
          return isForeign ? [`${where}: core may not import package ${specifier}`] : []
        }
        const other = roomOf(target)
        if (other === undefined || other === room) return []
        if (!allowed.has(other)) return [`${where}: ${room} may not import ${other}`]
        const isDoor = target === `src/${other}/index.ts`
        return isDoor ? [] : [`${where}: ${other} is entered through its index.ts only`]
      })
    })
}

/** Cycles between files, types included; each is reported once as a path. */
export function checkCycles(files: readonly Parsed[]): readonly string[] {
  const graph = new Map(
    files.map((f) => [f.path, f.imports.flatMap((i) => resolveImport(f.path, i.specifier) ?? [])]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const complaints: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done' || !graph.has(path)) return
    if (state.get(path) === 'open') {
      complaints.push(`import cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`)
      return
    }
    state.set(path, 'open')
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of graph.keys()) visit(path, [])
  return complaints
}

export const LIMITS = { fileLines: 400, functionLines: 70, folderFiles: 25, readmeLines: 30 }

/** Words of four languages and other tables may be long; nothing else. */
const isTable = (path: string): boolean => /\/(words|data)\//.test(path)

/** Files, functions and folders that have grown too large to be read in one sitting. */
export function checkSizes(files: readonly Parsed[]): readonly string[] {
  const complaints: string[] = []
  const perFolder = new Map<string, number>()
  for (const file of files) {
    const folder = file.path.slice(0, file.path.lastIndexOf('/'))
    perFolder.set(folder, (perFolder.get(folder) ?? 0) + 1)
    const lines = file.text.split('\n').length - 1
    if (lines > LIMITS.fileLines && !isTable(file.path))
      complaints.push(`${file.path}: ${lines} lines, at most ${LIMITS.fileLines}`)
    if (isTest(file.path) || isTable(file.path)) continue
    for (const f of file.functions)
      if (f.lines > LIMITS.functionLines)
        complaints.push(
          `${file.path}:${f.line}: ${f.name} has ${f.lines} lines, at most ${LIMITS.functionLines}`,
        )
  }
  for (const [folder, count] of perFolder)
    if (count > LIMITS.folderFiles)
      complaints.push(`${folder}: ${count} files, at most ${LIMITS.folderFiles}`)
  return complaints
}

/** Each room says what it is for, in at most thirty lines. */
export function checkRooms(
  law: ImportLaw,
  readmes: ReadonlyMap<string, string>,
  paths: readonly string[],
): readonly string[] {
  return [...law.keys()].flatMap((room) => {
    if (!paths.some((p) => roomOf(p) === room)) return [`${room}: in the import law, yet empty`]
    const readme = readmes.get(`src/${room}/README.md`)
    if (readme === undefined) return [`src/${room}/README.md is missing`]
    const lines = readme.trimEnd().split('\n').length
    return lines > LIMITS.readmeLines ? [`src/${room}/README.md: ${lines} lines`] : []
  })
}

/** Every source file opens with one sentence; every exported function and class has a docstring. */
export function checkComments(files: readonly Parsed[]): readonly string[] {
  return files
    .filter((f) => f.path.startsWith('src/') && !isTest(f.path))
    .flatMap((f) => {
      const opens = /^(#!.*\n)?(\/\*\*?|\/\/)/.test(f.text)
      const isIndex = f.path.endsWith('/index.ts')
      return [
        ...(opens || isIndex ? [] : [`${f.path}: does not open with a sentence`]),
        ...f.undocumented.map((name) => `${f.path}: export ${name} has no docstring`),
      ]
    })
}

/** Rooms without a subject, and rival words for ideas the glossary names. */
const BANNED_NAMES: Readonly<Record<string, string>> = {
  utils: 'name it after what it does',
  util: 'name it after what it does',
  common: 'name it after what it holds',
  shared: 'name it after what it holds',
  helpers: 'name it after what it does',
  helper: 'name it after what it does',
  services: 'name it after what it does',
  managers: 'name it after what it does',
  misc: 'name it after what it holds',
}
const RIVAL_WORDS: Readonly<Record<string, string>> = {
  shopper: 'customer',
  subscriber: 'customer',
  userTrait: 'trait',
  metricWindow: 'window',
}

export function checkNames(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const named = path
      .split(/[/.]/)
      .flatMap((part) =>
        part in BANNED_NAMES ? [`${path}: "${part}": ${BANNED_NAMES[part]}`] : [],
      )
    const rivals = Object.entries(RIVAL_WORDS).flatMap(([word, ours]) =>
      path.startsWith('src/') && new RegExp(`\\b${word}`, 'i').test(text)
        ? [`${path}: say "${ours}", not "${word}"`]
        : [],
    )
    return [...named, ...rivals]
  })
}

/** Codes of issues and failures: documented, and named by a test. */
export function checkCodes(input: {
  readonly codes: ReadonlySet<string>
  readonly documentation: string
  readonly tests: string
}): readonly string[] {
  return [...input.codes].flatMap((code) => [
    ...(input.documentation.includes(`\`${code}\``)
      ? []
      : [`${code}: not in docs/reference/errors.md`]),
    ...(input.tests.includes(code) ? [] : [`${code}: no test names it`]),
  ])
}

/** The rules of the language reference, each written as `**WIN-3**`, are named by a test as `[WIN-3]`. */
export function checkRules(spec: string, tests: string): readonly string[] {
  const rules = [...spec.matchAll(/^\W*\*\*([A-Z]+-\d+)\*\*/gm)].map((m) => m[1] ?? '')
  if (rules.length === 0) return ['docs/language/SPEC.md has no numbered rules']
  const twice = rules.filter((rule, i) => rules.indexOf(rule) !== i)
  return [
    ...twice.map((rule) => `${rule}: numbered twice`),
    ...rules
      .filter((rule) => !new RegExp(`\\[[^\\]]*\\b${rule}\\b[^\\]]*\\]`).test(tests))
      .map((rule) => `${rule}: no test carries it`),
  ]
}

/** What must never be committed: machine paths, registry hosts, credentials, talk about how it was made. */
const LEAKS: readonly (readonly [RegExp, string])[] = [
  [/\/work\/(main|shared)|\/root\//, 'a machine path'],
  [/registry\.[a-z]+js\.org|deb\.debian\.org/, 'a registry host'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY/, 'a private key'],
]

export function checkLeaks(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    LEAKS.flatMap(([pattern, what]) => (pattern.test(text) ? [`${path}: holds ${what}`] : [])),
  )
}
