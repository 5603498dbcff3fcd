/** What category affinity says of the base. */
import { outputName } from '../../../../core/catalog/index.ts'
import {
  asCount,
  say,
  verbatim,
  type Finding,
  type ReportDraft,
  type ReportTable,
} from '../../../../core/insight/index.ts'
import type { NextItemModel } from '../../../../core/models/index.ts'
import type { NextProduct } from './products.ts'
import { W } from './words.ts'

/** What there is to tell. */
export interface AffinityFound {
  readonly key: string
  readonly categories: readonly string[]
  /** Share of units of each. */
  readonly base: readonly number[]
  readonly n: number
  readonly liked: number
  readonly strength: number
  /** Customers at or above `liked`, for each. */
  readonly fans: readonly number[]
  readonly next: NextItemModel | undefined
  /** Undefined where the catalogue has no products, or hardly any is bought. */
  readonly products: NextProduct | undefined
}

const LEAST = 11
const TOLD = 3

/** The report of a run. */
export function affinityDraft(found: AffinityFound): ReportDraft {
  const { categories, base, fans, next, liked, n } = found
  const times = { kind: 'number', value: liked } as const
  const { products } = found
  const method = [
    say(W.method, { strength: { kind: 'number', value: found.strength } }),
    ...(products === undefined
      ? []
      : [say(W.methodProducts, { n: asCount(products.products.length) })]),
  ]
  if (next === undefined) {
    const [code, words] =
      n === 0 ? (['affinity/none', W.none] as const) : (['affinity/unknown', W.unknown] as const)
    return {
      findings: [{ code, tone: 'caution', text: say(words) }],
      tables: [],
      charts: [],
      method,
    }
  }
  return {
    findings: [...findings(found, next), ...productFindings(found)],
    tables: [
      {
        name: 'categories',
        title: say(W.categories),
        columns: [
          { key: 'place', title: say(W.place), kind: 'count' },
          { key: 'category', title: say(W.category), kind: 'text' },
          { key: 'share', title: say(W.share), kind: 'share' },
          { key: 'buyers', title: say(W.buyers), kind: 'share' },
          { key: 'fans', title: say(W.liking, { times }), kind: 'count' },
        ],
        rows: categories.map((category, i) => ({
          place: i + 1,
          category,
          share: base[i] ?? null,
          buyers: next.base[i] ?? null,
          fans: (fans[i] ?? 0) >= LEAST ? (fans[i] ?? 0) : null,
        })),
      },
      ...(products === undefined ? [] : [productTable(products)]),
    ],
    charts: [
      {
        kind: 'bars',
        title: say(W.categories),
        table: 'categories',
        x: 'category',
        y: ['share', 'buyers'],
      },
    ],
    method,
  }
}

function findings(found: AffinityFound, next: NextItemModel): readonly Finding[] {
  const { key, categories, base, fans, liked } = found
  const order = [...categories.keys()].toSorted((a, b) => (fans[b] ?? 0) - (fans[a] ?? 0))
  const out: Finding[] = []
  for (const i of order.slice(0, TOLD)) {
    const category = categories[i] ?? ''
    if ((fans[i] ?? 0) < LEAST) continue
    const text = say(W.fans, {
      n: { kind: 'count', value: fans[i] ?? 0 },
      category,
      times: { kind: 'number', value: liked },
    })
    const definition = `score(${key}.${outputName(category)}) >= ${liked}`
    out.push({ code: 'affinity/fans', tone: 'neutral', text, definition })
  }
  const ties = next.neighbours
    .flatMap((list, owned) => list.slice(0, 1).map((best) => ({ owned, ...best })))
    .toSorted((a, b) => b.lift - a.lift)
    .filter((tie, i, all) => all.findIndex((other) => other.item === tie.item) === i)
  for (const { owned, item, chance, lift } of ties.slice(0, TOLD)) {
    const text = say(W.next, {
      owned: categories[owned] ?? '',
      category: categories[item] ?? '',
      chance: { kind: 'share', value: chance },
      lift: { kind: 'number', value: lift, digits: 1 },
    })
    const definition = `score(${key}.next_category) = ${item + 1}`
    out.push({ code: 'affinity/next', tone: 'neutral', text, definition })
  }
  for (const [i, category] of categories.entries()) {
    if (base[i] === 0)
      out.push({ code: 'affinity/missing', tone: 'caution', text: say(W.missing, { category }) })
  }
  return out
}

/** The ties that say most, each product once. */
function productFindings({ key, products }: AffinityFound): readonly Finding[] {
  if (products === undefined) return []
  const { model, labels, numbers } = products
  const ties = model.neighbours
    .flatMap((list, owned) => list.map((best) => ({ owned, ...best })))
    .toSorted((a, b) => b.lift - a.lift)
    .filter((tie, i, all) => all.findIndex((other) => other.item === tie.item) === i)
  return ties.slice(0, TOLD).map(({ owned, item, chance, lift }): Finding => {
    const text = say(W.nextProduct, {
      owned: labels[owned] ?? verbatim(''),
      product: labels[item] ?? verbatim(''),
      chance: { kind: 'share', value: chance },
      lift: { kind: 'number', value: lift, digits: 1 },
    })
    const definition = `score(${key}.next_product) = ${numbers[item]}`
    return { code: 'affinity/next-product', tone: 'neutral', text, definition }
  })
}

function productTable({ numbers, labels, model }: NextProduct): ReportTable {
  return {
    name: 'products',
    title: say(W.products),
    columns: [
      { key: 'number', title: say(W.number), kind: 'count' },
      { key: 'product', title: say(W.product), kind: 'text' },
      { key: 'buyers', title: say(W.buyers), kind: 'share' },
      { key: 'next', title: say(W.leadsTo), kind: 'text' },
      { key: 'chance', title: say(W.chance), kind: 'share' },
    ],
    rows: labels.map((product, i) => {
      const [next] = model.neighbours[i] ?? []
      return {
        number: numbers[i] ?? null,
        product,
        buyers: model.base[i] ?? null,
        next: next === undefined ? null : (labels[next.item] ?? null),
        chance: next?.chance ?? null,
      }
    }),
  }
}
