/** Pieces of the segment language made from what the catalogue means, for the definitions that findings carry. */
import { printLiteral, printName } from '../../../core/segment/index.ts'
import type { Field, Meaning } from '../../../core/template/index.ts'

/** `purchase`, or `purchase.item` for what is told of its parts. */
export function rowsPhrase({ event, element }: Pick<Field, 'event' | 'element'>): string {
  const name = printName(event.name)
  return element === undefined ? name : `${name}.${printName(element.name)}`
}

/** `purchase.amount`. */
export function fieldPhrase(field: Field): string {
  return `${rowsPhrase(field)}.${printName(field.property.name)}`
}

/** A text between quotes. */
export function quotedPhrase(text: string): string {
  return printLiteral({ kind: 'text', value: text })
}

/** Spend of the last days: net of refunds where the language can take them off, undefined without an amount. */
export function spendPhrase(
  { amount, refund, purchase }: Meaning,
  days: number,
): { readonly phrase: string; readonly isNet: boolean } | undefined {
  if (amount === undefined) return undefined
  const { element, property } = amount
  const own =
    element === undefined ? refund?.properties : refund?.elements[element.name]?.properties
  const isNet =
    refund?.refundOf?.event === purchase?.name && own?.[property.name]?.type === property.type
  return {
    phrase: `${isNet ? 'net' : 'sum'}(${fieldPhrase(amount)}, last ${days} days)`,
    isNet,
  }
}

/** Whether a purchase was discounted, as a condition on it: `discount > 0`, `coupon is known`. */
export function discountedPhrase({ property, element }: Field): string {
  const name = printName(property.name)
  const isCode = property.type === 'text' || property.type === 'category'
  const test = isCode ? `${name} is known` : `${name} > 0`
  return element === undefined ? test : `any ${printName(element.name)} (${test})`
}

/** A number that people would choose, at or below the given one: two significant digits. */
export function roundedDown(value: number): number {
  if (!(value > 0)) return 0
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  const rounded = Math.floor(value / unit + 1e-9) * unit
  return Number(rounded.toFixed(6))
}
