/** Questions to somebody at a terminal; Ctrl-C there is an interruption like any other. */
import { select, text } from '@clack/prompts'
import type { Context } from './context.ts'

/** A line of text, with a default. */
export async function askText(
  context: Context,
  message: string,
  initialValue: string,
): Promise<string> {
  const answer = await text({
    message,
    initialValue,
    output: process.stderr,
    signal: context.signal,
  })
  return orInterrupt(answer)
}

/** One of several answers. */
export async function askOne(
  context: Context,
  message: string,
  options: readonly { readonly value: string; readonly label: string }[],
): Promise<string> {
  const answer = await select({
    message,
    options: options.map(({ value, label }) => ({ value, label })),
    output: process.stderr,
    signal: context.signal,
  })
  return orInterrupt(answer)
}

function orInterrupt(answer: string | symbol): string {
  if (typeof answer === 'string') return answer
  // The same way out as Ctrl-C during work.
  process.emit('SIGINT')
  throw new DOMException('interrupted', 'AbortError')
}
