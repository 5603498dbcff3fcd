/** Whether the data can be trusted: completeness, validity, freshness, repeats, values far outside. */
import {
  COMPLETE,
  asCount,
  asDays,
  asNumber,
  rankProblems,
  say,
  textOf,
  type Finding,
  type Problem,
  type ProblemKind,
  type ReportDraft,
  type ReportTable,
  type Text,
  type Tone,
} from '../../../core/insight/index.ts'
import { proportion } from '../../../core/stats/index.ts'
import type { ReportContext, ReportKind } from '../report/kind.ts'
import { saysWhen } from '../basis/traits.ts'
import { OLDEST } from '../segments/figures.ts'
import { segmentName } from '../segments/profile.ts'
import { listed } from '../segments/written.ts'
import { boundCells, withBounds } from '../basis/bounds.ts'
import { coverageByGroup, type Coverage } from './completeness.ts'
import { eventChecks, type EventFacts } from './event-checks.ts'
import type { Found } from './found.ts'
import { markChecks, sameProfiles } from './mark-checks.ts'
import { DATA_WORDS as W, KIND_WORDS, PROBLEM_WORDS } from './quality-words.ts'
import { traitChecks, type TraitFacts } from './trait-checks.ts'
import { segmentsByUse } from './uses.ts'

/** The report. */
export const DATA_QUALITY: ReportKind = {
  name: 'data-quality',
  group: 'data',
  title: say(W.title),
  about: say(W.about),
  needs: [],
  parameters: [],
  make,
}

type Known = Found & Problem & { readonly segments: readonly string[] }

async function make(context: ReportContext): Promise<ReportDraft> {
  const method = [say(W.method)]
  if (context.snapshot.population === 0) {
    const none: Finding = { code: 'data-quality/nobody', tone: 'caution', text: say(W.nobody) }
    return { findings: [none], tables: [], charts: [], method }
  }
  const uses = await segmentsByUse(context)
  const traits = await traitChecks(context)
  const events = await eventChecks(context)
  const beyond = [...(await markChecks(context)), ...(await sameProfiles(context))]
  const gappy = traits.facts.filter(({ known, population }) => known < COMPLETE * population)
  const coverage = await coverageByGroup(
    context,
    gappy.map(({ trait }) => trait),
  )
  const sparse = traits.facts.flatMap((facts) => sparseTrait(facts, coverage))
  const problems = rankProblems(
    [...traits.found, ...events.found, ...beyond, ...sparse].map((found): Known => {
      const segments = uses.get(found.where) ?? []
      return { ...found, segments, isUsed: segments.length > 0 }
    }),
  )
  return {
    findings: findings(context, problems, { traits: traits.facts, events: events.facts }),
    tables: [
      ...(problems.length === 0 ? [] : [problemTable(context, problems)]),
      completenessTable(traits.facts, uses, context),
      ...(coverage.length === 0 ? [] : [groupTable(traits.facts, coverage)]),
      freshnessTable(events.facts),
      propertyTable(events.facts),
    ],
    charts: [
      { kind: 'bars', title: say(W.completeness), table: 'traits', x: 'trait', y: ['known'] },
      ...(coverage.length === 0
        ? []
        : [
            {
              kind: 'heat',
              title: say(W.groups),
              table: 'groups',
              x: 'trait',
              y: ['known'],
              series: 'group',
            } as const,
          ]),
    ],
    method,
  }
}

/** Half of the base unknown is worth a word. */
const SPARSE = 0.5

function sparseTrait(
  { trait, known, population }: TraitFacts,
  coverage: readonly Coverage[],
): readonly Found[] {
  if (saysWhen(trait) || known === 0 || known >= SPARSE * population) return []
  const own = coverage.filter((one) => one.trait === trait.name)
  const least = own.toSorted((a, b) => a.known / a.n - b.known / b.n)[0]
  return [
    {
      kind: 'sparse',
      where: `trait:${trait.name}`,
      label: textOf(trait.label),
      count: population - known,
      of: population,
      ...(least === undefined
        ? {}
        : { lowest: { label: least.group, share: least.known / least.n } }),
    },
  ]
}

const MOST_TOLD = 7

const TONES: Readonly<Record<ProblemKind, Tone>> = {
  stopped: 'bad',
  fading: 'caution',
  'impossible-birth': 'bad',
  'same-address': 'bad',
  'same-event': 'bad',
  'same-profile': 'caution',
  mark: 'caution',
  'before-joined': 'bad',
  negative: 'bad',
  'out-of-range': 'bad',
  'bad-address': 'bad',
  future: 'caution',
  outside: 'caution',
  outlier: 'caution',
  empty: 'neutral',
  constant: 'neutral',
  sparse: 'caution',
}

function findings(
  context: ReportContext,
  problems: readonly Known[],
  facts: { readonly traits: readonly TraitFacts[]; readonly events: readonly EventFacts[] },
): readonly Finding[] {
  if (problems.length === 0) {
    const text = say(W.fine, {
      traits: asCount(facts.traits.length),
      events: asCount(facts.events.length),
      n: asCount(context.snapshot.population),
    })
    return [{ code: 'data-quality/fine', tone: 'good', text }]
  }
  const stories = folded(problems)
  const told = stories.slice(0, MOST_TOLD).map((problem): Finding => ({
    code: `data-quality/${problem.kind}`,
    tone: TONES[problem.kind],
    text: problemText(problem),
    ...(problem.definition === undefined ? {} : { definition: problem.definition }),
  }))
  const rest = stories.length - told.length
  if (rest === 0) return told
  const more = say(W.more, { n: asCount(rest) })
  return [...told, { code: 'data-quality/more', tone: 'neutral', text: more }]
}

/** Traits that came, or did not come, from one source are one story. */
function folded(problems: readonly Known[]): readonly Known[] {
  const groups = new Map<string, Known[]>()
  for (const problem of problems) {
    const { kind, where, count } = problem
    const key = kind === 'sparse' ? `sparse ${count}` : `${kind} ${where}`
    groups.set(key, [...(groups.get(key) ?? []), problem])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ ...first, label: listed(group.map(({ label }) => label)) }]
  })
}

function problemText(problem: Known): Text {
  const { kind, label, count, of, examples, silent = 0, usual = 0, groups = 0, lowest } = problem
  const { mark = 0, next = 0 } = problem
  return say(PROBLEM_WORDS[kind], {
    what: label,
    n: { kind: 'count', value: count },
    of: { kind: 'count', value: of },
    share: { kind: 'share', value: of > 0 ? count / of : 0 },
    groups: { kind: 'count', value: groups },
    mark: asNumber(mark),
    next: asNumber(next),
    oldest: asCount(OLDEST),
    silent: asDays(silent),
    usual: asDays(usual),
    examples: examples === undefined || examples.length === 0 ? '' : `: ${examples.join(', ')}`,
    lowest:
      lowest === undefined
        ? ''
        : say(W.lowest, { share: { kind: 'share', value: lowest.share }, group: lowest.label }),
  })
}

function problemTable(context: ReportContext, problems: readonly Known[]): ReportTable {
  return {
    name: 'problems',
    title: say(W.problems),
    columns: [
      { key: 'kind', title: say(W.kind), kind: 'text' },
      { key: 'where', title: say(W.where), kind: 'text' },
      { key: 'count', title: say(W.count), kind: 'count' },
      ...withBounds({ key: 'share', title: say(W.share), kind: 'share' }),
      { key: 'segments', title: say(W.segments), kind: 'text' },
      { key: 'definition', title: say(W.definition), kind: 'text' },
    ],
    rows: problems.map(({ kind, label, count, of, segments, definition }) => ({
      kind: say(KIND_WORDS[kind]),
      where: label,
      count,
      // A week against a usual one is no share of anything.
      ...(kind === 'fading' || kind === 'stopped' || of === 0
        ? { share: null }
        : boundCells('share', proportion({ hits: Math.min(count, of), n: of }))),
      segments: named(context, segments),
      definition: definition ?? null,
    })),
  }
}

function named(context: ReportContext, segments: readonly string[]): Text | null {
  return segments.length === 0
    ? null
    : listed(
        segments.map((key) => segmentName(context, key)),
        20,
      )
}

function completenessTable(
  facts: readonly TraitFacts[],
  uses: ReadonlyMap<string, readonly string[]>,
  context: ReportContext,
): ReportTable {
  return {
    name: 'traits',
    title: say(W.completeness),
    columns: [
      { key: 'trait', title: say(W.trait), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...withBounds({ key: 'known', title: say(W.known), kind: 'share' }),
      { key: 'segments', title: say(W.segments), kind: 'text' },
    ],
    rows: facts
      .toSorted((a, b) => a.known - b.known)
      .map(({ trait, known, population }) => ({
        trait: textOf(trait.label),
        customers: population,
        ...boundCells('known', proportion({ hits: known, n: population })),
        segments: named(context, uses.get(`trait:${trait.name}`) ?? []),
      })),
  }
}

function groupTable(facts: readonly TraitFacts[], coverage: readonly Coverage[]): ReportTable {
  const labels = new Map(facts.map(({ trait }) => [trait.name, textOf(trait.label)]))
  return {
    name: 'groups',
    title: say(W.groups),
    columns: [
      { key: 'trait', title: say(W.trait), kind: 'text' },
      { key: 'group', title: say(W.group), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...withBounds({ key: 'known', title: say(W.known), kind: 'share' }),
    ],
    rows: coverage.map(({ trait, group, n, known }) => ({
      trait: labels.get(trait) ?? trait,
      group,
      customers: n,
      ...boundCells('known', proportion({ hits: known, n })),
    })),
  }
}

const MS_PER_DAY = 86_400_000

function freshnessTable(facts: readonly EventFacts[]): ReportTable {
  return {
    name: 'freshness',
    title: say(W.freshness),
    columns: [
      { key: 'event', title: say(W.event), kind: 'text' },
      { key: 'events', title: say(W.events), kind: 'count' },
      { key: 'last', title: say(W.last), kind: 'date' },
      { key: 'silent', title: say(W.silent), kind: 'days' },
      { key: 'usual', title: say(W.usual), kind: 'days' },
      { key: 'week', title: say(W.week), kind: 'count' },
      { key: 'usualWeek', title: say(W.usualWeek), kind: 'count' },
    ],
    rows: facts.map(({ event, n, last, freshness }) => ({
      event: textOf(event.label),
      events: n,
      last: last === undefined ? null : new Date(last * MS_PER_DAY).toISOString().slice(0, 10),
      silent: freshness.silent ?? null,
      usual: freshness.usual ?? null,
      week: freshness.lastWeek,
      usualWeek: freshness.usualWeek,
    })),
  }
}

function propertyTable(facts: readonly EventFacts[]): ReportTable {
  return {
    name: 'properties',
    title: say(W.properties),
    columns: [
      { key: 'property', title: say(W.property), kind: 'text' },
      { key: 'events', title: say(W.events), kind: 'count' },
      ...withBounds({ key: 'known', title: say(W.known), kind: 'share' }),
    ],
    rows: facts.flatMap(({ properties }) =>
      properties.map(({ label, known, of }) => ({
        property: label,
        events: of,
        ...(of === 0 ? { known: null } : boundCells('known', proportion({ hits: known, n: of }))),
      })),
    ),
  }
}
