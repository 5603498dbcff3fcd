/** Features that stand for what a model must not see: knowing the one, one knows the other. */
import { joined } from '../measures/worded.ts'
import { say, type Finding, type Text } from '../../../../core/insight/index.ts'
import { join, raw, sql } from '../../../../core/sql/index.ts'
import { associationOf } from '../../../../core/stats/index.ts'
import { everybody } from '../../basis/rows.ts'
import type { ReportContext } from '../../report/kind.ts'
import { knownOf } from '../../segments/characteristics.ts'
import { withSources } from '../../segments/sums.ts'
import { protectedTraits, type FeatureSet } from './features.ts'
import { W } from './words.ts'

/** A category that goes with a protected attribute. */
export interface Proxy {
  readonly feature: Text
  readonly attribute: Text
  readonly v: number
}

/** From here an association is called large when one side has two values (Cohen 1988, table 7.2.3: .5). */
const LARGE = 0.5

/** Cramer's V of every category that is learned from with every protected attribute, the large ones. Cost: one pass over the profiles. */
export async function proxiesOf(
  context: ReportContext,
  set: FeatureSet,
): Promise<readonly Proxy[]> {
  const guarded = await knownOf(context, protectedTraits(context))
  const learned = await knownOf(context, set.categories)
  if (guarded.characteristics.length === 0 || learned.characteristics.length === 0) return []
  const pairs = guarded.characteristics.flatMap((attribute, a) =>
    learned.characteristics.map((feature, f) => ({ attribute, feature, a, f })),
  )
  const texts = (side: typeof guarded): ReturnType<typeof sql> =>
    sql`SELECT customer_key, [${join(
      side.characteristics.map(({ texts: own }) => sql`arrayElement(arrayConcat(${own}, ['']), 1)`),
      ', ',
    )}] AS v FROM ${withSources(sql`SELECT customer_key FROM (${everybody(context)})`, side.sources)}`
  const cells = await context.query<{ p: number; x: string; y: string; n: number }>(
    sql`SELECT toFloat64(pair.1) AS p, pair.2 AS x, pair.3 AS y, toFloat64(count()) AS n FROM (
        SELECT arrayJoin([${join(
          pairs.map(
            ({ a, f }, i) =>
              sql`(${raw(String(i))}, g.v[${raw(String(a + 1))}], l.v[${raw(String(f + 1))}])`,
          ),
          ', ',
        )}]) AS pair FROM (${texts(guarded)}) AS g INNER JOIN (${texts(learned)}) AS l ON g.customer_key = l.customer_key)
      WHERE x != '' AND y != '' GROUP BY p, x, y`,
  )
  return pairs
    .flatMap(({ attribute, feature }, i): readonly Proxy[] => {
      const own = cells.filter(({ p }) => p === i)
      const xs = [...new Set(own.map(({ x }) => x))]
      const ys = [...new Set(own.map(({ y }) => y))]
      if (xs.length < 2 || ys.length < 2) return []
      const counts = new Float64Array(xs.length * ys.length)
      for (const { x, y, n } of own) counts[xs.indexOf(x) * ys.length + ys.indexOf(y)] = n
      const { v } = associationOf(counts, ys.length)
      return (v.low ?? 0) >= LARGE
        ? [{ feature: feature.label, attribute: attribute.label, v: v.value ?? 0 }]
        : []
    })
    .toSorted((a, b) => b.v - a.v)
}

/** What stands for what. */
export function proxyFindings(proxies: readonly Proxy[]): readonly Finding[] {
  if (proxies.length === 0) return []
  const named = proxies.map(({ feature, attribute, v }) =>
    say(PAIR, { feature, attribute, v: { kind: 'number', value: v } }),
  )
  return [
    { code: 'model/proxy', tone: 'caution', text: say(W.proxy, { pairs: joined(named, '; ') }) },
  ]
}

const PAIR = [
  '{feature} for {attribute} (Cramér’s V {v})',
  '{feature} por {attribute} (V de Cramér {v})',
  '{feature} por {attribute} (V de Cramér {v})',
  '{feature} pour {attribute} (V de Cramér {v})',
] as const
