/** Since when, until when and what would change it: as text tables, and said in four languages. */
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../base/index.ts'
import { parseProgramme, type Programme, type Trait } from '../../catalog/index.ts'
import {
  applyChange,
  bind,
  explain,
  memberAt,
  parse,
  type BoundDefinition,
  type CustomerHistory,
  type Definition,
  type Explanation,
} from '../index.ts'

const FILE = `tessera: 1
name: Shop
timeZone: Europe/Lisbon
currency: EUR
traits:
  country: text country
  joined: date joined
  born: date birth-date
  mails: boolean
events:
  purchase:
    role: purchase
    properties:
      amount: { type: money, label: { en: Amount, pt-BR: Valor, es: Importe, fr: Montant } }
      channel: { type: text, label: { en: Channel, pt-BR: Canal, es: Canal, fr: Canal } }
  refund:
    role: refund
    properties:
      amount: money
  visit: { label: { en: Visit, pt-BR: Visita, es: Visita, fr: Visite } }
`
const programme = read()
const DAY = 86_400_000
const AS_OF = Date.parse('2026-03-15T12:00:00Z')

function read(): Programme {
  const parsed = parseProgramme(FILE, 'tessera.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const { traits } = parsed.value.catalogue
  const mails: Trait = {
    name: 'mails',
    label: { en: 'mails' },
    type: 'boolean',
    required: false,
    sensitivity: 'none',
    role: 'consent',
    consent: { channel: 'email', purpose: 'marketing' },
  }
  const scores = { churn: { name: 'churn', label: { en: 'churn' }, unit: 'share' } } as const
  const { refund, ...events } = parsed.value.catalogue.events
  if (refund === undefined) throw new Error('no refund')
  const refundOf = { event: 'purchase', property: 'order' }
  const catalogue = {
    ...parsed.value.catalogue,
    traits: { ...traits, mails },
    events: { ...events, refund: { ...refund, refundOf } },
    scores,
  }
  return { ...parsed.value, catalogue }
}

function defined(text: string, segment = 's'): readonly [BoundDefinition, Definition] {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.issues)}`)
  const { definition } = parsed.value
  const { catalogue, timeZone, currency, measures } = programme
  const context = { catalogue, timeZone, currency, measures, segments: ['regulars'] }
  const bound = bind(definition, context, { segment })
  if (!bound.ok) throw new Error(`${text}: ${JSON.stringify(bound.issues)}`)
  return [bound.value, definition]
}

/** Three purchases: 10 EUR a day ago, 20 EUR 20 days ago, 30 EUR 100 days ago. */
const ANA: CustomerHistory = {
  customerId: 'ana',
  traits: [
    {
      at: AS_OF - 400 * DAY,
      seq: 1,
      traits: { country: 'PT', joined: '2025-02-08', born: '1990-04-03' },
    },
  ],
  events: [1, 20, 100].map((days, i) => ({
    event: 'purchase',
    id: `p${i}`,
    at: AS_OF - days * DAY,
    properties: { amount: 10 * (i + 1), channel: 'store' },
    elements: {},
  })),
}

const around = {
  memberOf: () => false,
  definitions: new Map([['regulars', defined('count(purchase) >= 4', 'regulars')[0]]]),
  cutoffs: () => ({ low: 100 }),
}

function explained(text: string, locale: Locale = 'en'): Explanation {
  const [bound, definition] = defined(text)
  const options = { locale, catalogue: programme.catalogue }
  return explain(bound, definition, ANA, { asOf: AS_OF, ...around }, options)
}

/** Intl writes spaces of several kinds. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ')

/** The definition, then what would change it. */
const CHANGES: readonly (readonly [string, string])[] = [
  ['count(purchase) >= 5', 'Would be in with: 2 more purchases.'],
  [
    'count(purchase, last 90 days) >= 3',
    'Would be in with: 1 more purchase, before May 24, 2026, 1:00 PM.',
  ],
  [
    'sum(purchase.amount, last 90 days) >= 42.50 EUR',
    'Would be in with: 1 more purchase (amount €12.50), before May 24, 2026, 1:00 PM.',
  ],
  [
    'count(purchase where channel = "web") >= 2',
    'Would be in with: 2 more purchases (each: channel “web”).',
  ],
  ['avg(purchase.amount) > 40', 'Would be in with: 1 more purchase (amount €100.01).'],
  ['max(purchase.amount) >= 75', 'Would be in with: 1 more purchase (amount €75.00).'],
  ['country = "BR"', 'Would be in with: country becomes “BR”.'],
  ['country = "PT"', 'Would be out with: country changes, for example to “other”.'],
  ['any(visit, last 7 days)', 'Would be in with: 1 “Visit” event.'],
  ['not any(visit)', 'Would be out with: 1 “Visit” event.'],
  [
    'country = "BR" and any(visit) and count(purchase) >= 4',
    'Would be in with: country becomes “BR”, 1 “Visit” event, and 1 more purchase.',
  ],
  ['country = "BR" or count(purchase) >= 9', 'Would be in with: country becomes “BR”.'],
  [
    'at least 2 of (country = "PT", any(visit), count(purchase) >= 9)',
    'Would be in with: 1 “Visit” event.',
  ],
  ['in list "vip-2026"', 'Would be in with: being put on the list “vip-2026”.'],
  ['consent(email, marketing)', 'Would be in with: consent to marketing by e-mail.'],
  ['in segment "regulars"', 'Would be in with: 1 more purchase.'],
  ['net(purchase.amount) < 55 EUR', 'Would be in with: 1 refund (amount €5.01).'],
  [
    'country = "BR" for at least 30 days',
    'Would be in from Apr 14, 2026, 1:00 PM on with: country becomes “BR”, now.',
  ],
  [
    'sequence(visit, then purchase within 7 days)',
    'Would be in with: 1 “Visit” event and 1 more purchase.',
  ],
  [
    'any(purchase where channel = "web" and amount > 50)',
    'Would be in with: 1 more purchase (channel “web”, amount €50.01).',
  ],
  ['days since last(purchase) > 30', 'Nothing that happens now changes it, only time does.'],
  [
    'first(purchase).channel = "web"',
    'Nothing that happens now changes it: it rests on what has been.',
  ],
  ['bucket("spring") < 0%', 'Nothing changes it: it was drawn by lot.'],
  ['score(churn) > 0.5', 'Nothing that happens now decides it: a model says it.'],
  [
    'rank(sum(purchase.amount)) in top 10%',
    'Nothing that this customer does decides it alone: it depends on the other customers.',
  ],
  ['everyone', 'Nothing changes it: the definition asks for nothing.'],
]

describe('what would change it', () => {
  test.each(CHANGES)('%s: %s', (text, sentence) => {
    const found = explained(text)
    expect(plain(found.change.sentence)).toBe(sentence)
    if (found.change.kind === 'none') return
    // What is told is tried: the acts flip the membership at the instant that is told.
    const changed = applyChange(ANA, found.change)
    const [bound] = defined(text)
    const asOf = Date.parse(found.change.at)
    expect(memberAt(bound, changed, { asOf, around })).toBe(!found.member)
  })
})

/** The definition, since when, until when. */
const TIMES: readonly (readonly [string, string, string | undefined])[] = [
  [
    'any(purchase, last 30 days)',
    'Member since Feb 23, 2026, 12:00 PM.',
    'Leaves on Apr 13, 2026, 1:00 PM if nothing happens before; no longer so: at least 1 purchase in the last 30 days.',
  ],
  ['count(purchase, this month) >= 2', 'Was never a member.', undefined],
  [
    'days since last(purchase) > 30',
    'Not a member since Feb 23, 2026, 12:00 PM.',
    'Joins on Apr 13, 2026, 1:00 PM if nothing happens before; so from then on: the number of days since the last purchase is more than 30.',
  ],
  [
    'birthday within next 7 days',
    'Not a member since Apr 4, 2025, 12:00 AM.',
    'Joins on Mar 28, 2026, 12:00 AM if nothing happens before; so from then on: the birthday is in the next 7 days, today included.',
  ],
  ['country = "PT"', 'Member since Feb 8, 2025, 12:00 PM.', undefined],
  ['country = "BR"', 'Was never a member.', undefined],
]

test.each(TIMES)('%s: %s', (text, since, until) => {
  const found = explained(text)
  expect(plain(found.since.sentence)).toBe(since)
  expect(found.until === null ? undefined : plain(found.until.sentence)).toBe(until)
})

test('in four languages', () => {
  const said = (text: string): readonly string[] =>
    LOCALES.map((locale) => {
      const { since, until, change } = explained(text, locale)
      return plain([since.sentence, until?.sentence ?? '', change.sentence].join(' | '))
    })
  expect(said('count(purchase, last 90 days) >= 3')).toMatchInlineSnapshot(`
    [
      "Was never a member. |  | Would be in with: 1 more purchase, before May 24, 2026, 1:00 PM.",
      "Nunca fez parte. |  | Entraria com: mais 1 compra, antes de 24 de mai. de 2026, 13:00.",
      "Nunca formó parte. |  | Entraría con: 1 compra más, antes del 24 may 2026, 13:00.",
      "N’en a jamais fait partie. |  | Y entrerait avec : 1 achat de plus, avant le 24 mai 2026, 13:00.",
    ]
  `)
  expect(said('any(purchase, last 30 days)')).toMatchInlineSnapshot(`
    [
      "Member since Feb 23, 2026, 12:00 PM. | Leaves on Apr 13, 2026, 1:00 PM if nothing happens before; no longer so: at least 1 purchase in the last 30 days. | Nothing that happens now changes it, only time does.",
      "Faz parte desde 23 de fev. de 2026, 12:00. | Sai em 13 de abr. de 2026, 13:00 se nada acontecer antes; deixa de valer: pelo menos 1 compra nos últimos 30 dias. | Nada que aconteça agora muda isso, só o tempo.",
      "Forma parte desde el 23 feb 2026, 12:00. | Sale el 13 abr 2026, 13:00 si no pasa nada antes; deja de cumplirse: al menos 1 compra en los últimos 30 días. | Nada que pase ahora lo cambia, solo el tiempo.",
      "En fait partie depuis le 23 févr. 2026, 12:00. | En sort le 13 avr. 2026, 13:00 si rien ne se passe avant ; n’est plus vrai : au moins 1 achat au cours des 30 derniers jours. | Rien de ce qui se passe maintenant n’y change, seul le temps le fait.",
    ]
  `)
  expect(said('in list "vip" or consent(email, marketing)')).toMatchInlineSnapshot(`
    [
      "Was never a member. |  | Would be in with: being put on the list “vip”.",
      "Nunca fez parte. |  | Entraria com: entrar na lista “vip”.",
      "Nunca formó parte. |  | Entraría con: entrar en la lista «vip».",
      "N’en a jamais fait partie. |  | Y entrerait avec : ajout à la liste « vip ».",
    ]
  `)
  expect(said('any(purchase where channel = "web" and amount > 50)')).toMatchInlineSnapshot(`
    [
      "Was never a member. |  | Would be in with: 1 more purchase (channel “web”, amount €50.01).",
      "Nunca fez parte. |  | Entraria com: mais 1 compra (“canal” “web”, “valor” € 50,01).",
      "Nunca formó parte. |  | Entraría con: 1 compra más («canal» «web», «importe» 50,01 €).",
      "N’en a jamais fait partie. |  | Y entrerait avec : 1 achat de plus (« canal » « web », « montant » 50,01 €).",
    ]
  `)
})

test('people who were put in by hand leave by hand', () => {
  const [bound, definition] = defined('country = "BR"')
  const overridden: BoundDefinition = {
    ...bound,
    condition: {
      node: 8,
      kind: 'or',
      of: [bound.condition, { node: 9, kind: 'inList', list: 'segment:s:include' }],
    },
  }
  const history = {
    ...ANA,
    lists: [{ list: 'segment:s:include', at: AS_OF - DAY, seq: 1, listed: true }],
  }
  const options = { locale: 'en', catalogue: programme.catalogue } as const
  const found = explain(overridden, definition, history, { asOf: AS_OF, ...around }, options)
  expect([found.member, found.reason]).toEqual([true, 'Included by hand'])
  expect(found.change.sentence).toBe('Would be out with: no longer being included by hand.')
  const not = explain(overridden, definition, ANA, { asOf: AS_OF, ...around }, options)
  expect(not.change.sentence).toBe('Would be in with: country becomes “BR”.')
  const kept: BoundDefinition = {
    ...bound,
    condition: {
      node: 8,
      kind: 'not',
      of: { node: 9, kind: 'inList', list: 'segment:s:exclude' },
    },
  }
  const reasons = LOCALES.map(
    (locale) =>
      explain(kept, definition, ANA, { asOf: AS_OF, ...around }, { ...options, locale }).reason,
  )
  expect(reasons).toMatchInlineSnapshot(`
    [
      "Not excluded by hand",
      "Não excluído à mão",
      "No excluido a mano",
      "Pas exclu à la main",
    ]
  `)
})
