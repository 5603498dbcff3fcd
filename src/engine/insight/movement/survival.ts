/** Time to the next purchase, by what is known of customers or by segment. */
import {
  judgeCarriers,
  patienceWithin,
  PRIVACY_FLOOR,
  say,
  type Carrier,
  type Figure,
  type Finding,
  type ReportDraft,
  type ReportTable,
  type Text,
} from '../../../core/insight/index.ts'
import {
  kaplanMeier,
  logRank,
  survivalAt,
  survivalQuantile,
  type LogRank,
  type SurvivalCurve,
} from '../../../core/models/index.ts'
import { printName } from '../../../core/segment/index.ts'
import type { Estimate } from '../../../core/stats/index.ts'
import { sql, value } from '../../../core/sql/index.ts'
import { membersOf } from '../basis/rows.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { segmentName } from '../segments/profile.ts'
import { RELEVANCE_WORDS } from '../segments/written.ts'
import {
  allWaits,
  beginningOf,
  dataStart,
  fromBirth,
  MOST_STEPS,
  survivalOf,
  waits,
  type Beginning,
  type StepRow,
} from '../weak/step-sums.ts'
import { BREAK_WORDS } from '../weak/break-words.ts'
import { usable, valueWaits } from '../weak/value-sums.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { SURVIVAL_WORDS as W } from './survival-words.ts'

/** The report. */
export const SURVIVAL: ReportKind = {
  name: 'survival',
  group: 'movement',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase'],
  parameters: [
    { name: 'after', kind: 'number', label: say(W.after), default: '1', range: [1, MOST_STEPS] },
    { name: 'by', kind: 'trait', label: say(W.by), help: say(W.byHelp) },
    { name: 'segment', kind: 'segment', label: say(W.segment) },
  ],
  make,
}

/** One curve. */
interface Group {
  readonly name: Text
  readonly condition: string | undefined
  readonly rows: readonly StepRow[]
  readonly curve: SurvivalCurve
  readonly others: Estimate
  readonly lost: Estimate
  readonly carrier: Carrier
}

interface Survival {
  readonly step: number
  readonly patience: number
  readonly purchase: string
  readonly what: Text
  readonly all: SurvivalCurve
  readonly groups: readonly Group[]
  readonly test: LogRank
  readonly isSegment: boolean
  readonly isAssumed: boolean
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const step = Math.round(told.number('after') ?? 1)
  const start = await dataStart(context)
  const pooled = kaplanMeier(survivalOf(await allWaits(context)))
  if (start === undefined) return only('none', say(W.none))
  const patience = patienceWithin(pooled, (context.asOf - start) / DAY_MS)?.days
  if (patience === undefined) return only('none', say(W.none))
  const segment = told.text('segment')
  // Who has several values would stand in several groups, which the log-rank test cannot have.
  const characteristics = (await usable(context)).characteristics.filter(({ several }) => !several)
  const { source, countryTrait } = context.meaning
  const by = told.text('by') ?? source?.name ?? countryTrait?.name ?? characteristics[0]?.key ?? ''
  const characteristic = characteristics.find(
    ({ key }) => key === by || key === `step.${by}` || key === `trait:${by}`,
  )
  if (segment === undefined && characteristic === undefined && by !== '') {
    const known = characteristics.map(({ key }) => key.replace(/^step\./, '')).join(', ')
    return only('no-such', say(W.noBy, { name: by, known }))
  }
  const beginning = await beginningOf(context, { start, patience })
  const asked = { step, beginning }
  const drawn =
    segment === undefined
      ? await byCharacteristic(context, asked, characteristic?.key ?? by)
      : await bySegment(context, asked, segment)
  const all = kaplanMeier(survivalOf(drawn.all))
  if (all.n < FEWEST) return only('none', say(W.none))
  const groups = judged(drawn, patience)
  return draft({
    step,
    patience,
    purchase: printName(context.meaning.purchase?.name ?? 'purchase'),
    what: segment === undefined ? (characteristic?.label ?? say(W.group)) : say(W.segmentWord),
    all,
    groups,
    test: logRank(groups.map(({ rows }) => survivalOf(rows))),
    isSegment: segment !== undefined,
    isAssumed: beginning.isAssumed,
  })
}

const FEWEST = 30
const DAY_MS = 86_400_000

function only(code: string, text: Text): ReportDraft {
  return {
    findings: [{ code: `survival/${code}`, tone: 'caution', text }],
    tables: [],
    charts: [],
    method: [],
  }
}

interface Asked {
  readonly step: number
  readonly beginning: Beginning
}

interface Drawn {
  readonly all: readonly StepRow[]
  readonly groups: readonly {
    readonly name: Text
    readonly condition: string | undefined
    readonly rows: readonly StepRow[]
  }[]
}

async function byCharacteristic(
  context: ReportContext,
  { step, beginning }: Asked,
  key: string,
): Promise<Drawn> {
  const found = await valueWaits(context, { steps: [step], beginning, only: key })
  const groups = found.values
    .map(({ value: name, condition, rows }) => ({ name, condition, rows }))
    .filter(({ rows }) => sizeOf(rows) >= FEWEST)
    .slice(0, MOST_GROUPS)
  return { all: found.all, groups }
}

const MOST_GROUPS = 8

async function bySegment(
  context: ReportContext,
  { step, beginning }: Asked,
  segment: string,
): Promise<Drawn> {
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT toUInt8(customer_key IN (${membersOf(context, segment)})) AS member, toInt32(days) AS d, toUInt8(back) AS b, count() AS n
      FROM (${fromBirth(context, waits(context), beginning)}) WHERE step = ${value(step, 'UInt8')} GROUP BY member, d, b`,
  )
  const asRow = (row: Record<string, string | number>): StepRow => ({
    step,
    days: Number(row['d']),
    back: Number(row['b']) === 1,
    customers: Number(row['n']),
  })
  const members = rows.filter((row) => Number(row['member']) === 1).map(asRow)
  const others = rows.filter((row) => Number(row['member']) === 0).map(asRow)
  const groups = [
    { name: segmentName(context, segment), condition: `in segment "${segment}"`, rows: members },
    { name: say(W.others), condition: `not in segment "${segment}"`, rows: others },
  ]
  const shown = groups.filter((group) => sizeOf(group.rows) >= FEWEST)
  return { all: [...members, ...others], groups: shown }
}

function sizeOf(rows: readonly StepRow[]): number {
  return rows.reduce((sum, { customers }) => sum + customers, 0)
}

function judged({ all, groups }: Drawn, patience: number): readonly Group[] {
  const drawn = groups.map((group) => {
    const curve = kaplanMeier(survivalOf(group.rows))
    const rest = [...all, ...group.rows.map((row) => ({ ...row, customers: -row.customers }))]
    const others = survivalAt(kaplanMeier(survivalOf(rest)), patience)
    return { ...group, curve, others, lost: survivalAt(curve, patience) }
  })
  const carriers = judgeCarriers(drawn.map(({ lost, others }) => ({ of: lost, others })))
  return drawn.flatMap((group, i) => {
    const carrier = carriers[i]
    return carrier === undefined ? [] : [{ ...group, carrier }]
  })
}

const share = (one: number): Figure => ({ kind: 'share', value: one })
const days = (one: number): Figure => ({ kind: 'days', value: one })
const count = (one: number): Figure => ({ kind: 'count', value: one })

function draft(found: Survival): ReportDraft {
  const patience = days(found.patience)
  return {
    findings: findings(found),
    tables: [groupTable(found), curveTable(found)],
    charts: [
      {
        kind: 'lines',
        title: say(W.curve),
        table: 'curve',
        x: 'day',
        y: ['notBack'],
        series: 'group',
      },
      { kind: 'dots', title: say(W.median), table: 'groups', x: 'group', y: ['median'] },
    ],
    method: [say(W.method, { patience }), ...(found.isAssumed ? [say(BREAK_WORDS.assumed)] : [])],
  }
}

function findings(found: Survival): readonly Finding[] {
  const { groups, test, what, patience, isSegment } = found
  const out: Finding[] = [overall(found)]
  if (groups.length < 2) return out
  const { statistic, p, degrees } = test
  if (statistic === undefined || p === undefined) {
    out.push({ code: 'survival/unsure', tone: 'caution', text: say(W.unsure, { what }) })
    return out
  }
  const written: Figure = { kind: 'number', value: statistic, digits: 1 }
  const chance: Figure = { kind: 'number', value: Math.max(0.0001, p), digits: 4 }
  const holes = { what, statistic: written, degrees: count(degrees), p: chance }
  if (p >= 0.05) {
    return [...out, { code: 'survival/alike', tone: 'neutral', text: say(W.alike, holes) }]
  }
  out.push({ code: 'survival/differ', tone: 'neutral', text: say(W.differ, holes) })
  // Of a segment only its members are spoken of: the others are the rest of everybody.
  const apart = (isSegment ? groups.slice(0, 1) : groups)
    .filter(({ carrier: { relevance: r } }) => r === 'relevant' || r === 'probably-relevant')
    .toSorted((a, b) => (b.carrier.difference.value ?? 0) - (a.carrier.difference.value ?? 0))
  if (apart.length === 0) {
    const text = say(W.small, { patience: days(patience) })
    out.push({ code: 'survival/small', tone: 'neutral', text })
  }
  const [worst] = apart
  const best = apart.at(-1)
  if (worst !== undefined && (worst.carrier.difference.value ?? 0) > 0)
    out.push(groupFinding(found, worst, 'worst'))
  if (best !== undefined && (best.carrier.difference.value ?? 0) < 0)
    out.push(groupFinding(found, best, 'best'))
  if (isSegment) out.push({ code: 'survival/bias', tone: 'caution', text: say(W.bias) })
  return out
}

function overall({ all, step, patience }: Survival): Finding {
  const median = survivalQuantile(all)
  const lost = survivalAt(all, patience)
  const holes = { step: count(step), lost: share(lost.value ?? 0), patience: days(patience) }
  if (median.value === undefined) {
    return { code: 'survival/all', tone: 'neutral', text: say(W.allLost, holes) }
  }
  const ends = {
    days: days(median.value),
    low: count(median.low ?? median.value),
    high: count(median.high ?? median.value),
  }
  return { code: 'survival/all', tone: 'neutral', text: say(W.all, { ...holes, ...ends }) }
}

function groupFinding(found: Survival, group: Group, which: 'worst' | 'best'): Finding {
  const { lost, others, name, condition } = group
  const text = say(W[which], {
    value: name,
    lost: share(lost.value ?? 0),
    low: share(lost.low ?? lost.value ?? 0),
    high: share(lost.high ?? lost.value ?? 0),
    patience: days(found.patience),
    others: share(others.value ?? 0),
  })
  return {
    code: `survival/${which}`,
    tone: which === 'worst' ? 'bad' : 'good',
    text,
    ...(condition === undefined
      ? {}
      : { definition: `${condition} and count(${found.purchase}) = ${found.step}` }),
  }
}

function groupTable({ all, groups, patience }: Survival): ReportTable {
  const rows = groups.filter(({ curve }) => curve.n >= PRIVACY_FLOOR)
  return {
    name: 'groups',
    title: say(W.groups),
    columns: [
      { key: 'group', title: say(W.group), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...withBounds({ key: 'median', title: say(W.median), kind: 'number' }),
      ...withBounds({ key: 'lost', title: say(W.lost), kind: 'share' }),
      ...withBounds({ key: 'difference', title: say(W.difference), kind: 'share' }),
      { key: 'verdict', title: say(W.verdict), kind: 'text' },
    ],
    rows: [
      {
        group: say(W.everyone),
        customers: all.n,
        ...boundCells('median', survivalQuantile(all)),
        ...boundCells('lost', survivalAt(all, patience)),
        ...boundCells('difference', undefined),
        verdict: null,
      },
      ...rows.map(({ name, curve, lost, carrier }) => ({
        group: name,
        customers: curve.n,
        ...boundCells('median', survivalQuantile(curve)),
        ...boundCells('lost', lost),
        ...boundCells('difference', carrier.difference),
        verdict: say(RELEVANCE_WORDS[carrier.relevance]),
      })),
    ],
  }
}

const POINTS = 40

function curveTable({ all, groups, patience }: Survival): ReportTable {
  const grid = Array.from({ length: POINTS + 1 }, (_, i) => Math.round((i * patience) / POINTS))
  const lines = groups.length > 1 ? groups : [{ name: say(W.everyone), curve: all }]
  return {
    name: 'curve',
    title: say(W.curve),
    columns: [
      { key: 'group', title: say(W.group), kind: 'text' },
      { key: 'day', title: say(W.day), kind: 'count' },
      ...withBounds({ key: 'notBack', title: say(W.notBack), kind: 'share' }),
    ],
    rows: lines.flatMap(({ name, curve }) =>
      [...new Set(grid)].flatMap((day) => {
        const still = survivalAt(curve, day)
        if (still.value === undefined) return []
        return [{ group: name, day, ...boundCells('notBack', still) }]
      }),
    ),
  }
}
