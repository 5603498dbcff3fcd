/** Templates: who is on the way up. */
import type { Template } from '../template.ts'

export const GROWTH: readonly Template[] = [
  {
    key: 'second-purchase-window',
    group: 'growth',
    definition:
      'count({purchase}) = 1 and days since first({purchase}) between {from#} and {quiet#}',
    parameters: [
      { name: 'from', kind: 'days', from: 'secondMedian' },
      { name: 'quiet', kind: 'days', from: 'secondP80', least: 120 },
    ],
    words: {
      en: [
        'Second purchase due',
        'Half of those who return have done so by now, others may still: the stretch in which a nudge helps.',
        'Show what goes with the first purchase; a small reward for the second.',
      ],
      'pt-BR': [
        'Hora da segunda compra',
        'Metade dos que voltam já voltou, outros ainda podem voltar: o período em que um empurrão ajuda.',
        'Mostre o que combina com a primeira compra; uma pequena recompensa pela segunda.',
      ],
      es: [
        'Toca la segunda compra',
        'La mitad de los que vuelven ya lo hizo, otros aún pueden volver: el tramo en que un empujón ayuda.',
        'Muestre lo que va con la primera compra; una pequeña recompensa por la segunda.',
      ],
      fr: [
        'Deuxième achat attendu',
        "La moitié de ceux qui reviennent l'ont fait, d'autres le peuvent encore : la période où un coup de pouce aide.",
        'Montrez ce qui complète le premier achat ; une petite récompense pour le deuxième.',
      ],
    },
  },
  {
    key: 'third-purchase',
    group: 'growth',
    definition: 'count({purchase}) = 2 and any({purchase}, last {recent})',
    parameters: [{ name: 'recent', kind: 'days', from: 'gapP80', least: 60 }],
    words: {
      en: [
        'On the way to a habit',
        'Two purchases and still in rhythm: with each purchase the chance of another grows, and the third makes a regular.',
        'Explain the programme and what they have earned already.',
      ],
      'pt-BR': [
        'A caminho do hábito',
        'Duas compras e ainda no ritmo: a cada compra cresce a chance de outra, e a terceira faz um cliente regular.',
        'Explique o programa e o que já ganharam.',
      ],
      es: [
        'Camino del hábito',
        'Dos compras y aún en ritmo: con cada compra crece la probabilidad de otra, y la tercera hace un habitual.',
        'Explique el programa y lo que ya han ganado.',
      ],
      fr: [
        'En passe de devenir habitués',
        "Deux achats et toujours dans le rythme : chaque achat augmente la chance d'un autre, le troisième fait l'habitué.",
        "Expliquez le programme et ce qu'ils ont déjà gagné.",
      ],
    },
  },
  {
    key: 'rising-spend',
    group: 'growth',
    definition:
      'trend(sum({amount}), last 6 months) > 0 and regular({purchase}, at least {months} of last 6 months)',
    parameters: [{ name: 'months', kind: 'count', from: 3 }],
    words: {
      en: [
        'Spending more each month',
        'A rising line through six whole months, with purchases in at least half of them so that one large purchase does not make a trend.',
        'Welcome to the next tier early; show new categories.',
      ],
      'pt-BR': [
        'Gastando mais a cada mês',
        'Uma linha crescente em seis meses inteiros, com compras em pelo menos metade deles, para que uma compra grande não vire tendência.',
        'Receba antes no próximo nível; mostre novas categorias.',
      ],
      es: [
        'Gastan más cada mes',
        'Una línea ascendente en seis meses enteros, con compras en al menos la mitad, para que una compra grande no parezca tendencia.',
        'Bienvenida anticipada al siguiente nivel; muestre categorías nuevas.',
      ],
      fr: [
        'Dépensent plus chaque mois',
        'Une ligne montante sur six mois entiers, avec des achats dans au moins la moitié : un gros achat seul ne fait pas une tendance.',
        'Accueillez-les tôt au niveau suivant ; montrez de nouvelles catégories.',
      ],
    },
  },
  {
    key: 'back-again',
    group: 'growth',
    definition: 'restarted({purchase}, {quiet})',
    parameters: [{ name: 'quiet', kind: 'days', from: 'gapP80' }],
    words: {
      en: [
        'Back again',
        'They had stopped and have returned by themselves: who returns is more open to talk than who never left.',
        'Say welcome back, ask what brought them, help with the second purchase.',
      ],
      'pt-BR': [
        'De volta',
        'Tinham parado e voltaram por conta própria: quem volta está mais aberto à conversa que quem nunca saiu.',
        'Dê as boas-vindas de volta, pergunte o que os trouxe, ajude na segunda compra.',
      ],
      es: [
        'De vuelta',
        'Habían parado y han vuelto por sí solos: quien vuelve está más abierto a hablar que quien nunca se fue.',
        'Dé la bienvenida, pregunte qué los trajo, ayude con la segunda compra.',
      ],
      fr: [
        'De retour',
        "Ils avaient arrêté et sont revenus d'eux-mêmes : qui revient écoute plus volontiers que qui n'est jamais parti.",
        'Souhaitez bon retour, demandez ce qui les ramène, aidez au deuxième achat.',
      ],
    },
  },
  {
    key: 'one-shelf',
    group: 'growth',
    definition:
      'count({purchase}, last 365 days) >= {orders} and count distinct({categories}, last 365 days) between 1 and {kinds}',
    parameters: [
      { name: 'orders', kind: 'count', from: 3 },
      { name: 'kinds', kind: 'count', from: 'kindsP20' },
    ],
    words: {
      en: [
        'Know only one shelf',
        'They come back but see little of the range: trust is there, habit leads them past the rest.',
        'Let them try a neighbouring category: samples, bundles, recipes.',
      ],
      'pt-BR': [
        'Só conhecem uma prateleira',
        'Voltam, mas veem pouco do sortimento: a confiança existe, o hábito os leva direto.',
        'Faça-os experimentar uma categoria vizinha: amostras, kits, receitas.',
      ],
      es: [
        'Solo conocen un estante',
        'Vuelven, pero ven poco del surtido: la confianza está, la costumbre los lleva de largo.',
        'Que prueben una categoría vecina: muestras, lotes, recetas.',
      ],
      fr: [
        "Ne connaissent qu'un rayon",
        "Ils reviennent mais voient peu de l'assortiment : la confiance est là, l'habitude les mène tout droit.",
        'Faites goûter une catégorie voisine : échantillons, lots, recettes.',
      ],
    },
  },
]
