// A server outlives its engines: whoever asks next gets them started again.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OverviewWire } from '../core/contract/index.ts'
import { stopEngines } from '../engine/run/index.ts'
import { supervisorStatus } from '../engine/store/index.ts'
import { until } from '../../test/kit/store-state.ts'
import { useServer } from '../../test/kit/server.ts'

const client = useServer()

describe('a server whose engines went away', () => {
  test('answers again after its supervisor was killed', async () => {
    await client.answer('/programme')
    const { dataDir } = client.programme
    const pid = (await supervisorStatus(dataDir))?.holder.pid ?? 0
    expect(pid).toBeGreaterThan(1)
    process.kill(pid, 'SIGKILL')
    await until(async () => (await client.ask('/health')).status === 503)
    expect(await client.answer('/health', {}, 503)).toMatchObject({ ok: false })
    // Two at once must not open twice.
    await Promise.all([client.answer('/programme'), client.answer('/segments')])
    expect(await client.answer('/health')).toMatchObject({ ok: true })
  })

  test('waits for an engine that its supervisor is starting again', async () => {
    await client.answer('/programme')
    const file = join(client.programme.dataDir, 'run', 'clickhouse.pid')
    process.kill((JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid, 'SIGKILL')
    await until(async () => (await client.ask('/health')).status === 503)
    expect(await client.answer<OverviewWire>('/programme')).toMatchObject({ population: 0 })
    expect(await client.answer('/health')).toMatchObject({ ok: true })
  })

  test('answers again after its engines were stopped', async () => {
    const { folder } = client
    await stopEngines({ locale: 'en', from: folder, folder })
    expect(await client.answer<OverviewWire>('/programme')).toMatchObject({ population: 0 })
    expect(await client.answer('/health')).toMatchObject({ ok: true })
  })
})
