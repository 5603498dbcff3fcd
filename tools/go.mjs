// `npm start`, `npm test` and `npm run build` on a fresh clone: installs, builds, and runs under a Node that is new enough.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [task = 'start', ...rest] = process.argv.slice(2)

/** Runs a program with our own Node first on the path; ends with its exit code when it fails. */
function run(program, args) {
  const path = join(root, 'node_modules', '.bin')
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${path}:${process.env.PATH ?? ''}` },
  })
  if (result.error) throw result.error
  if (result.status !== 0) process.exit(result.status ?? 1)
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.installed-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing packages (once)...')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(stamp, lock)
}

/** The newest change below a folder, in milliseconds. */
function newest(folder) {
  let time = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }
  return time
}

function build() {
  const stamp = join(root, 'dist', '.built')
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  if (built > newest(join(root, 'src'))) return
  console.log('Building...')
  run('tsc', ['-b', 'src/core', 'src/engine', 'src/server', 'src/cli', 'src/console'])
  run('vite', ['build', '--logLevel', 'warn'])
  writeFileSync(stamp, '')
}

install()
build()
if (task === 'test') run('vitest', ['run', ...rest])
if (task === 'start') {
  // `npm start -- --port 9000` still opens the demo; whoever names a programme gets that one.
  const isNamed = rest.some((word) => /^(-p|--programme)\b/.test(word))
  run('node', ['bin/tessera.mjs', 'up', ...(isNamed ? [] : ['--demo']), ...rest])
}
