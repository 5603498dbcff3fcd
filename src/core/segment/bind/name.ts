/** Names: traits, properties, roles; sensitive ones are refused. */
import { nearest } from '../../base/index.ts'
import type { Property, Trait, TraitRole } from '../../catalog/index.ts'
import type { BoundValue, Conversion } from '../bound.ts'
import { printName, quote } from '../syntax/print.ts'
import type { Condition, Expression } from '../tree.ts'
import { report, type Binder, type Scope, type Typed } from './binder.ts'
import { boundType } from './type.ts'

type Rows = Extract<Scope, { kind: 'rows' }>

/** Looking for the nearest of many names is what costs most in a text full of mistakes. */
export const MOST_HINTS = 50

/** `fix` as it is to be written in the text. */
export function suggestion(
  b: Binder,
  name: string,
  names: readonly string[],
): { nearest: string; fix: string | undefined } {
  // One or two letters are near to anything; and a hundred issues need no more hints.
  const near = name.length < 3 || b.issues.length > MOST_HINTS ? undefined : nearest(name, names)
  return { nearest: near ?? '', fix: near === undefined ? undefined : printName(near) }
}

/** A trait by name; never required, as nobody is asked for it at intake. */
export function bindTrait(b: Binder, name: string, at: object): Typed | undefined {
  const { traits } = b.context.catalogue
  const trait = Object.hasOwn(traits, name) ? traits[name] : undefined
  if (trait === undefined) {
    const known = [...Object.keys(traits), ...b.local.keys(), ...Object.keys(b.context.measures)]
    // `country = BR`: a text without its quotes.
    const isValue = isKnownValue(b, name)
    const { nearest, fix } = isValue
      ? { nearest: quote(name), fix: quote(name) }
      : suggestion(b, name, [...known, 'everyone'])
    return report(b, 'segment/unknown-trait', at, { name, nearest, known }, { fix })
  }
  return allowed(b, trait, at) ? traitValue(b, trait) : undefined
}

function isKnownValue(b: Binder, name: string): boolean {
  const { traits, events } = b.context.catalogue
  const properties = Object.values(events).flatMap((event) => Object.values(event.properties))
  return [...Object.values(traits), ...properties].some((p) => p.values?.includes(name) === true)
}

function traitValue(b: Binder, trait: Trait): Typed {
  const type = boundType(trait)
  return typedProperty(b, { kind: 'trait', type, name: trait.name }, { ...trait, required: false })
}

/** The trait that has a meaning to the product; missing roles are said with how to give them. */
export function bindRole(
  b: Binder,
  role: TraitRole,
  at: Extract<Expression, { kind: 'age' | 'tenure' }> | Extract<Condition, { kind: 'anniversary' }>,
): Typed | undefined {
  const word = at.kind === 'anniversary' ? 'birthday' : at.kind
  const { traits } = b.context.catalogue
  const trait = Object.values(traits).find((t) => t.role === role)
  if (trait === undefined) {
    const fix = Object.hasOwn(traits, at.kind) ? `\`${at.kind}\`` : undefined
    return report(b, 'segment/no-role', at, { word, role }, { fix })
  }
  return allowed(b, trait, at) ? traitValue(b, trait) : undefined
}

/** A property of the rows at hand: the element's if it has one of that name, else the event's. */
export function bindProperty(
  b: Binder,
  name: string,
  scope: Rows,
  at: object | readonly [object, string],
): Typed | undefined {
  const found = findProperty(scope, name)
  if (found === undefined) {
    const known = propertyNames(scope)
    const { nearest, fix } = suggestion(b, name, known)
    const of = [scope.event.name, scope.element?.name]
      .filter((part) => part !== undefined)
      .join('.')
    return report(b, 'segment/unknown-property', at, { name, of, nearest, known }, { fix })
  }
  if (!allowed(b, found.property, at)) return undefined
  const type = boundType(found.property)
  // An amount of the event has the event's currency, also where elements have one of their own.
  const holder: Rows = found.of === 'element' ? scope : { kind: 'rows', event: scope.event }
  return typedProperty(b, { kind: 'property', type, name, of: found.of }, found.property, holder)
}

function findProperty(
  scope: Rows,
  name: string,
): { property: Property; of: 'event' | 'element' } | undefined {
  const own = scope.element?.properties ?? {}
  const inElement = Object.hasOwn(own, name) ? own[name] : undefined
  if (inElement !== undefined) return { property: inElement, of: 'element' }
  const { properties } = scope.event
  const inEvent = Object.hasOwn(properties, name) ? properties[name] : undefined
  return inEvent === undefined ? undefined : { property: inEvent, of: 'event' }
}

function propertyNames(scope: Rows): string[] {
  return [
    ...new Set([
      ...Object.keys(scope.element?.properties ?? {}),
      ...Object.keys(scope.event.properties),
    ]),
  ]
}

function typedProperty(b: Binder, value: BoundValue, property: Property, around?: Rows): Typed {
  const typed = {
    value: value.kind === 'property' ? { ...value, ...conversion(b, property, around) } : value,
    type: value.type,
    literal: false,
    canMiss: !property.required,
    property,
  }
  if (property.type !== 'money') return typed
  return { ...typed, money: property.currency ?? b.context.currency }
}

/** How the amounts of a property whose rows say their currency become one currency. */
function conversion(
  b: Binder,
  { currencyFrom, currency }: Property,
  scope: Rows | undefined,
): { readonly convert?: Conversion } {
  if (currencyFrom === undefined || scope === undefined) return {}
  const found = findProperty(scope, currencyFrom)
  if (found === undefined) return {}
  const convert: Conversion = {
    currency: { name: currencyFrom, of: found.of },
    to: currency ?? b.context.currency,
    rates: b.context.catalogue.rates ?? {},
    timeZone: b.context.rateZone ?? b.context.timeZone,
  }
  return { convert }
}

function allowed(b: Binder, property: Property, at: object): boolean {
  if (property.sensitivity !== 'sensitive') return true
  if (b.context.allowSensitive?.includes(property.name) === true) return true
  report(b, 'segment/sensitive', at, { name: property.name })
  return false
}
