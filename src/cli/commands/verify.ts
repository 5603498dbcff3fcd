/** `tessera verify`: computes everybody anew and says whether the published memberships are the same. */
import { verifyProgramme, withProgramme } from '../../engine/run/index.ts'
import type { CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'
import { tableLines } from '../table.ts'

export const run: CommandRun = async ({ open, out, say, signal }) => {
  const found = await withProgramme({ ...open, command: 'tessera verify' }, (programme) =>
    verifyProgramme(programme, { signal }),
  )
  const asOf = say('as-of', { at: out.instant(found.asOf, found.timeZone) })
  const verdict = found.outdated
    ? say('verify-outdated')
    : say(found.ok ? 'verify-same' : 'verify-differs', {
        customers: found.customers,
        differing: found.differing,
        asOf,
      })
  out.answer(found, () => [
    ...(found.differences.length === 0
      ? []
      : [
          ...tableLines(
            [
              { title: say('col-customer') },
              { title: say('col-surplus') },
              { title: say('col-missing') },
            ],
            found.differences.map((d) => [
              d.customerId,
              d.surplus.join(', '),
              d.missing.join(', '),
            ]),
            process.stdout.columns,
          ),
          '',
        ]),
    verdict,
    ...(found.outdated
      ? []
      : [say('verify-digests', { held: found.held, rebuilt: found.rebuilt })]),
  ])
  return found.ok ? EXIT.ok : EXIT.issues
}
