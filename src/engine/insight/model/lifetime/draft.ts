/** What a model of lifetime says: value and who is still there, how the forecast did, and every doubt in words. */
import { numberIn } from '../../../../core/catalog/index.ts'
import {
  asShare,
  say,
  type Figure,
  type Finding,
  type ReportDraft,
} from '../../../../core/insight/index.ts'
import type { LifetimeFound } from './found.ts'
import { lifetimeTables } from './tables.ts'
import { W } from './words.ts'

const LEAST = 11
const FAR_OFF = 0.25

/** The report of a run. */
export function lifetimeDraft(found: LifetimeFound): ReportDraft {
  const { settings, kept, spend } = found
  const { tables, charts } = lifetimeTables(found)
  return {
    findings: [
      ...valueFindings(found),
      ...aliveFindings(found),
      ...checkFindings(found),
      ...doubts(found),
    ],
    tables,
    charts,
    method: [
      say(W.method),
      ...(spend === undefined
        ? []
        : [
            say(W.methodSpend, {
              margin: asShare(numberIn(settings, 'margin') ?? 1),
              kept: asShare(kept),
              rate: asShare(numberIn(settings, 'discount_rate') ?? 0),
            }),
          ]),
    ],
  }
}

function valueFindings({ worth, choice, settings, currency }: LifetimeFound): readonly Finding[] {
  const { value, low, high } = worth?.total ?? {}
  if (value === undefined) return []
  const money = (amount: number): Figure => ({ kind: 'money', value: amount, currency })
  const text = say(W.total, {
    n: { kind: 'count', value: choice.customers },
    money: money(value),
    low: money(low ?? value),
    high: money(high ?? value),
    days: { kind: 'days', value: numberIn(settings, 'horizon') ?? 365 },
  })
  const out: Finding[] = [{ code: 'lifetime/total', tone: 'neutral', text, money: value }]
  if (numberIn(settings, 'margin') === 1) {
    out.push({ code: 'lifetime/revenue', tone: 'caution', text: say(W.revenue) })
  }
  return out
}

function aliveFindings({ choice, scores, key }: LifetimeFound): readonly Finding[] {
  const { mean, low, high } = choice.alive
  if (mean === undefined || scores?.alive === undefined) return []
  const holes = { share: asShare(mean), low: asShare(low ?? mean), high: asShare(high ?? mean) }
  const out: Finding[] = [{ code: 'lifetime/alive', tone: 'neutral', text: say(W.alive, holes) }]
  let gone = 0
  for (let i = 0; i < scores.rows.x.length; i++) {
    const isBack = (scores.rows.x[i] as number) > 0
    if (isBack && (scores.alive[i] as number) < 0.5) gone += scores.rows.weight[i] as number
  }
  if (gone >= LEAST) {
    out.push({
      code: 'lifetime/gone',
      tone: 'bad',
      text: say(W.gone, { n: { kind: 'count', value: gone } }),
      definition: `score(${key}.p_alive) < 0.5`,
    })
  }
  return out
}

function checkFindings({ checked }: LifetimeFound): readonly Finding[] {
  if (checked === undefined) return []
  const { expected, actual, error } = checked.tracking.forecast
  if (error === undefined) return []
  const isFar = Math.abs(error) > FAR_OFF
  const sign = error > 0 ? '+' : ''
  const text = say(W.ahead, {
    days: { kind: 'days', value: checked.held },
    expected: { kind: 'count', value: expected },
    actual: { kind: 'count', value: actual },
    error: say([`${sign}{e}`, `${sign}{e}`, `${sign}{e}`, `${sign}{e}`], {
      e: { kind: 'share', value: error },
    }),
  })
  return [
    { code: 'lifetime/holdout', tone: isFar ? 'caution' : 'neutral', text },
    ...(isFar ? [{ code: 'lifetime/far-off', tone: 'caution', text: say(W.far) } as const] : []),
  ]
}

function doubts({ choice, spend }: LifetimeFound): readonly Finding[] {
  const out: Finding[] = choice.reasons.map((reason) => ({
    code: `lifetime/${reason}`,
    tone: 'caution',
    text: say(W[reason]),
  }))
  if (spend === undefined && choice.chosen !== undefined) {
    out.push({ code: 'lifetime/no-amount', tone: 'caution', text: say(W['no-amount']) })
  }
  const r = spend?.independence.logs.value ?? spend?.independence.plain.value ?? 0
  for (const reason of spend?.reasons ?? []) {
    // That nobody came back has been said already.
    if (reason === 'no-repeat-purchases' || reason === 'too-few-repeat-buyers') continue
    const text = say(W[reason], { r: { kind: 'number', value: r } })
    out.push({ code: `lifetime/${reason}`, tone: 'caution', text })
  }
  return out
}
