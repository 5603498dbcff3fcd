/** Baskets: the lines of each purchase, their prices and discounts, and what is returned. */
import { TEMPERS } from './archetypes.ts'
import { PRODUCTS_PER_LEAF } from './assortment.ts'
import { LEAVES } from './category-tree.ts'
import { chance, type Chance } from './chance.ts'
import { money, put } from './files.ts'
import { STREAM, type Person } from './person.ts'
import { rhythm, type Rhythm } from './rhythm.ts'
import type { Purchase, Story } from './story.ts'
import { isTold } from './timeline.ts'

/** What a customer likes: indexes of lowest categories; a specialist's are all of one group. */
interface Taste {
  readonly leaves: readonly number[]
  /** Chance that a line follows the taste. */
  readonly strength: number
  readonly specialty: string
}

export interface Shopping {
  readonly plan: Rhythm
  readonly purchases: readonly Purchase[]
  readonly specialty: string
}

function tasteOf(person: Person, draw: Chance): Taste {
  const first = draw.below(LEAVES.length)
  if (person.archetype === 'category-specialist') {
    const group = LEAVES[first]?.group ?? ''
    const leaves = LEAVES.flatMap((leaf, i) => (leaf.group === group ? [i] : []))
    return { leaves, strength: 0.88, specialty: group }
  }
  const leaves = [first, draw.below(LEAVES.length), draw.below(LEAVES.length)]
  return { leaves, strength: 0.6, specialty: '' }
}

function productOf(taste: Taste, count: number, draw: Chance): number {
  if (!draw.hit(taste.strength)) {
    // Low numbers sell better: the popularity of an assortment is never even.
    const u = draw.next()
    return Math.floor(u * Math.sqrt(u) * count)
  }
  const leaf = taste.leaves[draw.below(taste.leaves.length)] ?? 0
  const u = draw.next()
  return leaf * PRODUCTS_PER_LEAF + Math.floor(u * u * PRODUCTS_PER_LEAF)
}

interface Till {
  readonly channel: 'store' | 'web' | 'app'
  readonly store: string
  readonly payment: string
  readonly second: number
}

function tillOf(person: Person, day: number, draw: Chance): Till {
  const online = person.acquisition === 'marketplace' ? 0.8 : 0.36
  const app = person.app !== undefined && person.app.day < day
  const channel = draw.hit(online) ? (app && draw.hit(0.6) ? 'app' : 'web') : 'store'
  const city = person.move !== undefined && person.move.day <= day ? person.move.city : person.city
  const home = person.index % city.stores.length
  const store = city.stores[draw.hit(0.85) ? home : draw.below(city.stores.length)] ?? ''
  // Two draws make the middle of the opening hours the busiest.
  const hour =
    channel === 'store'
      ? 9 + (draw.next() + draw.next()) * 5.5
      : 7 + (draw.next() + draw.next()) * 8
  const local = Math.floor((hour - person.market.offsetHours) * 3600)
  const card = draw.next()
  return {
    channel,
    store: channel === 'store' ? store : '',
    payment: card < 0.62 ? 'card' : card < 0.82 || channel !== 'store' ? 'wallet' : 'cash',
    second: ((local % 86_400) + 86_400) % 86_400,
  }
}

interface Basket {
  /** The ends of the rows, from product_id on. */
  readonly rows: readonly string[]
  readonly amountCents: number
  readonly discountCents: number
  readonly productId: string
  readonly lineCents: number
}

function fillBasket(
  story: Story,
  person: Person,
  context: { readonly taste: Taste; readonly promoted: boolean; readonly draw: Chance },
): Basket {
  const { draw, taste, promoted } = context
  const temper = TEMPERS[person.archetype]
  const prices = story.shelves.get(person.market)?.priceCents
  const lines = Math.min(12, 1 + Math.floor(draw.wait(temper.lines - 0.5)))
  const discounted = promoted ? Math.max(0.3, temper.discounted) : temper.discounted
  const rows: string[] = []
  let amountCents = 0
  let discountCents = 0
  let productId = ''
  let lineCents = 0
  for (let i = 0; i < lines; i++) {
    const product = productOf(taste, story.products.length, draw)
    const price = prices?.[product] ?? 100
    const quantity = draw.hit(0.72) ? 1 : 2 + draw.below(3)
    // 10 to 40 % off in steps of 5.
    const off = draw.hit(discounted) ? (2 + draw.below(7)) * 5 : 0
    const discount = Math.round((price * quantity * off) / 100)
    const amount = price * quantity - discount
    amountCents += amount
    discountCents += discount
    productId = story.products[product]?.id ?? ''
    lineCents = amount
    rows.push(`${productId},${quantity},${money(price)},${money(discount)},${money(amount)}`)
  }
  return { rows, amountCents, discountCents, productId, lineCents }
}

function writeOrder(
  story: Story,
  head: string,
  basket: Basket,
  coupon: string,
  points: number,
): void {
  const rest = `${coupon},${money(basket.amountCents)},${money(basket.discountCents)},${points},`
  const start = head + rest
  const orders = story.drafts.orders
  for (const row of basket.rows) orders.text += start + row + '\n'
  orders.rows += basket.rows.length
}

/** Writes a customer's orders, refunds and used coupons, and returns the paid purchases in order. */
export function shop(story: Story, person: Person): Shopping {
  const draw = chance(story.seed, STREAM.shopping, person.index)
  const plan = rhythm(story.seed, person, story.time, draw)
  const taste = tasteOf(person, draw)
  const purchases: Purchase[] = []
  for (const [nth, day] of plan.days.entries()) {
    const till = tillOf(person, day, draw)
    if (!isTold(story.time, day, till.second)) break
    const promoted = story.time.promotion[day] === 1
    const basket = fillBasket(story, person, { taste, promoted, draw })
    const orderId = `${person.index + 1}-${nth + 1}`
    const stamp = story.time.stamp(day, till.second)
    const tail = `${till.channel},${till.store},${till.payment},`
    const coupon =
      basket.discountCents > 0 && draw.hit(0.35)
        ? `SAVE-${stamp.slice(0, 4)}${stamp.slice(5, 7)}`
        : ''
    const points = Math.floor(basket.amountCents / 100)
    writeOrder(story, `${orderId},${stamp},${person.id},paid,${tail}`, basket, coupon, points)
    // A failed attempt leaves a cancelled order behind, which is no purchase.
    if (draw.hit(0.015)) {
      const earlier = story.time.stamp(day, Math.max(0, till.second - 600))
      writeOrder(story, `${orderId}x,${earlier},${person.id},cancelled,${tail}`, basket, '', 0)
    }
    if (coupon !== '') {
      const expires = story.time.date(day + 30)
      put(
        story.drafts.coupons,
        `${orderId}u,${stamp},${person.id},${orderId},${coupon},${money(basket.discountCents)},${expires}`,
      )
    }
    purchases.push({
      orderId,
      day,
      second: till.second,
      amountCents: basket.amountCents,
      points,
      productId: basket.productId,
      lineCents: basket.lineCents,
    })
  }
  return { plan, purchases, specialty: taste.specialty }
}
