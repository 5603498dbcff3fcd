/** The few libc calls that Node lacks: a kernel file lock, and turning this process into another program. */
import koffi, { type LibraryHandle } from 'koffi'

const LOCK_EX = 2
const LOCK_NB = 4
const PR_SET_PDEATHSIG = 1
const PR_SET_KEEPCAPS = 8
const PR_CAP_AMBIENT = 47
const PR_CAP_AMBIENT_RAISE = 2
const CAP_VERSION_3 = 0x20080522
const RTLD_NOW = 2

/** Takes the exclusive kernel lock on an open file; false when another process has it. Freed when the process dies. */
export function tryLock(fd: number): boolean {
  const flock = koffi.load(null).func('int flock(int, int)')
  return flock(fd, LOCK_EX | LOCK_NB) === 0
}

/** Asks the kernel to send `signal` to this process when its parent dies. Linux only; elsewhere it does nothing. */
export function dieWithParent(signal: number): void {
  if (process.platform !== 'linux') return
  koffi
    .load(null)
    .func('int prctl(int, unsigned long, unsigned long, unsigned long, unsigned long)')(
    PR_SET_PDEATHSIG,
    signal,
    0,
    0,
    0,
  )
}

/**
 * Turns this process into a program whose `main` lives in a shared library.
 *
 * The function must run on the real main-thread stack, which a foreign call from JavaScript does not give;
 * glibc calls `on_exit` handlers there with (status, argument), the very shape of `main(argc, argv)`.
 */
export function becomeLibraryMain(library: string, symbol: string, args: readonly string[]): never {
  const libc = koffi.load(null)
  const handle: unknown = libc.func('void *dlopen(const char *, int)')(library, RTLD_NOW)
  if (handle === null) throw new Error(`cannot load ${library}`)
  const main: unknown = libc.func('void *dlsym(void *, const char *)')(handle, symbol)
  if (main === null) throw new Error(`${library} has no ${symbol}`)
  libc.func('int on_exit(void *, void *)')(main, toArgv(args))
  process.exit(args.length)
}

/** Who a program shall run as. `keepReading` lets it pass directories closed to that user (such as /root). */
export interface Identity {
  readonly uid: number
  readonly gid: number
  readonly keepReading: boolean
}

/** Replaces this process by a program, after giving up root for `identity` when one is given. */
export function becomeProgram(
  program: string,
  args: readonly string[],
  options: { readonly identity?: Identity; readonly signalOnParentDeath: number },
): never {
  if (options.identity !== undefined) dropTo(options.identity)
  dieWithParent(options.signalOnParentDeath)
  koffi.load(null).func('int execv(const char *, void *)')(program, toArgv([program, ...args]))
  throw new Error(`cannot execute ${program} (errno ${koffi.errno()})`)
}

function dropTo({ uid, gid, keepReading }: Identity): void {
  const libc = koffi.load(null)
  const prctl = libc.func(
    'int prctl(int, unsigned long, unsigned long, unsigned long, unsigned long)',
  )
  if (keepReading) must(prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0), 'prctl')
  must(libc.func('int setgroups(size_t, void *)')(0, null), 'setgroups')
  must(libc.func('int setresgid(uint32_t, uint32_t, uint32_t)')(gid, gid, gid), 'setresgid')
  must(libc.func('int setresuid(uint32_t, uint32_t, uint32_t)')(uid, uid, uid), 'setresuid')
  if (keepReading) must(keepOneReadingRight(libc, prctl), 'capset')
}

function must(result: number, what: string): void {
  if (result !== 0) throw new Error(`${what} failed (errno ${koffi.errno()})`)
}

/** Keeps the narrowest capability that passes closed directories: read-search (2), else override (1). */
function keepOneReadingRight(
  libc: LibraryHandle,
  prctl: (...args: readonly number[]) => number,
): number {
  const capset = libc.func('int capset(void *, void *)')
  for (const capability of [2, 1]) {
    const bit = 1 << capability
    const header = Buffer.alloc(8)
    header.writeUInt32LE(CAP_VERSION_3, 0)
    const data = Buffer.alloc(24)
    for (const offset of [0, 4, 8]) data.writeUInt32LE(bit, offset)
    if (
      capset(header, data) === 0 &&
      prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0) === 0
    )
      return 0
  }
  return -1
}

/** A `char **argv` that lives as long as the process. */
function toArgv(args: readonly string[]): unknown {
  const strdup = koffi.load(null).func('void *strdup(const char *)')
  const type = koffi.array('void *', args.length + 1)
  const argv: unknown = koffi.alloc('void *', args.length + 1)
  koffi.encode(argv, type, [...args.map((arg): unknown => strdup(arg)), null])
  return argv
}
