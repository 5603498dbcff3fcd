/** What the parts of a catalogue mean: found by role and type, by name only where no role says it. */
import type {
  Catalogue,
  ElementKind,
  EventKind,
  EventRole,
  Property,
  Trait,
  TraitRole,
} from '../catalog/index.ts'

/** A property of an event, or of one of its elements. */
export interface Field {
  readonly event: EventKind
  readonly element?: ElementKind
  readonly property: Property
}

/** The parts that templates speak of; absent where the catalogue has none. */
export interface Meaning {
  readonly purchase?: EventKind
  readonly amount?: Field
  readonly discount?: Field
  readonly category?: Field
  readonly brand?: Field
  readonly product?: Field
  readonly quantity?: Field
  readonly channel?: Field
  readonly refund?: EventKind
  readonly emailSent?: EventKind
  readonly emailOpened?: EventKind
  readonly emailClicked?: EventKind
  readonly web?: EventKind
  readonly ticket?: EventKind
  readonly reward?: EventKind
  readonly redeemed?: EventKind
  /** A score from 0 to 10, and the filter that tells it from other surveys. */
  readonly survey?: {
    readonly event: EventKind
    readonly score: Property
    readonly only?: readonly [property: string, value: string]
  }
  readonly joined?: Trait
  readonly birthDate?: Trait
  readonly countryTrait?: Trait
  /** Where no trait says it: the country of the last purchase. */
  readonly countryField?: Field
  readonly source?: Trait
  /** The trait, and how it is asked. */
  readonly consent?: Trait
}

const NAMES = {
  purchase: /^(purchase|order|sale|transaction|compra|pedido|commande|achat)s?$/,
  amount: /^(amount|total|revenue|value|net|sales|valor|importe|montant|spend)/,
  notAmount:
    /discount|desc(on|ue)|remise|rabat|tax|iva|tva|impost|ship|freight|frete|envio|port$|price|preco|precio|prix|cost|cust|fee|tip/,
  discount: /discount|descont|descuent|remise|rabat|rebate|markdown/,
  coupon: /coupon|cup(o|ó)n|cupom|voucher|promo/,
  category: /categ|department|departa|rayon|secao|seccion/,
  brand: /^(brand|marca|marque)/,
  product: /^(product|sku|item|article|produ|stock_?code)/,
  quantity: /^(quantity|qty|units|quant|cantidad|unidades)/,
  channel: /channel|canal/,
  source: /acqui|^source$|^referr|utm_source|capta|origem|origen/,
  redeemed: /redeem|resgat|canje|utilis|burn/,
  country: /country|^pais$|pays/,
  consent:
    /e_?mail.*(consent|opt|accept|agree|subscri)|(consent|opt_?in|accept|agree|subscri).*e_?mail|^newsletter/,
} as const

/** Reads a catalogue; sensitive properties are passed over, because no definition may name them. */
export function meaningOf(catalogue: Catalogue): Meaning {
  const purchase = withRole(catalogue, 'purchase') ?? named(catalogue, NAMES.purchase)
  const countryTrait = traitWith(catalogue, 'country')
  return clean({
    purchase,
    ...(purchase === undefined ? {} : ofPurchase(purchase)),
    ...(purchase === undefined || countryTrait !== undefined
      ? {}
      : { countryField: find(purchase, (p) => isWord(p) && NAMES.country.test(p.name), 'event') }),
    refund: purchase === undefined ? undefined : refundOf(catalogue, purchase),
    emailSent: withRole(catalogue, 'email-sent'),
    emailOpened: withRole(catalogue, 'email-opened'),
    emailClicked: withRole(catalogue, 'email-clicked'),
    web: withRole(catalogue, 'web'),
    ticket: withRole(catalogue, 'ticket'),
    reward: withRole(catalogue, 'reward'),
    redeemed: named(catalogue, NAMES.redeemed),
    survey: surveyIn(catalogue),
    joined: traitWith(catalogue, 'joined'),
    birthDate: traitWith(catalogue, 'birth-date'),
    countryTrait,
    source: traits(catalogue).find((t) => isWord(t) && NAMES.source.test(t.name)),
    consent: consentIn(catalogue),
  })
}

function clean(found: { readonly [K in keyof Meaning]: Meaning[K] | undefined }): Meaning {
  return Object.fromEntries(Object.entries(found).filter(([, part]) => part !== undefined))
}

function withRole(catalogue: Catalogue, role: EventRole): EventKind | undefined {
  return Object.values(catalogue.events).find((event) => event.role === role)
}

function named(catalogue: Catalogue, pattern: RegExp): EventKind | undefined {
  return Object.values(catalogue.events).find((event) => pattern.test(event.name))
}

function traits(catalogue: Catalogue): readonly Trait[] {
  return Object.values(catalogue.traits).filter((t) => t.sensitivity !== 'sensitive')
}

function traitWith(catalogue: Catalogue, role: TraitRole): Trait | undefined {
  return traits(catalogue).find((t) => t.role === role)
}

function isWord({ type }: Property): boolean {
  return type === 'text' || type === 'category'
}

/** The first fitting property, of the event before those of its elements. */
function find(
  event: EventKind,
  fits: (property: Property) => boolean,
  where: 'event' | 'element' | 'both' = 'both',
): Field | undefined {
  const seen = (p: Property): boolean => p.sensitivity !== 'sensitive' && fits(p)
  const own = where === 'element' ? undefined : Object.values(event.properties).find(seen)
  if (own !== undefined) return { event, property: own }
  if (where === 'event') return undefined
  for (const element of Object.values(event.elements)) {
    const property = Object.values(element.properties).find(seen)
    if (property !== undefined) return { event, element, property }
  }
  return undefined
}

function isMoney({ type }: Property): boolean {
  return type === 'money'
}

function isTotal(p: Property): boolean {
  return isMoney(p) && NAMES.amount.test(p.name) && !NAMES.notAmount.test(p.name)
}

function byName(pattern: RegExp): (property: Property) => boolean {
  return (p) => isWord(p) && pattern.test(p.name)
}

function ofPurchase(event: EventKind): { readonly [K in keyof Meaning]?: Meaning[K] | undefined } {
  return {
    amount:
      find(event, isTotal, 'event') ??
      find(event, isTotal, 'element') ??
      find(event, (p) => isMoney(p) && !NAMES.notAmount.test(p.name)),
    discount:
      find(event, (p) => (isMoney(p) || p.type === 'number') && NAMES.discount.test(p.name)) ??
      find(event, byName(NAMES.coupon)),
    category: find(event, (p) => p.type === 'category') ?? find(event, byName(NAMES.category)),
    brand: find(event, byName(NAMES.brand)),
    product: find(event, byName(NAMES.product), 'element') ?? find(event, byName(NAMES.product)),
    quantity:
      find(event, (p) => p.type === 'number' && NAMES.quantity.test(p.name), 'element') ??
      find(event, (p) => p.type === 'number' && NAMES.quantity.test(p.name)),
    channel: find(event, byName(NAMES.channel), 'event'),
  }
}

function refundOf(catalogue: Catalogue, purchase: EventKind): EventKind | undefined {
  const events = Object.values(catalogue.events)
  return (
    events.find((event) => event.refundOf?.event === purchase.name) ??
    events.find((event) => event.role === 'refund')
  )
}

/** A survey whose kinds are told apart must have one called NPS; one without kinds is taken for it. */
function surveyIn(catalogue: Catalogue): Meaning['survey'] {
  const event = withRole(catalogue, 'survey')
  if (event === undefined) return undefined
  const own = Object.values(event.properties)
  const score =
    own.find((p) => p.type === 'number' && /nps|recommend/i.test(p.name)) ??
    own.find((p) => p.type === 'number' && /score|rating|nota|note|puntu/i.test(p.name))
  if (score === undefined) return undefined
  if (/nps|recommend/i.test(score.name)) return { event, score }
  for (const property of own) {
    const nps = property.values?.find((v) => /^nps$/i.test(v))
    if (nps !== undefined) return { event, score, only: [property.name, nps] }
  }
  return undefined
}

function consentIn(catalogue: Catalogue): Trait | undefined {
  const flags = traits(catalogue).filter((t) => t.type === 'boolean')
  return (
    flags.find((t) => t.consent?.channel === 'email' && t.consent.purpose === 'marketing') ??
    flags.find((t) => t.role === undefined && NAMES.consent.test(t.name))
  )
}
