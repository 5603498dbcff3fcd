/** Points in the segment language, for the definitions that findings carry. */
import type { Points } from '../../../core/catalog/index.ts'
import { printLiteral, printName } from '../../../core/segment/index.ts'
import type { Meaning } from '../../../core/template/index.ts'
import type { Price } from '../weak/near-misses.ts'

/** Points earned, less those taken back: `sum(purchase.points, last 365 days)`; of all time without a window. */
export function earnedPhrase({ earn }: Pick<Points, 'earn'>, window?: string): string {
  return sumPhrase(earn, window)
}

/** Points held where none lapse: earned less spent. */
export function heldPhrase({ earn, spend }: Pick<Points, 'earn' | 'spend'>): string {
  const spent = Object.keys(spend).length === 0 ? '' : ` - (${sumPhrase(spend)})`
  return `${sumPhrase(earn)}${spent}`
}

function sumPhrase(of: Readonly<Record<string, string>>, window?: string): string {
  return Object.entries(of)
    .map(([event, property]) => `${printName(event)}.${printName(property)}`)
    .map((path) => `sum(${path}${window === undefined ? '' : `, ${window}`})`)
    .join(' + ')
}

/** A condition on the price of a reward, with the countries where it is that price. */
export function byPrice(
  prices: readonly Price[],
  { countryTrait }: Pick<Meaning, 'countryTrait'>,
  condition: (points: number) => string,
): string {
  const parts = [...Map.groupBy(prices, (one) => one.points)].map(([points, of]) => {
    const names = of.flatMap(({ country }) =>
      country === undefined ? [] : [printLiteral({ kind: 'text', value: country })],
    )
    if (names.length === 0 || countryTrait === undefined) return condition(points)
    const trait = printName(countryTrait.name)
    const where =
      names.length === 1 ? `${trait} = ${names[0]}` : `${trait} in (${names.join(', ')})`
    return `${where} and ${condition(points)}`
  })
  return parts.length === 1 ? (parts[0] ?? '') : parts.map((one) => `(${one})`).join(' or ')
}
