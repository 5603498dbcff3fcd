/** `tessera explain <customer> <segment>`: the tree of conditions with what was found at each. */
import type { Explained, ExplainedNode } from '../../engine/run/index.ts'
import { explainMembership, withProgramme } from '../../engine/run/index.ts'
import { inLocale } from '../../core/base/index.ts'
import { textOption, type CommandRun } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'

/** Evidence shown under a condition; `--json` has it all. */
const EVIDENCE_SHOWN = 3

export const run: CommandRun = async (context, [customer = '', segment = ''], options) => {
  const { out, say, open, locale } = context
  const asOf = textOption(options, 'asOf')
  const found: Explained = await withProgramme(open, (programme) =>
    explainMembership(programme, {
      customer,
      segment,
      locale,
      ...(asOf === undefined ? {} : { asOf }),
    }),
  )
  out.answer(found, () => [
    say(found.member ? 'explain-in' : 'explain-out', {
      customer,
      segment,
      asOf: say('as-of', { at: out.instant(found.asOf, found.timeZone) }),
    }),
    ...[
      found.reason,
      found.since.sentence,
      found.until?.sentence ?? '',
      found.change.sentence,
    ].filter((line) => line !== ''),
    ...(isEdited(found) ? [out.paint('yellow', say('explain-edited'))] : []),
    '',
    ...nodeLines(context, found.root, 0),
  ])
  return EXIT.ok
}

/** The file says something else by now than what is in force. */
function isEdited({ standing }: Explained): boolean {
  return standing.version !== null && ['changed', 'broken', 'removed'].includes(standing.pending)
}

function nodeLines(context: Context, node: ExplainedNode, depth: number): string[] {
  const { out } = context
  const pad = '  '.repeat(depth)
  const mark = node.truth ? out.paint('green', '✓') : out.paint('red', '✗')
  const text = node.decisive ? node.sentence : out.paint('dim', node.sentence)
  const head = [`${pad}${mark} ${text}`]
  if (node.kind === 'leaf') head.push(`${pad}    ${out.paint('dim', node.text)}`)
  return [
    ...head,
    ...valueLines(context, node, pad),
    ...evidenceLines(context, node, pad),
    ...node.children.flatMap((child) => nodeLines(context, child, depth + 1)),
  ]
}

function valueLines(_context: Context, node: ExplainedNode, pad: string): string[] {
  return node.values
    .filter((value) => !value.written)
    .map((value) => `${pad}    ${value.text} = ${value.shown}`)
}

function evidenceLines(context: Context, node: ExplainedNode, pad: string): string[] {
  const { out, say, locale } = context
  return node.evidence.flatMap((evidence) => {
    const shown = evidence.events.slice(0, EVIDENCE_SHOWN)
    const more = evidence.total - shown.length
    return [
      ...shown.map((event) => {
        const properties = event.properties
          .map((p) => `${inLocale(p.label, locale)} ${p.shown}`)
          .join(', ')
        const label = inLocale(event.label, locale)
        const line = `${event.atShown}  ${label} ${event.id}${properties === '' ? '' : `  ${properties}`}`
        return `${pad}      ${out.paint('dim', line)}`
      }),
      ...(more > 0
        ? [`${pad}      ${out.paint('dim', say('explain-evidence-more', { count: more }))}`]
        : []),
    ]
  })
}
