/** What customers take beside what they leave: by segment, by tenth, and who leaves nothing. */
import {
  heavyFew,
  PRIVACY_FLOOR,
  ratioOfTotals,
  say,
  type Figure,
  type Finding,
  type ReportColumn,
  type ReportDraft,
  type ReportTable,
  type Text,
} from '../../../core/insight/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { mean, type Estimate } from '../../../core/stats/index.ts'
import { segmentsAsking } from '../basis/defined.ts'
import { EVERYBODY, groupsOf, type Group } from '../basis/groups.ts'
import { quotedPhrase, spendPhrase } from '../basis/phrases.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { spendingOf } from '../costs/costs.ts'
import { spendingCharts, spendingTables } from '../costs/tables.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { listed } from '../segments/written.ts'
import {
  driversOf,
  serveByGroup,
  serveByTenth,
  serveTails,
  TAKEN,
  type Driver,
  type ServeSums,
} from './serve-sums.ts'
import { SERVE_WORDS as W } from './serve-words.ts'

/** The report. */
export const COST_TO_SERVE: ReportKind = {
  name: 'cost-to-serve',
  group: 'money',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase', 'amount'],
  parameters: [
    { name: 'days', kind: 'number', label: say(W.days), default: '365', range: [1, 3660] },
  ],
  make,
}

interface Row {
  readonly group: Group
  readonly sums: ServeSums
}

interface Serving {
  readonly context: ReportContext
  readonly days: number
  readonly drivers: readonly Driver[]
  readonly everybody: ServeSums
  readonly rows: readonly Row[]
  readonly tenths: readonly ServeSums[]
  readonly tails: Awaited<ReturnType<typeof serveTails>>
  /** Segments made of discounts or rewards. */
  readonly gifted: ReadonlySet<string>
}

/** What definitions ask when they ask about gifts. */
function giftUses({ meaning: { discount, redeemed } }: ReportContext): ReadonlySet<string> {
  return new Set([
    ...(discount === undefined ? [] : [`event:${discount.event.name}.${discount.property.name}`]),
    ...(redeemed === undefined ? [] : [`event:${redeemed.name}`]),
  ])
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const days = told.number('days') ?? 365
  const { costs } = context.current.programme.catalogue
  const spending = costs === undefined ? undefined : await spendingOf(context, costs, days)
  const drivers = await driversOf(context, days, spending)
  if (drivers.length === 0) return alone('nothing', say(W.nothing))
  const [groups, tenths, tails, gifted] = await Promise.all([
    serveByGroup(context, drivers, days),
    serveByTenth(context, drivers, days),
    serveTails(context, drivers, days),
    segmentsAsking(context, (use) => giftUses(context).has(use)),
  ])
  const everybody = groups.get(EVERYBODY)
  if (everybody === undefined || tenths.length === 0)
    return alone('none', say(W.none, { days: { kind: 'days', value: days } }))
  const rows = groupsOf(context).flatMap((group): readonly Row[] => {
    const sums = groups.get(group.number)
    return sums === undefined || sums.customers < PRIVACY_FLOOR ? [] : [{ group, sums }]
  })
  const serving: Serving = { context, days, drivers, everybody, rows, tenths, tails, gifted }
  const hasMargin = drivers.some(({ key }) => key === 'margin')
  const hasGifts = drivers.some(({ isGift }) => isGift)
  return {
    findings: findings(serving),
    tables: [
      segmentTable(serving),
      tenthTable(serving),
      ...(spending === undefined ? [] : spendingTables(spending)),
    ],
    charts: [
      {
        kind: 'bars',
        title: say(W.tenths),
        table: 'tenths',
        x: 'tenth',
        y: hasMargin ? ['margin'] : drivers.filter(({ isGift }) => isGift).map(({ key }) => key),
      },
      ...(hasGifts
        ? [
            {
              kind: 'dots',
              title: say(W.gift),
              table: 'segments',
              x: 'segment',
              y: ['gift'],
            } as const,
          ]
        : []),
      ...(spending === undefined ? [] : spendingCharts(spending)),
    ],
    method: [say(W.method, { days: { kind: 'days', value: days } })],
  }
}

function alone(code: string, text: Text): ReportDraft {
  const finding: Finding = { code: `cost-to-serve/${code}`, tone: 'caution', text }
  return { findings: [finding], tables: [], charts: [], method: [] }
}

function findings(serving: Serving): readonly Finding[] {
  return [
    ...losingFinding(serving),
    totalFinding(serving),
    ...giftFinding(serving),
    ...heavyFinding(serving),
    ...takenFinding(serving),
    ...dearestFinding(serving),
    ...marginFinding(serving),
    ...missingFinding(serving),
  ]
}

function missingFinding({ drivers }: Serving): readonly Finding[] {
  const has = (key: Driver['key']): boolean => drivers.some((driver) => driver.key === key)
  if (has('margin')) return []
  const [code, words] = has('cost')
    ? (['cost-to-serve/no-model', W.noModel] as const)
    : (['cost-to-serve/no-costs', W.noCosts] as const)
  return [{ code, tone: 'caution', text: say(words) }]
}

function money({ context }: Serving, value: number | undefined): Figure {
  return { kind: 'money', value: value ?? 0, currency: context.current.programme.currency }
}

const count = (value: number): Figure => ({ kind: 'count', value })
const share = (value: number | undefined): Figure => ({ kind: 'share', value: value ?? 0 })

function totalFinding(serving: Serving): Finding {
  const { drivers, everybody, days } = serving
  const what = drivers.map(({ label, kind }, i) => {
    const sum = everybody.each[i]?.sum ?? 0
    return say(W.totalOne, { label, value: kind === 'count' ? count(sum) : money(serving, sum) })
  })
  const text = say(W.total, { days: { kind: 'days', value: days }, what: listed(what, 7) })
  return { code: 'cost-to-serve/total', tone: 'neutral', text }
}

function giftFinding(serving: Serving): readonly Finding[] {
  const { everybody } = serving
  const { value, low, high } = ratioOfTotals(everybody.gifts)
  if (value === undefined || value <= 0) return []
  const given = money(serving, everybody.gifts.part)
  const text = say(W.gifts, {
    share: share(value),
    low: share(low),
    high: share(high),
    money: given,
  })
  return [{ code: 'cost-to-serve/gifts', tone: 'neutral', text, money: everybody.gifts.part }]
}

function heavyFinding({ context, tails, days }: Serving): readonly Finding[] {
  const { ticket } = context.meaning
  const found = heavyFew(tails.tickets, context.snapshot.population)
  if (found === undefined || ticket === undefined || found.customers < PRIVACY_FLOOR) return []
  const text = say(W.heavy, {
    n: count(found.customers),
    share: share(found.ofCustomers),
    held: share(found.held),
    from: count(found.from),
  })
  const definition = `count(${printName(ticket.name)}, last ${days} days) >= ${found.from}`
  return [{ code: 'cost-to-serve/heavy', tone: 'bad', text, definition }]
}

function losingFinding(serving: Serving): readonly Finding[] {
  const { tails, drivers } = serving
  const score = drivers.find(({ key }) => key === 'margin')?.score
  if (tails.losing === undefined || score === undefined) return []
  const { n, lost } = tails.losing
  if (n < PRIVACY_FLOOR)
    return [{ code: 'cost-to-serve/no-losing', tone: 'good', text: say(W.noLosing) }]
  const definition = `score(${score.split('.').map(printName).join('.')}) < 0`
  const text = say(W.losing, { n: count(n), lost: money(serving, lost) })
  return [{ code: 'cost-to-serve/losing', tone: 'bad', text, definition, money: lost }]
}

function takenFinding(serving: Serving): readonly Finding[] {
  const { tails, drivers, context, days } = serving
  const { n, gifts, net } = tails.taken
  const spend = spendPhrase(context.meaning, days)
  if (n < PRIVACY_FLOOR || spend === undefined) return []
  const given = drivers.flatMap(({ isGift, phrase }) =>
    isGift && phrase !== undefined ? [phrase] : [],
  )
  const sum = given.length > 1 ? `(${given.join(' + ')})` : (given[0] ?? '')
  const definition = `${given.join(' + ')} > 0 and ${sum} >= ${TAKEN} * ${spend.phrase}`
  const text = say(W.taken, {
    n: count(n),
    half: share(TAKEN),
    gifts: money(serving, gifts),
    net: money(serving, net),
  })
  return [{ code: 'cost-to-serve/taken', tone: 'bad', text, definition, money: gifts }]
}

/** The segment that surely takes more than everybody, by the lower bound. */
function dearestFinding(serving: Serving): readonly Finding[] {
  const base = ratioOfTotals(serving.everybody.gifts)
  const [dearest] = serving.rows
    .filter(({ group: { segment } }) => segment !== undefined && !serving.gifted.has(segment))
    .map(({ group, sums }) => ({ group, gift: ratioOfTotals(sums.gifts) }))
    .filter(({ gift }) => gift.status === 'ok' && (gift.low ?? 0) > (base.high ?? Infinity))
    .toSorted((a, b) => (b.gift.low ?? 0) - (a.gift.low ?? 0))
  if (dearest === undefined) return []
  const { group, gift } = dearest
  const text = say(W.dearest, {
    name: group.name,
    share: share(gift.value),
    low: share(gift.low),
    high: share(gift.high),
    base: share(base.value),
  })
  return [{ code: 'cost-to-serve/dearest', tone: 'neutral', text, ...segmentOf(group) }]
}

function segmentOf({ segment = '' }: Group): { segment: string; definition: string } {
  return { segment, definition: `in segment ${quotedPhrase(segment)}` }
}

function marginFinding(serving: Serving): readonly Finding[] {
  const at = serving.drivers.findIndex(({ key }) => key === 'margin')
  if (at < 0) return []
  const of = (sums: ServeSums): Estimate => mean(sums.each[at] ?? { n: 0, sum: 0, sumSquares: 0 })
  const base = of(serving.everybody)
  const [least] = serving.rows
    .filter(({ group }) => group.segment !== undefined)
    .map(({ group, sums }) => ({ group, margin: of(sums) }))
    .filter(({ margin }) => (margin.high ?? Infinity) < (base.low ?? -Infinity))
    .toSorted((a, b) => (a.margin.high ?? 0) - (b.margin.high ?? 0))
  if (least === undefined) return []
  const { group, margin } = least
  const text = say(W.leastMargin, {
    name: group.name,
    value: money(serving, margin.value),
    low: money(serving, margin.low),
    high: money(serving, margin.high),
    base: money(serving, base.value),
  })
  return [{ code: 'cost-to-serve/least-margin', tone: 'neutral', text, ...segmentOf(group) }]
}

function columns({ drivers }: Serving): readonly ReportColumn[] {
  return [
    { key: 'customers', title: say(W.customers), kind: 'count' },
    ...withBounds({ key: 'net', title: say(W.net), kind: 'money' }),
    ...drivers.flatMap(({ key, label, kind }) =>
      withBounds({ key, title: label, kind: kind === 'money' ? 'money' : 'number' }),
    ),
    ...(drivers.some(({ isGift }) => isGift)
      ? withBounds({ key: 'gift', title: say(W.gift), kind: 'share' })
      : []),
  ]
}

function cells({ drivers }: Serving, sums: ServeSums) {
  const each = drivers.map(({ key }, i) =>
    boundCells(key, mean(sums.each[i] ?? { n: 0, sum: 0, sumSquares: 0 })),
  )
  return {
    customers: sums.customers,
    ...boundCells('net', mean(sums.net)),
    ...(Object.assign({}, ...each) as ReturnType<typeof boundCells>),
    ...(drivers.some(({ isGift }) => isGift) ? boundCells('gift', ratioOfTotals(sums.gifts)) : {}),
  }
}

function segmentTable(serving: Serving): ReportTable {
  return {
    name: 'segments',
    title: say(W.segments),
    columns: [{ key: 'segment', title: say(W.segment), kind: 'text' }, ...columns(serving)],
    rows: serving.rows.map(({ group, sums }) => ({ segment: group.name, ...cells(serving, sums) })),
  }
}

function tenthTable(serving: Serving): ReportTable {
  return {
    name: 'tenths',
    title: say(W.tenths),
    columns: [{ key: 'tenth', title: say(W.tenth), kind: 'count' }, ...columns(serving)],
    rows: serving.tenths.map((sums, i) =>
      sums.customers < PRIVACY_FLOOR
        ? { tenth: i + 1, customers: null }
        : { tenth: i + 1, ...cells(serving, sums) },
    ),
  }
}
