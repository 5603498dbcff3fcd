/** All definitions of a programme together: circles are found, and what refers to something broken is broken. */
import { invalid, type Checked, type Issue } from '../../base/index.ts'
import type { BoundDefinition } from '../bound.ts'
import type { Parsed } from '../syntax/parse.ts'
import { parse } from '../syntax/parse.ts'
import { segmentsIn, walk } from '../walk.ts'
import { bind } from './bind.ts'
import type { BindContext } from './binder.ts'

/** A segment's text, and the zone of its file if it names one. */
export interface Draft {
  readonly key: string
  readonly text: string
  readonly timeZone?: string
  /** The named measures it is read with; absent means those of the context. */
  readonly measures?: Readonly<Record<string, string>>
}

/**
 * Reads and checks every draft, each seeing the keys of all. One that refers to a broken one has no meaning
 * either; circles are named with their path. The result is in the order of the drafts.
 */
export function bindAll(
  drafts: readonly Draft[],
  context: BindContext,
): ReadonlyMap<string, Checked<BoundDefinition>> {
  const keys = [...new Set([...drafts.map((draft) => draft.key), ...(context.segments ?? [])])]
  const parsed = new Map<string, Parsed>()
  const result = new Map<string, Checked<BoundDefinition>>()
  for (const draft of drafts) {
    const measures = draft.measures ?? context.measures
    const read = parse(draft.text, { measures: Object.keys(measures) })
    if (!read.ok) {
      result.set(draft.key, read)
      continue
    }
    parsed.set(draft.key, read.value)
    const { definition, spanOf } = read.value
    const timeZone = draft.timeZone ?? context.timeZone
    result.set(
      draft.key,
      bind(
        definition,
        { rateZone: context.timeZone, ...context, measures, segments: keys, timeZone },
        { segment: draft.key, spanOf },
      ),
    )
  }
  markCircles(parsed, result)
  spreadBroken(parsed, result)
  return result
}

type Result = Map<string, Checked<BoundDefinition>>

function addError(result: Result, key: string, issue: Issue): void {
  result.set(key, invalid(...(result.get(key)?.issues ?? []), issue))
}

function referenceError(
  parsed: Parsed,
  segment: string,
  { code, params }: Pick<Issue, 'code' | 'params'>,
): Issue {
  for (const node of walk(parsed.definition.condition)) {
    if (!('kind' in node) || node.kind !== 'inSegment' || node.segment !== segment) continue
    const at = parsed.spanOf(node)
    return { code, severity: 'error', ...(at === undefined ? {} : { at }), params }
  }
  return { code, severity: 'error', params }
}

/** Every member of a circle is told the circle, beginning with itself. Cost: segments times references. */
function markCircles(parsed: ReadonlyMap<string, Parsed>, result: Result): void {
  const refers = new Map([...parsed].map(([key, p]) => [key, segmentsIn(p.definition)]))
  for (const [key, own] of parsed) {
    const path = pathBack(key, refers)
    if (path === undefined) continue
    const params = { path: path.join(' → ') }
    addError(
      result,
      key,
      referenceError(own, path[1] ?? key, { code: 'segment/segment-cycle', params }),
    )
  }
}

/** The shortest way from a segment back to itself. */
function pathBack(
  key: string,
  refers: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const queue: string[][] = [[key]]
  const seen = new Set<string>()
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const to of refers.get(path.at(-1) ?? '') ?? []) {
      if (to === key) return [...path, to]
      if (seen.has(to)) continue
      seen.add(to)
      queue.push([...path, to])
    }
  }
  return undefined
}

/** Breaks what refers to something broken, again and again until nothing changes. */
function spreadBroken(parsed: ReadonlyMap<string, Parsed>, result: Result): void {
  for (let changed = true; changed;) {
    changed = false
    for (const [key, own] of parsed) {
      if (result.get(key)?.ok !== true) continue
      const broken = segmentsIn(own.definition).find((to) => result.get(to)?.ok === false)
      if (broken === undefined) continue
      const params = { segment: broken }
      addError(
        result,
        key,
        referenceError(own, broken, { code: 'segment/refers-to-broken', params }),
      )
      changed = true
    }
  }
}
