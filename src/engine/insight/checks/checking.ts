/** Checks every segment after each refresh: one at a time, each written down whole, so that a kill loses one at most. */
import { Failure, localDate } from '../../../core/base/index.ts'
import {
  latestChecks,
  stateNow,
  writeCheck,
  type LatestCheck,
  type OpenProgramme,
  type Snapshot,
} from '../../run/index.ts'
import { withContext } from '../basis/context.ts'
import { examine, type Examined } from '../segments/examine.ts'
import { segmentPairs, type SegmentPair } from '../segments/overlaps.ts'
import { CHECK_DAYS } from '../segments/quality.ts'
import { publishedSubject } from '../segments/subject.ts'

/** Held by whoever checks segments. */
export const CHECKS_LOCK = 'segment-checks'

/** How segments are checked. */
export interface Checking {
  readonly signal: AbortSignal
  /** All of them, whether a check is due or not. */
  readonly all?: boolean
  /** These alone, whether due or not. */
  readonly only?: ReadonlySet<string>
  readonly found?: (segment: string, examined: Examined) => void
  /** Stops after the segment with which so much time has passed. */
  readonly budgetMs?: number
  /** Another process that checks is not waited for. */
  readonly waitMs?: number
  readonly report?: (done: {
    readonly segment: string
    readonly of: number
    readonly at: number
  }) => void
}

/** What was done. */
export interface Checked {
  readonly segments: readonly string[]
  readonly tookMs: number
}

/**
 * Checks the segments that are due, those never checked first. Throws `store/busy` after `waitMs`; nothing before the
 * first evaluation. Cost: `examine` for each.
 */
export async function checkSegments(programme: OpenProgramme, how: Checking): Promise<Checked> {
  const { signal, waitMs } = how
  const { ledger } = await programme.current()
  const due = await dueChecks(programme, how)
  if (due.length === 0) return { segments: [], tookMs: 0 }
  return await ledger.withLock(
    CHECKS_LOCK,
    'exclusive',
    (lost) => checkAlone(programme, { ...how, signal: AbortSignal.any([signal, lost]) }),
    { signal, ...(waitMs === undefined ? {} : { waitMs }) },
  )
}

async function checkAlone(programme: OpenProgramme, how: Checking): Promise<Checked> {
  const { signal, budgetMs = Number.POSITIVE_INFINITY } = how
  const begun = performance.now()
  const spent = (): number => performance.now() - begun
  const due = await dueChecks(programme, how)
  const segments: string[] = []
  let pairs: { readonly of: number; readonly found: readonly SegmentPair[] } | undefined
  for (const segment of due) {
    if (signal.aborted || spent() > budgetMs) break
    how.report?.({ segment, at: segments.length, of: due.length })
    const isDone = await withContext(programme, { signal }, async (context) => {
      const { snapshot } = context
      const counted = snapshot.segments.get(segment)
      if (counted === undefined) return false
      if (pairs?.of !== snapshot.id) pairs = { of: snapshot.id, found: await segmentPairs(context) }
      const since = performance.now()
      const subject = await publishedSubject(context, segment)
      const found = await examine(context, subject, { days: CHECK_DAYS, pairs: pairs.found })
      const { verdict, grades, worst, figures } = found
      const { asOf } = context
      const { meaning } = counted
      const tookMs = performance.now() - since
      await writeCheck(context.current, {
        segment,
        asOf,
        meaning,
        verdict,
        grades,
        worst,
        figures,
        tookMs,
      })
      how.found?.(segment, found)
      return true
    })
    if (isDone) segments.push(segment)
  }
  return { segments, tookMs: spent() }
}

/** Keys of the segments whose last check is of another definition or of an earlier day; the longest unchecked first. */
export async function dueChecks(
  programme: OpenProgramme,
  { all = false, only }: Pick<Checking, 'all' | 'only'> = {},
): Promise<readonly string[]> {
  const current = await programme.current()
  const snapshot = await stateNow(current)
  if (snapshot === undefined) return []
  const checks = await latestChecks(current)
  const zone = current.programme.timeZone
  return [...snapshot.segments.keys()]
    .filter((key) => only?.has(key) ?? (all || isCheckDue(key, snapshot, { checks, zone })))
    .toSorted((a, b) => asOfOf(checks.get(a)) - asOfOf(checks.get(b)))
}

function asOfOf(check: LatestCheck | undefined): number {
  return check?.last.asOf ?? Number.NEGATIVE_INFINITY
}

function isCheckDue(
  key: string,
  snapshot: Snapshot,
  { checks, zone }: { readonly checks: ReadonlyMap<string, LatestCheck>; readonly zone: string },
): boolean {
  const last = checks.get(key)?.last
  if (last === undefined || last.meaning !== snapshot.segments.get(key)?.meaning) return true
  return localDate(snapshot.asOf, zone) !== localDate(last.asOf, zone)
}

/** Whether somebody else is at it. */
export function isBusy(error: unknown): boolean {
  return error instanceof Failure && error.code === 'store/busy'
}
