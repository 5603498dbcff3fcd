/** What a file says of itself: a table of files and what must be seen in them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, test } from 'vitest'
import { detectFile } from './detect.ts'
import { voteDates, voteDecimal } from './values.ts'

const folder = mkdtempSync(join(tmpdir(), 'tessera-detect-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function detect(bytes: Buffer | string, given = {}) {
  const path = join(folder, 'sample.csv')
  writeFileSync(path, bytes)
  return await detectFile(path, given)
}

const TEXT =
  'id;nome;data;valor\n1;João;31/12/2025;1.234,50\n2;Zoë;01/02/2025;7,00\n3;Ana;05/06/2025;12,5\n'

describe('encodings', () => {
  test.each([
    ['utf-8', Buffer.from(TEXT), 'utf-8'],
    ['utf-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['utf-16 little endian with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le'],
    [
      'utf-16 big endian without a mark',
      iconv.encode(TEXT, 'utf-16be', { addBOM: false }),
      'utf-16be',
    ],
    ['windows-1252', iconv.encode(TEXT, 'windows-1252'), 'windows-1252'],
  ])('%s', async (_, bytes, encoding) => {
    const { detection, sample, questions } = await detect(bytes)
    expect(detection).toMatchObject({ encoding, decimal: ',', dates: 'dmy', header: true })
    expect(detection.columns).toEqual(['id', 'nome', 'data', 'valor'])
    expect(sample.rows[0]).toEqual(['1', 'João', '31/12/2025', '1.234,50'])
    expect(questions).toEqual([])
  })

  test.each([
    ['gzip', gzipSync(TEXT)],
    ['zstd', zstdCompressSync(TEXT)],
  ])('%s', async (compression, bytes) => {
    expect((await detect(bytes)).detection).toMatchObject({
      compression,
      columns: ['id', 'nome', 'data', 'valor'],
    })
  })
})

describe('tables', () => {
  test.each([
    ['tabs', 'a_id\tb\n1\tx y\n2\tz\n', 9, 2],
    ['pipes', 'a_id|b\n1|x,y\n2|z,w\n', 124, 2],
    ['commas inside quotes', 'a_id;b\n1;"x,y"\n2;"z,w"\n', 59, 2],
    ['line breaks inside quotes', 'a_id,b,c\n1,"x\ny",2\n2,"z",3\n', 44, 3],
  ])('%s', async (_, text, delimiter, columns) => {
    const { detection } = await detect(text)
    expect(detection.dialect.delimiter).toBe(delimiter)
    expect(detection.columns).toHaveLength(columns)
  })

  test('without a header, columns are numbered', async () => {
    const { detection, sample } = await detect('17,2025-01-01,3.5\n18,2025-01-02,4.5\n')
    expect(detection).toMatchObject({
      header: false,
      columns: ['column_1', 'column_2', 'column_3'],
    })
    expect(sample.rows).toHaveLength(2)
  })

  test('an empty file and a JSON array are refused', async () => {
    await expect(detect('')).rejects.toMatchObject({ code: 'intake/empty-file' })
    await expect(detect('[{"a":1}]')).rejects.toMatchObject({ code: 'intake/json-array' })
  })

  test('NDJSON paths, those of nested lines too', async () => {
    const { detection } = await detect('{"id":1,"who":{"id":"a"},"items":[{"sku":"x"},{"n":2}]}\n')
    expect(detection).toMatchObject({
      type: 'ndjson',
      columns: ['id', 'who.id', 'items', 'items.sku', 'items.n'],
    })
  })
})

describe('numbers and dates', () => {
  test.each([
    [['1.5', '2.25'], { dot: 2, comma: 0, either: 0 }],
    [['1.234,5'], { dot: 0, comma: 1, either: 0 }],
    [['1,234.5', '1,234,567'], { dot: 2, comma: 0, either: 0 }],
    [['1,234', '12,345'], { dot: 0, comma: 0, either: 2 }],
    [['0,125', '1234,567'], { dot: 0, comma: 2, either: 0 }],
    [['12', 'x,y'], { dot: 0, comma: 0, either: 0 }],
  ])('%j', (texts, votes) => {
    expect(voteDecimal(texts)).toMatchObject(votes)
  })

  test.each([
    [['2025-01-31'], { ymd: 1, dmy: 0, mdy: 0, either: 0 }],
    [['31/01/2025', '01/02/2025'], { dmy: 1, mdy: 0, either: 1 }],
    [['1/31/25 10:00'], { dmy: 0, mdy: 1, either: 0 }],
    [['99/99/2025'], { dmy: 0, mdy: 0, either: 0 }],
  ])('%j', (texts, votes) => {
    expect(voteDates(texts)).toMatchObject(votes)
  })

  test('what can be read two ways is asked, with the column and an example', async () => {
    const { questions } = await detect(
      'id,when,price\n1,01/02/2025,"1,234"\n2,03/04/2025,"5,678"\n',
    )
    expect(questions.map((q) => [q.code, q.option, q.params['column']])).toEqual([
      ['intake/ask-decimal', 'decimal', 'price'],
      ['intake/ask-dates', 'dates', 'when'],
    ])
  })

  test('what is said is not asked', async () => {
    const text = 'id,when,price\n1,01/02/2025,"1,234"\n2,03/04/2025,"5,678"\n'
    const { questions, detection } = await detect(text, { dates: 'mdy', decimal: '.' })
    expect(questions).toEqual([])
    expect(detection).toMatchObject({ dates: 'mdy', decimal: '.' })
  })

  test('marks of nothing are seen among numbers, and asked about among words', async () => {
    const text = 'id,age,country\n1,NA,NA\n2,31,BR\n3,40,PT\n4,NULL,FR\n'
    const { detection, questions } = await detect(text)
    expect(detection.missing.toSorted()).toEqual(['NA', 'NULL'])
    expect(questions).toEqual([])
    const words = await detect('id,country\n1,NA\n2,BR\n3,PT\n')
    expect(words.detection.missing).toEqual([])
    expect(words.questions.map((q) => q.code)).toEqual(['intake/ask-missing'])
  })
})

describe('evidence', () => {
  const evidence = async (bytes: Buffer | string, given = {}): Promise<Record<string, string>> => {
    const { detection } = await detect(bytes, given)
    return Object.fromEntries(detection.findings.map((f) => [f.aspect, f.evidence.code]))
  }

  test('says on what grounds', async () => {
    expect(await evidence(TEXT)).toEqual({
      compression: 'intake/evidence-first-bytes',
      encoding: 'intake/evidence-utf8',
      type: 'intake/evidence-first-bytes',
      delimiter: 'intake/evidence-alike',
      quote: 'intake/evidence-alike',
      header: 'intake/evidence-unlike',
      decimal: 'intake/evidence-numbers',
      dates: 'intake/evidence-dates',
    })
    expect(await evidence('a,b\n1,2025-01-01\nNA,2025-01-02\n')).toMatchObject({
      encoding: 'intake/evidence-ascii',
      dates: 'intake/evidence-year-first',
    })
    expect(await evidence('a_id,b\n1,NA\n2,3\n')).toMatchObject({
      missing: 'intake/evidence-mark-among-values',
      dates: 'intake/evidence-none',
    })
    expect(await evidence('id,created_at\n1,1767225600\n')).toMatchObject({
      dates: 'intake/evidence-epoch',
    })
    expect(await evidence('1,2\n3,4\n')).toMatchObject({ header: 'intake/evidence-values' })
    expect(await evidence('x,y\nx,z\n')).toMatchObject({ header: 'intake/evidence-recurs' })
    expect(await evidence('name,city\nAnn,Rome\n')).toMatchObject({
      header: 'intake/evidence-words',
    })
    expect(await evidence(`\uFEFF${TEXT}`)).toMatchObject({ encoding: 'intake/evidence-mark' })
    const wide = iconv.encode(TEXT, 'utf-16le', { addBOM: false })
    expect(await evidence(wide)).toMatchObject({ encoding: 'intake/evidence-zeros' })
    const bytes = iconv.encode(TEXT, 'windows-1252')
    expect(await evidence(bytes)).toMatchObject({ encoding: 'intake/evidence-single-byte' })
    expect(await evidence(TEXT, { delimiter: ';' })).toMatchObject({
      delimiter: 'intake/evidence-given',
    })
  })

  test('asks about encoding, delimiter and header when they cannot be told', async () => {
    const codes = async (bytes: Buffer | string): Promise<readonly string[]> =>
      (await detect(bytes)).questions.map((q) => q.code)
    const odd = Buffer.concat([
      Buffer.from('id,n\n1,'),
      Buffer.from([0x82, 0x8a]),
      Buffer.from('\n'),
    ])
    expect(await codes(odd)).toContain('intake/ask-encoding')
    expect(await codes('a;b,c_id\n1;2,3\n4;5,6\n')).toContain('intake/ask-delimiter')
    expect(await codes('x,y\nx,z\n')).toContain('intake/ask-header')
  })

  test('refuses what it cannot read', async () => {
    await expect(detectFile(join(folder, 'absent.csv'), {})).rejects.toMatchObject({
      code: 'intake/unreadable-file',
    })
    await expect(detect(TEXT, { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'intake/unknown-encoding',
    })
    const cut = gzipSync(TEXT.repeat(1000)).subarray(0, 200)
    await expect(detect(cut)).rejects.toMatchObject({ code: 'intake/unreadable-file' })
  })
})
