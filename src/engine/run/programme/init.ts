/** Writes a new programme folder, by hand or from data files; what is there already is never overwritten. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure, isTimeZone, type Locale } from '../../../core/base/index.ts'
import {
  idOf,
  parseProgramme,
  printProgramme,
  type Programme,
} from '../../../core/catalog/index.ts'
import type { InitWire } from '../../../core/contract/index.ts'
import { economyExample } from './economy-example.ts'
import { DATA_FOLDER, PROGRAMME_FILE_NAME, SEGMENTS_FOLDER } from './folder.ts'
import { onDisk } from './on-disk.ts'
import { Refusal } from '../refusal.ts'
import { starterProgramme, STARTER_SEGMENTS } from './starter.ts'
import { issueWire } from '../wire.ts'
import { programmeFromFiles } from './init-from.ts'

export interface InitOptions {
  readonly folder: string
  readonly locale: Locale
  readonly name: string
  /** IANA name. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
  /** Data files to take the catalogue from; none means the starter catalogue. */
  readonly files: readonly string[]
  /** What the rows of the files are, as at a load: `customers`, `products`, `orders` or an event. */
  readonly as?: string
  /** Texts of `--map`, as at a load. */
  readonly map?: readonly string[]
}

/** Throws `run/programme-exists`, or a Refusal when zone or currency do not exist. */
export async function initProgramme(options: InitOptions): Promise<InitWire> {
  const { folder, locale } = options
  if (existsSync(join(folder, PROGRAMME_FILE_NAME))) {
    throw new Failure('a programme is here', { code: 'run/programme-exists', params: { folder } })
  }
  const head = {
    id: idOf(options.name),
    name: options.name,
    timeZone: options.timeZone,
    currency: options.currency.toUpperCase(),
  }
  checkHead(head)
  const drawn =
    options.files.length === 0
      ? { programme: starterProgramme(head), mappings: {}, issues: [] }
      : await programmeFromFiles(head, options)
  const segments = options.files.length === 0 ? STARTER_SEGMENTS : {}
  const files: [string, string][] = [
    [
      PROGRAMME_FILE_NAME,
      printProgramme(drawn.programme, { schema: './schema/tessera.schema.json' }) +
        economyExample(drawn.programme),
    ],
    ...schemaFiles(),
    ...Object.entries(segments).map(([key, text]): [string, string] => [
      `${SEGMENTS_FOLDER}/${key}.yaml`,
      text,
    ]),
    ...Object.entries(drawn.mappings).map(([name, text]): [string, string] => [
      `mappings/${name}.yaml`,
      text,
    ]),
    ['.gitignore', `${DATA_FOLDER}/\n`],
  ]
  for (const inside of [SEGMENTS_FOLDER, 'mappings']) {
    const path = join(folder, inside)
    onDisk(path, () => mkdirSync(path, { recursive: true }))
  }
  return {
    folder,
    files: files.map(([path, text]) => ({
      path,
      state: onDisk(join(folder, path), () => writeNew(join(folder, path), text)),
    })),
    issues: drawn.issues.map((issue) => issueWire(issue, locale)),
  }
}

/** The JSON Schemas of this release, so that the first lines of the files lead editors somewhere. */
function schemaFiles(): [string, string][] {
  return ['tessera', 'segment', 'model', 'mapping'].map((kind) => {
    const name = `schema/${kind}.schema.json`
    return [name, readFileSync(new URL(`../../../../${name}`, import.meta.url), 'utf8')]
  })
}

/** Lets the reader of tessera.yaml judge zone and currency, so that both say the same. */
function checkHead(head: Pick<Programme, 'id' | 'name' | 'timeZone' | 'currency'>): void {
  const text = [
    'tessera: 1',
    `name: ${JSON.stringify(head.name)}`,
    `timeZone: ${JSON.stringify(head.timeZone)}`,
    `currency: ${JSON.stringify(head.currency)}`,
  ].join('\n')
  const read = parseProgramme(text, PROGRAMME_FILE_NAME)
  if (read.ok && isTimeZone(head.timeZone)) return
  throw new Refusal(
    'the head of the programme has errors',
    { code: 'run/programme-invalid', params: { count: read.issues.length } },
    { issues: read.issues, texts: new Map([[PROGRAMME_FILE_NAME, text]]) },
  )
}

/** A .gitignore that is there gets our line added; any other file is kept. */
function writeNew(path: string, text: string): 'written' | 'kept' {
  if (path.endsWith('.gitignore') && existsSync(path)) {
    const now = readFileSync(path, 'utf8')
    if (now.split('\n').includes(text.trim())) return 'kept'
    writeFileSync(path, `${now.endsWith('\n') || now === '' ? now : `${now}\n`}${text}`)
    return 'written'
  }
  if (existsSync(path)) return 'kept'
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return 'written'
}
