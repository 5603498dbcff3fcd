/** Values that come from elsewhere than events: scores, buckets, distances. */
import { nearest } from '../../base/index.ts'
import type { Expression } from '../tree.ts'
import { report, typeName, type Binder, type Scope, type Typed } from './binder.ts'

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>

/** A score that the catalogue names; who has none yet has no value. */
export function bindScore(b: Binder, node: Of<'score'>): Typed | undefined {
  const scores = b.context.catalogue.scores ?? {}
  const kind = Object.hasOwn(scores, node.name) ? scores[node.name] : undefined
  if (kind === undefined) {
    const known = Object.keys(scores)
    const near = nearest(node.name, known)
    const params = { name: node.name, nearest: near ?? '', known }
    return report(b, 'segment/unknown-score', [node, 'name'], params, { fix: near })
  }
  const { currency } = b.context
  const money = kind.unit === 'money' ? currency : undefined
  const value = { kind: 'score', type: 'number', name: node.name } as const
  const typed = { type: 'number', literal: false, canMiss: true } as const
  return money === undefined
    ? { ...typed, value }
    : { ...typed, value: { ...value, currency: money }, money }
}

/** Every customer has a bucket. */
export function bindBucket(b: Binder, node: Of<'bucket'>): Typed | undefined {
  if (node.salt === '') return report(b, 'segment/empty-text', [node, 'salt'])
  const value = { kind: 'bucket', type: 'number', salt: node.salt } as const
  return { value, type: 'number', literal: false, canMiss: false }
}

/** Metres between a place and a point. */
export function bindDistance(b: Binder, node: Of<'distance'>, scope: Scope): Typed | undefined {
  const of = b.bindValue(b, node.of, scope)
  if (of === undefined) return undefined
  if (of.type !== 'geo') {
    const params = { expectedTypes: ['geo'], foundType: typeName(of) }
    return report(b, 'segment/wrong-type', node.of, params)
  }
  const { latitude, longitude } = node.to
  const value = { kind: 'distance', type: 'number', of: of.value, latitude, longitude } as const
  return { value, type: 'number', length: true, literal: false, canMiss: of.canMiss }
}
