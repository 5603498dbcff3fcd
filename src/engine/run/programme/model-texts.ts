/** What stands in model files in the segment language, bound like definitions are: a mistake is told at once, not by a run. */
import type { Issue } from '../../../core/base/index.ts'
import { placeInFile, type ModelFile, type ModelText } from '../../../core/catalog/index.ts'
import { check, checkMeasure, printLiteral, type BindContext } from '../../../core/segment/index.ts'

/** Issues of all texts of a model, placed in its file. */
export function modelTextIssues(model: ModelFile, context: BindContext): readonly Issue[] {
  return model.texts.flatMap((text) => textIssues(text, context))
}

function textIssues(text: ModelText, context: BindContext): readonly Issue[] {
  const found = issuesIn(text, context)
  const written = { origin: text.origin, definition: text.text }
  return found.map((issue): Issue => {
    const inside = text.kind !== 'segment' && issue.at?.kind === 'span' ? issue.at.start : 0
    return { ...issue, at: placeInFile(written, inside) }
  })
}

function issuesIn({ kind, text, setting }: ModelText, context: BindContext): readonly Issue[] {
  if (kind === 'condition') return check(text, context).issues
  if (kind === 'segment') {
    return check(`in segment ${printLiteral({ kind: 'text', value: text })}`, context).issues
  }
  const read = checkMeasure(text, context)
  if (!read.ok || read.value.type === 'number') return read.issues
  const wanted = { code: 'catalog/number-wanted', severity: 'error', params: { name: setting } }
  return [wanted as Issue]
}
