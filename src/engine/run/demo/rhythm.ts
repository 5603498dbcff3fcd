/** When a customer shops: the planted pattern in time of each archetype. */
import { BREAK_AFTER, TEMPERS } from './archetypes.ts'
import { chance, cumulate, pickWeighted, type Chance } from './chance.ts'
import { STREAM, type Person } from './person.ts'
import { WEEKDAYS, type Timeline } from './timeline.ts'

/** The days of the purchases in order, and the planted facts that an analysis should recover. */
export interface Rhythm {
  readonly days: readonly number[]
  /** break-after-n, one-and-done: the number of purchases after which nothing more comes. */
  readonly breakAfter: number | undefined
  /** at-risk: the day from which gaps grow. */
  readonly declineDay: number | undefined
  /** dormant-returning: silence from one day to the other. */
  readonly silence: { readonly from: number; readonly to: number } | undefined
}

const BREAK_STEPS = cumulate(BREAK_AFTER.map((b) => b.share))

function breakAfterOf(person: Person, seed: number): number | undefined {
  if (person.archetype === 'one-and-done') return 1
  if (person.archetype !== 'break-after-n') return undefined
  const draw = chance(seed, STREAM.breaking, person.index)
  return BREAK_AFTER[pickWeighted(BREAK_STEPS, draw.next())]?.purchases
}

/** Moves a planned day on: off quiet weekdays, and for the patterns that wait for something. */
function settle(planned: number, person: Person, time: Timeline, draw: Chance): number {
  let day = Math.floor(planned)
  if (person.archetype === 'seasonal') day = toSeason(day, time, draw)
  if (person.archetype === 'discount-hunter' && draw.hit(0.5)) {
    for (let i = 0; i < 20 && time.promotion[day] === 0; i++) day++
  }
  for (let i = 0; i < 6 && !draw.hit(WEEKDAYS[time.weekday[day] ?? 0] ?? 1); i++) day++
  return day
}

/** Seasonal customers come between 10 November and 5 January only. */
function toSeason(from: number, time: Timeline, draw: Chance): number {
  const monthDay = time.date(from).slice(5)
  if (monthDay >= '11-10' || monthDay <= '01-05') return from
  let day = from
  while (day <= time.days && time.date(day).slice(5) !== '11-10') day++
  return day + draw.below(12)
}

function gapOf(person: Person, day: number, purchases: number, late: number): number {
  const base = TEMPERS[person.archetype].gapDays
  if (person.archetype === 'growing') return Math.max(9, 45 - (day - person.joinedDay) * 0.05)
  if (person.archetype === 'at-risk' && late > 0) return base * 2.2 ** late
  if (person.archetype === 'break-after-n') return base * (1 + 0.1 * purchases)
  return base
}

/** Plans one customer's purchases. Cost: linear in their number. */
export function rhythm(seed: number, person: Person, time: Timeline, draw: Chance): Rhythm {
  const base = TEMPERS[person.archetype].gapDays
  const breakAfter = breakAfterOf(person, seed)
  const declineDay = person.archetype === 'at-risk' ? time.days - 90 - draw.below(150) : undefined
  const returned = time.days - 20 - draw.below(100)
  const silence =
    person.archetype === 'dormant-returning'
      ? { from: returned - 150 - draw.below(50), to: returned }
      : undefined
  const days: number[] = []
  if (base === 0) return { days, breakAfter, declineDay, silence }
  const pace = Math.exp(draw.normal() * 0.25)
  let planned =
    person.joinedDay >= 0 ? person.joinedDay + Math.min(30, draw.wait(6)) : draw.next() * base
  let late = 0
  while (days.length !== breakAfter) {
    if (silence !== undefined && planned >= silence.from && planned < silence.to)
      planned = silence.to
    const day = settle(planned, person, time, draw)
    if (day >= time.days) break
    days.push(day)
    if (declineDay !== undefined && day >= declineDay) late++
    const gap = draw.gap(gapOf(person, day, days.length, late) * pace) / (time.season[day] ?? 1)
    // Breakers buy within 40 days each time, so that the planted number is reached before the story ends.
    planned = day + (breakAfter === undefined ? Math.max(0.6, gap) : Math.min(40, Math.max(1, gap)))
  }
  return { days, breakAfter, declineDay, silence }
}
