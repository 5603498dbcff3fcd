/** What README and guides show is what the product takes: segment files parse, and definitions on the command line too. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseModelFile, parseProgramme, parseSegmentFile } from '../src/core/catalog/index.ts'
import { parse } from '../src/core/segment/index.ts'

const root = join(import.meta.dirname, '..')
const pages = ['README.md', ...['en', 'pt-BR', 'es', 'fr'].map((l) => `docs/guide/${l}/start.md`)]

test.each(pages)('%s shows segments that are taken', (page) => {
  const text = readFileSync(join(root, page), 'utf8')
  const files = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((m) => m[1] ?? '')
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const segment = parseSegmentFile(file, 'segments/x.yaml')
    expect(segment.issues).toEqual([])
    if (segment.ok) expect(parse(segment.value.definition).issues).toEqual([])
  }
  const asked = [...text.matchAll(/tessera count '([^']*)'/g)].map((m) => m[1] ?? '')
  expect(asked.length).toBeGreaterThan(0)
  for (const definition of asked) expect(parse(definition).issues).toEqual([])
})

test.each(['en', 'pt-BR', 'es', 'fr'])(
  'the page on governing in %s shows examples that are taken',
  (l) => {
    const text = readFileSync(join(root, `docs/guide/${l}/governing.md`), 'utf8')
    const [file = ''] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((m) => m[1])
    const segment = parseSegmentFile(file, 'segments/x.yaml')
    expect(segment.issues).toEqual([])
    expect(segment.ok && segment.value.examples?.map((e) => e.member)).toEqual([true, false])
  },
)

test.each(['en', 'pt-BR', 'es', 'fr'])(
  'the page on understanding in %s shows a model that is taken, and scores as they are asked for',
  (l) => {
    const text = readFileSync(join(root, `docs/guide/${l}/understanding.md`), 'utf8')
    const [file = ''] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((m) => m[1])
    const head = parseProgramme(readFileSync(join(root, 'examples/demo/tessera.yaml'), 'utf8'), 't')
    const catalogue = head.ok ? head.value.catalogue : undefined
    expect(catalogue && parseModelFile(file, 'models/value.yaml', catalogue)).toMatchObject({
      ok: true,
      issues: [],
    })
    const asked = [...text.matchAll(/`(score\([^`]*)`/g)].map((m) => m[1] ?? '')
    expect(asked.map((definition) => parse(definition).issues)).toEqual([[]])
  },
)
