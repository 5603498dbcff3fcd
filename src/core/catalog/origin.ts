/** Where a text in the segment language lies within its file. */
import type { DefinitionOrigin } from './segment-file.ts'
import type { Path, YamlSource } from './yaml.ts'

/** Where the text at a path begins, and whether the places of its parts follow from that. */
export function originOf(
  source: YamlSource,
  { file, path }: { readonly file: string; readonly path: Path },
): DefinitionOrigin {
  const scalar = source.scalar(path)
  const start = source.locate(path)
  const line = start.line ?? 1
  const column = Number(start.column ?? 1)
  if (scalar?.type === 'BLOCK_LITERAL' && scalar.range) {
    const body = source.text.slice(scalar.range[0], scalar.range[1]).split('\n').slice(1)
    const first = body.find((row) => row.trim() !== '') ?? ''
    const lead = /^ */.exec(first)?.[0].length ?? 0
    // A first line that itself begins with spaces keeps them in the text.
    const own = /^ */.exec(String(scalar.value))?.[0].length ?? 0
    const blank = String(scalar.value).startsWith('\n')
    return { file, line: line + 1, indent: lead - (blank ? 0 : own), exact: true }
  }
  const quoted = scalar?.type === 'QUOTE_DOUBLE' || scalar?.type === 'QUOTE_SINGLE'
  const written = scalar?.range ? source.text.slice(scalar.range[0], scalar.range[1]) : ''
  const inside = quoted ? written.slice(1, -1) : written
  const exact = inside === scalar?.value && !inside.includes('\n')
  return { file, line, indent: column - 1 + (quoted ? 1 : 0), exact }
}
