/** Survey scales: how well the items hang together, and everybody's scores. */
import { mapIn, numberIn, outputName, type ModelSettings } from '../../../../core/catalog/index.ts'
import {
  adequacy,
  aboveChance,
  completeRows,
  factorAnalysis,
  keyedAnswers,
  pairMoments,
  reliability,
  scaleScores,
  type Scale,
} from '../../../../core/models/index.ts'
import { printName } from '../../../../core/segment/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { symmetricEigen } from '../../../../core/stats/index.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { askColumns, type ValuesOf } from '../measures/columns.ts'
import { digits } from '../measures/number.ts'
import { readSample, sampleShare, type Sample } from '../measures/sample.ts'
import { scaleDraft, type Behind, type ScaleFound } from './draft.ts'

export const SCALE: ModelKind = { kind: 'scale', needs: [], run }

const SEED = 1
/** Answers that scales are judged on. */
const MOST_ROWS = 50_000

/** A scale as written: its items, in their order, with the sign of each. */
interface Written {
  readonly name: string
  readonly output: string
  readonly items: readonly {
    readonly name: string
    readonly column: string
    readonly reversed: boolean
  }[]
}

/** What answers are between, and how many of them a score needs. */
interface Range {
  readonly low: number
  readonly high: number
  readonly leastAnswered: number
}

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const range: Range = {
    low: numberIn(settings, 'low') ?? 1,
    high: numberIn(settings, 'high') ?? 5,
    leastAnswered: numberIn(settings, 'least_answered') ?? 0.5,
  }
  const { scales, items } = writtenScales(settings)
  const told = mapIn<string>(settings, 'items')
  const read = await askColumns(
    context,
    items.map((name, i) => ({
      name: `i${i}`,
      text: told[name] ?? printName(name),
      kind: 'number',
    })),
  )
  if (!read.ok) {
    const draft = { findings: [read.finding], tables: [], charts: [], method: [] }
    return { status: 'none', n: 0, parameters: {}, draft }
  }
  const values = await read.asked.asOf(context.asOf)
  const sample = await readAnswers(context, values, items.length)
  task.phase('fitting')
  const found = scales.map((written) => judged(written, sample, range))
  const names = scales.flatMap((scale) => scale.items.map(({ name }) => name))
  const keyed = found.flatMap((one) => one.keyed)
  const behind = factorsBehind(keyed, numberIn(settings, 'factors') ?? 0)
  const n = sample.rows
  const status = statusOf(found)
  const draft = scaleDraft({ key: model.key, found, names, behind, n, ...range })
  const parameters = {
    scales: found.map(({ output, reliability: { alpha, dimensions } }) => ({
      output,
      alpha,
      dimensions,
    })),
  }
  if (status === 'none') return { status, n, parameters, draft }
  return { status, n, parameters, draft, scores: (shard) => scored(values(shard), scales, range) }
}

/** Who answered anything. */
async function readAnswers(
  context: ReportContext,
  values: ValuesOf,
  items: number,
): Promise<Sample> {
  const share = await sampleShare(context, MOST_ROWS)
  const given = Array.from({ length: items }, (_, i) => sql`isNotNull(${id(`i${i}`)})`)
  const some = join([raw('0'), ...given], ' OR ')
  return await readSample(
    context,
    sql`SELECT * FROM (${values(context, share)}) WHERE ${some} ORDER BY customer_key`,
  )
}

function judged(written: Written, sample: Sample, { low, high, leastAnswered }: Range): ScaleFound {
  const scale: Scale = {
    name: written.name,
    low,
    high,
    items: written.items.map(({ name, column, reversed }) => ({
      name,
      reversed,
      values: sample.column(column),
    })),
  }
  return {
    output: written.output,
    reliability: reliability(scale, { seed: SEED }),
    scores: scaleScores(scale, { leastAnswered }),
    keyed: keyedAnswers(scale),
  }
}

function statusOf(found: readonly ScaleFound[]): ModelResult['status'] {
  if (found.every(({ scores }) => scores.n === 0)) return 'none'
  const isWeak = found.some(
    ({ reliability: { alpha, warnings } }) => alpha.status !== 'ok' || warnings.length > 0,
  )
  return isWeak ? 'weak' : 'ok'
}

function scored(values: Sql, scales: readonly Written[], range: Range): Sql {
  const columns = scales.map((scale) => sql`${scoreSql(scale, range)} AS ${id(scale.output)}`)
  return sql`SELECT customer_key, ${join(columns, ', ')} FROM (${values})`
}

function writtenScales(settings: ModelSettings): {
  readonly scales: readonly Written[]
  readonly items: readonly string[]
} {
  const items: string[] = []
  const scales = Object.entries(mapIn<string>(settings, 'scales')).map(([name, text]): Written => {
    const words = text.split(/[\s,]+/).filter((word) => word !== '' && word !== '-')
    return {
      name,
      output: outputName(name),
      items: words.map((word) => {
        const item = word.replace(/^[-+]/, '')
        if (!items.includes(item)) items.push(item)
        return { name: item, column: `i${items.indexOf(item)}`, reversed: word.startsWith('-') }
      }),
    }
  })
  return { scales, items }
}

/** The mean of the answered items, keyed; NULL with too few answers: as `scaleScores`. */
function scoreSql({ items }: Written, of: Range): Sql {
  const keyed = items.map(({ column, reversed }) => {
    const x = id(column)
    const answer = reversed ? sql`${digits(of.low + of.high)} - ${x}` : x
    return sql`if(ifNull(${x} BETWEEN ${digits(of.low)} AND ${digits(of.high)}, 0), ${answer}, NULL)`
  })
  const least = Math.max(1, Math.ceil(of.leastAnswered * items.length - 1e-9))
  const given = sql`arrayFilter(answer -> isNotNull(answer), [${join(keyed, ', ')}])`
  return sql`if(length(${given}) >= ${value(least, 'UInt32')}, toFloat64(arrayReduce('avg', ${given})), ${raw("CAST(NULL, 'Nullable(Float64)')")})`
}

/** Factors, sampling adequacy and eigenvalues of all items together, from complete answers. */
function factorsBehind(columns: readonly Float64Array[], asked: number): Behind | undefined {
  const complete = completeRows(columns)
  const moments = pairMoments(complete)
  const { size, correlation, rows } = moments
  const usable = size > 2 && rows > size && correlation.every((r) => Number.isFinite(r))
  if (!usable) return undefined
  const eigenvalues = [...symmetricEigen(correlation, size).values]
  const dimensions = aboveChance(eigenvalues, moments, SEED)
  const factors = Math.max(1, asked > 0 ? asked : dimensions)
  return {
    rows,
    eigenvalues,
    dimensions,
    adequacy: adequacy(correlation, size, rows),
    fit: factorAnalysis(correlation, size, { factors, n: rows }),
  }
}
