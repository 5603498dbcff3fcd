/** Sentences in four languages, each read by a careful reader of that language. */
import { expect, test } from 'vitest'
import { LOCALES } from '../../base/index.ts'
import { SHOP } from '../shop.test-kit.ts'
import { parse } from '../syntax/parse.ts'
import { say, sayNode, sayWindowIn } from './say.ts'

/** Text, then the sentence in en, pt-BR, es and fr. */
const SENTENCES: readonly (readonly [string, ...string[]])[] = [
  ['everyone', 'All customers.', 'Todos os clientes.', 'Todos los clientes.', 'Tous les clients.'],
  [
    'not everyone',
    'Customers who meet this condition: it is not true that (any customer).',
    'Clientes que atendem a esta condição: não é verdade que (qualquer cliente).',
    'Clientes que cumplen esta condición: no es cierto que (cualquier cliente).',
    'Clients qui remplissent cette condition~: il n’est pas vrai que (n’importe quel client).',
  ],
  [
    'country in ("BR", "PT") and age between 25 and 40',
    'Customers who meet all of these conditions: country is “BR” or “PT”; age in years is between 25 and 40, both included.',
    'Clientes que atendem a todas estas condições: “país” é “BR” ou “PT”; a idade em anos fica entre 25 e 40, limites incluídos.',
    'Clientes que cumplen todas estas condiciones: «país» es «BR» o «PT»; la edad en años está entre 25 y 40, ambos incluidos.',
    'Clients qui remplissent toutes ces conditions~: «~pays~» est «~BR~» ou «~PT~»~; l’âge en années se situe entre 25 et 40, bornes comprises.',
  ],
  [
    'count(purchase, last 365 days) >= 5 and not any(purchase, last 60 days)',
    'Customers who meet all of these conditions: at least 5 purchases in the last 365 days; no purchase in the last 60 days.',
    'Clientes que atendem a todas estas condições: pelo menos 5 compras nos últimos 365 dias; nenhuma compra nos últimos 60 dias.',
    'Clientes que cumplen todas estas condiciones: al menos 5 compras en los últimos 365 días; ninguna compra en los últimos 60 días.',
    'Clients qui remplissent toutes ces conditions~: au moins 5 achats au cours des 365 derniers jours~; aucun achat au cours des 60 derniers jours.',
  ],
  [
    'country = "BR" and (vip = true or tenure < 30 days)',
    'Customers who meet all of these conditions: country is “BR”; (VIP is yes, or time since joining is less than 30 days).',
    'Clientes que atendem a todas estas condições: “país” é “BR”; (“VIP” é sim, ou o tempo desde a adesão é menor que 30 dias).',
    'Clientes que cumplen todas estas condiciones: «país» es «BR»; («VIP» es sí, o bien el tiempo desde el alta es menor que 30 días).',
    'Clients qui remplissent toutes ces conditions~: «~pays~» est «~BR~»~; («~VIP~» est oui, ou le temps écoulé depuis l’adhésion vaut moins de 30 jours).',
  ],
  [
    'country = "BR" and vip = true or tenure < 30 days',
    'Customers who meet at least one of these conditions: (country is “BR”, and VIP is yes); time since joining is less than 30 days.',
    'Clientes que atendem a pelo menos uma destas condições: (“país” é “BR”, e “VIP” é sim); o tempo desde a adesão é menor que 30 dias.',
    'Clientes que cumplen al menos una de estas condiciones: («país» es «BR», y además «VIP» es sí); el tiempo desde el alta es menor que 30 días.',
    'Clients qui remplissent au moins une de ces conditions~: («~pays~» est «~BR~», et «~VIP~» est oui)~; le temps écoulé depuis l’adhésion vaut moins de 30 jours.',
  ],
  [
    'sum(purchase.amount where channel != "web", last 90 days) > 200 EUR',
    'Customers who meet this condition: the sum of amount over purchases in the last 90 days where (channel is known and is not “web”) is more than €200.',
    'Clientes que atendem a esta condição: a soma de “valor” em compras nos últimos 90 dias onde (“canal” é conhecido e diferente de “web”) é maior que €~200.',
    'Clientes que cumplen esta condición: la suma de «importe» en compras en los últimos 90 días donde («canal» es conocido y distinto de «web») es mayor que 200~€.',
    'Clients qui remplissent cette condition~: la somme de «~montant~» sur les achats au cours des 90 derniers jours où («~canal~» a une valeur connue autre que «~web~») dépasse 200~€.',
  ],
  [
    'any(purchase where any item (category under "Beverages" and price > 5))',
    'Customers who meet this condition: at least 1 purchase where (at least one and the same item where (category is “Beverages” or something below it, and price is more than 5)).',
    'Clientes que atendem a esta condição: pelo menos 1 compra onde (ao menos um mesmo item onde (“categoria” é “Bebidas” ou algo abaixo, e “preço” é maior que 5)).',
    'Clientes que cumplen esta condición: al menos 1 compra donde (al menos un mismo artículo donde («categoría» es «Bebidas» o algo por debajo, y además «precio» es mayor que 5)).',
    'Clients qui remplissent cette condition~: au moins 1 achat où (au moins un même article où («~catégorie~» est «~Boissons~» ou une catégorie en dessous, et «~prix~» dépasse 5)).',
  ],
  [
    'any(purchase where not channel = "web")',
    'Customers who meet this condition: at least 1 purchase where (it is not true that (channel is “web”)).',
    'Clientes que atendem a esta condição: pelo menos 1 compra onde (não é verdade que (“canal” é “web”)).',
    'Clientes que cumplen esta condición: al menos 1 compra donde (no es cierto que («canal» es «web»)).',
    'Clients qui remplissent cette condition~: au moins 1 achat où (il n’est pas vrai que («~canal~» est «~web~»)).',
  ],
  [
    'days since last(purchase) > 60',
    'Customers who meet this condition: the number of days since the last purchase is more than 60.',
    'Clientes que atendem a esta condição: o número de dias desde a última compra é maior que 60.',
    'Clientes que cumplen esta condición: el número de días desde la última compra es mayor que 60.',
    'Clients qui remplissent cette condition~: le nombre de jours depuis le dernier achat dépasse 60.',
  ],
  [
    'first(purchase).channel = "store" and joined within this year',
    'Customers who meet all of these conditions: channel of the first purchase is “store”; join date lies in this time: this calendar year.',
    'Clientes que atendem a todas estas condições: “canal” da primeira compra é “store”; “data de adesão” está neste período: neste ano do calendário.',
    'Clientes que cumplen todas estas condiciones: «canal» de la primera compra es «store»; «fecha de alta» cae en este periodo: este año natural.',
    'Clients qui remplissent toutes ces conditions~: «~canal~» du premier achat est «~store~»~; «~date d’adhésion~» tombe dans cette période~: cette année civile.',
  ],
  [
    'at least 2 of (country is known, interests has any ("golf", "chess"), not in segment "gold")',
    'Customers who meet this condition: at least 2 of these conditions hold: (country has a value; interests includes at least one of “golf” and “chess”; not in the segment “Gold”).',
    'Clientes que atendem a esta condição: valem pelo menos 2 destas condições: (“país” tem valor; “interesses” inclui ao menos um destes: “golf” e “chess”; fora do segmento “Gold”).',
    'Clientes que cumplen esta condición: se cumplen al menos 2 de estas condiciones: («país» tiene valor; «intereses» incluye al menos uno de estos: «golf» y «chess»; fuera del segmento «Gold»).',
    'Clients qui remplissent cette condition~: au moins 2 de ces conditions sont vraies~: («~pays~» a une valeur~; «~centres d’intérêt~» comprend au moins l’une de ces valeurs~: «~golf~» et «~chess~»~; hors du segment «~Gold~»).',
  ],
  [
    'count(email_opened, last month) < 3',
    'Customers who meet this condition: fewer than 3 “E-mail opened” events in the previous calendar month (or none).',
    'Clientes que atendem a esta condição: menos de 3 eventos “E-mail aberto” no mês anterior do calendário (inclusive zero).',
    'Clientes que cumplen esta condición: menos de 3 eventos «Correo abierto» en el mes natural anterior (incluido cero).',
    'Clients qui remplissent cette condition~: moins de 3 événements «~E-mail ouvert~» le mois civil précédent (zéro compris).',
  ],
  [
    'count(purchase) = 0 or count(purchase, yesterday) != 1',
    'Customers who meet at least one of these conditions: no purchase; the number of purchases yesterday is not 1.',
    'Clientes que atendem a pelo menos uma destas condições: nenhuma compra; o número de compras ontem não é igual a 1.',
    'Clientes que cumplen al menos una de estas condiciones: ninguna compra; el número de compras ayer no es igual a 1.',
    'Clients qui remplissent au moins une de ces conditions~: aucun achat~; le nombre d’achats hier ne vaut pas 1.',
  ],
  [
    'avg(purchase.amount) > 2 * avg(purchase.amount, between 24 and 12 months ago)',
    'Customers who meet this condition: the average of amount over purchases is more than 2 × (the average of amount over purchases between 24 and 12 months ago).',
    'Clientes que atendem a esta condição: a média de “valor” em compras é maior que 2 × (a média de “valor” em compras entre 24 e 12 meses atrás).',
    'Clientes que cumplen esta condición: la media de «importe» en compras es mayor que 2 × (la media de «importe» en compras entre hace 24 y hace 12 meses).',
    'Clients qui remplissent cette condition~: la moyenne de «~montant~» sur les achats dépasse 2 × (la moyenne de «~montant~» sur les achats il y a entre 12 et 24 mois).',
  ],
  [
    'joined >= 2026-01-31 and not (country = "BR" or vip = true)',
    'Customers who meet all of these conditions: join date is on or after January 31, 2026; it is not true that (country is “BR”, or VIP is yes).',
    'Clientes que atendem a todas estas condições: “data de adesão” é a partir de 31 de janeiro de 2026; não é verdade que (“país” é “BR”, ou “VIP” é sim).',
    'Clientes que cumplen todas estas condiciones: «fecha de alta» es a partir del 31 de enero de 2026; no es cierto que («país» es «BR», o bien «VIP» es sí).',
    'Clients qui remplissent toutes ces conditions~: «~date d’adhésion~» est au plus tôt le 31 janvier 2026~; il n’est pas vrai que («~pays~» est «~BR~», ou «~VIP~» est oui).',
  ],
  [
    'time zone "Europe/Paris" measure spend = sum(purchase.item.price, previous 3 weeks) spend > 1 and count distinct(purchase.channel, last 1 day) = 2',
    'Customers who meet all of these conditions: “spend” is more than 1; the number of different values of channel over purchases in the last 24 hours is 2. Here “spend” is the sum of price over items of purchases in the previous 3 whole weeks. Days and months are those of the time zone Europe/Paris.',
    'Clientes que atendem a todas estas condições: “spend” é maior que 1; o número de valores diferentes de “canal” em compras nas últimas 24 horas é igual a 2. Aqui, “spend” é a soma de “preço” em itens das compras nas 3 semanas inteiras anteriores. Dias e meses são os do fuso horário Europe/Paris.',
    'Clientes que cumplen todas estas condiciones: «spend» es mayor que 1; el número de valores distintos de «canal» en compras en las últimas 24 horas es igual a 2. Aquí, «spend» es la suma de «precio» en artículos de las compras en las 3 semanas enteras anteriores. Los días y los meses son los de la zona horaria Europe/Paris.',
    'Clients qui remplissent toutes ces conditions~: «~spend~» dépasse 1~; le nombre de valeurs différentes de «~canal~» sur les achats dans les dernières 24 heures vaut 2. Ici, «~spend~» désigne~: la somme de «~prix~» sur les articles des achats au cours des 3 semaines entières précédentes. Les jours et les mois sont ceux du fuseau horaire Europe/Paris.',
  ],
  [
    'last(purchase) < 2026-01-31T10:00Z and any(purchase.item, since 2026-01-01)',
    'Customers who meet all of these conditions: the moment of the last purchase is before January 31, 2026 at 10:00 AM UTC; at least 1 item of purchases since January 1, 2026.',
    'Clientes que atendem a todas estas condições: o momento em que ocorreu a última compra é antes de 31 de janeiro de 2026 às 10:00 UTC; pelo menos 1 item das compras desde 1 de janeiro de 2026.',
    'Clientes que cumplen todas estas condiciones: el momento en que ocurrió la última compra es antes del 31 de enero de 2026 a las 10:00 UTC; al menos 1 artículo de las compras desde el 1 de enero de 2026.',
    'Clients qui remplissent toutes ces conditions~: le moment où a eu lieu le dernier achat est avant le 31 janvier 2026 à 10:00 UTC~; au moins 1 article des achats depuis le 1er janvier 2026.',
  ],
  [
    'min(purchase.due, today) = 2026-02-01 and max(purchase.amount, last 1 week) <= 1000000.5',
    'Customers who meet all of these conditions: the earliest due date over purchases today is February 1, 2026; the highest amount over purchases in the last week up to now is at most 1,000,000.5.',
    'Clientes que atendem a todas estas condições: a primeira data de “vencimento” em compras hoje é 1 de fevereiro de 2026; o maior valor de “valor” em compras na última semana até agora é no máximo 1.000.000,5.',
    'Clientes que cumplen todas estas condiciones: la primera fecha de «vencimiento» en compras hoy es el 1 de febrero de 2026; el mayor valor de «importe» en compras en la última semana hasta ahora es como máximo 1.000.000,5.',
    'Clients qui remplissent toutes ces conditions~: la première date de «~échéance~» sur les achats aujourd’hui est le 1er février 2026~; la plus grande valeur de «~montant~» sur les achats sur une semaine jusqu’à maintenant vaut au plus 1~000~000,5.',
  ],
  [
    'interests has all ("golf") or interests has none ("chess") or country not in ("BR") or country starts with "P" or country matches "^P"',
    'Customers who meet at least one of these conditions: interests includes all of “golf”; interests includes none of “chess”; country is known and is not “BR”; country starts with “P”; country matches the pattern “^P”.',
    'Clientes que atendem a pelo menos uma destas condições: “interesses” inclui todos estes: “golf”; “interesses” não inclui nenhum destes: “chess”; “país” é conhecido e não é “BR”; “país” começa com “P”; “país” corresponde ao padrão “^P”.',
    'Clientes que cumplen al menos una de estas condiciones: «intereses» incluye todos estos: «golf»; «intereses» no incluye ninguno de estos: «chess»; «país» es conocido y no es «BR»; «país» empieza por «P»; «país» se ajusta al patrón «^P».',
    'Clients qui remplissent au moins une de ces conditions~: «~centres d’intérêt~» comprend toutes ces valeurs~: «~golf~»~; «~centres d’intérêt~» ne comprend aucune de ces valeurs~: «~chess~»~; «~pays~» a une valeur connue qui n’est pas «~BR~»~; «~pays~» commence par «~P~»~; «~pays~» correspond au motif «~^P~».',
  ],
  [
    'tenure > 1 day and last(purchase) - first(purchase) >= 2 weeks and -visits / 2 < 3',
    'Customers who meet all of these conditions: time since joining is more than 1 day; (the moment of the last purchase) − (the moment of the first purchase) is at least 2 weeks; (minus visits) ÷ 2 is less than 3.',
    'Clientes que atendem a todas estas condições: o tempo desde a adesão é maior que 1 dia; (o momento em que ocorreu a última compra) − (o momento em que ocorreu a primeira compra) é no mínimo 2 semanas; (menos “visitas”) ÷ 2 é menor que 3.',
    'Clientes que cumplen todas estas condiciones: el tiempo desde el alta es mayor que 1 día; (el momento en que ocurrió la última compra) − (el momento en que ocurrió la primera compra) es como mínimo 2 semanas; (menos «visitas») ÷ 2 es menor que 3.',
    'Clients qui remplissent toutes ces conditions~: le temps écoulé depuis l’adhésion dépasse 1 jour~; (le moment où a eu lieu le dernier achat) − (le moment où a eu lieu le premier achat) vaut au moins 2 semaines~; (moins «~visites~») ÷ 2 vaut moins de 3.',
  ],
  [
    'last(purchase) within last 7 calendar days and seen_at within before 2026-03-01 and joined within between 2026-01-01 and 2026-03-31 and home is missing',
    'Customers who meet all of these conditions: the last purchase happened in the last 7 calendar days, today included; last seen lies in this time: before March 1, 2026; join date lies in this time: from January 1, 2026 to March 31, 2026, both included; home has no value.',
    'Clientes que atendem a todas estas condições: a última compra ocorreu nos últimos 7 dias do calendário, contando hoje; “última visita” está neste período: antes de 1 de março de 2026; “data de adesão” está neste período: de 1 de janeiro de 2026 a 31 de março de 2026, ambos incluídos; “casa” não tem valor.',
    'Clientes que cumplen todas estas condiciones: la última compra ocurrió en los últimos 7 días naturales, contando hoy; «última visita» cae en este periodo: antes del 1 de marzo de 2026; «fecha de alta» cae en este periodo: entre el 1 de enero de 2026 y el 31 de marzo de 2026, ambos incluidos; «casa» no tiene valor.',
    'Clients qui remplissent toutes ces conditions~: le dernier achat a eu lieu au cours des 7 derniers jours calendaires, aujourd’hui compris~; «~dernière visite~» tombe dans cette période~: avant le 1er mars 2026~; «~date d’adhésion~» tombe dans cette période~: entre le 1er janvier 2026 et le 31 mars 2026, bornes comprises~; «~domicile~» n’a pas de valeur.',
  ],
]

test.each(SENTENCES)('[SAY-1] %s', (text, ...sentences) => {
  const read = parse(text)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  LOCALES.forEach((locale, i) => {
    const options = { locale, catalogue: SHOP, segmentNames: { gold: 'Gold' } }
    // Spaces that do not break are shown as ~.
    const sentence = say(read.value.definition, options).replaceAll(/[\u00a0\u202f]/g, '~')
    expect(sentence).toBe(sentences[i])
  })
})

test('[SAY-1] grouping is heard: no two different groupings sound alike', () => {
  const groupings = [
    'vip = true and (age > 3 or visits > 4)',
    '(vip = true and age > 3) or visits > 4',
    'vip = true and age > 3 and visits > 4',
    'vip = true or age > 3 or visits > 4',
    'not (vip = true and age > 3) or visits > 4',
    'not (vip = true and age > 3 or visits > 4)',
    'not vip = true and (age > 3 or visits > 4)',
    'at least 1 of (vip = true and age > 3, visits > 4)',
    'at least 1 of (vip = true, age > 3, visits > 4)',
  ]
  const forms = LOCALES.flatMap((locale) => [
    { locale, form: 'full' as const },
    { locale, form: 'short' as const },
  ])
  for (const form of forms) {
    const said = groupings.map((text) => {
      const read = parse(text)
      return read.ok ? say(read.value.definition, { ...form, catalogue: SHOP }) : text
    })
    expect(new Set(said).size).toBe(groupings.length)
  }
})

test('parts of a definition are said on their own', () => {
  const read = parse('any(purchase where channel = "web")')
  if (!read.ok || read.value.definition.condition.kind !== 'any') throw new Error('unexpected')
  const { where } = read.value.definition.condition.source
  if (where === undefined) throw new Error('unexpected')
  const options = { locale: 'es', catalogue: SHOP, event: 'purchase' } as const
  expect(sayNode(where, options)).toBe('«canal» es «web»')
  expect(sayWindowIn({ kind: 'rolling', count: 2, unit: 'hour' }, options)).toBe(
    'en las últimas 2 horas',
  )
})

/** Text, then the line of a list in en, pt-BR, es and fr. */
const LINES: readonly (readonly [string, ...string[]])[] = [
  ['everyone', 'All customers', 'Todos os clientes', 'Todos los clientes', 'Tous les clients'],
  [
    'count(purchase, last 365 days) >= 5 and not any(purchase, last 60 days)',
    'At least 5 purchases in the last 365 days; and no purchase in the last 60 days',
    'Pelo menos 5 compras nos últimos 365 dias; e nenhuma compra nos últimos 60 dias',
    'Al menos 5 compras en los últimos 365 días; y además ninguna compra en los últimos 60 días',
    'Au moins 5 achats au cours des 365 derniers jours~; et aucun achat au cours des 60 derniers jours',
  ],
  [
    'country = "BR" and (vip = true or visits < 3) and home is known',
    'Country is “BR”; (VIP is yes, or visits is less than 3); and home has a value',
    '“país” é “BR”; (“VIP” é sim, ou “visitas” é menor que 3); e “casa” tem valor',
    '«país» es «BR»; («VIP» es sí, o bien «visitas» es menor que 3); y además «casa» tiene valor',
    '«~pays~» est «~BR~»~; («~VIP~» est oui, ou «~visites~» vaut moins de 3)~; et «~domicile~» a une valeur',
  ],
  [
    'vip = true and visits > 4 or home is known',
    'At least one of these: (VIP is yes, and visits is more than 4); or home has a value',
    'Pelo menos uma destas condições: (“VIP” é sim, e “visitas” é maior que 4); ou “casa” tem valor',
    'Al menos una de estas condiciones: («VIP» es sí, y además «visitas» es mayor que 4); o bien «casa» tiene valor',
    'Au moins une de ces conditions~: («~VIP~» est oui, et «~visites~» dépasse 4)~; ou «~domicile~» a une valeur',
  ],
  [
    'measure spend = sum(purchase.amount) at least 2 of (spend > 5, vip = true, not in segment "gold")',
    'At least 2 of these conditions hold: (“spend” is more than 5; VIP is yes; not in the segment “Gold”)',
    'Valem pelo menos 2 destas condições: (“spend” é maior que 5; “VIP” é sim; fora do segmento “Gold”)',
    'Se cumplen al menos 2 de estas condiciones: («spend» es mayor que 5; «VIP» es sí; fuera del segmento «Gold»)',
    'Au moins 2 de ces conditions sont vraies~: («~spend~» dépasse 5~; «~VIP~» est oui~; hors du segment «~Gold~»)',
  ],
]

test.each(LINES)('[SAY-1] in short: %s', (text, ...lines) => {
  const read = parse(text)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  LOCALES.forEach((locale, i) => {
    const names = { gold: 'Gold' }
    const options = { locale, catalogue: SHOP, segmentNames: names, form: 'short' } as const
    const line = say(read.value.definition, options).replaceAll(/[\u00a0\u202f]/g, '~')
    expect(line).toBe(lines[i])
  })
})

/** Elements with an everyday name and no label; then the phrase in en, pt-BR, es and fr. */
const UNLABELLED = [
  [
    'item',
    'the sum of price over items of purchases',
    'a soma de “price” em itens das compras',
    'la suma de «price» en artículos de las compras',
    'la somme de «~price~» sur les articles des achats',
  ],
  [
    'line',
    'the sum of price over lines of purchases',
    'a soma de “price” em linhas das compras',
    'la suma de «price» en líneas de las compras',
    'la somme de «~price~» sur les lignes des achats',
  ],
  [
    'ticket',
    'the sum of price over “ticket” entries of purchases',
    'a soma de “price” em itens “ticket” das compras',
    'la suma de «price» en elementos «ticket» de las compras',
    'la somme de «~price~» sur les éléments «~ticket~» d’achats',
  ],
] as const

test.each(UNLABELLED)('an element named %s without a label', (element, ...phrases) => {
  const price = {
    name: 'price',
    type: 'money',
    label: {},
    required: false,
    sensitivity: 'none',
  } as const
  const purchase = {
    ...SHOP.events['purchase'],
    name: 'purchase',
    role: 'purchase',
    label: {},
    properties: {},
  } as const
  const elements = { [element]: { name: element, label: {}, properties: { price } } }
  const catalogue = { ...SHOP, events: { purchase: { ...purchase, elements } } }
  const read = parse(`sum(purchase.${element}.price) > 1`)
  if (!read.ok || read.value.definition.condition.kind !== 'compare') throw new Error('unexpected')
  const { left } = read.value.definition.condition
  const said = LOCALES.map((locale) => sayNode(left, { locale, catalogue }))
  expect(said.map((text) => text.replaceAll('\u00a0', '~'))).toEqual(phrases)
})
