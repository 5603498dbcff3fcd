/** `tessera snapshot`: freezes the members of a segment under a name, lists, shows and checks what is frozen. */
import type { FrozenWire } from '../../../core/contract/index.ts'
import {
  checkSnapshot,
  freezeSegment,
  listSnapshots,
  snapshotMembers,
  withProgramme,
} from '../../../engine/run/index.ts'
import {
  numberOption,
  textOption,
  UsageMistake,
  type CommandRun,
  type Options,
} from '../../command.ts'
import type { Context } from '../../context.ts'
import { EXIT, type ExitCode } from '../../exit.ts'
import { tableLines } from '../../table.ts'

const ACTIONS = ['create', 'list', 'members', 'verify'] as const
const USUAL_LIMIT = 20

export const run: CommandRun = async (context, [asked = '', name, segment], options) => {
  const { say } = context
  const action = ACTIONS.find((one) => one === asked)
  if (action === undefined) {
    const wanted = say('wanted-one-of', { options: [...ACTIONS] })
    throw new UsageMistake(say('invalid-value', { value: asked, name: '<action>', wanted }))
  }
  if (action === 'list') return await list(context)
  const needed = needing(context, 'name', name)
  if (action === 'members') return await members(context, needed, options)
  if (action === 'verify') return await check(context, needed)
  return await create(
    context,
    { name: needed, segment: needing(context, 'segment', segment) },
    options,
  )
}

function needing({ say }: Context, name: string, given: string | undefined): string {
  if (given !== undefined) return given
  throw new UsageMistake(say('missing-argument', { name, command: 'snapshot' }))
}

async function create(
  context: Context,
  of: { readonly name: string; readonly segment: string },
  options: Options,
): Promise<ExitCode> {
  const asOf = textOption(options, 'asOf')
  const made = await withProgramme(context.open, (programme) =>
    freezeSegment(programme, { ...of, ...(asOf === undefined ? {} : { asOf }) }),
  )
  context.out.answer(made, () => line(context, made))
  return EXIT.ok
}

function line({ out, say }: Context, frozen: FrozenWire): string[] {
  const { name, segment, members: count, digest } = frozen
  const asOf = say('as-of', { at: out.instant(frozen.asOf, frozen.timeZone) })
  return [say('snapshot-line', { name, segment, count, asOf }), digest]
}

async function list(context: Context): Promise<ExitCode> {
  const { out, say, open } = context
  const all = await withProgramme(open, listSnapshots)
  out.answer(all, () =>
    all.length === 0
      ? [say('snapshot-none')]
      : tableLines(
          [
            { title: say('col-name') },
            { title: say('col-segment') },
            { title: say('col-when') },
            { title: say('col-members'), right: true },
            { title: say('col-digest') },
          ],
          all.map((one) => [
            one.name,
            one.segment,
            out.instant(one.asOf, one.timeZone),
            out.number(one.members),
            one.digest.slice(0, 16),
          ]),
          process.stdout.columns,
        ),
  )
  return EXIT.ok
}

async function members(context: Context, name: string, options: Options): Promise<ExitCode> {
  const { out, say, open } = context
  const after = textOption(options, 'after')
  const limit = numberOption(options, 'limit') ?? USUAL_LIMIT
  const page = await withProgramme(open, (programme) =>
    snapshotMembers(programme, { name, limit, ...(after === undefined ? {} : { after }) }),
  )
  out.answer(page, () => [
    ...page.customerIds,
    '',
    ...line(context, page.frozen),
    ...(page.next === null ? [] : [say('members-next', { after: page.next })]),
  ])
  return EXIT.ok
}

async function check(context: Context, name: string): Promise<ExitCode> {
  const { out, say, open } = context
  const found = await withProgramme(open, (programme) => checkSnapshot(programme, name))
  out.answer(found, () => [
    ...line(context, found.frozen),
    found.ok
      ? say('snapshot-same')
      : say('snapshot-differs', {
          count: found.recomputedMembers,
          digest: found.recomputed,
          surplus: found.surplus.join(', ') || say('none'),
          missing: found.missing.join(', ') || say('none'),
        }),
  ])
  return found.ok ? EXIT.ok : EXIT.issues
}
