/** Builds the console once before all tests in a browser. */
import { join } from 'node:path'
import { build } from 'vite'
import { findChromium } from './console.ts'

/** Vitest calls it before the first file of the project. */
export default async function buildConsole(): Promise<void> {
  if (findChromium() === undefined) return
  const root = join(import.meta.dirname, '../..')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
}
