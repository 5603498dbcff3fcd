/** Who a synthetic customer is: market, name, home, dates, interests, answers, and the planted archetype. */
import {
  ACQUISITIONS,
  acquisitionShares,
  ARCHETYPES,
  TEMPERS,
  type Acquisition,
  type Archetype,
} from './archetypes.ts'
import { CATEGORY_TREE } from './category-tree.ts'
import { chance, cumulate, pickWeighted, type Chance } from './chance.ts'
import { MARKETS, type City, type Market } from './markets.ts'
import { NAMES } from './names.ts'
import type { Timeline } from './timeline.ts'

export const INTERESTS = [
  'cooking',
  'fitness',
  'travel',
  'gardening',
  'pets',
  'beauty',
  'family',
  'outdoors',
  'coffee',
  'music',
] as const
export const PERSONALITY = [
  'openness',
  'conscientiousness',
  'extraversion',
  'agreeableness',
  'stability',
] as const

export interface Person {
  readonly index: number
  readonly id: string
  readonly archetype: Archetype
  readonly market: Market
  readonly city: City
  readonly givenName: string
  readonly familyName: string
  readonly gender: 'female' | 'male' | 'other' | ''
  readonly birthDate: string
  /** Day of the timeline; negative for those who joined before it. */
  readonly joinedDay: number
  readonly joinedSecond: number
  readonly acquisition: Acquisition
  /** '' when unknown. */
  readonly income: string
  readonly householdSize: number
  readonly interests: readonly string[]
  readonly latitude: string
  readonly longitude: string
  readonly consent: boolean
  /** (day, second) of the app's installation. */
  readonly app: { readonly day: number; readonly second: number } | undefined
  readonly favouriteDepartment: string
  /** Five scores from 1 to 5, or none. */
  readonly personality: readonly string[]
  /** A second home, from a day on. */
  readonly move: { readonly day: number; readonly city: City } | undefined
}

const ARCHETYPE_STEPS = cumulate(ARCHETYPES.map((a) => TEMPERS[a].share))
const MARKET_STEPS = cumulate(MARKETS.map((m) => m.share))
const CITY_STEPS = new Map(MARKETS.map((m) => [m, cumulate(m.cities.map((c) => c.weight))]))
const ACQUISITION_STEPS = new Map(ARCHETYPES.map((a) => [a, cumulate(acquisitionShares(a))]))

/** Streams of chance, so that a change in one part of a life leaves the others as they were. */
export const STREAM = { person: 1, shopping: 2, contact: 3, care: 4, breaking: 5 } as const

function pick<T>(list: readonly T[], draw: Chance): T {
  const item = list[draw.below(list.length)]
  if (item === undefined) throw new Error('bug: picked from an empty list')
  return item
}

function pickStep<T>(list: readonly T[], steps: readonly number[] | undefined, draw: Chance): T {
  const item = list[pickWeighted(steps ?? [], draw.next())]
  if (item === undefined) throw new Error('bug: weights and list differ')
  return item
}

export function cityOf(market: Market, draw: Chance): City {
  return pickStep(market.cities, CITY_STEPS.get(market), draw)
}

/** Archetypes that need time to show join within the horizon, early enough; others also before it. */
function joinedDayOf(archetype: Archetype, time: Timeline, draw: Chance): number {
  const latest = time.days - Math.min(TEMPERS[archetype].tenureDays, Math.floor(time.days * 0.7))
  const counted = archetype === 'one-and-done' || archetype === 'break-after-n'
  const earliest = counted ? 0 : -Math.floor(time.days * 0.4)
  return earliest + draw.below(latest - earliest)
}

function homeOf(city: City, draw: Chance): { latitude: string; longitude: string } {
  // About six kilometres of scatter around the centre.
  return {
    latitude: (city.latitude + draw.normal() * 0.055).toFixed(5),
    longitude: (city.longitude + draw.normal() * 0.07).toFixed(5),
  }
}

function interestsOf(draw: Chance): readonly string[] {
  if (draw.hit(0.22)) return []
  const first = draw.below(INTERESTS.length)
  const step = 1 + draw.below(4)
  return Array.from(
    { length: 1 + draw.below(3) },
    (_, i) => INTERESTS[(first + i * step) % INTERESTS.length] ?? 'music',
  )
}

/** Survey scores in steps of 0.25; half of the loyal answered, few of the others (planted bias). */
function personalityOf(archetype: Archetype, draw: Chance): readonly string[] {
  const engaged = archetype === 'loyal-regular' || archetype === 'vip' || archetype === 'growing'
  if (!draw.hit(engaged ? 0.5 : 0.08)) return []
  return PERSONALITY.map((scale) => {
    const base = scale === 'openness' && archetype === 'growing' ? 4 : 3.2
    const score = Math.round((base + draw.normal() * 0.7) * 4) / 4
    return String(Math.min(5, Math.max(1, score)))
  })
}

/** The person number `index`; the same for the same seed, whoever else is generated. */
export function person(seed: number, index: number, time: Timeline): Person {
  const draw = chance(seed, STREAM.person, index)
  const archetype = pickStep(ARCHETYPES, ARCHETYPE_STEPS, draw)
  const market = pickStep(MARKETS, MARKET_STEPS, draw)
  const city = cityOf(market, draw)
  const names = NAMES[market.language]
  const woman = draw.hit(0.57)
  const joinedDay = joinedDayOf(archetype, time, draw)
  // Ages 18 to 85 at the end of the story, most between 30 and 55.
  const ageDays = Math.floor((18 + 67 * (draw.next() + draw.next() * 0.6) * 0.6) * 365.25)
  const appDay = joinedDay + Math.floor(draw.wait(90))
  const home = homeOf(city, draw)
  const income = market.medianIncome * Math.exp(draw.normal() * 0.45)
  const moveDay = joinedDay + 30 + draw.below(900)
  return {
    index,
    id: `C${String(index + 1).padStart(7, '0')}`,
    archetype,
    market,
    city,
    givenName: pick(woman ? names.women : names.men, draw),
    familyName: pick(names.families, draw),
    gender: !draw.hit(market.genderKnown)
      ? ''
      : draw.hit(0.015)
        ? 'other'
        : woman
          ? 'female'
          : 'male',
    birthDate: time.date(time.days - ageDays),
    joinedDay,
    joinedSecond: 8 * 3600 + draw.below(10 * 3600),
    acquisition: pickStep(ACQUISITIONS, ACQUISITION_STEPS.get(archetype), draw),
    income: draw.hit(market.incomeKnown) ? String(Math.round(income / 500) * 500) : '',
    householdSize: 1 + Math.floor(draw.next() * draw.next() * 6),
    interests: interestsOf(draw),
    latitude: home.latitude,
    longitude: home.longitude,
    consent: archetype === 'email-only' || draw.hit(archetype === 'vip' ? 0.85 : 0.66),
    app:
      draw.hit(0.35) && appDay < time.days
        ? { day: appDay, second: draw.below(86_400) }
        : undefined,
    favouriteDepartment: pick(CATEGORY_TREE, draw).name,
    personality: personalityOf(archetype, draw),
    move:
      draw.hit(0.08) && moveDay > 0 && moveDay < time.days
        ? { day: moveDay, city: cityOf(market, draw) }
        : undefined,
  }
}
