/** Guesses what a file tells of, and which column is what; what cannot be told is asked. */
import type { Catalogue, EventKind } from '../../../core/catalog/index.ts'
import type { Detection, Question, Sample } from '../detect/detection.ts'
import { lookAt, type ColumnLook } from '../detect/values.ts'
import { assign, computedAmount, find, proposeAmount, type Proposal, type View } from './assign.ts'
import type { Mapping } from './mapping.ts'
import { findRefunds, type RefundHint } from './refunds.ts'
import { plainName, soundsLike, type Role } from './roles.ts'

export interface Suggestion {
  readonly mapping: Mapping
  readonly looks: Readonly<Record<string, ColumnLook>>
  readonly proposals: readonly Proposal[]
  readonly questions: readonly Question[]
  /** Absent: nothing speaks for rows that take purchases back. */
  readonly refunds: RefundHint | undefined
}

export interface SuggestOptions {
  readonly file: string
  readonly detection: Detection
  readonly sample: Sample
  readonly catalogue: Catalogue
  /** `customers`, `products`, `orders`, or the name of an event, when the person says it. */
  readonly as?: string | undefined
}

/** Proposes a mapping for a file. The mapping is complete only when there are no questions. */
export function suggestMapping(options: SuggestOptions): Suggestion {
  const { sample, detection, catalogue } = options
  const texts = (name: string): readonly string[] => {
    const n = sample.columns.indexOf(name)
    const cells = sample.rows.map((row) => (row[n] ?? '').trim())
    return cells.map((t) => (detection.missing.includes(t) ? '' : t))
  }
  const looks = Object.fromEntries(
    sample.columns.map((name): [string, ColumnLook] => [name, lookAt(texts(name))]),
  )
  const view: View = {
    names: sample.columns,
    looks,
    rows: sample.rows.length,
    texts,
    questions: [],
    catalogue,
  }
  const base = { name: mappingName(options.file), files: [filePattern(options.file)], format: {} }
  const target = chooseTarget(view, options)
  const built =
    target.kind === 'customers'
      ? suggestCustomers(view)
      : target.kind === 'products'
        ? suggestProducts(view)
        : suggestEvents(view, target.event)
  const mapping = { ...base, ...built.mapping, routes: [], setAside: [] }
  return {
    mapping,
    refunds: findRefunds(view, sample, mapping),
    looks,
    proposals: built.proposals,
    questions: view.questions,
  }
}

type Built = {
  readonly mapping: Omit<Mapping, 'name' | 'files' | 'format' | 'routes' | 'setAside'>
  readonly proposals: readonly Proposal[]
}

function mappingName(file: string): string {
  const stem = (file.split('/').at(-1) ?? '').replace(
    /\.(csv|tsv|txt|ndjson|jsonl|json|parquet)?(\.(gz|zst|zstd))?$/i,
    '',
  )
  return plainName(stem.replaceAll(/[-_]?\d{4,}([-_]\d+)*/g, '')).replaceAll('_', '-')
}

/** The next file of the same kind usually differs in digits only. */
function filePattern(file: string): string {
  return (file.split('/').at(-1) ?? '').replaceAll(/\d{4,}([-_]?\d+)*/g, '*')
}

function isUniqueColumn(view: View, name: string): boolean {
  const look = view.looks[name]
  return (
    look !== undefined &&
    look.filled > 0 &&
    look.distinct === look.filled &&
    look.filled >= view.rows * 0.98
  )
}

const isDated = (look: ColumnLook | undefined): boolean =>
  look?.kind === 'date' || look?.kind === 'instant' || look?.epoch !== undefined

function chooseTarget(
  view: View,
  { as, file, catalogue }: SuggestOptions,
): { kind: 'customers' } | { kind: 'products' } | { kind: 'events'; event: string } {
  const purchase =
    Object.values(catalogue.events).find((e) => e.role === 'purchase')?.name ?? 'purchase'
  if (as === 'customers' || as === 'products') return { kind: as }
  if (as === 'orders') return { kind: 'events', event: purchase }
  if (as !== undefined) return { kind: 'events', event: as }
  const customers = find(view, 'customer')
  const dates = view.names.filter((n) => isDated(view.looks[n]))
  const stem = plainName(mappingName(file))
  const event = Object.keys(catalogue.events).find((e) => stem === e || stem === `${e}s`)
  if (event !== undefined) return { kind: 'events', event }
  const hasMoney =
    find(view, 'amount').length + find(view, 'quantity').length + find(view, 'price').length > 0
  const hasOrder = find(view, 'order').length > 0
  const customerUnique = customers.some((n) => isUniqueColumn(view, n))
  const firstUnique = view.names
    .slice(0, 1)
    .some((n) => isUniqueColumn(view, n) && /(^|_)id$/.test(plainName(n)))
  const isAboutProducts = find(view, 'product').some((n) => isUniqueColumn(view, n))
  const isSale = hasMoney && dates.some((n) => NAMES_ACT.test(plainName(n)))
  if (isAboutProducts && customers.length === 0) return { kind: 'products' }
  if (customerUnique && !isSale && !(hasOrder && hasMoney)) return { kind: 'customers' }
  if (customers.length > 0 && dates.length > 0 && (hasMoney || hasOrder)) {
    return { kind: 'events', event: purchase }
  }
  if (firstUnique && !hasOrder && /customer|client|member|people|user|household/.test(stem)) {
    return { kind: 'customers' }
  }
  view.questions.push({
    code: 'intake/ask-kind',
    option: 'as',
    params: { file },
    answers: ['customers', 'products', 'orders', ...Object.keys(catalogue.events)],
  })
  return { kind: 'customers' }
}

/** One column for a role: the only one that sounds like it; several or none are asked about when it is needed. */
function pick(
  view: View,
  role: 'customer' | 'at' | 'id' | 'product',
  candidates: readonly string[],
  isNeeded: boolean,
): string | undefined {
  const [only, second] = candidates
  if (only !== undefined && second === undefined) return only
  if (only === undefined && !isNeeded) return undefined
  view.questions.push({
    code: only === undefined ? `intake/ask-role` : `intake/ask-which`,
    option: role,
    params: { role },
    answers: only === undefined ? view.names : candidates,
  })
  return only
}

/** A customer has fewer rows than this on average, in a file about customers. */
const LEAST_APART = 10

function suggestCustomers(view: View): Built {
  const unique = view.names.filter((n) => isUniqueColumn(view, n))
  const sounding = find(view, 'customer')
  const ids = view.names.filter((n) => /^(id|uuid)$|_(id|number|no|code)$/.test(plainName(n)))
  const best = [
    sounding.filter((n) => unique.includes(n)),
    ids.filter((n) => unique.includes(n)),
    // Rows of several instants repeat their customers, but hardly any column of words: `contact` may say by which channel.
    sounding.filter((n) => (view.looks[n]?.distinct ?? 0) * LEAST_APART > view.rows),
  ]
  const customer = pick(
    view,
    'customer',
    best.find((list) => list.length > 0)?.slice(0, 1) ?? [],
    true,
  )
  const at = view.names.filter(
    (n) =>
      isDated(view.looks[n]) &&
      /^(recorded|updated|valid|changed|modified|as_of)(_|$)|_(updated|changed|modified)(_|$)/.test(
        plainName(n),
      ),
  )
  const rest = view.names.filter((n) => n !== customer && !at.includes(n))
  const { fields, proposals } = assign(view, rest, view.catalogue.traits, { on: 'trait' })
  return {
    mapping: {
      kind: 'customers',
      ...(customer === undefined ? {} : { customer: [customer] }),
      ...(at[0] === undefined ? {} : { at: [at[0]] }),
      fields,
    },
    proposals,
  }
}

function suggestProducts(view: View): Built {
  const sounding = find(view, 'product').filter((n) => isUniqueColumn(view, n))
  const id = pick(view, 'id', sounding.slice(0, 1), true)
  const rest = view.names.filter((n) => n !== id)
  const { fields, proposals } = assign(view, rest, view.catalogue.products, { on: 'product' })
  return {
    mapping: { kind: 'products', ...(id === undefined ? {} : { id: [id] }), fields },
    proposals,
  }
}

function suggestEvents(view: View, event: string): Built {
  const kind: EventKind | undefined = view.catalogue.events[event]
  const customers = find(view, 'customer')
  const customer = pick(
    view,
    'customer',
    strongest(customers, /customer|client|household|member/),
    true,
  )
  const dated = view.names.filter((n) => isDated(view.looks[n]))
  const at = pick(view, 'at', bestDates(dated, view), true)
  const orders = find(view, 'order').filter((n) => n !== customer && !dated.includes(n))
  const eventIds = find(view, 'event').filter((n) => isUniqueColumn(view, n))
  const id = pick(view, 'id', orders.length > 0 ? withId(orders) : eventIds, false)
  const product = pick(
    view,
    'product',
    withId(find(view, 'product').filter((n) => n !== id && view.looks[n]?.kind !== 'date')).slice(
      0,
      1,
    ),
    false,
  )
  const isLined = id !== undefined && !isUniqueColumn(view, id) && isRepeated(view, id)
  const element = isLined ? (Object.keys(kind?.elements ?? {})[0] ?? 'item') : undefined
  const rest = view.names.filter((n) => ![customer, at, id].includes(n))
  const own = element === undefined ? [] : rest.filter((n) => isOfLine(view, id, n))
  const lines = assign(view, own, kind?.elements[element ?? '']?.properties ?? {}, {
    on: element ?? '',
    event,
    prefix: `${element ?? ''}.`,
  })
  const whole = assign(
    view,
    rest.filter((n) => !own.includes(n)),
    kind?.properties ?? {},
    { on: 'property', event },
  )
  const computed = computedAmount(view, { ...whole.fields, ...lines.fields }, element, kind)
  return {
    mapping: {
      kind: 'events',
      event,
      ...(customer === undefined ? {} : { customer: [customer] }),
      ...(at === undefined ? {} : { at: [at] }),
      ...(id === undefined ? {} : { id: [id] }),
      ...(element === undefined ? {} : { lines: element }),
      ...(product === undefined ? {} : { product }),
      fields: { ...whole.fields, ...lines.fields, ...computed.fields },
    },
    proposals: [...whole.proposals, ...lines.proposals, ...proposeAmount(computed, element, event)],
  }
}

function strongest(names: readonly string[], pattern: RegExp): readonly string[] {
  const strong = names.filter((n) => pattern.test(plainName(n)))
  return strong.length > 0 ? strong : names
}

function withId(names: readonly string[]): readonly string[] {
  const strong = names.filter((n) =>
    /(^|_)(id|no|nr|number|code|numero|codigo)$/.test(plainName(n)),
  )
  return strong.length > 0 ? strong : names
}

const NAMES_ACT =
  /order|invoice|transaction|purchase|sale|compra|venta|venda|pedido|factura|fatura|achat|commande|facture|event|occurred|happened/

/** Of several dates, the one that names the act; else all of them, to be asked. */
function bestDates(dated: readonly string[], view: View): readonly string[] {
  if (dated.length < 2) return dated
  const acts = dated.filter((n) => NAMES_ACT.test(plainName(n)))
  const of = acts.length > 0 ? acts : dated
  const exact = of.filter((n) => view.looks[n]?.kind === 'instant')
  return exact.length > 0 ? exact : of
}

function isRepeated(view: View, name: string): boolean {
  const look = view.looks[name]
  return look !== undefined && look.distinct < look.filled
}

/** A column belongs to the line when it sounds like one; what stays the same within an order belongs to the order. */
function isOfLine(_view: View, _id: string | undefined, name: string): boolean {
  const roles: readonly Role[] = ['product', 'quantity', 'price', 'amount', 'discount']
  const plain = plainName(name)
  return (
    roles.some((role) => soundsLike(name, role)) ||
    /(^|_)(description|desc|descricao|descripcion|category|categoria|categorie|brand|marca|marque|line|linha|linea|ligne|department|colour|color|size|disc|qty)(_|$)/.test(
      plain,
    )
  )
}
