/** Writes a whole synthetic programme folder: catalogue, segments, mappings, data files, truth. */
import { Failure, type Instant } from '../../../core/base/index.ts'
import { printProgramme, printSegmentFile } from '../../../core/catalog/index.ts'
import { ARCHETYPES, TEMPERS } from './archetypes.ts'
import { assortment } from './assortment.ts'
import { careFor } from './care.ts'
import { contact } from './contact.ts'
import { DEMO_MODELS, demoSegments } from './definitions.ts'
import { cell, money, openDrafts, put } from './files.ts'
import { mappingFiles } from './mapping-files.ts'
import { openOutput, type Output, type WrittenFile } from './output.ts'
import { person, type Person } from './person.ts'
import { demoProgramme } from './programme.ts'
import { reward, type Rewards } from './rewards.ts'
import { shop, type Shopping } from './shopping.ts'
import { shelves, type Story } from './story.ts'
import { timeline } from './timeline.ts'
import { weakPoints } from './weak-points.ts'

export interface DemoOptions {
  /** The programme folder; made when absent, its files replaced. */
  readonly folder: string
  /** 1 to 1,000,000 or more; about 50 order lines each over three years. */
  readonly customers: number
  readonly seed: number
  /** The last instant told; there is no clock in here. */
  readonly until: Instant
  /** Length of the story, at least 1; 3 when absent. */
  readonly years?: number
  readonly gzip?: boolean
  /** False leaves out e-mails, visits, surveys and tickets. */
  readonly contact?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (done: { readonly customers: number; readonly lines: number }) => void
}

export interface DemoReport {
  readonly customers: number
  readonly orderLines: number
  /** Every file with rows, bytes and digest; the same options give the same digests. */
  readonly files: readonly WrittenFile[]
}

/** So many customers between two reports of progress: a few milliseconds of work. */
const BATCH = 100

/**
 * Generates the demo. Deterministic: the same seed, sizes and `until` give the same bytes. Memory does not
 * grow with the number of customers. Failure: `run/demo-size`.
 */
export async function generateDemo(options: DemoOptions): Promise<DemoReport> {
  const years = options.years ?? 3
  if (!Number.isInteger(options.customers) || options.customers < 1 || years < 1 || years > 8) {
    throw new Failure('a demo needs at least 1 customer and 1 to 8 years', {
      code: 'run/demo-size',
      params: { customers: options.customers, years },
    })
  }
  const output = openOutput(options.folder, { gzip: options.gzip ?? false })
  const products = assortment(options.seed)
  const story: Story = {
    seed: options.seed,
    time: timeline({ until: options.until, years }),
    products,
    shelves: shelves(products),
    drafts: await openDrafts(output),
    contact: options.contact ?? true,
  }
  await writeProgramme(output, options.customers)
  for (const p of products) {
    put(
      story.drafts.products,
      `${p.id},${cell(p.name)},${p.category},${p.brand},${money(p.priceCents)}`,
    )
  }
  try {
    for (let index = 0; index < options.customers; index++) {
      live(story, person(options.seed, index, story.time))
      const full = output.drain()
      if (full !== undefined) await full
      if (index % BATCH !== BATCH - 1) continue
      options.signal?.throwIfAborted()
      options.onProgress?.({ customers: index + 1, lines: story.drafts.orders.rows })
    }
  } finally {
    // Also when stopped half-way, so that no file stays open.
    await output.close()
  }
  return {
    customers: options.customers,
    orderLines: story.drafts.orders.rows,
    files: output.written(),
  }
}

/** One customer's whole life. */
function live(story: Story, who: Person): void {
  const shopping = shop(story, who)
  careFor(story, who, shopping.purchases)
  const rewards = reward(story, who, shopping.purchases)
  if (story.contact) contact(story, who, shopping.plan)
  putCustomer(story, who)
  putTruth(story, who, shopping, rewards)
}

function putCustomer(story: Story, p: Person): void {
  const { drafts, time } = story
  const app = p.app === undefined ? '' : time.stamp(p.app.day, p.app.second)
  const scores = p.personality.length === 0 ? ',,,,' : p.personality.join(',')
  const joined = time.stamp(p.joinedDay, p.joinedSecond)
  put(
    drafts.customers,
    `${p.id},${joined},${p.givenName} ${p.familyName},${p.id.toLowerCase()}@example.com,${p.birthDate},${time.date(p.joinedDay)},${p.market.country},${p.city.region},${p.city.name},${p.market.language},${p.gender},${p.income},${p.householdSize},${p.interests.join(';')},${p.latitude} ${p.longitude},${p.consent},${app},${p.favouriteDepartment},${p.acquisition},${scores}`,
  )
  if (p.move === undefined) return
  const { city, day } = p.move
  put(
    drafts.moves,
    `${p.id},${time.stamp(day, 43_200)},${city.region},${city.name},${city.latitude} ${city.longitude}`,
  )
}

function putTruth(story: Story, who: Person, shopping: Shopping, rewards: Rewards): void {
  const { plan, purchases } = shopping
  const day = (d: number | undefined): string => (d === undefined ? '' : story.time.date(d))
  put(
    story.drafts.truth,
    [
      who.id,
      who.archetype,
      purchases.length,
      day(purchases.at(-1)?.day),
      plan.breakAfter ?? '',
      day(plan.declineDay),
      day(plan.silence?.from),
      day(plan.silence?.to),
      shopping.specialty,
      rewards.earned,
      rewards.redeemed,
      rewards.daysToFirst ?? '',
    ].join(','),
  )
}

const README = `# Praça & Co.: a synthetic demo programme

Everything here is generated. No person, shop or brand in it exists; e-mail addresses are of example.com,
which is reserved. \`truth/\` holds what was planted (archetypes, weak points) and is never loaded:
analyses are scored against it.

    tessera load data/* && tessera evaluate
`

async function writeProgramme(output: Output, customers: number): Promise<void> {
  const write = async (path: string, text: string): Promise<void> => {
    const draft = await output.draft(path)
    draft.text = text
  }
  await write('README.md', README)
  await write('tessera.yaml', printProgramme(demoProgramme(customers)))
  for (const segment of demoSegments()) {
    const { key, ...rest } = segment
    const file = { ...rest, purpose: 'marketing', status: 'active' } as const
    await write(`segments/${key}.yaml`, printSegmentFile(file))
  }
  for (const [key, text] of Object.entries(DEMO_MODELS)) await write(`models/${key}.yaml`, text)
  for (const [name, text] of mappingFiles()) await write(`mappings/${name}`, text)
  const archetypes = await output.draft('truth/archetypes.csv', 'archetype,share')
  for (const name of ARCHETYPES) put(archetypes, `${name},${TEMPERS[name].share}`)
  const planted = await output.draft('truth/weak-points.ndjson')
  for (const point of weakPoints()) put(planted, JSON.stringify(point))
}
