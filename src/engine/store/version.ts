/** Refuses engines older than what our statements are known to run on. */
import { Failure } from '../../core/base/index.ts'

/** Throws `store/engine-version` when `found` is older than `needed`; text after the numbers is ignored. */
export function requireVersion(check: {
  readonly engine: 'clickhouse' | 'postgres'
  readonly found: string
  readonly needed: readonly number[]
}): void {
  const { engine, found, needed } = check
  const numbers = found.split('.').map((part) => Number.parseInt(part, 10) || 0)
  const at = needed.findIndex((part, i) => (numbers[i] ?? 0) !== part)
  if (at === -1 || (numbers[at] ?? 0) > (needed[at] ?? 0)) return
  throw new Failure(`${engine} ${found} is too old`, {
    code: 'store/engine-version',
    params: { engine, found, needed: needed.join('.') },
  })
}
