/** Reads `costs:` and `points:`: numbers within their ranges, events and properties that exist. */
import { nearest } from '../../base/index.ts'
import type { Catalogue, CostPool, Costs, EventKind, Points } from '../catalog.ts'
import { fault, type Draft } from '../draft.ts'
import type { Path } from '../yaml.ts'

type Events = Catalogue['events']

const MOST = 1e12
/** Ten years; beyond that points never expire. */
const MOST_MONTHS = 120

/** The costs; undefined when the file has none. */
export function readCosts(draft: Draft, events: Events): Costs | undefined {
  const { costs } = draft.file
  if (costs === undefined || costs === null) return undefined
  const top: Path = ['costs']
  const times = (path: Path, map: Readonly<Record<string, unknown>>): Record<string, number> =>
    Object.fromEntries(
      Object.entries(map).map(([name, written]) => {
        eventAt(draft, events, { name, path: [...path, name] })
        return [name, numberAt(draft, { written, path: [...path, name] })]
      }),
    )
  const pools = Object.entries(costs.pools ?? {}).map(([name, pool]): [string, CostPool] => {
    const path = [...top, 'pools', name]
    const { capacity } = pool
    return [
      name,
      {
        monthly: numberAt(draft, { written: pool.monthly, path: [...path, 'monthly'] }),
        ...(capacity === undefined
          ? {}
          : { capacity: numberAt(draft, { written: capacity, path: [...path, 'capacity'] }) }),
        minutes: times([...path, 'minutes'], pool.minutes),
      },
    ]
  })
  const amounts = Object.entries(costs.amounts ?? {}).map(([name, written]): [string, number] => {
    const path = [...top, 'amounts', name]
    amountAt(draft, events, { name, path })
    return [name, numberAt(draft, { written, path, low: -MOST })]
  })
  return {
    pools: Object.fromEntries(pools),
    each: times([...top, 'each'], costs.each ?? {}),
    amounts: Object.fromEntries(amounts),
  }
}

/** The points; undefined when the file has none. */
export function readPoints(draft: Draft, events: Events): Points | undefined {
  const { points } = draft.file
  if (points === undefined || points === null) return undefined
  const { earn, spend, expire, worth, tiers } = points
  counted(draft, events, { map: earn, path: ['points', 'earn'] })
  counted(draft, events, { map: spend ?? {}, path: ['points', 'spend'] })
  if (Object.keys(earn).length === 0)
    fault(draft, 'catalog/empty', ['points', 'earn'], { key: 'earn' })
  const from = Object.entries(tiers ?? {}).map(([tier, written]): [string, number] => [
    tier,
    numberAt(draft, { written, path: ['points', 'tiers', tier] }),
  ])
  return {
    earn,
    spend: spend ?? {},
    ...(expire === undefined
      ? {}
      : {
          expire: numberAt(draft, {
            written: expire,
            path: ['points', 'expire'],
            low: 1,
            high: MOST_MONTHS,
            isWhole: true,
          }),
        }),
    ...(worth === undefined
      ? {}
      : { worth: numberAt(draft, { written: worth, path: ['points', 'worth'] }) }),
    ...(from.length === 0
      ? {}
      : { tiers: Object.fromEntries(from.toSorted((a, b) => a[1] - b[1])) }),
  }
}

interface Told {
  readonly written: unknown
  readonly path: Path
  readonly low?: number
  readonly high?: number
  readonly isWhole?: boolean
}

function numberAt(
  draft: Draft,
  { written, path, low = 0, high = MOST, isWhole = false }: Told,
): number {
  const value = typeof written === 'string' && written.trim() === '' ? Number.NaN : Number(written)
  if (value >= low && value <= high && (!isWhole || Number.isInteger(value))) return value
  fault(draft, 'catalog/model-number', path, { name: String(path.at(-1)), low, high })
  return low
}

interface Named {
  readonly name: string
  readonly path: Path
}

function eventAt(draft: Draft, events: Events, { name, path }: Named): EventKind | undefined {
  const event = Object.hasOwn(events, name) ? events[name] : undefined
  if (event === undefined) {
    const fix = nearest(name, Object.keys(events))
    fault(draft, 'catalog/unknown-event', path, { event: name }, { key: true, fix })
  }
  return event
}

/** `event.property`, or `event.element.property` of what is told of its parts. */
function amountAt(draft: Draft, events: Events, { name, path }: Named): void {
  const [first = '', ...rest] = name.split('.')
  const event = eventAt(draft, events, { name: first, path })
  if (event === undefined) return
  const amounts = [
    ...Object.values(event.properties).map((property) => ({ path: property.name, property })),
    ...Object.values(event.elements).flatMap((element) =>
      Object.values(element.properties).map((property) => ({
        path: `${element.name}.${property.name}`,
        property,
      })),
    ),
  ]
  const property = rest.join('.')
  const found = amounts.find((one) => one.path === property)
  if (found === undefined) {
    const near = nearest(
      property,
      amounts.map((one) => one.path),
    )
    const fix = near === undefined ? undefined : `${first}.${near}`
    fault(draft, 'catalog/unknown-property', path, { event: first, property }, { key: true, fix })
  } else if (found.property.type !== 'money' && found.property.type !== 'number') {
    fault(draft, 'catalog/not-a-number', path, { name, type: found.property.type }, { key: true })
  }
}

/** Events with the property that says how many points. */
function counted(
  draft: Draft,
  events: Events,
  { map, path }: { readonly map: Readonly<Record<string, string>>; readonly path: Path },
): void {
  for (const [name, property] of Object.entries(map)) {
    const event = eventAt(draft, events, { name, path: [...path, name] })
    if (event === undefined) continue
    const found = Object.hasOwn(event.properties, property) ? event.properties[property] : undefined
    const at = [...path, name]
    if (found === undefined) {
      const numbers = Object.values(event.properties).filter((one) => one.type === 'number')
      const fix = nearest(
        property,
        numbers.map((one) => one.name),
      )
      fault(draft, 'catalog/unknown-property', at, { event: name, property }, { fix })
    } else if (found.type !== 'number') {
      fault(draft, 'catalog/not-a-number', at, { name: `${name}.${property}`, type: found.type })
    }
  }
}
