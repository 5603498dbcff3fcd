/** Weights that make the customers of whom a trait is known stand for the base. */
import type { Trait } from '../../../core/catalog/index.ts'
import {
  asCount,
  asNumber,
  say,
  WEIGHT_CAP,
  weightsOf,
  type Compared,
  type Finding,
  type ReportTable,
  type Text,
} from '../../../core/insight/index.ts'
import { id, sql, value } from '../../../core/sql/index.ts'
import { everybody } from '../basis/rows.ts'
import { amountTotals } from '../basis/spend.ts'
import { isSet, traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import { countryName } from '../segments/characteristics.ts'
import { REPRESENTATIVE_WORDS as W } from './representative-words.ts'

interface Part {
  /** 0 for no spend, then quarters of the spenders. */
  readonly spend: number
  readonly by: string
}

/**
 * Parts of the base by spend and by the country or source that differs most, and the weight of each; nothing without purchases.
 */
export async function weighting(
  context: ReportContext,
  trait: Trait,
  of: { readonly days: number; readonly differ: readonly Compared[] },
): Promise<
  { readonly findings: readonly Finding[]; readonly tables: readonly ReportTable[] } | undefined
> {
  const { countryTrait, source, purchase } = context.meaning
  if (purchase === undefined) return undefined
  const second = [countryTrait, source].filter(
    (one) => one !== undefined && one.name !== trait.name,
  )
  const worst = of.differ.find(({ aspect }) => second.some((one) => one?.name === aspect.key))
  const by = second.find((one) => one?.name === worst?.aspect.key) ?? second[0]
  const parts = await partsOf(context, trait, { days: of.days, by })
  const { strata, effective, uncovered } = weightsOf(parts)
  const usable = strata.filter(({ weight }) => weight !== undefined)
  const known = usable.reduce((sum, part) => sum + part.known, 0)
  const capped = usable.reduce((sum, part) => (part.isCapped ? sum + part.known : sum), 0)
  const label = (part: Part): Text => partLabel(part, by?.role === 'country')
  const weights = usable.map(({ weight }) => weight ?? 1)
  const text = say(W.weights, {
    by: by === undefined ? '' : by.label.en === undefined ? by.name : labelText(by),
    n: asCount(known),
    effective: asCount(effective),
    least: asNumber(Math.min(...weights, WEIGHT_CAP)),
    most: asNumber(Math.max(...weights, 1 / WEIGHT_CAP)),
    capped: asCount(capped),
  })
  const findings: Finding[] = [{ code: 'representativeness/weights', tone: 'neutral', text }]
  if (uncovered > 0.01) {
    const holes = { share: { kind: 'share', value: uncovered } } as const
    findings.push({
      code: 'representativeness/uncovered',
      tone: 'caution',
      text: say(W.uncovered, holes),
    })
  }
  return { findings, tables: [table(strata, label)] }
}

function labelText({ label, name }: Trait): Text {
  const one = (locale: keyof Text): string => label[locale] ?? label.en ?? name
  return { en: one('en'), 'pt-BR': one('pt-BR'), es: one('es'), fr: one('fr') }
}

function partLabel({ spend, by }: Part, isCountry: boolean): Text {
  const money = spend === 0 ? say(W.noSpend) : say(W.fifth, { n: String(spend) })
  if (by === '') return money
  const name = isCountry ? countryName(by) : { en: by, 'pt-BR': by, es: by, fr: by }
  return say(['{name}, {money}', '{name}, {money}', '{name}, {money}', '{name}, {money}'], {
    name,
    money,
  })
}

async function partsOf(
  context: ReportContext,
  trait: Trait,
  { days, by }: { readonly days: number; readonly by: Trait | undefined },
) {
  const traits = by === undefined ? [trait] : [trait, by]
  const second = by === undefined ? sql`''` : sql`ifNull(toString(${id(by.name)}), '')`
  const people = sql`SELECT ifNull(toUInt8(${isSet(trait, id(trait.name))}), 0) AS is_known_, ${second} AS part_, ifNull(s.net, 0) AS net_
    FROM (SELECT customer_key FROM (${everybody(context)})) AS e
    ANY LEFT JOIN (${traitsNow(context, traits)}) AS t USING (customer_key)
    ANY LEFT JOIN (${amountTotals(context, { days })}) AS s USING (customer_key)`
  const [cut] = await context.query<{ q: readonly number[] }>(
    sql`SELECT quantilesExact(0.25, 0.5, 0.75)(net_) AS q FROM (${people}) WHERE net_ > 0`,
  )
  const bounds = (cut?.q ?? []).filter((bound) => Number.isFinite(bound))
  const rows = await context.query<{ spend: number; part: string; n: string; known: string }>(
    sql`SELECT if(net_ <= 0, 0, 1 + arrayCount(x -> x <= net_, ${value(bounds, 'Array(Float64)')})) AS spend, part_ AS part, count() AS n, sum(is_known_) AS known
      FROM (${people}) GROUP BY spend, part ORDER BY part, spend`,
  )
  return rows.map((row) => ({
    stratum: { spend: Number(row.spend), by: row.part },
    base: Number(row.n),
    known: Number(row.known),
  }))
}

function table(
  strata: ReturnType<typeof weightsOf<Part>>['strata'],
  label: (part: Part) => Text,
): ReportTable {
  return {
    name: 'weights',
    title: say(W.strata),
    columns: [
      { key: 'stratum', title: say(W.stratum), kind: 'text' },
      { key: 'base', title: say(W.base), kind: 'count' },
      { key: 'known', title: say(W.known), kind: 'count' },
      { key: 'weight', title: say(W.weight), kind: 'number' },
      { key: 'capped', title: say(W.capped), kind: 'text' },
    ],
    rows: strata.map(({ stratum, base, known, weight, isCapped }) => ({
      stratum: label(stratum),
      base: weight === undefined ? null : base,
      known: weight === undefined ? null : known,
      weight: weight ?? null,
      capped: isCapped ? say(W.yes) : null,
    })),
  }
}
