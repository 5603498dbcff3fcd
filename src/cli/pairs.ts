/** Reads `--set name=value` pairs. */
import { UsageMistake } from './command.ts'
import type { Context } from './context.ts'

/** `name=value`, several times. */
export function pairsIn(
  { say }: Context,
  set: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    set.map((text) => {
      const at = text.indexOf('=')
      if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1)]
      const wanted = say('wanted-pair')
      throw new UsageMistake(say('invalid-value', { value: text, name: '--set', wanted }))
    }),
  )
}
