/** Named snapshots as doors see them. */
import { Failure } from '../../../core/base/index.ts'
import type {
  FreezeRequest,
  FrozenCheckWire,
  FrozenPageWire,
  FrozenWire,
} from '../../../core/contract/index.ts'
import { hasBit } from '../evaluation/generation/bits.ts'
import { readCutoffs } from '../evaluation/generation/cutoffs.ts'
import { keysWhere } from '../evaluation/generation/state.ts'
import { readIds, requireCounted, requireSnapshot } from '../evaluation/members.ts'
import { exampleIds } from '../evaluation/past/compare.ts'
import {
  digestFrozen,
  digestKeys,
  findFrozen,
  freeze,
  frozenKeys,
  listFrozen,
  refrozenKeys,
  type Frozen,
} from '../evaluation/past/freeze.ts'
import { recomputedKeys } from '../evaluation/past/recomputed.ts'
import type { OpenProgramme } from '../open.ts'
import { appliedDefinitions } from '../programme/applied.ts'
import { instantText } from '../time.ts'
import { closure } from './past.ts'
import { asOfOf, assertSegment } from './verbs.ts'

const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/

/**
 * Freezes a segment's members under a name: as published, or at an instant from what is known now. Throws
 * `run/frozen-name`, `run/frozen-exists`, `run/segment-unknown`, `run/not-evaluated`, `run/definition-invalid`.
 */
export async function freezeSegment(
  programme: OpenProgramme,
  request: FreezeRequest,
): Promise<FrozenWire> {
  const { name, segment } = request
  if (!NAME.test(name))
    throw new Failure('not a name', { code: 'run/frozen-name', params: { name } })
  const current = await programme.current()
  const { definitions: applied } = await appliedDefinitions(current)
  assertSegment(current, segment, [...applied.keys()])
  const snapshot = await requireSnapshot(current)
  const definitions = closure(segment, (key) => applied.get(key)?.bound)
  if (definitions === undefined) {
    throw new Failure('it has errors', { code: 'run/definition-invalid', params: { segment } })
  }
  const cutoffs = await readCutoffs(current, snapshot.base)
  const asOf = request.asOf === undefined ? snapshot.asOf : asOfOf(current, request.asOf)
  const counted = request.asOf === undefined ? requireCounted(snapshot, segment) : undefined
  const keys =
    counted === undefined
      ? await recomputedKeys(current, { definitions, segment, asOf, cutoffs })
      : keysWhere(
          snapshot,
          (table) => current.analytics.table(table),
          (bits) => hasBit(bits, counted.number),
        )
  const made = await freeze(
    current,
    {
      name,
      segment,
      asOf,
      version: applied.get(segment)?.version ?? 0,
      definition: applied.get(segment)?.file.definition ?? '',
      recipe: { definitions, cutoffs: [...cutoffs] },
    },
    keys,
  )
  return frozenWire(made, current.programme.timeZone)
}

function frozenWire(frozen: Frozen, timeZone: string): FrozenWire {
  const { name, segment, version, definition, members, digest } = frozen
  return {
    name,
    segment,
    version,
    definition: definition.trimEnd(),
    asOf: instantText(frozen.asOf),
    timeZone,
    members,
    digest,
    createdAt: instantText(frozen.createdAt),
  }
}

/** All named snapshots, newest first. */
export async function listSnapshots(programme: OpenProgramme): Promise<readonly FrozenWire[]> {
  const current = await programme.current()
  return (await listFrozen(current)).map((one) => frozenWire(one, current.programme.timeZone))
}

/** A page of the members of one. Throws `run/frozen-unknown`. */
export async function snapshotMembers(
  programme: OpenProgramme,
  asked: { readonly name: string; readonly limit: number; readonly after?: string },
): Promise<FrozenPageWire> {
  const current = await programme.current()
  const frozen = await findFrozen(current, asked.name)
  const { limit, after } = asked
  const page = await readIds(current, frozenKeys(current, frozen.id), {
    limit,
    ...(after === undefined ? {} : { after }),
  })
  return { frozen: frozenWire(frozen, current.programme.timeZone), ...page }
}

/** Computes a named snapshot anew from its recipe and compares digests. Throws `run/frozen-unknown`. */
export async function checkSnapshot(
  programme: OpenProgramme,
  name: string,
): Promise<FrozenCheckWire> {
  const current = await programme.current()
  const frozen = await findFrozen(current, name)
  const anew = await refrozenKeys(current, frozen)
  const kept = frozenKeys(current, frozen.id)
  const stored = await digestFrozen(current, frozen)
  const recomputed = await digestKeys(current, frozen, anew)
  const ok = stored.digest === frozen.digest && recomputed.digest === frozen.digest
  const [surplus, missing] = ok
    ? [[], []]
    : await Promise.all([exampleIds(current, kept, anew), exampleIds(current, anew, kept)])
  return {
    frozen: frozenWire(frozen, current.programme.timeZone),
    ok,
    stored: stored.digest,
    recomputed: recomputed.digest,
    recomputedMembers: recomputed.members,
    surplus,
    missing,
  }
}
