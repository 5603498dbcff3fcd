/** Does a segment, or a score that it asks for, stand for something protected? */
import {
  asShare,
  gradeFair,
  PRIVACY_FLOOR,
  say,
  strengthOf,
  textOf,
  type Finding,
  type ProxyLevel,
  type ReportTable,
  type Text,
} from '../../../../core/insight/index.ts'
import { boundCells, withBounds } from '../../basis/bounds.ts'
import { protectedTraits } from '../../model/learned/features.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { Answer } from '../answer.ts'
import { finding, type Asked } from '../answers.ts'
import { FAIR_WORDS as W } from './fair-words.ts'
import { proxiesOfGroups, proxiesOfScore, type Proxies, type ProxyRow } from './proxies.ts'
import { listed } from '../written.ts'

/** The answer, and what it rests on. */
export interface FairAnswer {
  readonly answer: Answer
  readonly proxies: Proxies
  /** Of each score that the definition asks for. */
  readonly scores: ReadonlyMap<string, Proxies>
}

/** Looked at of one definition; the others are in the report on all of them. */
const MOST_SCORES = 5
const MOST_TOLD = 2

/** Scores of the catalogue that a definition asks for. */
export function scoresAsked(uses: ReadonlySet<string>): readonly string[] {
  return [...uses]
    .filter((use) => use.startsWith('score:'))
    .map((use) => use.slice('score:'.length))
}

/** Cost: one pass over the profiles, and for each score asked for one more and two over the score. */
export async function fair({ context, subject }: Asked): Promise<FairAnswer> {
  const { key: segment, uses, name } = subject
  const proxies = await proxiesOfGroups(context, subject.groups)
  const scores = new Map<string, Proxies>()
  for (const score of scoresAsked(uses).slice(0, MOST_SCORES))
    scores.set(score, await proxiesOfScore(context, score))
  const marked = protectedTraits(context)
  const openly = marked.filter((trait) => uses.has(`trait:${trait.name}`))
  const isOpen = ({ trait }: ProxyRow): boolean => openly.some((one) => one.name === trait)
  const own = proxies.rows.filter((row) => !isOpen(row))
  const level = levelOf(own)
  const byScores = levelOf([...scores.values()].flatMap(({ rows }) => rows))
  const isMeasured = marked.length === 0 || proxies.rows.length > 0
  const hidden = gradeFair({
    level: level === 'none' && byScores !== 'none' ? 'warns' : level,
    byDefinition: false,
    isMeasured,
  })
  const grade = openly.length > 0 && hidden !== 'fail' ? 'care' : hidden
  const findings = [
    ...(openly.length === 0
      ? []
      : [
          finding('asks-openly', 'caution', {
            words: W.openly,
            holes: { what: listed(openly.map(({ label }) => textOf(label))) },
            segment,
          }),
        ]),
    ...onePerTrait(own.filter(isOver))
      .slice(0, MOST_TOLD)
      .map((row) => standsFor(row, { segment, name })),
    ...[...scores].flatMap(([score, { rows }]) =>
      rows
        .filter(isOver)
        .slice(0, 1)
        .map((row) => scoreStands(row, { segment, score: scoreName(context, score) })),
    ),
    ...quiet(proxies, { segment, own, isNothing: marked.length === 0, grade }),
  ]
  return { answer: { check: 'fair', grade, findings }, proxies, scores }
}

/** A score as people call it. */
export function scoreName({ current }: ReportContext, score: string): Text {
  const kind = current.programme.catalogue.scores?.[score]
  return textOf(kind?.label ?? { en: score })
}

function isOver({ proxy }: ProxyRow): boolean {
  return proxy.level !== 'none'
}

/** Of one attribute the strongest group says it all; rows come strongest first. */
function onePerTrait(rows: readonly ProxyRow[]): readonly ProxyRow[] {
  const first = new Map(rows.toReversed().map((row) => [row.trait, row]))
  return rows.filter((row) => first.get(row.trait) === row)
}

function levelOf(rows: readonly ProxyRow[]): ProxyLevel {
  if (rows.some(({ proxy }) => proxy.level === 'strong')) return 'strong'
  return rows.some(isOver) ? 'warns' : 'none'
}

function aucHoles({
  attribute,
  group,
  proxy,
}: ProxyRow): Readonly<Record<string, Text | ReturnType<typeof number>>> {
  const { value, low, high } = strengthOf(proxy)
  return { attribute, group, auc: number(value), low: number(low), high: number(high) }
}

function number(value: number | undefined): { readonly kind: 'number'; readonly value: number } {
  return { kind: 'number', value: value ?? 0.5 }
}

/** One segment or score that stands for a group, as a finding. */
export function standsFor(
  row: ProxyRow,
  { segment, name }: { readonly segment: string; readonly name: Text },
): Finding {
  const isStrong = row.proxy.level === 'strong'
  const tone = isStrong ? 'bad' : 'caution'
  const code = isStrong ? 'stands-strongly' : 'stands-for'
  const holes = {
    ...aucHoles(row),
    name,
    of: asShare(row.shares?.of),
    against: asShare(row.shares?.against),
    floor: { kind: 'count', value: PRIVACY_FLOOR } as const,
  }
  const words = row.hidden ? W.standsFew : isStrong ? W.standsStrongly : W.standsFor
  return finding(code, tone, { words, holes, segment })
}

/** The same of a score. */
export function scoreStands(
  row: ProxyRow,
  of: { readonly segment?: string; readonly score: Text },
): Finding {
  const words = row.proxy.side === 'more' ? W.scoreHigher : W.scoreLower
  const holes = { ...aucHoles(row), score: of.score }
  const told = {
    code: 'segment-quality/score-stands',
    tone: 'caution',
    text: say(words, holes),
  } as const
  return of.segment === undefined ? told : { ...told, segment: of.segment }
}

function quiet(
  { rows, unmeasured }: Proxies,
  of: {
    readonly segment: string
    readonly own: readonly ProxyRow[]
    readonly isNothing: boolean
    readonly grade: string
  },
): readonly Finding[] {
  const { segment, own, isNothing, grade } = of
  if (isNothing) return [finding('nothing-protected', 'neutral', { words: W.nothing, segment })]
  const out: Finding[] = []
  const [strongest] = own.filter(({ hidden }) => !hidden)
  if (grade === 'pass' && strongest !== undefined) {
    const what = listed([...new Map(rows.map((row) => [row.trait, row.attribute])).values()])
    const holes = { ...aucHoles(strongest), what }
    out.push(finding('fair', 'good', { words: W.fair, holes, segment }))
  }
  if (unmeasured.length > 0) {
    const words = rows.length === 0 ? W.unmeasuredAll : W.unmeasured
    const tone = rows.length === 0 ? 'caution' : 'neutral'
    out.push(finding('unmeasured', tone, { words, holes: { what: listed(unmeasured) }, segment }))
  }
  return out
}

function levelText(level: ProxyLevel, isOpen: boolean): Text {
  if (isOpen) return say(W.asked)
  return say(level === 'strong' ? W.strong : level === 'warns' ? W.warns : W.no)
}

const MOST_ROWS = 60

/** Every group of every attribute, for one or several segments and scores. */
export function proxyTable(
  rows: readonly { readonly of: Text; readonly row: ProxyRow; readonly isOpen: boolean }[],
  more: { readonly name: string },
): ReportTable {
  return {
    name: more.name,
    title: say(W.table),
    columns: [
      { key: 'of', title: say(W.what), kind: 'text' },
      { key: 'attribute', title: say(W.attribute), kind: 'text' },
      { key: 'group', title: say(W.group), kind: 'text' },
      { key: 'level', title: say(W.level), kind: 'text' },
      ...withBounds({ key: 'tells', title: say(W.tells), kind: 'number' }),
      ...withBounds({ key: 'told', title: say(W.told), kind: 'number' }),
      { key: 'members', title: say(W.members), kind: 'share' },
      { key: 'others', title: say(W.others), kind: 'share' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
    ],
    rows: rows.slice(0, MOST_ROWS).map(({ of, row, isOpen }) => ({
      of,
      attribute: row.attribute,
      group: row.group,
      level: levelText(row.proxy.level, isOpen),
      ...boundCells('tells', row.hidden ? undefined : row.proxy.tells),
      ...boundCells('told', row.hidden ? undefined : row.proxy.told),
      members: row.hidden ? null : (row.shares?.of ?? null),
      others: row.hidden ? null : (row.shares?.against ?? null),
      customers: row.n,
    })),
  }
}
