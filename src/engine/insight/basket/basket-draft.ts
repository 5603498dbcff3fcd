/** Baskets in words and figures. */
import {
  PRIVACY_FLOOR,
  say,
  type Figure,
  type Finding,
  type ReportDraft,
  type ReportTable,
} from '../../../core/insight/index.ts'
import { mean, type Estimate } from '../../../core/stats/index.ts'
import { quotedPhrase } from '../basis/phrases.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { RELEVANCE_WORDS } from '../segments/written.ts'
import type { Baskets, Taste } from './basket-facts.ts'
import { BASKET_WORDS as W } from './basket-words.ts'

const count = (value: number): Figure => ({ kind: 'count', value })
const share = (value: number): Figure => ({ kind: 'share', value })
const times = (value: number | undefined): Figure => ({
  kind: 'number',
  value: value ?? 0,
  digits: 1,
})

/** The report as it leaves. */
export function basketDraft(found: Baskets): ReportDraft {
  const { items, days, tastes } = found
  const period: Figure = { kind: 'days', value: days }
  const method = [
    say(W.method, { n: count(items.baskets), c: count(items.customers), days: period }),
    say(W.methodNext),
    say(W.methodTaste),
  ]
  if (items.baskets === 0) {
    const text = say(W.none, { days: period })
    const finding: Finding = { code: 'baskets/none', tone: 'caution', text }
    return { findings: [finding], tables: [], charts: [], method: [] }
  }
  return {
    findings: findings(found),
    tables: [pairTable(found), stepTable(found), tasteTable(found), itemTable(found)],
    charts: [
      { kind: 'dots', title: say(W.pairs), table: 'pairs', x: 'pair', y: ['lift'], reference: 1 },
      { kind: 'dots', title: say(W.steps), table: 'next', x: 'step', y: ['chance'] },
      ...(tastes.length === 0
        ? []
        : [
            {
              kind: 'heat',
              title: say(W.tastes),
              table: 'tastes',
              x: 'item',
              y: ['index'],
              series: 'segment',
            } as const,
          ]),
    ],
    method,
  }
}

function findings(found: Baskets): readonly Finding[] {
  const { items, isCut } = found
  if (items.names.length < 2) {
    const text = say(W.few, { items: count(items.names.length), n: count(items.baskets) })
    return [{ code: 'baskets/few', tone: 'caution', text }]
  }
  return [
    ...pairFindings(found),
    ...stepFindings(found),
    ...tasteFindings(found),
    ...(isCut
      ? [
          {
            code: 'baskets/cut',
            tone: 'caution',
            text: say(W.cut, { n: count(items.names.length) }),
          } as const,
        ]
      : []),
  ]
}

function nameAt({ items, label }: Baskets, i: number) {
  return label(items.names[i] ?? '')
}

function pairFindings(found: Baskets): readonly Finding[] {
  const { told, items } = found
  if (told.length === 0) {
    const text = say(W.noPair, { n: count(items.baskets) })
    return [{ code: 'baskets/no-pair', tone: 'neutral', text }]
  }
  return told.map(({ pair, left, definition }) => ({
    code: 'baskets/pair',
    tone: 'good',
    text: say(W.pair, {
      a: nameAt(found, pair.first),
      b: nameAt(found, pair.second),
      lift: times(pair.lift.value),
      low: times(pair.lift.low),
      high: times(pair.lift.high),
      n: count(pair.both),
      left: count(left),
    }),
    definition,
  }))
}

const MOST_STEPS = 2

function stepFindings(found: Baskets): readonly Finding[] {
  const { steps, bought, within, items } = found
  if (steps.length === 0) return [{ code: 'baskets/no-next', tone: 'neutral', text: say(W.noNext) }]
  return steps.slice(0, MOST_STEPS).map((step) => ({
    code: 'baskets/next',
    tone: 'neutral',
    text: say(W.next, {
      a: nameAt(found, step.from),
      b: nameAt(found, step.to),
      chance: share(step.chance.value ?? 0),
      low: share(step.chance.low ?? 0),
      high: share(step.chance.high ?? 0),
      otherwise: share(step.otherwise),
    }),
    definition: `${within}${bought(items.names[step.from] ?? '')} and not ${bought(items.names[step.to] ?? '')}`,
  }))
}

const MOST_TASTES = 2

function tasteFindings(found: Baskets): readonly Finding[] {
  const strong = found.tastes
    .filter(
      ({ judged, byDefinition, group, own }) =>
        group.segment !== undefined &&
        !byDefinition &&
        own.n >= PRIVACY_FLOOR &&
        (judged.index.low ?? 0) > 100 &&
        (judged.relevance === 'relevant' || judged.relevance === 'probably-relevant'),
    )
    .toSorted((a, b) => (b.judged.index.low ?? 0) - (a.judged.index.low ?? 0))
  const seen = new Set<string>()
  const told = strong.filter(
    ({ group: { segment = '' } }) => !seen.has(segment) && seen.add(segment),
  )
  if (found.tastes.length > 0 && told.length === 0)
    return [{ code: 'baskets/no-taste', tone: 'neutral', text: say(W.noTaste) }]
  return told.slice(0, MOST_TASTES).map((taste) => tasteFinding(found, taste))
}

function tasteFinding({ label }: Baskets, { group, item, own, judged }: Taste): Finding {
  const segment = group.segment ?? ''
  const text = say(W.taste, {
    name: group.name,
    item: label(item),
    of: share(own.sum / own.n),
    index: count(Math.round(judged.index.value ?? 0)),
    low: count(Math.round(judged.index.low ?? 0)),
    high: count(Math.round(judged.index.high ?? 0)),
    n: count(own.n),
  })
  const definition = `in segment ${quotedPhrase(segment)}`
  return { code: 'baskets/taste', tone: 'neutral', text, segment, definition }
}

const MOST_ROWS = 30

function pairTable(found: Baskets): ReportTable {
  return {
    name: 'pairs',
    title: say(W.pairs),
    columns: [
      { key: 'pair', title: say(W.both), kind: 'text' },
      { key: 'first', title: say(W.first), kind: 'text', hidden: true },
      { key: 'second', title: say(W.second), kind: 'text', hidden: true },
      { key: 'both', title: say(W.baskets), kind: 'count' },
      ...withBounds({ key: 'lift', title: say(W.times), kind: 'number' }),
      ...withBounds({ key: 'support', title: say(W.support), kind: 'share' }),
      ...withBounds({ key: 'confidence', title: say(W.confidence), kind: 'share' }),
      ...withBounds({ key: 'reverse', title: say(W.reverse), kind: 'share' }),
      ...withBounds({ key: 'beyond', title: say(W.beyond), kind: 'share' }),
    ],
    rows: found.pairs.slice(0, MOST_ROWS).map((pair) => {
      const [a, b] = [nameAt(found, pair.first), nameAt(found, pair.second)]
      return {
        pair: say(W.pairName, { a, b }),
        first: a,
        second: b,
        both: pair.both < PRIVACY_FLOOR ? null : pair.both,
        ...boundCells('lift', pair.lift),
        ...boundCells('support', pair.both < PRIVACY_FLOOR ? undefined : pair.support),
        ...boundCells('confidence', pair.both < PRIVACY_FLOOR ? undefined : pair.confidence),
        ...boundCells('reverse', pair.both < PRIVACY_FLOOR ? undefined : pair.reverseConfidence),
        ...boundCells('beyond', pair.both < PRIVACY_FLOOR ? undefined : pair.leverage),
      }
    }),
  }
}

function stepTable(found: Baskets): ReportTable {
  return {
    name: 'next',
    title: say(W.steps),
    columns: [
      { key: 'step', title: say(W.step), kind: 'text' },
      { key: 'first', title: say(W.first), kind: 'text', hidden: true },
      { key: 'second', title: say(W.second), kind: 'text', hidden: true },
      { key: 'steps', title: say(W.baskets), kind: 'count' },
      ...withBounds({ key: 'chance', title: say(W.chance), kind: 'share' }),
      { key: 'otherwise', title: say(W.otherwise), kind: 'share' },
      ...withBounds({ key: 'lift', title: say(W.times), kind: 'number' }),
    ],
    rows: found.steps.slice(0, MOST_ROWS).map((one) => {
      const [a, b] = [nameAt(found, one.from), nameAt(found, one.to)]
      return {
        step: say(W.stepName, { a, b }),
        first: a,
        second: b,
        steps: one.steps,
        ...boundCells('chance', one.chance),
        otherwise: one.otherwise,
        ...boundCells('lift', one.lift),
      }
    }),
  }
}

/** A mean of shares is one, whatever the normal interval says of few customers. */
function withinWhole(mean: Estimate): Estimate {
  const { low, high } = mean
  return {
    ...mean,
    low: low === undefined ? undefined : Math.max(0, low),
    high: high === undefined ? undefined : Math.min(1, high),
  }
}

function tasteTable({ tastes, label }: Baskets): ReportTable {
  return {
    name: 'tastes',
    title: say(W.tastes),
    columns: [
      { key: 'segment', title: say(W.segmentColumn), kind: 'text' },
      { key: 'item', title: say(W.item), kind: 'text' },
      ...withBounds({ key: 'own', title: say(W.own), kind: 'share' }),
      ...withBounds({ key: 'index', title: say(W.index), kind: 'number' }),
      { key: 'verdict', title: say(W.verdict), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
    ],
    rows: tastes
      .filter(({ own }) => own.n >= PRIVACY_FLOOR)
      .map(({ group, item, own, judged }) => ({
        segment: group.name,
        item: label(item),
        ...boundCells('own', withinWhole(mean(own))),
        ...boundCells('index', judged.index),
        verdict: say(RELEVANCE_WORDS[judged.relevance]),
        customers: own.n,
      })),
  }
}

function itemTable({ items, label }: Baskets): ReportTable {
  return {
    name: 'items',
    title: say(W.items),
    columns: [
      { key: 'item', title: say(W.item), kind: 'text' },
      { key: 'baskets', title: say(W.baskets), kind: 'count' },
      { key: 'support', title: say(W.support), kind: 'share' },
    ],
    rows: items.names.slice(0, MOST_ROWS).map((name, i) => ({
      item: label(name),
      baskets: items.counts[i] ?? null,
      support: (items.counts[i] ?? 0) / Math.max(1, items.baskets),
    })),
  }
}
