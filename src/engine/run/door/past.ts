/** Questions about the past as doors ask them: who was held, what is true of then, how many each month, what changed. */
import {
  localDate,
  plusDays,
  startOfLocalDay,
  type Instant,
  type Locale,
} from '../../../core/base/index.ts'
import type {
  CountSeriesRequest,
  CountSeriesWire,
  PastDifferenceWire,
  PastMembersWire,
  ReadingWire,
  TrailWire,
} from '../../../core/contract/index.ts'
import { bindAll, type BoundDefinition } from '../../../core/segment/index.ts'
import type { Sql } from '../../../core/sql/index.ts'
import { countMembers } from '../evaluation/count.ts'
import { readIds, requireSnapshot } from '../evaluation/members.ts'
import { countKeys, compareReadings } from '../evaluation/past/compare.ts'
import { heldAt, heldKeys, type Held } from '../evaluation/past/held.ts'
import { recomputedKeys } from '../evaluation/past/recomputed.ts'
import { readTrail } from '../evaluation/past/trail.ts'
import { canonicalId } from '../arrival/canonical.ts'
import { readCutoffs } from '../evaluation/generation/cutoffs.ts'
import { readNumbers } from '../evaluation/generation/numbers.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { appliedDefinitions } from '../programme/applied.ts'
import { versionsOf } from '../governance/versions.ts'
import { bindContextOf } from '../programme/bind-context.ts'
import { sayDefinition, sayOptions } from '../programme/sentence.ts'
import { instantText } from '../time.ts'
import { issueWire } from '../wire.ts'
import { isFailure } from './failure-of.ts'
import { asOfOf, assertSegment, bindTyped } from './verbs.ts'

/** Which members of the past are wanted. */
export interface PastAsked {
  readonly segment: string
  readonly asOf: string
  readonly reading: ReadingWire
  readonly limit: number
  readonly after?: string
  /** Also say why the readings differ; costs computing both. */
  readonly explain?: boolean
}

/**
 * Members at an instant of the past. Throws `run/segment-unknown`, `run/bad-instant`, `run/not-held-then` and, for what
 * cannot be computed, `run/not-in-snapshot`.
 */
export async function pastMembers(
  programme: OpenProgramme,
  asked: PastAsked,
): Promise<PastMembersWire> {
  const current = await programme.current()
  const { definitions } = await appliedDefinitions(current)
  assertSegment(current, asked.segment, [...definitions.keys()])
  const at = asOfOf(current, asked.asOf)
  const held = await heldOrNothing(current, at, asked.reading)
  const counted = held?.snapshot.segments.get(asked.segment)
  const wanted = closure(asked.segment, (key) => definitions.get(key)?.bound)
  const heldThen =
    held === undefined || counted === undefined
      ? undefined
      : heldKeys(current, held, counted.number)
  // Nothing changed while its watermark moved on: at the instant asked about it held the same.
  const watermark = held === undefined ? undefined : Math.min(held.snapshot.asOf, at)
  const thresholds = await readCutoffs(
    current,
    held?.snapshot.base ?? (await requireSnapshot(current)).base,
  )
  const now =
    wanted === undefined
      ? undefined
      : await recomputedKeys(current, {
          definitions: wanted,
          segment: asked.segment,
          asOf: at,
          cutoffs: thresholds,
        })
  const keys = asked.reading === 'held' ? heldThen : now
  const none = { customerIds: [], next: null }
  const page = keys === undefined ? none : await readIds(current, keys, pageOf(asked))
  const difference =
    asked.explain === true &&
    heldThen !== undefined &&
    now !== undefined &&
    held !== undefined &&
    watermark !== undefined
      ? await compareReadings(current, {
          held: heldThen,
          atWatermark: await definedThen(current, held, asked.segment, watermark, thresholds),
          asDefinedThen: await definedThen(current, held, asked.segment, at, thresholds),
          recomputed: now,
        })
      : undefined
  return {
    segment: asked.segment,
    at: instantText(at),
    timeZone: current.programme.timeZone,
    reading: asked.reading,
    heldAsOf: watermark === undefined ? null : instantText(watermark),
    version: counted?.version ?? null,
    definition: counted?.definition ?? null,
    total: keys === undefined ? 0 : await countKeys(current, keys),
    ...page,
    difference: difference === undefined ? null : differenceWire(difference),
  }
}

function pageOf({ limit, after }: PastAsked): { limit: number; after?: string } {
  return { limit, ...(after === undefined ? {} : { after }) }
}

/** What is true of then can also be asked of a time before anything was held. */
async function heldOrNothing(
  current: Current,
  at: Instant,
  reading: ReadingWire,
): Promise<Held | undefined> {
  try {
    return await heldAt(current, at)
  } catch (error) {
    if (reading === 'recomputed' && isFailure(error, 'run/not-held-then')) return undefined
    throw error
  }
}

/** A definition with all those that it refers to; undefined when one of them has no meaning. */
export function closure(
  key: string,
  find: (key: string) => BoundDefinition | undefined,
): readonly BoundDefinition[] | undefined {
  const found = new Map<string, BoundDefinition>()
  const add = (one: string): boolean => {
    if (found.has(one)) return true
    const bound = find(one)
    if (bound === undefined) return false
    found.set(one, bound)
    return bound.refersTo.every(add)
  }
  return add(key) ? [...found.values()] : undefined
}

/**
 * Keys by the definitions as they stood in the generation of then, with their own zones and measures; undefined when
 * they cannot be read any more.
 */
async function definedThen(
  current: Current,
  { snapshot }: Held,
  segment: string,
  asOf: Instant,
  cutoffs: ReadonlyMap<string, { readonly low?: number; readonly high?: number }>,
): Promise<Sql | undefined> {
  const { lists } = await appliedDefinitions(current)
  const texts = [...snapshot.segments].map(async ([key, { definition, version }]) => {
    const then = (await versionsOf(current, key)).find((one) => one.version === version)
    const { timeZone, measures } = then ?? {}
    return {
      key,
      text: definition,
      ...(measures === undefined ? {} : { measures }),
      ...(timeZone === undefined ? {} : { timeZone }),
    }
  })
  const bound = bindAll(await Promise.all(texts), bindContextOf(current.programme, [], lists))
  const definitions = closure(segment, (key) => {
    const read = bound.get(key)
    return read?.ok === true ? read.value : undefined
  })
  if (definitions === undefined) return undefined
  return await recomputedKeys(current, { definitions, segment, asOf, cutoffs })
}

function differenceWire({
  held,
  recomputed,
  groups,
}: Awaited<ReturnType<typeof compareReadings>>): PastDifferenceWire {
  return {
    held,
    recomputed,
    groups: groups.map(({ because, entered, count, examples }) => ({
      because,
      only: entered ? 'recomputed' : 'held',
      count,
      examples,
    })),
  }
}

/** Tries a definition on the past: how many met it at the end of each period, the last one first to end. */
export async function countSeries(
  programme: OpenProgramme,
  request: CountSeriesRequest,
  { locale, signal }: { readonly locale: Locale; readonly signal?: AbortSignal },
): Promise<CountSeriesWire> {
  const current = await programme.current()
  const { definitions, bound, issues } = await bindTyped(current, request.definition)
  const { timeZone } = current.programme
  const points: CountSeriesWire['points'][number][] = []
  for (const asOf of periodEnds(current.clock.now(), timeZone, request)) {
    const { count, population } = await countMembers(current, {
      definitions,
      segment: bound.segment,
      asOf,
      ...(signal === undefined ? {} : { signal }),
    })
    const share = population === 0 ? 0 : count / population
    points.push({ asOf: instantText(asOf), count, population, share })
  }
  return {
    timeZone,
    sentence: sayDefinition(
      request.definition,
      sayOptions(current.programme, current.files.segments, locale),
    ),
    points,
    issues: issues.map((issue) => issueWire(issue, locale, new Map([['', request.definition]]))),
  }
}

/** The last millisecond of each of the last whole local days, weeks or months, oldest first. */
export function periodEnds(
  now: Instant,
  timeZone: string,
  { each, last }: Pick<CountSeriesRequest, 'each' | 'last'>,
): readonly Instant[] {
  let day = startOfPeriod(localDate(now, timeZone), each)
  const ends: Instant[] = []
  for (let i = 0; i < last; i++) {
    ends.unshift(startOfLocalDay(day, timeZone) - 1)
    day = startOfPeriod(plusDays(day, -1), each)
  }
  return ends
}

function startOfPeriod(day: string, each: CountSeriesRequest['each']): string {
  if (each === 'day') return day
  if (each === 'month') return `${day.slice(0, 7)}-01`
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return plusDays(day, -weekday)
}

/** Which changes are wanted. */
export interface TrailAsked {
  readonly segment?: string
  readonly customer?: string
  readonly since?: string
  readonly until?: string
  readonly limit: number
  readonly offset?: number
}

/** Entries and exits, newest first. Throws `run/not-evaluated`, `run/bad-instant`, `run/segment-unknown`. */
export async function memberTrail(programme: OpenProgramme, asked: TrailAsked): Promise<TrailWire> {
  const current = await programme.current()
  const snapshot = await requireSnapshot(current)
  const { segment, since, until, limit, offset = 0 } = asked
  // A segment that is gone still has its history.
  if (segment !== undefined && !(await readNumbers(current)).has(segment))
    assertSegment(current, segment, [...(await appliedDefinitions(current)).definitions.keys()])
  // An id that was merged stands for the customer it is part of.
  const customer =
    asked.customer === undefined ? undefined : await canonicalId(current, asked.customer)
  const changes = await readTrail(current, snapshot, {
    limit: limit + 1,
    offset,
    ...(segment === undefined ? {} : { segment }),
    ...(customer === undefined ? {} : { customer }),
    ...(since === undefined ? {} : { after: asOfOf(current, since) }),
    ...(until === undefined ? {} : { upTo: asOfOf(current, until) }),
  })
  return {
    timeZone: current.programme.timeZone,
    changes: changes.slice(0, limit).map((change) => ({
      customerId: change.customerId,
      segment: change.segment,
      entered: change.entered,
      at: instantText(change.at),
      computedAt: instantText(change.computedAt),
      cause: change.cause,
      version: change.version,
    })),
    next: changes.length > limit ? offset + limit : null,
  }
}
