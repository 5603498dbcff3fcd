#!/usr/bin/env node
// Entry of the command line: finds a Node that is new enough, then runs the build, or the sources when there is none.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 19)) again()
else {
  // Compiled code is kept between runs: starting takes half the time.
  nodeModule.enableCompileCache?.()
  await import(main())
}

/** The build, unless there is none or it is older than the sources beside it (a checkout being worked on). */
function main() {
  const built = new URL('dist/cli/main.js', root)
  const source = new URL('src/cli/main.ts', root)
  if (!existsSync(built)) return source.href
  if (!existsSync(source)) return built.href
  const stamp = statSync(new URL('dist/.built', root), { throwIfNoEntry: false })
  const isFresh =
    stamp !== undefined && newest(fileURLToPath(new URL('src', root))) <= stamp.mtimeMs
  return (isFresh ? built : source).href
}

/** When the latest change to a source was made; some five milliseconds. */
function newest(folder) {
  let latest = 0
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.tsx?$/.test(name) || /\.test\.|^console/.test(name)) continue
    latest = Math.max(latest, statSync(join(folder, name)).mtimeMs)
  }
  return latest
}

/** The same command under the Node that was installed beside us. */
function again() {
  const node = fileURLToPath(new URL('node_modules/node/bin/node', root))
  if (!existsSync(node)) {
    console.error(`tessera needs Node 22.19 or newer; this is ${process.versions.node}`)
    process.exit(3)
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // The terminal sends Ctrl-C to both; the child decides when it is done.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (status, signal) => process.exit(signal === null ? (status ?? 1) : 130))
}
