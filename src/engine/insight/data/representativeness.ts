/** Whether those of whom something is known are like the others; segments that rest on biased fields, by name. */
import { Failure, nearest } from '../../../core/base/index.ts'
import {
  asNumber,
  biasOf,
  COMPLETE,
  PRIVACY_FLOOR,
  say,
  textOf,
  type Bias,
  type Compared,
  type Finding,
  type ReportDraft,
  type ReportTable,
  type Text,
} from '../../../core/insight/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { proportion, type Estimate } from '../../../core/stats/index.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { segmentName } from '../segments/profile.ts'
import { aboutText, comparedTable, listed, valueText } from '../segments/written.ts'
import { boundCells, withBounds } from '../basis/bounds.ts'
import { coverable, coverageOf, type TraitCoverage } from './coverage.ts'
import { againstReference } from './against-reference.ts'
import { REPRESENTATIVE_WORDS as W } from './representative-words.ts'
import { segmentsByUse } from './uses.ts'
import { weighting } from './weighting.ts'

/** The report. */
export const REPRESENTATIVENESS: ReportKind = {
  name: 'representativeness',
  group: 'data',
  title: say(W.title),
  about: say(W.about),
  needs: [],
  parameters: [
    { name: 'trait', kind: 'trait', label: say(W.trait), help: say(W.traitHelp) },
    { name: 'reference', kind: 'text', label: say(W.reference), help: say(W.referenceHelp) },
    { name: 'days', kind: 'number', label: say(W.days), default: '365', range: [7, 3660] },
  ],
  make,
}

/** A trait judged. */
interface Judged extends TraitCoverage {
  readonly label: Text
  readonly state: Bias | 'complete'
  readonly differ: readonly Compared[]
  readonly segments: readonly string[]
  /** Mean spend of the known over that of the others. */
  readonly times: Estimate | undefined
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const days = told.number('days') ?? 365
  const asked = told.text('trait')
  const reference = told.text('reference')
  if (asked !== undefined) requireTrait(context, asked)
  if (reference !== undefined)
    return await againstReference(context, { trait: asked, reference, days })
  const uses = await segmentsByUse(context)
  const all = (await coverageOf(context, days)).map((one) => judge(one, uses))
  const judged = asked === undefined ? all : all.filter(({ trait }) => trait.name === asked)
  const method = [say(W.method, { days: { kind: 'days', value: days } })]
  const tables = [overview(context, judged)]
  const [one] = judged
  if (asked === undefined || one === undefined)
    return { findings: findings(context, judged), tables, charts: chartsOf(), method }
  const weights =
    one.state === 'biased'
      ? await weighting(context, one.trait, { days, differ: one.differ })
      : undefined
  const { currency } = context.current.programme
  const about = {
    name: 'compared',
    title: say(W.compared),
    here: say(W.those),
    against: say(W.others),
    currency,
  }
  return {
    findings: [...findings(context, judged), ...detail(one), ...(weights?.findings ?? [])],
    tables: [...tables, comparedTable(one.compared, about), ...(weights?.tables ?? [])],
    charts: [
      {
        kind: 'dots',
        title: say(W.compared),
        table: 'compared',
        x: 'what',
        y: ['apart'],
        reference: 0,
      },
    ],
    method: [...method, ...(weights === undefined ? [] : [say(W.methodWeights)])],
  }
}

function requireTrait(context: ReportContext, name: string): void {
  const known = coverable(context).map((trait) => trait.name)
  if (known.includes(name)) return
  throw new Failure('no such trait', {
    code: 'run/report-parameter',
    params: {
      report: 'representativeness',
      name: 'trait',
      value: name.slice(0, 80),
      wanted: nearest(name, known) ?? known.join(', '),
    },
  })
}

function judge(one: TraitCoverage, uses: ReadonlyMap<string, readonly string[]>): Judged {
  const { trait, known, unknown, compared } = one
  const all = known + unknown
  const isComplete = all > 0 && known >= COMPLETE * all
  const isSmall = known < PRIVACY_FLOOR || unknown < PRIVACY_FLOOR
  const { bias, differ } = biasOf(compared)
  const state = isComplete ? 'complete' : isSmall ? 'cannot-tell' : bias
  return {
    ...one,
    label: textOf(trait.label),
    state,
    differ: state === 'biased' ? differ : [],
    segments: uses.get(`trait:${trait.name}`) ?? [],
    times: timesOf(compared),
  }
}

/** How many times as much the known spend; undefined without spend. */
function timesOf(compared: readonly Compared[]): Estimate | undefined {
  const spend = compared.find(({ aspect }) => aspect.key === 'net' || aspect.key === 'spend')
  if (spend === undefined || spend.hidden) return undefined
  const { value, low, high } = spend.index
  return { ...spend.index, value: toRatio(value), low: toRatio(low), high: toRatio(high) }
}

function toRatio(index: number | undefined): number | undefined {
  return index === undefined ? index : index / 100
}

/** Spend tells more than any other difference, if it is large enough to be one. */
const TELLING = 1.25

const MOST_TOLD = 6

function findings(context: ReportContext, judged: readonly Judged[]): readonly Finding[] {
  const biased = groupsOf(judged.filter(({ state }) => state === 'biased'))
  const ranked = biased.toSorted(
    (a, b) => b.segments.length - a.segments.length || sizeOf(b) - sizeOf(a),
  )
  const out = ranked.slice(0, MOST_TOLD).map((one) => biasedFinding(context, one))
  const named = (state: Judged['state']): Text | undefined => {
    const labels = judged.filter((one) => one.state === state).map(({ label }) => label)
    return labels.length === 0 ? undefined : listed(labels, 12)
  }
  const [alike, complete, dark] = [named('alike'), named('complete'), named('cannot-tell')]
  if (alike !== undefined)
    out.push({
      code: 'representativeness/alike',
      tone: 'good',
      text: say(W.alike, { what: alike, by: comparedBy(judged) }),
    })
  if (complete !== undefined) {
    const text = say(W.complete, { what: complete })
    out.push({ code: 'representativeness/complete', tone: 'good', text })
  }
  if (dark !== undefined) {
    const text = say(W.cannotTell, { what: dark })
    out.push({ code: 'representativeness/cannot-tell', tone: 'caution', text })
  }
  return out
}

/** What those who seem alike were compared by: a short list promises little. */
function comparedBy(judged: readonly Judged[]): Text {
  const aspects = judged
    .filter(({ state }) => state === 'alike')
    .flatMap(({ compared }) => compared.filter(({ hidden }) => !hidden))
  const labels = new Map(aspects.map(({ aspect }) => [aspect.key, aspect.label]))
  return listed([...labels.values()], 12)
}

function sizeOf({ differ }: Judged): number {
  return Math.abs(differ[0]?.standardised.value ?? 0)
}

/** Traits that came from one source are known of the same people: they are one story. */
function groupsOf(judged: readonly Judged[]): readonly (Judged & { readonly labels: Text })[] {
  const groups = new Map<string, Judged[]>()
  for (const one of judged) {
    const worst = one.differ[0]?.standardised.value ?? 0
    const key = `${one.known} ${worst.toFixed(6)}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const segments = [...new Set(group.flatMap((one) => one.segments))]
    return [{ ...first, segments, labels: listed(group.map(({ label }) => label)) }]
  })
}

function biasedFinding(context: ReportContext, one: Judged & { readonly labels: Text }): Finding {
  const { trait, known, unknown, times, differ, segments, labels } = one
  const all = known + unknown
  const names = listed(
    segments.map((key) => segmentName(context, key)),
    20,
  )
  const holes = {
    what: labels,
    share: { kind: 'share', value: known / all },
    n: { kind: 'count', value: known },
    all: { kind: 'count', value: all },
    segments: segments.length === 0 ? say(W.noSegments) : say(W.segments, { segments: names }),
  } as const
  const [worst] = differ
  const ratio = times?.value ?? 1
  const isMoney = differ.some(({ aspect }) => aspect.key === 'net' || aspect.key === 'spend')
  const isTelling = isMoney && Math.max(ratio, 1 / ratio) >= TELLING
  const { currency } = context.current.programme
  const text = isTelling
    ? say(ratio > 1 ? W.spendMore : W.spendLess, {
        ...holes,
        times: asNumber(ratio),
        low: asNumber(times?.low),
        high: asNumber(times?.high),
      })
    : say(W.differ, {
        ...holes,
        worst: worst === undefined ? '' : aboutText(worst),
        of: worst === undefined ? '' : valueText(worst.of, worst.aspect.unit, currency),
        against: worst === undefined ? '' : valueText(worst.against, worst.aspect.unit, currency),
        apart: asNumber(Math.abs(worst?.standardised.value ?? 0)),
      })
  return {
    code: 'representativeness/biased',
    tone: segments.length > 0 ? 'bad' : 'caution',
    text,
    definition: `${printName(trait.name)} is missing`,
  }
}

function detail({ differ }: Judged): readonly Finding[] {
  if (differ.length < 2) return []
  const what = listed(differ.map(aboutText))
  return [{ code: 'representativeness/differ', tone: 'neutral', text: say(W.differAlso, { what }) }]
}

function overview(context: ReportContext, judged: readonly Judged[]): ReportTable {
  const words: Readonly<Record<Judged['state'], Text | null>> = {
    biased: say(W.biased),
    alike: say(W.like),
    complete: say(W.like),
    'cannot-tell': null,
  }
  return {
    name: 'traits',
    title: say(W.traits),
    columns: [
      { key: 'trait', title: say(W.trait), kind: 'text' },
      { key: 'known', title: say(W.known), kind: 'count' },
      ...withBounds({ key: 'share', title: say(W.knownShare), kind: 'share' }),
      { key: 'worst', title: say(W.worst), kind: 'text' },
      ...withBounds({ key: 'apart', title: say(W.size), kind: 'number' }),
      { key: 'verdict', title: say(W.verdict), kind: 'text' },
      { key: 'segments', title: say(W.restOn), kind: 'text' },
    ],
    rows: judged
      .toSorted((a, b) => sizeOf(b) - sizeOf(a))
      .map(({ label, known, unknown, compared, state, segments }) => {
        const worst = state === 'complete' ? undefined : compared.find((one) => !one.hidden)
        const all = known + unknown
        return {
          trait: label,
          known,
          ...(all === 0 ? {} : boundCells('share', proportion({ hits: known, n: all }))),
          worst: worst === undefined ? null : aboutText(worst),
          ...(worst === undefined ? { apart: null } : boundCells('apart', worst.standardised)),
          verdict: words[state],
          segments:
            segments.length === 0
              ? null
              : listed(
                  segments.map((key) => segmentName(context, key)),
                  20,
                ),
        }
      }),
  }
}

function chartsOf(): ReportDraft['charts'] {
  return [
    { kind: 'dots', title: say(W.traits), table: 'traits', x: 'trait', y: ['apart'], reference: 0 },
  ]
}
