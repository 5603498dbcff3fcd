/** Clusters as definitions: boxes of a shallow tree in the segment language and as SQL, and how faithful they are to everybody. */
import {
  clusterRules,
  fidelityOf,
  type Box,
  type ClusterRules,
  type RuleMeasure,
} from '../../../../core/models/index.ts'
import { printLiteral, printName } from '../../../../core/segment/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { Estimate } from '../../../../core/stats/index.ts'
import { digits } from '../measures/number.ts'

/** Something that rules may ask about: a number, or whether a trait has a value. */
export type RuleSubject =
  | {
      readonly kind: 'number'
      readonly name: string
      readonly text: string
      readonly column: string
      readonly values: Float64Array
    }
  | {
      readonly kind: 'level'
      readonly name: string
      readonly column: string
      readonly level: string
      readonly texts: readonly string[]
    }

/** A level that fewer of the sample have is no part of a rule. */
const MOST_LEVELS = 8

/** A trait's most frequent values, as questions. */
export function levelsOf(trait: {
  readonly name: string
  readonly column: string
  readonly texts: readonly string[]
}): readonly RuleSubject[] {
  const counts = new Map<string, number>()
  for (const text of trait.texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_LEVELS)
    .map(([level]) => ({ kind: 'level', level, ...trait }))
}

/** Rules for the labels of the sample. A level is asked as 0 or 1. */
export function rulesFor(
  subjects: readonly RuleSubject[],
  of: { readonly labels: Int32Array; readonly k: number; readonly seed: number },
): ClusterRules {
  const measures = subjects.map((subject, i): RuleMeasure => {
    const name = String(i)
    if (subject.kind === 'number') return { name, values: subject.values }
    const { texts, level } = subject
    return {
      name,
      values: Float64Array.from(texts, (text) =>
        text === '' ? Number.NaN : text === level ? 1 : 0,
      ),
    }
  })
  // Three questions part eight groups at most, and few of them well.
  return clusterRules(measures, of.labels, { k: of.k, seed: of.seed, depth: of.k > 4 ? 4 : 3 })
}

/**
 * The boxes in the segment language; `among` is the condition for being looked at at all. `named`: with the measures they use
 * named first, to be read and kept; else everything on one line.
 */
export function definitionOf(
  boxes: readonly Box[],
  subjects: readonly RuleSubject[],
  how: { readonly among: string | undefined; readonly isNamed: boolean },
): string | undefined {
  const { among, isNamed } = how
  const used = new Set(boxes.flatMap((box) => box.map(({ measure }) => Number(measure))))
  const heads = [...used]
    .sort((a, b) => a - b)
    .flatMap((i) => {
      const subject = subjects[i]
      return isNamed && subject?.kind === 'number' && subject.text !== printName(subject.name)
        ? [`measure ${printName(subject.name)} = ${subject.text}`]
        : []
    })
  const parts = boxes.map((box) =>
    box.map((one) => conditionText(one, subjects, isNamed)).join(' and '),
  )
  if (parts.length === 0 || parts.some((part) => part === '')) return undefined
  const either =
    parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(' or ')
  const whole =
    among === undefined || among === 'everyone'
      ? either
      : `(${among}) and ${parts.length === 1 ? either : `(${either})`}`
  return [...heads, whole].join('\n')
}

function conditionText(
  { measure, op, threshold }: Box[number],
  subjects: readonly RuleSubject[],
  isNamed: boolean,
): string {
  const subject = subjects[Number(measure)]
  if (subject === undefined) return ''
  if (subject.kind === 'number') {
    return `${isNamed ? printName(subject.name) : subject.text} ${op} ${plain(threshold)}`
  }
  const level = printLiteral({ kind: 'text', value: subject.level })
  return `${printName(subject.name)} ${op === '>=' ? '=' : '!='} ${level}`
}

/** Thresholds are round, but doubles: the language takes six decimals. */
function plain(x: number): string {
  return String(Number(x.toFixed(6)))
}

/** Which cluster's rule takes a customer in, 1.. in the order of the rules, 0 for none; over the columns of the values. */
export function ruledBy(rules: readonly (readonly Box[])[], subjects: readonly RuleSubject[]): Sql {
  const cases = rules.flatMap((boxes, i) =>
    boxes.length === 0 ? [] : [sql`${anyOf(boxes, subjects)}, ${raw(String(i + 1))}`],
  )
  return cases.length === 0 ? raw('0') : sql`multiIf(${join(cases, ', ')}, 0)`
}

function anyOf(boxes: readonly Box[], subjects: readonly RuleSubject[]): Sql {
  const each = boxes.map(
    (box) => sql`(${join([raw('1'), ...box.map((one) => conditionSql(one, subjects))], ' AND ')})`,
  )
  return sql`(${join(each, ' OR ')})`
}

function conditionSql(
  { measure, op, threshold }: Box[number],
  subjects: readonly RuleSubject[],
): Sql {
  const subject = subjects[Number(measure)]
  if (subject === undefined) return raw('0')
  const x = id(subject.column)
  if (subject.kind === 'number') {
    return sql`ifNull(${x} ${raw(op)} ${digits(Number(threshold.toFixed(6)))}, 0)`
  }
  const level = value(subject.level, 'String')
  return op === '>=' ? sql`(${x} = ${level})` : sql`(${x} != ${level} AND ${x} != '')`
}

/** How a rule does on everybody. */
export interface Fidelity {
  readonly precision: Estimate
  readonly recall: Estimate
  readonly kappa: Estimate
}

/** Fidelity of each rule from counts of (cluster, rule), both from 1, 0 for none; `n` customers in all. */
export function fidelities(
  counts: readonly { readonly place: number; readonly rule: number; readonly n: number }[],
  k: number,
): readonly Fidelity[] {
  const table = new Float64Array(k * (k + 1))
  let n = 0
  for (const { place, rule, n: size } of counts) {
    if (place < 1 || place > k) continue
    const at = (place - 1) * (k + 1) + (rule < 1 ? k : rule - 1)
    table[at] = (table[at] as number) + size
    n += size
  }
  return Array.from({ length: k }, (_, label) => fidelityOf(table, k, label, n))
}
