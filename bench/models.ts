/** `node bench/models.ts`: what fitting and scoring cost in processor time, next to other tools where they are installed. */
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { describeMachine } from './machine.ts'
import { benchClusters, benchFits, benchLifetime } from './model-cases.ts'
import { alikeBase, cdnowBase, repeatedBase, simulatedBase } from './model-data.ts'
import type { ModelFigure, ModelOptions } from './model-figure.ts'
import { benchLearners } from './model-learners.ts'
import { benchProduct, type ProductFigure } from './model-product.ts'
import { findPeers } from './peers.ts'

const HELP = `Options
  --sizes LIST     customers, such as 10000,100000,1000000
  --runs N         the quickest counts
  --peer-rows N    peers that take minutes are not asked beyond so many customers
  --product LIST   customers scored through engines as well, such as 10000,100000,1000000; 0 leaves it out
  --no-core        only through engines
  --json FILE      where to write the figures`

const { values: given } = parseArgs({
  allowNegative: true,
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    runs: { type: 'string', default: '3' },
    'peer-rows': { type: 'string', default: '30000' },
    product: { type: 'string', default: '10000' },
    core: { type: 'boolean', default: true },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const HEADS = {
  what: 'what',
  data: 'data',
  rows: 'rows',
  distinct: 'distinct',
  s: 's',
  firstS: 'first s',
  peer: 'peer',
  peerS: 'peer s',
  published: 'published s',
  timesFaster: 'times faster',
  aim: 'aim',
  isMet: 'met',
  figure: 'ours / theirs',
} as const

function line(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}

function head(names: readonly string[]): void {
  line(names)
  line(names.map(() => '---'))
}

function tell(figure: ModelFigure): void {
  const cells: Readonly<Record<string, unknown>> = { ...figure }
  line(
    Object.keys(HEADS).map((key) => {
      const cell = cells[key]
      if (typeof cell === 'boolean') return cell ? 'yes' : 'NO'
      return cell === undefined ? '' : String(cell)
    }),
  )
}

function inMemory(): readonly ModelFigure[] {
  const figures: ModelFigure[] = []
  const peers = findPeers()
  const options: ModelOptions = {
    runs: Number(given.runs),
    peerRows: Number(given['peer-rows']),
    peers,
    say: (figure) => {
      figures.push(figure)
      tell(figure)
    },
  }
  process.stdout.write(
    `Python with scikit-learn: ${peers.python ?? 'not on this machine'}; R: ${peers.r ?? 'not on this machine'}\n\n`,
  )
  const sizes = given.sizes.split(',').map(Number)
  const most = Math.max(...sizes)
  head(Object.values(HEADS))
  const cdnow = cdnowBase()
  for (const size of sizes) benchLifetime(simulatedBase(size, size), options)
  for (const size of sizes.filter((n) => n <= 100_000)) {
    benchFits(alikeBase(size, size), { ...options, peerRows: 0 })
  }
  if (cdnow !== undefined) {
    for (const size of [cdnow.mean.length, ...sizes.filter((n) => n > cdnow.mean.length)]) {
      benchLifetime(repeatedBase(cdnow, size), options)
    }
  }
  benchClusters(most, options)
  benchLearners(most, options)
  return figures
}

async function throughEngines(sizes: readonly number[]): Promise<readonly ProductFigure[]> {
  const figures: ProductFigure[] = []
  process.stdout.write('\nThrough the product\n\n')
  const names = [
    'model',
    'customers',
    'written',
    'status',
    'wall s',
    'of it scoring',
    'scoring engine s',
  ]
  head([...names, 'engine s', 'Node s', 'engine peak MB'])
  for (const customers of sizes) {
    await benchProduct(customers, (f) => {
      figures.push(f)
      const cells = [f.what, f.customers, f.written, f.status, f.s, f.scoringS, f.scoringCpuS]
      line([...cells, f.engineCpuS, f.nodeCpuS, f.enginePeakMb ?? ''].map(String))
    })
  }
  return figures
}

async function main(): Promise<void> {
  const before = loadavg()
  process.stdout.write(`${JSON.stringify(describeMachine())}, load ${before[0]?.toFixed(1)}\n`)
  const models = given.core ? inMemory() : []
  const sizes = given.product
    .split(',')
    .map(Number)
    .filter((n) => n > 0)
  const product = sizes.length > 0 ? await throughEngines(sizes) : []
  const load = { before, after: loadavg() }
  process.stdout.write(`\nLoad at the end ${load.after[0]?.toFixed(1)}\n`)
  const figures = { machine: describeMachine(), load, models, product }
  if (given.json !== undefined) writeFileSync(given.json, `${JSON.stringify(figures, null, 2)}\n`)
}

if (given.help) process.stdout.write(`${HELP}\n`)
else await main()
