/** Writes `costs:` and `points:` the way a person would. */
import { stringify } from 'yaml'
import type { Costs, Points } from '../catalog.ts'

/** The lines below `costs:`. */
export function costLines({ pools, each, amounts }: Costs): readonly string[] {
  return [
    ...below(
      'pools',
      Object.entries(pools).map(([name, { monthly, capacity, minutes }]) => [
        name,
        { monthly, ...(capacity === undefined ? {} : { capacity }), minutes },
      ]),
    ),
    ...below('each', Object.entries(each)),
    ...below('amounts', Object.entries(amounts)),
  ]
}

/** The lines below `points:`. */
export function pointLines({ earn, spend, expire, worth, tiers }: Points): readonly string[] {
  return [
    line('earn', earn),
    ...(Object.keys(spend).length === 0 ? [] : [line('spend', spend)]),
    ...(expire === undefined ? [] : [line('expire', expire)]),
    ...(worth === undefined ? [] : [line('worth', worth)]),
    ...(tiers === undefined ? [] : [line('tiers', tiers)]),
  ]
}

function line(key: string, value: unknown): string {
  return `  ${key}: ${flow(value)}`
}

function below(key: string, entries: readonly (readonly [string, unknown])[]): readonly string[] {
  if (entries.length === 0) return []
  return [`  ${key}:`, ...entries.map(([name, value]) => `    ${flow(name)}: ${flow(value)}`)]
}

/** On one line; anything that YAML might read as something else in quotes. */
function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd()
}
