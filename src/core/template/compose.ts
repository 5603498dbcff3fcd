/** A template meets a catalogue: its holes are filled, or what is missing is named. */
import { print, parse, printLiteral, type Literal } from '../segment/index.ts'
import type { ParameterValue } from './default.ts'
import type { Meaning } from './meaning.ts'
import { SLOTS, slotText, type Slot } from './slot.ts'
import type { Parameter, ParameterKind, ParameterName, Template } from './template.ts'

const HOLE = /\{(\w+)(#?)\}/g

/** What a template needs of the catalogue: the slots that its text names. */
export function needsOf(template: Template): readonly Slot[] {
  const named = new Set([...template.definition.matchAll(HOLE)].map((m) => m[1]))
  const also = new Set<string>(template.alsoNeeds ?? [])
  return SLOTS.filter((slot) => named.has(slot) || also.has(slot))
}

/** The needs that a catalogue does not meet; none means that the template fits. */
export function missingOf(template: Template, meaning: Meaning): readonly Slot[] {
  return lackingSlots(needsOf(template), meaning)
}

/** Those of some parts that a catalogue does not have. */
export function lackingSlots(slots: readonly Slot[], meaning: Meaning): readonly Slot[] {
  return slots.filter((slot) => slotText(slot, meaning) === undefined)
}

/** Values of the parameters of one template. */
export type Values = Readonly<Partial<Record<ParameterName, ParameterValue>>>

/** The canonical text; undefined when a slot or a value is missing. `currency` is the programme's. */
export function composeDefinition(
  template: Template,
  of: { readonly meaning: Meaning; readonly values: Values; readonly currency: string },
): string | undefined {
  const { meaning, values } = of
  const money = moneyOf(meaning) ?? of.currency
  let isWhole = missingOf(template, meaning).length === 0
  const text = template.definition.replaceAll(HOLE, (_, name: string, bare: string) => {
    const slot = SLOTS.find((s) => s === name)
    const filled =
      slot === undefined
        ? parameterText(template, name, { values, money, bare: bare === '#' })
        : slotText(slot, meaning)
    isWhole &&= filled !== undefined
    return filled ?? ''
  })
  if (!isWhole) return undefined
  const read = parse(text)
  return read.ok ? print(read.value.definition).trimEnd() : text
}

/** Converted amounts are in the programme's currency. */
function moneyOf({ amount }: Meaning): string | undefined {
  return amount?.property.currencyFrom === undefined ? amount?.property.currency : undefined
}

function parameterText(
  template: Template,
  name: string,
  how: { readonly values: Values; readonly money: string; readonly bare: boolean },
): string | undefined {
  const parameter = template.parameters.find((p) => p.name === name)
  const value = parameter === undefined ? undefined : how.values[parameter.name]
  if (parameter === undefined || value === undefined) return undefined
  if (typeof value === 'string') return printLiteral({ kind: 'text', value })
  return how.bare ? String(value) : printLiteral(literalOf(parameter.kind, value, how.money))
}

function literalOf(kind: ParameterKind, value: number, currency: string): Literal {
  switch (kind) {
    case 'days':
      return { kind: 'duration', count: value, unit: 'day' }
    case 'money':
      return { kind: 'number', value, currency }
    case 'share':
      // Percentages of people have no more than four decimals.
      return { kind: 'number', value: Number((value * 100).toFixed(4)), percent: true }
    default:
      return { kind: 'number', value }
  }
}

/** A value as somebody typed it: `45`, `45 days`, `20%`, `0.2`, `Coffee`; undefined when it does not fit. */
export function readParameter(
  { kind, least }: Parameter,
  typed: string,
): ParameterValue | undefined {
  const text = typed.trim()
  if (kind === 'text') return text === '' || text.length > 200 ? undefined : text
  const isPercent = kind === 'share' && text.endsWith('%')
  const plain =
    kind === 'days' ? text.replace(/ ?days?$/, '') : isPercent ? text.slice(0, -1) : text
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(plain.trim())) return undefined
  const value = isPercent ? Number(plain) / 100 : Number(plain)
  const isWhole =
    Number.isInteger(value) || kind === 'money' || kind === 'share' || kind === 'number'
  const low =
    least ?? (isWhole && (kind === 'share' || kind === 'money' || kind === 'number') ? 0.01 : 1)
  const high = kind === 'share' ? 1 : kind === 'days' ? 36_500 : 1e9
  return isWhole && value >= low && value <= high ? value : undefined
}
