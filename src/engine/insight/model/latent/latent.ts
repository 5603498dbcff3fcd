/** Latent classes: fitted on the patterns of answers that the store counted, given to everybody by the chances of the fit. */
import {
  mapIn,
  numberIn,
  textIn,
  textsIn,
  type ModelSettings,
} from '../../../../core/catalog/index.ts'
import { say, textOf, verbatim, type Finding } from '../../../../core/insight/index.ts'
import {
  chooseClasses,
  compressPatterns,
  matchLabels,
  type CategoricalItem,
  type LatentFit,
  type Patterns,
} from '../../../../core/models/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { isSet, traitsNow } from '../../basis/traits.ts'
import type { ReportContext } from '../../report/kind.ts'
import { comparableTraits } from '../../segments/figures.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { askColumns, type ValuesOf } from '../measures/columns.ts'
import { digits } from '../measures/number.ts'
import { latentDraft, type LatentItem } from './draft.ts'
import { W } from './words.ts'

export const LATENT: ModelKind = { kind: 'latent', needs: [], run }

const SEED = 1
const STARTS = 30
/** Rarer answers than the most frequent ones share one. */
const MOST_LEVELS = 12
const REST = '…'
const CONTINUES = 0.25

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const traits = textsIn(settings, 'traits').flatMap(
    (name) => comparableTraits(context).find((one) => one.name === name) ?? [],
  )
  const questions = Object.entries(mapIn<string>(settings, 'questions'))
  if (traits.length + questions.length < 2)
    return only({ code: 'latent/items', tone: 'caution', text: say(W.items) })
  const among = textIn(settings, 'customers') ?? 'everyone'
  const read = await askColumns(context, [
    ...questions.map(([, text], i) => ({ name: `q${i}`, text, kind: 'condition' as const })),
    { name: 'among', text: among, kind: 'condition' },
    { name: 'before', text: `score(${model.key}.class)`, kind: 'number' },
  ])
  if (!read.ok) return only(read.finding)
  const values = await read.asked.asOf(context.asOf)
  const answers = answersOf(values, { traits, questions: questions.length })
  const columns = [...questions.map((_, i) => `a${i}`), ...traits.map((_, j) => `t${j}`)]
  const names = columns.map((column) => id(column))
  const rows = await context.query<Readonly<Record<string, string | number | null>>>(
    sql`SELECT ${join(names, ', ')}, ifNull(before, 0) AS held, toFloat64(count()) AS n
      FROM (${answers(context)}) GROUP BY ${join(names, ', ')}, held ORDER BY ${join(names, ', ')}, held`,
  )
  const weights = Float64Array.from(rows, (row) => Number(row['n']))
  const labels = [
    ...questions.map(([name]) => verbatim(name)),
    ...traits.map((trait) => textOf(trait.label)),
  ]
  const items = columns.map((column, i): LatentItem => {
    const texts = rows.map((row) => String(row[column] ?? ''))
    return { column, label: labels[i] ?? verbatim(column), levels: levelsOf(texts, weights), texts }
  })
  const usable = items.filter(({ levels }) => levels.length > 1)
  if (usable.length < 2) return only({ code: 'latent/items', tone: 'caution', text: say(W.items) })
  task.phase('fitting')
  const { patterns, patternOf } = compressPatterns(usable.map(codesOf), weights)
  const { asked, fits, fit } = fitted(patterns, settings)
  const shown = { key: model.key, items: usable, fits, among, asked, n: patterns.total }
  if (fit === undefined || !hasClasses(fit)) {
    const status = patterns.total === 0 ? 'none' : 'not-identified'
    return {
      status,
      n: patterns.total,
      parameters: {},
      draft: latentDraft({ ...shown, fit, numbers: [] }),
    }
  }
  const held = Int32Array.from(rows, (row) => Number(row['held']) - 1)
  const numbers = numbersFor(fit, { held, patternOf, weights })
  task.phase('scoring')
  return {
    status: fit.status,
    n: patterns.total,
    parameters: {
      numbers,
      shares: fit.classes.map(({ share }) => share.value),
      items: usable.map(({ column, levels }) => ({ column, levels })),
    },
    draft: latentDraft({ ...shown, fit, numbers }),
    scores: (shard) => scored(answers(shard), { fit, items: usable, numbers }),
  }
}

function fitted(
  patterns: Patterns,
  settings: ModelSettings,
): {
  readonly asked: number
  readonly fits: readonly LatentFit[]
  readonly fit: LatentFit | undefined
} {
  const asked = numberIn(settings, 'classes') ?? 0
  const most = Math.max(numberIn(settings, 'most') ?? 6, asked)
  const { fits, classes } = chooseClasses(patterns, { most, seed: SEED, starts: STARTS })
  return { asked, fits, fit: fits[(asked > 0 ? asked : (classes ?? 1)) - 1] }
}

function hasClasses({ classes, status }: LatentFit): boolean {
  return classes.length > 1 && status !== 'not-identified' && status !== 'none'
}

function only(finding: Finding): ModelResult {
  const draft = { findings: [finding], tables: [], charts: [], method: [] }
  return { status: 'none', n: 0, parameters: {}, draft }
}

/** Answers as texts: `a0` ... of questions (1 or 0), `t0` ... of traits ('' where unknown); of those looked at. */
function answersOf(
  values: ValuesOf,
  of: { readonly traits: ReturnType<typeof comparableTraits>; readonly questions: number },
): (on: ReportContext) => Sql {
  return (on) => {
    const asked = Array.from(
      { length: of.questions },
      (_, i) => sql`, toString(toUInt8(ifNull(${id(`q${i}`)}, 0))) AS ${id(`a${i}`)}`,
    )
    const known = of.traits.map((trait, j) => {
      const held = id('known_of', trait.name)
      return sql`, if(${isSet(trait, held)}, ifNull(toString(${held}), ''), '') AS ${id(`t${j}`)}`
    })
    const rows = sql`SELECT * FROM (${values(on)}) WHERE among = 1`
    const from =
      of.traits.length === 0
        ? sql`(${rows}) AS told`
        : sql`(${rows}) AS told LEFT JOIN (${traitsNow(on, of.traits)}) AS known_of ON told.customer_key = known_of.customer_key`
    return sql`SELECT told.customer_key AS customer_key, told.before AS before${join([...asked, ...known], '')} FROM ${from}`
  }
}

/** The most frequent answers, and one for the others where there are more. */
function levelsOf(texts: readonly string[], weights: Float64Array): readonly string[] {
  const counts = new Map<string, number>()
  for (const [i, text] of texts.entries()) {
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + (weights[i] as number))
  }
  const all = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([text]) => text)
  return all.length <= MOST_LEVELS ? all : [...all.slice(0, MOST_LEVELS - 1), REST]
}

function codesOf({ column, levels, texts }: LatentItem): CategoricalItem {
  const at = new Map(levels.map((level, code) => [level, code]))
  const rest = at.get(REST) ?? -1
  const codes = Int32Array.from(texts, (text) => (text === '' ? -1 : (at.get(text) ?? rest)))
  return { name: column, categories: levels.length, codes }
}

function numbersFor(
  fit: LatentFit,
  of: { readonly held: Int32Array; readonly patternOf: Int32Array; readonly weights: Float64Array },
): readonly number[] {
  const k = fit.classes.length
  if (of.held.every((x) => x < 0)) return Array.from({ length: k }, (_, c) => c + 1)
  const labels = Int32Array.from(of.patternOf, (pattern) =>
    pattern < 0 ? -1 : (fit.labels[pattern] ?? -1),
  )
  const match = matchLabels(of.held, labels, { weights: of.weights, least: CONTINUES })
  return Array.from({ length: k }, (_, c) => (match.number[c] ?? c) + 1)
}

/** Smaller chances than this are told apart by nothing. */
const TINY = 1e-12

/** By Bayes' rule, answers being independent within a class; who answered nothing has no class. */
function scored(
  answers: Sql,
  of: {
    readonly fit: LatentFit
    readonly items: readonly LatentItem[]
    readonly numbers: readonly number[]
  },
): Sql {
  const logs = of.fit.classes.map(({ share, items }) => {
    const parts = items.map(({ chances }, j) => {
      const item = of.items[j]
      const levels = (item?.levels ?? []).filter((level) => level !== REST)
      const log = (code: number): number => Math.log(Math.max(TINY, chances[code]?.value ?? 1))
      const rest = item?.levels.at(-1) === REST ? log(levels.length) : 0
      const x = id(item?.column ?? '')
      const told = sql`transform(${x}, ${value([...levels], 'Array(String)')}, ${value(
        levels.map((_, code) => log(code)),
        'Array(Float64)',
      )}, ${digits(rest)})`
      return sql`if(${x} = '', 0., ${told})`
    })
    return sql`(${join([digits(Math.log(Math.max(TINY, share.value ?? 0))), ...parts], ' + ')})`
  })
  const isAnswered = join(
    of.items.map(({ column }) => sql`${id(column)} != ''`),
    ' OR ',
  )
  const none = raw("CAST(NULL, 'Nullable(Float64)')")
  return sql`SELECT customer_key, if(is_answered, toFloat64(${value([...of.numbers], 'Array(Int32)')}[indexOf(logs, most)]), ${none}) AS class,
      if(is_answered, 1 / arraySum(arrayMap(x -> exp(x - most), logs)), ${none}) AS certainty
    FROM (SELECT customer_key, (${isAnswered}) AS is_answered, [${join(logs, ', ')}] AS logs, arrayMax(logs) AS most FROM (${answers}))`
}
