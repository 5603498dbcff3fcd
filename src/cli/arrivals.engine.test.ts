// Keys, the live view and merges typed by hand, beside a running server and without one.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { MergeWire, NewWriteKeyWire, WriteKeyWire } from '../core/contract/index.ts'
import { useServer } from '../../test/kit/server.ts'

const ENTRY = fileURLToPath(new URL('../../bin/tessera.mjs', import.meta.url))
const client = useServer()

async function tessera(
  ...words: readonly string[]
): Promise<{ exit: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [ENTRY, ...words], {
    cwd: client.folder,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const exit = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { exit, out, err }
}

async function json<T>(...words: readonly string[]): Promise<T> {
  const { exit, out, err } = await tessera(...words, '--json')
  expect(`${exit} ${exit === 0 ? '' : err}`).toBe('0 ')
  return JSON.parse(out) as T
}

describe('tessera key, events, merge, unmerge', () => {
  test('a key made here may send to the server at once; what it sends is seen here', async () => {
    const { key, prefix } = await json<NewWriteKeyWire>('key', 'create', 'till')
    const batch = [
      { type: 'track', event: 'purchase', userId: 'cli-1', properties: { status: 'paid' } },
      { type: 'track', event: 'Explosion', userId: 'cli-1' },
    ]
    const sent = await fetch(`http://127.0.0.1:${client.port}/v1/batch`, {
      method: 'POST',
      body: JSON.stringify({ batch, writeKey: key }),
    })
    expect(sent.status).toBe(200)
    const { out } = await tessera('events')
    expect(out).toContain('track purchase')
    expect(out).toContain('cli-1')
    expect(out).toContain('/event The catalogue has no event "Explosion"')
    expect(out).toContain('accepted 1, refused 1')
    await json('key', 'revoke', prefix)
    const listed = await json<readonly WriteKeyWire[]>('key', 'list')
    expect(listed.find((k) => k.prefix === prefix)?.revokedAt).not.toBeNull()
    expect((await tessera('key', 'list')).out).not.toContain(key)
    expect(await tessera('key', 'melt')).toMatchObject({ exit: 2 })
    expect(await tessera('key', 'create')).toMatchObject({ exit: 2 })
  })

  test('customers are merged and parted', async () => {
    expect(await json<MergeWire>('merge', 'cli-old', 'cli-1')).toMatchObject({ state: 'done' })
    const twice = await tessera('merge', 'cli-old', 'cli-1')
    expect(twice).toMatchObject({ exit: 4 })
    expect(twice.err).toContain('are the same customer already')
    expect(await json<MergeWire>('unmerge', 'cli-old')).toMatchObject({ state: 'undone' })
  })
})
