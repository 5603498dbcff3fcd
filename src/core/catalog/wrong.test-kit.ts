/** Programme files that are wrong in one way each, with the places and codes of what is said of them. */

export const HEAD = `tessera: 1
name: Café & Co.
timeZone: Europe/Lisbon
currency: EUR
`

const SHOP = `${HEAD}events:
  buy: { properties: { total: money, points: number, shop: text } }
`

export const WRONG: readonly (readonly [string, ...string[]])[] = [
  ['', '1:1 catalog/empty-file'],
  ['# nothing\n', '1:1 catalog/empty-file'],
  ['just words\n', '1:1 catalog/not-a-map'],
  [`${HEAD}traits: {`, '5:10 catalog/not-yaml'],
  [`${HEAD}name: Again\n`, '5:1 catalog/duplicate-key'],
  ['tessera: 1\nname: A\ncurrency: EUR\n', '1:1 catalog/missing-key'],
  [`${HEAD}trais:\n  a: text\n`, '5:1 catalog/unknown-key -> traits'],
  [`${HEAD}traits: [a]\n`, '5:9 catalog/wrong-kind'],
  [`${HEAD}locales: [en, de]\n`, '5:15 catalog/unknown-value'],
  [`${HEAD}synthetic: yes\n`, '5:12 catalog/wrong-kind'],
  [`tessera: 2\n${HEAD.slice(11)}`, '1:10 catalog/bad-version'],
  [HEAD.replace('Europe/Lisbon', 'Europe/Lisbona'), '3:11 catalog/bad-time-zone -> Europe/Lisbon'],
  [HEAD.replace('EUR', 'eur'), '4:11 catalog/bad-currency -> EUR'],
  [`${HEAD}traits:\n  Country: text\n`, '6:3 catalog/bad-name'],
  [`${HEAD}id: Big Club\n`, '5:5 catalog/bad-name'],
  [`${HEAD}traits:\n  a: txt required\n`, '6:6 catalog/bad-words'],
  [`${HEAD}traits:\n  a: ""\n`, '6:6 catalog/bad-words'],
  [HEAD.replace('Café & Co.', '""'), '2:7 catalog/empty'],
  [`${HEAD}traits:\n  a: text requred\n`, '6:11 catalog/unknown-word -> required'],
  [`${HEAD}traits:\n  a:\n    type: "text requred"\n`, '7:17 catalog/unknown-word -> required'],
  [`${HEAD}traits:\n  a: number in\n`, '6:13 catalog/word-wanted'],
  [`${HEAD}traits:\n  a: text in kg\n`, '6:11 catalog/word-misplaced'],
  [`${HEAD}traits:\n  a: money in XYZ\n`, '6:15 catalog/bad-currency'],
  [`${HEAD}traits:\n  a: text birth-date\n`, '6:11 catalog/role-type'],
  [`${HEAD}traits:\n  a: text city\n  b: text city\n`, '7:6 catalog/role-twice'],
  [
    `${HEAD}traits:\n  a: category of prod\ntrees:\n  prods:\n`,
    '6:18 catalog/unknown-tree -> prods',
  ],
  [`${HEAD}traits:\n  a: category\ntrees:\n  p:\n  q:\n`, '6:6 catalog/which-tree'],
  [`${HEAD}trees:\n  p:\n    A: [B]\n    C: [B]\n`, '8:9 catalog/category-twice'],
  [`${HEAD}traits:\n  a: text\nmeasures:\n  a: 1 + 1\n`, '8:3 catalog/name-taken'],
  [`${HEAD}events:\n  buy:\n    rol: purchase\n`, '7:5 catalog/unknown-key -> role'],
  [`${HEAD}events:\n  buy:\n    role: purchse\n`, '7:11 catalog/unknown-value -> purchase'],
  [`${HEAD}events:\n  a: {role: purchase}\n  b: {role: purchase}\n`, '7:13 catalog/role-twice'],
  [
    `${HEAD}events:\n  a:\n    counts: {x: [1], y: [2]}\n    properties: {x: text}\n`,
    '7:5 catalog/one-entry',
  ],
  [
    `${HEAD}events:\n  a:\n    counts: {stat: [ok]}\n    properties: {state: text}\n`,
    '7:14 catalog/unknown-property -> state',
  ],
  [
    `${HEAD}events:\n  a:\n    counts: {n: [ok]}\n    properties: {n: number}\n`,
    '7:14 catalog/counts-type',
  ],
  [`${HEAD}events:\n  a:\n    counts: {n: []}\n    properties: {n: text}\n`, '7:17 catalog/empty'],
  [
    `${HEAD}events:\n  back:\n    refundOf: {buyy: o}\n    properties: {o: text}\n  buy:\n`,
    '7:16 catalog/unknown-event -> buy',
  ],
  [
    `${HEAD}events:\n  back:\n    refundOf: {buy: p}\n    properties: {o: text}\n  buy:\n`,
    '7:21 catalog/unknown-property -> o',
  ],
  [
    `${HEAD}events:\n  buy:\n    refundOf: {buy: o}\n    properties: {o: text}\n`,
    '7:21 catalog/refund-of-itself',
  ],
  [
    `${HEAD}events:\n  a:\n    elements:\n      x: {properties: {y_z: text}}\n      x_y: {properties: {z: text}}\n`,
    '9:26 catalog/columns-collide',
  ],
  [
    `${HEAD}events:\n  a:\n    properties: {item: text}\n    elements: {item: {}}\n`,
    '8:16 catalog/name-taken',
  ],
  [`${HEAD}traits:\n  mail: boolean consent\n`, '6:3 catalog/consent-needs'],
  [`${HEAD}traits:\n  mail: text consent\n`, '6:14 catalog/role-type', '6:3 catalog/consent-needs'],
  [
    `${HEAD}traits:\n  a: &c {type: boolean consent, channel: email, purpose: marketing}\n  b: *c\n`,
    '7:3 catalog/consent-twice',
  ],
  [`${HEAD}traits:\n  a: {type: boolean, channel: email}\n`, '6:31 catalog/only-consent'],
  [
    `${HEAD}traits:\n  a: {type: boolean consent, channel: email, purpose: marketng}\n`,
    '6:55 catalog/unknown-value -> marketing',
  ],
  [`${HEAD}scores:\n  a.b: text\n`, '6:8 catalog/unknown-value'],
  [`${HEAD}rates:\n  USDX: 1\n`, '6:3 catalog/bad-currency'],
  [`${HEAD}rates:\n  USD: {2026-02-30: 1}\n`, '6:9 catalog/bad-day'],
  [
    `${HEAD}rates:\n  USD: {2026-02-01: 0, 2026-02-02: 0.1234567891}\n`,
    '6:21 catalog/bad-rate',
    '6:36 catalog/bad-rate',
  ],
  [`${HEAD}traits:\n  a: {type: money, currencyFrom: b}\n`, '6:20 catalog/only-money'],
  [
    `${HEAD}rates: {USD: 1}\nevents:\n  a:\n    properties:\n      x: {type: money, currencyFrom: curr}\n      cur: text\n`,
    '9:38 catalog/unknown-property -> cur',
  ],
  [
    `${HEAD}rates: {USD: 1}\nevents:\n  a:\n    properties:\n      x: {type: money, currencyFrom: n}\n      n: number\n`,
    '9:38 catalog/currency-from-type',
  ],
  [
    `${HEAD}rates: {USD: 1}\nevents:\n  a:\n    properties:\n      x: {type: money in USD, currencyFrom: c}\n      c: text\n`,
    '9:45 catalog/currency-twice',
  ],
  [
    `${HEAD}events:\n  a:\n    properties:\n      x: {type: money, currencyFrom: c}\n      c: text\n`,
    '8:38 catalog/no-rates',
  ],
  [`${SHOP}costs:\n  pool: {}\n`, '8:3 catalog/unknown-key -> pools'],
  [`${SHOP}costs:\n  pools: { care: { minutes: {} } }\n`, '8:18 catalog/missing-key'],
  [
    `${SHOP}costs:\n  pools: { care: { monthly: much, minutes: { buyy: 1 } } }\n`,
    '8:29 catalog/model-number',
    '8:46 catalog/unknown-event -> buy',
  ],
  [`${SHOP}costs:\n  each: { buy: -1 }\n`, '8:16 catalog/model-number'],
  [`${SHOP}costs:\n  amounts: { buy.totl: 1 }\n`, '8:14 catalog/unknown-property -> buy.total'],
  [`${SHOP}costs:\n  amounts: { buy.shop: 1 }\n`, '8:14 catalog/not-a-number'],
  [`${SHOP}points:\n  expire: 12\n`, '8:3 catalog/missing-key'],
  [`${SHOP}points: { earn: {} }\n`, '7:17 catalog/empty'],
  [`${SHOP}points: { earn: { buy: point } }\n`, '7:24 catalog/unknown-property -> points'],
  [`${SHOP}points: { earn: { buy: total } }\n`, '7:24 catalog/not-a-number'],
  [`${SHOP}points: { earn: { buy: points }, expire: 1.5 }\n`, '7:42 catalog/model-number'],
  [`${SHOP}points: { earn: { buy: points }, expire: 0 }\n`, '7:42 catalog/model-number'],
  [
    `${SHOP}points: { earn: { buy: points }, spend: { buyy: points } }\n`,
    '7:43 catalog/unknown-event -> buy',
  ],
]
