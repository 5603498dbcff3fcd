/** What the holes of a template become: pieces of the language made from what the catalogue means. */
import { printLiteral, printName } from '../segment/index.ts'
import type { EventKind } from '../catalog/index.ts'
import type { Field, Meaning } from './meaning.ts'

/** Holes that the catalogue fills. */
export const SLOTS = [
  'purchase',
  'amount',
  'netAmount',
  'discounted',
  'categoryRows',
  'categoryIs',
  'categories',
  'brandRows',
  'brandIs',
  'productRows',
  'products',
  'range',
  'quantity',
  'channelIs',
  'channels',
  'refund',
  'emailSent',
  'emailOpened',
  'emailClicked',
  'web',
  'ticket',
  'reward',
  'redeemed',
  'nps',
  'npsRows',
  'joined',
  'birthDate',
  'country',
  'source',
  'consent',
] as const
export type Slot = (typeof SLOTS)[number]

/** The text of a slot; undefined where the catalogue has no such thing. */
export function slotText(slot: Slot, meaning: Meaning): string | undefined {
  return SLOT_TEXT[slot](meaning)
}

type SlotText = (meaning: Meaning) => string | undefined

const SLOT_TEXT: Readonly<Record<Slot, SlotText>> = {
  purchase: ({ purchase }) => nameOf(purchase),
  amount: ({ amount }) => path(amount),
  netAmount,
  discounted,
  categoryRows: ({ category }) => rows(category),
  categoryIs: ({ category }) => isValue(category),
  categories: ({ category }) => path(category),
  brandRows: ({ brand }) => rows(brand),
  brandIs: ({ brand }) => isValue(brand),
  productRows: ({ product }) => rows(product),
  products: ({ product }) => path(product),
  range: ({ category, product }) => path(category ?? product),
  quantity: ({ quantity }) => path(quantity),
  channelIs: ({ channel }) => isValue(channel),
  channels: ({ channel }) => path(channel),
  refund: ({ refund }) => nameOf(refund),
  emailSent: ({ emailSent }) => nameOf(emailSent),
  emailOpened: ({ emailOpened }) => nameOf(emailOpened),
  emailClicked: ({ emailClicked }) => nameOf(emailClicked),
  web: ({ web }) => nameOf(web),
  ticket: ({ ticket }) => nameOf(ticket),
  reward: ({ reward }) => nameOf(reward),
  redeemed: ({ redeemed }) => nameOf(redeemed),
  nps: (meaning) => {
    const rowsOf = surveyRows(meaning)
    return rowsOf === undefined || meaning.survey === undefined
      ? undefined
      : `last(${rowsOf}).${printName(meaning.survey.score.name)}`
  },
  npsRows: surveyRows,
  joined: ({ joined }) => nameOf(joined),
  birthDate: ({ birthDate }) => nameOf(birthDate),
  country: ({ countryTrait, countryField }) =>
    nameOf(countryTrait) ??
    (countryField === undefined
      ? undefined
      : `last(${printName(countryField.event.name)}).${printName(countryField.property.name)}`),
  source: ({ source }) => nameOf(source),
  consent: ({ consent }) => {
    if (consent === undefined) return undefined
    const { channel, purpose } = consent.consent ?? {}
    return channel === undefined || purpose === undefined
      ? `(${printName(consent.name)} = true)`
      : `consent(${channel}, ${purpose})`
  },
}

function nameOf(thing: { readonly name: string } | undefined): string | undefined {
  return thing === undefined ? undefined : printName(thing.name)
}

function rows(field: Field | undefined): string | undefined {
  if (field === undefined) return undefined
  const event = printName(field.event.name)
  return field.element === undefined ? event : `${event}.${printName(field.element.name)}`
}

function path(field: Field | undefined): string | undefined {
  return field === undefined ? undefined : `${rows(field)}.${printName(field.property.name)}`
}

function isValue(field: Field | undefined): string | undefined {
  if (field === undefined) return undefined
  const { property } = field
  return `${printName(property.name)} ${property.tree === undefined ? '=' : 'under'}`
}

/** Refunds must be tied to purchases and hold the same amount. */
function netAmount({ amount, refund, purchase }: Meaning): string | undefined {
  if (amount === undefined || refund === undefined) return undefined
  if (refund.refundOf?.event !== purchase?.name) return undefined
  return hasField(refund, amount) ? path(amount) : undefined
}

function hasField(event: EventKind, { element, property }: Field): boolean {
  const own = element === undefined ? event.properties : event.elements[element.name]?.properties
  return own?.[property.name]?.type === property.type
}

function discounted({ discount }: Meaning): string | undefined {
  if (discount === undefined) return undefined
  const { property, element } = discount
  const name = printName(property.name)
  const isCode = property.type === 'text' || property.type === 'category'
  const test = isCode ? `${name} is known` : `${name} > 0`
  return element === undefined ? test : `any ${printName(element.name)} (${test})`
}

function surveyRows({ survey }: Meaning): string | undefined {
  if (survey === undefined) return undefined
  const event = printName(survey.event.name)
  if (survey.only === undefined) return event
  const [property, text] = survey.only
  return `${event} where ${printName(property)} = ${printLiteral({ kind: 'text', value: text })}`
}
