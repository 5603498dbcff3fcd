/** Keys that may send events: made once, shown once, known by their hash. */
import { hash, randomBytes } from 'node:crypto'
import { Failure } from '../../../core/base/index.ts'
import type { NewWriteKeyWire, WriteKeyWire } from '../../../core/contract/index.ts'
import type { Ledger } from '../../store/index.ts'
import { instantText } from '../time.ts'

const START = 'wk_'
const KEY_BYTES = 24
const PREFIX_LENGTH = START.length + 6

type Doors = { readonly ledger: Ledger }

/** Makes a key; the answer is the only place where it ever stands whole. */
export async function createWriteKey({ ledger }: Doors, name: string): Promise<NewWriteKeyWire> {
  const key = START + randomBytes(KEY_BYTES).toString('base64url')
  const row = await ledger.guard(() =>
    ledger.db
      .insertInto('write_key')
      .values({ name, prefix: prefixOf(key), hash: hashOf(key) })
      .returningAll()
      .executeTakeFirstOrThrow(),
  )
  return { ...wire(row), key }
}

/** All keys, revoked ones too. */
export async function listWriteKeys({ ledger }: Doors): Promise<readonly WriteKeyWire[]> {
  const rows = await ledger.guard(() =>
    ledger.db.selectFrom('write_key').selectAll().orderBy('id').execute(),
  )
  return rows.map(wire)
}

/** Revokes the key with this number or prefix. Throws `run/write-key-none`. */
export async function revokeWriteKey({ ledger }: Doors, which: string): Promise<WriteKeyWire> {
  const number = /^\d{1,9}$/.test(which) ? Number(which) : 0
  const row = await ledger.guard(() =>
    ledger.db
      .updateTable('write_key')
      .set({ revoked_at: new Date() })
      .where((where) => where.or([where('id', '=', number), where('prefix', '=', which)]))
      .where('revoked_at', 'is', null)
      .returningAll()
      .executeTakeFirst(),
  )
  if (row !== undefined) return wire(row)
  throw new Failure('no such write key', {
    code: 'run/write-key-none',
    params: { key: which.slice(0, 40) },
  })
}

function wire(row: {
  readonly id: number
  readonly name: string
  readonly prefix: string
  readonly created_at: Date
  readonly revoked_at: Date | null
}): WriteKeyWire {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    createdAt: instantText(row.created_at.getTime()),
    revokedAt: row.revoked_at === null ? null : instantText(row.revoked_at.getTime()),
  }
}

function hashOf(key: string): string {
  return hash('sha256', key, 'hex')
}

function prefixOf(key: string): string {
  return key.slice(0, PREFIX_LENGTH)
}

/** Tells whether a key may send, without asking the ledger each time. */
export interface KeyRing {
  /** The number of a key. Throws `run/write-key-missing` and `run/write-key-unknown`. */
  admit(key: string | undefined): Promise<number>
}

/** A revoked key stops within this time. */
const TRUSTED_MS = 2000
/** A wrong key makes us ask the ledger once in this time; so many wrong ones are remembered. */
const ASK_AGAIN_MS = 1000
const WRONG_KEYS = 1000

/** Keys of a ledger, remembered for two seconds. */
export function createKeyRing(doors: () => Promise<Doors>): KeyRing {
  let known: ReadonlyMap<string, number> = new Map()
  let read = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined
  const wrong = new Map<string, number>()
  const refresh = (): Promise<void> => {
    reading ??= readKeys().finally(() => {
      reading = undefined
    })
    return reading
  }
  const readKeys = async (): Promise<void> => {
    const { ledger } = await doors()
    const rows = await ledger.guard(() =>
      ledger.db
        .selectFrom('write_key')
        .select(['id', 'hash'])
        .where('revoked_at', 'is', null)
        .execute(),
    )
    known = new Map(rows.map((row) => [row.hash, row.id]))
    read = performance.now()
  }
  return {
    async admit(key) {
      if (key === undefined || key === '')
        throw new Failure('no write key', { code: 'run/write-key-missing' })
      const hash = hashOf(key)
      if (performance.now() - read > TRUSTED_MS) await refresh()
      const found = known.get(hash)
      if (found !== undefined) return found
      const now = performance.now()
      if (now - (wrong.get(hash) ?? Number.NEGATIVE_INFINITY) > ASK_AGAIN_MS) {
        if (wrong.size >= WRONG_KEYS) wrong.clear()
        wrong.set(hash, now)
        await refresh()
      }
      const late = known.get(hash)
      if (late !== undefined) return late
      throw new Failure('unknown write key', {
        code: 'run/write-key-unknown',
        params: { key: `${prefixOf(key)}…` },
      })
    },
  }
}
