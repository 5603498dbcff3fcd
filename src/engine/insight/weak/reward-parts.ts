/** What a catalogue says of rewards: the parts of the events by type and name, and one row per reward earned. */
import { propertyColumn, type EventKind, type Property } from '../../../core/catalog/index.ts'
import { id, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Field } from '../../../core/template/index.ts'
import { among } from '../basis/context.ts'
import { amountOf, everybody, eventRows } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'

/** The parts; absent where the catalogue has none. */
export interface RewardParts {
  readonly reward: EventKind
  readonly redeemed: EventKind | undefined
  /** What kind of reward it is. */
  readonly kind: Property | undefined
  readonly worth: Field | undefined
  /** Points that a reward costs, and that a purchase earns. */
  readonly price: Property | undefined
  readonly points: Property | undefined
  readonly expires: Property | undefined
  /** Of a redemption: the reward's id. */
  readonly link: Property | undefined
}

const NAMES = {
  kind: /kind|type|categ|^reward$|^name$|tipo|clase/,
  points: /point|pont|punto/,
  expires: /expir|valid|vence|caduc|until/,
  link: /reward|recompens|voucher|cupom|lot/,
} as const

/** Reads them; undefined without an event of rewards. */
export function rewardParts({ meaning }: Pick<ReportContext, 'meaning'>): RewardParts | undefined {
  const { reward, redeemed, purchase } = meaning
  if (reward === undefined) return undefined
  const money = open(reward).find((p) => p.type === 'money')
  return {
    reward,
    redeemed,
    kind: open(reward).find((p) => isWord(p) && NAMES.kind.test(p.name)),
    worth: money === undefined ? undefined : { event: reward, property: money },
    price: open(reward).find((p) => p.type === 'number' && NAMES.points.test(p.name)),
    points: open(purchase).find((p) => p.type === 'number' && NAMES.points.test(p.name)),
    expires: open(reward).find(
      (p) => (p.type === 'instant' || p.type === 'date') && NAMES.expires.test(p.name),
    ),
    link: open(redeemed).find((p) => isWord(p) && NAMES.link.test(p.name)),
  }
}

function open(event: EventKind | undefined): readonly Property[] {
  return Object.values(event?.properties ?? {}).filter((p) => p.sensitivity !== 'sensitive')
}

function isWord({ type }: Property): boolean {
  return type === 'text' || type === 'category'
}

/**
 * One row per reward earned: `customer_key`, `at`, `id`, `kind` ('' unknown), `worth`, `price` (0 unknown), `expires` (ms;
 * NULL never or unknown), `used` (0 or 1). Used is told by the reward that a redemption names; where redemptions name none,
 * the oldest rewards are taken to be used first. Cost: one pass over rewards and redemptions.
 */
export function lots(context: ReportContext, parts: RewardParts): Sql {
  const { reward, kind, worth, price, expires, redeemed, link } = parts
  const zone = value(context.current.programme.timeZone, 'String')
  const until =
    expires === undefined
      ? sql`CAST(NULL, 'Nullable(Int64)')`
      : expires.type === 'instant'
        ? sql`toUnixTimestamp64Milli(${stored(expires)})`
        : // A date is over at the end of its local day.
          sql`toUnixTimestamp(toDateTime(addDays(${stored(expires)}, 1), ${zone})) * 1000`
  const rows = sql`SELECT customer_key, at, id,
      ${kind === undefined ? sql`''` : sql`ifNull(toString(${stored(kind)}), '')`} AS kind,
      ${worth === undefined ? raw('toFloat64(0)') : amountOf(context, worth)} AS worth,
      ${price === undefined ? raw('toFloat64(0)') : sql`ifNull(toFloat64(${stored(price)}), 0)`} AS price,
      ${until} AS expires
    FROM ${eventRows(context, reward)} AND ${among(everybody(context))}`
  if (redeemed === undefined) return sql`SELECT *, toUInt8(0) AS used FROM (${rows})`
  if (link !== undefined) {
    const named = sql`SELECT customer_key, toString(${stored(link)}) FROM ${eventRows(context, redeemed)}`
    return sql`SELECT *, toUInt8((customer_key, toString(id)) IN (${named})) AS used FROM (${rows})`
  }
  const counted = sql`SELECT customer_key, count() AS times FROM ${eventRows(context, redeemed)} GROUP BY customer_key`
  return sql`SELECT l.* EXCEPT (nth), toUInt8(l.nth <= ifNull(r.times, 0)) AS used
    FROM (SELECT *, row_number() OVER (PARTITION BY customer_key ORDER BY at, id) AS nth FROM (${rows})) AS l
    ANY LEFT JOIN (${counted}) AS r ON l.customer_key = r.customer_key`
}

/** A property as it is stored. */
export function stored({ name }: Property): Sql {
  return id(propertyColumn(name))
}
