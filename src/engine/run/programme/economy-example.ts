/** What a new `tessera.yaml` may say of costs and points, as comments in the programme's own names. */
import type { EventKind, Programme } from '../../../core/catalog/index.ts'
import { meaningOf } from '../../../core/template/index.ts'

/** Lines to be appended to the file; none where nothing is bought. */
export function economyExample({ catalogue, currency }: Programme): string {
  const { purchase, refund, ticket, reward } = meaningOf(catalogue)
  if (purchase === undefined) return ''
  const minutes = [time(ticket, 20), time(refund, 12)].flat().join(', ')
  const care =
    minutes === ''
      ? []
      : ['  pools:', `    care: { monthly: 4000, capacity: 9600, minutes: { ${minutes} } }`]
  const costs = [
    `What serving customers costs, in ${currency}: by the month with the minutes that one event takes, or for each event.`,
    'costs:',
    ...care,
    `  each: { ${purchase.name}: 1.20 }`,
  ]
  const points = pointsIn(purchase)
  const spent = reward === undefined ? undefined : pointsIn(reward)
  const programme =
    points === undefined
      ? []
      : [
          'How points are earned and spent (the oldest first), and the months after which they lapse.',
          'points:',
          `  earn: { ${purchase.name}: ${points} }`,
          ...(reward === undefined || spent === undefined
            ? []
            : [`  spend: { ${reward.name}: ${spent} }`]),
          '  expire: 24',
        ]
  return [costs, programme]
    .filter((lines) => lines.length > 0)
    .map((lines) => `\n${lines.map((line) => `# ${line}\n`).join('')}`)
    .join('')
}

function time(event: EventKind | undefined, minutes: number): readonly string[] {
  return event === undefined ? [] : [`${event.name}: ${minutes}`]
}

function pointsIn({ properties }: EventKind): string | undefined {
  return Object.values(properties).find(
    ({ name, type }) => type === 'number' && /point|pont|punto/.test(name),
  )?.name
}
