/** Opens a programme whose engines were just killed and may still be going down or coming up. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../src/core/base/index.ts'
import { openProgramme, type OpenProgramme } from '../../src/engine/run/index.ts'

/** Tries for fifteen seconds. */
export async function openAgain(folder: string): Promise<OpenProgramme> {
  for (let tries = 0; ; tries++) {
    try {
      return await openProgramme({ locale: 'en', from: folder, folder, lingerMs: 0 })
    } catch (error) {
      if (tries > 150 || !(error instanceof Failure && error.retryable)) throw error
      await sleep(100)
    }
  }
}
