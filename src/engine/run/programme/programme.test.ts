// Programme folders without engines: found, checked, formatted, begun, extended.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LOCALES } from '../../../core/base/index.ts'
import { parseProgramme, printProgramme } from '../../../core/catalog/index.ts'
import { demoProgramme } from '../demo/index.ts'
import { addressesOf } from './address.ts'
import { checkProgramme, formatProgramme, segmentKeys, withDefinition } from './check.ts'
import { economyExample } from './economy-example.ts'
import { extendProgrammeFile } from './extend-catalogue.ts'
import { findFolder, readFolder, stampOf } from './folder.ts'
import { initProgramme } from './init.ts'
import { readText } from './on-disk.ts'
import { starterProgramme } from './starter.ts'

const EXAMPLE = fileURLToPath(new URL('../../../../examples/corner-shop/', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-folder-'))
  cpSync(EXAMPLE, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (path: string, text: string): void => writeFileSync(join(folder, path), text)
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
const options = (): { locale: 'en'; from: string } => ({ locale: 'en', from: folder })
const refused = (code: string): Error => expect.objectContaining({ code }) as Error

describe('files that cannot be read are named', () => {
  const named = (code: string, file: string): Error =>
    expect.objectContaining({ code, params: expect.objectContaining({ file }) }) as Error

  test('a folder in the place of a file is run/not-a-file', () => {
    mkdirSync(join(folder, 'segments/odd.yaml'))
    expect(() => readFolder(folder)).toThrow(named('run/not-a-file', 'segments/odd.yaml'))
    rmSync(join(folder, 'tessera.yaml'))
    mkdirSync(join(folder, 'tessera.yaml'))
    expect(() => readFolder(folder)).toThrow(named('run/not-a-file', 'tessera.yaml'))
  })

  test('a link that leads nowhere, or a file that is not there, is run/file-missing', () => {
    symlinkSync('gone.yaml', join(folder, 'segments/odd.yaml'))
    const link = named('run/file-missing', 'segments/odd.yaml')
    expect(() => readFolder(folder)).toThrow(link)
    expect(() => stampOf(folder)).toThrow(link)
    expect(() => readText('nope.yaml')).toThrow(named('run/file-missing', 'nope.yaml'))
  })

  test('a new programme that cannot be written says where', async () => {
    write('taken', '')
    const into = join(folder, 'taken')
    const head = { name: 'Shop', timeZone: 'UTC', currency: 'EUR', files: [] }
    const made = initProgramme({ ...options(), ...head, folder: into })
    await expect(made).rejects.toThrow(named('run/not-a-file', join(into, 'segments')))
  })
})

describe('which folder is meant', () => {
  test('the nearest one upwards, or the one that was named', () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true })
    expect(findFolder({ from: join(folder, 'a/b') })).toBe(folder)
    expect(findFolder({ from: tmpdir(), folder })).toBe(folder)
    expect(() => findFolder({ from: folder, folder: 'a' })).toThrow(refused('run/no-programme'))
    expect(segmentKeys(join(folder, 'a'))).toContain('lapsing')
    expect(segmentKeys(tmpdir())).toEqual([])
  })
})

describe('check', () => {
  test('places every issue at its line, column and excerpt', () => {
    write('segments/wrong.yaml', 'name: W\ndefinition: |\n  everyone and\n  contry = "PT"\n')
    const { ok, issues } = checkProgramme(options())
    expect(ok).toBe(false)
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'segment/unknown-trait',
        at: { kind: 'file', file: 'segments/wrong.yaml', line: 4, column: 3 },
        excerpt: { text: '  contry = "PT"', from: 2, to: 8 },
        fix: 'country',
      }),
    )
  })

  test('names a circle of segments with its path', () => {
    write('segments/a.yaml', 'name: A\ndefinition: in segment "b"\n')
    write('segments/b.yaml', 'name: B\ndefinition: in segment "a"\n')
    const codes = checkProgramme(options()).issues.map((issue) => issue.code)
    expect(codes.filter((code) => code === 'segment/segment-cycle')).toHaveLength(2)
  })

  test('looks at measures that nobody uses, at their place in tessera.yaml', () => {
    write(
      'tessera.yaml',
      read('tessera.yaml').replace(/^measures:/m, 'measures:\n  x: sum(purchase.item.amout)'),
    )
    const found = checkProgramme(options()).issues.find(
      (i) => i.at?.kind === 'file' && i.at.file === 'tessera.yaml',
    )
    expect(found).toMatchObject({ code: 'segment/unknown-property', fix: 'amount' })
    expect(found?.excerpt?.text.slice(found.excerpt.from, found.excerpt.to)).toBe('amout')
  })

  test('reads what stands in models as definitions are read, with line, column and replacement', () => {
    mkdirSync(join(folder, 'models'))
    write(
      'models/next.yaml',
      'kind: propensity\noutcome: |\n  any(purchase,\n    last 60 dais)\nfeatures:\n  spent: "sum(purchase.amuont)"\n  since: days since last(purchase)\n  joined: joined\n  clv: score(value.clv)\n',
    )
    write('models/value.yaml', 'kind: lifetime\n')
    write('models/alike.yaml', 'kind: lookalike\nsegment: lapsed\n')
    const { ok, issues } = checkProgramme(options())
    expect(ok).toBe(false)
    const told = issues.map(({ code, at, fix, excerpt }) => {
      const place = at?.kind === 'file' ? `${at.file}:${at.line}:${at.column}` : '?'
      return [place, code, fix, excerpt?.text.slice(excerpt.from, excerpt.to)]
    })
    expect(told.filter(([place]) => place?.startsWith('models/'))).toEqual([
      ['models/alike.yaml:2:10', 'segment/unknown-segment', undefined, 'lapsed'],
      ['models/next.yaml:4:13', 'segment/expected', 'days', 'dais'],
      ['models/next.yaml:6:24', 'segment/unknown-property', undefined, 'amuont'],
      ['models/next.yaml:8:11', 'catalog/number-wanted', undefined, 'joined'],
    ])
    // Their scores are not there, and neither are their runs.
    const { models, programme } = readFolder(folder)
    expect(models.map(({ key }) => key)).toEqual(['value'])
    expect(Object.keys(programme?.catalogue.scores ?? {})).toContain('value.clv')
    expect(Object.keys(programme?.catalogue.scores ?? {})).not.toContain('next.probability')
  })

  test('a broken tessera.yaml is told, and nothing is read against it', () => {
    write('tessera.yaml', 'tessera: 1\nname: X\n')
    const { ok, issues } = checkProgramme(options())
    expect(ok).toBe(false)
    expect(new Set(issues.map((issue) => issue.code))).toEqual(new Set(['catalog/missing-key']))
  })
})

test('what a new file shows of costs and points is taken as soon as it is no comment', () => {
  const head = { id: 'shop', name: 'Shop', timeZone: 'UTC', currency: 'EUR' }
  const begun = starterProgramme(head)
  const starter = printProgramme(begun) + economyExample(begun)
  expect(parseProgramme(starter, 'tessera.yaml')).toMatchObject({ ok: true, value: begun })
  const plain = (text: string): string => text.replaceAll(/^# ((?:costs|points):|  +\S.*)$/gm, '$1')
  const parsed = parseProgramme(plain(starter), 'tessera.yaml')
  expect(parsed.ok && parsed.value.catalogue.costs).toEqual({
    pools: { care: { monthly: 4000, capacity: 9600, minutes: { refund: 12 } } },
    each: { purchase: 1.2 },
    amounts: {},
  })
  const { costs: _, points: __, ...catalogue } = demoProgramme().catalogue
  const bare = { ...demoProgramme(), catalogue }
  const demo = parseProgramme(plain(printProgramme(bare) + economyExample(bare)), 'tessera.yaml')
  expect(demo.ok && demo.value.catalogue.points).toEqual({
    earn: { purchase: 'points' },
    spend: { reward_earned: 'points' },
    expire: 24,
  })
})

describe('fmt', () => {
  test('is idempotent, keeps comments and definitions with comments', () => {
    write('segments/x.yaml', '# why\nname: X # here\ndefinition: NOT(country="PT")\n')
    write('segments/y.yaml', 'name: Y\ndefinition: |\n  country="PT" -- home\n')
    const first = formatProgramme(options(), { write: true })
    expect(first.files.filter((f) => f.state === 'changed').map((f) => f.path)).toEqual([
      'segments/x.yaml',
    ])
    expect(read('segments/x.yaml')).toBe('# why\nname: X # here\ndefinition: not country = "PT"\n')
    expect(read('segments/y.yaml')).toContain('country="PT" -- home')
    const second = formatProgramme(options(), { write: true })
    expect(second.files.every((f) => f.state === 'same')).toBe(true)
  })

  test('a definition of several lines becomes a block', () => {
    expect(withDefinition('name: X\ndefinition: everyone\n', 'a\nand b')).toBe(
      'name: X\ndefinition: |\n  a\n  and b\n',
    )
  })
})

describe('init', () => {
  const head = { name: 'Loja do Zé', timeZone: 'America/Sao_Paulo', currency: 'brl', files: [] }

  test.each(LOCALES)('by hand in %s: checks, and is never written over', async (locale) => {
    const place = join(folder, 'new')
    const made = await initProgramme({ ...head, folder: place, locale })
    expect(made.files.every((file) => file.state === 'written')).toBe(true)
    const [firstLine = ''] = readFileSync(join(place, 'tessera.yaml'), 'utf8').split('\n')
    const schema = /\$schema=(.+)/.exec(firstLine)?.[1] ?? ''
    expect(JSON.parse(readFileSync(join(place, schema), 'utf8'))).toHaveProperty('title')
    expect(checkProgramme({ locale, from: place })).toMatchObject({ ok: true, segments: 2 })
    await expect(initProgramme({ ...head, folder: place, locale })).rejects.toThrow(
      refused('run/programme-exists'),
    )
  })

  test('adds its line to a .gitignore that is there', async () => {
    const place = join(folder, 'new')
    mkdirSync(place)
    writeFileSync(join(place, '.gitignore'), 'node_modules')
    await initProgramme({ ...head, folder: place, locale: 'en' })
    expect(readFileSync(join(place, '.gitignore'), 'utf8')).toBe('node_modules\n.tessera/\n')
  })

  test('a zone that does not exist is refused before anything is written', async () => {
    const place = join(folder, 'new')
    const made = initProgramme({ ...head, timeZone: 'Mars/Base', folder: place, locale: 'en' })
    await expect(made).rejects.toThrow(refused('run/programme-invalid'))
    expect(existsSync(place)).toBe(false)
  })

  test('a data file that is not there is run/file-missing', async () => {
    const made = initProgramme({
      ...head,
      files: ['none.csv'],
      folder: join(folder, 'n'),
      locale: 'en',
    })
    await expect(made).rejects.toThrow(refused('run/file-missing'))
  })
})

describe('new names in tessera.yaml', () => {
  const property = { label: {}, required: false, sensitivity: 'none' } as const

  test('are added once, where they belong, with everything else kept', () => {
    const before = read('tessera.yaml')
    const shoe = { ...property, name: 'shoe_size', type: 'number' } as const
    extendProgrammeFile(folder, [
      { on: 'trait', column: 'x', property: shoe },
      { on: 'item', event: 'purchase', column: 'y', property: { ...shoe, name: 'weight' } },
      { on: 'property', event: 'return', column: 'z', property: { ...shoe, name: 'fee' } },
    ])
    const after = read('tessera.yaml')
    const lost = before.split('\n').filter((line) => line.includes('#') && !after.includes(line))
    expect(lost).toEqual([])
    expect(checkProgramme(options()).ok).toBe(true)
    extendProgrammeFile(folder, [{ on: 'trait', column: 'x', property: shoe }])
    expect(read('tessera.yaml')).toBe(after)
  })

  test('a name that does not fit is refused and nothing is written', () => {
    const before = read('tessera.yaml')
    const bad = { ...property, name: 'Größe', type: 'text' } as const
    expect(() =>
      extendProgrammeFile(folder, [{ on: 'trait', column: 'x', property: bad }]),
    ).toThrow(refused('run/programme-invalid'))
    expect(read('tessera.yaml')).toBe(before)
  })
})

describe('addresses of the stores', () => {
  test('flags win over the environment, the environment over config.yaml', () => {
    write('config.yaml', 'clickhouse: http://file\npostgres: postgres://file\n')
    const env = { TESSERA_CLICKHOUSE_URL: 'http://env' }
    expect(addressesOf(folder, {}, {})).toEqual({
      clickhouseUrl: 'http://file',
      postgresUrl: 'postgres://file',
    })
    expect(addressesOf(folder, {}, env).clickhouseUrl).toBe('http://env')
    expect(addressesOf(folder, { clickhouseUrl: 'http://flag' }, env).clickhouseUrl).toBe(
      'http://flag',
    )
    write('config.yaml', 'clickhose: x\n')
    expect(() => addressesOf(folder, {}, {})).toThrow(refused('store/bad-address'))
  })
})
