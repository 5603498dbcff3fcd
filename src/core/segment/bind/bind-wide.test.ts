/** What the checker says of the constructs beyond plain counting: the code, the place, the remedy. */
import { expect, test } from 'vitest'
import { bind, bindAll, check } from '../index.ts'
import { faultsOf, WIDE } from '../wide-shop.test-kit.ts'

test.each([
  ['[TYPE-9]', 'distance(home, (1, 2)) < 10', 'segment/not-length @ 10'],
  ['[TYPE-9]', 'visits < 10 km', 'segment/not-length @ visits'],
  ['[TYPE-9]', 'distance(home, (1, 2)) between 1 km and 2', 'segment/not-length @ 2'],
  [
    '[TYPE-9]',
    'distance(home, (1, 2)) + 1 > 2 km',
    'segment/bad-arithmetic @ distance(home, (1, 2)) + 1',
  ],
  [
    '[TYPE-9]',
    'distance(home, (1, 2)) * 1 km > 2 km',
    'segment/bad-arithmetic @ distance(home, (1, 2)) * 1 km',
  ],
  ['[DIST-1]', 'distance(country, (1, 2)) < 10 km', 'segment/wrong-type @ country'],
  ['[TYPE-10]', 'days since last(purchase) > 60 days', 'segment/type-mismatch @ 60 days -> 60'],
  ['[MEDIAN-1]', 'median(purchase.channel) > 1', 'segment/measure-type @ channel'],
  ['[SHARE-1]', 'share(purchase) > 50%', 'segment/share-needs-where @ share(purchase)'],
  ['[SHARE-1]', 'share(purchase.channel where amount > 1) > 50%', 'segment/measure-type @ channel'],
  [
    '[SHARE-1]',
    'share(purchse where amount > 1) > 50%',
    'segment/unknown-event @ purchse -> purchase',
  ],
  ['[NET-2]', 'net(email_opened.cost) > 1', 'segment/unknown-property @ cost'],
  ['[NET-2]', 'net(email_sent.cost) > 1', 'segment/no-refund @ net(email_sent.cost)'],
  [
    '[NET-2]',
    'net(purchase.amount where due is known) > 1',
    'segment/refund-differs @ net(purchase.amount where due is known)',
  ],
  [
    '[NET-2]',
    'net(purchase.amount where chanel = "web") > 1',
    'segment/unknown-property @ chanel -> channel',
  ],
  ['[TREND-2]', 'trend(visits, last 6 months) > 1', 'segment/trend-no-measure @ visits'],
  [
    '[TREND-2]',
    'trend(count(purchase, today), last 6 months) > 1',
    'segment/window-not-here @ today',
  ],
  ['[TREND-2]', 'trend(spend, last 6 months) > 1', 'segment/window-not-here @ spend'],
  [
    '[TREND-2]',
    'trend(trend(count(purchase), last 2 days), last 3 days) > 1',
    'segment/window-not-here @ trend(count(purchase), last 2 days)',
  ],
  [
    '[TREND-1]',
    'trend(first(purchase).channel, last 6 months) > 1',
    'segment/wrong-type @ first(purchase).channel',
  ],
  [
    '[MONEY-1]',
    'trend(sum(purchase.amount), last 6 months) > 5 USD',
    'segment/currency-mismatch @ 5 USD',
  ],
  ['[MONEY-3]', 'sum(order.amount) > 5 USD', 'segment/currency-mismatch @ 5 USD'],
  [
    '[SCORE-1]',
    'score(clv.expected_12) > 1',
    'segment/unknown-score @ clv.expected_12 -> clv.expected_12m',
  ],
  ['[BUCKET-1]', 'bucket("") < 20%', 'segment/empty-text @ bucket("")'],
  ['[KINDS-1]', 'avg(email_*.cost) > 1', 'segment/prefix-measure @ avg(email_*.cost)'],
  ['[KINDS-1]', 'first(email_*).cost > 1', 'segment/prefix-measure @ first(email_*).cost'],
  ['[KINDS-1]', 'sum(email_*.cost) > 1', 'segment/unknown-property @ cost'],
  ['[KINDS-1]', 'any(mail_*)', 'segment/unknown-event @ mail_*'],
  ['[KINDS-1]', 'sequence(email_*, then purchase)', 'segment/prefix-measure @ email_*'],
  ['[RANK-1]', 'rank(last(purchase)) in top 10%', 'segment/wrong-type @ last(purchase)'],
  ['[FILTER-1]', 'any(purchase where bucket("x") < 20%)', 'segment/not-in-where @ bucket'],
  ['[FILTER-1]', 'any(purchase where rank(amount) in top 10%)', 'segment/not-in-where @ rank'],
  ['[FILTER-1]', 'any(purchase where in list "vip")', 'segment/not-in-where @ in list'],
  ['[STATE-4]', 'any(purchase) for at least 1 day', 'segment/state-one-trait @ any(purchase)'],
  ['[STATE-4]', 'age > 18 for at least 1 day', 'segment/state-one-trait @ age > 18'],
  [
    '[STATE-4]',
    '(tier = "gold" and vip = true) for at least 1 day',
    'segment/state-one-trait @ (tier = "gold" and vip = true)',
  ],
  ['[STATE-4]', '1 = 1 for at least 1 day', 'segment/state-one-trait @ 1 = 1'],
  [
    '[STATE-4]',
    'days since joined > 3 for at least 1 day',
    'segment/state-one-trait @ days since joined > 3',
  ],
  ['[ANNIV-2]', 'anniversary of tier within next 7 days', 'segment/wrong-type @ tier'],
  [
    '[CONSENT-1]',
    'consent(email, profiling)',
    'segment/no-consent @ consent(email, profiling) -> consent(email, marketing)',
  ],
  [
    '[ZONE-3]',
    'any(purchase, today in time zone "Asia/Tokio")',
    'segment/unknown-zone @ "Asia/Tokio" -> "Asia/Tokyo"',
  ],
])('%s %s: %s', (_, text, fault) => {
  expect(faultsOf(text)[0]).toBe(fault)
})

test('[LISTED-1] a list that nobody knows is pointed out', () => {
  const context = { ...WIDE, lists: ['vip-2026'] }
  expect(faultsOf('in list "vip-2026"', context)).toEqual([])
  expect(faultsOf('in list "vip-2062"', context)).toEqual([
    'segment/unknown-list @ "vip-2062" -> "vip-2026"',
  ])
  expect(faultsOf('in list "vip-2062"')).toEqual([])
})

test('[COUNT-2] [WARN-1] a streak may be of length zero', () => {
  const codes = (text: string) => check(text, WIDE).issues.map((issue) => issue.code)
  expect(codes('streak(purchase by month) < 3')).toEqual(['segment/includes-zero'])
  expect(codes('streak(purchase by month) = 0')).toEqual(['segment/only-negative'])
  expect(codes('streak(purchase by month) >= 3')).toEqual([])
})

test('[ANNIV-2] a birthday needs the trait with that role', () => {
  const { birth_date: _, ...traits } = WIDE.catalogue.traits
  const context = { ...WIDE, catalogue: { ...WIDE.catalogue, traits } }
  expect(faultsOf('birthday within next 7 days', context)[0]).toMatch(/^segment\/no-role/)
})

test('[TYPE-7] a consent or currency that is sensitive is refused like any other trait', () => {
  const agreed = { ...WIDE.catalogue.traits['agreed'], sensitivity: 'sensitive' as const }
  const traits = {
    ...WIDE.catalogue.traits,
    agreed: { name: 'agreed', type: 'boolean' as const, label: {}, required: false, ...agreed },
  }
  const context = { ...WIDE, catalogue: { ...WIDE.catalogue, traits } }
  expect(faultsOf('consent(email, marketing)', context)[0]).toMatch(/^segment\/sensitive/)
})

test('conditions of the text keep their numbers, what binding adds gets the ones after', () => {
  const text = 'stopped(purchase where channel = "web", 9 days) and restarted(email_*, 9 days)'
  const checked = check(text, WIDE)
  if (!checked.ok) throw new Error(text)
  const numbers = new Map<number, string>()
  JSON.stringify(checked.value.bound, (_, part: unknown) => {
    if (typeof part === 'object' && part !== null && 'node' in part && 'kind' in part) {
      numbers.set(Number(part.node), String(part.kind))
    }
    return part
  })
  expect(Object.fromEntries(numbers)).toMatchObject({ 0: 'and', 1: 'and', 2: 'compare', 3: 'and' })
})

test('[SEG-4] [MONEY-3] all together: overrides by key, rates by days of the programme', () => {
  const drafts = [
    { key: 'vip', text: 'tier = "gold"' },
    { key: 'far', text: 'sum(order.amount) > 5', timeZone: 'Asia/Tokyo' },
  ]
  const bound = bindAll(drafts, { ...WIDE, overridden: new Set(['vip']) })
  expect(JSON.stringify(bound.get('vip'))).toContain('segment:vip:exclude')
  expect(JSON.stringify(bound.get('far'))).toContain('"timeZone":"UTC"')
  expect(JSON.stringify(bound.get('far'))).not.toContain('segment:far')
})

test('[SEQ-3] a silence without an end is refused, whoever wrote the tree', () => {
  const [first, source] = [{ event: 'email_sent' }, { event: 'purchase' }]
  const condition = { kind: 'sequence' as const, first, steps: [{ source, negated: true }] }
  const { issues } = bind({ measures: [], condition }, WIDE)
  expect(issues.map((issue) => issue.code)).toEqual(['segment/then-not-needs-within'])
})
