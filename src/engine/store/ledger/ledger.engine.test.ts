/** The ledger door: the same promises on the embedded PostgreSQL and on one reached by URL. */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresAbsence, startPostgres, type TestPostgres } from '../../../../test/kit/postgres.ts'
import { openTestStore, type TestStore } from '../../../../test/kit/store.ts'
import { openStore, type Ledger } from '../index.ts'

const absence = postgresAbsence()

describe.each([
  { kind: 'embedded', serve: async () => undefined, skip: undefined },
  { kind: 'by URL', serve: startPostgres, skip: absence },
])('$kind', ({ kind, serve, skip }) => {
  let server: TestPostgres | undefined
  let store: TestStore
  beforeAll(async () => {
    if (skip !== undefined) return
    server = await serve()
    store = await openTestStore(server === undefined ? {} : { postgresUrl: server.url })
  })
  afterAll(async () => {
    if (skip !== undefined) return
    await store.close()
    await server?.stop()
  })
  const it = (name: string, body: () => Promise<void>): void =>
    test(name, async (context) => {
      if (skip !== undefined) context.skip(skip)
      await body()
    })
  /** Another process's view of the same programme. */
  const open = async (command: string): Promise<{ ledger: Ledger; close(): Promise<void> }> =>
    await openStore({
      dataDir: store.dataDir,
      programmeId: store.programmeId,
      command,
      ...(server === undefined ? {} : { postgresUrl: server.url }),
    })

  it('keeps an import with its JSON, dates and serial number', async () => {
    const { db } = store.ledger
    const { id } = await db
      .insertInto('import')
      .values({
        state: 'staged',
        file_name: 'Bestellungen für März.csv',
        digest: 'ab'.repeat(32),
        mapping: JSON.stringify({ columns: ['é', "'"] }),
        counts: JSON.stringify({ read: 3 }),
        holder: 'test',
        journal: JSON.stringify({}),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const row = await db
      .selectFrom('import')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      mapping: { columns: ['é', "'"] },
      counts: { read: 3 },
      finished_at: null,
    })
    expect(row.started_at).toBeInstanceOf(Date)
    const { n } = await db
      .selectFrom('import')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(n).toBe(1)
  })

  it('an end without a finishing time is refused', async () => {
    await expect(
      store.ledger.db.updateTable('import').set({ state: 'done' }).execute(),
    ).rejects.toThrow(/check/)
  })

  it('there is one current snapshot, and it exists', async () => {
    const { db } = store.ledger
    await expect(
      db.insertInto('current_snapshot').values({ snapshot_id: 99, generation_id: 99 }).execute(),
    ).rejects.toThrow()
    const snapshot = await db
      .insertInto('snapshot')
      .values({
        as_of: new Date('2026-03-01T00:00:00.123Z'),
        definitions_digest: 'd',
        facts_watermark: 0,
        state: 'ready',
        counts: '{}',
        plan: '{}',
      })
      .returning(['id', 'as_of'])
      .executeTakeFirstOrThrow()
    expect(snapshot.as_of.toISOString()).toBe('2026-03-01T00:00:00.123Z')
    const generation = await db
      .insertInto('generation')
      .values({
        snapshot_id: snapshot.id,
        kind: 'base',
        state: 'published',
        as_of: snapshot.as_of,
        computed_at: snapshot.as_of,
        counts: '{}',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const current = { snapshot_id: snapshot.id, generation_id: generation.id }
    await db.insertInto('current_snapshot').values(current).execute()
    await expect(db.insertInto('current_snapshot').values(current).execute()).rejects.toThrow()
  })

  it('opening again changes nothing; a ledger from the future is refused untouched', async () => {
    const again = await open('again')
    const before = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(
      store.ledger.db,
    )
    await again.close()
    await sql`INSERT INTO kysely_migration VALUES ('m9999_from_the_future', 'now')`.execute(
      store.ledger.db,
    )
    await expect(open('late')).rejects.toMatchObject({
      code: 'store/ledger-newer',
      params: { migration: 'm9999_from_the_future' },
    })
    await sql`DELETE FROM kysely_migration WHERE name LIKE 'm9999%'`.execute(store.ledger.db)
    const after = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(
      store.ledger.db,
    )
    expect(after.rows).toEqual(before.rows)
  })

  it('programmes do not see each other', async () => {
    const other = await openTestStore(server === undefined ? {} : { postgresUrl: server.url })
    try {
      expect(await other.ledger.db.selectFrom('import').selectAll().execute()).toEqual([])
    } finally {
      await other.close()
    }
  })

  it('shared locks stand together, an exclusive one alone; who waits is told by whom', async () => {
    const second = await open('load orders.csv')
    const first = Promise.withResolvers<void>()
    try {
      const order: string[] = []
      const inside = Promise.withResolvers<void>()
      const holding = store.ledger.withLock('facts', 'shared', async () => {
        inside.resolve()
        await first.promise
      })
      await inside.promise
      await second.ledger.withLock('facts', 'shared', async () => void order.push('both shared'))
      const refused = second.ledger.withLock('facts', 'exclusive', async () => undefined, {
        waitMs: 0,
      })
      await expect(refused).rejects.toMatchObject({
        code: 'store/busy',
        params: { lock: 'facts', holder: expect.stringMatching(/^test pid \d+ on /) },
      })
      const waited = second.ledger.withLock(
        'facts',
        'exclusive',
        async () => void order.push('alone'),
        {
          onWait: (holders) => order.push(`waits for ${holders.length}`),
        },
      )
      await sleep(150)
      order.push('released')
      first.resolve()
      await Promise.all([holding, waited])
      expect(order).toEqual(['both shared', 'waits for 1', 'released', 'alone'])
    } finally {
      first.resolve()
      await second.close()
    }
  })

  it('other names and other programmes do not wait', async () => {
    const other = await openTestStore(server === undefined ? {} : { postgresUrl: server.url })
    try {
      await store.ledger.withLock('facts', 'exclusive', async () => {
        await store.ledger.withLock('pass', 'exclusive', async () => undefined, { waitMs: 0 })
        await other.ledger.withLock('facts', 'exclusive', async () => undefined, { waitMs: 0 })
      })
    } finally {
      await other.close()
    }
  })

  it('a lock whose connection dies tells its holder, and frees the others', async () => {
    const held = store.ledger.withLock('facts', 'exclusive', async (lost) => {
      await sql`SELECT pg_terminate_backend(l.pid) FROM pg_locks l WHERE l.locktype = 'advisory'`.execute(
        store.ledger.db,
      )
      if (!lost.aborted) await once(lost, 'abort')
    })
    await expect(held).rejects.toMatchObject({ code: 'store/lock-lost' })
    await store.ledger.withLock('facts', 'exclusive', async () => undefined, { waitMs: 2000 })
  })

  it('an error inside a lock frees it and comes out as it is', async () => {
    const boom = store.ledger.withLock('facts', 'exclusive', async () =>
      Promise.reject(new Error('mine')),
    )
    await expect(boom).rejects.toThrow('mine')
    await store.ledger.withLock('facts', 'exclusive', async () => undefined, { waitMs: 0 })
  })

  it('a wrong password and an absent server are told apart', async () => {
    const { rows } = await sql<{ port: string }>`SHOW port`.execute(store.ledger.db)
    const port = rows[0]?.port ?? ''
    const attempt = (url: string): Promise<unknown> =>
      openStore({ dataDir: store.dataDir, programmeId: 'x', postgresUrl: url })
    await expect(
      attempt(`postgres://tessera:wrong@127.0.0.1:${port}/postgres`),
    ).rejects.toMatchObject({
      code: 'store/bad-login',
    })
    await expect(attempt('postgres://tessera:wrong@127.0.0.1:1/postgres')).rejects.toMatchObject({
      code: 'store/engine-down',
      retryable: true,
    })
    await expect(attempt('mysql://a:b@c/d')).rejects.toMatchObject({ code: 'store/bad-address' })
  })

  it('a row held by another, and a login with too many connections, are told apart', async () => {
    const { db } = store.ledger
    await db.insertInto('programme_meta').values({ key: 'row', value: '{}' }).execute()
    const read = (trx: typeof db): Promise<unknown> =>
      trx.selectFrom('programme_meta').selectAll().forUpdate().noWait().execute()
    await db.transaction().execute(async (trx) => {
      await read(trx)
      await expect(store.ledger.guard(() => read(db))).rejects.toMatchObject({
        code: 'store/locked-row',
      })
    })
    const role = `narrow_${process.pid}`
    const { rows } = await sql<{ port: string }>`SHOW port`.execute(db)
    await sql`CREATE ROLE ${sql.id(role)} LOGIN PASSWORD 'narrow' CONNECTION LIMIT 0`.execute(db)
    try {
      const postgresUrl = `postgres://${role}:narrow@127.0.0.1:${rows[0]?.port}/postgres`
      await expect(
        openStore({ dataDir: store.dataDir, programmeId: 'x', postgresUrl }),
      ).rejects.toMatchObject({ code: 'store/engine-busy', retryable: true })
    } finally {
      await sql`DROP ROLE ${sql.id(role)}`.execute(db)
    }
  })

  it(`a broken connection is replaced (${kind})`, async () => {
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()
      AND application_name LIKE 'test pid%'`.execute(store.ledger.db)
    await sleep(50)
    expect(
      await store.ledger.guard(() =>
        store.ledger.db.selectFrom('current_snapshot').selectAll().execute(),
      ),
    ).toHaveLength(1)
  })
})
