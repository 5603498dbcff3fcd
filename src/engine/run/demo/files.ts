/** The data files of a demo and their columns: one table that writer, mappings and documentation share. */
import type { Draft, Output } from './output.ts'
import { PERSONALITY } from './person.ts'

const DATA_FILE_NAMES = [
  'customers',
  'moves',
  'products',
  'orders',
  'refunds',
  'coupons',
  'rewards-earned',
  'rewards-redeemed',
  'emails-sent',
  'emails-opened',
  'emails-clicked',
  'web-visits',
  'surveys',
  'tickets-opened',
  'tickets-solved',
] as const
export type DataFile = (typeof DATA_FILE_NAMES)[number]

/** Columns by file; NDJSON files have none. */
export const DATA_FILES: Readonly<Record<DataFile, string | undefined>> = {
  customers: `customer_id,recorded_at,name,email,birth_date,joined,country,region,city,language,gender,income,household_size,interests,home,email_consent,app_installed_at,favourite_category,acquisition,${PERSONALITY.join(',')}`,
  moves: 'customer_id,recorded_at,region,city,home',
  products: 'product_id,name,category,brand,list_price',
  orders:
    'order_id,ordered_at,customer_id,status,channel,store,payment,coupon,order_amount,order_discount,points,product_id,quantity,price,discount,amount',
  refunds: 'refund_id,refunded_at,customer_id,order_id,product_id,amount,reason',
  coupons: 'coupon_id,used_at,customer_id,order_id,code,value,expires_on',
  'rewards-earned': 'reward_id,earned_at,customer_id,kind,points,value,expires_at',
  'rewards-redeemed': 'redemption_id,redeemed_at,customer_id,reward_id,kind,value',
  'emails-sent': 'message_id,sent_at,customer_id,campaign,topic',
  'emails-opened': 'message_id,opened_at,customer_id,campaign,device',
  'emails-clicked': 'message_id,clicked_at,customer_id,campaign,link',
  'web-visits': undefined,
  surveys: undefined,
  'tickets-opened': 'ticket_id,opened_at,customer_id,order_id,topic,channel,severity',
  'tickets-solved': 'ticket_id,solved_at,customer_id,hours,satisfied',
}

/** Where a file lies in the programme folder. */
export function dataPath(file: DataFile): string {
  return `data/${file}.${DATA_FILES[file] === undefined ? 'ndjson' : 'csv'}`
}

/** What is true by construction; never loaded. */
export const TRUTH_COLUMNS =
  'customer_id,archetype,purchases,last_purchase_on,break_after,decline_from,silent_from,silent_until,specialty,rewards_earned,rewards_redeemed,days_to_first_reward'

export type Drafts = Readonly<Record<DataFile | 'truth', Draft>>

export async function openDrafts(output: Output): Promise<Drafts> {
  const opened: [string, Draft][] = []
  for (const file of DATA_FILE_NAMES) {
    opened.push([file, await output.draft(dataPath(file), DATA_FILES[file])])
  }
  opened.push(['truth', await output.draft('truth/customers.csv', TRUTH_COLUMNS)])
  return Object.fromEntries(opened) as Drafts
}

/** One row of text: appended with its line end. */
export function put(draft: Draft, line: string): void {
  draft.text += line + '\n'
  draft.rows++
}

const CENTS: readonly string[] = Array.from(
  { length: 100 },
  (_, i) => `.${String(i).padStart(2, '0')}`,
)

/** Cents as an amount with two decimals. */
export function money(cents: number): string {
  const whole = Math.floor(cents / 100)
  return whole + (CENTS[cents - whole * 100] ?? '')
}

/** A cell of CSV: quoted only when it must be. */
export function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
