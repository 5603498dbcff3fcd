/** One supervisor per data directory: a kernel lock whose file names the holder. */
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { tryLock } from './native.ts'

/** The process that supervises a data directory. */
export interface Holder {
  readonly pid: number
  /** ISO 8601. */
  readonly startedAt: string
  readonly command: string
}

/** Takes the lock of a data directory for the life of this process, or says who has it. */
export function takeLock(
  file: string,
  holder: Holder,
): { taken: true } | { taken: false; holder?: Holder } {
  const fd = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600)
  if (!tryLock(fd)) {
    closeSync(fd)
    const other = readHolder(file)
    return other === undefined ? { taken: false } : { taken: false, holder: other }
  }
  ftruncateSync(fd)
  writeSync(fd, `${JSON.stringify(holder)}\n`, 0)
  return { taken: true }
}

/** True when no process holds the lock. */
export function isLockFree(file: string): boolean {
  let fd: number
  try {
    fd = openSync(file, constants.O_RDWR)
  } catch {
    return true
  }
  try {
    return tryLock(fd)
  } finally {
    closeSync(fd)
  }
}

/** The holder named in the lock file; it may have died. */
export function readHolder(file: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isHolder(holder) ? holder : undefined
  } catch {
    return undefined
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'startedAt' in value &&
    'command' in value
  )
}
