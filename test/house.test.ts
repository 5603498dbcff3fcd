/** Patrols the house: layout, import law, sizes, words, rules. Each check is proved on a bad sample first. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  checkCodes,
  checkComments,
  checkCycles,
  checkImports,
  checkLeaks,
  checkNames,
  checkRooms,
  checkRules,
  checkSizes,
  readImportLaw,
} from './house/checks.ts'
import { listFiles, parse, readSource, type Parsed } from './house/source.ts'

const root = join(import.meta.dirname, '..')
const paths = listFiles(root)
const isText = (p: string): boolean => /\.(ts|tsx|mjs|js|json|md|yaml|yml|css|html)$/.test(p)
const texts = paths
  .filter((p) => isText(p) && p !== 'package-lock.json')
  .map((p) => readSource(root, p))
const code = texts.filter((f) => /^(src|test|bench|tools)\/.*\.tsx?$/.test(f.path)).map(parse)
const source = code.filter((f) => f.path.startsWith('src/'))
const law = readImportLaw(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'))
const isTestPath = (p: string): boolean => /\.test(-kit)?\.tsx?$|^test\//.test(p)
const testText = texts
  .filter((f) => isTestPath(f.path) && !f.path.startsWith('test/house'))
  .map((f) => f.text)
  .join('\n')

const bad = (path: string, text: string): Parsed => parse({ path, text })

test('nothing git tracks was overlooked', () => {
  const tracked = execFileSync('git', ['ls-files', '-z', 'src'], { cwd: root, encoding: 'utf8' })
  const typescript = tracked.split('\0').filter((p) => /\.tsx?$/.test(p))
  const seen = new Set(source.map((f) => f.path))
  const present = new Set(paths)
  expect(typescript.filter((p) => present.has(p) && !seen.has(p))).toEqual([])
  expect(source.length).toBeGreaterThan(40)
})

test('the lock file names every platform, no addresses', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const packages: Record<string, { optionalDependencies?: Record<string, string> }> = lock.packages
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
    ),
  )
  expect(missing).toEqual([])
  expect(JSON.stringify(lock)).not.toContain('"resolved"')
})

describe('import law', () => {
  test('is kept', () => expect(checkImports(source, law)).toEqual([]))
  test('sees forbidden rooms, side doors, foreign packages and type imports', () => {
    const complaints = checkImports(
      [
        bad(
          'src/core/base/a.ts',
          "import type { X } from '../segment/index.ts'\nexport type Y = X",
        ),
        bad('src/core/segment/a.ts', "export { x } from '../base/issue.ts'"),
        bad('src/core/segment/b.ts', "import { readFileSync } from 'node:fs'\nreadFileSync('x')"),
        bad('src/cli/a.ts', "export const f = () => import('../engine/store/index.ts')"),
        bad('src/attic/a.ts', 'export const x = 1'),
      ],
      law,
    )
    expect(complaints).toHaveLength(5)
  })
  test('no cycles', () => expect(checkCycles(source)).toEqual([]))
  test('sees a cycle of types', () => {
    const complaints = checkCycles([
      bad('src/core/base/a.ts', "import type { B } from './b.ts'\nexport type A = B"),
      bad('src/core/base/b.ts', "import type { A } from './a.ts'\nexport type B = A"),
    ])
    expect(complaints).toHaveLength(1)
  })
})

describe('sizes', () => {
  test('are kept', () => expect(checkSizes(code)).toEqual([]))
  test('sees long files, functions and folders', () => {
    const long = `export const x = () => {\n${'  f()\n'.repeat(401)}}\n`
    const many = Array.from({ length: 26 }, (_, i) => bad(`src/core/base/f${i}.ts`, ''))
    expect(checkSizes([bad('src/core/sql/a.ts', long), ...many])).toHaveLength(3)
  })
})

describe('rooms and comments', () => {
  const readmes = new Map(
    texts.filter((f) => f.path.endsWith('README.md')).map((f) => [f.path, f.text]),
  )
  test('every room has a short README', () => expect(checkRooms(law, readmes, paths)).toEqual([]))
  test('sees a missing, a long README and an empty room', () => {
    const samples = new Map([['src/core/sql/README.md', 'x\n'.repeat(31)]])
    const rooms = new Map(['core/sql', 'core/base', 'core/gone'].map((r) => [r, new Set<string>()]))
    expect(checkRooms(rooms, samples, ['src/core/sql/a.ts', 'src/core/base/a.ts'])).toHaveLength(3)
  })
  test('files open with a sentence, exports are documented', () =>
    expect(checkComments(source)).toEqual([]))
  test('sees files and functions without a word', () =>
    expect(checkComments([bad('src/core/sql/a.ts', 'export function f() {}')])).toHaveLength(2))
})

describe('words', () => {
  test('names say what things are', () => expect(checkNames(texts)).toEqual([]))
  test('sees rooms without a subject and rival words', () =>
    expect(
      checkNames([
        { path: 'src/core/utils/a.ts', text: '' },
        { path: 'src/core/sql/b.ts', text: 'const shopper = 1' },
      ]),
    ).toHaveLength(2))
  test('nothing leaks', () =>
    expect(checkLeaks(texts.filter((f) => !f.path.startsWith('test/house')))).toEqual([]))
  test('sees a machine path', () =>
    expect(checkLeaks([{ path: 'a.ts', text: ['', 'work', 'main', 'x'].join('/') }])).toHaveLength(
      1,
    ))
})

describe('codes and rules', () => {
  const pattern = /^(catalog|segment|plan|store|intake|run|cli|server)\/[a-z][a-z0-9-]+$/
  const codes = new Set(
    source
      .filter((f) => !isTestPath(f.path))
      .flatMap((f) => f.literals)
      .filter((l) => pattern.test(l)),
  )
  const read = (path: string): string => texts.find((f) => f.path === path)?.text ?? ''
  test('every code is documented and tested', () =>
    expect(
      checkCodes({ codes, documentation: read('docs/reference/errors.md'), tests: testText }),
    ).toEqual([]))
  test('sees a code without words and test', () =>
    expect(checkCodes({ codes: new Set(['plan/x']), documentation: '', tests: '' })).toHaveLength(
      2,
    ))
  test('every rule of the language has a test', () =>
    expect(checkRules(read('docs/language/SPEC.md'), testText)).toEqual([]))
  test('sees a rule without a test, and one numbered twice', () =>
    expect(checkRules('**WIN-1** a\n**WIN-1** b\n**CMP-2** c', '[WIN-1]')).toHaveLength(2))
})
