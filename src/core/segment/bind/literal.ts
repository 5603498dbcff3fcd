/** Literals: what is written down, in the units of evaluation. */
import type { Literal } from '../tree.ts'
import type { Typed } from './binder.ts'
import { UNIT_MS } from './type.ts'

const UNIT_METRES = { m: 1, km: 1000, mi: 1609.344 } as const

/** The value as both evaluators take it: durations in milliseconds, lengths in metres, percentages as parts of one. */
export function bindLiteral(node: Literal): Typed {
  const { type, value } = evaluated(node)
  const typed: Typed = {
    value: { kind: 'literal', type, value },
    type,
    literal: true,
    canMiss: false,
    ...(node.kind === 'length' ? { length: true } : {}),
  }
  const currency = node.kind === 'number' ? node.currency : undefined
  return currency === undefined ? typed : { ...typed, money: currency }
}

function evaluated(node: Literal): Extract<Typed['value'], { kind: 'literal' }> {
  const literal = { kind: 'literal' } as const
  if (node.kind === 'length') {
    return { ...literal, type: 'number', value: node.count * UNIT_METRES[node.unit] }
  }
  if (node.kind === 'duration') {
    return { ...literal, type: 'duration', value: node.count * UNIT_MS[node.unit] }
  }
  const isPercent = node.kind === 'number' && node.percent === true
  return { ...literal, type: node.kind, value: isPercent ? node.value / 100 : node.value }
}
