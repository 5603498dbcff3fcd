/** Turns what ClickHouse or the network says into a Failure that holds no customer data. */
import { ClickHouseError } from '@clickhouse/client'
import { Failure } from '../../../core/base/index.ts'

/**
 * Our code for an engine's error number (ErrorCodes.cpp of ClickHouse). What is absent is
 * `store/query-refused`: a mistake of ours, or data that does not fit.
 */
const CODE_BY_NUMBER: Readonly<Record<string, string>> = {
  60: 'store/unknown-table',
  81: 'store/unknown-database',
  158: 'store/query-limit',
  159: 'store/query-limit',
  160: 'store/query-limit',
  164: 'store/access-denied',
  192: 'store/bad-login',
  193: 'store/bad-login',
  194: 'store/bad-login',
  202: 'store/engine-busy',
  209: 'store/engine-down',
  210: 'store/engine-down',
  241: 'store/query-limit',
  242: 'store/engine-busy',
  243: 'store/disk-full',
  252: 'store/engine-busy',
  279: 'store/engine-down',
  291: 'store/access-denied',
  307: 'store/query-limit',
  394: 'store/cancelled',
  396: 'store/query-limit',
  452: 'store/access-denied',
  497: 'store/access-denied',
  516: 'store/bad-login',
  // Data that a cast or a parser could not read.
  6: 'store/bad-data',
  26: 'store/bad-data',
  27: 'store/bad-data',
  38: 'store/bad-data',
  41: 'store/bad-data',
  69: 'store/bad-data',
  70: 'store/bad-data',
  72: 'store/bad-data',
  117: 'store/bad-data',
  349: 'store/bad-data',
  407: 'store/bad-data',
}

const RETRYABLE: ReadonlySet<string> = new Set(['store/engine-down', 'store/engine-busy'])
const DOWN =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|socket hang up|Timeout error/
/** errno 28 and 122: the engine reports a full disk or quota under several numbers of its own. */
const FULL =
  /No space left on device|errno: 28\b|Disk quota exceeded|errno: 122\b|Cannot reserve .* not enough space/i

export interface FaultContext {
  readonly queryId: string
  readonly host: string
  /** Keeps the engine's own words as `cause`, for development: they may quote data. */
  readonly debug: boolean
  readonly aborted: boolean
}

/** The Failure for an error of the client; a Failure passes unchanged. */
export function toFailure(error: unknown, context: FaultContext): Failure {
  if (error instanceof Failure) return error
  const { queryId, host, debug } = context
  const base = { queryId, host }
  const cause = debug ? { cause: error } : {}
  if (context.aborted)
    return new Failure('the statement was cancelled', { code: 'store/cancelled', params: base })
  const message = error instanceof Error ? `${error.message} ${codeOf(error)}` : String(error)
  if (error instanceof ClickHouseError) {
    const code = FULL.test(message)
      ? 'store/disk-full'
      : (CODE_BY_NUMBER[error.code] ?? 'store/query-refused')
    return new Failure(`ClickHouse: ${error.type ?? 'error'} (${error.code}), query ${queryId}`, {
      code,
      retryable: RETRYABLE.has(code),
      params: { ...base, engineCode: Number(error.code), engineType: error.type ?? '' },
      ...cause,
    })
  }
  if (DOWN.test(message))
    return new Failure(`ClickHouse does not answer at ${host}`, {
      code: 'store/engine-down',
      retryable: true,
      params: { engine: 'clickhouse', ...base },
      ...cause,
    })
  return new Failure(`the statement failed, query ${queryId}`, {
    code: FULL.test(message) ? 'store/disk-full' : 'store/query-refused',
    params: base,
    ...cause,
  })
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
