/** Makes a disagreement small, and keeps it as a named case that is run first ever after. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { BoundDefinition, CustomerHistory } from '../../src/core/segment/index.ts'
import type { Case } from './agreement.ts'

const FOLDER = join(import.meta.dirname, 'cases')

/** The smallest case found that still disagrees: one definition with those it needs, one customer, few facts. */
export async function shrink(one: Case, disagrees: (c: Case) => Promise<boolean>): Promise<Case> {
  let best = one
  const attempt = async (candidate: Case): Promise<boolean> => {
    const worse = await disagrees(candidate)
    if (worse) best = candidate
    return worse
  }
  for (const definition of one.definitions)
    if (await attempt({ ...best, definitions: closure(definition, one.definitions) })) break
  for (const history of one.histories) if (await attempt({ ...best, histories: [history] })) break
  for (let again = true; again;) {
    again = false
    for (const histories of smaller(best.histories))
      if (await attempt({ ...best, histories })) {
        again = true
        break
      }
  }
  return best
}

/** A definition and all that it refers to. */
function closure(of: BoundDefinition, all: readonly BoundDefinition[]): readonly BoundDefinition[] {
  const wanted = new Map<string, BoundDefinition>()
  const add = (definition: BoundDefinition): void => {
    if (wanted.has(definition.segment)) return
    wanted.set(definition.segment, definition)
    for (const other of all) if (definition.refersTo.includes(other.segment)) add(other)
  }
  add(of)
  return [...wanted.values()]
}

/** The same histories with one fact less, in every way. */
function* smaller(histories: readonly CustomerHistory[]): Generator<readonly CustomerHistory[]> {
  for (const [i, history] of histories.entries()) {
    // Nobody is known without a fact.
    if (history.events.length + history.traits.length < 2) continue
    const put = (changed: CustomerHistory): readonly CustomerHistory[] => histories.with(i, changed)
    for (let e = 0; e < history.events.length; e++)
      yield put({ ...history, events: history.events.toSpliced(e, 1) })
    for (let t = 0; t < history.traits.length; t++)
      yield put({ ...history, traits: history.traits.toSpliced(t, 1) })
    const { lists = [], scores = [] } = history
    for (let l = 0; l < lists.length; l++) yield put({ ...history, lists: lists.toSpliced(l, 1) })
    for (let n = 0; n < scores.length; n++)
      yield put({ ...history, scores: scores.toSpliced(n, 1) })
  }
}

/** Writes a case; its name is a digest, to be renamed after what it shows. */
export function keepCase(one: Case): string {
  mkdirSync(FOLDER, { recursive: true })
  const text = `${JSON.stringify(one, null, 2)}\n`
  const name = `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`
  writeFileSync(join(FOLDER, name), text)
  return name
}

/** Every kept case by name. */
export function keptCases(): readonly (readonly [string, Case])[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Case])
}
