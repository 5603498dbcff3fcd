/** Belonging: to segments, to lists, to those who consented, to a band of the whole base. */
import { nearest, sipHash64 } from '../../base/index.ts'
import type { BoundCondition, BoundValue } from '../bound.ts'
import { quote } from '../syntax/print.ts'
import type { Condition, RankBand } from '../tree.ts'
import { report, typeName, type Binder } from './binder.ts'
import { bindTrait } from './name.ts'

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>
type Bound = BoundCondition | undefined

/** Another segment's members at the same instant. */
export function bindInSegment(b: Binder, node: Of<'inSegment'>, number: number): Bound {
  const known = b.context.segments
  if (known !== undefined && !known.includes(node.segment)) {
    const near = nearest(node.segment, known)
    const params = { name: node.segment, nearest: near ?? '', known }
    const fix = near === undefined ? undefined : quote(near)
    return report(b, 'segment/unknown-segment', [node, 'segment'], params, { fix })
  }
  b.refersTo.add(node.segment)
  return { node: number, kind: 'inSegment', segment: node.segment }
}

/** A list may be filled later, so that one that nobody knows yet is pointed out, not refused. */
export function bindInList(b: Binder, node: Of<'inList'>, number: number): Bound {
  if (node.list === '') return report(b, 'segment/empty-text', [node, 'list'])
  const known = b.context.lists
  if (known !== undefined && !known.includes(node.list)) {
    const near = nearest(node.list, known)
    const params = { name: node.list, nearest: near ?? '', known }
    const fix = near === undefined ? undefined : quote(near)
    report(b, 'segment/unknown-list', [node, 'list'], params, { severity: 'warning', fix })
  }
  return { node: number, kind: 'inList', list: node.list }
}

/** The boolean trait that the catalogue gives this consent; who said nothing did not consent. */
export function bindConsent(b: Binder, node: Of<'consent'>, number: number): Bound {
  const { channel, purpose } = node
  const traits = Object.values(b.context.catalogue.traits)
  const trait = traits.find((t) => t.consent?.channel === channel && t.consent.purpose === purpose)
  if (trait === undefined) {
    const known = traits.flatMap(({ consent }) =>
      consent === undefined ? [] : [`consent(${consent.channel}, ${consent.purpose})`],
    )
    const near = nearest(`consent(${channel}, ${purpose})`, known)
    const params = { channel, purpose, nearest: near ?? '', known }
    return report(b, 'segment/no-consent', node, params, { fix: near })
  }
  const value = bindTrait(b, trait.name, node)
  if (value === undefined) return undefined
  const right: BoundValue = { kind: 'literal', type: 'boolean', value: true }
  return { node: number, kind: 'compare', op: '=', left: value.value, right }
}

/** A number or duration that is ranked among all customers who have one. */
export function bindRank(b: Binder, node: Of<'rank'>, number: number): Bound {
  const of = b.bindValue(b, node.value, { kind: 'customer' })
  if (of === undefined) return undefined
  if (of.type !== 'number' && of.type !== 'duration') {
    const params = { expectedTypes: ['number', 'duration'], foundType: typeName(of) }
    return report(b, 'segment/wrong-type', node.value, params)
  }
  const { band } = node
  return { node: number, kind: 'rank', key: rankKey(b, of.value, band), value: of.value, band }
}

/** Equal for equal questions, wherever they stand in their definitions. */
function rankKey(b: Binder, value: BoundValue, band: RankBand): string {
  const text = JSON.stringify([value, band, b.timeZone], withoutNumbers)
  return sipHash64(text).toString(16).padStart(16, '0')
}

function withoutNumbers(key: string, part: unknown): unknown {
  return key === 'node' ? undefined : part
}
