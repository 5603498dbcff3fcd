// Makes package-lock.json whole: npm leaves out the optional packages of other platforms when a registry does not
// carry them, and then refuses its own lock file (`npm ci`: "Missing ... from lock file").
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(fileURLToPath(import.meta.url), '../..')
const SYSTEMS = { windows: 'win32' }
const KNOWN_SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows']
const KNOWN_CPUS = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'arm']

/** What a platform package runs on, as its name says. */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = KNOWN_SYSTEMS.find((system) => words.includes(system))
  const cpu = KNOWN_CPUS.find((one) => words.includes(one))
  const libc = words.includes('gnu') ? 'glibc' : words.includes('musl') ? 'musl' : undefined
  return {
    ...(os === undefined ? {} : { os: [SYSTEMS[os] ?? os] }),
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] }),
  }
}

// Resolved in an empty folder: what is installed here would hide what is missing.
const empty = mkdtempSync(join(tmpdir(), 'tessera-lock-'))
cpSync(join(root, 'package.json'), join(empty, 'package.json'))
execFileSync('npm', ['install', '--package-lock-only', '--no-audit'], {
  cwd: empty,
  stdio: 'inherit',
})
const lock = JSON.parse(readFileSync(join(empty, 'package-lock.json'), 'utf8'))
rmSync(empty, { recursive: true })

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const isThere = [`node_modules/${name}`, `${path}/node_modules/${name}`].some(
      (place) => place in lock.packages,
    )
    if (isThere) continue
    const dev = entry.dev === true ? { dev: true } : {}
    lock.packages[`node_modules/${name}`] = { version, ...dev, optional: true, ...platformOf(name) }
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)),
)
writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`)
