/** `tessera events`: what arrives over HTTP right now, and what was refused and why. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ArrivalsWire, ArrivalWire, RefusedArrivalWire } from '../../core/contract/index.ts'
import {
  locateProgramme,
  refusedMessages,
  runningArrivals,
  withProgramme,
} from '../../engine/run/index.ts'
import { flag, numberOption, type CommandRun } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'

const USUAL_LIMIT = 20
const POLL_MS = 1000

export const run: CommandRun = async (context, _args, options) => {
  const { out, say, open, locale, signal } = context
  const limit = numberOption(options, 'limit') ?? USUAL_LIMIT
  const folder = locateProgramme(open)
  const ask = async (): Promise<ArrivalsWire | undefined> =>
    folder === undefined ? undefined : await runningArrivals(folder, { limit, locale })
  const first = await ask()
  if (first === undefined) {
    // No server runs, so that nothing arrives; what was refused is in the ledger.
    const refused = await withProgramme(open, (p) => refusedMessages(p, { limit, locale }))
    out.note(say('events-no-server'))
    out.answer({ refused }, () => [
      ...(refused.length === 0 ? [] : [say('events-refused-lately')]),
      ...refused.toReversed().map((one) => refusedLine(context, one)),
    ])
    return EXIT.ok
  }
  out.answer(first, () => [...lines(context, first), summary(context, first)])
  if (!flag(options, 'follow')) return EXIT.ok
  for (let seen = first; !signal.aborted;) {
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined)
    const next = signal.aborted ? undefined : await ask()
    if (next === undefined) break
    const known = new Set([...seen.recent.map(idOf), ...seen.refused.map((r) => String(r.id))])
    const fresh = {
      ...next,
      recent: next.recent.filter((one) => !known.has(idOf(one))),
      refused: next.refused.filter((one) => !known.has(String(one.id))),
    }
    if (fresh.recent.length + fresh.refused.length > 0)
      out.answer(fresh, () => lines(context, fresh))
    seen = next
  }
  return EXIT.ok
}

const idOf = (one: ArrivalWire): string => `${one.receivedAt} ${one.messageId}`

function lines(context: Context, arrivals: ArrivalsWire): readonly string[] {
  const all = [
    ...arrivals.recent.map((one) => ({ at: one.receivedAt, line: arrivalLine(context, one) })),
    ...arrivals.refused.map((one) => ({ at: one.receivedAt, line: refusedLine(context, one) })),
  ]
  return all.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ line }) => line)
}

function arrivalLine({ out, say }: Context, one: ArrivalWire): string {
  const dropped =
    one.dropped.length === 0 ? '' : ` ${say('events-dropped', { names: [...one.dropped] })}`
  const name = one.name === '' ? one.type : `${one.type} ${one.name}`
  return `${one.receivedAt.slice(11, 23)}  ${out.paint('green', name)}  ${one.customer}${dropped}`
}

function refusedLine({ out }: Context, one: RefusedArrivalWire): string {
  const why = one.issues.map((issue) => `${issue.pointer} ${issue.message}`).join('; ')
  return `${one.receivedAt.slice(11, 23)}  ${out.paint('red', `${one.type} ${one.name}`)}  ${why}`
}

function summary({ out, say }: Context, arrivals: ArrivalsWire): string {
  return say('events-line', {
    accepted: arrivals.accepted,
    refused: arrivals.refusedCount,
    rate: arrivals.perSecond.at(-1)?.accepted ?? 0,
    waiting: arrivals.backlog.rows,
    seconds: out.number(arrivals.backlog.seconds, 1),
  })
}
