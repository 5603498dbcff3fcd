/** What follows a purchase: refunds, tickets, surveys. */
import { TEMPERS } from './archetypes.ts'
import { chance, type Chance } from './chance.ts'
import { money, put } from './files.ts'
import { STREAM, type Person } from './person.ts'
import type { Purchase, Story } from './story.ts'
import { isTold } from './timeline.ts'

const REASONS = ['damaged', 'wrong item', 'not as expected', 'too late'] as const
const TOPICS = ['delivery', 'product', 'billing', 'points', 'store'] as const
const CHANNELS = ['email', 'phone', 'chat', 'store'] as const

function refund(story: Story, person: Person, purchase: Purchase, draw: Chance): void {
  const day = purchase.day + 2 + draw.below(18)
  const second = 9 * 3600 + draw.below(9 * 3600)
  if (!isTold(story.time, day, second)) return
  put(
    story.drafts.refunds,
    `${purchase.orderId}r,${story.time.stamp(day, second)},${person.id},${purchase.orderId},${purchase.productId},${money(purchase.lineCents)},${REASONS[draw.below(4)] ?? ''}`,
  )
}

/** Customers of the problem kind wait four days for an answer, others one. */
function ticket(story: Story, person: Person, purchase: Purchase, draw: Chance): void {
  const { time, drafts } = story
  const day = purchase.day + 1 + draw.below(6)
  const second = 8 * 3600 + draw.below(12 * 3600)
  if (!isTold(time, day, second)) return
  const problem = person.archetype === 'problem'
  const severity = draw.hit(problem ? 0.45 : 0.1) ? 'high' : draw.hit(0.5) ? 'medium' : 'low'
  const id = `${purchase.orderId}t`
  put(
    drafts['tickets-opened'],
    `${id},${time.stamp(day, second)},${person.id},${purchase.orderId},${TOPICS[draw.below(5)] ?? ''},${CHANNELS[draw.below(4)] ?? ''},${severity}`,
  )
  const hours = Math.ceil(draw.gap(problem ? 96 : 22) * 10) / 10
  const solved = day + (second + hours * 3600) / 86_400
  const solvedDay = Math.floor(solved)
  const solvedSecond = Math.floor((solved - solvedDay) * 86_400)
  if (!isTold(time, solvedDay, solvedSecond)) return
  const satisfied = draw.hit(problem ? 0.2 : 0.75)
  put(
    drafts['tickets-solved'],
    `${id},${time.stamp(solvedDay, solvedSecond)},${person.id},${hours},${satisfied}`,
  )
}

/** Answers are whole points around the archetype's mean: 0 to 10 for NPS, 1 to 5 for CSAT and CES. */
function survey(
  story: Story,
  person: Person,
  about: {
    readonly survey: 'nps' | 'csat' | 'ces'
    readonly purchase: Purchase
    readonly draw: Chance
  },
): void {
  const { purchase, draw } = about
  const day = purchase.day + 1 + draw.below(5)
  const second = 7 * 3600 + draw.below(14 * 3600)
  if (!isTold(story.time, day, second)) return
  const mean = TEMPERS[person.archetype].nps
  const nps = about.survey === 'nps'
  const raw = nps ? mean + draw.normal() * 1.6 : 1 + mean * 0.4 + draw.normal() * 0.8
  const score = Math.round(Math.min(nps ? 10 : 5, Math.max(nps ? 0 : 1, raw)))
  const topics = score <= (nps ? 6 : 2) ? [TOPICS[draw.below(5)]] : []
  put(
    story.drafts.surveys,
    JSON.stringify({
      id: `${purchase.orderId}${about.survey}`,
      at: story.time.stamp(day, second),
      customer_id: person.id,
      survey: about.survey,
      score,
      topics,
      order_id: purchase.orderId,
    }),
  )
}

/** Writes what one customer's purchases bring about. */
export function careFor(story: Story, person: Person, purchases: readonly Purchase[]): void {
  const draw = chance(story.seed, STREAM.care, person.index)
  const temper = TEMPERS[person.archetype]
  for (const [nth, purchase] of purchases.entries()) {
    if (draw.hit(temper.refund)) refund(story, person, purchase, draw)
    if (!story.contact) continue
    if (draw.hit(temper.ticket)) ticket(story, person, purchase, draw)
    if (draw.hit(0.05)) survey(story, person, { survey: 'csat', purchase, draw })
    if (draw.hit(0.01)) survey(story, person, { survey: 'ces', purchase, draw })
    // Asked once a dozen purchases, and once early on.
    if (nth % 12 === 1 && draw.hit(0.4)) survey(story, person, { survey: 'nps', purchase, draw })
  }
}
