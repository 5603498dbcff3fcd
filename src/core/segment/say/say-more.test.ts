/** Sentences about order, rhythm, rank, lists, scores and consent, each read by a careful reader of its language. */
import { expect, test } from 'vitest'
import { LOCALES } from '../../base/index.ts'
import { SHOP } from '../shop.test-kit.ts'
import type { Condition, Expression, MeasureFn, Source } from '../tree.ts'
import { sayNode } from './say.ts'

const purchase: Source = { event: 'purchase' }
const days = (count: number) => ({ count, unit: 'day' }) as const
const window = (count: number) => ({ kind: 'rolling', count, unit: 'day' }) as const
const number = (value: number): Expression => ({ kind: 'number', value })
const web: Condition = {
  kind: 'compare',
  op: '=',
  left: { kind: 'property', name: 'channel' },
  right: { kind: 'text', value: 'web' },
}
const measure = (fn: MeasureFn, more: object = {}): Expression => ({
  kind: 'measure',
  fn,
  source: purchase,
  ...more,
})
const spent = measure('sum', { property: 'amount' })
const gold: Condition = {
  kind: 'compare',
  op: '=',
  left: { kind: 'trait', name: 'country' },
  right: { kind: 'text', value: 'BR' },
}

const TREES: Readonly<Record<string, Condition | Expression>> = {
  median: measure('median', { property: 'amount' }),
  'the second': { kind: 'daysSince', of: measure('nth', { n: 2 }) },
  'the second from the end': measure('nth', { n: -2, property: 'amount' }),
  gap: measure('gap'),
  'median gap': measure('median gap', { source: { ...purchase, window: window(365) } }),
  streak: measure('streak', { per: 'month' }),
  'streak of weeks': measure('streak', { per: 'week', source: { ...purchase, where: web } }),
  share: { kind: 'share', source: { ...purchase, where: web, window: window(365) } },
  'share of the sum': { kind: 'share', source: { ...purchase, where: web }, property: 'amount' },
  net: { kind: 'net', source: { ...purchase, window: window(365) }, property: 'amount' },
  trend: { kind: 'trend', of: spent, count: 6, unit: 'month' },
  score: { kind: 'score', name: 'clv.expected_12m' },
  bucket: {
    kind: 'compare',
    op: '<',
    left: { kind: 'bucket', salt: 'spring-test' },
    right: { kind: 'number', value: 20, percent: true },
  },
  distance: {
    kind: 'compare',
    op: '<',
    left: {
      kind: 'distance',
      of: { kind: 'trait', name: 'home' },
      to: { latitude: 38.72, longitude: -9.14 },
    },
    right: { kind: 'length', count: 10, unit: 'km' },
  },
  'top share': { kind: 'rank', value: spent, band: { kind: 'top', count: 10, of: 'percent' } },
  'bottom count': {
    kind: 'rank',
    value: spent,
    band: { kind: 'bottom', count: 1000, of: 'customers' },
  },
  quintile: { kind: 'rank', value: spent, band: { kind: 'quantile', parts: 5, from: 5, to: 5 } },
  percentiles: {
    kind: 'rank',
    value: spent,
    band: { kind: 'quantile', parts: 100, from: 90, to: 95 },
  },
  sequence: {
    kind: 'sequence',
    first: { event: 'email_opened' },
    steps: [
      { source: purchase, within: days(1), negated: false },
      { source: purchase, negated: false },
      { source: { ...purchase, where: web }, within: days(7), negated: true },
    ],
    window: window(90),
  },
  'state for': { kind: 'stateFor', condition: gold, op: 'at least', duration: days(90) },
  'state for less': { kind: 'stateFor', condition: gold, op: 'less than', duration: days(1) },
  birthday: { kind: 'anniversary', direction: 'next', days: 7 },
  'birthday today': { kind: 'anniversary', direction: 'next', days: 1 },
  anniversary: {
    kind: 'anniversary',
    of: { kind: 'trait', name: 'joined' },
    direction: 'last',
    days: 7,
  },
  regular: { kind: 'regular', source: purchase, count: 3, of: 6, unit: 'month' },
  stopped: { kind: 'stopped', source: purchase, duration: days(90) },
  restarted: { kind: 'restarted', source: { ...purchase, where: web }, duration: days(90) },
  list: { kind: 'inList', list: 'vip-2026' },
  'not on the list': { kind: 'not', of: { kind: 'inList', list: 'vip-2026' } },
  consent: { kind: 'consent', channel: 'email', purpose: 'marketing' },
  'no consent': { kind: 'not', of: { kind: 'consent', channel: 'fax', purpose: 'marketing' } },
  'names with a star': {
    kind: 'compare',
    op: '>',
    left: { kind: 'measure', fn: 'count', source: { event: 'email_*' } },
    right: number(2),
  },
  'a zone of its own': {
    kind: 'any',
    source: {
      ...purchase,
      window: { kind: 'current', unit: 'day', timeZone: 'Asia/Tokyo' },
    },
  },
  grouped: {
    kind: 'and',
    of: [{ kind: 'stopped', source: purchase, duration: days(90) }, gold],
  },
}

const said = (tree: Condition | Expression): readonly string[] =>
  LOCALES.map((locale) =>
    sayNode(tree, { locale, catalogue: SHOP }).replaceAll(/[\u00a0\u202f]/g, '~'),
  )

/** In en, pt-BR, es and fr. Spaces that do not break are shown as ~. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  median: [
    'the median of amount over purchases',
    'a mediana de “valor” em compras',
    'la mediana de «importe» en compras',
    'la médiane de «~montant~» sur les achats',
  ],
  'the second': [
    'the number of days since the 2nd purchase',
    'o número de dias desde a 2ª compra',
    'el número de días desde la 2.ª compra',
    'le nombre de jours depuis le 2e achat',
  ],
  'the second from the end': [
    'amount of the 2nd most recent purchase',
    '“valor” da 2ª compra mais recente',
    '«importe» de la 2.ª compra más reciente',
    '«~montant~» du 2e achat en partant du plus récent',
  ],
  gap: [
    'the average time between purchases',
    'o tempo médio entre compras',
    'el tiempo medio entre compras',
    'le temps moyen entre les achats',
  ],
  'median gap': [
    'the median time between purchases in the last 365 days',
    'o tempo mediano entre compras nos últimos 365 dias',
    'el tiempo mediano entre compras en los últimos 365 días',
    'le temps médian entre les achats au cours des 365 derniers jours',
  ],
  streak: [
    'the number of months in a row, up to now, with at least 1 purchase',
    'o número de meses seguidos, até agora, com pelo menos 1 compra',
    'el número de meses seguidos, hasta ahora, con al menos 1 compra',
    'le nombre de mois de suite, jusqu’à maintenant, avec au moins 1 achat',
  ],
  'streak of weeks': [
    'the number of weeks in a row, up to now, with at least 1 purchase where (channel is “web”)',
    'o número de semanas seguidas, até agora, com pelo menos 1 compra onde (“canal” é “web”)',
    'el número de semanas seguidas, hasta ahora, con al menos 1 compra donde («canal» es «web»)',
    'le nombre de semaines de suite, jusqu’à maintenant, avec au moins 1 achat où («~canal~» est «~web~»)',
  ],
  share: [
    'the share of those where (channel is “web”) among purchases in the last 365 days',
    'a parcela com (“canal” é “web”) entre compras nos últimos 365 dias',
    'la parte con («canal» es «web») entre compras en los últimos 365 días',
    'la part de ceux où («~canal~» est «~web~») parmi les achats au cours des 365 derniers jours',
  ],
  'share of the sum': [
    'the share of amount over purchases that comes from those where (channel is “web”)',
    'a parcela de “valor” em compras que vem de onde (“canal” é “web”)',
    'la parte de «importe» en compras que viene de donde («canal» es «web»)',
    'la part de «~montant~» sur les achats qui vient de ceux où («~canal~» est «~web~»)',
  ],
  net: [
    'the sum of amount over purchases in the last 365 days, less refunds of the same time',
    'a soma de “valor” em compras nos últimos 365 dias, menos os reembolsos do mesmo período',
    'la suma de «importe» en compras en los últimos 365 días, menos los reembolsos del mismo periodo',
    'la somme de «~montant~» sur les achats au cours des 365 derniers jours, moins les remboursements de la même période',
  ],
  trend: [
    'the trend per month of the sum of amount over purchases, in the previous 6 whole months',
    'a tendência por mês da soma de “valor” em compras, nos 6 meses inteiros anteriores',
    'la tendencia por mes de la suma de «importe» en compras, en los 6 meses enteros anteriores',
    'la tendance par mois de la somme de «~montant~» sur les achats, au cours des 6 mois entiers précédents',
  ],
  score: [
    'the score “clv.expected_12m”',
    'a pontuação “clv.expected_12m”',
    'la puntuación «clv.expected_12m»',
    'le score «~clv.expected_12m~»',
  ],
  bucket: [
    'the customer’s fixed draw for “spring-test” is less than 20%',
    'o sorteio fixo do cliente em “spring-test” é menor que 20%',
    'el sorteo fijo del cliente en «spring-test» es menor que 20~%',
    'le tirage fixe du client pour «~spring-test~» vaut moins de 20~%',
  ],
  distance: [
    'the distance from home to 38.72° N 9.14° W is less than 10 km',
    'a distância de “casa” até 38,72° N 9,14° O é menor que 10 km',
    'la distancia de «casa» a 38,72° N 9,14° O es menor que 10 km',
    'la distance de «~domicile~» à 38,72° N 9,14° O vaut moins de 10 km',
  ],
  'top share': [
    'the sum of amount over purchases is among the highest 10% of all customers',
    'a soma de “valor” em compras está entre os 10% mais altos de todos os clientes',
    'la suma de «importe» en compras está entre los 10~% más altos de todos los clientes',
    'la somme de «~montant~» sur les achats est parmi les 10~% les plus élevés de tous les clients',
  ],
  'bottom count': [
    'the sum of amount over purchases is among the lowest 1,000 of all customers',
    'a soma de “valor” em compras está entre os 1.000 mais baixos de todos os clientes',
    'la suma de «importe» en compras está entre los 1000 más bajos de todos los clientes',
    'la somme de «~montant~» sur les achats est parmi les 1~000 les plus bas de tous les clients',
  ],
  quintile: [
    'the sum of amount over purchases is in quintile 5 of all customers (1 is the lowest, 5 the highest)',
    'a soma de “valor” em compras está no quintil 5 de todos os clientes (1 é o mais baixo, 5 o mais alto)',
    'la suma de «importe» en compras está en el quintil 5 de todos los clientes (1 es el más bajo, 5 el más alto)',
    'la somme de «~montant~» sur les achats est dans le quintile 5 de tous les clients (1 est le plus bas, 5 le plus élevé)',
  ],
  percentiles: [
    'the sum of amount over purchases is in percentiles 90 to 95 of all customers (1 is the lowest, 100 the highest)',
    'a soma de “valor” em compras está nos percentis 90 a 95 de todos os clientes (1 é o mais baixo, 100 o mais alto)',
    'la suma de «importe» en compras está en los percentiles 90 a 95 de todos los clientes (1 es el más bajo, 100 el más alto)',
    'la somme de «~montant~» sur les achats est dans les centiles 90 à 95 de tous les clients (1 est le plus bas, 100 le plus élevé)',
  ],
  sequence: [
    'in this order: (1 “E-mail opened” event in the last 90 days; then 1 purchase within 1 day; then 1 purchase; then no purchase for 7 days where (channel is “web”))',
    'nesta ordem: (1 evento “E-mail aberto” nos últimos 90 dias; depois 1 compra em até 1 dia; depois 1 compra; depois nenhuma compra durante 7 dias onde (“canal” é “web”))',
    'en este orden: (1 evento «Correo abierto» en los últimos 90 días; luego 1 compra en 1 día como máximo; luego 1 compra; luego ninguna compra durante 7 días donde («canal» es «web»))',
    'dans cet ordre~: (1 événement «~E-mail ouvert~» au cours des 90 derniers jours~; puis 1 achat en 1 jour au plus~; puis 1 achat~; puis aucun achat pendant 7 jours où («~canal~» est «~web~»))',
  ],
  'state for': [
    'country is “BR”, for at least 90 days without a break',
    '“país” é “BR”, há pelo menos 90 dias sem interrupção',
    '«país» es «BR», desde hace al menos 90 días sin interrupción',
    '«~pays~» est «~BR~», depuis au moins 90 jours sans interruption',
  ],
  'state for less': [
    'country is “BR”, for less than 1 day so far',
    '“país” é “BR”, há menos de 1 dia',
    '«país» es «BR», desde hace menos de 1 día',
    '«~pays~» est «~BR~», depuis moins de 1 jour',
  ],
  birthday: [
    'the birthday is in the next 7 days, today included',
    'o aniversário é nos próximos 7 dias, contando hoje',
    'el cumpleaños es en los próximos 7 días, contando hoy',
    'l’anniversaire tombe dans les 7 prochains jours, aujourd’hui compris',
  ],
  'birthday today': [
    'the birthday is today',
    'o aniversário é hoje',
    'el cumpleaños es hoy',
    'l’anniversaire tombe aujourd’hui',
  ],
  anniversary: [
    'the anniversary of join date is in the last 7 calendar days, today included',
    'o aniversário de “data de adesão” é nos últimos 7 dias do calendário, contando hoje',
    'el aniversario de «fecha de alta» es en los últimos 7 días naturales, contando hoy',
    'l’anniversaire de «~date d’adhésion~» tombe au cours des 7 derniers jours calendaires, aujourd’hui compris',
  ],
  regular: [
    'purchases in at least 3 of the previous 6 whole months',
    'compras em pelo menos 3 dos 6 meses inteiros anteriores',
    'compras en al menos 3 de los 6 meses enteros anteriores',
    'des achats pendant au moins 3 des 6 mois entiers précédents',
  ],
  stopped: [
    'no purchase in the last 90 days, but at least 1 purchase between 180 and 90 days ago',
    'nenhuma compra nos últimos 90 dias, mas pelo menos 1 compra entre 180 e 90 dias atrás',
    'ninguna compra en los últimos 90 días, pero al menos 1 compra entre hace 180 y hace 90 días',
    'aucun achat au cours des 90 derniers jours, mais au moins 1 achat il y a entre 90 et 180 jours',
  ],
  restarted: [
    'at least 1 purchase in the last 90 days, but no purchase between 180 and 90 days ago, and at least 1 purchase before that where (channel is “web”)',
    'pelo menos 1 compra nos últimos 90 dias, mas nenhuma compra entre 180 e 90 dias atrás, e pelo menos 1 compra antes disso onde (“canal” é “web”)',
    'al menos 1 compra en los últimos 90 días, pero ninguna compra entre hace 180 y hace 90 días, y además al menos 1 compra antes de eso donde («canal» es «web»)',
    'au moins 1 achat au cours des 90 derniers jours, mais aucun achat il y a entre 90 et 180 jours, et au moins 1 achat avant cela où («~canal~» est «~web~»)',
  ],
  list: [
    'on the list “vip-2026”',
    'na lista “vip-2026”',
    'en la lista «vip-2026»',
    'sur la liste «~vip-2026~»',
  ],
  'not on the list': [
    'not on the list “vip-2026”',
    'fora da lista “vip-2026”',
    'fuera de la lista «vip-2026»',
    'hors de la liste «~vip-2026~»',
  ],
  consent: [
    'consent given for marketing by e-mail',
    'consentimento dado para marketing por e-mail',
    'consentimiento dado para marketing por correo electrónico',
    'consentement donné pour le marketing par e-mail',
  ],
  'no consent': [
    'no consent for marketing by “fax”',
    'sem consentimento para marketing por “fax”',
    'sin consentimiento para marketing por «fax»',
    'pas de consentement pour le marketing par «~fax~»',
  ],
  'names with a star': [
    'more than 2 events whose names start with “email_”',
    'mais de 2 eventos cujos nomes começam com “email_”',
    'más de 2 eventos cuyos nombres empiezan por «email_»',
    'plus de 2 événements dont le nom commence par «~email_~»',
  ],
  'a zone of its own': [
    'at least 1 purchase today (time zone Asia/Tokyo)',
    'pelo menos 1 compra hoje (fuso horário Asia/Tokyo)',
    'al menos 1 compra hoy (zona horaria Asia/Tokyo)',
    'au moins 1 achat aujourd’hui (fuseau horaire Asia/Tokyo)',
  ],
  grouped: [
    '(no purchase in the last 90 days, but at least 1 purchase between 180 and 90 days ago), and country is “BR”',
    '(nenhuma compra nos últimos 90 dias, mas pelo menos 1 compra entre 180 e 90 dias atrás), e “país” é “BR”',
    '(ninguna compra en los últimos 90 días, pero al menos 1 compra entre hace 180 y hace 90 días), y además «país» es «BR»',
    '(aucun achat au cours des 90 derniers jours, mais au moins 1 achat il y a entre 90 et 180 jours), et «~pays~» est «~BR~»',
  ],
}

test.each(Object.entries(TREES))('[SAY-1] %s', (name, tree) => {
  expect(said(tree)).toEqual(SENTENCES[name])
})
