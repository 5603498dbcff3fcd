/** Cost as events, customers and segments double: each ratio should be near or below two. */
import { ensureFacts } from '../src/engine/run/facts.ts'
import { demoProgramme } from '../src/engine/run/demo/index.ts'
import type { Handle } from '../src/engine/run/handle.ts'
import { openStore, type Store } from '../src/engine/store/index.ts'
import { timeEvaluation, type EvaluationOptions } from './evaluate.ts'
import { fillFacts, type FactSizes } from './facts.ts'

export interface ScalingFigures {
  readonly doubled: 'nothing' | 'events' | 'customers' | 'segments'
  readonly customers: number
  readonly events: number
  readonly segments: number
  readonly ms: number
  readonly cpuMs: number
  /** Times the first row; by processor time of the engine where that is known. */
  readonly ratio: number
}

/** The demo's programme on a store. */
export function handleOf({ analytics, ledger }: Store): Handle {
  return { analytics, ledger, programme: demoProgramme(), database: analytics.database }
}

/** Opens a programme of its own with these facts and works on it; what is not kept is dropped, what was kept is found again. */
export async function withFacts<T>(
  place: { readonly dataDir: string; readonly programmeId: string; readonly keep?: boolean },
  sizes: FactSizes,
  work: (handle: Handle) => Promise<T>,
): Promise<T> {
  const { dataDir, programmeId } = place
  const store = await openStore({ dataDir, programmeId, command: 'bench', debug: true })
  try {
    await ensureFacts({ analytics: store.analytics, programme: demoProgramme() })
    if ((await store.analytics.tables.rowCount('customer')) === 0)
      await fillFacts(store.analytics, sizes)
    return await work(handleOf(store))
  } finally {
    if (place.keep !== true) await store.analytics.dropDatabase()
    await store.close()
  }
}

/** Half of everything first, then each of the three doubled by itself. */
export async function benchScaling(
  options: Omit<EvaluationOptions, 'handle'> & {
    readonly dataDir: string
    readonly sizes: FactSizes
  },
): Promise<readonly ScalingFigures[]> {
  const { sizes, dataDir } = options
  const half = {
    customers: Math.ceil(sizes.customers / 2),
    events: Math.ceil(sizes.events / 2),
    segments: Math.ceil(Math.max(...options.segments) / 2),
  }
  const runs: {
    readonly doubled: ScalingFigures['doubled']
    readonly segments: readonly number[]
  }[] = [
    { doubled: 'nothing', segments: [half.segments, half.segments * 2] },
    { doubled: 'events', segments: [half.segments] },
    { doubled: 'customers', segments: [half.segments] },
  ]
  const figures: Omit<ScalingFigures, 'ratio'>[] = []
  for (const run of runs) {
    const customers = half.customers * (run.doubled === 'customers' ? 2 : 1)
    const events = half.events * (run.doubled === 'events' ? 2 : 1)
    const place = { dataDir, programmeId: `bench_${run.doubled}` }
    await withFacts(place, { ...sizes, customers, events }, async (handle) => {
      for (const segments of run.segments) {
        const { cost } = await timeEvaluation({ ...options, handle }, segments)
        const doubled = segments === half.segments ? run.doubled : 'segments'
        figures.push({
          doubled,
          customers,
          events,
          segments,
          ms: Math.round(cost.ms),
          cpuMs: Math.round(cost.cpuMs),
        })
      }
    })
  }
  const cost = (f: Omit<ScalingFigures, 'ratio'> | undefined): number => f?.cpuMs || f?.ms || 1
  return figures.map((f) => ({
    ...f,
    ratio: Math.round((cost(f) / cost(figures[0])) * 100) / 100,
  }))
}
