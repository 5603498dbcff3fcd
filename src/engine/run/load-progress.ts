/** How far a load has come: by bytes while reading, by phases afterwards. */
import type { Phase, Source } from '../intake/index.ts'
import type { JobProgress } from './jobs.ts'

export interface Meter {
  readonly records: (records: number, flawed: number) => void
  readonly phase: (phase: Phase, rejected: number) => void
}

/** Where each phase begins, as a share of the whole time; measured on a file of ten million order lines. */
const BEGINS: Readonly<Record<Phase, number>> = {
  reading: 0,
  checking: 0.25,
  matching: 0.64,
  publishing: 0.98,
}

/** Turns what a load reports into progress with a rate and the seconds that are left. */
export function createMeter(
  source: Pick<Source, 'bytesRead' | 'bytesTotal'>,
  file: string,
  onProgress: ((progress: JobProgress & { readonly file: string }) => void) | undefined,
): Meter {
  const begun = performance.now()
  let rows = 0
  let rejected = 0
  let now: Phase = 'reading'
  const report = (): void => {
    const seconds = (performance.now() - begun) / 1000
    const share = source.bytesTotal === 0 ? 1 : source.bytesRead() / source.bytesTotal
    const progress = now === 'reading' ? BEGINS.checking * Math.min(1, share) : BEGINS[now]
    onProgress?.({
      file,
      phase: now,
      progress,
      rows,
      rejected,
      rowsPerSecond: seconds > 0 ? Math.round(rows / seconds) : 0,
      secondsLeft: progress > 0 ? Math.round(seconds / progress - seconds) : null,
    })
  }
  return {
    records(records, flawed) {
      rows = records
      rejected = flawed
      report()
    },
    phase(phase, count) {
      now = phase
      rejected = Math.max(rejected, count)
      report()
    },
  }
}
