// Costs and points: the reference's own examples read, print and read back.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseProgramme, printProgramme, type Programme } from '../index.ts'
import { HEAD } from '../wrong.test-kit.ts'

const SHOP = `${HEAD}events:
  purchase: { properties: { points: number, discount: money } }
  refund:
  ticket_opened:
  reward_earned: { properties: { points: number } }
`

function read(text: string): Programme {
  const parsed = parseProgramme(text, 'tessera.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

test('costs and points of the reference', () => {
  const file = new URL('../../../../docs/reference/catalogue.md', import.meta.url)
  const page = readFileSync(file, 'utf8')
  const block = (kind: string): string =>
    new RegExp(`\`\`\`yaml ${kind}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? ''
  const programme = read(`${SHOP}${block('costs')}${block('points')}`)
  const { costs, points } = programme.catalogue
  expect(costs).toEqual({
    pools: { care: { monthly: 4000, capacity: 9600, minutes: { ticket_opened: 20, refund: 12 } } },
    each: { purchase: 1.2 },
    amounts: { 'purchase.discount': 1 },
  })
  expect(points).toEqual({
    earn: { purchase: 'points' },
    spend: { reward_earned: 'points' },
    expire: 24,
    worth: 0.02,
    tiers: { silver: 500, gold: 2000 },
  })
  expect(read(printProgramme(programme))).toEqual(programme)
})

test('tiers come from the lowest to the highest, however they are written', () => {
  const { points } = read(
    `${SHOP}points: { earn: { purchase: points }, tiers: { gold: 9, silver: 2 } }\n`,
  ).catalogue
  expect(Object.keys(points?.tiers ?? {})).toEqual(['silver', 'gold'])
  expect(points?.spend).toEqual({})
  expect(points?.expire).toBeUndefined()
})
