/** A segment as it lies in the programme folder: names, reason and status around the text of its definition. */
import type { LocalText, Place } from '../base/index.ts'
import type { SegmentExample } from './example.ts'
import type { Purpose } from './catalog.ts'

export const STATUSES = ['draft', 'active', 'retired'] as const
export type SegmentStatus = (typeof STATUSES)[number]

/** Where the text of a definition lies in its file, so that its issues can be pointed at there. */
export interface DefinitionOrigin {
  readonly file: string
  /** 1-based line of the text's first line. */
  readonly line: number
  /** Columns of the file before each line of the text. */
  readonly indent: number
  /** False when YAML folded or escaped the text, so that only its start can be pointed at. */
  readonly exact: boolean
}

export interface SegmentFile {
  /** Lower-case letters, digits, `_` and `-`: the file's name without its ending. */
  readonly key: string
  readonly name: LocalText
  readonly why: LocalText
  readonly purpose: Purpose
  readonly status: SegmentStatus
  readonly timeZone?: string
  readonly definition: string
  readonly origin: DefinitionOrigin
  /** Absent when the file has none. */
  readonly examples?: readonly SegmentExample[]
}

/** The place in the file of an offset in the definition's text. */
export function placeInFile(
  segment: Pick<SegmentFile, 'origin' | 'definition'>,
  offset: number,
): Extract<Place, { kind: 'file' }> {
  const { file, line, indent, exact } = segment.origin
  if (!exact) return { kind: 'file', file, line, column: indent + 1 }
  const before = segment.definition.slice(0, offset)
  const lines = before.split('\n')
  return {
    kind: 'file',
    file,
    line: line + lines.length - 1,
    column: indent + (lines.at(-1)?.length ?? 0) + 1,
  }
}
