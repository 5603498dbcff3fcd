/** Facts as reports read them: who there is, who is in a segment, and purchases with their amount. */
import type { EventKind, Property } from '../../../core/catalog/index.ts'
import {
  amountsWithin,
  amountWithin,
  countedRows,
  type RhythmOptions,
} from '../../../core/plan/index.ts'
import { raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Field } from '../../../core/template/index.ts'
import { knownKeys, memberKeys } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'

/** Keys of everybody known, aliases and those left out aside. */
export function everybody(context: ReportContext): Sql {
  const { snapshot, table } = context
  return sql`${knownKeys(snapshot, table)}${butLeftOut(context)}`
}

/** Of conditions: not those who are left out; nothing where nobody is. */
export function butLeftOut({ leftOut, table }: Pick<ReportContext, 'leftOut' | 'table'>): Sql {
  return leftOut === undefined ? raw('') : sql` AND customer_key NOT IN (${leftOut(table)})`
}

/** Keys of a segment's members as published. Throws `run/not-in-snapshot`. */
export function membersOf({ snapshot, table }: ReportContext, segment: string): Sql {
  return memberKeys(snapshot, table, segment)
}

/** How facts are read for these figures. */
export function reading({ current, asOf, table }: ReportContext): RhythmOptions {
  const { timeZone, currency, catalogue } = current.programme
  return {
    table,
    timeZone,
    asOf,
    currencies: { to: currency, rates: catalogue.rates ?? {}, timeZone },
  }
}

/** Rows of an event that count, with all stored columns; end it with more conditions by ` AND ...`. */
export function eventRows(context: ReportContext, event: EventKind): Sql {
  return sql`${countedRows(event, reading(context))}${butLeftOut(context)}`
}

/** A money or number property of one event's row, as a double; lines are added up. */
export function amountOf(context: ReportContext, field: Field): Sql {
  return amountWithin(field, reading(context).currencies)
}

/** The local day of an event, as days since 1970. */
export function localDayOf({ current }: ReportContext, at: Sql = sql`at`): Sql {
  return sql`toInt32(toDate32(${at}, ${value(current.programme.timeZone, 'String')}))`
}

/** The same of each line by itself, as an array of doubles. */
export function amountsOf(context: ReportContext, field: Field): Sql {
  return amountsWithin(field, reading(context).currencies)
}

/** An instant as SQL. */
export function instantOf(ms: number): Sql {
  return sql`fromUnixTimestamp64Milli(${value(Math.round(ms), 'Int64')}, 'UTC')`
}

/**
 * One row per purchase: `customer_key`, `at`, `id`, `day` (local, days since 1970), `amount` (double; 0 without an amount in
 * the catalogue). Undefined without purchases in the catalogue.
 */
export function purchases(context: ReportContext): Sql | undefined {
  const { purchase, amount } = context.meaning
  if (purchase === undefined) return undefined
  const sum = amount === undefined ? raw('toFloat64(0)') : amountOf(context, amount)
  return sql`SELECT customer_key, at, id, ${localDayOf(context)} AS day, ${sum} AS amount FROM ${eventRows(context, purchase)}`
}

/** What came back: `customer_key`, `at`, `amount` of refunds; undefined where there are none in the catalogue. */
export function refunds(context: ReportContext): Sql | undefined {
  const { refund, amount } = context.meaning
  const field = refund === undefined ? undefined : refundedField(refund, amount?.property.name)
  if (refund === undefined || field === undefined) return undefined
  return sql`SELECT customer_key, at, ${amountOf(context, field)} AS amount FROM ${eventRows(context, refund)}`
}

/**
 * What a refund gives back: what is called as the purchase's amount is, as the language has it, else what is called an amount,
 * else any money of its own; else that of its lines, whose prices are no amounts.
 */
function refundedField(event: EventKind, amount: string | undefined): Field | undefined {
  const own = moneyOf(event.properties)
  const property = own.find(({ name }) => name === amount) ?? own.find(isTotal) ?? own[0]
  if (property !== undefined) return { event, property }
  for (const element of Object.values(event.elements)) {
    const lines = moneyOf(element.properties)
    const line = lines.find(({ name }) => name === amount) ?? lines.find(isTotal)
    if (line !== undefined) return { event, element, property: line }
  }
  return undefined
}

function moneyOf(properties: EventKind['properties']): readonly Property[] {
  return Object.values(properties).filter(
    (p) => p.type === 'money' && p.sensitivity !== 'sensitive',
  )
}

function isTotal({ name }: Property): boolean {
  return /^(amount|total|value|net|valor|importe|montant)/.test(name)
}
