/** Finds our process entry files, which are `.ts` in the source tree and `.js` once built. */
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The absolute path of a file of this folder, such as `main`. */
export function entryFile(name: 'main' | 'clickhouse-child' | 'program-child'): string {
  return fileURLToPath(new URL(`./${name}${extname(import.meta.url)}`, import.meta.url))
}

/** The environment our children get: what finding files needs, and nothing a parent's tools injected. */
export function childEnvironment(
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'CHDB_LIBCHDB_PATH', 'CHDB_LIBCHDB_DIR']
  const env = Object.fromEntries(
    kept.flatMap((key) => (process.env[key] === undefined ? [] : [[key, process.env[key]]])),
  )
  return { ...env, TZ: 'UTC', NODE_NO_WARNINGS: '1', ...extra }
}
