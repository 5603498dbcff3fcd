/** An example event of this catalogue, with all that a sender must not leave out. */
import type { EventKind, Property } from '../../../core/catalog/index.ts'

/** A value of the type; invented, so that nobody mistakes it for data. */
function sampleOf({ type }: Property): string {
  if (type === 'money' || type === 'number') return type === 'money' ? '35.5' : '1'
  if (type === 'boolean') return 'true'
  if (type === 'date') return "'2026-01-31'"
  if (type === 'instant') return "'2026-01-31T10:00:00Z'"
  if (type === 'list') return "['a', 'b']"
  return type === 'geo' ? '[38.72, -9.14]' : "'…'"
}

/** What is required, the amounts, and what decides whether the event counts. */
function fieldsOf(
  properties: Readonly<Record<string, Property>>,
  counts: EventKind['counts'],
): readonly string[] {
  return Object.values(properties)
    .filter((p) => p.required || p.type === 'money' || p.name === counts?.property)
    .map((p) => {
      const counted = p.name === counts?.property ? counts.values[0] : undefined
      return `${p.name}: ${counted === undefined ? sampleOf(p) : `'${counted}'`}`
    })
}

/** The properties of an example, as an object of JavaScript; empty when none is needed. */
export function sampleProperties(event: EventKind): string {
  const own = fieldsOf(event.properties, event.counts)
  const parts = Object.values(event.elements).flatMap((element) => {
    const fields = fieldsOf(element.properties, undefined)
    return fields.length === 0 ? [] : [`${element.name}: [{ ${fields.join(', ')} }]`]
  })
  const all = [...own, ...parts]
  return all.length === 0 ? '' : `{\n    ${all.join(',\n    ')},\n  }`
}
