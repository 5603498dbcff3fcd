/** Templates: who is about to leave, or has left. */
import type { Template } from '../template.ts'

export const RISK: readonly Template[] = [
  {
    key: 'overdue',
    group: 'risk',
    definition:
      'count({purchase}) >= 4 and days since last({purchase}) > {factor} * median gap({purchase}) and any({purchase}, last 365 days)',
    parameters: [{ name: 'factor', kind: 'number', from: 2 }],
    words: {
      en: [
        'Overdue by their own rhythm',
        'Thirty quiet days mean nothing for who buys each season and much for who buys each week; each customer is measured by their own rhythm.',
        'A short "we miss you" with what they usually buy; a discount only if that fails.',
      ],
      'pt-BR': [
        'Atrasados no próprio ritmo',
        'Trinta dias sem comprar nada dizem de quem compra por estação e muito de quem compra por semana; cada um é medido pelo próprio ritmo.',
        'Um breve "sentimos sua falta" com o que costumam comprar; desconto só se não funcionar.',
      ],
      es: [
        'Con retraso según su ritmo',
        'Treinta días sin comprar no dicen nada de quien compra por temporada y mucho de quien compra cada semana; a cada uno se le mide por su ritmo.',
        'Un breve «le echamos de menos» con lo que suelen comprar; descuento solo si falla.',
      ],
      fr: [
        'En retard sur leur rythme',
        'Trente jours sans achat ne disent rien de qui achète par saison, beaucoup de qui achète chaque semaine ; chacun est mesuré à son propre rythme.',
        'Un bref « vous nous manquez » avec leurs achats habituels ; une remise seulement ensuite.',
      ],
    },
  },
  {
    key: 'just-stopped',
    group: 'risk',
    definition: 'stopped({purchase}, {quiet})',
    parameters: [{ name: 'quiet', kind: 'days', from: 'gapP90' }],
    words: {
      en: [
        'Just stopped',
        'They bought in the period before and not in this one, and nine in ten customers would be back by now: the last moment in which winning back is cheap.',
        'One clear reason to return, then a question why not. Leave out who asked for no contact.',
      ],
      'pt-BR': [
        'Acabaram de parar',
        'Compraram no período anterior e não neste, e nove em cada dez clientes já teriam voltado: o último momento em que reconquistar é barato.',
        'Um bom motivo para voltar e depois uma pergunta sobre o porquê. Respeite quem não quer contato.',
      ],
      es: [
        'Acaban de parar',
        'Compraron en el periodo anterior y no en este, y nueve de cada diez clientes ya habrían vuelto: el último momento en que recuperar es barato.',
        'Una buena razón para volver y luego preguntar por qué no. Respete a quien no quiere contacto.',
      ],
      fr: [
        "Viennent d'arrêter",
        'Ils ont acheté à la période précédente, pas à celle-ci, quand neuf clients sur dix seraient déjà revenus : le dernier moment où reconquérir coûte peu.',
        'Une bonne raison de revenir, puis la question du pourquoi. Épargnez qui a refusé le contact.',
      ],
    },
  },
  {
    key: 'valuable-quiet',
    group: 'risk',
    definition: 'rank(sum({amount})) in top {share} and not any({purchase}, last {quiet})',
    parameters: [
      { name: 'share', kind: 'share', from: 0.2 },
      { name: 'quiet', kind: 'days', from: 'gapP90' },
    ],
    words: {
      en: [
        'Valuable and gone quiet',
        'Among the best over all time, yet silent for longer than is usual: few people, much at stake.',
        'A person should call or write; find out what happened before offering anything.',
      ],
      'pt-BR': [
        'Valiosos e calados',
        'Entre os melhores de sempre, mas calados por mais tempo que o usual: poucas pessoas, muito em jogo.',
        'Alguém deve ligar ou escrever; descubra o que houve antes de oferecer algo.',
      ],
      es: [
        'Valiosos y callados',
        'Entre los mejores de siempre, pero callados más de lo normal: pocas personas, mucho en juego.',
        'Debe llamar o escribir una persona; averigüe qué pasó antes de ofrecer nada.',
      ],
      fr: [
        'Précieux et silencieux',
        "Parmi les meilleurs de toujours, mais muets plus longtemps que d'usage : peu de monde, beaucoup en jeu.",
        "Une personne doit appeler ou écrire ; comprenez avant d'offrir quoi que ce soit.",
      ],
    },
  },
  {
    key: 'slowing-down',
    group: 'risk',
    definition:
      'trend(count({purchase}), last 6 months) < 0 and count({purchase}, last 365 days) >= {orders}',
    parameters: [{ name: 'orders', kind: 'count', from: 'ordersMedian', least: 4 }],
    words: {
      en: [
        'Slowing down',
        'Still here, but each month brings a little less: decline shows months before the last purchase.',
        'Remind of what they have not bought lately; ask one question about the offer.',
      ],
      'pt-BR': [
        'Diminuindo o ritmo',
        'Ainda estão aqui, mas cada mês traz um pouco menos: a queda aparece meses antes da última compra.',
        'Lembre do que não compram há tempo; faça uma pergunta sobre a oferta.',
      ],
      es: [
        'Bajando el ritmo',
        'Siguen aquí, pero cada mes traen algo menos: el declive se ve meses antes de la última compra.',
        'Recuerde lo que hace tiempo no compran; haga una pregunta sobre la oferta.',
      ],
      fr: [
        'En perte de vitesse',
        'Toujours là, mais un peu moins chaque mois : le déclin se voit des mois avant le dernier achat.',
        "Rappelez ce qu'ils n'achètent plus ; posez une seule question sur l'offre.",
      ],
    },
  },
  {
    key: 'stretched-gap',
    group: 'risk',
    definition:
      'count({purchase}) >= 5 and last({purchase}) - nth last(2, {purchase}) > {factor} * median gap({purchase})',
    parameters: [{ name: 'factor', kind: 'number', from: 3 }],
    words: {
      en: [
        'Back after an unusual pause',
        'Their last pause was far longer than their habit: they may have tried somebody else.',
        'Welcome them back, make the next purchase easy, watch the next gap.',
      ],
      'pt-BR': [
        'De volta após pausa incomum',
        'A última pausa foi muito maior que o hábito: talvez tenham experimentado um concorrente.',
        'Dê as boas-vindas, facilite a próxima compra e observe o próximo intervalo.',
      ],
      es: [
        'De vuelta tras una pausa inusual',
        'Su última pausa fue mucho más larga que su costumbre: quizá probaron a otro.',
        'Dé la bienvenida, facilite la próxima compra y vigile el siguiente intervalo.',
      ],
      fr: [
        'De retour après une pause inhabituelle',
        'Leur dernière pause dépasse de loin leur habitude : ils ont peut-être essayé ailleurs.',
        "Accueillez-les, facilitez l'achat suivant, surveillez le prochain intervalle.",
      ],
    },
  },
  {
    key: 'spend-fallen',
    group: 'risk',
    definition:
      'sum({amount}, between 12 and 6 months ago) >= {spend} and sum({amount}, last 6 months) < {share} * sum({amount}, between 12 and 6 months ago)',
    parameters: [
      { name: 'spend', kind: 'money', from: 'spendMedian' },
      { name: 'share', kind: 'share', from: 0.5 },
    ],
    words: {
      en: [
        'Spend has fallen',
        'Half a year against the half before: so deep a fall is a change of habit, not chance.',
        'Look at which category they left; win back that one.',
      ],
      'pt-BR': [
        'Gasto em queda',
        'Um semestre contra o anterior: uma queda tão funda é mudança de hábito, não acaso.',
        'Veja que categoria deixaram; reconquiste essa.',
      ],
      es: [
        'Gasto a la baja',
        'Un semestre frente al anterior: una caída tan honda es un cambio de hábito, no azar.',
        'Mire qué categoría dejaron; recupere esa.',
      ],
      fr: [
        'Dépense en chute',
        "Un semestre contre le précédent : une telle chute est un changement d'habitude, pas le hasard.",
        'Voyez quelle catégorie ils ont quittée ; reconquérez celle-là.',
      ],
    },
  },
  {
    key: 'one-and-gone',
    group: 'risk',
    definition: 'count({purchase}) = 1 and days since first({purchase}) > {quiet#}',
    parameters: [{ name: 'quiet', kind: 'days', from: 'secondP80' }],
    words: {
      en: [
        'Bought once, did not return',
        'Four in five of those who come back have done so by now: the second purchase is the hardest to win.',
        'One last reason to return, then let them rest; look at what they bought first.',
      ],
      'pt-BR': [
        'Compraram uma vez e não voltaram',
        'Quatro em cada cinco dos que voltam já teriam voltado: a segunda compra é a mais difícil de conquistar.',
        'Um último motivo para voltar e depois deixe em paz; veja o que compraram primeiro.',
      ],
      es: [
        'Compraron una vez y no volvieron',
        'Cuatro de cada cinco de los que vuelven ya lo habrían hecho: la segunda compra es la más difícil de ganar.',
        'Una última razón para volver y después déjelos en paz; mire qué compraron primero.',
      ],
      fr: [
        'Un seul achat, pas de retour',
        "Quatre sur cinq de ceux qui reviennent l'ont déjà fait : le deuxième achat est le plus dur à gagner.",
        'Une dernière raison de revenir, puis laissez-les ; regardez leur premier achat.',
      ],
    },
  },
  {
    key: 'lost',
    group: 'risk',
    definition: 'any({purchase}) and not any({purchase}, last {quiet})',
    parameters: [{ name: 'quiet', kind: 'days', from: 365 }],
    words: {
      en: [
        'Lost',
        'So long without a purchase that few return unasked; writing to them often costs more than it brings.',
        'One good-bye with a reason to return; then leave them out of mailings and keep the list clean.',
      ],
      'pt-BR': [
        'Perdidos',
        'Tanto tempo sem comprar que poucos voltam sozinhos; escrever a eles costuma custar mais do que rende.',
        'Uma despedida com motivo para voltar; depois tire-os dos envios e mantenha a lista limpa.',
      ],
      es: [
        'Perdidos',
        'Tanto tiempo sin comprar que pocos vuelven solos; escribirles suele costar más de lo que trae.',
        'Una despedida con una razón para volver; después exclúyalos de los envíos y mantenga limpia la lista.',
      ],
      fr: [
        'Perdus',
        "Sans achat depuis si longtemps que peu reviennent d'eux-mêmes ; leur écrire coûte souvent plus que cela ne rapporte.",
        'Un au revoir avec une raison de revenir ; ensuite, retirez-les des envois et gardez la liste propre.',
      ],
    },
  },
]
