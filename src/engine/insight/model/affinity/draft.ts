/** What category affinity says of the base. */
import { outputName } from '../../../../core/catalog/index.ts'
import { say, type Finding, type ReportDraft } from '../../../../core/insight/index.ts'
import type { NextItemModel } from '../../../../core/models/index.ts'
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
}

const LEAST = 11
const TOLD = 3

/** The report of a run. */
export function affinityDraft(found: AffinityFound): ReportDraft {
  const { categories, base, fans, next, liked, n } = found
  const times = { kind: 'number', value: liked } as const
  const method = [say(W.method, { strength: { kind: 'number', value: found.strength } })]
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
    findings: findings(found, next),
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
