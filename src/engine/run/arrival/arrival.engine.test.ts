// Arrivals become facts exactly once, whatever is repeated or interrupted; merges are taken back exactly.
import * as fc from 'fast-check'
import { sql as kyselySql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql, value, type Sql } from '../../../core/sql/index.ts'
import { compileChecker } from '../../intake/index.ts'
import { mapping, openBench, type LoadBench } from '../../../../test/kit/load.ts'
import { absorbArrivals, touchedByArrivals } from './absorb.ts'
import { canonicalId } from './canonical.ts'
import { merge, unmerge } from './door.ts'
import { openLog, type ArrivalLog } from './log.ts'

let bench: LoadBench
let log: ArrivalLog
let count = 0
/** Each test has customers and ids of its own. */
let tag = ''

beforeAll(async () => {
  bench = await openBench('UTC')
  log = openLog({ doors: async () => bench.handle, now: Date.now })
})
afterAll(() => bench.close())
beforeEach(() => {
  tag = `t${++count}`
})

const DAY = Date.UTC(2026, 0, 10)

async function arrive(...messages: readonly Record<string, unknown>[]): Promise<void> {
  const checker = compileChecker(bench.handle.programme.catalogue)
  const verdicts = messages.map((m) => checker.check(m, { receivedAt: DAY }))
  expect(verdicts.filter((v) => !v.ok)).toEqual([])
  await log.append(verdicts.flatMap((v) => (v.ok ? v.rows : [])))
}

async function absorb(): Promise<void> {
  while ((await absorbArrivals(bench.handle)) !== undefined) continue
}

function bought(customer: string, id: string, day = 0): Record<string, unknown> {
  return {
    type: 'track',
    event: 'purchase',
    userId: `${tag}-${customer}`,
    messageId: `${tag}-${id}`,
    timestamp: new Date(DAY - day * 86_400_000).toISOString(),
    properties: {
      amount: 10,
      items: [{ product: 'a', quantity: 1, amount: 10 }, { product: 'b' }],
    },
  }
}

async function column<T>(statement: Sql): Promise<readonly T[]> {
  const rows = await bench.store.analytics.query<{ v: T }>(statement)
  return rows.map((row) => row.v)
}

const text = (s: string): Sql => value(s, 'String')
const purchasesOf = (customer: string): Promise<readonly string[]> =>
  column(sql`SELECT id AS v FROM event_purchase
    WHERE customer_key = sipHash64(${text(`${tag}-${customer}`)}) ORDER BY id`)

/** Everything that is stored of customers, row by row, whatever the order and whatever brought it. */
async function state(): Promise<string> {
  const { analytics } = bench.store
  const parts = [
    sql`SELECT 'p', toString(tuple(customer_key, origin, at, id, p_amount, p_country, e_item_product, e_item_amount)) FROM event_purchase`,
    sql`SELECT 'c', toString(tuple(customer_key, origin, at, id, p_reason)) FROM event_complaint`,
    sql`SELECT 't', toString(tuple(customer_key, origin, at, seq, cleared, t_country, t_income, t_interests)) FROM profile`,
    sql`SELECT 'l', toString(tuple(list, customer_key, origin, at, seq, listed)) FROM list_member`,
    sql`SELECT 's', toString(tuple(name, customer_key, origin, at, seq, value)) FROM score`,
    sql`SELECT 'k', toString(tuple(customer_key, customer_id, min(known_from))) FROM customer GROUP BY customer_key, customer_id`,
  ]
  const rows = await Promise.all(parts.map((part) => analytics.query<object>(part)))
  return rows
    .flat()
    .map((row) => Object.values(row).join(' '))
    .toSorted()
    .join('\n')
}

describe('exactly once', () => {
  test('shuffled replays, over many absorptions, count once', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `e${n}`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.shuffledSubarray(ids, { minLength: 5 }), { minLength: 1, maxLength: 4 }),
        async (rounds) => {
          tag = `t${++count}`
          for (const round of rounds) {
            await arrive(...round.map((id) => bought(`c${Number(id.slice(1)) % 5}`, id)))
            await arrive(
              ...round.slice(0, 3).map((id) => bought(`c${Number(id.slice(1)) % 5}`, id)),
            )
            if (round.length % 2 === 0) await absorb()
          }
          await absorb()
          const stored = await column<string>(
            sql`SELECT id AS v FROM event_purchase WHERE startsWith(id, ${text(`${tag}-`)}) ORDER BY id`,
          )
          const sent = [...new Set(rounds.flat())].map((id) => `${tag}-${id}`)
          expect(stored).toEqual(sent.toSorted())
        },
      ),
      { numRuns: 8 },
    )
  })

  test('an absorption that was interrupted anywhere is finished by the next', async () => {
    await arrive(bought('a', '1'), bought('b', '2', 400))
    await arrive({
      type: 'identify',
      userId: `${tag}-a`,
      messageId: `${tag}-i`,
      traits: { country: 'PT' },
    })
    const { ledger, analytics } = bench.store
    // What a kill after the facts and before the ledger leaves: everything is there, and still waits.
    const waiting = await ledger.db.selectFrom('arrival').selectAll().execute()
    await absorb()
    const done = await state()
    const [last] = await ledger.db
      .selectFrom('absorption')
      .selectAll()
      .orderBy('load', 'desc')
      .limit(1)
      .execute()
    const again = waiting.map(({ received_at, row_count, byte_count, body }) => ({
      received_at,
      row_count,
      byte_count,
      body,
    }))
    const back = await ledger.db.insertInto('arrival').values(again).returning('id').execute()
    const reopened = { state: 'open', arrivals: JSON.stringify(back.map((row) => row.id)) } as const
    await ledger.db
      .updateTable('absorption')
      .set(reopened)
      .where('load', '=', last?.load ?? 0)
      .execute()
    await absorb()
    expect(await state()).toBe(done)
    // And before the messages were remembered: the rows themselves tell.
    await ledger.db.insertInto('arrival').values(again).execute()
    await analytics.run(sql`TRUNCATE TABLE message`)
    const rows = await ledger.db.selectFrom('arrival').select('id').execute()
    const reset = { state: 'open', arrivals: JSON.stringify(rows.map((row) => row.id)) } as const
    await ledger.db
      .updateTable('absorption')
      .set(reset)
      .where('load', '=', last?.load ?? 0)
      .execute()
    await absorb()
    expect(await state()).toBe(done)
    expect(await ledger.db.selectFrom('arrival').select('id').execute()).toEqual([])
  })

  test('an order that came over HTTP is known to a file, and the other way round', async () => {
    const orders = mapping(
      '{name: o, kind: events, event: purchase, customer: c, at: at, id: id, fields: {amount: a}}',
    )
    await arrive(bought('a', 'http'))
    await absorb()
    const file = bench.write(
      `${tag}.csv`,
      `c,at,id,a\n${tag}-a,2026-01-10,${tag}-http,11\n${tag}-a,2026-01-09,${tag}-file,12\n`,
    )
    const [report] = await bench.load([file], { mapping: orders })
    expect(report).toMatchObject({ read: 2, accepted: 2, alreadyKnown: 1, rejected: 0 })
    await arrive(bought('a', 'file'), bought('a', 'more'))
    await absorb()
    expect(await purchasesOf('a')).toEqual([`${tag}-file`, `${tag}-http`, `${tag}-more`])
  })

  test('late and future events are kept at their instants, and touch their customers from then on', async () => {
    await arrive(bought('late', '1', 20_000), bought('soon', '2', -30))
    await absorb()
    const touched = await touchedByArrivals(bench.handle)
    const { analytics } = bench.store
    const rows = await analytics.query<{ at: string }>(
      sql`SELECT toString(min(at)) AS at FROM (${touched?.rows((name) => analytics.table(name)) ?? sql``})
        WHERE customer_key IN (sipHash64(${text(`${tag}-late`)}), sipHash64(${text(`${tag}-soon`)})) GROUP BY customer_key ORDER BY at`,
    )
    expect(rows.map((row) => row.at)).toEqual([
      '1971-04-09 00:00:00.000',
      '2026-02-09 00:00:00.000',
    ])
    expect(await purchasesOf('soon')).toHaveLength(1)
  })
})

describe('merges', () => {
  const request = (alias: string, customer: string): ReturnType<typeof merge> =>
    merge(programme(), { alias: `${tag}-${alias}`, customer: `${tag}-${customer}` })
  const undo = (alias: string): ReturnType<typeof unmerge> =>
    unmerge(programme(), { alias: `${tag}-${alias}` })
  const programme = (): Parameters<typeof merge>[0] =>
    ({ current: async () => bench.handle }) as unknown as Parameters<typeof merge>[0]

  test('[SEE-9] facts follow, and undoing restores exactly', async () => {
    await arrive(bought('anon', '1', 3), bought('user', '2'), {
      type: 'identify',
      anonymousId: `${tag}-anon`,
      messageId: `${tag}-i`,
      traits: { country: 'PT', income: 5 },
    })
    await absorb()
    const before = await state()
    await request('anon', 'user')
    expect(await purchasesOf('user')).toEqual([`${tag}-1`, `${tag}-2`])
    expect(await canonicalId(bench.handle, `${tag}-anon`)).toBe(`${tag}-user`)
    expect(await state()).not.toBe(before)
    await expect(request('anon', 'user')).rejects.toMatchObject({ code: 'run/merge-same' })
    await expect(request('user', 'anon')).rejects.toMatchObject({ code: 'run/merge-same' })
    await expect(request('anon', 'other')).rejects.toMatchObject({ code: 'run/merge-taken' })
    await undo('anon')
    expect(await state()).toBe(before)
    await expect(undo('anon')).rejects.toMatchObject({ code: 'run/merge-unknown' })
    await request('anon', 'user')
    await undo('anon')
    expect(await state()).toBe(before)
  })

  test('what comes for an alias later goes to its customer, and comes back with it', async () => {
    await arrive(bought('user', 'u'))
    await absorb()
    await request('anon', 'user')
    await arrive(bought('anon', 'late', 50), bought('anon', 'x'))
    await absorb()
    expect(await purchasesOf('user')).toEqual(['late', 'u', 'x'].map((id) => `${tag}-${id}`))
    expect(await purchasesOf('anon')).toEqual([])
    await undo('anon')
    expect(await purchasesOf('user')).toEqual([`${tag}-u`])
    expect(await purchasesOf('anon')).toEqual([`${tag}-late`, `${tag}-x`])
    const known = await column<string>(
      sql`SELECT toString(min(known_from)) AS v FROM customer WHERE customer_id = ${text(`${tag}-anon`)}`,
    )
    expect(known).toEqual(['2025-11-21 00:00:00.000'])
  })

  test('a file that names an alias fills its customer too', async () => {
    await arrive(bought('user', 'u'), bought('anon', 'a'))
    await absorb()
    await request('anon', 'user')
    const merged = await state()
    const lines = ['file', 'file2', 'file3'].map((id) => `${tag}-anon,2020-01-09,${tag}-${id},12`)
    const file = bench.write(`${tag}.csv`, `c,at,id,a\n${lines.join('\n')}\n`)
    const orders = mapping(
      '{name: o, kind: events, event: purchase, customer: c, at: at, id: id, fields: {amount: a}}',
    )
    await bench.load([file], { mapping: orders })
    const ids = (...own: string[]): string[] => own.map((id) => `${tag}-${id}`)
    expect(await purchasesOf('user')).toEqual(ids('a', 'file', 'file2', 'file3', 'u'))
    expect(await state()).not.toBe(merged)
    await undo('anon')
    expect(await purchasesOf('user')).toEqual([`${tag}-u`])
    expect(await purchasesOf('anon')).toEqual(ids('a', 'file', 'file2', 'file3'))
  })

  test('chains are followed, and undone in reverse order', async () => {
    await arrive(bought('a', '1'), bought('b', '2'), bought('c', '3'))
    await absorb()
    const states = [await state()]
    await request('a', 'b')
    states.push(await state())
    await request('b', 'c')
    expect(await purchasesOf('c')).toEqual(['1', '2', '3'].map((id) => `${tag}-${id}`))
    expect(await canonicalId(bench.handle, `${tag}-a`)).toBe(`${tag}-c`)
    await expect(undo('a')).rejects.toMatchObject({ code: 'run/merge-order' })
    await undo('b')
    expect(await state()).toBe(states[1])
    await arrive(bought('a', '4'))
    await absorb()
    expect(await purchasesOf('b')).toEqual(['1', '2', '4'].map((id) => `${tag}-${id}`))
    await undo('a')
    expect(await purchasesOf('a')).toEqual(['1', '4'].map((id) => `${tag}-${id}`))
    expect(await purchasesOf('b')).toEqual([`${tag}-2`])
  })

  test('identify with both ids, and alias, merge; an id of a shared device stays with its first owner', async () => {
    const both = (user: string, id: string): Record<string, unknown> => ({
      type: 'identify',
      userId: `${tag}-${user}`,
      anonymousId: `${tag}-device`,
      messageId: `${tag}-${id}`,
      traits: {},
    })
    await arrive(bought('device', '1'), both('ana', 'i1'))
    await arrive(both('ben', 'i2'), {
      type: 'alias',
      userId: `${tag}-ana`,
      previousId: `${tag}-phone`,
      messageId: `${tag}-al`,
    })
    await arrive(bought('phone', '2'))
    await absorb()
    expect(await purchasesOf('ana')).toEqual([`${tag}-1`, `${tag}-2`])
    expect(await purchasesOf('ben')).toEqual([])
    expect(await canonicalId(bench.handle, `${tag}-device`)).toBe(`${tag}-ana`)
  })
})

describe('what is not taken', () => {
  const rows = [{ section: 'event nothing', json: '{"customer":"x"}' }]
  const doors = async (): Promise<LoadBench['handle']> => bench.handle

  test('more than may wait is run/arrivals-full, with the time to come back', async () => {
    const limits = { held: 1_000_000, backlogBytes: 10, backlogRows: 1_000 }
    const tight = openLog({ doors, now: Date.now, limits })
    await tight.append(rows)
    expect(await tight.backlog()).toMatchObject({ rows: 1 })
    await expect(tight.append(rows)).rejects.toMatchObject({
      code: 'run/arrivals-full',
      retryable: true,
      params: { seconds: 10 },
    })
    // An event that the catalogue no longer has leaves the log without a trace in the facts.
    const before = await state()
    await absorb()
    expect(await state()).toBe(before)
    await tight.backlog()
    await tight.append(rows)
    await absorb()
  })

  test('what waits in memory is limited too', async () => {
    const limits = { held: 100, backlogBytes: 1e9, backlogRows: 1e6 }
    const tight = openLog({ doors, now: Date.now, limits })
    const many = Array.from({ length: 20 }, () => tight.append([...rows, ...rows, ...rows]))
    const outcomes = await Promise.allSettled(many)
    const refused = outcomes.filter((o) => o.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(20)
    const held = await bench.store.ledger.db.selectFrom('arrival').select('row_count').execute()
    expect(held.reduce((sum, row) => sum + row.row_count, 0)).toBe((20 - refused.length) * 3)
    await absorb()
  })

  test('a ledger that does not flush is run/ledger-not-durable', async () => {
    const { ledger } = bench.store
    const fsync = async (value: 'on' | 'off'): Promise<void> => {
      await kyselySql.raw(`ALTER SYSTEM SET fsync = ${value}`).execute(ledger.db)
      await kyselySql.raw('SELECT pg_reload_conf(), pg_sleep(0.3)').execute(ledger.db)
    }
    await fsync('off')
    try {
      const careful = openLog({ doors, now: Date.now })
      await expect(careful.append(rows)).rejects.toMatchObject({ code: 'run/ledger-not-durable' })
    } finally {
      await fsync('on')
    }
  })
})
