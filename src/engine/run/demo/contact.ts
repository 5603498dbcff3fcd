/** E-mails to those who consented, and visits of the website. */
import { TEMPERS } from './archetypes.ts'
import { LEAVES } from './category-tree.ts'
import { chance, type Chance } from './chance.ts'
import { put } from './files.ts'
import { STREAM, type Person } from './person.ts'
import type { Rhythm } from './rhythm.ts'
import type { Story } from './story.ts'
import { isTold } from './timeline.ts'

const TOPICS = ['news', 'offers', 'recipes', 'events'] as const
const DEVICES = ['phone', 'desktop', 'tablet'] as const
const PAGES = ['home', 'category', 'product', 'basket', 'account', 'stores'] as const
const CAMPAIGN_DAYS = 28
/** Nothing is more than three days after its message. */
const OPEN_DELAY_DAYS = 0.4

function emails(story: Story, person: Person, plan: Rhythm, draw: Chance): void {
  const { time, drafts } = story
  const first = Math.max(0, Math.ceil((person.joinedDay + 1) / CAMPAIGN_DAYS))
  for (let campaign = first; campaign * CAMPAIGN_DAYS < time.days; campaign++) {
    const day = campaign * CAMPAIGN_DAYS
    const second = 8 * 3600 + draw.below(3600)
    if (!isTold(time, day, second)) return
    const id = `${person.index + 1}-m${campaign}`
    const name = `newsletter-${time.date(day).slice(0, 7)}`
    const topic = TOPICS[campaign % 4] ?? 'news'
    put(drafts['emails-sent'], `${id},${time.stamp(day, second)},${person.id},${name},${topic}`)
    // Interest fades with the purchases of those who drift away.
    const fading = plan.declineDay !== undefined && day >= plan.declineDay ? 0.3 : 1
    if (!draw.hit(TEMPERS[person.archetype].opens * fading)) continue
    const opened = day + second / 86_400 + Math.min(3, draw.wait(OPEN_DELAY_DAYS))
    if (!write(story, 'emails-opened', opened, `${person.id},${name},${deviceOf(draw)}`, id)) return
    const clicks = topic === 'offers' && person.archetype === 'discount-hunter' ? 0.5 : 0.18
    if (!draw.hit(clicks)) continue
    const link = draw.hit(0.7) ? topic : 'unsubscribe info'
    write(story, 'emails-clicked', opened + draw.wait(0.01), `${person.id},${name},${link}`, id)
  }
}

function deviceOf(draw: Chance): string {
  const u = draw.next()
  return DEVICES[u < 0.58 ? 0 : u < 0.93 ? 1 : 2] ?? 'phone'
}

function write(
  story: Story,
  file: 'emails-opened' | 'emails-clicked',
  moment: number,
  rest: string,
  id: string,
): boolean {
  const day = Math.floor(moment)
  const second = Math.floor((moment - day) * 86_400)
  if (!isTold(story.time, day, second)) return false
  put(story.drafts[file], `${id},${story.time.stamp(day, second)},${rest}`)
  return true
}

function visits(story: Story, person: Person, draw: Chance): void {
  const { time } = story
  const mean = 365 / Math.max(0.1, TEMPERS[person.archetype].visits)
  let moment = Math.max(0, person.joinedDay) + draw.wait(mean)
  for (let nth = 1; ; nth++, moment += draw.wait(mean)) {
    const day = Math.floor(moment)
    const second = Math.floor((moment - day) * 86_400)
    if (!isTold(time, day, second)) return
    const bounced = draw.hit(0.3)
    const category = LEAVES[draw.below(LEAVES.length)]?.name ?? ''
    const page = PAGES[draw.below(PAGES.length)] ?? 'home'
    const pages = bounced ? 1 : 2 + draw.below(12)
    const seconds = pages * (10 + draw.below(50))
    const searches = draw.hit(0.25) ? `,"searches":["${category.toLowerCase()}"]` : ''
    put(
      story.drafts['web-visits'],
      `{"id":"${person.index + 1}-v${nth}","at":"${time.stamp(day, second)}","customer_id":"${person.id}","page":"${page}","category":"${category}","pages":${pages},"seconds":${seconds},"device":"${deviceOf(draw)}","bounced":${bounced}${searches}}`,
    )
  }
}

/** Writes one customer's e-mails and visits. */
export function contact(story: Story, person: Person, plan: Rhythm): void {
  const draw = chance(story.seed, STREAM.contact, person.index)
  if (person.consent) emails(story, person, plan, draw)
  visits(story, person, draw)
}
