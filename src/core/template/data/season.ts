/** Templates: dates that return. */
import type { Template } from '../template.ts'

export const SEASON: readonly Template[] = [
  {
    key: 'birthday-soon',
    group: 'season',
    definition: 'birthday within next {ahead}',
    alsoNeeds: ['birthDate'],
    parameters: [{ name: 'ahead', kind: 'days', from: 14 }],
    words: {
      en: [
        'Birthday soon',
        'A date of their own, not of the shop: a greeting is noticed even without a gift.',
        'Greet on the day, a small gift valid for a month; nothing that looks like an advertisement.',
      ],
      'pt-BR': [
        'Aniversário chegando',
        'Uma data deles, não da loja: um parabéns é notado mesmo sem presente.',
        'Parabenize no dia, um mimo válido por um mês; nada com cara de propaganda.',
      ],
      es: [
        'Cumpleaños cercano',
        'Una fecha suya, no de la tienda: una felicitación se nota incluso sin regalo.',
        'Felicite el día, un pequeño regalo válido un mes; nada que parezca publicidad.',
      ],
      fr: [
        'Anniversaire proche',
        'Une date à eux, pas au magasin : un mot se remarque même sans cadeau.',
        'Souhaitez-le le jour même, un petit cadeau valable un mois ; rien de publicitaire.',
      ],
    },
  },
  {
    key: 'joined-anniversary',
    group: 'season',
    definition: 'anniversary of {joined} within next {ahead}',
    parameters: [{ name: 'ahead', kind: 'days', from: 14 }],
    words: {
      en: [
        'Anniversary of joining',
        'One more year in the programme: a natural moment to look back together.',
        'Say what they saved and earned in the year; a bonus that grows with the years.',
      ],
      'pt-BR': [
        'Aniversário de cadastro',
        'Mais um ano no programa: um momento natural para olhar para trás juntos.',
        'Diga o que economizaram e ganharam no ano; um bônus que cresce com os anos.',
      ],
      es: [
        'Aniversario de alta',
        'Un año más en el programa: un momento natural para mirar atrás juntos.',
        'Diga lo que ahorraron y ganaron en el año; un extra que crece con los años.',
      ],
      fr: [
        "Anniversaire d'inscription",
        "Une année de plus dans le programme : le moment naturel d'un bilan partagé.",
        "Dites ce qu'ils ont économisé et gagné ; un bonus qui grandit avec les années.",
      ],
    },
  },
  {
    key: 'first-purchase-anniversary',
    group: 'season',
    definition:
      'anniversary of first({purchase}) within next {ahead} and any({purchase}, last 365 days)',
    parameters: [{ name: 'ahead', kind: 'days', from: 14 }],
    words: {
      en: [
        'Anniversary of the first purchase',
        'The day they first bought comes round, and they still buy: works without a date of joining.',
        'A thank-you that names the first purchase; an invitation to what came after it.',
      ],
      'pt-BR': [
        'Aniversário da primeira compra',
        'O dia da primeira compra se repete, e eles ainda compram: funciona sem data de cadastro.',
        'Um obrigado que lembra a primeira compra; um convite ao que veio depois.',
      ],
      es: [
        'Aniversario de la primera compra',
        'Vuelve el día de su primera compra, y aún compran: sirve sin fecha de alta.',
        'Un gracias que recuerde la primera compra; una invitación a lo que vino después.',
      ],
      fr: [
        'Anniversaire du premier achat',
        "Le jour du premier achat revient, et ils achètent encore : sans besoin de date d'inscription.",
        'Un merci qui rappelle ce premier achat ; une invitation à la suite.',
      ],
    },
  },
  {
    key: 'this-time-last-year',
    group: 'season',
    definition:
      'any({purchase}, between 13 and 11 months ago) and not any({purchase}, last {quiet})',
    parameters: [{ name: 'quiet', kind: 'days', from: 'gapMedian' }],
    words: {
      en: [
        'Bought at this time last year',
        'They bought around this date a year ago and have not yet done so now: the occasion may return.',
        'Remind of the occasion, show what they took then and what is new.',
      ],
      'pt-BR': [
        'Compraram nesta época no ano passado',
        'Compraram perto desta data há um ano e ainda não agora: a ocasião pode voltar.',
        'Lembre da ocasião, mostre o que levaram e o que há de novo.',
      ],
      es: [
        'Compraron por estas fechas el año pasado',
        'Compraron cerca de esta fecha hace un año y aún no ahora: la ocasión puede volver.',
        'Recuerde la ocasión, muestre lo que se llevaron y lo nuevo.',
      ],
      fr: [
        "Ont acheté à la même période l'an dernier",
        "Ils ont acheté vers cette date il y a un an, pas encore cette fois : l'occasion peut revenir.",
        "Rappelez l'occasion, montrez leur choix d'alors et les nouveautés.",
      ],
    },
  },
  {
    key: 'seldom-but-faithful',
    group: 'season',
    definition:
      'count({purchase}) >= 2 and median gap({purchase}) between {from} and {quiet} and days since last({purchase}) <= {quiet#}',
    parameters: [
      { name: 'from', kind: 'days', from: 'gapP90', least: 60 },
      { name: 'quiet', kind: 'days', from: 400 },
    ],
    words: {
      en: [
        'Seldom, but faithful',
        'They take longer than nine in ten to return, for gifts or a season, and still do: rules made for regulars would call them lost.',
        'Leave them out of win-back; write a few weeks before their season.',
      ],
      'pt-BR': [
        'Raros, mas fiéis',
        'Demoram mais que nove em cada dez para voltar, por presentes ou estação, mas voltam: regras feitas para frequentes os dariam por perdidos.',
        'Deixe-os fora da reconquista; escreva semanas antes da época deles.',
      ],
      es: [
        'Pocas veces, pero fieles',
        'Tardan más que nueve de cada diez en volver, por regalos o temporada, pero vuelven: reglas hechas para habituales los darían por perdidos.',
        'Déjelos fuera de la recuperación; escriba unas semanas antes de su temporada.',
      ],
      fr: [
        'Rares, mais fidèles',
        "Ils mettent plus de temps que neuf sur dix à revenir, pour un cadeau ou une saison, mais reviennent : des règles d'habitués les diraient perdus.",
        'Laissez-les hors reconquête ; écrivez quelques semaines avant leur saison.',
      ],
    },
  },
  {
    key: 'not-yet-this-quarter',
    group: 'season',
    definition: 'any({purchase}, last quarter) and not any({purchase}, this quarter)',
    parameters: [],
    words: {
      en: [
        'Not yet this quarter',
        'Here last quarter, not yet in this one: towards its end the list shows whom the quarter will miss.',
        'One message in the last month of the quarter, with what is new since they came.',
      ],
      'pt-BR': [
        'Ainda não neste trimestre',
        'Estiveram no trimestre passado e ainda não neste: perto do fim a lista mostra quem fará falta.',
        'Uma mensagem no último mês do trimestre, com as novidades desde a última visita.',
      ],
      es: [
        'Aún no este trimestre',
        'Vinieron el trimestre pasado y aún no este: hacia el final la lista muestra a quién se echará en falta.',
        'Un mensaje en el último mes del trimestre, con lo nuevo desde que vinieron.',
      ],
      fr: [
        'Pas encore ce trimestre',
        'Là au trimestre dernier, pas encore à celui-ci : vers la fin, la liste dit qui va manquer.',
        'Un message le dernier mois du trimestre, avec les nouveautés depuis leur visite.',
      ],
    },
  },
]
