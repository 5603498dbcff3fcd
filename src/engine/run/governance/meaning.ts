/** What a definition means, as far as its text decides: canonical text, zone and the measures it uses. */
import { createHash } from 'node:crypto'
import {
  parse,
  parseExpression,
  print,
  walk,
  type Definition,
  type Expression,
} from '../../../core/segment/index.ts'

/** The part of a definition that a new version is made for when it changes. */
export interface Meaning {
  /** Canonical; the text as written when it cannot be read. */
  readonly text: string
  readonly timeZone?: string
  /** The programme's measures that it uses, directly or through others. */
  readonly measures: Readonly<Record<string, string>>
  /** Equal digests mean the same thing under the same catalogue. */
  readonly digest: string
}

/** Reads the meaning of a definition's text; comments and layout are no part of it. */
export function meaningOf(
  written: { readonly definition: string; readonly timeZone?: string },
  known: Readonly<Record<string, string>>,
): Meaning {
  const read = parse(written.definition, { measures: Object.keys(known) })
  const text = read.ok ? print(read.value.definition) : written.definition.trim()
  const measures = read.ok ? measuresIn(read.value.definition, known) : {}
  const { timeZone } = written
  const digest = createHash('sha256')
    .update(JSON.stringify([text, timeZone ?? '', Object.entries(measures)]))
    .digest('hex')
  return { text, ...(timeZone === undefined ? {} : { timeZone }), measures, digest }
}

/** The named measures of the programme that a definition reaches, by name; its own hide those of the same name. */
function measuresIn(
  definition: Definition,
  known: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const own = new Set(definition.measures.map((measure) => measure.name))
  const found = new Map<string, string>()
  const visit = (node: Parameters<typeof walk>[0], hidden: ReadonlySet<string>): void => {
    for (const part of walk(node)) {
      if (!('kind' in part) || part.kind !== 'named') continue
      const text = hidden.has(part.name) ? undefined : known[part.name]
      if (text === undefined || found.has(part.name)) continue
      found.set(part.name, text)
      const inner = expressionOf(text, known)
      if (inner !== undefined) visit(inner, new Set())
    }
  }
  visit(definition.condition, own)
  for (const measure of definition.measures) visit(measure.value, own)
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function expressionOf(
  text: string,
  known: Readonly<Record<string, string>>,
): Expression | undefined {
  const read = parseExpression(text, { measures: Object.keys(known) })
  return read.ok ? read.value.expression : undefined
}
