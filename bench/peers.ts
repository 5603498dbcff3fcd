/** The other tools: asked in the same run where the machine has them, on the same numbers, one thread each. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a peer says: processor seconds of its best run, without reading its data, and how well it did. */
export interface PeerAnswer {
  readonly seconds: number
  readonly figure: number
}

/** The peers that are on this machine. */
export interface Peers {
  readonly python: string | undefined
  readonly r: string | undefined
  /** Runs `peers/<script>` on columns of doubles by name; undefined where it is not on this machine. */
  ask(
    script: string,
    columns: Readonly<Record<string, Float64Array>>,
    more?: readonly string[],
  ): PeerAnswer | undefined
}

const ENV = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }

function answers(command: string, told: readonly string[]): boolean {
  try {
    execFileSync(command, [...told], { stdio: 'ignore', env: ENV })
    return true
  } catch {
    // Not there, or without the library.
    return false
  }
}

/** Looks for them: Debian's own Python too, where another one comes first in the path. */
export function findPeers(): Peers {
  const python = ['python3', '/usr/bin/python3'].find((one) =>
    answers(one, ['-c', 'import numpy, scipy, sklearn']),
  )
  const r = answers('Rscript', ['--version']) ? 'Rscript' : undefined
  const ask: Peers['ask'] = (script, columns, more = []) => {
    const command = script.endsWith('.R') ? r : python
    if (command === undefined) return undefined
    const folder = mkdtempSync(join(tmpdir(), 'tessera-peer-'))
    try {
      for (const [name, values] of Object.entries(columns)) {
        writeFileSync(
          join(folder, name),
          new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
        )
      }
      const path = fileURLToPath(new URL(`peers/${script}`, import.meta.url))
      const told = execFileSync(command, [path, folder, ...more], {
        env: ENV,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      return JSON.parse(told.toString()) as PeerAnswer
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  return { python, r, ask }
}

/** Seconds of `lifetimes` by customers, measured before and in quiet, every customer a row; the package is not Debian's. */
const LIFETIMES = {
  'bg-nbd': [
    [2357, 0.085],
    [23_570, 0.18],
    [200_000, 1.35],
    [1_000_000, 7.9],
  ],
  'pareto-nbd': [
    [2357, 0.4],
    [23_570, 3.6],
    [200_000, 24.7],
  ],
  forecast: [[1_000_000, 0.45]],
  spend: [[1_000_000, 1.3]],
} as const

/** `lifetimes` at this size: between two measured ones by a straight line, outside in proportion; `~` says so. */
export function lifetimesSeconds(
  of: keyof typeof LIFETIMES,
  customers: number,
): { readonly seconds: number; readonly isMeasured: boolean } {
  const known: readonly (readonly [number, number])[] = LIFETIMES[of]
  const exact = known.find(([n]) => n === customers)
  if (exact !== undefined) return { seconds: exact[1], isMeasured: true }
  const above = known.findIndex(([n]) => n > customers)
  const [n, s] = known[above < 0 ? known.length - 1 : above] ?? [1, 0]
  const below = known[above - 1]
  if (above <= 0 || below === undefined) return { seconds: (s * customers) / n, isMeasured: false }
  const share = (customers - below[0]) / (n - below[0])
  return { seconds: below[1] + share * (s - below[1]), isMeasured: false }
}
