/** `tessera plan --cost`: how the segments in force are computed, what they share, what it costs. */
import type { PlanWire } from '../../../core/contract/index.ts'
import { planProgramme, withProgramme } from '../../../engine/run/index.ts'
import { flag, textOption, type CommandRun } from '../../command.ts'
import type { Context } from '../../context.ts'
import { EXIT } from '../../exit.ts'
import { issueLines } from '../../issue-lines.ts'
import { tableLines } from '../../table.ts'

export const runCost: CommandRun = async (context, _args, options) => {
  const { out, open, locale } = context
  const asOf = textOption(options, 'asOf')
  const plan = await withProgramme(open, (programme) =>
    planProgramme(programme, { locale, ...(asOf === undefined ? {} : { asOf }) }),
  )
  out.answer(plan, () => [
    ...issueLines(context, plan.issues),
    ...planLines(context, plan),
    ...(flag(options, 'sql') ? ['', ...plan.statements.flatMap((text) => [text, ''])] : []),
  ])
  return plan.issues.some((i) => i.severity === 'error') ? EXIT.issues : EXIT.ok
}

function planLines({ out, say }: Context, plan: PlanWire): string[] {
  const amount = (n: number | null, write: (n: number) => string): string =>
    n === null ? say('none') : write(n)
  return [
    say('plan-line', {
      segments: plan.segments,
      measures: plan.measures.length,
      passes: plan.passes.length,
    }),
    '',
    ...tableLines(
      [
        { title: say('col-pass') },
        { title: say('col-reads') },
        { title: say('col-horizon') },
        { title: say('col-measures'), right: true },
        { title: say('col-rows'), right: true },
        { title: say('col-bytes'), right: true },
      ],
      plan.passes.map((p) => [
        p.name,
        p.reads,
        p.after === null ? say('none') : out.instant(p.after),
        out.number(p.measures),
        amount(p.rowsToRead, out.number),
        amount(p.bytesToRead, out.bytes),
      ]),
    ),
    '',
    ...tableLines(
      [{ title: say('col-pass') }, { title: say('col-used-by') }, { title: say('col-measure') }],
      plan.measures.map((m) => [m.pass, m.usedBy.join(', '), m.text]),
      process.stdout.columns,
    ),
    ...(plan.lastRun === null
      ? []
      : [
          '',
          say('plan-last', {
            rows: plan.lastRun.rowsRead,
            bytes: out.bytes(plan.lastRun.bytesRead),
            seconds: out.number(plan.lastRun.seconds, 2),
          }),
        ]),
  ]
}
