/** Templates: who is loyal, and how one sees it. */
import type { Template } from '../template.ts'

export const LOYALTY: readonly Template[] = [
  {
    key: 'loyal-core',
    group: 'loyalty',
    definition:
      'count({purchase}, last 365 days) >= {orders} and days since last({purchase}) <= {recent#}',
    parameters: [
      { name: 'orders', kind: 'count', from: 'ordersP80', least: 2 },
      { name: 'recent', kind: 'days', from: 'gapP80' },
    ],
    words: {
      en: [
        'Loyal core',
        'They buy more often than four in five customers and are still within their usual rhythm: frequency and recency together say most about the next purchase.',
        'Thank them and give early access; no discounts, they come anyway.',
      ],
      'pt-BR': [
        'Núcleo fiel',
        'Compram mais vezes que quatro em cada cinco clientes e seguem no ritmo de sempre: frequência e recência juntas são o que mais diz sobre a próxima compra.',
        'Agradeça e dê acesso antecipado; sem descontos, eles já voltam.',
      ],
      es: [
        'Núcleo fiel',
        'Compran más a menudo que cuatro de cada cinco clientes y siguen en su ritmo habitual: frecuencia y recencia juntas son lo que más dice de la próxima compra.',
        'Dé las gracias y acceso anticipado; sin descuentos, ya vuelven solos.',
      ],
      fr: [
        'Noyau fidèle',
        'Ils achètent plus souvent que quatre clients sur cinq et restent dans leur rythme : fréquence et récence ensemble annoncent le mieux le prochain achat.',
        "Remerciez-les, offrez un accès en avant-première ; pas de remise, ils viennent d'eux-mêmes.",
      ],
    },
  },
  {
    key: 'steady-months',
    group: 'loyalty',
    definition: 'regular({purchase}, at least {months} of last 6 months)',
    parameters: [{ name: 'months', kind: 'count', from: 4 }],
    words: {
      en: [
        'Steady through the months',
        'Spread over months, purchases show a habit; the same number in one week shows an occasion.',
        'Offer subscriptions, reminders to restock and a perk for each full half-year.',
      ],
      'pt-BR': [
        'Constantes mês a mês',
        'Espalhadas pelos meses, as compras mostram um hábito; o mesmo número em uma semana mostra uma ocasião.',
        'Ofereça assinatura, lembretes de reposição e um mimo a cada semestre completo.',
      ],
      es: [
        'Constantes mes a mes',
        'Repartidas por los meses, las compras muestran un hábito; las mismas en una semana, una ocasión.',
        'Ofrezca suscripción, recordatorios de reposición y un detalle cada semestre completo.',
      ],
      fr: [
        'Réguliers mois après mois',
        'Répartis sur plusieurs mois, les achats révèlent une habitude ; concentrés sur une semaine, une occasion.',
        "Proposez l'abonnement, des rappels de réassort et une attention à chaque semestre complet.",
      ],
    },
  },
  {
    key: 'month-streak',
    group: 'loyalty',
    definition: 'streak({purchase} by month) >= {months}',
    parameters: [{ name: 'months', kind: 'count', from: 3 }],
    words: {
      en: [
        'On a streak',
        'A purchase in each month up to now: a streak is something people like to keep.',
        'Show the streak in the app and reward the next month before it is broken.',
      ],
      'pt-BR': [
        'Em sequência',
        'Uma compra em cada mês até agora: uma sequência é algo que as pessoas gostam de manter.',
        'Mostre a sequência no aplicativo e premie o próximo mês antes que ela se quebre.',
      ],
      es: [
        'En racha',
        'Una compra cada mes hasta hoy: a la gente le gusta conservar una racha.',
        'Muestre la racha en la aplicación y premie el mes siguiente antes de que se rompa.',
      ],
      fr: [
        'En série',
        "Un achat chaque mois jusqu'ici : une série, on aime la prolonger.",
        "Affichez la série dans l'application et récompensez le mois suivant avant qu'elle ne s'arrête.",
      ],
    },
  },
  {
    key: 'short-rhythm',
    group: 'loyalty',
    definition:
      'count({purchase}) >= 4 and median gap({purchase}) <= {gap} and days since last({purchase}) <= {recent#}',
    parameters: [
      { name: 'gap', kind: 'days', from: 'gapMedian' },
      { name: 'recent', kind: 'days', from: 'gapP80' },
    ],
    words: {
      en: [
        'Short rhythm',
        'Their own typical time between purchases is shorter than that of half the base; the median is not moved by one long holiday.',
        'Time messages to their rhythm; test bundles and delivery passes.',
      ],
      'pt-BR': [
        'Ritmo curto',
        'O intervalo típico deles entre compras é menor que o de metade da base; a mediana não se altera por umas férias longas.',
        'Envie mensagens no ritmo deles; teste kits e planos de entrega.',
      ],
      es: [
        'Ritmo corto',
        'Su tiempo típico entre compras es menor que el de la mitad de la base; unas vacaciones largas no mueven la mediana.',
        'Envíe mensajes a su ritmo; pruebe lotes y tarifas planas de envío.',
      ],
      fr: [
        'Rythme court',
        'Leur intervalle habituel entre achats est plus court que celui de la moitié de la base ; de longues vacances ne déplacent pas la médiane.',
        'Calez les messages sur leur rythme ; testez lots et forfaits de livraison.',
      ],
    },
  },
  {
    key: 'promoters',
    group: 'loyalty',
    definition: '{nps} >= {mark} and any({purchase}, last {recent})',
    parameters: [
      { name: 'mark', kind: 'number', from: 9 },
      { name: 'recent', kind: 'days', from: 365 },
    ],
    words: {
      en: [
        'Promoters',
        'Who answers 9 or 10 to "would you recommend us?" counts as a promoter (Reichheld 2003); only those who still buy are asked.',
        'Ask for a review or invite them to bring a friend, with a reward for both.',
      ],
      'pt-BR': [
        'Promotores',
        'Quem responde 9 ou 10 a "você nos recomendaria?" é promotor (Reichheld 2003); aqui só os que ainda compram.',
        'Peça uma avaliação ou convide a trazer um amigo, com recompensa para os dois.',
      ],
      es: [
        'Promotores',
        'Quien responde 9 o 10 a «¿nos recomendaría?» es promotor (Reichheld 2003); aquí solo los que siguen comprando.',
        'Pida una reseña o invite a traer a un amigo, con recompensa para ambos.',
      ],
      fr: [
        'Promoteurs',
        'Qui répond 9 ou 10 à « nous recommanderiez-vous ? » est promoteur (Reichheld 2003) ; ici, seulement ceux qui achètent encore.',
        'Demandez un avis ou proposez le parrainage, avec une récompense pour chacun.',
      ],
    },
  },
  {
    key: 'long-faithful',
    group: 'loyalty',
    definition:
      'days since first({purchase}) >= {since#} and regular({purchase}, at least 3 of last 4 quarters)',
    parameters: [{ name: 'since', kind: 'days', from: 365 }],
    words: {
      en: [
        'Long faithful',
        'With you for long and back in nearly every quarter: they know the shop better than new staff do.',
        'Write in person, invite to panels, mark the years; ask before you change what they use.',
      ],
      'pt-BR': [
        'Fiéis de longa data',
        'Estão com você há muito tempo e voltam em quase todo trimestre: conhecem a loja melhor que um funcionário novo.',
        'Escreva pessoalmente, convide para opinar, celebre os anos; pergunte antes de mudar o que eles usam.',
      ],
      es: [
        'Fieles de largo recorrido',
        'Llevan mucho tiempo y vuelven casi cada trimestre: conocen la tienda mejor que un empleado nuevo.',
        'Escriba en persona, invite a opinar, celebre los años; pregunte antes de cambiar lo que usan.',
      ],
      fr: [
        'Fidèles de longue date',
        "Clients de longue date, présents presque chaque trimestre : ils connaissent le magasin mieux qu'un nouveau vendeur.",
        "Écrivez personnellement, invitez-les à des panels, fêtez les années ; consultez-les avant de changer ce qu'ils utilisent.",
      ],
    },
  },
]
