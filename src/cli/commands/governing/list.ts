/** `tessera list`: lists of customers that people keep by hand. */
import type { ListEditWire, ListPageWire, ListWire } from '../../../core/contract/index.ts'
import {
  createList,
  editList,
  idsInFile,
  listLists,
  showList,
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
import { issueLines } from '../../issue-lines.ts'
import { tableLines } from '../../table.ts'

const ACTIONS = ['create', 'add', 'remove', 'show', 'lists'] as const
const USUAL_LIMIT = 50

export const run: CommandRun = async (context, [asked = '', name, ...customers], options) => {
  const { say } = context
  const action = ACTIONS.find((one) => one === asked)
  if (action === undefined) {
    const wanted = say('wanted-one-of', { options: [...ACTIONS] })
    throw new UsageMistake(say('invalid-value', { value: asked, name: '<action>', wanted }))
  }
  if (action === 'lists') return await showAll(context)
  if (name === undefined) {
    throw new UsageMistake(say('missing-argument', { name: 'name', command: 'list' }))
  }
  if (action === 'show') return await showOne(context, name, options)
  if (action === 'create') return await create(context, { name, customers, options })
  return await edit(context, { action, name, customers, options })
}

interface Typed {
  readonly name: string
  readonly customers: readonly string[]
  readonly options: Options
}

async function create(context: Context, typed: Typed): Promise<ExitCode> {
  const { open, out, say, locale } = context
  const { name, options } = typed
  const comment = textOption(options, 'comment')
  const made = await withProgramme(open, (programme) =>
    createList(programme, { name, locale, ...(comment === undefined ? {} : { comment }) }),
  )
  const hasCustomers = typed.customers.length > 0 || textOption(options, 'from') !== undefined
  if (!hasCustomers) {
    out.answer(made, () => say('list-made', { list: name }))
    return EXIT.ok
  }
  out.note(say('list-made', { list: name }))
  return await edit(context, { ...typed, action: 'add' })
}

async function edit(
  context: Context,
  typed: Typed & { readonly action: 'add' | 'remove' },
): Promise<ExitCode> {
  const { open, out, say, locale, signal } = context
  const { action, name, options } = typed
  const from = textOption(options, 'from')
  const why = textOption(options, 'why')
  const ids = [
    ...typed.customers,
    ...(from === undefined ? [] : idsInFile(from, textOption(options, 'column'))),
  ]
  if (ids.length === 0) throw new UsageMistake(say('list-customers-needed'))
  const done: ListEditWire = await withProgramme(
    { ...open, command: 'tessera list' },
    (programme) =>
      editList(programme, {
        name,
        locale,
        signal,
        [action]: ids,
        ...(why === undefined ? {} : { why }),
      }),
  )
  out.answer(done, () => [
    ...issueLines(context, done.issues),
    say('list-edited', { list: name, added: done.added, removed: done.removed }),
  ])
  return done.unknownCount > 0 ? EXIT.rejected : EXIT.ok
}

async function showAll({ open, out, say }: Context): Promise<ExitCode> {
  const lists: readonly ListWire[] = await withProgramme(open, listLists)
  out.answer(lists, () =>
    lists.length === 0
      ? say('list-none')
      : tableLines(
          [
            { title: say('col-list') },
            { title: say('col-members'), right: true },
            { title: say('col-used-by') },
            { title: say('col-comment') },
          ],
          lists.map((l) => [l.name, out.number(l.members), l.usedBy.join(', '), l.comment]),
          process.stdout.columns,
        ),
  )
  return EXIT.ok
}

async function showOne(context: Context, name: string, options: Options): Promise<ExitCode> {
  const { open, out, say } = context
  const after = textOption(options, 'after')
  const page: ListPageWire = await withProgramme(open, (programme) =>
    showList(programme, {
      name,
      limit: numberOption(options, 'limit') ?? USUAL_LIMIT,
      ...(after === undefined ? {} : { after }),
    }),
  )
  out.answer(page, () => [
    ...page.customers,
    '',
    say('list-page', { shown: page.customers.length, total: page.members, list: name }),
    ...(page.comment === '' ? [] : [page.comment]),
    ...page.edits.map(
      (e) =>
        `${out.instant(e.at)}  ${e.who}  +${out.number(e.added)} -${out.number(e.removed)}  ${e.why}`,
    ),
    ...(page.next === null ? [] : [say('members-next', { after: page.next })]),
  ])
  return EXIT.ok
}
