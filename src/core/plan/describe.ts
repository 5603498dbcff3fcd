/** A plan in words close to the language, for people who want to know what will run. */
import { never } from '../base/index.ts'
import type { BoundLiteralValue, BoundType } from '../segment/index.ts'
import type { Family } from './family.ts'
import type { Measure, Test, Value } from './logic.ts'
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

/** The plan as plain data. */
export function describePlan(plan: Plan): PlanReport {
  const passes = plan.families.map((f): PassReport => ({
    name: f.name,
    table: `event_${f.event}`,
    reads: describeReads(f),
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
      horizon: horizon(Number.NEGATIVE_INFINITY, plan.asOf),
      columns: plan.traits.length,
      after: Number.NEGATIVE_INFINITY,
      upTo: plan.asOf,
    })
  return {
    measures: plan.measures.map((m) => ({
      text: describeMeasure(m.measure),
      pass: m.family,
      usedBy: m.usedBy,
    })),
    passes,
    sharedTests: plan.shared.map((s) => describeTest(s.test)),
  }
}

function describeReads({ event, element, common }: Family): string {
  const where = common.length === 0 ? '' : ` where ${common.map(describeTest).join(' and ')}`
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
export function describeMeasure(m: Measure): string {
  const source = m.element === undefined ? m.event : `${m.event}.${m.element}`
  const isRow = m.fn === 'first' || m.fn === 'last'
  const inside = m.property === undefined || isRow ? source : `${source}.${m.property.name}`
  const where = m.where === undefined ? '' : ` where ${describeTest(m.where)}`
  const text = `${m.fn}(${inside}${where}, ${horizon(m.after, m.upTo)})`
  return isRow && m.property !== undefined ? `${text}.${m.property.name}` : text
}

/** A condition in words close to the language; conditions that a definition never wrote are shown as they are computed. */
export function describeTest(test: Test): string {
  switch (test.kind) {
    case 'constant':
      return test.value ? 'everyone' : 'nobody'
    case 'and':
    case 'or':
      return `(${test.of.map(describeTest).join(` ${test.kind} `)})`
    case 'not':
      return `not ${describeTest(test.of)}`
    case 'atLeast':
      return `at least ${test.count} of (${test.of.map(describeTest).join(', ')})`
    case 'compare':
      return `${describeValue(test.left)} ${test.op} ${describeValue(test.right)}`
    case 'in': {
      const options = test.options.map((o) => describeLiteral(o, test.value.type)).join(', ')
      return `${describeValue(test.value)} ${test.negated ? 'not in' : 'in'} (${options})`
    }
    case 'text':
      return `${describeValue(test.value)} ${test.op} ${JSON.stringify(test.text)}`
    case 'list':
      return `${describeValue(test.value)} ${test.op} (${test.options.map((o) => JSON.stringify(o)).join(', ')})`
    case 'known':
      return `${describeValue(test.value)} is known`
    case 'anyElement':
      return `any ${test.element} (${describeTest(test.where)})`
    default:
      return never(test)
  }
}

function describeValue(v: Value): string {
  switch (v.kind) {
    case 'missing':
      return 'missing'
    case 'literal':
      return describeLiteral(v.value, v.type)
    case 'trait':
    case 'property':
      return v.name
    case 'measure':
      return describeMeasure(v.measure)
    case 'daysFromInstant':
    case 'daysFromDate':
      return `days since ${describeValue(v.of)}`
    case 'yearsFromDate':
      return `years since ${describeValue(v.of)}`
    case 'msFromInstant':
      return `time since ${describeValue(v.of)}`
    case 'startOfDay':
      return `start of ${describeValue(v.of)} in ${v.timeZone}`
    case 'localDate':
      return `day of ${describeValue(v.of)} in ${v.timeZone}`
    case 'arithmetic':
      return `(${describeValue(v.left)} ${v.op} ${describeValue(v.right)})`
    case 'negate':
      return `-${describeValue(v.of)}`
    default:
      return never(v)
  }
}

function describeLiteral(v: BoundLiteralValue, type: BoundType): string {
  if (typeof v === 'number') return type === 'instant' ? iso(v) : String(v)
  return type === 'text' ? JSON.stringify(v) : String(v)
}
