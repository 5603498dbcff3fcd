/** Mappings: what is printed is read back, what is wrong is placed, what is guessed is right. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Catalogue } from '../../../core/catalog/index.ts'
import type { Detection, Sample } from '../detect/detection.ts'
import { toRecipe } from '../stage/recipe.ts'
import { targetOf, withColumns } from './columns.ts'
import { mappingJsonSchema } from './json-schema.ts'
import { applyOverrides, formatOf, parseOverrides } from './override.ts'
import { parseMapping, printMapping } from './parse.ts'
import { acceptProposals, extendCatalogue } from './propose.ts'
import { plainName, soundsLike } from './roles.ts'
import { suggestMapping } from './suggest.ts'

const TEXT = `
name: sales
files: ["sales_*.csv"]
format: { dates: dmy, decimal: "," }
kind: events
event: purchase
customer: Cliente
at: [Data, Hora]
id: Pedido
lines: item
fields:
  channel: { constant: store }
  item.amount: { multiply: [Qtd, Preco] }
  item.gift: { from: Presente, values: { S: true, N: false } }
routes:
  - when: { column: Pedido, starts_with: D }
    event: refund
    fields: { item.amount: { multiply: [Qtd, Preco], negate: true } }
set_aside:
  - when: { column: Qtd, is: [0, "00"] }
    reason: nothing bought
`

const EMPTY: Catalogue = { traits: {}, events: {}, trees: {}, products: {} }

function read(text: string) {
  const parsed = parseMapping(text, 'm.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

test('a printed mapping reads back as itself', () => {
  const mapping = read(TEXT)
  expect(read(printMapping(mapping))).toEqual(mapping)
})

test('mistakes are placed: `intake/mapping-syntax`, `intake/mapping-shape`', () => {
  const syntax = parseMapping('name: [', 'm.yaml')
  expect(syntax.issues[0]).toMatchObject({ code: 'intake/mapping-syntax', at: { line: 1 } })
  const shape = parseMapping('name: a\nkind: customers\ncolour: red\n', 'm.yaml')
  expect(shape.issues[0]).toMatchObject({ code: 'intake/mapping-shape' })
  const kind = parseMapping('name: a\nkind: people\n', 'm.yaml')
  expect(kind.issues[0]).toMatchObject({ at: { file: 'm.yaml', line: 2, column: 1 } })
  const event = parseMapping('name: a\nkind: events\n', 'm.yaml')
  expect(event.issues[0]).toMatchObject({ code: 'intake/mapping-shape', params: { path: 'event' } })
})

test('binding names what is missing or unknown', () => {
  const codes = (text: string, columns: readonly string[]): readonly string[] => {
    const bound = toRecipe(read(text), EMPTY, columns)
    return bound.issues.map((i) => i.code)
  }
  expect(codes('{name: a, kind: customers, fields: {x: y}}', ['y'])).toEqual([
    'intake/missing-role',
    'intake/unknown-field',
  ])
  expect(codes('{name: a, kind: events, event: z, customer: c, at: d}', ['c'])).toEqual([
    'intake/missing-column',
    'intake/unknown-event',
  ])
  const events = {
    e: {
      name: 'e',
      label: {},
      elements: {},
      properties: {
        p: { name: 'p', type: 'text', label: {}, required: true, sensitivity: 'none' },
      },
    },
  } as const
  const bound = toRecipe(
    read('{name: a, kind: events, event: e, customer: c, at: d}'),
    { ...EMPTY, events },
    undefined,
  )
  expect(bound.issues.map((i) => i.code)).toEqual(['intake/required-unmapped'])
})

test('overrides by hand: `intake/bad-override`', () => {
  expect(parseOverrides(['nonsense']).issues[0]).toMatchObject({ code: 'intake/bad-override' })
  expect(formatOf({ dates: 'ydm' }).issues[0]).toMatchObject({ code: 'intake/bad-override' })
  const parsed = parseOverrides([
    'customer=Kunde,decimal=comma',
    'item.amount=Qty*Price,delimiter=tab,channel=',
  ])
  if (!parsed.ok) throw new Error('not parsed')
  expect(formatOf(parsed.value)).toMatchObject({ value: { decimal: ',', delimiter: '\t' } })
  const mapping = applyOverrides(read(TEXT), parsed.value)
  expect(mapping.customer).toEqual(['Kunde'])
  expect(mapping.fields['item.amount']?.multiply).toEqual(['Qty', 'Price'])
  expect(mapping.fields['channel']).toBeUndefined()
})

test('a form sends columns elsewhere', () => {
  const mapping = read(
    '{name: a, kind: customers, customer: id, fields: {country: land, city: town}}',
  )
  expect(['id', 'land', 'other'].map((c) => targetOf(mapping, c))).toEqual([
    'customer',
    'trait:country',
    'ignore',
  ])
  const columns = { town: 'ignore', land: 'trait:region', age: 'new-trait:age' }
  const edited = withColumns(mapping, columns, () => 'number')
  expect(Object.keys(edited.mapping.fields).toSorted()).toEqual(['age', 'region'])
  expect(edited.proposals).toMatchObject([
    { on: 'trait', property: { name: 'age', type: 'number' } },
  ])
})

const DETECTION = { missing: [] as readonly string[] } as Detection

function guess(file: string, csv: string, catalogue = EMPTY, as?: string) {
  const [head = '', ...lines] = csv.split('\n')
  const rows = lines.map((line) => line.split(','))
  const sample: Sample = {
    columns: head.split(','),
    rows,
    lines: rows.map((_, n) => n + 2),
    flaws: [],
  }
  return suggestMapping({ file, detection: DETECTION, sample, catalogue, as })
}

test.each([
  [
    'orders with lines',
    'vendas.csv',
    'pedido,cliente,data,produto,qtd,preco_unitario\n1,a,2025-01-01,x,1,2.5\n1,a,2025-01-01,y,1,2.5\n2,b,2025-01-02,x,1,2.5',
    {
      kind: 'events',
      event: 'purchase',
      customer: ['cliente'],
      at: ['data'],
      id: ['pedido'],
      lines: 'item',
      product: 'produto',
    },
  ],
  [
    'orders without lines',
    'sales.csv',
    'customer_id,order_date,total\na,2025-01-01,2.5\na,2025-01-02,3.5',
    { kind: 'events', event: 'purchase', customer: ['customer_id'], at: ['order_date'] },
  ],
  [
    'customers',
    'clients.csv',
    'client_id,pays,naissance\n1,FR,1990-01-01\n2,FR,1991-01-01',
    { kind: 'customers', customer: ['client_id'] },
  ],
  [
    'products',
    'products.csv',
    'sku,category,brand\n1,Tea,A\n2,Tea,B',
    { kind: 'products', id: ['sku'] },
  ],
])('guesses %s', (_, file, csv, expected) => {
  const { mapping, questions, proposals } = guess(file, csv)
  expect(questions).toEqual([])
  expect(mapping).toMatchObject(expected)
  const full = acceptProposals(mapping, proposals)
  expect(toRecipe(full, extendCatalogue(EMPTY, proposals), csv.split('\n')[0]?.split(',')).ok).toBe(
    true,
  )
})

test('what a guess makes of people: choices among a few, what is sensitive, no customers in a column of words', () => {
  const jobs = ['nurse', 'clerk', 'cook']
  const rows = Array.from({ length: 60 }, (_, i) =>
    ['cell', String(20 + i), jobs[i % 3], i % 2 === 0 ? 'A' : 'B', `note ${i}`].join(','),
  )
  const csv = ['contact,age,job,race,remark', ...rows].join('\n')
  const drawn = guess('people.csv', csv, EMPTY, 'customers')
  expect(drawn.mapping.customer).toBeUndefined()
  expect(drawn.questions.map((q) => q.code)).toEqual(['intake/ask-role'])
  const { traits } = extendCatalogue(EMPTY, drawn.proposals)
  expect(traits['job']?.values).toEqual(['clerk', 'cook', 'nurse'])
  expect(traits['remark']?.values).toBeUndefined()
  expect([traits['race']?.sensitivity, traits['age']?.type]).toEqual(['sensitive', 'number'])
  const sales = guess('sales.csv', csv.replace('contact,', 'loyalty_number,'), EMPTY, 'customers')
  expect(sales.mapping.customer).toBeUndefined()
})

test('what cannot be told is asked: `intake/ask-kind`, `intake/ask-role`, `intake/ask-which`', () => {
  expect(guess('x.csv', 'a,b\nfoo,bar\nfoo,baz').questions.map((q) => q.code)).toContain(
    'intake/ask-kind',
  )
  expect(guess('x.csv', 'a,b\nfoo,bar\nfoo,baz').questions.map((q) => q.code)).toContain(
    'intake/ask-role',
  )
  const two = guess(
    's.csv',
    'customer_id,order_date,invoice_date,amount\na,2025-01-01,2025-01-02,1\na,2025-01-03,2025-01-04,2',
  )
  expect(two.questions).toMatchObject([
    { code: 'intake/ask-which', option: 'at', answers: ['order_date', 'invoice_date'] },
  ])
})

test('names are made plain and sound like roles in four languages', () => {
  expect(['UnitPrice', 'Preço Unitário', '1st', 'CustomerID'].map(plainName)).toEqual([
    'unit_price',
    'preco_unitario',
    'c_1st',
    'customer_id',
  ])
  for (const name of ['CustomerID', 'id_cliente', 'household_id', 'Cliente', 'ClientNo']) {
    expect([name, soundsLike(name, 'customer')]).toEqual([name, true])
  }
  expect(soundsLike('customer_segment', 'customer')).toBe(false)
})

test('the published schema is current', () => {
  const path = new URL('../../../../schema/mapping.schema.json', import.meta.url)
  expect(readFileSync(path, 'utf8')).toBe(mappingJsonSchema())
})
