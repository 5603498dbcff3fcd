/** Refuses files that are no text table before anything is asked about them. */
import { Failure } from '../../../core/base/index.ts'
import { compressionOf, readHead, readSample, type Compression } from './source.ts'

/** Text has almost none of them; compressed or random bytes have one in ten. */
const CONTROL_SHARE = 0.02
/** ZIP archives, which newer workbooks are, and the files of older spreadsheet programs. */
const WORKBOOKS = ['PK\u0003\u0004', 'PK\u0005\u0006', '\u00D0\u00CF\u0011\u00E0']
const LOOKED_AT = 65_536

/**
 * Throws `intake/wrong-ending` when a name promises what the bytes are not, and `intake/workbook` for the files
 * of spreadsheet programs. Cost: the first bytes are read.
 */
export async function checkContents(path: string, fileName: string): Promise<void> {
  const compression = compressionOf(await readHead(path, 4))
  const packed = /\.(gz|zst|zstd)$/i.exec(fileName)?.[1]?.toLowerCase()
  const promised: Compression = packed === undefined ? 'none' : packed === 'gz' ? 'gzip' : 'zstd'
  if (promised !== 'none' && promised !== compression) throw wrongEnding(fileName, promised)
  const { sample } = await readSample(path, compression, 4)
  const magic = sample.toString('latin1')
  if (/\.parquet(\.(gz|zst|zstd))?$/i.test(fileName) && magic !== 'PAR1') {
    throw wrongEnding(fileName, 'Parquet')
  }
  if (WORKBOOKS.includes(magic)) {
    throw new Failure('a workbook or an archive', {
      code: 'intake/workbook',
      params: { file: fileName },
    })
  }
}

function wrongEnding(file: string, kind: string): Failure {
  return new Failure('the content is not what the name says', {
    code: 'intake/wrong-ending',
    params: { file, kind },
  })
}

/** Throws `intake/not-text` for bytes that no text has; `text` is the beginning of a file as UTF-8. */
export function checkText(text: Buffer, path: string): void {
  const seen = text.subarray(0, LOOKED_AT)
  const controls = seen.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0)
  if (controls <= 1 || controls < seen.length * CONTROL_SHARE) return
  throw new Failure('not a text table', { code: 'intake/not-text', params: { file: path } })
}

function isControl(byte: number): boolean {
  return byte < 32 && !(byte >= 9 && byte <= 13)
}
