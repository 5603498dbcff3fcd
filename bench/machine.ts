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

/** Milliseconds of processor time a process has used; 0 when it cannot be known. */
export function cpuMs(pid: number | undefined): number {
  if (pid === undefined) return 0
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  // Linux counts in hundredths of a second: fields 14 and 15 of proc(5), user and system.
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** What some work took. `cpuMs` is the engine's processor time, which other programs on the machine do not stretch. */
export interface Cost {
  readonly ms: number
  readonly cpuMs: number
}

/** Does some work once, and says what it took. */
export async function spent<T>(
  enginePid: number | undefined,
  work: () => Promise<T>,
): Promise<{ readonly cost: Cost; readonly result: T }> {
  const from = performance.now()
  const cpuFrom = cpuMs(enginePid)
  const result = await work()
  return { cost: { ms: performance.now() - from, cpuMs: cpuMs(enginePid) - cpuFrom }, result }
}

/** Medians over some runs after one that warms caches. */
export async function timed(
  about: { readonly runs: number; readonly enginePid: number | undefined },
  work: () => Promise<unknown>,
): Promise<Cost> {
  await work()
  const costs: Cost[] = []
  for (let i = 0; i < about.runs; i++) {
    costs.push((await spent(about.enginePid, work)).cost)
  }
  return { ms: median(costs.map((c) => c.ms)), cpuMs: median(costs.map((c) => c.cpuMs)) }
}

/** The middle one. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
