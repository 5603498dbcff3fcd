/** What learners are told of customers: measures and traits as of any instant, without what is protected. */
import { textsIn, mapIn, type ModelSettings, type Trait } from '../../../../core/catalog/index.ts'
import { textOf, verbatim, type Finding, type Text } from '../../../../core/insight/index.ts'
import { category, encode, type Feature } from '../../../../core/models/index.ts'
import { printName } from '../../../../core/segment/index.ts'
import { id, join, sql, type Sql } from '../../../../core/sql/index.ts'
import type { Instant } from '../../../../core/base/index.ts'
import { isSet, saysAge, traitsNow } from '../../basis/traits.ts'
import type { ReportContext } from '../../report/kind.ts'
import { allMeasures, type ModelMeasure } from '../measures/behaviour.ts'
import { askColumns, type Asked, type WrittenColumn } from '../measures/columns.ts'
import type { Sample } from '../measures/sample.ts'
import type { ScoredColumns } from './score-sql.ts'

/** A measure and the column that it is computed as. */
export interface NumberColumn extends ModelMeasure {
  readonly column: string
}

/** Features by name, and what was withheld. */
export interface FeatureSet {
  readonly numbers: readonly NumberColumn[]
  readonly categories: readonly Trait[]
  readonly labelOf: (feature: string) => Text
  /** Protected attributes that were not looked at. */
  readonly withheld: readonly Trait[]
  readonly asked: Asked
}

/** Roles that no model looks at unless told: who somebody is, and what stands for it. */
const PROTECTED: ReadonlySet<string> = new Set(['gender', 'birth-date', 'income', 'language'])
/** Too many values to learn from, or addresses. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'city',
  'home',
  'name',
  'email',
  'phone',
  'consent',
  'joined',
])

/** Attributes by which a model is judged afterwards, never learned from. */
export function protectedTraits(context: ReportContext): readonly Trait[] {
  return Object.values(context.current.programme.catalogue.traits).filter(isProtected)
}

function isProtected(trait: Trait): boolean {
  return trait.sensitivity === 'sensitive' || PROTECTED.has(trait.role ?? '') || saysAge(trait)
}

/** Reads the settings `features`, `traits`, `protected`; `more` columns are asked for beside. */
export async function featuresFor(
  context: ReportContext,
  settings: ModelSettings,
  of: { readonly days: number; readonly more: readonly WrittenColumn[] },
): Promise<
  | { readonly ok: true; readonly set: FeatureSet }
  | { readonly ok: false; readonly finding: Finding }
> {
  const all = Object.values(context.current.programme.catalogue.traits)
  const allows = settings['protected'] === true
  const told = Object.entries(mapIn<string>(settings, 'features'))
  const named = textsIn(settings, 'traits')
  const isOpen = (trait: Trait): boolean =>
    trait.sensitivity !== 'sensitive' && (allows || !isProtected(trait))
  const chosen = all.filter((trait) =>
    named.length > 0
      ? named.includes(trait.name) && isOpen(trait)
      : isOpen(trait) && trait.sensitivity === 'none' && !PASSED_OVER.has(trait.role ?? ''),
  )
  const measures = [
    ...(told.length === 0
      ? allMeasures(context.meaning, of.days)
      : told.map(([name, text]): ModelMeasure => ({
          name,
          text,
          label: verbatim(name),
          unit: 'number',
        }))),
    ...chosen.filter(isNumber).map((trait): ModelMeasure => ({
      name: trait.name,
      text: printName(trait.name),
      label: textOf(trait.label),
      unit: 'number',
    })),
  ]
  const read = await askColumns(context, [
    ...measures.map(({ text }, j) => ({ name: `m${j}`, text, kind: 'number' as const })),
    ...of.more,
  ])
  if (!read.ok) return read
  const closed = new Set(all.filter((trait) => !isOpen(trait)).map(({ name }) => name))
  const uses = (j: number): readonly string[] => [...(read.asked.traits.get(`m${j}`) ?? [])]
  // A measure of something protected is that thing under another name.
  const seen = measures.map((measure, j) => ({
    measure,
    column: `m${j}`,
    isOpen: !uses(j).some((name) => closed.has(name)),
  }))
  const open = seen
    .filter((one) => one.isOpen)
    .map(({ measure, column }) => ({ ...measure, column }))
  const categories = chosen.filter(isCategory)
  const labels = new Map<string, Text>([
    ...open.map(({ name, label }) => [name, label] as const),
    ...categories.map(({ name, label }) => [name, textOf(label)] as const),
  ])
  return {
    ok: true,
    set: {
      numbers: open,
      categories,
      labelOf: (feature) => labels.get(feature) ?? verbatim(feature),
      withheld: all.filter((trait) => !isOpen(trait)),
      asked: read.asked,
    },
  }
}

/** Features that do not look at these traits: what defines an outcome foretells it for no good reason. */
export function withoutTraits(set: FeatureSet, traits: ReadonlySet<string>): FeatureSet {
  const looks = (column: string): boolean =>
    [...(set.asked.traits.get(column) ?? [])].some((name) => traits.has(name))
  return {
    ...set,
    numbers: set.numbers.filter(({ column }) => !looks(column)),
    categories: set.categories.filter(({ name }) => !traits.has(name)),
  }
}

function isNumber({ type }: Trait): boolean {
  return type === 'number' || type === 'money'
}

function isCategory({ type, values, role }: Trait): boolean {
  if (type === 'category' || type === 'boolean') return true
  return type === 'text' && (values !== undefined || role === 'country' || role === 'region')
}

/** Rows of features as of an instant, with `more` columns, as a function of whose tables are read. */
export type RowsAt = (on: ReportContext, share?: number) => Sql

/** `customer_key`, `m0` ... , `t0` ... and whatever else was asked for. */
export async function rowsAsOf(set: FeatureSet, instant: Instant): Promise<RowsAt> {
  const values = await set.asked.asOf(instant)
  const { categories } = set
  if (categories.length === 0) return values
  return (on, share) => {
    const columns = categories.map((trait, j) => {
      const known = id('known_of', trait.name)
      return sql`if(${isSet(trait, known)}, ifNull(toString(${known}), ''), '') AS ${id(`t${j}`)}`
    })
    return sql`SELECT told.*, ${join(columns, ', ')} FROM (${values(on, share)}) AS told
      LEFT JOIN (${traitsNow({ ...on, asOf: instant }, categories)}) AS known_of ON told.customer_key = known_of.customer_key`
  }
}

/** The columns of features by name. */
export function columnsOf(set: FeatureSet): ReadonlyMap<string, string> {
  return new Map([
    ...set.numbers.map(({ name, column }) => [name, column] as const),
    ...set.categories.map(({ name }, j) => [name, `t${j}`] as const),
  ])
}

/** A level that fewer rows have is not told apart. */
const FEWEST_ROWS = 20

/** Samples laid end to end as features; categories with the levels found in all of them. */
export function featureTable(
  set: FeatureSet,
  samples: readonly Sample[],
): { readonly features: readonly Feature[]; readonly levels: ScoredColumns['levels'] } {
  const columns = columnsOf(set)
  const numbers = set.numbers.map(({ name }): Feature => {
    const parts = samples.map((sample) => sample.column(columns.get(name) ?? ''))
    const values = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      values.set(part, at)
      at += part.length
    }
    return { kind: 'number', name, values }
  })
  const levels = new Map<string, readonly string[]>()
  const categories = set.categories.map(({ name }): Feature => {
    const texts = samples.flatMap((sample) => sample.texts(columns.get(name) ?? ''))
    const found = category(name, texts, FEWEST_ROWS)
    levels.set(name, found.levels)
    return { ...found, codes: encode(found.levels, texts) }
  })
  return { features: [...numbers, ...categories], levels }
}
