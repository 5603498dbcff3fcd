/** Those of whom a trait is known against those of whom it is not, for all traits in two statements. */
import type { Trait } from '../../../core/catalog/index.ts'
import { BIAS_ALPHA, compareGroups, type Compared } from '../../../core/insight/index.ts'
import { id, join, raw, sql, value } from '../../../core/sql/index.ts'
import { everybody } from '../basis/rows.ts'
import { isSet, saysWhen, traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import { characteristicsOf } from '../segments/characteristics.ts'
import { comparableTraits, figuresOf } from '../segments/figures.ts'
import { withSources, type Groups } from '../segments/sums.ts'

/** A trait, how many have it, and how they differ from those who have not. */
export interface TraitCoverage {
  readonly trait: Trait
  readonly known: number
  readonly unknown: number
  readonly compared: readonly Compared[]
}

/** What coverage is judged by: who the customers are, and what they are worth. */
const FIGURES: ReadonlySet<string> = new Set(['net', 'spend', 'orders', 'age', 'tenure'])

/** Traits that can be missing by neglect. */
export function coverable(context: ReportContext): readonly Trait[] {
  return comparableTraits(context).filter((trait) => !saysWhen(trait))
}

/** All traits. Cost: two passes over the profiles and over purchases, times the traits in processor time. */
export async function coverageOf(
  context: ReportContext,
  days: number,
): Promise<readonly TraitCoverage[]> {
  const traits = coverable(context)
  if (traits.length === 0) return []
  const flags = traits.map(
    (trait, i) => sql`, toUInt8(${isSet(trait, id(trait.name))}) AS ${id(`set_${i}`)}`,
  )
  const people: Groups = sql`SELECT customer_key${join(flags, '')} FROM (SELECT customer_key FROM (${everybody(context)})) AS e
    ANY LEFT JOIN (${traitsNow(context, traits)}) AS t USING (customer_key)`
  const numbers = await numbersOf(context, { people, traits, days })
  const words = await wordsOf(context, { people, traits, days })
  return traits.map((trait, i): TraitCoverage => {
    const { sizes, sums } = numbers(i)
    const compared = compareGroups({
      sizes: { ...sizes, both: 0 },
      // A trait is not compared by itself.
      numbers: sums.filter(({ aspect }) => !aspect.uses.includes(`trait:${trait.name}`)),
      words: words(i, sizes).filter(({ aspect }) => !aspect.uses.includes(`trait:${trait.name}`)),
      against: 'group',
      uses: new Set(),
      alpha: BIAS_ALPHA,
    })
    return { trait, known: sizes.of, unknown: sizes.against, compared }
  })
}

interface Wanted {
  readonly people: Groups
  readonly traits: readonly Trait[]
  readonly days: number
}

/** One row per trait and side: index of the trait, and whether it is known. */
function sides(traits: readonly Trait[]) {
  return join(
    traits.map((_, i) => sql`tuple(toUInt16(${raw(String(i))}), ifNull(${id(`set_${i}`)}, 0))`),
    ', ',
  )
}

async function numbersOf(context: ReportContext, { people, traits, days }: Wanted) {
  const { figures: all, sources } = figuresOf(context, days)
  const hasNet = all.some(({ key }) => key === 'net')
  const figures = all.filter(({ key }) => FIGURES.has(key) && !(hasNet && key === 'spend'))
  const columns = figures.map(({ number }, i) => sql`, ${number} AS ${id(`f${i}`)}`)
  const sums = figures.map((_, i) => {
    const f = id(`f${i}`)
    return sql`, count(${f}) AS ${id(`n${i}`)}, ifNull(sum(${f}), 0) AS ${id(`s${i}`)}, ifNull(sum(${f} * ${f}), 0) AS ${id(`q${i}`)}`
  })
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT side_.1 AS t, side_.2 AS is, count() AS n${join(sums, '')}
      FROM (SELECT arrayJoin([${sides(traits)}]) AS side_${join(columns, '')} FROM ${withSources(people, sources)}) GROUP BY t, is`,
  )
  return (t: number) => {
    const side = (is: number) =>
      rows.find((row) => Number(row['t']) === t && Number(row['is']) === is)
    const [of, against] = [side(1), side(0)]
    const moments = (row: typeof of, i: number) => ({
      n: Number(row?.[`n${i}`] ?? 0),
      sum: Number(row?.[`s${i}`] ?? 0),
      sumSquares: Number(row?.[`q${i}`] ?? 0),
    })
    return {
      sizes: { of: Number(of?.['n'] ?? 0), against: Number(against?.['n'] ?? 0) },
      sums: figures.map(({ isFlag, number: _number, ...aspect }, i) => ({
        aspect,
        isFlag,
        of: moments(of, i),
        against: moments(against, i),
      })),
    }
  }
}

interface CountRow {
  readonly t: number
  readonly is: number
  readonly k: string
  readonly v: string
  readonly n: string
}

/** Country and source are what coverage usually depends on. */
async function wordsOf(context: ReportContext, { people, traits }: Wanted) {
  const { countryTrait, source } = context.meaning
  const wanted = new Set([countryTrait?.name, source?.name])
  const { characteristics: all, sources } = await characteristicsOf(context)
  const characteristics = all.filter(({ key }) => wanted.has(key.replace(/^trait:/, '')))
  if (characteristics.length === 0) return () => []
  const pairs = characteristics.map(
    ({ texts }, i) =>
      sql`arrayMap(x -> (${value(String(i), 'String')}, x), if(empty(${texts}), [''], ${texts}))`,
  )
  const rows = await context.query<CountRow>(
    sql`SELECT side_.1 AS t, side_.2 AS is, word_.1 AS k, word_.2 AS v, count() AS n
      FROM (SELECT side_, arrayJoin(words_) AS word_ FROM (SELECT arrayJoin([${sides(traits)}]) AS side_, arrayConcat(${join(pairs, ', ')}) AS words_ FROM ${withSources(people, sources.slice(0, 1))}))
      GROUP BY t, is, k, v`,
  )
  return (t: number, sizes: { readonly of: number; readonly against: number }) =>
    characteristics.map(
      (
        { several, labelOf, texts: _texts, condition: _condition, namesOf: _namesOf, ...aspect },
        c,
      ) => {
        const own = rows.filter((row) => Number(row.t) === t && row.k === String(c))
        const count = (v: string, is: number): number =>
          Number(own.find((row) => row.v === v && Number(row.is) === is)?.n ?? 0)
        const values = [...new Set(own.map(({ v }) => v))].filter((v) => v !== '')
        return {
          aspect,
          several,
          known: { of: sizes.of - count('', 1), against: sizes.against - count('', 0) },
          values: values.map((v) => ({
            value: v,
            label: labelOf(v),
            of: count(v, 1),
            against: count(v, 0),
          })),
        }
      },
    )
}
