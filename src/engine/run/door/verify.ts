/** The verb behind `tessera verify`. */
import type { VerifyWire } from '../../../core/contract/index.ts'
import { withSettledFacts } from '../arrival/settled.ts'
import { verify } from '../evaluation/verify.ts'
import { arrived, inForceNow } from '../keeper/arrived.ts'
import type { OpenProgramme } from '../open.ts'
import { instantText } from '../time.ts'

/** Computes everybody anew at the watermark and compares with the published state. Throws `run/not-evaluated`. */
export async function verifyProgramme(
  programme: OpenProgramme,
  { signal }: { readonly signal?: AbortSignal },
): Promise<VerifyWire> {
  const current = await programme.current()
  const inForce = await inForceNow(current)
  // A fact that is there before anybody is told of it would look like a difference.
  const { snapshot, ...found } = await withSettledFacts(
    current,
    async () =>
      await verify(current, {
        ...inForce,
        computedAt: current.clock.now(),
        touched: await arrived(current, inForce),
        ...(signal === undefined ? {} : { signal }),
      }),
    signal,
  )
  return {
    ...found,
    ok: !found.outdated && found.held === found.rebuilt,
    asOf: instantText(snapshot.asOf),
    timeZone: current.programme.timeZone,
  }
}
