/** The base against shares that are known of the market. */
import {
  asShare,
  parseReference,
  PRIVACY_FLOOR,
  say,
  weightsOf,
  type Finding,
  type ReportDraft,
  type ReportTable,
  type Text,
  type ValueCount,
  type WordSums,
} from '../../../core/insight/index.ts'
import { sql } from '../../../core/sql/index.ts'
import { chiSquareTail, driftOf, proportion, type Drift } from '../../../core/stats/index.ts'
import { everybody } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'
import { characteristicsOf } from '../segments/characteristics.ts'
import { withSources } from '../segments/sums.ts'
import { wordSums } from '../segments/words.ts'
import { listed } from '../segments/written.ts'
import { boundCells, withBounds } from '../basis/bounds.ts'
import { REPRESENTATIVE_WORDS as W } from './representative-words.ts'

/** What is compared with what. */
export interface AskReference {
  readonly trait: string | undefined
  readonly reference: string
  readonly days: number
}

/** A value that both sides name. */
interface Side extends ValueCount {
  readonly expected: number
}

export async function againstReference(
  context: ReportContext,
  asked: AskReference,
): Promise<ReportDraft> {
  const shares = parseReference(asked.reference)
  if (shares === undefined) {
    const text = say(W.unreadable, { reference: asked.reference.slice(0, 80) })
    return only({ code: 'representativeness/reference-unreadable', tone: 'caution', text })
  }
  const sums = await countsOf(context, asked)
  if (sums === undefined) {
    const text = say(W.noReferenceTrait)
    return only({ code: 'representativeness/reference-trait', tone: 'caution', text })
  }
  const { sides, left } = matched(sums, shares)
  const n = sides.reduce((sum, { of }) => sum + of, 0)
  const drift = driftOf({
    of: Float64Array.from(sides, ({ of }) => of),
    // A reference is taken as known without error.
    against: Float64Array.from(sides, ({ expected }) => expected * EXACT),
  })
  const chi = sides.reduce(
    (sum, { of, expected }) =>
      expected === 0 ? sum : sum + (of - n * expected) ** 2 / (n * expected),
    0,
  )
  const p = n === 0 ? 1 : chiSquareTail(chi, Math.max(1, sides.length - 1))
  return {
    findings: findings(sums, { sides, left, drift, n }),
    tables: [table(sums, sides, n)],
    charts: [
      {
        kind: 'bars',
        title: sums.aspect.label,
        table: 'reference',
        x: 'value',
        y: ['of', 'expected'],
      },
    ],
    method: [
      say(W.methodReference, {
        chi: { kind: 'number', value: chi, digits: 1 },
        p: p < 0.001 ? '< 0.001' : { kind: 'number', value: p, digits: 3 },
      }),
      say(W.methodWeights),
    ],
  }
}

const EXACT = 1e9

function only(finding: Finding): ReportDraft {
  return { findings: [finding], tables: [], charts: [], method: [] }
}

/** Customers by value of the trait's characteristic; of a birth date the age bands, of an income the fifths. */
async function countsOf(
  context: ReportContext,
  { trait }: AskReference,
): Promise<WordSums | undefined> {
  const { characteristics, sources } = await characteristicsOf(context)
  const one = characteristics.find(
    ({ key, uses }) => trait !== undefined && (key === trait || uses.includes(`trait:${trait}`)),
  )
  if (one === undefined) return undefined
  const groups = sql`SELECT customer_key, toUInt8(1) AS of_, toUInt8(0) AS against_ FROM (${everybody(context)})`
  const { population } = context.snapshot
  const sums = await wordSums(context, withSources(groups, sources.slice(0, 1)), [one])
  return sums({ of: population, against: 0, both: 0 })[0]
}

/** Values by what either side calls them: the value itself or its label, whatever the dashes and capitals. */
function matched(
  { values }: WordSums,
  shares: ReadonlyMap<string, number>,
): { readonly sides: readonly Side[]; readonly left: readonly ValueCount[] } {
  const expected = new Map([...shares].map(([name, share]) => [plain(name), share]))
  const nameOf = (one: ValueCount): string | undefined =>
    [one.value, ...Object.values(one.label)].map(plain).find((name) => expected.has(name))
  const found = new Set<string>()
  const sides: Side[] = []
  const left: ValueCount[] = []
  for (const one of values) {
    const name = nameOf(one)
    if (name === undefined) left.push(one)
    else {
      found.add(name)
      sides.push({ ...one, expected: expected.get(name) ?? 0 })
    }
  }
  for (const [name, share] of shares) {
    if (found.has(plain(name))) continue
    const label: Text = { en: name, 'pt-BR': name, es: name, fr: name }
    sides.push({ value: name, label, of: 0, against: 0, expected: share })
  }
  return { sides, left }
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[–—]/g, '-').replaceAll(/\s/g, '')
}

interface Found {
  readonly sides: readonly Side[]
  readonly left: readonly ValueCount[]
  readonly drift: Drift
  readonly n: number
}

function findings({ aspect }: WordSums, { sides, left, drift, n }: Found): readonly Finding[] {
  const gap = ({ of, expected }: Side): number => Math.abs(of / Math.max(1, n) - expected)
  const worst = sides.toSorted((a, b) => gap(b) - gap(a))[0]
  const holes = {
    what: aspect.label,
    psi: { kind: 'number', value: drift.psi.value ?? 0 },
    worst: worst?.label ?? '',
    of: asShare((worst?.of ?? 0) / Math.max(1, n)),
    against: asShare(worst?.expected ?? 0),
  } as const
  const isSmall = n < PRIVACY_FLOOR || drift.level === 'unsure'
  const words = isSmall
    ? W.unsure
    : drift.level === 'shifted'
      ? W.shifted
      : drift.level === 'watch'
        ? W.watch
        : W.fits
  const tone = isSmall
    ? 'caution'
    : drift.level === 'shifted'
      ? 'bad'
      : drift.level === 'watch'
        ? 'caution'
        : 'good'
  const level = isSmall ? 'unsure' : drift.level
  const out: Finding[] = [
    { code: `representativeness/reference-${level}`, tone, text: say(words, holes) },
  ]
  const outside = left.reduce((sum, { of }) => sum + of, 0)
  if (outside >= PRIVACY_FLOOR) {
    const text = say(W.notInReference, {
      n: { kind: 'count', value: outside },
      values: listed(left.map(({ label }) => label)),
    })
    out.push({ code: 'representativeness/not-in-reference', tone: 'caution', text })
  }
  return out
}

function table({ aspect }: WordSums, sides: readonly Side[], n: number): ReportTable {
  const { strata } = weightsOf(
    sides.map(({ of, expected, value }) => ({ stratum: value, base: expected * n, known: of })),
  )
  return {
    name: 'reference',
    title: aspect.label,
    columns: [
      { key: 'value', title: say(W.value), kind: 'text' },
      { key: 'known', title: say(W.known), kind: 'count' },
      ...withBounds({ key: 'of', title: say(W.knownShare), kind: 'share' }),
      { key: 'expected', title: say(W.expected), kind: 'share' },
      { key: 'weight', title: say(W.weight), kind: 'number' },
      { key: 'capped', title: say(W.capped), kind: 'text' },
    ],
    rows: sides.map(({ label, of, expected }, i) => {
      const isHidden = of > 0 && of < PRIVACY_FLOOR
      return {
        value: label,
        known: isHidden ? null : of,
        ...(isHidden || n === 0 ? { of: null } : boundCells('of', proportion({ hits: of, n }))),
        expected,
        weight: strata[i]?.weight ?? null,
        capped: strata[i]?.isCapped === true ? say(W.yes) : null,
      }
    }),
  }
}
