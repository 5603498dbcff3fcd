/** Prints issues the way compilers do: place, message, the source line with a mark under it, the fix. */
import type { Place } from '../core/base/index.ts'
import type { IssueWire } from '../core/contract/index.ts'
import type { Context } from './context.ts'
import { displayWidth } from './table.ts'

const COLOUR = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** Lines for a list of issues. */
export function issueLines(context: Context, issues: readonly IssueWire[]): string[] {
  return issues.flatMap((issue) => oneIssue(context, issue))
}

function oneIssue({ say, out }: Context, issue: IssueWire): string[] {
  const place = placeText(issue.at)
  const head = out.paint([COLOUR[issue.severity], 'bold'], say(issue.severity))
  const code = out.paint('dim', `[${issue.code}]`)
  const lines = [`${place === '' ? '' : `${place}: `}${head}: ${issue.message} ${code}`]
  if (issue.excerpt !== undefined) {
    const { text, from, to } = issue.excerpt
    const before = ' '.repeat(displayWidth(text.slice(0, from)))
    const mark = '^'.repeat(Math.max(1, displayWidth(text.slice(from, to))))
    lines.push(`  ${text}`, `  ${before}${out.paint(COLOUR[issue.severity], mark)}`)
  }
  if (issue.fix !== undefined && issue.fix !== '') lines.push(`  ${say('fix')}: ${issue.fix}`)
  return lines
}

function placeText(at: Place | undefined): string {
  if (at === undefined) return ''
  if (at.kind === 'path') return at.path.join('.')
  if (at.kind === 'span') {
    // A span that is empty, or one character long, is a single place.
    return at.end > at.start + 1 ? `${at.start + 1}-${at.end}` : `${at.start + 1}`
  }
  return [at.file, at.line, at.column].filter((part) => part !== undefined).join(':')
}
