/** Runs of models as doors show them. */
import { Failure, type Locale } from '../../../core/base/index.ts'
import type { ModelRunWire } from '../../../core/contract/index.ts'
import { failureWire, instantText } from '../../run/index.ts'
import type { ModelRun } from './records.ts'

/** A run without what it found. */
export function runWire(run: ModelRun, locale: Locale): ModelRunWire {
  const { id, model, kind, state, who, startedAt, tookMs, asOf, status, n, version, scored } = run
  return {
    run: id,
    model,
    kind,
    state,
    who,
    startedAt: instantText(startedAt),
    seconds: tookMs === undefined ? null : tookMs / 1000,
    asOf: asOf === undefined ? null : instantText(asOf),
    status: status ?? null,
    n,
    version,
    scored,
    written: run.counts.written,
    cleared: run.counts.cleared,
    error: run.error === undefined ? null : failureWire(faultOf(run.error), locale),
  }
}

function faultOf({ code, params }: Exclude<ModelRun['error'], undefined>): Failure {
  return new Failure(code, { code, params })
}
