/** What more segments cost that ask for the same measures: doubled twice, from a hundred. */
import { weave } from '../src/core/plan/index.ts'
import { demoProgramme } from '../src/engine/run/demo/index.ts'
import { evaluate } from '../src/engine/run/evaluation/evaluate.ts'
import { segmentsOverSameMeasures } from './definitions.ts'
import { bound, type EvaluationOptions } from './evaluate.ts'
import { peakMb, resetPeak, timed } from './machine.ts'

export interface SharingFigures {
  readonly segments: number
  readonly distinctMeasures: number
  readonly ms: number
  readonly cpuMs: number
  /** Processor time, times that of half as many segments. */
  readonly ratio?: number
  readonly enginePeakMb?: number
}

/** One row for 100, 200 and 400 segments over the same measures. */
export async function benchSharing(options: EvaluationOptions): Promise<readonly SharingFigures[]> {
  const { handle, asOf } = options
  const figures: SharingFigures[] = []
  for (const segments of [100, 200, 400]) {
    const drafts = segmentsOverSameMeasures(segments).map((text, i) => ({ key: `same_${i}`, text }))
    const definitions = bound(drafts)
    const texts = new Map(drafts.map(({ key, text }) => [key, text]))
    const { measures } = weave(definitions, demoProgramme().catalogue)
    resetPeak(options.enginePid)
    const cost = await timed(options, () => evaluate(handle, { definitions, texts, asOf }))
    const enginePeakMb = peakMb(options.enginePid)
    const before = figures.at(-1)
    const ratio = before === undefined ? undefined : cost.cpuMs / Math.max(1, before.cpuMs)
    figures.push({
      segments,
      distinctMeasures: measures.length,
      ms: Math.round(cost.ms),
      cpuMs: Math.round(cost.cpuMs),
      ...(ratio === undefined ? {} : { ratio: Math.round(ratio * 100) / 100 }),
      ...(enginePeakMb === undefined ? {} : { enginePeakMb }),
    })
  }
  return figures
}
