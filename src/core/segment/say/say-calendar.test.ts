/** Sentences about parts of the calendar, what lies ahead, entries of lists and time on a list. */
import { expect, test } from 'vitest'
import { LOCALES } from '../../base/index.ts'
import { SHOP } from '../shop.test-kit.ts'
import type { Condition, Expression } from '../tree.ts'
import { sayNode } from './say.ts'

const TREES: Readonly<Record<string, Condition | Expression>> = {
  most: {
    kind: 'measure',
    fn: 'most',
    property: 'channel',
    source: { event: 'purchase', window: { kind: 'rolling', count: 30, unit: 'day' } },
  },
  'a month': {
    kind: 'compare',
    op: '=',
    left: { kind: 'calendarPart', part: 'month', of: { kind: 'trait', name: 'birth_date' } },
    right: { kind: 'number', value: 3 },
  },
  'the weekend': {
    kind: 'any',
    source: {
      event: 'purchase',
      where: {
        kind: 'in',
        value: { kind: 'calendarPart', part: 'weekday', of: { kind: 'eventTime' } },
        options: [
          { kind: 'number', value: 6 },
          { kind: 'number', value: 7 },
        ],
        negated: false,
      },
    },
  },
  'an hour': {
    kind: 'compare',
    op: '>=',
    left: {
      kind: 'calendarPart',
      part: 'hour',
      of: { kind: 'measure', fn: 'last', source: { event: 'purchase' } },
    },
    right: { kind: 'number', value: 18 },
  },
  'an entry': {
    kind: 'text',
    op: 'contains',
    value: { kind: 'trait', name: 'interests' },
    text: 'sale',
  },
  'within days ahead': {
    kind: 'within',
    value: { kind: 'trait', name: 'birth_date' },
    window: { kind: 'ahead', count: 7, unit: 'day' },
  },
  'within the next week': {
    kind: 'within',
    value: { kind: 'trait', name: 'birth_date' },
    window: { kind: 'following', unit: 'week' },
  },
  'long on a list': {
    kind: 'stateFor',
    condition: { kind: 'inList', list: 'vip' },
    op: 'at least',
    duration: { count: 30, unit: 'day' },
  },
}

/** In en, pt-BR, es and fr. Spaces that do not break are shown as ~. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  most: [
    'the largest number of purchases in the last 30 days with the same channel',
    'o maior número de compras nos últimos 30 dias com o mesmo valor de “canal”',
    'el mayor número de compras en los últimos 30 días con el mismo valor de «canal»',
    'le plus grand nombre d’achats au cours des 30 derniers jours ayant la même valeur pour «~canal~»',
  ],
  'a month': [
    'the month of birth date is March',
    'o mês de “data de nascimento” é março',
    'el mes de «fecha de nacimiento» es marzo',
    'le mois de «~date de naissance~» est mars',
  ],
  'the weekend': [
    'at least 1 purchase where (the day of the week of the time of the event is Saturday or Sunday)',
    'pelo menos 1 compra onde (o dia da semana do momento do evento é sábado ou domingo)',
    'al menos 1 compra donde (el día de la semana del momento del evento es sábado o domingo)',
    'au moins 1 achat où (le jour de la semaine du moment de l’événement est samedi ou dimanche)',
  ],
  'an hour': [
    'the hour (0 to 23) of the last purchase is at least 18',
    'a hora (0 a 23) da última compra é no mínimo 18',
    'la hora (0 a 23) de la última compra es como mínimo 18',
    'l’heure (de 0 à 23) du dernier achat vaut au moins 18',
  ],
  'an entry': [
    'at least one entry of interests contains “sale”',
    'pelo menos um item de “interesses” contém “sale”',
    'al menos un elemento de «intereses» contiene «sale»',
    'au moins une entrée de «~centres d’intérêt~» contient «~sale~»',
  ],
  'within days ahead': [
    'birth date lies in this time: in the next 7 days',
    '“data de nascimento” está neste período: nos próximos 7 dias',
    '«fecha de nacimiento» cae en este periodo: en los próximos 7 días',
    '«~date de naissance~» tombe dans cette période~: dans les 7 prochains jours',
  ],
  'within the next week': [
    'birth date lies in this time: next week, Monday to Sunday',
    '“data de nascimento” está neste período: na próxima semana, de segunda a domingo',
    '«fecha de nacimiento» cae en este periodo: la próxima semana, de lunes a domingo',
    '«~date de naissance~» tombe dans cette période~: la semaine prochaine, du lundi au dimanche',
  ],
  'long on a list': [
    'on the list “vip”, for at least 30 days without a break',
    'na lista “vip”, há pelo menos 30 dias sem interrupção',
    'en la lista «vip», desde hace al menos 30 días sin interrupción',
    'sur la liste «~vip~», depuis au moins 30 jours sans interruption',
  ],
}

test.each(Object.entries(TREES))('[SAY-1] %s', (name, tree) => {
  const said = LOCALES.map((locale) => sayNode(tree, { locale, catalogue: SHOP }))
  expect(said.map((one) => one.replaceAll(/[\u00a0\u202f]/g, '~'))).toEqual(SENTENCES[name])
})
