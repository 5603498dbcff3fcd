/** What is shown to people who come from other tools can be read and checked, and so cannot rot. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LOCALES } from '../base/index.ts'
import type {
  Catalogue,
  ElementKind,
  EventKind,
  Property,
  Trait,
  ValueType,
} from '../catalog/index.ts'
import { check, format, renderIssue, say, type BindContext } from './index.ts'

const page = readFileSync(
  new URL('../../../docs/language/from-other-tools.md', import.meta.url),
  'utf8',
)

function property(written: string): Property {
  const [name = '', type = 'text'] = written.split(':')
  return {
    name,
    type: type as ValueType,
    label: { en: name },
    required: false,
    sensitivity: 'none',
  }
}

function byName<T extends { readonly name: string }>(all: readonly T[]): Record<string, T> {
  return Object.fromEntries(all.map((one) => [one.name, one]))
}

function properties(written: string): Record<string, Property> {
  return byName(
    written
      .split(' ')
      .filter((part) => part !== '')
      .map(property),
  )
}

function event(name: string, written = '', more: Partial<EventKind> = {}): EventKind {
  return { name, label: { en: name }, properties: properties(written), elements: {}, ...more }
}

function agreed(name: string, channel: string, purpose: 'marketing' | 'profiling'): Trait {
  return { ...property(`${name}:boolean`), role: 'consent', consent: { channel, purpose } }
}

const ITEM: ElementKind = {
  name: 'item',
  label: { en: 'item' },
  properties: {
    ...properties('sku price:money quantity:number attributes:list'),
    category: { ...property('category:category'), tree: 'goods' },
  },
}

const TRAITS: readonly Trait[] = [
  ...Object.values(
    properties(
      'tier country region city email phone language gender source owner company account_status channel ' +
        'points:number company_size:number vip:boolean unsubscribed_news:boolean credit:money tags:list roles:list ' +
        'plans:list topics:list countries:list renews_on:date credit_expires:date signed_up_at:instant home:geo',
    ),
  ),
  { ...property('birth_date:date'), role: 'birth-date' },
  { ...property('joined:date'), role: 'joined' },
  agreed('email_ok', 'email', 'marketing'),
  agreed('email_profiling_ok', 'email', 'profiling'),
  agreed('sms_ok', 'sms', 'marketing'),
]

const MAIL = 'template campaign link machine:boolean'
const EVENTS: readonly EventKind[] = [
  event('purchase', 'order amount:money channel status coupon payment shipping', {
    role: 'purchase',
    elements: { item: ITEM },
  }),
  event('refund', 'order amount:money', {
    role: 'refund',
    refundOf: { event: 'purchase', property: 'order' },
  }),
  event('visit', 'page referrer utm_source utm_campaign'),
  event('session', 'device system country city seconds:number place:geo'),
  ...['sent', 'opened', 'clicked', 'bounced', 'complained'].map((what) =>
    event(`email_${what}`, MAIL),
  ),
  event('review', 'stars:number'),
  event('form_submitted', 'form answer'),
  event('booking_changed', 'booking status'),
  event('automation_entered', 'name'),
  event('automation_left', 'name'),
  event('goal_reached', 'goal'),
  event('product_viewed', 'sku'),
  event('download', 'asset'),
  ...['checkout_started', 'login', 'video_watched'].map((name) => event(name)),
]

const catalogue: Catalogue = {
  traits: byName(TRAITS),
  events: byName(EVENTS),
  trees: { goods: [{ name: 'Beverages', label: { en: 'Beverages' }, children: [] }] },
  products: {},
  scores: byName(
    ['engagement', 'interest.shoes', 'clv.expected_12m', 'churn'].map((name) => ({
      name,
      label: { en: name },
      unit: 'number' as const,
    })),
  ),
}

const context: BindContext = {
  catalogue,
  timeZone: 'Europe/Lisbon',
  currency: 'EUR',
  measures: {},
  segments: ['gold', 'new', 'lapsed'],
}

/** Tool, what it asks, and our answer as the page has them. */
const rows = page.split(/^## /m).flatMap((section) => {
  const tool = section.split('\n')[0] ?? ''
  return [...section.matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)]
    .map(([, there = '', here = '']) => [tool, there, here] as const)
    .filter(([, there]) => there !== 'there' && there !== '---')
})

test('the page speaks of each tool', () => {
  const tools = ['Dittofeed', 'Apache Unomi', 'PostHog', 'MailPoet', 'Klaviyo', 'Mautic', 'Shopify']
  for (const tool of tools) {
    expect(rows.filter(([of]) => of === tool).length, tool).toBeGreaterThan(20)
  }
})

test.each(rows)('%s: %s', (_, there, here) => {
  if (here.startsWith('Cannot be said')) return
  const definition = /^`([^`]+)`$/.exec(here)?.[1] ?? ''
  const result = check(definition, context)
  const errors = result.issues.filter((issue) => issue.severity === 'error')
  expect(
    errors.map((issue) => renderIssue(issue, 'en') ?? issue.code),
    there,
  ).toEqual([])
  expect(format(definition).ok).toBe(true)
  if (!result.ok) throw new Error(there)
  for (const locale of LOCALES) {
    expect(say(result.value.definition, { locale, catalogue })).not.toMatch(/undefined|\[object/)
  }
})
