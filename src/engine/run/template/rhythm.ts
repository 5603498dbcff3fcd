/** Asks the facts for the base's own rhythm, and remembers the answer for a while. */
import type { Instant } from '../../../core/base/index.ts'
import { emitRhythm, PLAN_SETTINGS } from '../../../core/plan/index.ts'
import {
  NUMBER_STATISTICS,
  TOP_STATISTICS,
  type Meaning,
  type Rhythm,
} from '../../../core/template/index.ts'
import { FACTS_LOCK } from '../facts.ts'
import type { Current } from '../open.ts'

/** Habits of a whole base do not change within minutes, and a gallery asks for them again and again. */
const KEEP_MS = 10 * 60_000

interface Kept {
  readonly rhythm: Promise<Rhythm | undefined>
  readonly until: Instant
}

const kept = new WeakMap<object, Kept>()

/** The rhythm as of now; undefined where there is no purchase. Cost: two passes over the purchases, at most every ten minutes for one state of the programme's files. */
export function rhythmNow(current: Current, meaning: Meaning): Promise<Rhythm | undefined> {
  const now = current.clock.now()
  const known = kept.get(current.programme)
  if (known !== undefined && now < known.until) return known.rhythm
  const rhythm = readRhythm(current, meaning, now)
  kept.set(current.programme, { rhythm, until: now + KEEP_MS })
  rhythm.catch(() => kept.delete(current.programme))
  return rhythm
}

/** What the facts up to an instant say. One statement; one row comes back. */
export async function readRhythm(
  { analytics, ledger, programme }: Pick<Current, 'analytics' | 'ledger' | 'programme'>,
  meaning: Meaning,
  asOf: Instant,
): Promise<Rhythm | undefined> {
  const { timeZone, currency, catalogue } = programme
  const statement = emitRhythm(meaning, {
    table: analytics.table,
    timeZone,
    asOf,
    currencies: { to: currency, rates: catalogue.rates ?? {}, timeZone },
  })
  if (statement === undefined) return undefined
  const [row] = await ledger.withLock(FACTS_LOCK, 'shared', () =>
    analytics.query<Readonly<Record<string, unknown>>>(statement, { settings: PLAN_SETTINGS }),
  )
  return row === undefined ? undefined : rhythmOf(row)
}

function rhythmOf(row: Readonly<Record<string, unknown>>): Rhythm {
  const customersOf = (name: string): number => Number(row[`n_${name}`] ?? 0)
  return {
    asOf: Number(row['as_of']),
    numbers: Object.fromEntries(
      NUMBER_STATISTICS.flatMap((name) => {
        const value = row[name]
        const customers = customersOf(name)
        const isKnown = value !== undefined && value !== null && customers > 0
        return isKnown ? [[name, { value: Number(Number(value).toFixed(4)), customers }]] : []
      }),
    ),
    tops: Object.fromEntries(
      TOP_STATISTICS.flatMap((name) => {
        const values = row[name]
        return Array.isArray(values)
          ? [[name, { values: values.map(String), customers: customersOf(name) }]]
          : []
      }),
    ),
  }
}
