/** Lookalikes: who resembles the members of a segment, beyond what defines it. */
import { numberIn, textIn, textsIn } from '../../../../core/catalog/index.ts'
import {
  say,
  textOf,
  type Figure,
  type Finding,
  type ReportDraft,
} from '../../../../core/insight/index.ts'
import { trainLookalike, type Propensity } from '../../../../core/models/index.ts'
import { printLiteral } from '../../../../core/segment/index.ts'
import { raw, sql, type Sql } from '../../../../core/sql/index.ts'
import { membersOf } from '../../basis/rows.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { auditFindings, auditOf, auditTable, type Audit } from '../learned/audit.ts'
import {
  columnsOf,
  featuresFor,
  featureTable,
  rowsAsOf,
  type FeatureSet,
  type RowsAt,
} from '../learned/features.ts'
import { proxiesOf, proxyFindings, type Proxy } from '../learned/proxies.ts'
import { ranks, SMALL_TREES, tenth, tenthsOf } from '../learned/learn.ts'
import { chanceSql } from '../learned/score-sql.ts'
import { leakFindings, learnedCharts, learnedTables, withheldFinding } from '../learned/tables.ts'
import { readSample, sampleShare } from '../measures/sample.ts'
import { joined } from '../measures/worded.ts'
import { lookedAt, withoutDefining } from './defining.ts'
import { W } from './words.ts'

export const LOOKALIKE: ModelKind = { kind: 'lookalike', needs: [], run }

const SEED = 1
/** Fewer members than this have too little in common to be told. */
const FEWEST = 50

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const days = numberIn(settings, 'days') ?? 365
  const segment = textIn(settings, 'segment') ?? ''
  const among = textIn(settings, 'customers') ?? 'everyone'
  const more = [{ name: 'among', text: among, kind: 'condition' } as const]
  const features = await featuresFor(context, settings, { days, more })
  if (!features.ok) return only(features.finding)
  const { set, dropped } = withoutDefining(features.set, await lookedAt(context, segment))
  const seeds = membersOf(context, segment)
  const rows = await rowsAsOf(set, context.asOf)
  const share = await sampleShare(context, numberIn(settings, 'sample') ?? 20_000)
  const sample = await readSample(
    context,
    sql`SELECT *, toFloat64(customer_key IN (${seeds})) AS seed FROM (${rows(context, share)}) WHERE among = 1 ORDER BY customer_key`,
  )
  const inSet = Uint8Array.from(sample.column('seed'))
  const members = inSet.reduce((sum, x) => sum + x, 0)
  if (members < FEWEST || members > sample.rows - FEWEST) {
    const text = say(W.few, { members: count(members), n: count(sample.rows) })
    return {
      ...only({ code: 'lookalike/few', tone: 'caution', text }),
      status: 'not-identified',
      n: sample.rows,
    }
  }
  task.phase('fitting')
  const { features: columns, levels } = featureTable(set, [sample])
  const trained = trainLookalike(columns, inSet, {
    seed: SEED,
    boost: SMALL_TREES,
    confirmed: textsIn(settings, 'confirmed'),
  })
  const shown = { key: model.key, segment, trained, set, dropped, members, n: sample.rows }
  if (!ranks(trained)) {
    return {
      status: 'not-identified',
      n: sample.rows,
      parameters: {},
      draft: draftOf({ ...shown, alike: undefined, audit: undefined, proxies: [] }),
    }
  }
  task.phase('scoring')
  const chance = chanceSql(trained, { columns: columnsOf(set), levels })
  const scored = (on: ReportContext): Sql => alikeRows(rows, on, chance)
  // As they are kept, so that a definition by the score selects the same.
  const kept = sql`round(chance * 10000) / 10000`
  const others = sql`SELECT customer_key, ${kept} AS chance FROM (${scored(context)}) WHERE customer_key NOT IN (${seeds})`
  const tenths = await tenthsOf(context, others)
  const cut = tenths.cuts.at(-1) ?? 1
  const top = sql`SELECT customer_key, toUInt8(${tenth(raw('chance'), tenths.cuts)} = 1) AS chosen FROM (${others})`
  const audit = await auditOf(context, top)
  const proxies = await proxiesOf(context, set)
  const { model: fitted, calibration } = trained
  return {
    status: trained.status,
    n: sample.rows,
    parameters: { fitted, calibration, levels: Object.fromEntries(levels), segment },
    draft: draftOf({ ...shown, alike: { n: tenths.topSize, cut }, audit, proxies }),
    scores: (shard) => sql`SELECT customer_key, chance AS similarity FROM (${scored(shard)})`,
  }
}

function alikeRows(rows: RowsAt, on: ReportContext, chance: Sql): Sql {
  return sql`SELECT customer_key, ${chance} AS chance FROM (${rows(on)}) WHERE among = 1`
}

function number(value: number | undefined): Figure {
  return { kind: 'number', value: value ?? 0.5 }
}

function count(value: number): Figure {
  return { kind: 'count', value }
}

function only(finding: Finding): ModelResult {
  const draft = { findings: [finding], tables: [], charts: [], method: [] }
  return { status: 'none', n: 0, parameters: {}, draft }
}

interface Shown {
  readonly key: string
  readonly segment: string
  readonly trained: Propensity
  readonly set: FeatureSet
  readonly dropped: readonly string[]
  readonly members: number
  readonly n: number
  readonly alike: { readonly n: number; readonly cut: number } | undefined
  readonly audit: Audit | undefined
  readonly proxies: readonly Proxy[]
}

function draftOf(shown: Shown): ReportDraft {
  const { trained, set, audit, dropped, members, n, segment } = shown
  const names = joined(dropped.map(set.labelOf), ', ')
  return {
    findings: [
      ...verdict(shown),
      ...(dropped.length === 0
        ? []
        : [
            {
              code: 'lookalike/defining',
              tone: 'neutral' as const,
              text: say(W.defining, { names }),
            },
          ]),
      ...leakFindings(trained, set.labelOf),
      ...(audit === undefined ? [] : auditFindings(audit)),
      ...proxyFindings(shown.proxies),
      ...(audit === undefined
        ? []
        : withheldFinding(set.withheld.map(({ label }) => textOf(label)))),
    ],
    tables: [
      ...learnedTables(trained, set.labelOf),
      ...(audit === undefined || audit.rows.length + audit.unmeasured.length === 0
        ? []
        : [auditTable(audit)]),
    ],
    charts: learnedCharts(trained),
    method: [say(W.method, { segment, members: count(members), n: count(n) })],
  }
}

function verdict({ key, segment, trained: { quality }, alike }: Shown): readonly Finding[] {
  const auc = {
    auc: number(quality.auc.value),
    low: number(quality.auc.low),
    high: number(quality.auc.high),
  }
  if (alike === undefined) {
    return [
      { code: 'lookalike/nothing', tone: 'caution', text: say(W.nothing, { segment, ...auc }) },
    ]
  }
  const cut = Number(alike.cut.toFixed(4))
  const outside = printLiteral({ kind: 'text', value: segment })
  const holes = { segment, ...auc, n: count(alike.n) }
  return [
    {
      code: 'lookalike/alike',
      tone: 'good',
      text: say(W.alike, holes),
      definition: `score(${key}.similarity) >= ${cut} and not in segment ${outside}`,
    },
  ]
}
