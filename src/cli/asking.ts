/** Asks how files are to be read, where somebody can answer; else says what to type. */
import { Failure } from '../core/base/index.ts'
import type { IssueWire } from '../core/contract/index.ts'
import { failureWire } from '../engine/run/index.ts'
import type { Context } from './context.ts'

/**
 * Does the work; when files can be read in several ways, asks, and does it again with all answers so far, as texts of
 * `--map`. `pause` clears the line before a question.
 */
export async function asking<T>(
  context: Context,
  pause: () => void,
  work: (answers: readonly string[]) => Promise<T>,
  answers: readonly string[] = [],
): Promise<T> {
  try {
    return await work(answers)
  } catch (error) {
    pause()
    const questions = questionsOf(error, context)
    if (questions.length === 0) throw error
    if (!context.interactive) {
      sayHow(context, questions)
      throw error
    }
    return await asking(context, pause, work, [...answers, ...(await askAll(context, questions))])
  }
}

function questionsOf(error: unknown, { locale }: Context): readonly IssueWire[] {
  if (!(error instanceof Failure)) return []
  const { issues } = failureWire(error, locale)
  // An error that is no question stands in the way whatever is answered.
  return issues.every((issue) => issue.question !== undefined) ? issues : []
}

async function askAll(context: Context, questions: readonly IssueWire[]): Promise<string[]> {
  const { askOne, askText } = await import('./ask.ts')
  const map: string[] = []
  for (const { message, question } of questions) {
    if (question === undefined) continue
    const { option, answers } = question
    const answer =
      answers.length === 0
        ? await askText(context, message, '')
        : await askOne(
            context,
            message,
            answers.map((value) => ({ value, label: value })),
          )
    map.push(`${option}=${answer.replaceAll(',', '\\,')}`)
  }
  return map
}

/** The exact text that answers, for scripts. */
function sayHow({ out, say }: Context, questions: readonly IssueWire[]): void {
  const files = new Set(questions.map(({ at }) => (at?.kind === 'file' ? at.file : '')))
  for (const file of files) {
    out.note(say('load-questions', { file }))
    for (const { at, question } of questions) {
      if (question === undefined || (at?.kind === 'file' && at.file !== file)) continue
      const answers = question.answers.length === 0 ? '…' : question.answers.join('|')
      out.note(`  --map '${question.option}=${answers}'`)
    }
  }
}
