/** Keeps a programme with everything that arrives: what servers start. */
import { createAbsorber } from '../arrival/absorb.ts'
import type { OpenProgramme } from '../open.ts'
import { createKeeper, type Keeper } from './keeper.ts'

/** Carries the published state on with the programme's clock until it is closed. */
export function keepProgramme(programme: OpenProgramme): Keeper {
  return createKeeper(programme, { absorbers: [createAbsorber(() => programme.current())] })
}
