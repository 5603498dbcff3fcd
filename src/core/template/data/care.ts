/** Templates: who needs somebody to look after them. */
import type { Template } from '../template.ts'

export const CARE: readonly Template[] = [
  {
    key: 'unhappy',
    group: 'care',
    definition: '{nps} <= {mark} and any({npsRows}, last {recent})',
    parameters: [
      { name: 'mark', kind: 'number', from: 6 },
      { name: 'recent', kind: 'days', from: 180 },
    ],
    words: {
      en: [
        'Unhappy by their own word',
        'Their last answer to "would you recommend us?" was 6 or less, and it is recent: they took the time to say so.',
        'Call back within days, solve one thing, stop selling until then.',
      ],
      'pt-BR': [
        'Insatisfeitos, por palavra própria',
        'A última resposta a "você nos recomendaria?" foi 6 ou menos, e é recente: dedicaram tempo a dizê-lo.',
        'Ligue em poucos dias, resolva uma coisa, pare de vender até lá.',
      ],
      es: [
        'Descontentos, según ellos mismos',
        'Su última respuesta a «¿nos recomendaría?» fue 6 o menos, y es reciente: se tomaron el tiempo de decirlo.',
        'Llame en pocos días, resuelva una cosa, deje de vender hasta entonces.',
      ],
      fr: [
        'Mécontents, de leur propre aveu',
        'Leur dernière réponse à « nous recommanderiez-vous ? » est de 6 ou moins, et récente : ils ont pris le temps de le dire.',
        "Rappelez sous quelques jours, réglez une chose, cessez de vendre d'ici là.",
      ],
    },
  },
  {
    key: 'repeated-trouble',
    group: 'care',
    definition: 'count({ticket}, last {recent}) >= {times}',
    parameters: [
      { name: 'recent', kind: 'days', from: 180 },
      { name: 'times', kind: 'count', from: 2 },
    ],
    words: {
      en: [
        'Trouble again',
        'More than one request in a short time: the first answer may not have solved it.',
        'One person takes over the case; tell them before they ask.',
      ],
      'pt-BR': [
        'Problemas de novo',
        'Mais de um chamado em pouco tempo: a primeira resposta talvez não tenha resolvido.',
        'Uma pessoa assume o caso; avise antes que perguntem.',
      ],
      es: [
        'Problemas otra vez',
        'Más de una incidencia en poco tiempo: quizá la primera respuesta no lo resolvió.',
        'Una persona asume el caso; avise antes de que pregunten.',
      ],
      fr: [
        'Encore un souci',
        "Plus d'une demande en peu de temps : la première réponse n'a peut-être rien réglé.",
        "Une personne prend le dossier ; prévenez avant qu'ils ne demandent.",
      ],
    },
  },
  {
    key: 'valuable-trouble',
    group: 'care',
    definition:
      'rank(sum({amount}, last 365 days)) in top {share} and any({ticket}, last {recent})',
    parameters: [
      { name: 'share', kind: 'share', from: 0.2 },
      { name: 'recent', kind: 'days', from: 60 },
    ],
    words: {
      en: [
        'Valuable and in trouble',
        'Among the best customers, with a recent request: where an hour of care is worth most.',
        'Put them first in the queue; a manager looks at it.',
      ],
      'pt-BR': [
        'Valiosos e com problema',
        'Entre os melhores clientes, com chamado recente: onde uma hora de cuidado vale mais.',
        'Primeiro da fila; um gerente acompanha.',
      ],
      es: [
        'Valiosos y con problemas',
        'Entre los mejores clientes, con una incidencia reciente: donde una hora de atención vale más.',
        'Los primeros de la cola; lo revisa un responsable.',
      ],
      fr: [
        'Précieux et en difficulté',
        'Parmi les meilleurs clients, avec une demande récente : là où une heure de soin vaut le plus.',
        'En tête de file ; un responsable regarde.',
      ],
    },
  },
  {
    key: 'many-returns',
    group: 'care',
    definition:
      'count({refund}, last 365 days) >= {times} and count({refund}, last 365 days) / count({purchase}, last 365 days) >= {share}',
    parameters: [
      { name: 'times', kind: 'count', from: 2 },
      { name: 'share', kind: 'share', from: 0.3 },
    ],
    words: {
      en: [
        'Send much back',
        'Many returns for what they buy: wrong expectations more often than bad will.',
        'Better pictures, sizes and advice before the purchase; look for one product behind it. Never punish.',
      ],
      'pt-BR': [
        'Devolvem muito',
        'Muitas devoluções para o que compram: mais expectativa errada que má vontade.',
        'Melhores fotos, medidas e orientação antes da compra; procure um produto por trás. Nunca puna.',
      ],
      es: [
        'Devuelven mucho',
        'Muchas devoluciones para lo que compran: más expectativas erradas que mala voluntad.',
        'Mejores fotos, tallas y consejo antes de comprar; busque un producto detrás. Nunca castigue.',
      ],
      fr: [
        'Renvoient beaucoup',
        'Beaucoup de retours pour leurs achats : de fausses attentes plus souvent que de la mauvaise volonté.',
        "Meilleures photos, tailles et conseils avant l'achat ; cherchez un produit en cause. Ne punissez jamais.",
      ],
    },
  },
  {
    key: 'silent-after-refund',
    group: 'care',
    definition: 'sequence({refund}, then not {purchase} within {quiet}, last 365 days)',
    parameters: [{ name: 'quiet', kind: 'days', from: 'gapP80' }],
    words: {
      en: [
        'Silent after a return',
        'A refund, and then nothing for longer than most take to come back: the return may have been the last straw.',
        'Ask whether the return went well; offer the exchange they wanted.',
      ],
      'pt-BR': [
        'Calados após devolução',
        'Um reembolso e depois nada por mais tempo que a maioria leva para voltar: talvez tenha sido a gota d’água.',
        'Pergunte se a devolução correu bem; ofereça a troca que queriam.',
      ],
      es: [
        'Callados tras una devolución',
        'Un reembolso y después nada por más tiempo del que la mayoría tarda en volver: quizá fue la gota que colmó el vaso.',
        'Pregunte si la devolución fue bien; ofrezca el cambio que querían.',
      ],
      fr: [
        'Silencieux après un retour',
        "Un remboursement, puis rien plus longtemps que la plupart ne mettent à revenir : c'était peut-être la goutte de trop.",
        "Demandez si le retour s'est bien passé ; proposez l'échange voulu.",
      ],
    },
  },
  {
    key: 'recovered',
    group: 'care',
    definition: 'sequence({ticket}, then {purchase} within {gap}, last 365 days)',
    parameters: [{ name: 'gap', kind: 'days', from: 'gapMedian' }],
    words: {
      en: [
        'Bought again after trouble',
        'They had a problem and came back soon: care worked. What was done for them is worth copying.',
        'Say thanks; learn from the cases; ask for a review.',
      ],
      'pt-BR': [
        'Compraram após um problema',
        'Tiveram um problema e voltaram logo: o atendimento funcionou. Vale copiar o que foi feito.',
        'Agradeça; aprenda com os casos; peça uma avaliação.',
      ],
      es: [
        'Compraron tras un problema',
        'Tuvieron un problema y volvieron pronto: la atención funcionó. Conviene copiar lo que se hizo.',
        'Dé las gracias; aprenda de los casos; pida una reseña.',
      ],
      fr: [
        'Ont racheté après un souci',
        "Un problème, puis un retour rapide : le service a fonctionné. Ce qui a été fait mérite d'être copié.",
        'Remerciez ; apprenez de ces cas ; demandez un avis.',
      ],
    },
  },
]
