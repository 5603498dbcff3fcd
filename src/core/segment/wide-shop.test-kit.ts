/** The small shop with refunds, consents, scores and amounts in several currencies; and asking it in text. */
import type { Catalogue, EventKind, Property, ValueType } from '../catalog/index.ts'
import type { CustomerHistory, EventRecord, StoredValue } from './history.ts'
import {
  check,
  interpret,
  renderIssue,
  scopeOf,
  valueOf,
  type BindContext,
  type EvaluationContext,
  type Value,
} from './index.ts'
import { CONTEXT, SHOP } from './shop.test-kit.ts'

const property = (name: string, type: ValueType, more: Partial<Property> = {}): Property => ({
  name,
  type,
  label: { en: name },
  required: false,
  sensitivity: 'none',
  ...more,
})

const kind = (name: string, properties: readonly Property[], more: Partial<EventKind> = {}) => ({
  name,
  label: { en: name },
  properties: Object.fromEntries(properties.map((p) => [p.name, p])),
  elements: {},
  ...more,
})

export const WIDE_SHOP: Catalogue = {
  ...SHOP,
  traits: {
    ...SHOP.traits,
    tier: property('tier', 'text'),
    agreed: {
      ...property('agreed', 'boolean'),
      role: 'consent',
      consent: { channel: 'email', purpose: 'marketing' },
    },
  },
  events: {
    ...SHOP.events,
    refund: kind('refund', [property('amount', 'money'), property('channel', 'text')], {
      refundOf: { event: 'purchase', property: 'channel' },
    }),
    email_clicked: kind('email_clicked', [property('cost', 'money')]),
    email_sent: kind('email_sent', [property('cost', 'money')]),
    order: kind(
      'order',
      [
        property('currency', 'text'),
        property('amount', 'money', { currency: 'EUR', currencyFrom: 'currency' }),
      ],
      {
        elements: {
          line: {
            name: 'line',
            label: {},
            properties: {
              currency: property('currency', 'text'),
              price: property('price', 'money', { currency: 'EUR', currencyFrom: 'currency' }),
            },
          },
        },
      },
    ),
  },
  scores: {
    'clv.expected_12m': { name: 'clv.expected_12m', label: { en: 'CLV' }, unit: 'number' },
  },
  rates: {
    USD: [
      ['2026-01-01', 0.9],
      ['2026-02-01', 0.8],
    ],
    JPY: [['2026-01-01', 0.006123457]],
  },
}

export const WIDE: BindContext = { ...CONTEXT, timeZone: 'UTC', catalogue: WIDE_SHOP }

const NOON = Date.parse('2026-03-15T12:00:00Z')

export interface Around extends Partial<EvaluationContext> {
  readonly overridden?: ReadonlySet<string>
}

/** Events as `purchase 2026-03-01T10:00Z amount=5 channel=web`, one a line; purchases are paid. */
export function happened(lines: string): readonly EventRecord[] {
  return lines
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([event]) => event !== '')
    .map(([event = '', at = '', ...rest], i) => ({
      event,
      id: `e${i}`,
      at: instant(at),
      properties: { status: 'paid', ...said(rest) },
      elements: {},
    }))
}

/** Trait records as `2026-01-01 tier=gold`; `-` clears. */
export function was(lines: string): CustomerHistory['traits'] {
  return lines
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([at]) => at !== '')
    .map(([at = '', ...rest], seq) => ({ at: instant(at), seq, traits: said(rest) }))
}

function said(words: readonly string[]): Record<string, StoredValue> {
  const entries = words.map((word): [string, StoredValue] => {
    const [name = '', value = ''] = word.split('=')
    if (value === '-') return [name, null]
    if (value === 'true' || value === 'false') return [name, value === 'true']
    return [name, /^-?[\d.]+$/.test(value) ? Number(value) : value]
  })
  return Object.fromEntries(entries)
}

/** A day alone is its midnight UTC. */
export const instant = (text: string): number =>
  Date.parse(text.includes('T') ? text : `${text}T00:00Z`)

/** A customer known since 1970 with these events. */
export function customer(events: string, traits = ''): CustomerHistory {
  return {
    customerId: 'ana',
    traits: [{ at: 0, seq: -1, traits: {} }, ...was(traits)],
    events: happened(events),
  }
}

/** The truth of a definition at noon of 15 March 2026, unless said otherwise. */
export function asked(text: string, history: CustomerHistory, around: Around = {}): boolean {
  return interpret(boundOf(text, around), history, { asOf: NOON, memberOf: () => false, ...around })
}

/** What a value is, asked as the left side of `is known`. */
export function worth(text: string, history: CustomerHistory, around: Around = {}): Value {
  const bound = boundOf(`${text} is known`, around)
  if (bound.condition.kind !== 'presence') throw new Error(text)
  const context = { asOf: NOON, memberOf: (): boolean => false, ...around }
  return valueOf(bound.condition.value, scopeOf(bound, history, context))
}

function boundOf(text: string, { overridden }: Around) {
  const checked = check(text, { ...WIDE, ...(overridden && { overridden }) }, 'vip')
  if (checked.ok) return checked.value.bound
  throw new Error(checked.issues.map((issue) => renderIssue(issue, 'en')).join('\n'))
}

/** Codes of what is wrong with a definition, with the text they point at. */
export function faultsOf(text: string, context: BindContext = WIDE): readonly string[] {
  return check(text, context)
    .issues.filter((issue) => issue.severity !== 'info')
    .map(({ code, at, fix }) => {
      const place = at?.kind === 'span' ? ` @ ${text.slice(at.start, at.end)}` : ''
      return `${code}${place}${fix === undefined ? '' : ` -> ${fix}`}`
    })
}
