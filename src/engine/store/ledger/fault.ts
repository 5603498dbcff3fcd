/** Turns what PostgreSQL or the network says into a Failure that holds no data of ours. */
import { DatabaseError } from 'pg'
import { Failure } from '../../../core/base/index.ts'

/** SQLSTATE classes and codes (PostgreSQL manual, appendix A) that have a meaning for our users. */
const CODE_BY_STATE: Readonly<Record<string, string>> = {
  '28P01': 'store/bad-login',
  '28000': 'store/bad-login',
  '3D000': 'store/unknown-database',
  '42501': 'store/access-denied',
  '53100': 'store/disk-full',
  '53300': 'store/engine-busy',
  '55P03': 'store/locked-row',
  '57014': 'store/cancelled',
  '57P01': 'store/engine-down',
  '57P02': 'store/engine-down',
  '57P03': 'store/engine-down',
  '40001': 'store/engine-busy',
  '40P01': 'store/engine-busy',
}
const DOWN = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
])
const RETRYABLE: ReadonlySet<string> = new Set(['store/engine-down', 'store/engine-busy'])

/** The Failure for an error of `pg`; undefined when it is none of the world's faults. */
export function toLedgerFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof Failure) return error
  const state = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const lost =
    /Connection terminated|timeout expired|Client has encountered a connection error/.test(
      error.message,
    )
  if (DOWN.has(state) || lost || error instanceof AggregateError)
    return new Failure('PostgreSQL does not answer', {
      code: 'store/engine-down',
      retryable: true,
      params: { engine: 'postgres' },
    })
  if (!(error instanceof DatabaseError)) return undefined
  const code = CODE_BY_STATE[state]
  if (code === undefined) return undefined
  return new Failure(`PostgreSQL: ${state}`, {
    code,
    retryable: RETRYABLE.has(code),
    params: { engine: 'postgres', state },
  })
}

/** Runs `work`, turning the world's faults into Failures and leaving bugs as they are. */
export async function withFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toLedgerFailure(error) ?? error
  }
}
