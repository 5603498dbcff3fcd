/** Process entry: becomes a PostgreSQL program, as a user that is not root, ending when its parent ends. */
import { becomeProgram, type Identity } from './native.ts'

const SIGINT = 2
const [who = '', program = '', ...args] = process.argv.slice(2)
const [uid = -1, gid = -1, keepReading = 0] = who.split(':').map(Number)
const identity: Identity = { uid, gid, keepReading: keepReading === 1 }
becomeProgram(program, args, {
  signalOnParentDeath: SIGINT,
  ...(uid >= 0 ? { identity } : {}),
})
