/** `--map customer=CustomerID,at=InvoiceDate,item.amount=Total,dates=dmy`: a person's word over a mapping. */
import { invalid, valid, type Checked, type Issue } from '../../../core/base/index.ts'
import { DATE_ORDERS, FILE_TYPES, type FormatOverrides, type Mapping } from './mapping.ts'
import { fromColumn } from './parse.ts'
import { REFUNDS_OPTION } from './refunds.ts'

/** What was given by hand, in order. */
export type Overrides = Readonly<Record<string, string>>

/** What a row is known by: who, when, which. */
export const ROLE_KEYS = ['customer', 'at', 'id'] as const
const FORMAT_KEYS = [
  'type',
  'encoding',
  'delimiter',
  'quote',
  'header',
  'decimal',
  'dates',
  'missing',
  'time_zone',
] as const

/** Splits the text of `--map`; `\,` is a comma that belongs to a value. Code: `intake/bad-override`. */
export function parseOverrides(texts: readonly string[]): Checked<Overrides> {
  const issues: Issue[] = []
  const found: Record<string, string> = {}
  for (const part of texts.flatMap((text) => text.split(/(?<!\\),(?=[^=,]+=)|(?<!\\),$/))) {
    const text = part.replaceAll('\\,', ',').trim()
    if (text === '') continue
    const at = text.indexOf('=')
    if (at < 1) issues.push({ code: 'intake/bad-override', severity: 'error', params: { text } })
    else found[text.slice(0, at).trim()] = text.slice(at + 1).trim()
  }
  return issues.length > 0 ? invalid(...issues) : valid(found)
}

const NAMED_DELIMITERS: Readonly<Record<string, string>> = {
  tab: '\t',
  '\\t': '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
}
const NAMED_MARKS: Readonly<Record<string, '.' | ','>> = {
  '.': '.',
  ',': ',',
  comma: ',',
  dot: '.',
  point: '.',
}

/** The part of the overrides that is about the file itself. Code: `intake/bad-override`. */
export function formatOf(overrides: Overrides): Checked<FormatOverrides> {
  const issues: Issue[] = []
  const bad = (key: string): undefined => {
    const text = `${key}=${overrides[key] ?? ''}`
    issues.push({ code: 'intake/bad-override', severity: 'error', params: { text } })
    return undefined
  }
  const one = <T extends string>(key: string, known: readonly T[]): T | undefined => {
    const given = overrides[key]
    if (given === undefined) return undefined
    return known.find((k) => k === given) ?? bad(key)
  }
  const { encoding, delimiter, quote, header, decimal, missing, time_zone: zone } = overrides
  const mark = decimal === undefined ? undefined : (NAMED_MARKS[decimal] ?? bad('decimal'))
  const type = one('type', FILE_TYPES)
  const dates = one('dates', DATE_ORDERS)
  const hasHeader = one('header', ['true', 'false', 'yes', 'no'])
  const separator = delimiter === undefined ? undefined : (NAMED_DELIMITERS[delimiter] ?? delimiter)
  if (separator !== undefined && separator.length !== 1) bad('delimiter')
  const format: FormatOverrides = {
    ...(type === undefined ? {} : { type }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { delimiter: separator }),
    ...(quote === undefined ? {} : { quote: quote === 'none' ? '' : quote }),
    ...(header === undefined ? {} : { header: hasHeader === 'true' || hasHeader === 'yes' }),
    ...(mark === undefined ? {} : { decimal: mark }),
    ...(dates === undefined ? {} : { dates }),
    ...(missing === undefined ? {} : { missing: missing === '' ? [] : missing.split(' ') }),
    ...(zone === undefined ? {} : { time_zone: zone }),
  }
  return issues.length > 0 ? invalid(...issues) : valid(format)
}

/** Keys that decide how a mapping is guessed. */
const ELSEWHERE: ReadonlySet<string> = new Set(['as', REFUNDS_OPTION])

/** Applies the rest of the overrides: roles, `lines`, `product`, `clear`, and fields. `field=` drops a field. */
export function applyOverrides(mapping: Mapping, overrides: Overrides): Mapping {
  let result: Mapping = mapping
  for (const [key, text] of Object.entries(overrides)) {
    if (ELSEWHERE.has(key) || FORMAT_KEYS.some((k) => k === key)) continue
    const role = ROLE_KEYS.find((k) => k === key)
    if (role !== undefined) result = { ...result, [role]: text.split('+') }
    else if (
      key === 'lines' ||
      key === 'each' ||
      key === 'product' ||
      key === 'clear' ||
      key === 'event'
    ) {
      result = { ...result, [key]: text }
    } else if (key === 'name') result = { ...result, name: text }
    else {
      const { [key]: _, ...others } = result.fields
      const source = text.includes('*')
        ? { multiply: text.split('*'), negate: false, absolute: false, values: {} }
        : fromColumn(text)
      result = { ...result, fields: text === '' ? others : { ...others, [key]: source } }
    }
  }
  return result
}
