/** Numbers of segments: given once, in order, and never to another. */
import type { Handle } from '../../handle.ts'

/** Numbers by key; those that have none get the next free ones. Called under the evaluation lock. */
export async function numberSegments(
  { ledger }: Pick<Handle, 'ledger'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const known = await readNumbers({ ledger })
  const absent = keys.filter((key) => !known.has(key))
  if (absent.length === 0) return known
  const next = Math.max(-1, ...known.values()) + 1
  const rows = absent.map((key, i) => ({ key, number: next + i }))
  await ledger.guard(() => ledger.db.insertInto('segment_number').values(rows).execute())
  return new Map([...known, ...rows.map(({ key, number }) => [key, number] as const)])
}

/** Every number that was ever given. */
export async function readNumbers({
  ledger,
}: Pick<Handle, 'ledger'>): Promise<ReadonlyMap<string, number>> {
  const rows = await ledger.guard(() =>
    ledger.db.selectFrom('segment_number').select(['key', 'number']).execute(),
  )
  return new Map(rows.map(({ key, number }) => [key, number]))
}
