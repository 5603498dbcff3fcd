/** Who is in a segment: what sets its members apart from the others, or from another segment's. */
import {
  asCount,
  asNumber,
  asShare,
  compareGroups,
  pickDifferences,
  PRIVACY_FLOOR,
  say,
  textOf,
  usesOf,
  type Compared,
  type Finding,
  type Picked,
  type ReportChart,
  type ReportDraft,
  type ReportTable,
  type Text,
} from '../../../core/insight/index.ts'
import { printLiteral } from '../../../core/segment/index.ts'
import { appliedDefinitions } from '../../run/index.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { PROFILE_WORDS as W } from './profile-words.ts'
import { groupSums, segmentGroups, type GroupSums } from './sums.ts'
import { aboutText, comparedTable, listed, valuesTable, valueText } from './written.ts'

/** The report. */
export const PROFILE: ReportKind = {
  name: 'profile',
  group: 'segments',
  title: say(W.title),
  about: say(W.about),
  needs: [],
  parameters: [
    { name: 'segment', kind: 'segment', label: say(W.segment), required: true },
    { name: 'against', kind: 'segment', label: say(W.against), help: say(W.againstHelp) },
    { name: 'days', kind: 'number', label: say(W.days), default: '365', range: [7, 3660] },
  ],
  make,
}

interface Profile {
  readonly context: ReportContext
  readonly segment: string
  readonly name: Text
  readonly others: Text
  readonly other: string | undefined
  readonly days: number
  readonly sums: GroupSums
  readonly compared: readonly Compared[]
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const segment = told.text('segment') ?? ''
  const other = told.text('against')
  const days = told.number('days') ?? 365
  const sums = await groupSums(context, segmentGroups(context, segment, other), days)
  const uses = new Set([
    ...(await definitionUses(context, segment)),
    ...(other === undefined ? [] : await definitionUses(context, other)),
  ])
  const compared = compareGroups({ ...sums, uses, against: other === undefined ? 'rest' : 'group' })
  const profile: Profile = {
    context,
    segment,
    name: segmentName(context, segment),
    others: other === undefined ? say(W.rest) : segmentName(context, other),
    other,
    days,
    sums,
    compared,
  }
  const method = say(W.method, { days: { kind: 'days', value: days } })
  const small = tooSmall(profile)
  if (small !== undefined) return { findings: [small], tables: [], charts: [], method: [method] }
  const values = valueTables(profile)
  return {
    findings: findings(profile),
    tables: [largest(profile), numbers(profile), ...values],
    charts: charts(values),
    method: [method, ...(other === undefined ? [say(W.methodRest)] : [say(W.methodGroup)])],
  }
}

/** What the applied definition of a segment asks about; nothing when it cannot be read any more. */
export async function definitionUses(
  { current }: ReportContext,
  segment: string,
): Promise<ReadonlySet<string>> {
  const { definitions } = await appliedDefinitions(current)
  const bound = definitions.get(segment)?.bound
  return bound === undefined ? new Set() : usesOf(bound, (key) => definitions.get(key)?.bound)
}

/** A segment's name in whatever languages its file has; its key otherwise. */
export function segmentName({ current }: ReportContext, key: string): Text {
  const file = current.files.segments.find((one) => one.key === key)
  const name = file === undefined || Object.keys(file.name).length === 0 ? { en: key } : file.name
  return textOf(name)
}

function tooSmall({ sums, name, others, segment }: Profile): Finding | undefined {
  const { of, against } = sums.sizes
  if (of >= PRIVACY_FLOOR && against >= PRIVACY_FLOOR) return undefined
  const which = of < PRIVACY_FLOOR ? name : others
  const floor = { kind: 'count', value: PRIVACY_FLOOR } as const
  return {
    code: 'profile/too-small',
    tone: 'caution',
    text: say(W.tooSmall, { which, floor }),
    segment,
  }
}

const MOST_TOLD = 5

function findings(profile: Profile): readonly Finding[] {
  const { sums, name, others, segment, compared, context } = profile
  const { sizes } = sums
  const picked = pickDifferences(compared, { most: MOST_TOLD, sizes })
  const population = Math.max(1, context.snapshot.population)
  const out: Finding[] = [
    {
      code: 'profile/size',
      tone: 'neutral',
      text: say(W.size, {
        name,
        n: asCount(sizes.of),
        share: asShare(sizes.of / population),
        others,
        m: asCount(sizes.against),
      }),
      segment,
    },
    ...picked.tell.map((one) => difference(one, profile)),
  ]
  if (picked.tell.length === 0) {
    const code = 'profile/nothing-apart'
    out.push({ code, tone: 'caution', text: say(W.nothing, { others }), segment })
  }
  return [...out, ...notes(picked, profile)]
}

function difference(one: Compared, profile: Profile): Finding {
  const { context, others, sums, segment } = profile
  const { currency } = context.current.programme
  const { unit, key } = one.aspect
  const condition = one.value === undefined ? undefined : sums.condition(key, one.value.value)
  const quoted = printLiteral({ kind: 'text', value: segment })
  return {
    code: 'profile/difference',
    tone: 'neutral',
    text: say(one.relevance === 'relevant' ? W.clear : W.probable, {
      what: aboutText(one),
      of: valueText(one.of, unit, currency),
      against: valueText(one.against, unit, currency),
      others,
      apart: asNumber(Math.abs(one.standardised.value ?? 0), 2),
      low: asNumber(Math.min(...bounds(one)), 2),
      high: asNumber(Math.max(...bounds(one)), 2),
      n: { kind: 'count', value: one.of.n },
    }),
    segment,
    ...(condition === undefined ? {} : { definition: `in segment ${quoted} and ${condition}` }),
  }
}

function bounds({ standardised }: Compared): readonly number[] {
  const { low = 0, high = 0, value = 0 } = standardised
  return value < 0 ? [-high, -low] : [low, high]
}

function notes(
  picked: Picked,
  { others, sums, other, segment, context }: Profile,
): readonly Finding[] {
  const { currency } = context.current.programme
  const told = (one: Compared): Text =>
    say(W.figure, {
      what: aboutText(one),
      of: valueText(one.of, one.aspect.unit, currency),
      against: valueText(one.against, one.aspect.unit, currency),
      times: asNumber((one.index.value ?? 0) / 100, 2),
    })
  const out: Finding[] = []
  if (picked.byDefinition.length > 0) {
    const text = say(W.byDefinition, { what: labels(picked.byDefinition) })
    out.push({ code: 'profile/by-definition', tone: 'neutral', text, segment })
  }
  if (picked.proportionate.length > 0) {
    const text = say(W.proportionate, { what: listed(picked.proportionate.map(told)) })
    out.push({ code: 'profile/large-in-proportion', tone: 'neutral', text, segment })
  }
  if (picked.irrelevant.length > 0) {
    const text = say(W.irrelevant, { what: labels(picked.irrelevant) })
    out.push({ code: 'profile/significant-yet-irrelevant', tone: 'neutral', text, segment })
  }
  const [gap] = picked.gaps
  if (gap !== undefined) {
    const text = say(W.gap, {
      what: gap.aspect.label,
      of: { kind: 'share', value: gap.of },
      against: { kind: 'share', value: gap.against },
      others,
      all: labels(picked.gaps.map(({ aspect }) => aspect)),
    })
    out.push({ code: 'profile/unknown', tone: 'caution', text, segment })
  }
  if (other !== undefined && sums.sizes.both > 0) {
    const n = { kind: 'count', value: sums.sizes.both } as const
    out.push({ code: 'profile/both', tone: 'caution', text: say(W.both, { n }), segment })
  }
  return out
}

function labels(aspects: readonly { readonly label: Text }[]): Text {
  return listed(aspects.map(({ label }) => label))
}

const MOST_ROWS = 20

function largest({ compared, others, context }: Profile): ReportTable {
  const rows = compared.filter((one) => !one.hidden).slice(0, MOST_ROWS)
  const { currency } = context.current.programme
  return comparedTable(rows, { name: 'largest', title: say(W.largest), against: others, currency })
}

function numbers({ compared, others, context, sums }: Profile): ReportTable {
  const order = new Map(sums.numbers.map(({ aspect }, i) => [aspect.key, i]))
  const rows = compared
    .filter((one) => one.value === undefined)
    .toSorted((a, b) => (order.get(a.aspect.key) ?? 0) - (order.get(b.aspect.key) ?? 0))
  const { currency } = context.current.programme
  return comparedTable(rows, { name: 'figures', title: say(W.figures), against: others, currency })
}

/** Values by which a customer is known are few; products are many, and only the most telling are shown. */
const MOST_VALUES = 30
/** Bands are shown in their order, everything else by how telling it is. */
const IN_ORDER: ReadonlySet<string> = new Set(['ageBand', 'incomeBand'])

function valueTables({ compared, sums, name, others }: Profile): readonly ReportTable[] {
  return sums.words.flatMap(({ aspect }) => {
    const rows = compared.filter((one) => one.aspect.key === aspect.key && one.value !== undefined)
    if (rows.every((one) => one.hidden)) return []
    const shown = IN_ORDER.has(aspect.key)
      ? rows.toSorted((a, b) => Number(a.value?.value) - Number(b.value?.value))
      : rows.filter((one) => !one.hidden).toSorted((a, b) => telling(b) - telling(a))
    const about = { name: aspect.key, title: aspect.label, here: name, against: others }
    return [valuesTable(shown.slice(0, MOST_VALUES), about)]
  })
}

/** The index by its bound nearer to 100, so that rare values do not top the list by chance. */
function telling({ index }: Compared): number {
  const { low, high } = index
  if (low === undefined || high === undefined) return 0
  return low > 100 ? Math.log(low / 100) : high < 100 ? -Math.log(high / 100) : 0
}

const MOST_CHARTS = 6

function charts(values: readonly ReportTable[]): readonly ReportChart[] {
  return [
    {
      kind: 'dots',
      title: say(W.largest),
      table: 'largest',
      x: 'what',
      y: ['apart'],
      reference: 0,
    },
    ...values
      .filter((table) => table.rows.length <= 12 || table.name === 'category')
      .slice(0, MOST_CHARTS)
      .map(({ name, title }): ReportChart => ({
        kind: 'bars',
        title,
        table: name,
        x: 'value',
        y: ['of', 'against'],
      })),
  ]
}
