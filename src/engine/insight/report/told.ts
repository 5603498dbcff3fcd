/** Checks what a report was told: names, segments, numbers, choices. */
import { Failure, nearest } from '../../../core/base/index.ts'
import type { Snapshot } from '../../run/index.ts'
import type { ReportKind, ReportParameter, Told } from './kind.ts'

/** What was told, with defaults in place of what was not. */
export interface Checked extends Told {
  readonly values: Readonly<Record<string, string>>
}

/** Throws `run/report-parameter`, which names the parameter and what it takes. */
export function checkTold(
  report: ReportKind,
  given: Readonly<Record<string, string>>,
  snapshot: Snapshot,
): Checked {
  const known = report.parameters.map((p) => p.name)
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) throw refused(report, { name, wanted: known.join(', ') })
  }
  const values: Record<string, string> = {}
  for (const parameter of report.parameters) {
    const value = (given[parameter.name] ?? '').trim() || parameter.default
    if (value !== undefined) values[parameter.name] = check(report, parameter, { value, snapshot })
    else if (parameter.required === true) {
      const { name } = parameter
      throw refused(report, { name, wanted: wantedBy(parameter, snapshot) })
    }
  }
  return {
    values,
    text: (name) => values[name],
    number: (name) => (values[name] === undefined ? undefined : Number(values[name])),
  }
}

function check(
  report: ReportKind,
  parameter: ReportParameter,
  { value, snapshot }: { readonly value: string; readonly snapshot: Snapshot },
): string {
  const { name, kind, choices = [], range } = parameter
  const number = Number(value)
  const isFine =
    kind === 'segment'
      ? snapshot.segments.has(value)
      : kind === 'choice'
        ? choices.some((choice) => choice.value === value)
        : kind === 'number'
          ? Number.isFinite(number) &&
            number >= (range?.[0] ?? -Infinity) &&
            number <= (range?.[1] ?? Infinity)
          : true
  if (isFine) return value
  const near = kind === 'segment' ? nearest(value, [...snapshot.segments.keys()]) : undefined
  const wanted = near === undefined ? wantedBy(parameter, snapshot) : near
  throw refused(report, { name, value, wanted })
}

const SHOWN_SEGMENTS = 12

function wantedBy({ kind, choices = [], range }: ReportParameter, snapshot: Snapshot): string {
  if (kind === 'segment') return [...snapshot.segments.keys()].slice(0, SHOWN_SEGMENTS).join(', ')
  if (kind === 'choice') return choices.map((choice) => choice.value).join(', ')
  if (kind === 'number') return range === undefined ? '0 …' : `${range[0]} … ${range[1]}`
  return kind
}

function refused(
  report: ReportKind,
  { name, value = '', wanted }: { name: string; value?: string; wanted: string },
): Failure {
  return new Failure(`parameter ${name} of report ${report.name}`, {
    code: 'run/report-parameter',
    params: { report: report.name, name, value: value.slice(0, 80), wanted },
  })
}
