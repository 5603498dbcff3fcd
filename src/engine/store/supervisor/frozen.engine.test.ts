// A supervisor that is stopped in its tracks must not hang whoever comes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeDataDirectory } from '../../../../test/kit/store.ts'
import { connectSupervisor, supervisorStatus } from './connect.ts'

test('a frozen supervisor is store/locked, with its process id', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-frozen-'))
  const options = { path: join(folder, '.tessera'), lingerMs: 5000, command: 'test' }
  const door = await connectSupervisor({ ...options, engines: ['postgres'] })
  const pid = (await supervisorStatus(options.path))?.holder.pid ?? 0
  expect(pid).toBeGreaterThan(1)
  process.kill(pid, 'SIGSTOP')
  try {
    await expect(connectSupervisor({ ...options, greetingMs: 400 })).rejects.toMatchObject({
      code: 'store/locked',
      params: { pid },
    })
  } finally {
    process.kill(pid, 'SIGCONT')
    door.close()
    await removeDataDirectory(options.path)
    rmSync(folder, { recursive: true, force: true })
  }
})
