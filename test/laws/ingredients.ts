/** What random definitions over the catalogue of the laws are made of. */
import { LAW_CATALOGUE } from './catalogue.ts'
import type { Ingredients } from './definition-arbitrary.ts'
import { CATEGORIES, DATES, LISTS, NUMBERS, TEXTS } from './facts-arbitrary.ts'
import { MOMENTS, WINDOWS, ZONES } from './instants.ts'

/** For definitions that run in the engine. */
export const LAW_INGREDIENTS: Ingredients = {
  catalogue: LAW_CATALOGUE,
  currency: 'EUR',
  segments: [],
  texts: [...TEXTS, ...CATEGORIES],
  numbers: NUMBERS,
  dates: DATES,
  instants: MOMENTS,
  windows: WINDOWS,
  zones: ZONES,
  lists: LISTS,
}

/** For definitions whose explanations are read: figures that people could mean, and one segment to refer to. */
export const EXPLAINED_INGREDIENTS: Ingredients = {
  ...LAW_INGREDIENTS,
  segments: ['other'],
  texts: TEXTS,
  numbers: NUMBERS.filter((n) => Math.abs(n) < 1e12),
}
