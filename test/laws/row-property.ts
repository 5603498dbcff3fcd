/** The properties of the rows that a source has, with amounts also converted into one currency. */
import type { BoundSource, BoundType, Conversion } from '../../src/core/segment/index.ts'
import { LAW_CATALOGUE, RATES } from './catalogue.ts'
import { BOUND_TYPE } from './literals.ts'

export interface RowProperty {
  readonly name: string
  readonly of: 'event' | 'element'
  readonly type: BoundType
  readonly convert?: Conversion
}

const CONVERTED = ['amount', 'discount', 'fee', 'price']

/** All of them; those that are amounts twice, plain and converted by the day of a zone. */
export function propertiesOf(source: Pick<BoundSource, 'event' | 'element'>): RowProperty[] {
  const event = LAW_CATALOGUE.events[source.event]
  const element = source.element === undefined ? undefined : event?.elements[source.element]
  const own = Object.values(event?.properties ?? {}).map((p) => ({ p, of: 'event' as const }))
  const inner = Object.values(element?.properties ?? {}).map((p) => ({ p, of: 'element' as const }))
  return [...own, ...inner].flatMap(({ p, of }): RowProperty[] => {
    const plain = { name: p.name, of, type: BOUND_TYPE[p.type] }
    if (!CONVERTED.includes(p.name)) return [plain]
    // The elements' amounts by the currency of their own, or of their event.
    const currency = { name: 'currency', of: p.name === 'price' ? of : 'event' } as const
    const timeZone = p.name === 'fee' ? 'Pacific/Apia' : 'America/Sao_Paulo'
    return [plain, { ...plain, convert: { currency, to: 'EUR', rates: RATES, timeZone } }]
  })
}

/** A property of purchases of each type, where a source has none of it. */
export function purchaseProperty(type: BoundType): RowProperty {
  const found = propertiesOf({ event: 'purchase' }).find((p) => p.type === type)
  if (found === undefined) throw new Error(`purchases have nothing of type ${type}`)
  return found
}
