/** Types the first rows of a file the way a load would, so that a person sees what will become of them. */
import { Readable } from 'node:stream'
import type { Instant } from '../../../core/base/index.ts'
import type { Catalogue } from '../../../core/catalog/index.ts'
import { join, raw, sql } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import type { Detection, Sample } from '../detect/detection.ts'
import { createRowWriter } from '../read/row-writer.ts'
import { createRaw, stageTable } from './raw.ts'
import type { Recipe } from './recipe.ts'
import { dropStage } from './publish.ts'
import { buildTyping, typedShape, TYPING_SETTINGS, valueColumn, type Reason } from './typed.ts'

/** A row as it would be stored, by the names of the mapping, or why it would be set aside. */
export interface TypedRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly reason: Reason | undefined
  /** Index into the sample's rows. */
  readonly row: number
}

export interface TypedSample {
  readonly header: readonly string[]
  readonly rows: readonly TypedRow[]
}

let previews = 0

/** Runs the typing statement over a few rows in tables of its own. Cost: under half a second. */
export async function typeSample(given: {
  readonly analytics: Analytics
  readonly recipe: Recipe
  readonly detection: Detection
  readonly catalogue: Catalogue
  readonly timeZone: string
  readonly now: Instant
  readonly sample: Sample
  readonly limit: number
}): Promise<TypedSample> {
  const { analytics, recipe, detection, sample, limit } = given
  // Negative numbers are no imports, so that recovery leaves these tables alone.
  const load = -(process.pid * 1000 + (++previews % 1000))
  try {
    await createRaw(analytics, load, recipe.columns.length)
    await insertSample(given, load, limit)
    const hasProducts = (await analytics.tables.rowCount('product')) > 0
    const hasId = recipe.mapping.id !== undefined
    const { catalogue, timeZone, now } = given
    const base = { load, recipe, detection, catalogue, timeZone, now, hasId }
    const { reasons, statement } = buildTyping(analytics, { ...base, hasProducts })
    await analytics.tables.create(typedShape({ ...base, reasons }))
    await analytics.run(statement, { settings: TYPING_SETTINGS })
    const values = recipe.values.map((_, n) => sql`toString(${raw(valueColumn(n))})`)
    const cells = join([sql`customer`, sql`toString(at)`, sql`gid`, ...values], ', ')
    const rows = await analytics.query<{ n: string; reason: number; cells: (string | null)[] }>(
      sql`SELECT ordinal AS n, reason, [${cells}] AS cells FROM ${analytics.table(stageTable(load, 'typed'))}
        WHERE sub = 0 ORDER BY ordinal`,
    )
    const shown = shownColumns(recipe)
    return {
      header: shown.map((c) => c.name),
      rows: rows.map((row) => ({
        line: sample.lines[Number(row.n)] ?? 0,
        cells: shown.map((c) => row.cells[c.cell] ?? ''),
        reason: row.reason === 0 ? undefined : reasons[row.reason],
        row: Number(row.n),
      })),
    }
  } finally {
    await dropStage(analytics, load)
  }
}

async function insertSample(
  { analytics, recipe, sample }: Parameters<typeof typeSample>[0],
  load: number,
  limit: number,
): Promise<void> {
  const writer = createRowWriter()
  const places = recipe.columns.map((c) => sample.columns.indexOf(c))
  for (const [n, row] of sample.rows.slice(0, limit).entries()) {
    writer.begin(n, sample.lines[n] ?? 0, 0, 0)
    for (const place of places) writer.text(row[place] ?? '')
  }
  await analytics.insert(
    { table: stageTable(load, 'raw'), format: 'RowBinary' },
    Readable.from(writer.take(true), { objectMode: false }),
  )
}

/** What is worth showing: the roles the mapping has, then its fields. */
function shownColumns(recipe: Recipe): readonly { readonly name: string; readonly cell: number }[] {
  const { mapping, events, traits } = recipe
  const roles = [
    { name: 'customer', cell: 0, isShown: mapping.customer !== undefined },
    { name: 'at', cell: 1, isShown: mapping.at !== undefined },
    { name: 'id', cell: 2, isShown: mapping.id !== undefined },
  ].filter((role) => role.isShown)
  const [main] = events
  const columns = main === undefined ? traits : [...main.properties, ...main.elements]
  const fields = columns.map((c) => ({
    name: c.name.replace(/^[pt]_/, '').replace(/^e_([^_]+)_/, '$1.'),
    cell: 3 + c.value,
  }))
  return [...roles, ...fields]
}
