/** Of how many customers each trait is known, over all and by country and source. */
import type { Trait } from '../../../core/catalog/index.ts'
import { PRIVACY_FLOOR, textOf, verbatim, type Text } from '../../../core/insight/index.ts'
import { id, join, sql, value } from '../../../core/sql/index.ts'
import { everybody } from '../basis/rows.ts'
import { isSet, traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import { countryName } from '../segments/characteristics.ts'

/** A trait in one group of customers. */
export interface Coverage {
  readonly trait: string
  readonly group: Text
  /** Customers of the group, in the segment language. */
  readonly n: number
  readonly known: number
}

/** Known counts of the traits by the values of country and source; groups under the privacy floor are left out. */
export async function coverageByGroup(
  context: ReportContext,
  traits: readonly Trait[],
): Promise<readonly Coverage[]> {
  const { countryTrait, source } = context.meaning
  const groups = [countryTrait, source].filter((trait) => trait !== undefined)
  if (groups.length === 0 || traits.length === 0) return []
  const all = [...new Set([...traits, ...groups])]
  const pairs = groups.map(
    ({ name }) => sql`tuple(${value(name, 'String')}, ifNull(toString(${id(name)}), ''))`,
  )
  const flags = traits.map(
    (trait, i) => sql`, toUInt8(${isSet(trait, id(trait.name))}) AS ${id(`set_${i}`)}`,
  )
  const columns = traits.map((_, i) => sql`, sum(${id(`set_${i}`)}) AS ${id(`known${i}`)}`)
  const rows = await context.query<Record<string, string>>(
    sql`SELECT pair_.1 AS k, pair_.2 AS v, count() AS n${join(columns, '')}
      FROM (SELECT arrayJoin([${join(pairs, ', ')}]) AS pair_${join(flags, '')} FROM (${traitsNow(context, all)}) WHERE customer_key IN (${everybody(context)}))
      WHERE v != '' GROUP BY k, v ORDER BY k, n DESC LIMIT 40 BY k`,
  )
  return rows
    .filter((row) => Number(row['n']) >= PRIVACY_FLOOR)
    .flatMap((row) =>
      traits.flatMap((trait, i): readonly Coverage[] => {
        const k = row['k'] ?? ''
        // A group is told by a value: of itself it is always known.
        if (trait.name === k) return []
        const v = row['v'] ?? ''
        const label = groups.find(({ name }) => name === k)?.label ?? {}
        const name = k === countryTrait?.name ? countryName(v) : verbatim(v)
        return [
          {
            trait: trait.name,
            group: beside(textOf(label), name),
            n: Number(row['n']),
            known: Number(row[`known${i}`]),
          },
        ]
      }),
    )
}

function beside(label: Text, name: Text): Text {
  return {
    en: `${label.en}: ${name.en}`,
    'pt-BR': `${label['pt-BR']}: ${name['pt-BR']}`,
    es: `${label.es}: ${name.es}`,
    fr: `${label.fr} : ${name.fr}`,
  }
}
