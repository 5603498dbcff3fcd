/** `tessera key`: keys that may send events over HTTP. */
import { createKey, listKeys, revokeKey, withProgramme } from '../../engine/run/index.ts'
import { UsageMistake, type CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'
import { tableLines } from '../table.ts'

const ACTIONS = ['create', 'list', 'revoke'] as const

export const run: CommandRun = async (context, [asked = '', which]) => {
  const { open, out, say } = context
  const action = ACTIONS.find((one) => one === asked)
  if (action === undefined) {
    const wanted = say('wanted-one-of', { options: [...ACTIONS] })
    throw new UsageMistake(say('invalid-value', { value: asked, name: '<action>', wanted }))
  }
  if (action === 'list') {
    const keys = await withProgramme(open, listKeys)
    const state = (revokedAt: string | null): string =>
      revokedAt === null ? '' : say('key-revoked-at', { at: out.instant(revokedAt) })
    out.answer(keys, () =>
      keys.length === 0
        ? say('key-none')
        : tableLines(
            [
              { title: '#', right: true },
              { title: say('col-name') },
              { title: say('col-key') },
              { title: say('col-since') },
              { title: '' },
            ],
            keys.map((k) => [
              String(k.id),
              k.name,
              `${k.prefix}…`,
              out.instant(k.createdAt),
              state(k.revokedAt),
            ]),
          ),
    )
    return EXIT.ok
  }
  if (which === undefined) {
    throw new UsageMistake(say('missing-argument', { name: 'name', command: 'key' }))
  }
  if (action === 'create') {
    const made = await withProgramme(open, (programme) => createKey(programme, { name: which }))
    out.answer(made, () => made.key)
    out.note(say('key-made', { name: which }))
    return EXIT.ok
  }
  const revoked = await withProgramme(open, (programme) => revokeKey(programme, which))
  out.answer(revoked, () => say('key-revoked', { name: revoked.name }))
  return EXIT.ok
}
