/** What is wrong with the named measures of tessera.yaml, whether a segment uses them or not. */
import { isScalar, LineCounter, parseDocument } from 'yaml'
import type { Issue, Place } from '../../../core/base/index.ts'
import type { Programme } from '../../../core/catalog/index.ts'
import { bind, parseExpression, type BindContext } from '../../../core/segment/index.ts'
import { PROGRAMME_FILE_NAME } from './folder.ts'

/** Issues of all measures, placed in the text of tessera.yaml. */
export function measureIssues(
  programme: Programme,
  text: string,
  context: BindContext,
): readonly Issue[] {
  const entries = Object.entries(programme.measures)
  if (entries.length === 0) return []
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  return entries.flatMap(([name, measure]) => {
    const node = document.getIn(['measures', name], true)
    const start = isScalar(node) && node.range ? lines.linePos(node.range[0]) : { line: 1, col: 1 }
    const isPlain = isScalar(node) && node.type === 'PLAIN'
    return issuesOf(name, measure, context).map((issue): Issue => {
      const inside = isPlain && issue.at?.kind === 'span' ? issue.at.start : 0
      const at: Place = {
        kind: 'file',
        file: PROGRAMME_FILE_NAME,
        line: start.line,
        column: start.col + inside,
      }
      return { ...issue, at }
    })
  })
}

function issuesOf(name: string, text: string, context: BindContext): readonly Issue[] {
  const read = parseExpression(text, { measures: Object.keys(context.measures) })
  if (!read.ok) return read.issues
  // A definition that uses nothing but has the measure at its head is checked like one that a person wrote.
  const definition = {
    measures: [{ name, value: read.value.expression }],
    condition: { kind: 'everyone' },
  } as const
  return bind(definition, context, { spanOf: read.value.spanOf }).issues
}
