/** What latent classes say: how many kinds, what each answers, how sure it is. */
import {
  say,
  type Figure,
  type Finding,
  type ReportDraft,
  type ReportTable,
  type Text,
} from '../../../../core/insight/index.ts'
import type { LatentFit } from '../../../../core/models/index.ts'
import { joined } from '../measures/worded.ts'
import { W } from './words.ts'

/** A question with its answers, by row of counted patterns. */
export interface LatentItem {
  readonly column: string
  readonly label: Text
  readonly levels: readonly string[]
  readonly texts: readonly string[]
}

/** All that is shown. */
export interface LatentShown {
  readonly key: string
  readonly items: readonly LatentItem[]
  readonly fits: readonly LatentFit[]
  readonly fit: LatentFit | undefined
  readonly numbers: readonly number[]
  readonly asked: number
  readonly among: string
  readonly n: number
}

/** Below this many customers lie between classes (Celeux, Soromenho 1996 call for near 1; .6 is a judgement). */
const CLEAR = 0.6
const MOST_CLASSES = 6
const TOLD = 3

/** Findings first, then the tables behind them. */
export function latentDraft(shown: LatentShown): ReportDraft {
  const { numbers, fits, n, among } = shown
  const hasClasses = numbers.length > 0
  const tables = [
    ...(hasClasses ? [classTable(shown), profileTable(shown)] : []),
    evidenceTable(fits),
  ]
  return {
    findings: hasClasses ? classFindings(shown) : [noClasses(shown)],
    tables: tables.filter(({ rows }) => rows.length > 0),
    charts: [
      ...(hasClasses
        ? ([
            { kind: 'bars', title: say(W.classes), table: 'classes', x: 'number', y: ['share'] },
            {
              kind: 'heat',
              title: say(W.profiles),
              table: 'profiles',
              x: 'number',
              series: 'answer',
              y: ['chance'],
            },
          ] as const)
        : []),
      { kind: 'lines', title: say(W.evidence), table: 'evidence', x: 'k', y: ['bic'] },
    ],
    method: [say(W.method, { n: count(n), among })],
  }
}

function count(value: number): Figure {
  return { kind: 'count', value }
}

function share(value: number | undefined): Figure | string {
  return value === undefined ? '–' : { kind: 'share', value }
}

function noClasses({ fit, asked, n }: LatentShown): Finding {
  const isUnidentified = asked > 1 && fit?.status === 'not-identified'
  return isUnidentified
    ? { code: 'latent/not-identified', tone: 'caution', text: say(W.unidentified) }
    : { code: 'latent/none', tone: 'caution', text: say(W.none, { n: count(n) }) }
}

function classFindings({ key, fit, numbers, items, n }: LatentShown): readonly Finding[] {
  if (fit === undefined) return []
  const { classes, entropy, starts, startsAgreeing } = fit
  const holes = {
    k: count(classes.length),
    n: count(n),
    entropy: { kind: 'number', value: entropy } as const,
  }
  const out: Finding[] = [{ code: 'latent/found', tone: 'good', text: say(W.found, holes) }]
  for (const [c, one] of classes.slice(0, MOST_CLASSES).entries()) {
    const number = numbers[c] ?? c + 1
    const text = say(W.class, {
      number: count(number),
      share: share(one.share.value),
      low: share(one.share.low),
      high: share(one.share.high),
      traits: telling(fit, c, items),
    })
    out.push({
      code: 'latent/class',
      tone: 'neutral',
      text,
      definition: `score(${key}.class) = ${number}`,
    })
  }
  if (entropy < CLEAR) out.push({ code: 'latent/blurred', tone: 'caution', text: say(W.blurred) })
  if (starts > 1 && startsAgreeing < 2)
    out.push({ code: 'latent/lonely', tone: 'caution', text: say(W.lonely) })
  return out
}

/** The answer's chance over all classes. */
function overall(fit: LatentFit, item: number, level: number): number {
  return fit.classes.reduce(
    (sum, { share: own, items }) =>
      sum + (own.value ?? 0) * (items[item]?.chances[level]?.value ?? 0),
    0,
  )
}

/** The answers that are likelier than for all, of each question the one that tells most: the others follow from it. */
function telling(fit: LatentFit, c: number, items: readonly LatentItem[]): Text {
  const all = items.flatMap(({ label, levels }, j) =>
    levels.map((level, m) => {
      const inside = fit.classes[c]?.items[j]?.chances[m]?.value ?? 0
      const base = overall(fit, j, m)
      return { j, label, level, inside, base, gap: inside - base }
    }),
  )
  const best = new Map<number, (typeof all)[number]>()
  for (const one of all.toSorted((x, y) => y.gap - x.gap))
    if (!best.has(one.j)) best.set(one.j, one)
  const parts = [...best.values()].slice(0, TOLD).map(({ label, level, inside, base }) =>
    say(W.trait, {
      item: label,
      level: written(level),
      inside: share(inside),
      overall: share(base),
    }),
  )
  return joined(parts, '; ')
}

function written(level: string): string {
  return level === '1' ? '✓' : level === '0' ? '✗' : level
}

function classTable({ fit, numbers }: LatentShown): ReportTable {
  return {
    name: 'classes',
    title: say(W.classes),
    columns: [
      { key: 'number', title: say(W.number), kind: 'count' },
      { key: 'share', title: say(W.share), kind: 'share', low: 'low', high: 'high' },
      { key: 'low', title: say(W.share), kind: 'share', hidden: true },
      { key: 'high', title: say(W.share), kind: 'share', hidden: true },
    ],
    rows: (fit?.classes ?? []).map(({ share: own }, c) => ({
      number: numbers[c] ?? c + 1,
      share: own.value ?? null,
      low: own.low ?? null,
      high: own.high ?? null,
    })),
  }
}

function profileTable({ fit, numbers, items }: LatentShown): ReportTable {
  return {
    name: 'profiles',
    title: say(W.profiles),
    columns: [
      { key: 'number', title: say(W.number), kind: 'count' },
      { key: 'answer', title: say(W.level), kind: 'text' },
      { key: 'chance', title: say(W.chance), kind: 'share', low: 'low', high: 'high' },
      { key: 'overall', title: say(W.overall), kind: 'share' },
      { key: 'low', title: say(W.chance), kind: 'share', hidden: true },
      { key: 'high', title: say(W.chance), kind: 'share', hidden: true },
    ],
    rows:
      fit === undefined
        ? []
        : fit.classes.flatMap((one, c) =>
            one.items.flatMap(({ chances }, j) =>
              chances.map((chance, m) => ({
                number: numbers[c] ?? c + 1,
                answer: say(ANSWER, {
                  item: items[j]?.label ?? '',
                  level: written(items[j]?.levels[m] ?? ''),
                }),
                chance: chance.value ?? null,
                low: chance.low ?? null,
                high: chance.high ?? null,
                overall: overall(fit, j, m),
              })),
            ),
          ),
  }
}

const ANSWER = [
  '{item}: {level}',
  '{item}: {level}',
  '{item}: {level}',
  '{item} : {level}',
] as const

function evidenceTable(fits: readonly LatentFit[]): ReportTable {
  return {
    name: 'evidence',
    title: say(W.evidence),
    columns: [
      { key: 'k', title: say(W.k), kind: 'count' },
      { key: 'bic', title: say(W.bic), kind: 'number' },
      { key: 'entropy', title: say(W.entropy), kind: 'number' },
      { key: 'agreeing', title: say(W.agreeing), kind: 'count' },
      { key: 'status', title: say(W.status), kind: 'text' },
    ],
    rows: fits.map(({ classes, bic, entropy, startsAgreeing, status }) => ({
      k: classes.length,
      bic,
      entropy,
      agreeing: startsAgreeing,
      status,
    })),
  }
}
