/** What a retailer's data is: traits, events and their properties, with types, units, sensitivity and meaning. */
import type { DateText, Locale, LocalText } from '../base/index.ts'

/**
 * `text` and `category` are strings, '' is missing; `number` and `money` have up to six decimals;
 * `date` is a calendar day, `instant` a point in time; `list` is a list of text; `geo` a latitude and longitude.
 */
export const VALUE_TYPES = [
  'text',
  'number',
  'money',
  'boolean',
  'date',
  'instant',
  'list',
  'category',
  'geo',
] as const
export type ValueType = (typeof VALUE_TYPES)[number]

/** `sensitive` attributes are refused in definitions unless the privacy officer allows them. */
export type Sensitivity = 'none' | 'personal' | 'sensitive'

/** What a trait means to the product beyond its name. */
export const TRAIT_ROLES = [
  'birth-date',
  'joined',
  'country',
  'region',
  'city',
  'email',
  'phone',
  'name',
  'language',
  'gender',
  'income',
  'home',
  'consent',
] as const
export type TraitRole = (typeof TRAIT_ROLES)[number]

/** A typed attribute of an event, of an element of an event, or (as `Trait`) of a customer. */
export interface Property {
  readonly name: string
  readonly type: ValueType
  readonly label: LocalText
  /** A required property is never missing: rows without it are set aside at intake. */
  readonly required: boolean
  readonly sensitivity: Sensitivity
  /** Display unit such as `kg`; for `money` see `currency`. */
  readonly unit?: string
  /** ISO 4217 code of a `money` property; the programme's currency when absent in the file. */
  readonly currency?: string
  /**
   * The property of the same event or element that holds the currency of each amount (missing: the programme's);
   * amounts then count in the programme's currency, by its `rates`.
   */
  readonly currencyFrom?: string
  /** Name of the category tree of a `category` property. */
  readonly tree?: string
  /** Known values, for completion and nearest-name suggestions; not a restriction. */
  readonly values?: readonly string[]
}

export interface Trait extends Property {
  readonly role?: TraitRole
  /** Of a trait with role consent: what the customer agreed to. */
  readonly consent?: { readonly channel: string; readonly purpose: Purpose }
}

/** What data may be used for; people consent to purposes. */
export const PURPOSES = ['programme', 'marketing', 'profiling', 'sharing'] as const
export type Purpose = (typeof PURPOSES)[number]

/** How a score's values are read: `money` in the programme's currency, `share` of 1, `class` the number of a group. */
export const SCORE_UNITS = ['number', 'count', 'money', 'share', 'days', 'class'] as const
export type ScoreUnit = (typeof SCORE_UNITS)[number]

/** A number that a model says of customers, such as `clv.expected_12m`. */
export interface ScoreKind {
  readonly name: string
  readonly label: LocalText
  readonly unit: ScoreUnit
}

/** Who serves customers, what that costs in a month, how long they could work in it, and how long one event keeps them. */
export interface CostPool {
  readonly monthly: number
  /** Minutes (or any unit) that the cost pays for; what is not used of it is idle. Absent: all was used. */
  readonly capacity?: number
  /** By event: the minutes (or units) that one of them takes. */
  readonly minutes: Readonly<Record<string, number>>
}

/** What serving customers costs; the one place that models and reports read it from. */
export interface Costs {
  readonly pools: Readonly<Record<string, CostPool>>
  /** By event: what one of them costs, in the programme's currency. */
  readonly each: Readonly<Record<string, number>>
  /** By `event.property`: amounts that are costs themselves, times a factor. */
  readonly amounts: Readonly<Record<string, number>>
}

/** How points are earned and spent, and when those that were not spent lapse. The oldest are spent first. */
export interface Points {
  /** By event: its number of points; below 0 it takes points back. */
  readonly earn: Readonly<Record<string, string>>
  readonly spend: Readonly<Record<string, string>>
  /** Points lapse at the end of the local day that many months after they were earned; absent: never. */
  readonly expire?: number
  /** What one point is worth in the programme's currency; absent: what rewards gave for theirs. */
  readonly worth?: number
  /** By tier: points to be earned within the last twelve months; from the lowest to the highest. */
  readonly tiers?: Readonly<Record<string, number>>
}

/** By currency: what one unit is worth in the programme's, from a day on, in order of days; at most nine decimals. */
export type Rates = Readonly<Record<string, readonly (readonly [DateText, number])[]>>

/** What an event means to the product beyond its name. */
export const EVENT_ROLES = [
  'purchase',
  'refund',
  'web',
  'email-sent',
  'email-opened',
  'email-clicked',
  'survey',
  'ticket',
  'reward',
] as const
export type EventRole = (typeof EVENT_ROLES)[number]

/** The repeated part of an event, such as the lines of a purchase; its name is singular (`item`). */
export interface ElementKind {
  readonly name: string
  readonly label: LocalText
  readonly properties: Readonly<Record<string, Property>>
}

export interface EventKind {
  readonly name: string
  readonly label: LocalText
  /** What senders over HTTP call it beside its name, such as `Order Completed`. */
  readonly aliases?: readonly string[]
  readonly role?: EventRole
  readonly properties: Readonly<Record<string, Property>>
  readonly elements: Readonly<Record<string, ElementKind>>
  /** Only events whose `property` is one of `values` count as this event (for example paid orders); the others stay stored and unseen. */
  readonly counts?: { readonly property: string; readonly values: readonly string[] }
  /** For a refund: the event it takes back, tied by `property` (the order's id). */
  readonly refundOf?: { readonly event: string; readonly property: string }
}

/** A node of a category tree; names are unique within a tree. */
export interface CategoryNode {
  readonly name: string
  readonly label: LocalText
  readonly children: readonly CategoryNode[]
}

export interface Catalogue {
  readonly traits: Readonly<Record<string, Trait>>
  readonly events: Readonly<Record<string, EventKind>>
  readonly trees: Readonly<Record<string, readonly CategoryNode[]>>
  /** Reference properties of products, used at intake to fill the missing properties of elements. */
  readonly products: Readonly<Record<string, Property>>
  readonly scores?: Readonly<Record<string, ScoreKind>>
  readonly rates?: Rates
  readonly costs?: Costs
  readonly points?: Points
}

/** The head of `tessera.yaml`. */
export interface Programme {
  readonly id: string
  readonly name: string
  /** Generated data of nobody; shown wherever the programme is. */
  readonly synthetic?: boolean
  /** IANA zone; calendars of every definition follow it unless the definition names another. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
  readonly locales: readonly Locale[]
  readonly catalogue: Catalogue
  /** Named measures of the brand: name -> text of the expression. */
  readonly measures: Readonly<Record<string, string>>
}

/** The names of a node and of everything below it, or undefined when the tree has no such node. */
export function categoriesUnder(
  tree: readonly CategoryNode[],
  name: string,
): readonly string[] | undefined {
  for (const node of tree) {
    if (node.name === name) return namesBelow(node)
    const found = categoriesUnder(node.children, name)
    if (found !== undefined) return found
  }
  return undefined
}

function namesBelow(node: CategoryNode): string[] {
  return [node.name, ...node.children.flatMap(namesBelow)]
}
