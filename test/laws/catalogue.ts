/** A catalogue with every value type, required and not, for laws. */
import type { Catalogue, Property, Rates, Trait, ValueType } from '../../src/core/catalog/index.ts'

function property(name: string, type: ValueType, required = false): Property {
  return { name, type, label: { en: name }, required, sensitivity: 'none' }
}

function record<T extends { readonly name: string }>(...entries: readonly T[]): Record<string, T> {
  return Object.fromEntries(entries.map((e) => [e.name, e]))
}

const traits: readonly Trait[] = [
  { ...property('country', 'text'), role: 'country' },
  property('income', 'money'),
  property('score', 'number'),
  property('vip', 'boolean'),
  { ...property('birth_date', 'date'), role: 'birth-date' },
  { ...property('joined', 'date'), role: 'joined' },
  property('seen_at', 'instant'),
  property('interests', 'list'),
  { ...property('home', 'geo'), role: 'home' },
  { ...property('taste', 'category'), tree: 'goods' },
  {
    ...property('email_ok', 'boolean'),
    role: 'consent',
    consent: { channel: 'email', purpose: 'marketing' },
  },
]

/** Rates that begin late, change on days that facts fall on, and have more decimals than amounts. */
export const RATES: Rates = {
  USD: [
    ['2000-02-29', 0.987654321],
    ['2018-11-04', 0.8],
    ['2025-03-30', 0.923456],
    ['2025-03-31', 1.1],
  ],
  JPY: [['2024-02-29', 0.006123457]],
}

/** `purchase` has elements, optional and required properties; `visit` has neither elements nor required ones, `refund` little in common. */
export const LAW_CATALOGUE: Catalogue = {
  traits: record(...traits),
  events: record(
    {
      name: 'purchase',
      label: { en: 'purchase' },
      role: 'purchase' as const,
      properties: record(
        property('amount', 'money', true),
        property('discount', 'number'),
        property('channel', 'text'),
        property('gift', 'boolean'),
        property('paid', 'boolean', true),
        property('due', 'date'),
        property('ordered_on', 'date', true),
        property('shipped_at', 'instant'),
        property('tags', 'list'),
        property('place', 'geo'),
        property('currency', 'text'),
        { ...property('fee', 'money'), currencyFrom: 'currency' },
      ),
      elements: record({
        name: 'item',
        label: { en: 'item' },
        properties: record(
          property('sku', 'text'),
          { ...property('category', 'category'), tree: 'goods' },
          property('price', 'money', true),
          property('weight', 'number'),
          property('fresh', 'boolean'),
          property('best_before', 'date'),
          property('packed_at', 'instant'),
          property('currency', 'text'),
        ),
      }),
    },
    {
      name: 'visit',
      label: { en: 'visit' },
      properties: record(property('page', 'text'), property('seconds', 'number')),
      elements: {},
    },
    {
      name: 'refund',
      label: { en: 'refund' },
      role: 'refund' as const,
      refundOf: { event: 'purchase', property: 'channel' },
      properties: record(
        property('amount', 'money'),
        property('channel', 'text'),
        property('currency', 'text'),
      ),
      elements: {},
    },
  ),
  trees: {
    goods: [
      {
        name: 'Drinks',
        label: { en: 'Drinks' },
        children: [
          { name: 'Coffee', label: { en: 'Coffee' }, children: [] },
          { name: 'Tea', label: { en: 'Tea' }, children: [] },
        ],
      },
      { name: 'Bread', label: { en: 'Bread' }, children: [] },
    ],
  },
  products: {},
  scores: record(
    {
      name: 'clv.expected_12m',
      label: { en: 'value expected in twelve months' },
      unit: 'number' as const,
    },
    { name: 'churn', label: { en: 'risk of leaving' }, unit: 'number' as const },
  ),
  rates: RATES,
}
