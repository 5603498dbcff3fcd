/** The demo's segments: what a loyalty team would keep, written with most of the language's constructs. */
import type { LocalText } from '../../../core/base/index.ts'

export interface DemoSegment {
  readonly key: string
  readonly name: LocalText
  readonly why: LocalText
  readonly definition: string
}

const SEGMENTS: readonly DemoSegment[] = [
  {
    key: 'active-customers',
    name: {
      en: 'Active customers',
      'pt-BR': 'Clientes ativos',
      es: 'Clientes activos',
      fr: 'Clients actifs',
    },
    why: {
      en: 'The base of every monthly report: bought something in the last 90 days.',
      'pt-BR': 'A base de todo relatório mensal: comprou algo nos últimos 90 dias.',
      es: 'La base de todo informe mensual: compró algo en los últimos 90 días.',
      fr: 'La base de chaque bilan mensuel : un achat au moins dans les 90 derniers jours.',
    },
    definition: 'any(purchase, last 90 days)',
  },
  {
    key: 'loyal-regulars',
    name: {
      en: 'Loyal regulars',
      'pt-BR': 'Clientes fiéis',
      es: 'Clientes fieles',
      fr: 'Habitués fidèles',
    },
    why: {
      en: 'They come by themselves: thank them, do not discount.',
      'pt-BR': 'Voltam por conta própria: agradeça, não dê desconto.',
      es: 'Vuelven por sí solos: hay que agradecérselo, no rebajarles precios.',
      fr: "Ils reviennent d'eux-mêmes : les remercier, sans remise.",
    },
    definition: 'orders_1y >= 12 and days since last(purchase) <= 45',
  },
  {
    key: 'vip',
    name: { en: 'VIP', 'pt-BR': 'VIP', es: 'VIP', fr: 'VIP' },
    why: {
      en: 'Highest spend of the year, net of what came back: early access and a personal contact.',
      'pt-BR':
        'Maior gasto do ano, descontadas as devoluções: acesso antecipado e contato pessoal.',
      es: 'Mayor gasto del año, descontadas las devoluciones: acceso anticipado y contacto personal.',
      fr: "Plus fortes dépenses de l'année, retours déduits : accès anticipé et contact personnel.",
    },
    definition: `measure returned_1y = sum(refund.amount, last 365 days)
spend_1y - returned_1y >= 2000 EUR`,
  },
  {
    key: 'two-then-gone',
    name: {
      en: 'Two purchases, then gone',
      'pt-BR': 'Duas compras e sumiu',
      es: 'Dos compras y desaparecido',
      fr: 'Deux achats, puis plus rien',
    },
    why: {
      en: 'The weak point of the programme: a third purchase makes a customer.',
      'pt-BR': 'O ponto fraco do programa: é a terceira compra que faz o cliente.',
      es: 'El punto débil del programa: la tercera compra hace al cliente.',
      fr: "Le point faible du programme : c'est le troisième achat qui fait le client.",
    },
    definition: 'count(purchase) = 2 and not any(purchase, last 60 days)',
  },
  {
    key: 'new-customers',
    name: {
      en: 'New customers',
      'pt-BR': 'Clientes novos',
      es: 'Clientes nuevos',
      fr: 'Nouveaux clients',
    },
    why: {
      en: 'Joined less than 120 days ago and has bought: welcome and guide to the second purchase.',
      'pt-BR':
        'Entrou há menos de 120 dias e já comprou: dê as boas-vindas e leve à segunda compra.',
      es: 'Alta hace menos de 120 días y ya ha comprado: dar la bienvenida y animar a la segunda compra.',
      fr: 'Inscrits depuis moins de 120 jours et déjà acheteurs : accueillir et mener au deuxième achat.',
    },
    definition: 'tenure < 120 days and any(purchase)',
  },
  {
    key: 'at-risk',
    name: {
      en: 'At risk',
      'pt-BR': 'Em risco',
      es: 'En riesgo',
      fr: 'Sur le départ',
    },
    why: {
      en: 'Came often until three months ago and hardly since: call before they are gone.',
      'pt-BR':
        'Vinha com frequência até três meses atrás e quase parou: fale com ele antes que vá embora.',
      es: 'Venía a menudo hasta hace tres meses y apenas desde entonces: contactar antes de perderlo.',
      fr: "Venait souvent jusqu'à il y a trois mois, presque plus depuis : le contacter avant qu'il ne parte.",
    },
    definition:
      'count(purchase, between 12 and 3 months ago) >= 8 and count(purchase, last 3 months) <= 1',
  },
  {
    key: 'win-back-by-email',
    name: {
      en: 'Win back by e-mail',
      'pt-BR': 'Reconquistar por e-mail',
      es: 'Recuperar por correo',
      fr: 'À reconquérir par e-mail',
    },
    why: {
      en: 'At risk, agreed to e-mail and still reads: the reachable part.',
      'pt-BR': 'Em risco, aceita e-mails e ainda lê: a parte que se pode alcançar.',
      es: 'En riesgo, acepta correos y aún los lee: la parte a la que se puede llegar.',
      fr: 'Sur le départ, accepte les e-mails et les lit encore : ceux que l’on peut joindre.',
    },
    definition:
      'in segment "at-risk" and email_consent = true and any(email_opened, last 180 days)',
  },
  {
    key: 'discount-hunters',
    name: {
      en: 'Discount hunters',
      'pt-BR': 'Caçadores de descontos',
      es: 'Cazadores de descuentos',
      fr: 'Chasseurs de remises',
    },
    why: {
      en: 'Three of four orders carry a discount: send clearance offers, keep margin elsewhere.',
      'pt-BR':
        'Três de cada quatro pedidos têm desconto: envie liquidações e preserve a margem nos demais.',
      es: 'Tres de cada cuatro pedidos llevan descuento: enviar liquidaciones y cuidar el margen en el resto.',
      fr: 'Trois commandes sur quatre sont remisées : leur réserver les fins de série et garder la marge ailleurs.',
    },
    definition: 'orders_1y >= 4 and discounted_orders_1y / orders_1y >= 0.75',
  },
  {
    key: 'beverage-lovers',
    name: {
      en: 'Beverage lovers',
      'pt-BR': 'Fãs de bebidas',
      es: 'Amantes de las bebidas',
      fr: 'Amateurs de boissons',
    },
    why: {
      en: 'Spends on drinks and buys the good ones: tastings and new arrivals.',
      'pt-BR': 'Gasta com bebidas e compra as melhores: degustações e novidades.',
      es: 'Gasta en bebidas y compra las buenas: catas y novedades.',
      fr: 'Dépense en boissons et choisit les bonnes : dégustations et nouveautés.',
    },
    definition:
      'sum(purchase.item.amount where category under "Beverages", last 365 days) > 100 and ' +
      'any(purchase where any item (category under "Coffee" and price > 8), last 365 days)',
  },
  {
    key: 'readers-not-buyers',
    name: {
      en: 'Readers, not buyers',
      'pt-BR': 'Leem, mas não compram',
      es: 'Leen, pero no compran',
      fr: 'Lecteurs, pas acheteurs',
    },
    why: {
      en: 'Open the newsletter and buy nothing: a first-purchase offer, or fewer messages.',
      'pt-BR': 'Abrem a newsletter e não compram: oferta de primeira compra ou menos mensagens.',
      es: 'Abren el boletín y no compran: oferta de primera compra o menos mensajes.',
      fr: "Ouvrent la lettre sans rien acheter : offre de premier achat, ou moins d'envois.",
    },
    definition: 'count(email_opened, last 120 days) >= 2 and not any(purchase, last 365 days)',
  },
  {
    key: 'unused-rewards',
    name: {
      en: 'Rewards never used',
      'pt-BR': 'Recompensas nunca usadas',
      es: 'Recompensas sin usar',
      fr: 'Récompenses jamais utilisées',
    },
    why: {
      en: 'Earned rewards and used none: the programme has no worth for them yet.',
      'pt-BR':
        'Ganharam recompensas e não usaram nenhuma: para eles o programa ainda não vale nada.',
      es: 'Ganaron recompensas y no usaron ninguna: el programa aún no les vale.',
      fr: 'Ont gagné des récompenses sans en utiliser : le programme ne leur apporte encore rien.',
    },
    definition: 'count(reward_earned) >= 2 and not any(reward_redeemed)',
  },
  {
    key: 'needs-care',
    name: {
      en: 'Needs extra care',
      'pt-BR': 'Precisa de atenção',
      es: 'Necesita atención',
      fr: 'À soigner',
    },
    why: {
      en: 'Several signs of trouble at once: a person should call.',
      'pt-BR': 'Vários sinais de problema ao mesmo tempo: alguém deve ligar.',
      es: 'Varias señales de problemas a la vez: debe llamar una persona.',
      fr: "Plusieurs signes de difficulté à la fois : quelqu'un doit appeler.",
    },
    definition: `at least 2 of (
  any(ticket_opened where severity = "high", last 180 days),
  last(survey_answered where survey = "nps").score <= 6,
  count(refund, last 365 days) >= 2,
  avg(ticket_solved.hours, last 365 days) > 48
)`,
  },
  {
    key: 'young-and-active',
    name: {
      en: 'Young and on the move',
      'pt-BR': 'Jovens em movimento',
      es: 'Jóvenes en movimiento',
      fr: 'Jeunes et actifs',
    },
    why: {
      en: 'Under 35 with a taste for sport or travel: the outdoor range.',
      'pt-BR': 'Menos de 35 anos e gosto por esporte ou viagens: a linha ao ar livre.',
      es: 'Menores de 35 con gusto por el deporte o los viajes: la gama de aire libre.',
      fr: 'Moins de 35 ans, sportifs ou voyageurs : la gamme plein air.',
    },
    definition:
      'age between 18 and 34 and interests has any ("fitness", "travel", "outdoors") and not (gender is missing and income is missing)',
  },
  {
    key: 'omnichannel',
    name: {
      en: 'Store and online',
      'pt-BR': 'Loja e on-line',
      es: 'Tienda y en línea',
      fr: 'Magasin et en ligne',
    },
    why: {
      en: 'Buys in stores and online: click and collect, one basket.',
      'pt-BR': 'Compra na loja e on-line: retire na loja, um só carrinho.',
      es: 'Compra en tienda y en línea: recogida en tienda, una sola cesta.',
      fr: 'Achète en magasin et en ligne : retrait en magasin, un seul panier.',
    },
    definition:
      'any(purchase where channel = "store", last 12 months) and any(purchase where channel in ("web", "app"), last 12 months) and count distinct(purchase.channel, last 12 months) >= 2',
  },
  {
    key: 'first-in-store-this-year',
    name: {
      en: 'Won in a store this year',
      'pt-BR': 'Conquistados na loja este ano',
      es: 'Captados en tienda este año',
      fr: 'Gagnés en magasin cette année',
    },
    why: {
      en: 'What the shops bring: compare with the website and the marketplace.',
      'pt-BR': 'O que as lojas trazem: compare com o site e o marketplace.',
      es: 'Lo que traen las tiendas: comparar con la web y el marketplace.',
      fr: "Ce qu'apportent les magasins : à comparer au site et à la place de marché.",
    },
    definition: 'joined within this year and first(purchase).channel = "store"',
  },
  {
    key: 'champions',
    name: { en: 'Champions', 'pt-BR': 'Campeões', es: 'Campeones', fr: 'Champions' },
    why: {
      en: 'Bought last, most often and most: they speak for us; ask them to.',
      'pt-BR': 'Compraram por último, mais vezes e mais: falam por nós; peça isso a eles.',
      es: 'Compraron los últimos, más veces y más: hablan por nosotros; hay que pedírselo.',
      fr: 'Les derniers, les plus fréquents et les plus gros acheteurs : ils parlent pour nous ; le leur demander.',
    },
    definition: 'score(rfm.segment) = 1',
  },
  {
    key: 'valuable-and-quiet',
    name: {
      en: 'Valuable and quiet',
      'pt-BR': 'Valiosos e silenciosos',
      es: 'Valiosos y callados',
      fr: 'Précieux et silencieux',
    },
    why: {
      en: 'Still worth much and silent for longer than their own rhythm allows: a personal word now.',
      'pt-BR':
        'Ainda valem muito e silenciam mais do que seu próprio ritmo permite: uma palavra pessoal agora.',
      es: 'Aún valen mucho y callan más de lo que permite su propio ritmo: una palabra personal ahora.',
      fr: 'Encore précieux et muets plus longtemps que leur rythme ne le permet : un mot personnel maintenant.',
    },
    definition: 'score(value.clv) >= 100 and score(churn.at_risk) = 1',
  },
]

/** All segments of the demo, keys unique; one refers to another. */
export function demoSegments(): readonly DemoSegment[] {
  return SEGMENTS
}

/** The demo's models by key: their files, whose labels come in four languages from the kinds themselves. */
export const DEMO_MODELS: Readonly<Record<string, string>> = {
  cost: '# What serving each customer costs, by `costs:` in tessera.yaml, and what is left after it.\nkind: cost\nrefresh: weekly\nmargin: 0.35\n',
  churn: '# Silent for longer than the own rhythm allows.\nkind: churn\nrefresh: daily\n',
  points:
    '# What each customer holds in points, and what of it lapses soon.\nkind: points\nrefresh: daily\n',
  rfm: '# Recency, frequency, monetary value, and the named groups.\nkind: rfm\nrefresh: daily\n',
  value:
    '# What customers will bring within a year, and who still is one.\nkind: lifetime\nrefresh: weekly\nhorizon: 365\nmargin: 0.35\n',
}
