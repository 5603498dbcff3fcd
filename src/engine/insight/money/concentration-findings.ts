/** How the money is spread, in words. */
import { NEAR, PRIVACY_FLOOR, say, type Figure, type Finding } from '../../../core/insight/index.ts'
import { printName } from '../../../core/segment/index.ts'
import type { MarginSpread, MoneySpread } from './concentration-facts.ts'
import { CONCENTRATION_WORDS as W } from './concentration-words.ts'

const share = (value: number): Figure => ({ kind: 'share', value })
const count = (value: number): Figure => ({ kind: 'count', value })

/** The spread first, then who to set apart, whom a threshold selects, and what is left as margin. */
export function concentrationFindings(spread: MoneySpread): readonly Finding[] {
  const { found, days } = spread
  if (found.gini.value === undefined || found.gini.n < PRIVACY_FLOOR) {
    const text = say(W.none, { days: { kind: 'days', value: days } })
    return [{ code: 'concentration/none', tone: 'caution', text }]
  }
  const { negative, gini } = found
  return [
    ...topFindings(spread),
    ...resellerFinding(spread),
    ...tierFindings(spread),
    ...(spread.margins.length === 0
      ? [{ code: 'concentration/no-margin', tone: 'caution', text: say(W.noMargin) } as const]
      : spread.margins.map((one) => marginFinding(one, spread.currency, spread.within))),
    ...(gini.status === 'ok'
      ? []
      : [{ code: 'concentration/weak', tone: 'caution', text: say(W.weak) } as const]),
    ...(negative.n >= PRIVACY_FLOOR
      ? [
          {
            code: 'concentration/negative',
            tone: 'caution',
            text: say(W.negative, { n: count(negative.n) }),
          } as const,
        ]
      : []),
  ]
}

function topFindings({ found }: MoneySpread): readonly Finding[] {
  const told = found.top.flatMap(({ population, held }): readonly Finding[] => {
    const { value, low, high } = held
    const isTold =
      (population === 0.1 || population === 0.2) && population * found.gini.n >= PRIVACY_FLOOR
    if (!isTold || value === undefined || low === undefined || high === undefined) return []
    const holes = { top: share(population), held: share(value), low: share(low), high: share(high) }
    return [{ code: 'concentration/top', tone: 'neutral', text: say(W.top, holes) }]
  })
  const few = found.needed[0]?.population
  if (few === undefined || few * found.gini.n < PRIVACY_FLOOR) return told
  const half: Finding = {
    code: 'concentration/half',
    tone: 'neutral',
    text: say(W.few, { few: share(few) }),
  }
  return [...told, half]
}

function resellerFinding({ resellers, found, currency }: MoneySpread): readonly Finding[] {
  if (resellers === undefined) return []
  const money = (value: number): Figure => ({ kind: 'money', value, currency })
  const { n, spend, order, typical, without, definition } = resellers
  const holes = { order: money(order), typical: money(typical) }
  if (n < PRIVACY_FLOOR) {
    return [
      { code: 'concentration/no-resellers', tone: 'neutral', text: say(W.noResellers, holes) },
    ]
  }
  const tenth = found.top.find(({ population }) => population === 0.1)?.held
  const text = say(W.resellers, {
    ...holes,
    n: count(n),
    share: share(resellers.ofSpend),
    money: money(spend),
    without: share(without ?? 0),
    held: share(tenth?.value ?? 0),
  })
  return [{ code: 'concentration/resellers', tone: 'caution', text, definition, money: spend }]
}

function tierFindings(spread: MoneySpread): readonly Finding[] {
  const { told, currency, days, spend, within } = spread
  if (told === undefined || told.customers < PRIVACY_FLOOR) return []
  const money = (value: number): Figure => ({ kind: 'money', value, currency })
  const { from, customers, ofBuyers, ofSpend, perHead, nearMisses, lacking } = told
  const text = say(W.tier, {
    from: money(from),
    days: { kind: 'days', value: days },
    n: count(customers),
    share: share(ofBuyers),
    held: share(ofSpend),
    each: money(perHead.value ?? 0),
    low: money(perHead.low ?? perHead.value ?? 0),
    high: money(perHead.high ?? perHead.value ?? 0),
  })
  const selects = (definition: string) =>
    spend === undefined ? {} : { definition: `${within}${definition}` }
  const out: Finding[] = [
    {
      code: 'concentration/tier',
      tone: 'neutral',
      text,
      money: told.spend,
      ...selects(`${spend} >= ${from}`),
    },
  ]
  if (nearMisses < PRIVACY_FLOOR || lacking === undefined) return out
  const near = say(W.near, { n: count(nearMisses), from: money(from), lack: money(lacking) })
  const low = Number((from * NEAR).toFixed(6))
  return [
    ...out,
    {
      code: 'concentration/near-misses',
      tone: 'neutral',
      text: near,
      ...selects(`${spend} >= ${low} and ${spend} < ${from}`),
    },
  ]
}

function marginFinding(
  { score, label, found }: MarginSpread,
  currency: string,
  within: string,
): Finding {
  const tenth = found.top.find(({ population }) => population === 0.1)?.held
  const { n, sum } = found.negative
  const holes = { score: label, top: share(0.1), held: share(tenth?.value ?? 0) }
  if (n < PRIVACY_FLOOR)
    return { code: 'concentration/margin', tone: 'good', text: say(W.marginGood, holes) }
  const text = say(W.margin, {
    ...holes,
    n: count(n),
    lost: { kind: 'money', value: -sum, currency },
  })
  const definition = `${within}score(${score.split('.').map(printName).join('.')}) < 0`
  return { code: 'concentration/margin', tone: 'bad', text, definition, money: -sum }
}
