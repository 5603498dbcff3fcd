/** The figures behind what a model of lifetime says. */
import {
  say,
  verbatim,
  type ReportDraft,
  type ReportTable,
  type Text,
} from '../../../../core/insight/index.ts'
import { LIFETIME_PARAMETERS } from '../../../../core/models/index.ts'
import type { Checked, LifetimeFound } from './found.ts'
import { W } from './words.ts'

const DAY_MS = 86_400_000
const LEAST = 11

/** Tables and how to draw them. */
export function lifetimeTables(found: LifetimeFound): Pick<ReportDraft, 'tables' | 'charts'> {
  const { checked, choice } = found
  const tables: ReportTable[] = []
  if (checked !== undefined) tables.push(trackingTable(checked), frequencyTable(checked))
  if (choice.chosen !== undefined) tables.push(candidateTable(found), parameterTable(found))
  return {
    tables,
    charts:
      checked === undefined
        ? []
        : [
            {
              kind: 'lines',
              title: say(W.tracking),
              table: 'tracking',
              x: 'week',
              y: ['forecast', 'actual'],
            },
            {
              kind: 'lines',
              title: say(W.cumulative),
              table: 'tracking',
              x: 'week',
              y: ['sumForecast', 'sumActual'],
            },
            {
              kind: 'bars',
              title: say(W.byFrequency),
              table: 'by-frequency',
              x: 'before',
              y: ['forecast', 'actual'],
            },
          ],
  }
}

function trackingTable({ tracking, first }: Checked): ReportTable {
  return {
    name: 'tracking',
    title: say(W.tracking),
    columns: [
      { key: 'week', title: say(W.week), kind: 'date' },
      { key: 'forecast', title: say(W.forecast), kind: 'number' },
      { key: 'actual', title: say(W.actual), kind: 'count' },
      { key: 'sumForecast', title: say(W.sumForecast), kind: 'number' },
      { key: 'sumActual', title: say(W.sumActual), kind: 'count' },
      { key: 'heldBack', title: say(W.heldBack), kind: 'text' },
    ],
    rows: tracking.periods.map((period) => ({
      week: new Date((first + Math.round(period.end * 7)) * DAY_MS).toISOString().slice(0, 10),
      forecast: period.expected,
      actual: period.actual,
      sumForecast: period.cumulativeExpected,
      sumActual: period.cumulativeActual,
      heldBack: period.isForecast,
    })),
  }
}

function frequencyTable({ byFrequency }: Checked): ReportTable {
  return {
    name: 'by-frequency',
    title: say(W.byFrequency),
    columns: [
      { key: 'before', title: say(W.before), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'forecast', title: say(W.forecast), kind: 'number' },
      { key: 'actual', title: say(W.actual), kind: 'number' },
    ],
    rows: byFrequency.map(({ x, isOpen, customers, expected, actual }) => {
      const isTold = customers >= LEAST
      return {
        before: isOpen ? `${x}+` : String(x),
        customers: isTold ? customers : null,
        forecast: isTold ? expected : null,
        actual: isTold ? actual : null,
      }
    }),
  }
}

function candidateTable({ choice }: LifetimeFound): ReportTable {
  return {
    name: 'candidates',
    title: say(W.candidates),
    columns: [
      { key: 'model', title: say(W.model), kind: 'text' },
      { key: 'logLikelihood', title: say(W.logLikelihood), kind: 'number' },
      { key: 'aic', title: verbatim('AIC'), kind: 'number' },
      { key: 'chosen', title: say(W.chosen), kind: 'text' },
    ],
    rows: choice.candidates.map((fit) => ({
      model: modelName(fit.model.kind),
      logLikelihood: fit.logLikelihood,
      aic: fit.aic,
      chosen: fit.model.kind === choice.chosen?.model.kind,
    })),
  }
}

function parameterTable({ choice, spend }: LifetimeFound): ReportTable {
  const { chosen } = choice
  const names = chosen === undefined ? [] : LIFETIME_PARAMETERS[chosen.model.kind]
  const money = ['p', 'q', 'v'] as const
  return {
    name: 'parameters',
    title: say(W.parameters),
    columns: [
      { key: 'name', title: say(W.name), kind: 'text' },
      { key: 'value', title: say(W.value), kind: 'number' },
      { key: 'error', title: say(W.error), kind: 'number' },
    ],
    rows: [
      ...names.map((name, i) => ({
        name,
        value: chosen?.model.parameters[i] ?? null,
        error: chosen?.errors[i] ?? null,
      })),
      ...money.flatMap((name, i) =>
        spend?.parameters === undefined
          ? []
          : [
              {
                name: `${name} (Gamma-Gamma)`,
                value: spend.parameters[i] ?? null,
                error: spend.errors[i] ?? null,
              },
            ],
      ),
    ],
  }
}

/** Names of models are names of people's papers. */
function modelName(kind: string): Text {
  const names: Readonly<Record<string, string>> = {
    nbd: 'NBD',
    'bg-nbd': 'BG/NBD',
    'mbg-nbd': 'MBG/NBD',
    'pareto-nbd': 'Pareto/NBD',
  }
  return verbatim(names[kind] ?? kind)
}
