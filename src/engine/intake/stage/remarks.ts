/** What is odd about accepted rows: categories outside of their tree, states in which an event counts for nothing. */
import type { Issue } from '../../../core/base/index.ts'
import {
  elementColumn,
  eventTable,
  propertyColumn,
  traitColumn,
  type Catalogue,
  type CategoryNode,
  type Property,
} from '../../../core/catalog/index.ts'
import { id, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import { stageTable } from './raw.ts'

/** So many values are named; the rest is counted. */
const SHOWN = 5
/** More different ones than this are no values of a list but free text. */
const MOST_VALUES = 1000

interface Column {
  readonly table: string
  /** One value for each row or element. */
  readonly column: Sql
  readonly property: Property
}

/** Warns of what no definition will find as it is meant. Cost: one statement for each column with a tree or a state. */
export async function remarksOn(
  analytics: Analytics,
  staged: {
    readonly load: number
    readonly tables: readonly string[]
    readonly catalogue: Catalogue
  },
): Promise<readonly Issue[]> {
  const { load, tables, catalogue } = staged
  const odd = async (
    { table, column }: Column,
    known: readonly string[],
  ): Promise<{ values: string[]; count: number } | undefined> => {
    const rows = await analytics.query<{ v: string; n: string }>(
      sql`SELECT v, count() AS n FROM (SELECT ${column} AS v FROM ${analytics.table(stageTable(load, table))})
        WHERE v != '' AND v NOT IN (SELECT arrayJoin(${value([...known], 'Array(String)')}))
        GROUP BY v ORDER BY n DESC, v LIMIT ${raw(String(MOST_VALUES))}`,
    )
    if (rows.length === 0) return undefined
    const count = rows.reduce((sum, row) => sum + Number(row.n), 0)
    return { values: rows.slice(0, SHOWN).map((row) => row.v), count }
  }
  const issues = [
    ...categoryColumns(catalogue).map(async (one): Promise<Issue | undefined> => {
      if (!tables.includes(one.table)) return undefined
      const found = await odd(one, namesOf(catalogue.trees[one.property.tree ?? ''] ?? []))
      const params = { property: one.property.name, ...found }
      return found && { code: 'intake/unknown-categories', severity: 'warning', params }
    }),
    ...stateColumns(catalogue).map(async (one): Promise<Issue | undefined> => {
      if (!tables.includes(one.table)) return undefined
      // States that the catalogue lists are known to count for nothing.
      const found = await odd(one, [...one.counting, ...(one.property.values ?? [])])
      const params = { property: one.property.name, ...found, counting: one.counting }
      return found && { code: 'intake/states-not-counted', severity: 'warning', params }
    }),
  ]
  return (await Promise.all(issues)).filter((issue) => issue !== undefined)
}

function hasTree(property: Property): boolean {
  return property.tree !== undefined
}

function categoryColumns({ traits, events }: Catalogue): readonly Column[] {
  return [
    ...Object.values(traits)
      .filter(hasTree)
      .map((property) => ({ table: 'profile', column: id(traitColumn(property.name)), property })),
    ...Object.values(events).flatMap((event) => {
      const table = eventTable(event.name)
      const own = Object.values(event.properties)
        .filter(hasTree)
        .map((property) => ({ table, column: id(propertyColumn(property.name)), property }))
      const inElements = Object.values(event.elements).flatMap((element) =>
        Object.values(element.properties)
          .filter(hasTree)
          .map((property) => {
            const all = id(elementColumn(element.name, property.name))
            return { table, column: sql`arrayJoin(${all})`, property }
          }),
      )
      return [...own, ...inElements]
    }),
  ]
}

function stateColumns({
  events,
}: Catalogue): readonly (Column & { readonly counting: readonly string[] })[] {
  return Object.values(events).flatMap(({ name, counts, properties }) => {
    const property = counts === undefined ? undefined : properties[counts.property]
    if (counts === undefined || property === undefined) return []
    const column = sql`toString(${id(propertyColumn(property.name))})`
    return [{ table: eventTable(name), column, property, counting: counts.values.map(String) }]
  })
}

function namesOf(nodes: readonly CategoryNode[]): readonly string[] {
  return nodes.flatMap((node) => [node.name, ...namesOf(node.children)])
}
