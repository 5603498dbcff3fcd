/** The local engines of a programme as a whole: where they belong, and stopping them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../../core/base/index.ts'
import { stopSupervisor, supervisorStatus } from '../../store/index.ts'
import { DATA_FOLDER, findFolder } from './folder.ts'
import type { OpenOptions } from '../open.ts'

/** The programme folder that is meant, or undefined when there is none. */
export function locateProgramme(options: Pick<OpenOptions, 'folder' | 'from'>): string | undefined {
  try {
    return findFolder(options)
  } catch (error) {
    if (error instanceof Failure && error.code === 'run/no-programme') return undefined
    throw error
  }
}

/** Stops the engines, whoever uses them, and waits until they are gone. False when none were running. */
export async function stopEngines(options: OpenOptions): Promise<boolean> {
  const dataDir = join(findFolder(options), DATA_FOLDER)
  if (!existsSync(dataDir) || (await supervisorStatus(dataDir)) === undefined) return false
  await stopSupervisor(dataDir)
  return true
}
