/** Templates: what customers are worth. */
import type { Template } from '../template.ts'

export const VALUE: readonly Template[] = [
  {
    key: 'top-spenders',
    group: 'value',
    definition: 'rank(sum({amount}, last 365 days)) in top {share}',
    parameters: [{ name: 'share', kind: 'share', from: 0.1 }],
    words: {
      en: [
        'Top spenders of the year',
        'A small part of customers brings a large part of sales almost everywhere; a rank keeps its size when prices change.',
        'Personal contact, first choice, service without waiting. Check what share of sales they bring.',
      ],
      'pt-BR': [
        'Maiores gastos do ano',
        'Em quase todo lugar, uma pequena parte dos clientes traz grande parte das vendas; uma posição no ranking não muda de tamanho quando os preços mudam.',
        'Contato pessoal, primeira escolha, atendimento sem espera. Veja que parte das vendas eles trazem.',
      ],
      es: [
        'Los que más gastan en el año',
        'Casi en todas partes, una pequeña parte de los clientes trae gran parte de las ventas; un puesto en el ranking no cambia de tamaño con los precios.',
        'Trato personal, primera elección, servicio sin esperas. Mire qué parte de las ventas traen.',
      ],
      fr: [
        "Plus grosses dépenses de l'année",
        'Presque partout, une petite part des clients fait une grande part des ventes ; un rang garde sa taille quand les prix bougent.',
        'Contact personnel, premier choix, service sans attente. Vérifiez leur part des ventes.',
      ],
    },
  },
  {
    key: 'nearly-best',
    group: 'value',
    definition: 'rank(sum({amount}, last 365 days)) in percentiles 80 to 90',
    parameters: [],
    words: {
      en: [
        'Next in line',
        'Just below the best tenth: the step up is short, and a goal in reach pulls harder than one far away (Kivetz, Urminsky and Zheng 2006).',
        'Show how little is missing to the next tier; a bonus for one more purchase.',
      ],
      'pt-BR': [
        'Os próximos da fila',
        'Logo abaixo do melhor décimo: falta pouco, e uma meta ao alcance atrai mais que uma distante (Kivetz, Urminsky e Zheng 2006).',
        'Mostre como falta pouco para o próximo nível; um bônus por mais uma compra.',
      ],
      es: [
        'Los siguientes',
        'Justo por debajo del mejor décimo: falta poco, y una meta cercana tira más que una lejana (Kivetz, Urminsky y Zheng 2006).',
        'Muestre lo poco que falta para el siguiente nivel; un extra por una compra más.',
      ],
      fr: [
        'Juste derrière',
        "Juste sous le meilleur dixième : un but proche attire plus qu'un but lointain (Kivetz, Urminsky et Zheng 2006).",
        "Montrez le peu qui manque jusqu'au niveau suivant ; un bonus pour un achat de plus.",
      ],
    },
  },
  {
    key: 'high-orders',
    group: 'value',
    definition:
      'count({purchase}, last 365 days) >= 2 and sum({amount}, last 365 days) / count({purchase}, last 365 days) >= {order}',
    parameters: [{ name: 'order', kind: 'money', from: 'orderP80' }],
    words: {
      en: [
        'Large baskets',
        'They spend more per purchase than four in five buyers, and not just once.',
        'Show premium ranges and advice; free delivery matters less to them than choice.',
      ],
      'pt-BR': [
        'Cestas grandes',
        'Gastam mais por compra que quatro em cada cinco compradores, e não só uma vez.',
        'Mostre linhas premium e orientação; escolha importa mais que frete grátis.',
      ],
      es: [
        'Cestas grandes',
        'Gastan más por compra que cuatro de cada cinco compradores, y no solo una vez.',
        'Muestre gamas superiores y asesoramiento; la variedad les importa más que el envío gratis.',
      ],
      fr: [
        'Gros paniers',
        "Ils dépensent plus par achat que quatre acheteurs sur cinq, et pas qu'une fois.",
        'Montrez les gammes supérieures et le conseil ; le choix compte plus que la livraison offerte.',
      ],
    },
  },
  {
    key: 'many-small',
    group: 'value',
    definition:
      'count({purchase}, last 365 days) >= {orders} and sum({amount}, last 365 days) / count({purchase}, last 365 days) <= {order}',
    parameters: [
      { name: 'orders', kind: 'count', from: 'ordersP80', least: 3 },
      { name: 'order', kind: 'money', from: 'orderMedian' },
    ],
    words: {
      en: [
        'Many small purchases',
        'They come often and take little: each visit costs you about the same, so a slightly larger basket is worth more than one more visit.',
        'Bundles, "one more for", free delivery just above their usual basket.',
      ],
      'pt-BR': [
        'Muitas compras pequenas',
        'Vêm sempre e levam pouco: cada visita custa quase o mesmo, então uma cesta um pouco maior vale mais que outra visita.',
        'Kits, "leve mais um por", frete grátis pouco acima da cesta habitual.',
      ],
      es: [
        'Muchas compras pequeñas',
        'Vienen a menudo y se llevan poco: cada visita cuesta casi lo mismo, así que una cesta algo mayor vale más que otra visita.',
        'Lotes, «uno más por», envío gratis justo por encima de su cesta habitual.',
      ],
      fr: [
        'Beaucoup de petits achats',
        "Ils viennent souvent pour peu : chaque visite coûte autant, un panier un peu plus grand vaut mieux qu'une visite de plus.",
        'Lots, « un de plus pour », livraison offerte juste au-dessus de leur panier habituel.',
      ],
    },
  },
  {
    key: 'large-purchase',
    group: 'value',
    definition: 'max({amount}, last {recent}) >= {order}',
    parameters: [
      { name: 'recent', kind: 'days', from: 90 },
      { name: 'order', kind: 'money', from: 'orderP95' },
    ],
    words: {
      en: [
        'One large purchase',
        'A single amount far above what buyers usually spend: often a gift, a move or a project.',
        'Ask how it went, offer accessories and care; do not count on it happening again.',
      ],
      'pt-BR': [
        'Uma compra grande',
        'Um único valor muito acima do gasto habitual: costuma ser um presente, uma mudança ou um projeto.',
        'Pergunte como foi, ofereça acessórios e manutenção; não conte com uma repetição.',
      ],
      es: [
        'Una compra grande',
        'Un solo importe muy por encima de lo habitual: suele ser un regalo, una mudanza o un proyecto.',
        'Pregunte qué tal, ofrezca accesorios y mantenimiento; no cuente con que se repita.',
      ],
      fr: [
        'Un gros achat',
        "Un seul montant bien au-dessus de l'habitude : souvent un cadeau, un déménagement, un projet.",
        'Prenez des nouvelles, proposez accessoires et entretien ; ne misez pas sur une répétition.',
      ],
    },
  },
  {
    key: 'net-value',
    group: 'value',
    definition: 'net({netAmount}, last 365 days) >= {spend}',
    parameters: [{ name: 'spend', kind: 'money', from: 'spendP80' }],
    words: {
      en: [
        'Valuable after returns',
        'What stays when refunds are taken off: some of the largest buyers send much of it back.',
        'Use this one, not gross spend, for tiers and gifts.',
      ],
      'pt-BR': [
        'Valiosos após devoluções',
        'O que fica depois dos reembolsos: alguns dos maiores compradores devolvem boa parte.',
        'Use este, e não o gasto bruto, para níveis e brindes.',
      ],
      es: [
        'Valiosos tras devoluciones',
        'Lo que queda tras los reembolsos: algunos de los mayores compradores devuelven buena parte.',
        'Use este, no el gasto bruto, para niveles y regalos.',
      ],
      fr: [
        'De valeur après retours',
        'Ce qui reste une fois les remboursements déduits : certains gros acheteurs renvoient beaucoup.',
        'Servez-vous-en, plutôt que de la dépense brute, pour les niveaux et les cadeaux.',
      ],
    },
  },
]
