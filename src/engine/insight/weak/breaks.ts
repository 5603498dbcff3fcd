/** "n purchases, then gone": after which purchase customers stop, who carries it, who is about to, and what it costs. */
import {
  backBy,
  judgeCarriers,
  judgeSteps,
  lateNow,
  lossAt,
  patienceWithin,
  say,
  type ReportDraft,
} from '../../../core/insight/index.ts'
import { kaplanMeier, survivalAt, type SurvivalCurve } from '../../../core/models/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { mean } from '../../../core/stats/index.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import type { Step, ValueAtStep } from './break-facts.ts'
import { BREAK_WORDS as W } from './break-words.ts'
import { strongest } from './break-findings.ts'
import { breakDraft } from './break-tables.ts'
import {
  allWaits,
  beginningOf,
  dataStart,
  type Beginning,
  MOST_STEPS,
  survivalOf,
  waitsFromBirth,
  type StepRow,
} from './step-sums.ts'
import { valueWaits, yearAfter, type AllWaits } from './value-sums.ts'

/** The report. */
export const BREAKS: ReportKind = {
  name: 'breaks',
  group: 'weak-points',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase'],
  parameters: [
    {
      name: 'days',
      kind: 'number',
      label: say(W.days),
      help: say(W.daysHelp),
      range: [7, 3660],
    },
  ],
  make,
}

const YEAR_DAYS = 365
const DAY_MS = 86_400_000

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const start = await dataStart(context)
  const everyone = start === undefined ? [] : await allWaits(context)
  const pooled = kaplanMeier(survivalOf(everyone))
  const own =
    start === undefined ? undefined : patienceWithin(pooled, (context.asOf - start) / DAY_MS)
  const patience = told.number('days') ?? own?.days
  if (everyone.length > 0 && !everyone.some(({ back }) => back)) {
    const n = {
      kind: 'count',
      value: everyone.reduce((sum, row) => sum + row.customers, 0),
    } as const
    return empty({ code: 'breaks/one-each', tone: 'caution', text: say(W.oneEach, { n }) })
  }
  if (start === undefined || patience === undefined) {
    return empty({ code: 'breaks/none', tone: 'caution', text: say(W.none) })
  }
  const beginning = await beginningOf(context, { start, patience })
  const born = await waitsFromBirth(context, beginning)
  const customers = born.reduce((sum, row) => sum + (row.step === 1 ? row.customers : 0), 0)
  const curves = Array.from({ length: MOST_STEPS }, (_, i) => curveOf(born, i + 1))
  const losses = curves.map((curve, i) => ({ step: i + 1, loss: lossAt(curve, patience) }))
  if (losses[0]?.loss.value === undefined || customers < FEWEST_CUSTOMERS) {
    const n = { kind: 'count', value: customers } as const
    return empty({ code: 'breaks/too-few', tone: 'caution', text: say(W.tooFew, { n }) })
  }
  const judged = judgeSteps(losses)
  const looked = judged.filter(({ step, isBreak }) => step === 1 || isBreak).map(({ step }) => step)
  const years = await yearAfter(context, looked, YEAR_DAYS)
  const perYear = YEAR_DAYS / Math.max(1, (context.asOf - start) / DAY_MS)
  const steps = judged.map((one, i): Step => {
    const curve = curves[i] ?? pooled
    const from = roundedUp(backBy(curve, patience, 0.8))
    const silent = everyone.filter((row) => row.step === one.step && !row.back)
    const sums = years.get(one.step)
    return {
      judged: one,
      curve,
      half: backBy(curve, patience, 0.5),
      from,
      most: backBy(curve, patience, 0.9),
      ...(from === undefined ? { late: 0, gone: 0 } : lateNow(curve, silent, { from, patience })),
      lostYearly: (one.loss.value ?? 0) * one.loss.n * perYear,
      year: sums === undefined || sums.n < FEWEST_YEARS ? undefined : mean(sums),
    }
  })
  const values = atSteps(await valueWaits(context, { steps: looked, beginning }), patience)
  return breakDraft({
    patience,
    customers,
    isAssumed: beginning.isAssumed,
    isShort: told.number('days') === undefined && own?.isShort === true,
    currency: context.current.programme.currency,
    steps,
    values,
    second: await withoutStrongest(context, { looked, beginning, values }),
    purchase: printName(context.meaning.purchase?.name ?? 'purchase'),
    yearDays: YEAR_DAYS,
  })
}

/** A value that only goes with the strongest one falls away once its customers are left out. */
async function withoutStrongest(
  context: ReportContext,
  {
    looked,
    beginning,
    values,
  }: {
    readonly looked: readonly number[]
    readonly beginning: Beginning
    readonly values: readonly ValueAtStep[]
  },
): Promise<readonly ValueAtStep[]> {
  const out: ValueAtStep[] = []
  for (const step of looked) {
    const first = strongest(values, step)
    if (first === undefined) continue
    const without = first.waits
    const rest = await valueWaits(context, { steps: [step], beginning, without })
    out.push(...atSteps(rest, beginning.patience))
  }
  return out
}

/** Fewer customers than this make no curve worth reading. */
const FEWEST_CUSTOMERS = 100
/** Years of spending that a mean needs. */
const FEWEST_YEARS = 30

function empty(finding: ReportDraft['findings'][number]): ReportDraft {
  return { findings: [finding], tables: [], charts: [], method: [] }
}

function curveOf(rows: readonly StepRow[], step: number): SurvivalCurve {
  return kaplanMeier(survivalOf(rows.filter((row) => row.step === step)))
}

function roundedUp(days: number | undefined): number | undefined {
  return days === undefined ? undefined : Math.max(1, Math.ceil(days))
}

/** Each value against all others at its step, judged together. */
function atSteps({ values, all }: AllWaits, patience: number): readonly ValueAtStep[] {
  const pairs = values.map((waits) => {
    const everyone = all.filter((row) => row.step === waits.step)
    // Those with the value are taken out of all again: what is left are the others.
    const others = [
      ...everyone,
      ...waits.rows.map((row) => ({ ...row, customers: -row.customers })),
    ]
    return {
      waits,
      of: survivalAt(kaplanMeier(survivalOf(waits.rows)), patience),
      others: survivalAt(kaplanMeier(survivalOf(others)), patience),
    }
  })
  const carriers = judgeCarriers(pairs)
  return pairs.flatMap((pair, i) => {
    const carrier = carriers[i]
    return carrier === undefined ? [] : [{ ...pair, carrier }]
  })
}
