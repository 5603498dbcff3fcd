/** What the exit codes mean; the help of every command lists them. */
export const EXIT = {
  ok: 0,
  issues: 1,
  usage: 2,
  failure: 3,
  refused: 4,
  rejected: 5,
  bug: 70,
  interrupted: 130,
} as const

/** A code that a command may end with. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
