/** What is bought together and next, and the tastes of segments. */
import {
  judgeTastes,
  nextPurchases,
  PRIVACY_FLOOR,
  say,
  type ReportDraft,
} from '../../../core/insight/index.ts'
import { pairAffinities, type PairAffinity } from '../../../core/models/index.ts'
import { printName } from '../../../core/segment/index.ts'
import type { Field } from '../../../core/template/index.ts'
import { segmentsAsking } from '../basis/defined.ts'
import { EVERYBODY, groupsOf } from '../basis/groups.ts'
import { quotedPhrase } from '../basis/phrases.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { basketDraft } from './basket-draft.ts'
import type { Taste, ToldPair } from './basket-facts.ts'
import {
  itemsOf,
  labelsOf,
  pairsOf,
  stepsOf,
  tastesOf,
  topsOf,
  withoutSecond,
  type BasketScope,
  type Items,
} from './basket-sums.ts'
import { BASKET_WORDS as W } from './basket-words.ts'

/** The report. */
export const BASKETS: ReportKind = {
  name: 'baskets',
  group: 'patterns',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase', 'range'],
  parameters: [
    { name: 'days', kind: 'number', label: say(W.days), default: '365', range: [1, 3660] },
    {
      name: 'by',
      kind: 'choice',
      label: say(W.by),
      default: 'category',
      choices: [
        { value: 'category', label: say(W.category) },
        { value: 'product', label: say(W.product) },
      ],
    },
    {
      name: 'rank',
      kind: 'choice',
      label: say(W.rank),
      default: 'leverage',
      choices: [
        { value: 'leverage', label: say(W.leverage) },
        { value: 'lift', label: say(W.lift) },
      ],
    },
    { name: 'segment', kind: 'segment', label: say(W.segment) },
  ],
  make,
}

const MOST_TOLD = 3
const ALL_ITEMS = 1000

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const { category, product } = context.meaning
  const byProduct = told.text('by') === 'product'
  // Whatever there is, where the catalogue has only one of them.
  const field = (byProduct ? product : category) ?? category ?? product
  const days = told.number('days') ?? 365
  if (field === undefined) return { findings: [], tables: [], charts: [], method: [] }
  const scope: BasketScope = { field, days, segment: told.text('segment') }
  const items = await itemsOf(context, scope)
  const [counts, steps, tastes] = await Promise.all([
    pairsOf(context, scope, items),
    stepsOf(context, scope, items),
    tasteOf(context, scope),
  ])
  const rankBy = told.text('rank') === 'lift' ? 'lift' : 'leverage'
  const pairs = pairAffinities(counts, { rankBy, most: 50 }).map((pair) => directed(pair))
  const label = await labelsOf(context, scope, items.names)
  return basketDraft({
    days,
    items,
    label,
    pairs,
    told: await toldPairs(context, scope, { items, pairs }),
    steps: nextPurchases(steps),
    bought: boughtWith(scope),
    within: withinOf(scope),
    tastes,
    isCut: items.names.length >= ALL_ITEMS,
  })
}

/** The rarer one first: it says more of the other than the other of it. */
function directed(pair: PairAffinity): PairAffinity {
  if ((pair.confidence.value ?? 0) >= (pair.reverseConfidence.value ?? 0)) return pair
  const { first, second, confidence, reverseConfidence } = pair
  return {
    ...pair,
    first: second,
    second: first,
    confidence: reverseConfidence,
    reverseConfidence: confidence,
  }
}

async function toldPairs(
  context: ReportContext,
  scope: BasketScope,
  { items, pairs }: { readonly items: Items; readonly pairs: readonly PairAffinity[] },
): Promise<readonly ToldPair[]> {
  const sure = pairs.filter(({ both }) => both >= PRIVACY_FLOOR).slice(0, MOST_TOLD)
  const names = sure.map(
    ({ first, second }) => [items.names[first] ?? '', items.names[second] ?? ''] as const,
  )
  const left = await withoutSecond(context, scope, names)
  const bought = boughtWith(scope)
  const within = withinOf(scope)
  return sure.map((pair, i) => {
    const [a, b] = names[i] ?? ['', '']
    return { pair, left: left[i] ?? 0, definition: `${within}${bought(a)} and not ${bought(b)}` }
  })
}

/** The beginning of definitions where only a segment is looked at. */
function withinOf({ segment }: BasketScope): string {
  return segment === undefined ? '' : `in segment ${quotedPhrase(segment)} and `
}

/** Customers who bought something of a kind in the days. */
function boughtWith({ field, days }: BasketScope): (name: string) => string {
  const { event, element, property } = field
  return (name) => {
    const test = `${printName(property.name)} = ${quotedPhrase(name)}`
    const where = element === undefined ? test : `any ${printName(element.name)} (${test})`
    return `any(${printName(event.name)} where ${where}, last ${days} days)`
  }
}

const MOST_DEPARTMENTS = 12

async function tasteOf(context: ReportContext, scope: BasketScope): Promise<readonly Taste[]> {
  const field: Field | undefined = context.meaning.category ?? undefined
  if (field === undefined) return []
  const { rows, customers } = await tastesOf(
    context,
    { ...scope, field, segment: undefined },
    topsOf(context, field),
  )
  const base = rows
    .filter(({ group, buyers }) => group === EVERYBODY && buyers >= PRIVACY_FLOOR)
    .toSorted((a, b) => b.moments.sum - a.moments.sum || (a.item < b.item ? -1 : 1))
    .slice(0, MOST_DEPARTMENTS)
  const groups = groupsOf(context).filter(({ number }) => number !== EVERYBODY)
  const asked = `event:${field.event.name}.${field.property.name}`
  const made = await segmentsAsking(context, (use) => use === asked)
  const cells = groups.flatMap((group) =>
    base.flatMap(({ item, moments }) => {
      const row = rows.find((one) => one.group === group.number && one.item === item)
      // Nobody of a group can be said; one or a few cannot.
      if (row !== undefined && row.buyers < PRIVACY_FLOOR) return []
      const own = row?.moments ?? { n: customers.get(group.number) ?? 0, sum: 0, sumSquares: 0 }
      const byDefinition = group.segment !== undefined && made.has(group.segment)
      return [{ group, item, base: moments, own, byDefinition }]
    }),
  )
  const judged = judgeTastes(cells.map(({ own, base: of }) => ({ segment: own, base: of })))
  return cells.flatMap(({ group, item, own, byDefinition }, i) => {
    const one = judged[i]
    return one === undefined ? [] : [{ group, item, own, byDefinition, judged: one }]
  })
}
