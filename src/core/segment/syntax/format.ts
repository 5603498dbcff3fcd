/** The formatter: canonical text that keeps what its author noted above it. */
import { invalid, valid, type Checked } from '../../base/index.ts'
import { errorAt, lex } from './lex.ts'
import { parse, type ParseOptions } from './parse.ts'
import { print } from './print.ts'

/**
 * The text in its canonical form. Comments on lines of their own before the first word are kept; text with
 * comments elsewhere is refused, as formatting would lose them.
 */
export function format(text: string, options: ParseOptions = {}): Checked<string> {
  const parsed = parse(text, options)
  if (!parsed.ok) return parsed
  const { tokens, comments } = lex(text)
  const first = tokens[0]?.start ?? 0
  const lost = comments.filter((comment) => comment.start > first)
  if (lost.length > 0) {
    return invalid(...lost.map((comment) => errorAt('segment/comment-lost', comment)))
  }
  const head = comments.map((comment) => `${comment.text}\n`).join('')
  return valid(head + print(parsed.value.definition))
}
