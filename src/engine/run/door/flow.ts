/** The verb behind the page of a segment's history: how it grew and shrank, day by day. */
import { MS_PER_DAY, localDate, plusDays, startOfLocalDay } from '../../../core/base/index.ts'
import type { FlowDayWire, FlowWire } from '../../../core/contract/index.ts'
import { readNumbers } from '../evaluation/generation/numbers.ts'
import { requireSnapshot } from '../evaluation/members.ts'
import { readFlow, readSizes } from '../evaluation/past/flow.ts'
import type { OpenProgramme } from '../open.ts'
import { appliedDefinitions } from '../programme/applied.ts'
import { instantText } from '../time.ts'
import { assertSegment } from './verbs.ts'

/** So far before the first day its opening size is looked for; bases are kept for every month. */
const SEED_MS = 40 * MS_PER_DAY

/** The last local days up to the watermark, oldest first. Throws `run/segment-unknown`, `run/not-evaluated`. */
export async function memberFlow(
  programme: OpenProgramme,
  { segment, days }: { readonly segment: string; readonly days: number },
): Promise<FlowWire> {
  const current = await programme.current()
  assertSegment(current, segment, [...(await appliedDefinitions(current)).definitions.keys()])
  const snapshot = await requireSnapshot(current)
  const { timeZone } = current.programme
  const today = localDate(snapshot.asOf, timeZone)
  const first = plusDays(today, 1 - days)
  const after = startOfLocalDay(first, timeZone) - 1
  const number = (await readNumbers(current)).get(segment)
  const [flow, sizes] = await Promise.all([
    number === undefined ? undefined : readFlow(current, snapshot, { number, after, timeZone }),
    readSizes(current, { segment, after: after - SEED_MS, timeZone }),
  ])
  const wires: FlowDayWire[] = []
  const before = [...sizes.keys()].filter((day) => day < first).toSorted()
  let count: number | null = sizes.get(before.at(-1) ?? '') ?? null
  for (let day = first; day <= today; day = plusDays(day, 1)) {
    // A day on which nothing changed keeps the size of the day before.
    count = sizes.get(day) ?? count
    const { entered, left } = flow?.get(day) ?? { entered: 0, left: 0 }
    wires.push({ day, start: instantText(startOfLocalDay(day, timeZone)), entered, left, count })
  }
  return { segment, timeZone, days: wires }
}
