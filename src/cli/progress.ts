/** One line on standard error that says how far a long verb has come. */
import type { JobProgress } from '../engine/run/index.ts'
import type { Context } from './context.ts'
import type { Say } from './words/index.ts'

/** A line that can be redrawn and taken away again; does nothing where nobody watches. */
export interface ProgressLine {
  show(progress: JobProgress): void
  clear(): void
}

const REDRAW_MS = 100

/** Draws at most ten times a second, and only on a terminal, so that logs stay clean. */
export function progressLine({ say, out }: Context): ProgressLine {
  if (process.stderr.isTTY !== true || out.json) return { show() {}, clear() {} }
  let drawnAt = 0
  return {
    show(p) {
      if (Date.now() - drawnAt < REDRAW_MS) return
      drawnAt = Date.now()
      const parts = [
        phaseWords(say, p.phase),
        ...(p.progress === null ? [] : [`${bar(p.progress)} ${out.percent(p.progress)}`]),
        ...(p.rows === 0
          ? []
          : [say('progress-rate', { rows: p.rows, rate: Math.round(p.rowsPerSecond) })]),
        ...(p.rejected === 0 ? [] : [say('progress-rejected', { rejected: p.rejected })]),
        ...(p.secondsLeft === null
          ? []
          : [say('progress-left', { left: out.duration(p.secondsLeft) })]),
      ]
      const width = process.stderr.columns || 80
      process.stderr.write(`\r\u001b[2K${parts.join('  ').slice(0, width - 1)}`)
    },
    clear() {
      if (drawnAt > 0) process.stderr.write('\r\u001b[2K')
    },
  }
}

const PHASES = [
  'making',
  'reading',
  'checking',
  'matching',
  'publishing',
  'advancing',
  'evaluating',
  'fitting',
  'scoring',
] as const

function phaseWords(say: Say, phase: string): string {
  const known = PHASES.find((one) => one === phase)
  return known === undefined ? phase : say(`phase-${known}`)
}

function bar(share: number): string {
  const cells = 20
  const full = Math.round(Math.min(1, Math.max(0, share)) * cells)
  return '█'.repeat(full) + '░'.repeat(cells - full)
}
