/** Characteristics with values that profiles compare: of the customer, and of what was bought. */
import { propertyColumn, type CategoryNode, type Trait } from '../../../core/catalog/index.ts'
import {
  figure,
  say,
  textOf,
  verbatim,
  type Aspect,
  type Figure,
  type Text,
} from '../../../core/insight/index.ts'
import { LOCALES } from '../../../core/base/index.ts'
import { printLiteral, printName } from '../../../core/segment/index.ts'
import { textsWithin } from '../../../core/plan/index.ts'
import { id, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Field } from '../../../core/template/index.ts'
import { everybody, eventRows, instantOf } from '../basis/rows.ts'
import { saysAge, traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import { ageOf, comparableTraits, type Source } from './figures.ts'
import { FIGURE_WORDS, keyOf } from './figure-words.ts'

/** One characteristic. */
export interface Characteristic extends Aspect {
  /** A customer can have several of its values. */
  readonly several: boolean
  /** An array of texts over the columns of the sources; empty where nothing is known. */
  readonly texts: Sql
  readonly labelOf: (value: string) => Text
  /** Better names of values, where the store has them. */
  readonly namesOf?: (values: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Of customers with a value, in the segment language. */
  readonly condition?: (value: string) => string
}

/** What is known of customers. */
export interface Characteristics {
  readonly characteristics: readonly Characteristic[]
  readonly sources: readonly Source[]
}

/** What they bought: here `texts` are those of one purchase, over the columns of `rows`. */
export interface Bought {
  readonly characteristics: readonly Characteristic[]
  /** `FROM` and conditions: the purchases looked at. */
  readonly rows: Sql
}

const DAY_MS = 86_400_000

/** Lower ends of age bands. */
const AGES = [0, 18, 25, 35, 45, 55, 65] as const

/** What is known of customers that may be compared. Cost: one short statement for income bands. */
export async function characteristicsOf(context: ReportContext): Promise<Characteristics> {
  return await knownOf(context, comparableTraits(context))
}

/** What these traits say of customers, as groups. Cost: one short statement for income bands. */
export async function knownOf(
  context: ReportContext,
  traits: readonly Trait[],
): Promise<Characteristics> {
  const income = traits.find(({ role, type }) => role === 'income' && isNumeric(type))
  return {
    characteristics: [
      ...traits.flatMap((trait) => ofTrait(context, trait)),
      ...(income === undefined ? [] : await numberBands(context, income)),
    ],
    sources: traits.length === 0 ? [] : [traitsNow(context, traits)],
  }
}

function isNumeric(type: Trait['type']): boolean {
  return type === 'money' || type === 'number'
}

const PLACES: ReadonlySet<string> = new Set(['country', 'region', 'city'])
const WITH_ROLE: ReadonlySet<string> = new Set([...PLACES, 'language', 'gender', 'income'])

/** One trait with values; none where it has none that can be compared. */
export function ofTrait(context: ReportContext, trait: Trait): readonly Characteristic[] {
  const { name, type, role, label, values } = trait
  const column = id(name)
  const uses = [`trait:${name}`]
  const own = { key: keyOf(trait), label: textOf(label), unit: 'share', uses } as const
  const area = PLACES.has(role ?? '') ? 'place' : 'people'
  const isYears = saysAge(trait) && type === 'number'
  if (role === 'birth-date' || isYears) {
    const age = isYears ? column : ageOf(context, column)
    const band = sql`toString(arrayElement(${value([...AGES], 'Array(Int32)')}, arrayCount(x -> x <= ${age}, ${value([...AGES], 'Array(Int32)')})))`
    return [
      {
        ...own,
        key: 'ageBand',
        label: say(FIGURE_WORDS.ageBand),
        area,
        several: false,
        texts: sql`if(isNull(${age}), emptyArrayString(), [${band}])`,
        labelOf: ageLabel,
      },
    ]
  }
  if (type === 'list')
    return [
      {
        ...own,
        condition: (v) => `${printName(name)} has any (${quoted(v)})`,
        area,
        several: true,
        texts: sql`arrayMap(x -> toString(x), ${column})`,
        labelOf: verbatim,
      },
    ]
  const isComparable =
    type === 'category' ||
    (type === 'text' &&
      (values !== undefined ||
        WITH_ROLE.has(role ?? '') ||
        saysAge(trait) ||
        trait.sensitivity === 'sensitive'))
  if (!isComparable && context.meaning.source?.name !== name) return []
  if (type !== 'text' && type !== 'category') return []
  const text = sql`ifNull(toString(${column}), '')`
  const texts = sql`if(${text} = '', emptyArrayString(), [${text}])`
  const labelOf =
    role === 'country'
      ? countryName
      : type === 'category'
        ? labelsOf(context, trait.tree)
        : verbatim
  const condition = (v: string): string => `${printName(name)} = ${quoted(v)}`
  return [{ ...own, area, several: false, texts, labelOf, condition }]
}

function ageLabel(from: string): Text {
  const at = AGES.indexOf(Number(from) as (typeof AGES)[number])
  const next = AGES[at + 1]
  if (at === 0) return verbatim(`< ${AGES[1]}`)
  return verbatim(next === undefined ? `${from}+` : `${from}–${next - 1}`)
}

/** Countries by their code are named in each language; whatever else stays as it is. */
export function countryName(code: string): Text {
  if (!/^[A-Z]{2}$/.test(code)) return verbatim(code)
  return Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code,
    ]),
  ) as Text
}

/** Names of categories in the languages of their tree. */
function labelsOf({ current }: ReportContext, tree: string | undefined): (value: string) => Text {
  const labels = new Map<string, Text>()
  const visit = (node: CategoryNode): void => {
    labels.set(node.name, textOf(node.label))
    node.children.forEach(visit)
  }
  current.programme.catalogue.trees[tree ?? '']?.forEach(visit)
  return (name) => labels.get(name) ?? verbatim(name)
}

/** Fifths of the base by a number such as income, told by their bounds. */
export async function numberBands(
  context: ReportContext,
  trait: Trait,
): Promise<readonly Characteristic[]> {
  const column = id(trait.name)
  const [row] = await context.query<{ q: readonly number[] }>(
    sql`SELECT arrayDistinct(quantilesExact(0.2, 0.4, 0.6, 0.8)(toFloat64(${column}))) AS q
      FROM (${traitsNow(context, [trait])}) WHERE isNotNull(${column}) AND customer_key IN (${everybody(context)})`,
  )
  const bounds = (row?.q ?? []).filter((bound) => Number.isFinite(bound))
  if (bounds.length < 2) return []
  const { currency } = context.current.programme
  const written = (bound: number): Figure =>
    trait.type === 'money'
      ? { kind: 'money', value: bound, currency: trait.currency ?? currency }
      : { kind: 'number', value: bound }
  const labelOf = (place: string): Text => {
    const [low, high] = [bounds[Number(place) - 1], bounds[Number(place)]]
    return perLocale((locale) =>
      low === undefined
        ? `< ${figure(written(high ?? 0), locale)}`
        : high === undefined
          ? `≥ ${figure(written(low), locale)}`
          : `${figure(written(low), locale)} – ${figure(written(high), locale)}`,
    )
  }
  const place = sql`toString(arrayCount(x -> x <= toFloat64(${column}), ${value(bounds, 'Array(Float64)')}))`
  return [
    {
      key: 'incomeBand',
      area: 'people',
      label: say(FIGURE_WORDS.incomeBand, { label: textOf(trait.label) }),
      unit: 'share',
      uses: [`trait:${trait.name}`],
      several: false,
      texts: sql`if(isNull(${column}), emptyArrayString(), [${place}])`,
      labelOf,
    },
  ]
}

function perLocale(of: (locale: (typeof LOCALES)[number]) => string): Text {
  return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Text
}

/** What was bought in the last `days` days; undefined where purchases do not say it. */
export function boughtOf(context: ReportContext, days: number): Bought | undefined {
  const { purchase, category, brand, product, channel } = context.meaning
  if (purchase === undefined) return undefined
  const fields = Object.entries({ category, brand, product, channel }).flatMap(([key, field]) =>
    field === undefined
      ? []
      : [[key as 'category' | 'brand' | 'product' | 'channel', field] as const],
  )
  if (fields.length === 0) return undefined
  const tops = category === undefined ? undefined : departmentsOf(context, category, days)
  const one = (key: (typeof fields)[number][0], field: Field): Characteristic => ({
    key,
    area: key === 'channel' ? 'channel' : 'products',
    label: say(FIGURE_WORDS[key]),
    unit: 'share',
    uses: [`event:${purchase.name}.${field.property.name}`],
    several: true,
    texts: textsWithin(field),
    labelOf: labelsOf(context, field.property.tree),
    condition: boughtWith(field, days),
    ...(key === 'product' ? productNames(context) : {}),
  })
  return {
    characteristics: [
      ...(tops === undefined ? [] : [tops]),
      ...fields.map(([key, field]) => one(key, field)),
    ],
    rows: sql`${eventRows(context, purchase)} AND at > ${instantOf(context.asOf - days * DAY_MS)}`,
  }
}

/** The top of the tree above each category bought; undefined for a tree without levels. */
function departmentsOf(
  context: ReportContext,
  category: Field,
  days: number,
): Characteristic | undefined {
  const tree = context.current.programme.catalogue.trees[category.property.tree ?? ''] ?? []
  const pairs = tree.flatMap((top) => namesIn(top).map((name) => [name, top.name] as const))
  if (pairs.length === tree.length) return undefined
  const names = value(
    pairs.map(([name]) => name),
    'Array(String)',
  )
  const tops = value(
    pairs.map(([, top]) => top),
    'Array(String)',
  )
  const top = sql`transform(x, ${names}, ${tops}, '')`
  return {
    key: 'department',
    area: 'products',
    label: say(FIGURE_WORDS.department),
    unit: 'share',
    uses: [`event:${category.event.name}.${category.property.name}`],
    several: true,
    texts: sql`arrayFilter(y -> y != '', arrayMap(x -> ${top}, ${textsWithin(category)}))`,
    labelOf: labelsOf(context, category.property.tree),
    condition: boughtWith(category, days),
  }
}

/** What products are called, where their reference says it. */
function productNames({ current, table, query }: ReportContext): Pick<Characteristic, 'namesOf'> {
  const name = Object.values(current.programme.catalogue.products).find(
    (one) => one.type === 'text' && NAMED.test(one.name),
  )
  if (name === undefined) return {}
  const column = id(propertyColumn(name.name))
  return {
    namesOf: async (values) => {
      const rows = await query<{ k: string; v: string }>(
        sql`SELECT product_id AS k, argMax(${column}, load) AS v FROM ${table('product')}
          WHERE product_id IN ${value(values, 'Array(String)')} GROUP BY k HAVING v != ''`,
      )
      return new Map(rows.map(({ k, v }) => [k, v]))
    },
  }
}

const NAMED = /^(name|title|descr|nome|nombre|nom$|titre|titulo)/

/** Customers who bought something with a value within the days looked at. */
function boughtWith({ event, element, property }: Field, days: number): (value: string) => string {
  const is = property.tree === undefined ? '=' : 'under'
  return (text) => {
    const test = `${printName(property.name)} ${is} ${quoted(text)}`
    const where = element === undefined ? test : `any ${printName(element.name)} (${test})`
    return `any(${printName(event.name)} where ${where}, last ${days} days)`
  }
}

function quoted(text: string): string {
  return printLiteral({ kind: 'text', value: text })
}

function namesIn(node: CategoryNode): readonly string[] {
  return [node.name, ...node.children.flatMap(namesIn)]
}
