/** Parquet files become NDJSON first, so that one way of splitting, setting aside and mending serves all. */
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../../core/base/index.ts'
import { compressionOf, openBytes, readHead, readSample } from './source.ts'

/** A text file to read in place of another; `dispose` removes it if it was made for this. */
export interface TextFile {
  readonly path: string
  readonly isConverted: boolean
  dispose(): Promise<void>
}

/** Runs one statement of the engine's library in a process of its own, whose end frees all memory. */
const SCRIPT = `
const { query } = require(process.argv[1])
try { query(process.argv[2]) } catch (error) { process.stderr.write(String(error.message)); process.exitCode = 1 }
`
/** Nothing is lost on the way: long integers and decimals as text, instants with their zone. */
const SETTINGS = [
  'output_format_json_quote_64bit_integers = 1',
  'output_format_json_quote_decimals = 1',
  "date_time_output_format = 'iso'",
  'input_format_parquet_preserve_order = 1',
].join(', ')

/** The file itself when it is text; a Parquet file, compressed or not, as NDJSON in a temporary folder. Code: `intake/bad-parquet`. */
export async function asText(path: string): Promise<TextFile> {
  const compression = compressionOf(await readHead(path, 4))
  const { sample } = await readSample(path, compression, 4)
  if (sample.toString('latin1') !== 'PAR1') {
    return { path, isConverted: false, dispose: () => Promise.resolve() }
  }
  const folder = await mkdtemp(join(tmpdir(), 'tessera-parquet-'))
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const plain = compression === 'none' ? path : join(folder, 'plain.parquet')
    if (plain !== path) {
      await pipeline(Readable.from(openBytes(path, compression).chunks), createWriteStream(plain))
    }
    const target = join(folder, `${basename(path)}.ndjson`)
    await convert(plain, target)
    // A file without rows makes no file at all.
    await stat(target)
    return { path: target, isConverted: true, dispose }
  } catch (error) {
    await dispose()
    if (error instanceof Failure) throw error
    throw new Failure('a Parquet file without rows', {
      code: 'intake/empty-file',
      params: { file: path },
      cause: error,
    })
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

async function convert(from: string, to: string): Promise<void> {
  const statement = `SELECT * FROM file(${quoted(from)}, 'Parquet') INTO OUTFILE ${quoted(to)} FORMAT JSONEachRow SETTINGS ${SETTINGS}`
  const library = createRequire(import.meta.url).resolve('chdb')
  const child = spawn(process.execPath, ['-e', SCRIPT, library, statement], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code === 0) return
  // The engine's own words may quote data; only its name of the mistake is passed on.
  const reason = /\(([A-Z_]{4,})\)/.exec(said)?.[1] ?? `exit ${code ?? 'by signal'}`
  throw new Failure('a Parquet file cannot be read', {
    code: 'intake/bad-parquet',
    params: { file: from, reason },
  })
}
