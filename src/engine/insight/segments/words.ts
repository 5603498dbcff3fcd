/** Counts of characteristics by value in two groups: one statement for what is known, one for each thing bought. */
import { verbatim, type Sizes, type Text, type WordSums } from '../../../core/insight/index.ts'
import { join, raw, sql, type Sql } from '../../../core/sql/index.ts'
import type { ReportContext } from '../report/kind.ts'
import type { Bought, Characteristic } from './characteristics.ts'

/** At most so many values of one characteristic, the most frequent ones. */
const MOST_VALUES = 200

type Asked = Pick<ReportContext, 'query'>
/** Counts once the sizes of the groups are known. */
type Words = (sizes: Sizes) => readonly WordSums[]

interface ValueRow {
  readonly v: string
  readonly a: string
  readonly b: string
  /** Sums of the shares that each customer's own whole has of it, and of their squares. */
  readonly as?: number
  readonly aq?: number
  readonly bs?: number
  readonly bq?: number
}

/** Customers by value of what is known of them, over the columns of the sources; '' are those of whom nothing is. */
export async function wordSums(
  context: Asked,
  people: Sql,
  characteristics: readonly Characteristic[],
): Promise<Words> {
  if (characteristics.length === 0) return () => []
  const pairs = characteristics.map(
    ({ texts }, i) =>
      sql`arrayMap(x -> (toUInt16(${raw(String(i))}), x), if(empty(${texts}), [''], ${texts}))`,
  )
  const rows = await context.query<ValueRow & { readonly k: number }>(
    sql`SELECT part.1 AS k, part.2 AS v, sum(of_) AS a, sum(against_) AS b
      FROM (SELECT of_, against_, arrayJoin(arrayConcat(${join(pairs, ', ')})) AS part FROM ${people})
      GROUP BY k, v ORDER BY v = '' DESC, a + b DESC, v LIMIT ${raw(String(MOST_VALUES))} BY k`,
  )
  const all = await Promise.all(
    characteristics.map(async (characteristic, i) => {
      const own = rows.filter(({ k }) => Number(k) === i)
      const unknown = own.find(({ v }) => v === '')
      const values = own.filter(({ v }) => v !== '')
      const names = await namesOf(characteristic, values)
      return (sizes: Sizes): WordSums =>
        written(characteristic, values, {
          known: {
            of: sizes.of - Number(unknown?.a ?? 0),
            against: sizes.against - Number(unknown?.b ?? 0),
          },
          names,
        })
    }),
  )
  return (sizes) => all.map((of) => of(sizes))
}

/** Buyers by value of what they bought, and the share of it among all they bought. Cost: two passes over the purchases each. */
export async function boughtSums(
  context: Asked,
  groups: Sql,
  { characteristics, rows }: Bought,
): Promise<readonly WordSums[]> {
  const out: WordSums[] = []
  for (const characteristic of characteristics) {
    const all = await context.query<ValueRow>(counted(groups, characteristic.texts, rows))
    const [buyers] = all.filter(({ v }) => v === '')
    const values = all.filter(({ v }) => v !== '')
    const known = { of: Number(buyers?.a ?? 0), against: Number(buyers?.b ?? 0) }
    const names = await namesOf(characteristic, values)
    out.push(written(characteristic, values, { known, names }))
  }
  return out
}

/**
 * Values are numbers until they are counted: a customer's list of texts would take many times the memory. Of a customer
 * with c of L things, each adds 1/L to the share, and the j-th of them (2j - 1)/L² to its square: 1 + 3 + ... + (2c - 1)
 * is c². The row '' counts everybody who has any.
 */
function counted(groups: Sql, texts: Sql, rows: Sql): Sql {
  const lists = sql`SELECT customer_key, groupArrayArray(arrayMap(x -> cityHash64(x), ${texts})) AS codes
    FROM ${rows} GROUP BY customer_key HAVING notEmpty(codes)`
  const each = sql`SELECT of_, against_, arrayConcat([toUInt64(0)], codes) AS all_,
      arrayConcat([toUInt32(1)], arrayEnumerateUniq(codes)) AS places, 1 / length(codes) AS share
    FROM (${lists}) AS lists INNER JOIN (${groups}) AS people USING (customer_key)`
  const sums = sql`SELECT code, sumIf(of_, place = 1) AS a, sumIf(against_, place = 1) AS b,
      sum(of_ * share) AS as, sum(of_ * (2 * place - 1) * share * share) AS aq,
      sum(against_ * share) AS bs, sum(against_ * (2 * place - 1) * share * share) AS bq
    FROM (${each}) ARRAY JOIN all_ AS code, places AS place GROUP BY code`
  const names = sql`SELECT cityHash64(text) AS code, text FROM (SELECT DISTINCT arrayJoin(${texts}) AS text FROM ${rows})`
  return sql`SELECT ifNull(text, '') AS v, a, b, as, aq, bs, bq
    FROM (${sums}) AS sums ANY LEFT JOIN (${names}) AS names USING (code)
    ORDER BY v = '' DESC, a + b DESC, v LIMIT ${raw(String(MOST_VALUES))}`
}

async function namesOf(
  { namesOf: ask }: Characteristic,
  values: readonly ValueRow[],
): Promise<ReadonlyMap<string, string> | undefined> {
  return ask === undefined || values.length === 0 ? undefined : await ask(values.map(({ v }) => v))
}

function written(
  {
    several,
    labelOf,
    texts: _texts,
    condition: _condition,
    namesOf: _namesOf,
    ...aspect
  }: Characteristic,
  values: readonly ValueRow[],
  {
    known,
    names,
  }: {
    readonly known: WordSums['known']
    readonly names: ReadonlyMap<string, string> | undefined
  },
): WordSums {
  return {
    aspect,
    several,
    known,
    values: values.map(({ v, a, b, as, aq, bs, bq }) => ({
      value: v,
      label: named(names?.get(v)) ?? labelOf(v),
      of: Number(a),
      against: Number(b),
      ...(as === undefined || aq === undefined || bs === undefined || bq === undefined
        ? {}
        : { parts: { of: { sum: as, sumSquares: aq }, against: { sum: bs, sumSquares: bq } } }),
    })),
  }
}

function named(name: string | undefined): Text | undefined {
  return name === undefined ? undefined : verbatim(name)
}
