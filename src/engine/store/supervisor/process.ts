/** Facts about operating-system processes: alive, the same one as before, stop it. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Names one process for good: process numbers are reused, so the start time belongs to the name. */
export interface ProcessName {
  readonly pid: number
  readonly started: string
}

/** The name of a living process; undefined when there is none with this number. */
export function processName(pid: number): ProcessName | undefined {
  try {
    if (process.platform !== 'linux') {
      const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
      }).trim()
      return started === '' ? undefined : { pid, started }
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program name in parentheses and may itself hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, started] = [fields[0], fields[19]]
    return state === 'Z' || started === undefined ? undefined : { pid, started }
  } catch {
    return undefined
  }
}

/** The command line of a living process, '' when unknown. */
export function commandLine(pid: number): string {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** True while this very process lives. */
export function isAlive(name: ProcessName): boolean {
  return processName(name.pid)?.started === name.started
}

/** Waits until a process is gone; false when it still lives after `waitMs`. */
export async function waitGone(name: ProcessName, waitMs: number): Promise<boolean> {
  const end = performance.now() + waitMs
  while (isAlive(name)) {
    if (performance.now() > end) return false
    await sleep(20)
  }
  return true
}

/** Ends a process: each signal in turn, waiting `waitMs` after each. True when it is gone. */
export async function endProcess(
  name: ProcessName,
  signals: readonly NodeJS.Signals[],
  waitMs: number,
): Promise<boolean> {
  for (const signal of signals) {
    if (!isAlive(name)) return true
    try {
      process.kill(name.pid, signal)
    } catch {
      return !isAlive(name)
    }
    if (await waitGone(name, waitMs)) return true
  }
  return !isAlive(name)
}
