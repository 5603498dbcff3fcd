/** Checks of segments in the ledger: written whole, thinned as they age, read back as the latest and as a history. */
import { sql } from 'kysely'
import type { Instant } from '../../../core/base/index.ts'
import type { Grade, QualityCheck, Text, Verdict } from '../../../core/insight/index.ts'
import type { Handle } from '../handle.ts'

type Doors = Pick<Handle, 'ledger'>

/** Key figures of a segment at a check; absent where there is nothing to say, or too few to say it of. */
export interface VerdictFigures {
  /** Days that sums look back. */
  readonly days: number
  readonly population: number
  readonly members?: number
  /** Net spend per member, in the programme's currency. */
  readonly spend?: number
  /** Share of the members who bought. */
  readonly bought?: number
  /** Share that the best channel reaches. */
  readonly reachable?: number
  /** Members of either of two months who are in both, typically. */
  readonly kept?: number
  /** AUC with which it stands for the protected group that it stands for most. */
  readonly proxy?: number
}

/** One check. */
export interface SegmentCheck {
  readonly segment: string
  readonly asOf: Instant
  /** Digest of the definition as it was counted. */
  readonly meaning: string
  readonly verdict: Verdict
  readonly grades: Readonly<Partial<Record<QualityCheck, Grade>>>
  readonly worst: { readonly check: QualityCheck; readonly text: Text } | undefined
  readonly figures: VerdictFigures
  readonly tookMs: number
}

/** Before so many days one check of each month is kept, after it one of each day. */
const DAILY_DAYS = 62

const DAY_MS = 86_400_000

/** Days that a check is compared over: about a month, so that weekdays and months weigh alike. */
const APART = { least: 25, most: 70, best: 30 } as const

/** Writes a check down in the place of another of the same day, and thins those of long ago; all of it, or nothing. */
export async function writeCheck({ ledger }: Doors, check: SegmentCheck): Promise<void> {
  const { segment, asOf, meaning, verdict, grades, worst, figures, tookMs } = check
  await ledger.guard(() =>
    ledger.db.transaction().execute(async (tx) => {
      const own = await tx
        .selectFrom('segment_check')
        .select(['id', 'as_of'])
        .where('segment', '=', segment)
        .orderBy('as_of', 'desc')
        .orderBy('id', 'desc')
        .execute()
      const gone = thinned(
        own.map(({ id, as_of: at }) => ({ id, at: at.getTime() })),
        asOf,
      )
      if (gone.length > 0) await tx.deleteFrom('segment_check').where('id', 'in', gone).execute()
      await tx
        .insertInto('segment_check')
        .values({
          segment,
          as_of: new Date(asOf),
          meaning,
          verdict,
          grades: JSON.stringify(grades),
          worst: worst === undefined ? null : JSON.stringify(worst),
          figures: JSON.stringify(figures),
          took_ms: Math.round(tookMs),
        })
        .execute()
    }),
  )
}

function day(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** Ids that a new check makes superfluous; `own` is newest first. Days and months are those of UTC. */
export function thinned(
  own: readonly { readonly id: number; readonly at: Instant }[],
  asOf: Instant,
): readonly number[] {
  const seen = new Set<string>([day(asOf)])
  return own.flatMap(({ id, at }) => {
    const slot = asOf - at > DAILY_DAYS * DAY_MS ? day(at).slice(0, 7) : day(at)
    if (seen.has(slot)) return [id]
    seen.add(slot)
    return []
  })
}

/** The last check of a segment, and the one that lies about a month before it. */
export interface LatestCheck {
  readonly last: SegmentCheck
  readonly before: SegmentCheck | undefined
}

/** By segment. */
export async function latestChecks({ ledger }: Doors): Promise<ReadonlyMap<string, LatestCheck>> {
  const { least, most, best } = APART
  const [last, before] = await ledger.guard(() =>
    Promise.all([
      sql<CheckRow>`${LAST}`.execute(ledger.db),
      sql<CheckRow>`SELECT DISTINCT ON (c.segment) c.* FROM segment_check c JOIN (${LAST}) l ON l.segment = c.segment
        WHERE c.as_of BETWEEN l.as_of - make_interval(days => ${most}) AND l.as_of - make_interval(days => ${least})
        ORDER BY c.segment, abs(extract(epoch FROM l.as_of - c.as_of) - ${best * 86_400})`.execute(
        ledger.db,
      ),
    ]),
  )
  const then = new Map(before.rows.map((row) => [row.segment, checkOf(row)]))
  return new Map(
    last.rows.map((row) => [row.segment, { last: checkOf(row), before: then.get(row.segment) }]),
  )
}

const LAST = sql`SELECT DISTINCT ON (segment) * FROM segment_check ORDER BY segment, id DESC`

/** All that is kept of one segment, the oldest instant first. */
export async function checksOf(
  { ledger }: Doors,
  segment: string,
): Promise<readonly SegmentCheck[]> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('segment_check')
      .selectAll()
      .where('segment', '=', segment)
      .orderBy('as_of')
      .orderBy('id')
      .execute(),
  )
  return rows.map(checkOf)
}

interface CheckRow {
  readonly segment: string
  readonly as_of: Date
  readonly meaning: string
  readonly verdict: string
  readonly grades: object
  readonly worst: object | null
  readonly figures: object
  readonly took_ms: number
}

function checkOf(row: CheckRow): SegmentCheck {
  return {
    segment: row.segment,
    asOf: row.as_of.getTime(),
    meaning: row.meaning,
    verdict: row.verdict as Verdict,
    grades: row.grades as SegmentCheck['grades'],
    worst: (row.worst ?? undefined) as SegmentCheck['worst'],
    figures: row.figures as VerdictFigures,
    tookMs: row.took_ms,
  }
}

/** The check that lies about a month before an instant; undefined where none does. */
export function aMonthBefore(
  checks: readonly SegmentCheck[],
  asOf: Instant,
): SegmentCheck | undefined {
  const off = (check: SegmentCheck): number => Math.abs((asOf - check.asOf) / DAY_MS - APART.best)
  return checks
    .filter(({ asOf: at }) => asOf - at >= APART.least * DAY_MS && asOf - at <= APART.most * DAY_MS)
    .toSorted((a, b) => off(a) - off(b))[0]
}
