/** What a finding is, and the judgements that need nothing but a number or a name. */
import type { Issue, Severity } from '../../../core/base/index.ts'
import type { FindingCode } from './words/codes.ts'

/** One thing found; `info` is good news. */
export interface Finding extends Issue {
  readonly code: FindingCode
}

/** Below this the next load may fail. */
const LOW_DISK_BYTES = 2 * 2 ** 30
/** Below this the engines may not even start. */
const NO_DISK_BYTES = 256 * 2 ** 20
/** A million customers are evaluated in less, with the rest of the machine alive. */
const LOW_MEMORY_BYTES = 2 * 2 ** 30

/** Makes a finding. */
export function finding(
  severity: Severity,
  code: FindingCode,
  params: Issue['params'] = {},
): Finding {
  return { code, severity, params }
}

/** Judges the free space of a file system. */
export function judgeDisk(path: string, freeBytes: number): Finding {
  const params = { path, megabytes: toMegabytes(freeBytes) }
  if (freeBytes < NO_DISK_BYTES) return finding('error', 'store/disk-nearly-full', params)
  if (freeBytes < LOW_DISK_BYTES) return finding('warning', 'store/disk-low', params)
  return finding('info', 'store/disk-free', params)
}

/** Says when a machine has little memory. */
export function judgeMemory(bytes: number): Finding[] {
  return bytes < LOW_MEMORY_BYTES
    ? [finding('warning', 'store/memory-low', { megabytes: toMegabytes(bytes) })]
    : []
}

/** The local ClickHouse is built against glibc, and the way it is started is glibc's. */
export function judgePlatform(machine: {
  readonly platform: string
  readonly arch: string
  readonly isGlibc: boolean
}): Finding[] {
  const { platform, arch, isGlibc } = machine
  const fits = platform === 'linux' && isGlibc && ['x64', 'arm64'].includes(arch)
  return fits ? [] : [finding('error', 'store/platform', { platform: `${platform}-${arch}` })]
}

/** Whom PostgreSQL runs as; `find` says nobody when we are not root, and throws when there is no account. */
export function judgeAccount(find: () => { readonly name: string } | undefined): Finding[] {
  try {
    const user = find()
    return user === undefined
      ? []
      : [finding('info', 'store/postgres-account', { account: user.name })]
  } catch {
    return [finding('error', 'store/postgres-no-account')]
  }
}

/** Whether a port can be had at all. */
export async function judgePort(find: () => Promise<number>): Promise<Finding[]> {
  try {
    await find()
    return []
  } catch {
    return [finding('error', 'store/no-port')]
  }
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}
