/** Where the stores of a programme are: flags, then the environment, then `.tessera/config.yaml`, then local engines. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Failure } from '../../../core/base/index.ts'

/** Addresses that were given; absent means the local engine. */
export interface Addresses {
  readonly clickhouseUrl?: string
  readonly postgresUrl?: string
}

/** Never in git: it may hold passwords. */
const CONFIG = z.strictObject({
  clickhouse: z.string().optional(),
  postgres: z.string().optional(),
})

/** Finds the addresses; throws `store/bad-address` when the file does not have its shape. */
export function addressesOf(dataDir: string, given: Addresses, env: NodeJS.ProcessEnv): Addresses {
  const file = configOf(dataDir)
  const clickhouseUrl = given.clickhouseUrl ?? env['TESSERA_CLICKHOUSE_URL'] ?? file.clickhouse
  const postgresUrl = given.postgresUrl ?? env['TESSERA_POSTGRES_URL'] ?? file.postgres
  return {
    ...(clickhouseUrl === undefined ? {} : { clickhouseUrl }),
    ...(postgresUrl === undefined ? {} : { postgresUrl }),
  }
}

function configOf(dataDir: string): z.infer<typeof CONFIG> {
  const path = join(dataDir, 'config.yaml')
  if (!existsSync(path)) return {}
  const read = CONFIG.safeParse(parse(readFileSync(path, 'utf8')) ?? {})
  if (read.success) return read.data
  throw new Failure('config.yaml does not have its shape', {
    code: 'store/bad-address',
    params: { what: 'config.yaml' },
  })
}
