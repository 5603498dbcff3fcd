/** Golden cases: each folder holds definitions, a small base and its members; the SQL is kept beside to be read in reviews. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { parse as parseYaml, stringify as printYaml } from 'yaml'
import { LOCALES } from '../../src/core/base/index.ts'
import { describePlan, weave } from '../../src/core/plan/index.ts'
import {
  bindAll,
  explainReason,
  interpret,
  parse,
  say,
  type BoundDefinition,
  type CustomerHistory,
  type StoredValue,
} from '../../src/core/segment/index.ts'
import { ensureFacts } from '../../src/engine/run/facts.ts'
import { useStore } from '../kit/store.ts'
import { membersByInterpreter, membersBySql, type Case } from '../laws/agreement.ts'
import { LAW_CATALOGUE } from '../laws/catalogue.ts'
import { storeFacts } from '../laws/store-facts.ts'

interface Golden {
  readonly asOf: string
  readonly timeZone: string
  readonly measures?: Readonly<Record<string, string>>
  readonly segments: Readonly<Record<string, string>>
  readonly customers: Readonly<Record<string, readonly Fact[]>>
  readonly members: Readonly<Record<string, readonly string[]>>
}

/** `{ at, purchase: { amount: 1, items: [...] } }`, `{ at, traits: { country: BR } }`, `{ at, list: vip }`, `{ at, score: churn, value: 1 }`. */
type Fact = { readonly at: string; readonly id?: string } & Readonly<Record<string, unknown>>
type Values = Record<string, StoredValue>

const FOLDER = import.meta.dirname
const names = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'case.yaml')))
/** What a required property holds where a case does not care. */
const REQUIRED: Values = { amount: 0, paid: true, ordered_on: '2000-01-01' }

const kit = useStore()

beforeAll(async () => {
  await ensureFacts({ analytics: kit.store.analytics, programme: { catalogue: LAW_CATALOGUE } })
})

test('there are golden cases', () => expect(names.length).toBeGreaterThanOrEqual(8))

test.for(names)('golden %s', async (name) => {
  const golden = parseYaml(readFileSync(join(FOLDER, name, 'case.yaml'), 'utf8')) as Golden
  const { analytics } = kit.store
  const histories = Object.entries(golden.customers).map(([id, facts]) => toHistory(id, facts))
  const definitions = toDefinitions(golden)
  const asOf = Date.parse(golden.asOf)
  const one = { definitions, histories, asOf }
  await storeFacts(analytics, LAW_CATALOGUE, histories)

  const before = kit.store.statements.length
  const found = await membersBySql(analytics, LAW_CATALOGUE, one)
  const statements = kit.store.statements.slice(before)

  const plain = (m: ReadonlyMap<string, ReadonlySet<string>>): unknown =>
    Object.fromEntries([...m].map(([segment, ids]) => [segment, [...ids].sort()]))
  expect(plain(found)).toEqual(golden.members)
  expect(plain(membersByInterpreter(one))).toEqual(golden.members)
  expect(statements).toHaveLength(1)
  const text = statements[0]?.text.replaceAll(analytics.database, 'programme') ?? ''
  await expect(pretty(text)).toMatchFileSnapshot(join(FOLDER, name, 'plan.sql'))
  const plan = describePlan(weave(definitions, LAW_CATALOGUE), asOf)
  await expect(`${JSON.stringify(plan, null, 2)}\n`).toMatchFileSnapshot(join(FOLDER, name, 'plan.json'))
  await expect(words(golden, one)).toMatchFileSnapshot(join(FOLDER, name, 'words.yaml'))
})

/** What each definition says, and why each customer is in or not, in every language. */
function words(golden: Golden, { definitions, histories, asOf }: Case): string {
  const known = new Map(definitions.map((d) => [d.segment, d]))
  const said = definitions.map((bound) => {
    const parsed = parse(golden.segments[bound.segment] ?? '', {
      measures: Object.keys(golden.measures ?? {}),
    })
    if (!parsed.ok) throw new Error(`${bound.segment} does not parse`)
    const { definition } = parsed.value
    const byLocale = LOCALES.map((locale) => {
      const options = { locale, catalogue: LAW_CATALOGUE, measures: golden.measures ?? {} }
      const because = histories.map((history) => {
        const memberOf = (key: string): boolean => {
          const other = known.get(key)
          return other !== undefined && interpret(other, history, { asOf, memberOf })
        }
        const reason = explainReason(bound, definition, history, { asOf, memberOf }, options)
        return [history.customerId, reason]
      })
      return [locale, { means: say(definition, options), because: Object.fromEntries(because) }]
    })
    return [bound.segment, Object.fromEntries(byLocale)]
  })
  return printYaml(Object.fromEntries(said), { lineWidth: 120 })
}

function toDefinitions({ segments, timeZone, measures = {} }: Golden): readonly BoundDefinition[] {
  const drafts = Object.entries(segments).map(([key, text]) => ({ key, text }))
  const bound = bindAll(drafts, {
    catalogue: LAW_CATALOGUE,
    timeZone,
    currency: 'EUR',
    measures,
  })
  return drafts.map(({ key }) => {
    const result = bound.get(key)
    if (result?.ok !== true) throw new Error(`${key}: ${JSON.stringify(result?.issues)}`)
    return result.value
  })
}

function toHistory(customerId: string, facts: readonly Fact[]): CustomerHistory {
  const traits: CustomerHistory['traits'][number][] = []
  const events: CustomerHistory['events'][number][] = []
  const lists: NonNullable<CustomerHistory['lists']>[number][] = []
  const scores: NonNullable<CustomerHistory['scores']>[number][] = []
  facts.forEach((fact, i) => {
    const at = Date.parse(fact.at)
    if (fact['traits'] !== undefined)
      traits.push({ at, seq: i, traits: fact['traits'] as Values })
    const { list, listed = true, score, value } = fact
    if (typeof list === 'string') lists.push({ list, at, seq: i, listed: listed === true })
    if (typeof score === 'string')
      scores.push({ name: score, at, seq: i, value: typeof value === 'number' ? value : null })
    for (const event of Object.keys(LAW_CATALOGUE.events)) {
      if (fact[event] === undefined) continue
      const { items = [], ...properties } = (fact[event] ?? {}) as Values & { items?: Values[] }
      events.push({
        event,
        id: `${customerId} ${fact.id ?? i}`,
        at,
        properties: { ...(event === 'purchase' ? REQUIRED : {}), ...properties },
        elements:
          event === 'purchase' ? { item: items.map((item) => ({ price: 0, ...item })) } : {},
      })
    }
  })
  return { customerId, traits, events, lists, scores }
}

/** A line for each step, so that a review sees what changed. */
function pretty(text: string): string {
  return `${text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (FROM|WHERE|GROUP BY|ANY LEFT JOIN|ARRAY JOIN|UNION ALL)/g, '\n$1')
    .trim()}\n`
}
