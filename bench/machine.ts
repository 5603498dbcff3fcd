/** The machine measured on, and how much memory processes have held at most. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { supervisorStatus } from '../src/engine/store/index.ts'

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly system: string
  readonly node: string
}

export function describeMachine(): Machine {
  const cores = cpus()
  return {
    cpu: cores[0]?.model ?? 'unknown',
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: type(),
    node: process.version,
  }
}

/** The engine's process: the child of the supervisor that holds most memory besides PostgreSQL; Linux only. */
export async function enginePid(dataDir: string): Promise<number | undefined> {
  const status = await supervisorStatus(dataDir)
  if (status === undefined || type() !== 'Linux') return undefined
  const children = childrenOf(status.holder.pid).filter((pid) => {
    const name = readStatus(pid, 'Name')
    return name !== undefined && !name.startsWith('postgres')
  })
  return children.toSorted((a, b) => held(b) - held(a))[0]
}

function held(pid: number): number {
  return Number.parseInt(readStatus(pid, 'VmRSS') ?? '0', 10)
}

function readStatus(pid: number, field: string): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(text)?.[1]
  } catch {
    // The process ended meanwhile.
    return undefined
  }
}

function childrenOf(parent: number): readonly number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return all.filter((pid) => readStatus(pid, 'PPid') === String(parent))
}

/** Starts a new count of the peak; needs to be the process's owner. */
export function resetPeak(pid: number | undefined): void {
  try {
    if (pid !== undefined) writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Not allowed here: the peak is then that since the process began.
  }
}

/** Megabytes held at most since the last reset. */
export function peakMb(pid: number | undefined): number | undefined {
  const text = pid === undefined ? undefined : readStatus(pid, 'VmHWM')
  return text === undefined ? undefined : Math.round(Number.parseInt(text, 10) / 1024)
}

/** Median of the times of some runs after one that warms caches, in milliseconds. */
export async function timed(runs: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
