/** `tessera plan`: what applying the files would change, before it is done. */
import type { ChangePlanWire } from '../../../core/contract/index.ts'
import { planWithChecks } from '../../../engine/insight/index.ts'
import { withProgramme } from '../../../engine/run/index.ts'
import { flag, textOption, type CommandRun } from '../../command.ts'
import { EXIT } from '../../exit.ts'
import { runCost } from './plan-cost.ts'
import { changePlanLines } from './plan-lines.ts'

export const run: CommandRun = async (context, args, options) => {
  if (flag(options, 'cost') || flag(options, 'sql')) return await runCost(context, args, options)
  const { out, open, locale, signal } = context
  const asOf = textOption(options, 'asOf')
  const plan: ChangePlanWire = await withProgramme(open, (programme) =>
    planWithChecks(programme, { locale, signal, ...(asOf === undefined ? {} : { asOf }) }),
  )
  out.answer(plan, () => changePlanLines(context, plan))
  const issues = [...plan.issues, ...plan.changes.flatMap((change) => change.issues)]
  return issues.some((i) => i.severity === 'error') ? EXIT.issues : EXIT.ok
}
