#!/usr/bin/env node
// Entry of the command line: finds a Node that is new enough, then runs the build, or the sources when there is none.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 19)) again()
else await import(main())

/** The build when it exists, unless TESSERA_SOURCE asks for the sources. */
function main() {
  const built = new URL('dist/cli/main.js', root)
  const useBuild = existsSync(built) && process.env.TESSERA_SOURCE === undefined
  return (useBuild ? built : new URL('src/cli/main.ts', root)).href
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
