/** Moves between segments from one instant to another. */
import {
  netMoves,
  PRIVACY_FLOOR,
  say,
  type Figure,
  type Finding,
  type Move,
  type NetMove,
  type ReportDraft,
  type ReportTable,
  type Text,
  type Texts,
} from '../../../core/insight/index.ts'
import { MS_PER_DAY } from '../../../core/base/index.ts'
import { proportion } from '../../../core/stats/index.ts'
import { raw, sql } from '../../../core/sql/index.ts'
import { everybody } from '../basis/rows.ts'
import type { PastState } from '../../run/index.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { segmentName } from '../segments/profile.ts'
import { listed } from '../segments/written.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { FLOW_WORDS as W } from './flow-words.ts'
import { chosenSegments, firstState, knownThen, readable, stateThen } from './states.ts'

/** The report. */
export const FLOWS: ReportKind = {
  name: 'flows',
  group: 'movement',
  title: say(W.title),
  about: say(W.about),
  needs: [],
  parameters: [
    { name: 'days', kind: 'number', label: say(W.days), default: '90', range: [1, 1830] },
    { name: 'segments', kind: 'segments', label: say(W.segments), help: say(W.segmentsHelp) },
  ],
  make,
}

/** More than this many states make a picture that nobody reads. */
const MOST_SEGMENTS = 8

interface Flows {
  readonly names: readonly Text[]
  readonly segments: readonly string[]
  readonly moves: readonly Move[]
  readonly sizes: ReadonlyMap<number, number>
  readonly lacking: readonly string[]
  /** What the two sides are called: each with its day. */
  readonly sides: { readonly from: Text; readonly to: Text }
}

/** States that are no segments: in none of them; not known then. */
const NONE = -1
const FRESH = -2

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const chosen = chosenSegments(context, told.text('segments'), MOST_SEGMENTS)
  if ('unknown' in chosen) {
    return only('unknown', say(W.unknown, { name: chosen.unknown }))
  }
  const then = context.asOf - (told.number('days') ?? 90) * MS_PER_DAY
  const { past, segments, lacking } = await readable(context, chosen.keys, then)
  if (segments.length === 0) return only('none', say(W.none))
  const now = await stateThen(context, segments, context.asOf)
  const [before, after] = [firstState(past.members), firstState(now.members)]
  const none = raw(String(NONE))
  const rows = await context.query<{ a: number; b: number; n: string }>(
    sql`SELECT if(e.customer_key IN (${knownThen(context, then)}), ifNull(p.state, ${none}), ${raw(String(FRESH))}) AS a, ifNull(q.state, ${none}) AS b, count() AS n
      FROM (${everybody(context)}) AS e
      ANY LEFT JOIN (${before}) AS p ON e.customer_key = p.customer_key
      ANY LEFT JOIN (${after}) AS q ON e.customer_key = q.customer_key GROUP BY a, b`,
  )
  const moves = rows.map(({ a, b, n }) => ({
    from: Number(a),
    to: Number(b),
    customers: Number(n),
  }))
  const sizes = new Map<number, number>()
  for (const { from, customers } of moves) sizes.set(from, (sizes.get(from) ?? 0) + customers)
  const names = segments.map((key) => segmentName(context, key))
  const { timeZone } = context.current.programme
  const found: Flows = {
    names,
    segments,
    moves,
    sizes,
    lacking,
    sides: { from: onDay(W.from, then, timeZone), to: onDay(W.to, context.asOf, timeZone) },
  }
  return {
    findings: findings(found),
    tables: [table(found)],
    charts: [
      {
        kind: 'flow',
        title: say(W.flows),
        table: 'moves',
        x: 'from',
        y: ['customers'],
        series: 'to',
      },
      { kind: 'heat', title: say(W.share), table: 'moves', x: 'to', y: ['share'], series: 'from' },
    ],
    method: [readingWords(found, past, { value: then, timeZone }), say(W.method)],
  }
}

function onDay(title: Texts, at: number, timeZone: string): Text {
  return say(title, { date: { kind: 'date', value: at, timeZone } })
}

/** How the past was read. */
function readingWords(
  { names }: Flows,
  { readings }: PastState,
  at: { readonly value: number; readonly timeZone: string },
): Text {
  const date = { kind: 'date', ...at } as const
  const held = names.filter((_, place) => readings[place] === 'held')
  if (held.length === names.length) return say(W.thenHeld, { date })
  if (held.length === 0) return say(W.thenRecomputed, { date })
  return say(W.thenBoth, { date, held: listed(held) })
}

function only(code: string, text: Text): ReportDraft {
  const finding = { code: `flows/${code}`, tone: 'caution', text } as const
  return { findings: [finding], tables: [], charts: [], method: [] }
}

function nameOf({ names }: Flows, state: number): Text {
  return names[state] ?? say(state === FRESH ? W.fresh : W.noneOfThem)
}

const MOST_TOLD = 5

function findings(found: Flows): readonly Finding[] {
  const { moves, sizes, lacking } = found
  const settled = moves.filter(({ from }) => from !== FRESH)
  const moved = netMoves(settled, sizes)
    .filter((one) => one.adjustedP <= 0.05 && one.there >= PRIVACY_FLOOR)
    .slice(0, MOST_TOLD)
  const stay = settled.reduce((sum, m) => (m.from === m.to ? sum + m.customers : sum), 0)
  const n = settled.reduce((sum, m) => sum + m.customers, 0)
  const kept = proportion({ hits: stay, n })
  return [
    ...moved.map((one) => moveFinding(found, one)),
    ...(moved.length === 0
      ? [{ code: 'flows/still', tone: 'neutral', text: say(W.still) } as const]
      : []),
    ...(kept.value === undefined
      ? []
      : [
          {
            code: 'flows/kept',
            tone: 'neutral',
            text: say(W.kept, {
              share: share(kept.value),
              low: share(kept.low ?? kept.value),
              high: share(kept.high ?? kept.value),
            }),
          } as const,
        ]),
    ...(lacking.length === 0
      ? []
      : [
          {
            code: 'flows/lacking',
            tone: 'caution',
            text: say(W.lacking, { names: lacking.join(', ') }),
          } as const,
        ]),
  ]
}

const share = (value: number): Figure => ({ kind: 'share', value })
const count = (value: number): Figure => ({ kind: 'count', value })

function moveFinding(found: Flows, one: NetMove): Finding {
  const { there, back, share: went } = one
  const target = found.segments[one.to]
  const text = say(W.moved, {
    from: nameOf(found, one.from),
    to: nameOf(found, one.to),
    there: count(there),
    back: back < PRIVACY_FLOOR ? `< ${PRIVACY_FLOOR}` : count(back),
    share: share(went.value ?? 0),
    low: share(went.low ?? 0),
    high: share(went.high ?? 0),
  })
  return {
    code: 'flows/moved',
    tone: 'neutral',
    text,
    ...(target === undefined ? {} : { segment: target, definition: `in segment "${target}"` }),
  }
}

function table(found: Flows): ReportTable {
  const rows = found.moves
    .filter(({ customers }) => customers >= PRIVACY_FLOOR)
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
  return {
    name: 'moves',
    title: say(W.flows),
    columns: [
      { key: 'from', title: found.sides.from, kind: 'text' },
      { key: 'to', title: found.sides.to, kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...withBounds({ key: 'share', title: say(W.share), kind: 'share' }),
    ],
    rows: rows.map(({ from, to, customers }) => ({
      from: nameOf(found, from),
      to: nameOf(found, to),
      customers,
      ...boundCells('share', proportion({ hits: customers, n: found.sizes.get(from) ?? 0 })),
    })),
  }
}
