/** Files that people laid out themselves: what the disk says about them is their matter, not a mistake of ours. */
import { readFileSync } from 'node:fs'
import { Failure } from '../../../core/base/index.ts'
import { toFailure } from '../wire.ts'

/** The text of a file. Throws `run/file-missing`, `run/file-denied`, `run/not-a-file`; `name` is what they call it. */
export function readText(path: string, name: string = path): string {
  return onDisk(name, () => readFileSync(path, 'utf8'))
}

/** Does something with files; an errno becomes a Failure that names the file as `name`. */
export function onDisk<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    const { code, params, message } = toFailure(error)
    throw new Failure(message, { code, params: { ...params, file: name }, cause: error })
  }
}
