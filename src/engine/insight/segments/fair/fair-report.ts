/** Every segment and every score that segments ask for, against everything protected. */
import { say, type Finding, type ReportDraft, type Text } from '../../../../core/insight/index.ts'
import { protectedTraits } from '../../model/learned/features.ts'
import type { ReportContext, ReportKind } from '../../report/kind.ts'
import { proxyTable, scoreName, scoresAsked, scoreStands, standsFor } from './fair.ts'
import { FAIR_WORDS as W } from './fair-words.ts'
import { definitionUses, segmentName } from '../profile.ts'
import { proxiesOfScore, proxiesOfSegments, type ProxyRow } from './proxies.ts'

/** The report. */
export const PROXIES: ReportKind = {
  name: 'proxies',
  group: 'segments',
  title: say(W.title),
  about: say(W.about),
  needs: [],
  parameters: [],
  make,
}

interface Judged {
  /** Of the segment or the score. */
  readonly key: string
  readonly of: Text
  readonly row: ProxyRow
  /** The definition asks for that attribute itself. */
  readonly isOpen: boolean
  readonly finding: Finding
}

const MOST_FINDINGS = 8
const MOST_SCORES = 30

async function make(context: ReportContext): Promise<ReportDraft> {
  const method = [say(W.method)]
  if (protectedTraits(context).length === 0) {
    const none = {
      code: 'proxies/nothing-protected',
      tone: 'caution',
      text: say(W.nothing),
    } as const
    return { findings: [none], tables: [], charts: [], method }
  }
  const keys = [...context.snapshot.segments.keys()]
  const uses = new Map<string, ReadonlySet<string>>()
  for (const key of keys) uses.set(key, await definitionUses(context, key))
  const judged: Judged[] = []
  for (const [key, { rows }] of await proxiesOfSegments(context, keys)) {
    const name = segmentName(context, key)
    for (const row of rows) {
      const isOpen = uses.get(key)?.has(`trait:${row.trait}`) === true
      judged.push({ key, of: name, row, isOpen, finding: standsFor(row, { segment: key, name }) })
    }
  }
  const scores = new Set([...uses.values()].flatMap((one) => scoresAsked(one)))
  for (const score of [...scores].slice(0, MOST_SCORES)) {
    const name = scoreName(context, score)
    const { rows } = await proxiesOfScore(context, score)
    for (const row of rows)
      judged.push({
        key: `score ${score}`,
        of: name,
        row,
        isOpen: false,
        finding: scoreStands(row, { score: name }),
      })
  }
  const ranked = judged.toSorted((a, b) => rank(b) - rank(a))
  const over = ranked.filter(({ row, isOpen }) => row.proxy.level !== 'none' && !isOpen)
  // Of one attribute the strongest group says it all.
  const first = new Map(over.toReversed().map((one) => [`${one.key} ${one.row.trait}`, one]))
  const told = over.filter((one) => first.get(`${one.key} ${one.row.trait}`) === one)
  const found = told.slice(0, MOST_FINDINGS).map(({ finding }) => ({
    ...finding,
    code: finding.code.replace('segment-quality/', 'proxies/'),
  }))
  const fine = { code: 'proxies/fair', tone: 'good', text: say(W.fairAll) } as const
  return {
    findings: found.length === 0 ? [fine] : found,
    tables: [proxyTable(ranked, { name: 'proxies' })],
    charts: [],
    method,
  }
}

const LEVELS = ['none', 'warns', 'strong']

function rank({ row: { proxy }, isOpen }: Judged): number {
  const auc = Math.max(proxy.tells.value ?? 0, proxy.told?.value ?? 0)
  return (isOpen ? 0 : LEVELS.indexOf(proxy.level)) + auc
}
