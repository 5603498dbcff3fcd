/** The mappings that load a demo's files: column to trait or property, without a question asked. */
import { stringify } from 'yaml'
import { DATA_FILES, dataPath, type DataFile } from './files.ts'

interface Recipe {
  readonly kind: 'customers' | 'products' | 'events'
  readonly event?: string
  readonly id?: string
  readonly at?: string
  readonly lines?: string
  readonly product?: string
  /** Property -> column; a column that is not named here goes to the property of its own name. */
  readonly renamed?: Readonly<Record<string, unknown>>
  /** NDJSON keys. */
  readonly columns?: string
}

const RECIPES: Readonly<Record<DataFile, Recipe>> = {
  customers: {
    kind: 'customers',
    at: 'recorded_at',
    renamed: { interests: { from: 'interests', separator: ';' } },
  },
  moves: { kind: 'customers', at: 'recorded_at' },
  products: { kind: 'products', id: 'product_id' },
  orders: {
    kind: 'events',
    event: 'purchase',
    id: 'order_id',
    at: 'ordered_at',
    lines: 'item',
    product: 'product_id',
    renamed: {
      amount: 'order_amount',
      discount: 'order_discount',
      'item.product': 'product_id',
      'item.quantity': 'quantity',
      'item.price': 'price',
      'item.discount': 'discount',
      'item.amount': 'amount',
    },
  },
  refunds: {
    kind: 'events',
    event: 'refund',
    id: 'refund_id',
    at: 'refunded_at',
    renamed: { product: 'product_id' },
  },
  coupons: { kind: 'events', event: 'coupon_used', id: 'coupon_id', at: 'used_at' },
  'rewards-earned': { kind: 'events', event: 'reward_earned', id: 'reward_id', at: 'earned_at' },
  'rewards-redeemed': {
    kind: 'events',
    event: 'reward_redeemed',
    id: 'redemption_id',
    at: 'redeemed_at',
  },
  'emails-sent': { kind: 'events', event: 'email_sent', id: 'message_id', at: 'sent_at' },
  'emails-opened': { kind: 'events', event: 'email_opened', id: 'message_id', at: 'opened_at' },
  'emails-clicked': { kind: 'events', event: 'email_clicked', id: 'message_id', at: 'clicked_at' },
  'web-visits': {
    kind: 'events',
    event: 'web_visit',
    id: 'id',
    at: 'at',
    columns: 'id,at,customer_id,page,category,pages,seconds,device,bounced,searches',
  },
  surveys: {
    kind: 'events',
    event: 'survey_answered',
    id: 'id',
    at: 'at',
    columns: 'id,at,customer_id,survey,score,topics,order_id',
  },
  'tickets-opened': { kind: 'events', event: 'ticket_opened', id: 'ticket_id', at: 'opened_at' },
  'tickets-solved': { kind: 'events', event: 'ticket_solved', id: 'ticket_id', at: 'solved_at' },
}

function printRecipe(file: DataFile, recipe: Recipe): string {
  const columns = (DATA_FILES[file] ?? recipe.columns ?? '').split(',')
  const renamed = recipe.renamed ?? {}
  const taken = new Set<unknown>(Object.values(renamed))
  const own = columns.filter(
    (c) =>
      c !== recipe.id && c !== recipe.at && c !== 'customer_id' && !taken.has(c) && !(c in renamed),
  )
  const name = dataPath(file).slice('data/'.length)
  return stringify({
    name: file,
    files: [name, `${name}.gz`],
    format: { dates: 'ymd', ...(DATA_FILES[file] === undefined ? {} : { decimal: '.' }) },
    kind: recipe.kind,
    ...(recipe.event === undefined ? {} : { event: recipe.event }),
    ...(recipe.kind === 'products' ? {} : { customer: 'customer_id' }),
    ...(recipe.at === undefined ? {} : { at: recipe.at }),
    ...(recipe.id === undefined ? {} : { id: recipe.id }),
    ...(recipe.lines === undefined ? {} : { lines: recipe.lines }),
    ...(recipe.product === undefined ? {} : { product: recipe.product }),
    fields: { ...Object.fromEntries(own.map((c) => [c, c])), ...renamed },
  })
}

/** File name in `mappings/` -> its text. */
export function mappingFiles(): ReadonlyMap<string, string> {
  return new Map(
    (Object.keys(RECIPES) as DataFile[]).map((file) => [
      `${file}.yaml`,
      printRecipe(file, RECIPES[file]),
    ]),
  )
}
