/** PostgreSQL refuses to run as root: finds whom it shall run as, and what that user can reach. */
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { Failure } from '../../../core/base/index.ts'

export interface OsUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Accounts without rights that exist on nearly every system, best first. We never create one. */
const CANDIDATES = ['tessera', 'postgres', 'nobody', 'daemon']

/**
 * Whom to run PostgreSQL as; undefined when we are not root and may run it ourselves.
 * `ownerOf` is a directory that may exist already: whoever owns it goes on owning it.
 */
export function postgresUser(ownerOf: string): OsUser | undefined {
  if (userInfo().uid !== 0) return undefined
  return chooseAccount(readAccounts(), statSync(ownerOf, { throwIfNoEntry: false })?.uid)
}

/** The owner of the files if it is an account without root's rights, else the best candidate. */
export function chooseAccount(accounts: readonly OsUser[], owner: number | undefined): OsUser {
  const usable = accounts.filter((account) => account.uid !== 0)
  const found =
    usable.find((account) => account.uid === owner) ??
    CANDIDATES.flatMap((name) => usable.filter((account) => account.name === name))[0]
  if (found === undefined)
    throw new Failure('root, and no account to run PostgreSQL as', { code: 'store/no-os-user' })
  return found
}

/** True when `user` may pass all folders that lead to `path`. */
export function canReach(user: OsUser, path: string): boolean {
  for (let at = dirname(path); ; at = dirname(at)) {
    const stat = statSync(at)
    const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001
    if ((stat.mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}

function readAccounts(): OsUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [name, , uid, gid] = line.split(':')
      return name === undefined || uid === undefined || gid === undefined
        ? []
        : [{ name, uid: Number(uid), gid: Number(gid) }]
    })
}
