/** What a file turned out to be, with the evidence for it. */
import type { DateOrder, FileType } from '../mapping/mapping.ts'
import type { Compression } from '../read/source.ts'
import type { Dialect } from '../read/split.ts'

export const ASPECTS = [
  'compression',
  'type',
  'encoding',
  'delimiter',
  'quote',
  'header',
  'decimal',
  'dates',
  'missing',
] as const
export type Aspect = (typeof ASPECTS)[number]

/** One thing that was decided about the file. */
export interface Finding {
  readonly aspect: Aspect
  readonly value: string
  /** Code of the words that say why, with their params. */
  readonly evidence: {
    readonly code: string
    readonly params: Readonly<Record<string, string | number>>
  }
  /** False: it was one of several readings, and a question asks which. */
  readonly certain: boolean
}

/** How the file is read. `columns` are names of columns, or paths of NDJSON. */
export interface Detection {
  readonly type: FileType
  readonly compression: Compression
  readonly encoding: string
  readonly dialect: Dialect
  readonly header: boolean
  readonly columns: readonly string[]
  readonly decimal: '.' | ','
  readonly dates: DateOrder
  readonly missing: readonly string[]
  readonly findings: readonly Finding[]
}

/** Something only a person can answer: `option` is the key of `--map` (and of the mapping's format) that answers it. */
export interface Question {
  readonly code: string
  readonly option: string
  readonly params: Readonly<Record<string, string | number>>
  readonly answers: readonly string[]
}

/** A record of the sample that cannot be split. */
export interface Flawed {
  readonly line: number
  readonly code: string
  readonly raw: string
}

/** The first rows of a file as text, by column. */
export interface Sample {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Lines of the file the rows start on. */
  readonly lines: readonly number[]
  readonly flaws: readonly Flawed[]
}
