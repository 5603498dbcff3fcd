/** Whether members can be reached: consent to a channel, and an address for it. */
import type { Trait } from '../../../core/catalog/index.ts'
import { say, verbatim, type NumberSums, type Text } from '../../../core/insight/index.ts'
import { id, sql, type Sql } from '../../../core/sql/index.ts'
import { isSet, traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import type { Figure } from './figures.ts'
import { numberSums, withSources } from './sums.ts'

/** A channel and how many of each group it reaches. */
export interface Reach {
  readonly channel: Text
  readonly sums: NumberSums
  /** Those it reaches, in the segment language. */
  readonly condition: string
}

/** Each channel that the catalogue knows a consent of; none where it knows none. */
export async function reachOf(context: ReportContext, groups: Sql): Promise<readonly Reach[]> {
  const { catalogue } = context.current.programme
  const traits = Object.values(catalogue.traits)
  const consents = traits.filter(
    (trait) => trait.type === 'boolean' && trait.consent?.purpose === 'marketing',
  )
  const known =
    consents.length > 0 ? consents : [context.meaning.consent].filter((t) => t !== undefined)
  if (known.length === 0) return []
  const addresses = traits.filter(({ role }) => role === 'email' || role === 'phone')
  const channels = known.map((consent) => {
    const channel = consent.consent?.channel ?? 'email'
    return { consent, channel, address: addressFor(channel, addresses) }
  })
  const figures = channels.map(({ consent, channel, address }): Figure => {
    const agreed = sql`ifNull(${id(consent.name)}, false)`
    const reached =
      address === undefined ? agreed : sql`${agreed} AND ${isSet(address, id(address.name))}`
    return {
      key: channel,
      area: 'email',
      label: verbatim(channel),
      unit: 'share',
      uses: [`trait:${consent.name}`],
      isFlag: true,
      number: sql`toFloat64(${reached})`,
    }
  })
  const source = traitsNow(context, [...new Set([...known, ...addresses])])
  const { numbers } = await numberSums(context, withSources(groups, [source]), figures)
  return numbers.map((sums, i): Reach => {
    const { consent, channel } = channels[i] ?? { consent: undefined, channel: '' }
    const condition =
      consent?.consent === undefined
        ? `${consent?.name ?? ''} = true`
        : `consent(${channel}, ${consent.consent.purpose})`
    return { channel: channelName(channel), sums, condition }
  })
}

function addressFor(channel: string, addresses: readonly Trait[]): Trait | undefined {
  const role = /mail/.test(channel)
    ? 'email'
    : /sms|phone|call|whatsapp/.test(channel)
      ? 'phone'
      : ''
  return addresses.find((trait) => trait.role === role)
}

function channelName(channel: string): Text {
  return channel === 'email'
    ? say(['e-mail', 'e-mail', 'correo electrónico', 'e-mail'])
    : verbatim(channel)
}
