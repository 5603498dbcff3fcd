/** `npm run bench`: prints what loading and evaluating cost on this machine, and writes it as JSON. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generateDemo } from '../src/engine/run/demo/index.ts'
import { openStore, stopSupervisor, type Store } from '../src/engine/store/index.ts'
import { benchChange } from './change.ts'
import { benchEvaluation } from './evaluate.ts'
import { describeMachine, enginePid, peakMb, resetPeak } from './machine.ts'
import { benchLoader, benchReader, loadFigures, type LoadFigures } from './load.ts'
import { benchScaling, handleOf, withFacts } from './scaling.ts'
import { benchSharing } from './sharing.ts'

const HELP = `Options (defaults are small; in brackets the full size)
  --customers N     customers [1000000]
  --events N        events of all kinds, four of five purchases [50000000]
  --segments LIST   numbers of segments, such as 1,10,50,200
  --lines N         order lines of the file to load, about [10000000]; 0 leaves loading out
  --runs N          timed runs after one that warms caches; the median counts
  --by-hand N       hand-written queries of one segment in N, scaled up; 0 leaves them out
  --no-scaling      without the doublings of events, customers and segments
  --no-sharing      without more segments over the same measures
  --no-change       without arriving events, passing time and live counts
  --keep FOLDER     keep the facts there, and find them there the next time
  --json FILE       where to write the figures`

const AS_OF = Date.UTC(2026, 10, 1)
const YEARS = 3
/** Mean order lines of a demo customer. */
const LINES_EACH = 57

const { values: given } = parseArgs({
  allowNegative: true,
  options: {
    customers: { type: 'string', default: '20000' },
    events: { type: 'string', default: '1000000' },
    segments: { type: 'string', default: '1,10,50,200' },
    lines: { type: 'string', default: '300000' },
    runs: { type: 'string', default: '3' },
    'by-hand': { type: 'string', default: '1' },
    scaling: { type: 'boolean', default: true },
    sharing: { type: 'boolean', default: true },
    change: { type: 'boolean', default: true },
    keep: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'))
  const dataDir = given.keep === undefined ? join(folder, 'data') : resolve(given.keep)
  // Keeps the engines up between the parts.
  const door = await openStore({ dataDir, programmeId: 'bench_door', command: 'bench' })
  try {
    const pid = await enginePid(dataDir)
    const sizes = {
      customers: Number(given.customers),
      events: Number(given.events),
      asOf: AS_OF,
      years: YEARS,
    }
    const options = {
      asOf: AS_OF,
      runs: Number(given.runs),
      segments: given.segments.split(',').map(Number),
      byHandEvery: Number(given['by-hand']),
      enginePid: pid,
    }
    const load = Number(given.lines) > 0 ? await loading(folder, dataDir, pid) : []
    show('Loading orders', load)
    const place = { dataDir, programmeId: 'bench', keep: given.keep !== undefined }
    const { evaluation, sharing, change } = await withFacts(place, sizes, async (handle) => {
      const evaluated = await benchEvaluation({ ...options, handle })
      show('Evaluating', evaluated)
      const shared = given.sharing ? await benchSharing({ ...options, handle }) : []
      show('More segments over the same measures', shared)
      const segments = Math.max(...options.segments)
      const { customers } = sizes
      const changed = given.change
        ? await benchChange({ ...options, handle, customers, segments })
        : []
      show('Change', changed)
      return { evaluation: evaluated, sharing: shared, change: changed }
    })
    const scaling = given.scaling ? await benchScaling({ ...options, dataDir, sizes }) : []
    show('Doubling', scaling)
    const figures = {
      machine: describeMachine(),
      sizes,
      load,
      evaluation,
      sharing,
      change,
      scaling,
    }
    process.stdout.write(`${JSON.stringify(figures.machine)}\n`)
    if (given.json !== undefined) writeFileSync(given.json, `${JSON.stringify(figures, null, 2)}\n`)
  } finally {
    await door.close()
    await stopSupervisor(dataDir)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A generated file of orders: written by the generator, read by the engine's own reader, loaded by us. */
async function loading(
  folder: string,
  dataDir: string,
  pid: number | undefined,
): Promise<readonly LoadFigures[]> {
  const programme = join(folder, 'programme')
  const customers = Math.max(1, Math.round(Number(given.lines) / LINES_EACH))
  const from = performance.now()
  const demo = await generateDemo({
    folder: programme,
    customers,
    seed: 1,
    until: AS_OF,
    years: YEARS,
    contact: false,
  })
  const file = join(programme, 'data/orders.csv')
  const written = { rows: demo.orderLines, ms: performance.now() - from }
  const inStore = async (work: (store: Store) => Promise<LoadFigures>): Promise<LoadFigures> => {
    const store = await openStore({ dataDir, programmeId: 'bench_load', command: 'bench' })
    try {
      resetPeak(pid)
      resetPeak(process.pid)
      const figures = await work(store)
      return withPeaks(figures, { node: peakMb(process.pid), engine: peakMb(pid) })
    } finally {
      await store.analytics.dropDatabase()
      await store.close()
    }
  }
  return [
    loadFigures('the generator', file, written),
    await inStore((store) => benchReader(store.analytics, file)),
    await inStore((store) => benchLoader(handleOf(store), { folder: programme, dataDir })),
  ]
}

function withPeaks(
  figures: LoadFigures,
  peaks: { readonly node: number | undefined; readonly engine: number | undefined },
): LoadFigures {
  return {
    ...figures,
    ...(peaks.node === undefined ? {} : { nodePeakMb: peaks.node }),
    ...(peaks.engine === undefined ? {} : { enginePeakMb: peaks.engine }),
  }
}

function show(title: string, rows: readonly object[]): void {
  if (rows.length === 0) return
  process.stdout.write(`\n${title}\n${table(rows)}\n`)
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Rows as a Markdown table, ready to be kept. */
function table(rows: readonly object[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => {
      const cells = new Map(Object.entries(row).map(([name, cell]) => [name, String(cell)]))
      return line(columns.map((name) => cells.get(name) ?? ''))
    }),
  ].join('\n')
}

if (given.help) process.stdout.write(`${HELP}\n`)
else await main()
