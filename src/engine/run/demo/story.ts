/** What every part of a life needs at hand: the seed, the days, the shelf and the files. */
import type { Product } from './assortment.ts'
import type { Drafts } from './files.ts'
import { MARKETS, type Market } from './markets.ts'
import type { Timeline } from './timeline.ts'

/** A product as a market sells it: its price there and its row's beginning. */
export interface Shelf {
  readonly priceCents: Int32Array
}

export interface Story {
  readonly seed: number
  readonly time: Timeline
  readonly products: readonly Product[]
  readonly shelves: ReadonlyMap<Market, Shelf>
  readonly drafts: Drafts
  /** False leaves out visits, e-mails, surveys and tickets: big order files for loading tests. */
  readonly contact: boolean
}

/** One paid purchase, as the later parts of a life look back on it. */
export interface Purchase {
  readonly orderId: string
  readonly day: number
  readonly second: number
  readonly amountCents: number
  readonly points: number
  /** A line of it that may come back. */
  readonly productId: string
  readonly lineCents: number
}

/** The shelves of each market: which products are sold there, and how often each. */
export function shelves(products: readonly Product[]): ReadonlyMap<Market, Shelf> {
  return new Map(
    MARKETS.map((market) => [
      market,
      {
        priceCents: Int32Array.from(products, (p) =>
          Math.max(29, Math.round(p.priceCents * market.priceLevel)),
        ),
      },
    ]),
  )
}
