/** A plan in words close to the language, for people who want to know what will run. */
import { never, type Instant } from '../base/index.ts'
import type { BoundLiteralValue, BoundType, RankBand } from '../segment/index.ts'
import { fixedClock } from './time/clock.ts'
import { edgeAt } from './time/edge.ts'
import { familiesOf, type Family } from './pass/family.ts'
import type { Measure, Test, Value } from './logic/logic.ts'
import type { Plan } from './weave.ts'

/** A distinct measure, where it is computed, and which segments ask for it. */
export interface MeasureReport {
  readonly text: string
  readonly pass: string
  readonly usedBy: readonly string[]
}

/** A pass over one table. */
export interface PassReport {
  readonly name: string
  readonly table: string
  /** What it reads, such as `purchase` or `purchase.item where status = "paid"`. */
  readonly reads: string
  /** The stretch of time, `(2025-06-01T00:00:00.000Z, 2026-06-01T00:00:00.000Z]`. */
  readonly horizon: string
  /** Columns computed for each customer. */
  readonly columns: number
  readonly after: number
  readonly upTo: number
}

export interface PlanReport {
  readonly measures: readonly MeasureReport[]
  readonly passes: readonly PassReport[]
  /** Conditions that are computed once and used more often. */
  readonly sharedTests: readonly string[]
}

/** The plan as plain data, as it runs at an instant. */
export function describePlan(plan: Plan, asOf: Instant): PlanReport {
  const families = familiesOf(plan.aggregates, {
    clock: fixedClock(asOf),
    flips: true,
    rows: plan.rows,
  })
  const passes = families.map((f): PassReport => ({
    name: f.name,
    table: `event_${f.event}`,
    reads: describeReads(f, asOf),
    horizon: horizon(f.after, f.upTo),
    columns: f.aggregates.length,
    after: f.after,
    upTo: f.upTo,
  }))
  if (plan.traits.length > 0)
    passes.push({
      name: 'traits',
      table: 'profile',
      reads: plan.traits.map((t) => t.name).join(', '),
      horizon: horizon(Number.NEGATIVE_INFINITY, asOf),
      columns: plan.traits.length,
      after: Number.NEGATIVE_INFINITY,
      upTo: asOf,
    })
  return {
    measures: plan.measures.map((m) => ({
      text: describeMeasure(m.measure, asOf),
      pass: families.find((f) => m.aggregates.some((a) => f.aggregates.includes(a)))?.name ?? '',
      usedBy: m.usedBy,
    })),
    passes,
    sharedTests: plan.shared.map((s) => describeTest(s.test, asOf)),
  }
}

function describeReads({ event, element, common }: Family, asOf: Instant): string {
  const where =
    common.length === 0 ? '' : ` where ${common.map((t) => describeTest(t, asOf)).join(' and ')}`
  return `${element === undefined ? event : `${event}.${element}`}${where}`
}

function horizon(after: number, upTo: number): string {
  const from = Number.isFinite(after) ? iso(after) : '-∞'
  return `(${from}, ${iso(upTo)}]`
}

function iso(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString()
}

/** `sum(purchase.amount where channel = "web", (2026-05-02T..., 2026-06-01T...])`. */
export function describeMeasure(m: Measure, asOf: Instant): string {
  const source = m.element === undefined ? m.event : `${m.event}.${m.element}`
  const isRow = m.fn === 'first' || m.fn === 'last' || m.fn === 'nth'
  const inside = m.property === undefined || isRow ? source : `${source}.${m.property.name}`
  const where = m.where === undefined ? '' : ` where ${describeTest(m.where, asOf)}`
  const fn = m.n === undefined ? m.fn : `${m.fn} ${m.n}`
  const by = m.per === undefined ? '' : ` by ${m.per.unit} in ${m.per.timeZone}`
  const text = `${fn}(${inside}${by}${where}, ${horizon(edgeAt(m.after, asOf), edgeAt(m.upTo, asOf))})`
  return isRow && m.property !== undefined ? `${text}.${m.property.name}` : text
}

/** A condition in words close to the language; conditions that a definition never wrote are shown as they are computed. */
export function describeTest(test: Test, asOf: Instant): string {
  const value = (v: Value): string => describeValue(v, asOf)
  const inner = (t: Test): string => describeTest(t, asOf)
  switch (test.kind) {
    case 'constant':
      return test.value ? 'everyone' : 'nobody'
    case 'and':
    case 'or':
      return `(${test.of.map(inner).join(` ${test.kind} `)})`
    case 'not':
      return `not ${inner(test.of)}`
    case 'atLeast':
      return `at least ${test.count} of (${test.of.map(inner).join(', ')})`
    case 'compare':
      return `${value(test.left)} ${test.op} ${value(test.right)}`
    case 'in': {
      const options = test.options.map((o) => describeLiteral(o, test.value.type)).join(', ')
      return `${value(test.value)} ${test.negated ? 'not in' : 'in'} (${options})`
    }
    case 'text':
      return `${value(test.value)} ${test.op} ${JSON.stringify(test.text)}`
    case 'list':
      return `${value(test.value)} ${test.op} (${test.options.map((o) => JSON.stringify(o)).join(', ')})`
    case 'known':
      return `${value(test.value)} is known`
    case 'anyElement':
      return `any ${test.element} (${inner(test.where)})`
    case 'sequence': {
      const steps = test.steps.map((s) => {
        const within = s.withinMs === undefined ? '' : ` within ${s.withinMs} ms`
        return `, then ${s.negated ? 'not ' : ''}${value(s.times)}${within}`
      })
      return `sequence(${value(test.first)}${steps.join('')})`
    }
    case 'anniversary':
      return `${value(test.value)} returns within ${test.direction} ${test.days} days in ${test.timeZone}`
    case 'rank':
      return `rank(${value(test.value)}) in ${describeBand(test.band)}`
    default:
      return never(test)
  }
}

function describeBand(band: RankBand): string {
  if (band.kind === 'quantile') return `${band.from} to ${band.to} of ${band.parts}`
  return `${band.kind} ${band.count} ${band.of}`
}

function describeValue(v: Value, asOf: Instant): string {
  const value = (of: Value): string => describeValue(of, asOf)
  switch (v.kind) {
    case 'missing':
      return 'missing'
    case 'literal':
      return describeLiteral(v.value, v.type)
    case 'trait':
    case 'property':
      return v.name
    case 'measure':
      return describeMeasure(v.measure, asOf)
    case 'daysFromInstant':
    case 'daysFromDate':
      return `days since ${value(v.of)}`
    case 'yearsFromDate':
      return `years since ${value(v.of)}`
    case 'msFromInstant':
      return `time since ${value(v.of)}`
    case 'edge':
      return iso(edgeAt(v.edge, asOf))
    case 'edgeDay':
      return `day of ${iso(edgeAt(v.edge, asOf))} in ${v.timeZone}`
    case 'startOfDay':
      return `start of ${value(v.of)} in ${v.timeZone}`
    case 'localDate':
      return `day of ${value(v.of)} in ${v.timeZone}`
    case 'calendarPart':
      return `${v.part} of ${value(v.of)}${v.part === 'hour' ? ` in ${v.timeZone}` : ''}`
    case 'eventTime':
      return 'event time'
    case 'arithmetic':
      return `(${value(v.left)} ${v.op} ${value(v.right)})`
    case 'negate':
      return `-${value(v.of)}`
    case 'distance':
      return `distance(${value(v.of)}, (${v.latitude}, ${v.longitude}))`
    case 'extreme':
      return `${v.op} of (${v.parts.map(value).join(', ')})`
    case 'score':
      return `score(${v.name})`
    case 'listed':
      return `in list ${JSON.stringify(v.list)}`
    case 'bucket':
      return `bucket(${JSON.stringify(v.salt)})`
    case 'stateSince':
      return `start of ${describeTest(v.where, asOf)}`
    default:
      return never(v)
  }
}

function describeLiteral(v: BoundLiteralValue, type: BoundType): string {
  if (typeof v === 'number') return type === 'instant' ? iso(v) : String(v)
  return type === 'text' ? JSON.stringify(v) : String(v)
}
