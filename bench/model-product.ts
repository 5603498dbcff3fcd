/** Models through the product: facts in the engine, fitted in Node, scores of everybody written back by the engine. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runModel } from '../src/engine/insight/index.ts'
import { ensureFacts } from '../src/engine/run/facts.ts'
import {
  createDemo,
  evaluateProgramme,
  openProgramme,
  stopEngines,
  type OpenProgramme,
} from '../src/engine/run/index.ts'
import { fillFacts } from './facts.ts'
import { cpuMs, enginePid, peakMb, resetPeak, spent } from './machine.ts'

/** What one run of a model took, from asking to its scores being in the state. */
export interface ProductFigure {
  readonly what: string
  readonly customers: number
  /** Values written: customers who bought, times outputs. */
  readonly written: number
  readonly status: string
  readonly s: number
  readonly engineCpuS: number
  readonly nodeCpuS: number
  /** Of `s`: from the fit's end to the scores being written and taken in. */
  readonly scoringS: number
  /** The engine's processor time in that stretch. */
  readonly scoringCpuS: number
  readonly enginePeakMb?: number
}

const AS_OF = Date.UTC(2026, 10, 1)
const DAY_MS = 86_400_000
const EVENTS_EACH = 5
const MODELS = { rfm: 'kind: rfm\n', value: 'kind: lifetime\nmargin: 0.35\n' }

/** A base of so many customers with five events each over three years; RFM and lifetime, again, and a day later. */
export async function benchProduct(
  customers: number,
  say: (figure: ProductFigure) => void,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'tessera-bench-'))
  const folder = join(root, 'programme')
  await createDemo({ folder, customers: 20, until: '2026-10-31' })
  for (const part of ['models', 'segments']) {
    for (const name of readdirSync(join(folder, part))) rmSync(join(folder, part, name))
  }
  for (const [key, text] of Object.entries(MODELS)) {
    writeFileSync(join(folder, `models/${key}.yaml`), text)
  }
  let now = AS_OF
  const clock = { now: () => now }
  const opening = { folder, from: folder, locale: 'en', command: 'bench', clock } as const
  const programme = await openProgramme(opening)
  try {
    const current = await programme.current()
    await ensureFacts(current)
    const sizes = { customers, events: customers * EVENTS_EACH, asOf: AS_OF, years: 3 }
    await fillFacts(current.analytics, sizes)
    await evaluateProgramme(programme, { locale: 'en' })
    const pid = await enginePid(programme.dataDir)
    for (const when of ['first', 'again', 'a day later'] as const) {
      if (when === 'a day later') now += DAY_MS
      for (const model of Object.keys(MODELS)) {
        const figure = await oneRun(programme, { model, customers, pid })
        say({ ...figure, what: `${model}, ${when}` })
      }
    }
  } finally {
    await programme.close()
    await stopEngines(opening)
    rmSync(root, { recursive: true, force: true })
  }
}

const tenths = (ms: number): number => Math.round(ms / 100) / 10

async function oneRun(
  programme: OpenProgramme,
  of: { readonly model: string; readonly customers: number; readonly pid: number | undefined },
): Promise<ProductFigure> {
  const { model, customers, pid } = of
  resetPeak(pid)
  let scoring = 0
  let scoringCpu = 0
  const from = process.cpuUsage()
  const { cost, result } = await spent(pid, () =>
    runModel(programme, {
      model,
      locale: 'en',
      who: 'bench',
      report: ({ phase }) => {
        if (phase !== 'scoring') return
        scoring = performance.now()
        scoringCpu = cpuMs(pid)
      },
    }),
  )
  const done = performance.now()
  const scoringCpuMs = cpuMs(pid) - scoringCpu
  const { user, system } = process.cpuUsage(from)
  const peak = peakMb(pid)
  return {
    what: model,
    customers,
    written: result.written,
    status: result.status ?? result.state,
    s: tenths(cost.ms),
    engineCpuS: tenths(cost.cpuMs),
    nodeCpuS: tenths((user + system) / 1000),
    scoringS: tenths(done - scoring),
    scoringCpuS: tenths(scoringCpuMs),
    ...(peak === undefined ? {} : { enginePeakMb: peak }),
  }
}
