/** The demo's catalogue: traits and events of every type, labelled in four languages. */
import { LOCALES, type LocalText } from '../../../core/base/index.ts'
import type {
  Costs,
  EventKind,
  EventRole,
  Programme,
  Property,
  Trait,
  TraitRole,
  ValueType,
} from '../../../core/catalog/index.ts'
import { VALUE_TYPES } from '../../../core/catalog/index.ts'
import { CATEGORY_TREE } from './category-tree.ts'
import { EVENT_TABLE, PRODUCT_TABLE, TRAIT_TABLE } from './catalogue-table.ts'

function localText(words: string): LocalText {
  const [en = '', pt = '', es = '', fr = ''] = words.split('|').map((w) => w.trim())
  return { en, 'pt-BR': pt, es, fr }
}

/** `name: type flags = en|pt|es|fr = values`; see the tables. */
function readProperty(line: string): Property {
  const [head = '', words = '', values] = line.split('=').map((part) => part.trim())
  const [name = '', rest = ''] = head.split(':').map((part) => part.trim())
  const [typeName = '', ...flags] = rest.split(/\s+/)
  const type = VALUE_TYPES.find((t) => t === typeName) as ValueType
  return {
    name,
    type,
    label: localText(words),
    required: flags.includes('required'),
    sensitivity: flags.includes('personal') ? 'personal' : 'none',
    ...(type === 'money' ? { currency: 'EUR' } : {}),
    ...(type === 'category' ? { tree: 'products' } : {}),
    ...(values === undefined ? {} : { values: values.split(',').map((v) => v.trim()) }),
  }
}

function readTrait(line: string): Trait {
  const property = readProperty(line)
  const role = /@(\S+)/.exec(line)?.[1] as TraitRole | undefined
  return role === undefined ? property : { ...property, role }
}

function record<T extends { readonly name: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.name, item]))
}

function rows(table: string): readonly string[] {
  return table.split('\n').filter((line) => line.trim() !== '')
}

function readEvents(): readonly EventKind[] {
  const events: { head: string; properties: Property[]; items: Property[] }[] = []
  for (const line of rows(EVENT_TABLE)) {
    const last = events.at(-1)
    if (!line.startsWith(' ')) events.push({ head: line, properties: [], items: [] })
    else if (line.startsWith('    ')) last?.items.push(readProperty(line))
    else last?.properties.push(readProperty(line))
  }
  return events.map(({ head, properties, items }): EventKind => {
    const [names = '', words = ''] = head.split('=')
    const [name = '', role] = names.trim().split(/\s+/)
    return {
      name,
      label: localText(words),
      ...(role === undefined ? {} : { role: role as EventRole }),
      properties: record(properties),
      elements:
        items.length === 0
          ? {}
          : {
              item: {
                name: 'item',
                label: localText('Item|Item|Artículo|Article'),
                properties: record(items),
              },
            },
      ...(name === 'purchase' ? { counts: { property: 'status', values: ['paid'] } } : {}),
      ...(name === 'refund' ? { refundOf: { event: 'purchase', property: 'order_id' } } : {}),
    }
  })
}

/** What serving so many customers would cost: a third of a minute each month for each, most of which tickets and returns take. */
function costsOf(customers: number): Costs {
  return {
    pools: {
      care: {
        monthly: Math.ceil(0.15 * customers),
        capacity: Math.ceil(0.3 * customers),
        minutes: { ticket_opened: 20, refund: 12 },
      },
    },
    each: { purchase: 0.8 },
    amounts: { 'purchase.discount': 1, 'reward_redeemed.value': 1 },
  }
}

/** The programme that generated data fits; amounts of every market are converted to euros. */
export function demoProgramme(customers = 1000): Programme {
  return {
    id: 'demo',
    name: 'Praça & Co. (synthetic demo)',
    synthetic: true,
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    locales: [...LOCALES],
    catalogue: {
      traits: record(rows(TRAIT_TABLE).map(readTrait)),
      events: record(readEvents()),
      trees: { products: CATEGORY_TREE },
      products: record(rows(PRODUCT_TABLE).map(readProperty)),
      costs: costsOf(customers),
      points: {
        earn: { purchase: 'points' },
        spend: { reward_earned: 'points' },
        expire: 24,
        tiers: { silver: 500, gold: 2000 },
      },
    },
    measures: {
      spend_1y: 'sum(purchase.amount, last 365 days)',
      orders_1y: 'count(purchase, last 365 days)',
      discounted_orders_1y: 'count(purchase where discount > 0, last 365 days)',
    },
  }
}
