/** What each parameter starts with, and on what that rests. */
import { categoriesUnder, type Catalogue } from '../catalog/index.ts'
import type { Instant } from '../base/index.ts'
import type { Field, Meaning } from './meaning.ts'
import {
  CONSTANTS,
  LEAST_CUSTOMERS,
  NUMBER_STATISTICS,
  roundDays,
  roundMoney,
  roundShare,
  TOP_STATISTICS,
  type NumberStatistic,
  type Rhythm,
  type TopStatistic,
} from './statistic.ts'
import type { Parameter, ParameterKind } from './template.ts'

/** On what a default rests. `exact` is the statistic before it was rounded. */
export type Basis =
  | {
      readonly kind: 'data'
      readonly statistic: NumberStatistic
      readonly exact: number
      readonly customers: number
      readonly asOf: Instant
    }
  | {
      readonly kind: 'top'
      readonly statistic: TopStatistic
      readonly customers: number
      readonly asOf: Instant
    }
  /** Too few customers to tell. */
  | {
      readonly kind: 'constant'
      readonly statistic: NumberStatistic
      readonly source: 'retail' | 'round'
    }
  | { readonly kind: 'catalogue' }
  /** A round number that no statistic stands for. */
  | { readonly kind: 'choice' }

/** The value of a parameter: days, counts and amounts as numbers, shares 0..1; null when nobody knows one. */
export type ParameterValue = number | string

export interface Default {
  readonly value: ParameterValue | null
  readonly basis: Basis
  /** Known values of a text, the most frequent first. */
  readonly options: readonly string[]
}

/** The default of a parameter on these data; without a rhythm constants are taken. */
export function defaultOf(
  parameter: Parameter,
  about: { readonly meaning: Meaning; readonly catalogue: Catalogue; readonly rhythm?: Rhythm },
): Default {
  const { from } = parameter
  if (typeof from === 'number') return { value: from, basis: { kind: 'choice' }, options: [] }
  const top = TOP_STATISTICS.find((name) => name === from)
  if (top !== undefined) return topDefault(top, about)
  const statistic = NUMBER_STATISTICS.find((name) => name === from)
  return statistic === undefined
    ? { value: null, basis: { kind: 'choice' }, options: [] }
    : numberDefault(parameter, statistic, about.rhythm)
}

function numberDefault(
  { kind, least }: Parameter,
  statistic: NumberStatistic,
  rhythm: Rhythm | undefined,
): Default {
  const found = rhythm?.numbers[statistic]
  const atLeast = (value: number): number => Math.max(value, least ?? 0)
  if (rhythm === undefined || found === undefined || found.customers < LEAST_CUSTOMERS) {
    const { value, source } = CONSTANTS[statistic]
    return {
      value: atLeast(rounded(kind, value)),
      basis: { kind: 'constant', statistic, source },
      options: [],
    }
  }
  const { value: exact, customers } = found
  const basis: Basis = { kind: 'data', statistic, exact, customers, asOf: rhythm.asOf }
  return { value: atLeast(rounded(kind, exact)), basis, options: [] }
}

function rounded(kind: ParameterKind, exact: number): number {
  switch (kind) {
    case 'days':
      return roundDays(exact)
    case 'money':
      return roundMoney(exact)
    case 'share':
      return roundShare(exact)
    default:
      // Nobody means 306 units when they say so; below twenty each one matters.
      return Math.max(1, Math.round(exact < 20 ? exact : roundMoney(exact)))
  }
}

function topDefault(
  statistic: TopStatistic,
  { meaning, catalogue, rhythm }: Parameters<typeof defaultOf>[1],
): Default {
  const field = fieldOf(statistic, meaning)
  const tree = field?.property.tree
  const nodes = tree === undefined ? undefined : catalogue.trees[tree]
  const known = rhythm?.tops[statistic]
  // Only names of the tree can be asked for with `under`.
  const seen = (known?.values ?? []).filter(
    (name) => nodes === undefined || categoriesUnder(nodes, name) !== undefined,
  )
  const [first] = seen
  if (rhythm !== undefined && known !== undefined && first !== undefined) {
    const { customers } = known
    const basis: Basis = { kind: 'top', statistic, customers, asOf: rhythm.asOf }
    return { value: first, basis, options: seen }
  }
  const listed = field?.property.values ?? nodes?.map((node) => node.name) ?? []
  return { value: listed[0] ?? null, basis: { kind: 'catalogue' }, options: listed }
}

function fieldOf(statistic: TopStatistic, meaning: Meaning): Pick<Field, 'property'> | undefined {
  switch (statistic) {
    case 'categories':
      return meaning.category
    case 'brands':
      return meaning.brand
    case 'channels':
      return meaning.channel
    case 'countries':
      return ofTrait(meaning.countryTrait) ?? meaning.countryField
    default:
      return ofTrait(meaning.source)
  }
}

function ofTrait(property: Meaning['source']): Pick<Field, 'property'> | undefined {
  return property === undefined ? undefined : { property }
}
