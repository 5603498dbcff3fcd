/** Templates: the new and the established. */
import type { Template } from '../template.ts'

export const STAGE: readonly Template[] = [
  {
    key: 'new-customers',
    group: 'stage',
    definition: 'first({purchase}) within last {recent}',
    parameters: [{ name: 'recent', kind: 'days', from: 'gapMedian', least: 90 }],
    words: {
      en: [
        'New customers',
        'Their first purchase is about as recent as half of the customers take to return, three months at least: first impressions are being made.',
        'Welcome series: how it works, what others love, whom to ask. No hard selling.',
      ],
      'pt-BR': [
        'Clientes novos',
        'A primeira compra é tão recente quanto o tempo em que metade dos clientes volta, três meses no mínimo: a primeira impressão está se formando.',
        'Série de boas-vindas: como funciona, o que os outros adoram, a quem perguntar. Sem venda agressiva.',
      ],
      es: [
        'Clientes nuevos',
        'Su primera compra es tan reciente como lo que tarda en volver la mitad, tres meses como mínimo: la primera impresión se está formando.',
        'Serie de bienvenida: cómo funciona, qué gusta a otros, a quién preguntar. Sin venta agresiva.',
      ],
      fr: [
        'Nouveaux clients',
        'Leur premier achat est aussi récent que le délai de retour de la moitié des clients, trois mois au moins : la première impression se joue.',
        "Série de bienvenue : le fonctionnement, les favoris, à qui s'adresser. Pas de vente forcée.",
      ],
    },
  },
  {
    key: 'joined-not-bought',
    group: 'stage',
    definition: '{joined} within last {recent} and not any({purchase})',
    parameters: [{ name: 'recent', kind: 'days', from: 90 }],
    words: {
      en: [
        'Joined, not bought yet',
        'They gave their details and stopped before the first purchase: interest is highest right after joining.',
        'Help to begin: a small first-purchase reward, best-sellers, a person to ask.',
      ],
      'pt-BR': [
        'Cadastrados, ainda sem comprar',
        'Deram seus dados e pararam antes da primeira compra: o interesse é maior logo após o cadastro.',
        'Ajude a começar: pequena recompensa na primeira compra, mais vendidos, alguém para perguntar.',
      ],
      es: [
        'Dados de alta, aún sin comprar',
        'Dejaron sus datos y pararon antes de la primera compra: el interés es máximo justo tras el alta.',
        'Ayude a empezar: pequeña recompensa por la primera compra, los más vendidos, a quién preguntar.',
      ],
      fr: [
        'Inscrits, pas encore acheteurs',
        "Ils ont laissé leurs coordonnées sans acheter : l'intérêt est au plus haut juste après l'inscription.",
        "Aidez à commencer : petite récompense au premier achat, meilleures ventes, quelqu'un à qui parler.",
      ],
    },
  },
  {
    key: 'quick-second',
    group: 'stage',
    definition:
      'nth(2, {purchase}) - first({purchase}) <= {gap} and first({purchase}) within last 365 days',
    parameters: [{ name: 'gap', kind: 'days', from: 'secondMedian' }],
    words: {
      en: [
        'Quick to return',
        'The second purchase came sooner than for half of those who return: early speed often marks later regulars.',
        'Invite to the programme now; let them set preferences.',
      ],
      'pt-BR': [
        'Voltaram logo',
        'A segunda compra veio mais cedo que para metade dos que voltam: a rapidez inicial costuma marcar futuros clientes fiéis.',
        'Convide já para o programa; deixe que escolham preferências.',
      ],
      es: [
        'Volvieron pronto',
        'La segunda compra llegó antes que en la mitad de los que vuelven: la rapidez inicial suele anunciar a los habituales.',
        'Invite ya al programa; que elijan sus preferencias.',
      ],
      fr: [
        'Vite revenus',
        'Le deuxième achat est venu plus tôt que pour la moitié de ceux qui reviennent : cette vitesse annonce souvent les habitués.',
        'Invitez-les au programme maintenant ; laissez-les choisir leurs préférences.',
      ],
    },
  },
  {
    key: 'strong-start',
    group: 'stage',
    definition:
      'first({purchase}) within last {recent} and sum({amount}, last {recent}) >= {spend}',
    parameters: [
      { name: 'recent', kind: 'days', from: 90 },
      { name: 'spend', kind: 'money', from: 'spendMedian' },
    ],
    words: {
      en: [
        'Strong start',
        'New, and already at the spend that half of the buyers reach in a year.',
        'Treat as valuable from day one: a personal note, good delivery, no standard welcome voucher.',
      ],
      'pt-BR': [
        'Começo forte',
        'Novos, e já com o gasto que metade dos compradores alcança em um ano.',
        'Trate como valiosos desde o primeiro dia: bilhete pessoal, boa entrega, sem cupom padrão.',
      ],
      es: [
        'Comienzo fuerte',
        'Nuevos, y ya con el gasto que la mitad de los compradores alcanza en un año.',
        'Trátelos como valiosos desde el primer día: nota personal, buena entrega, sin el cupón de siempre.',
      ],
      fr: [
        'Départ en force',
        'Nouveaux, et déjà à la dépense que la moitié des acheteurs atteint en un an.',
        "Traitez-les d'emblée en clients précieux : un mot personnel, une livraison soignée, pas de bon standard.",
      ],
    },
  },
  {
    key: 'established',
    group: 'stage',
    definition:
      'days since first({purchase}) > {since#} and count({purchase}) >= {orders} and any({purchase}, last {recent})',
    parameters: [
      { name: 'since', kind: 'days', from: 365 },
      { name: 'orders', kind: 'count', from: 5 },
      { name: 'recent', kind: 'days', from: 'gapP90' },
    ],
    words: {
      en: [
        'Established',
        'More than a year, several purchases, still active: the stable base that everything else is compared with.',
        'Keep promises; small surprises; ask for opinions. A good group to test changes against.',
      ],
      'pt-BR': [
        'Estabelecidos',
        'Mais de um ano, várias compras, ainda ativos: a base estável com que se compara todo o resto.',
        'Cumpra o prometido; pequenas surpresas; peça opiniões. Bom grupo para testar mudanças.',
      ],
      es: [
        'Consolidados',
        'Más de un año, varias compras, aún activos: la base estable con la que se compara todo lo demás.',
        'Cumpla lo prometido; pequeñas sorpresas; pida opinión. Buen grupo para probar cambios.',
      ],
      fr: [
        'Établis',
        "Plus d'un an, plusieurs achats, toujours actifs : la base stable à laquelle tout se compare.",
        'Tenez vos promesses ; de petites surprises ; demandez leur avis. Un bon groupe pour tester.',
      ],
    },
  },
]
