/** Segments that make time and rank work: what rehearsals add to the demo's own. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const DEFINITIONS: Readonly<Record<string, string>> = {
  'top-tenth': 'rank(spend_1y) in top 10%',
  'best-quintile-of-visitors': 'rank(count(web_visit, last 90 days)) in quintile 5',
  'birthday-soon': 'birthday within next 7 days',
  'bought-this-month': 'any(purchase, this month) and not any(purchase, last month)',
  'streak-of-months': 'streak(purchase by month) >= 3',
  'slowing-down': 'gap(purchase) > 30 days and days since last(purchase) > 45',
  'typical-rhythm': 'median gap(purchase) < 21 days',
  regular: 'regular(purchase, at least 3 of last 6 months)',
  stopped: 'stopped(purchase, 60 days)',
  restarted: 'restarted(purchase, 60 days)',
  'mail-to-purchase':
    'sequence(email_opened, then web_visit within 2 days, then purchase within 7 days, last 90 days)',
  falling: 'trend(sum(purchase.amount), last 6 months) < 0',
  settled: 'city != "Glasgow" for at least 90 days',
  'sweet-tooth': 'share(purchase.item.amount where category under "Pantry", last 180 days) > 30%',
  'third-large': 'nth(3, purchase).amount > 100 EUR',
  'weekend-days': 'count(purchase, last 7 calendar days) >= 1',
}

/** Writes the definitions into a programme folder; returns their keys. */
export function addDefinitions(folder: string): readonly string[] {
  for (const [key, definition] of Object.entries(DEFINITIONS)) {
    const text = `name: ${key}\nwhy: rehearsed\npurpose: marketing\nstatus: active\ndefinition: |-\n  ${definition}\n`
    writeFileSync(join(folder, 'segments', `${key}.yaml`), text)
  }
  return Object.keys(DEFINITIONS)
}
