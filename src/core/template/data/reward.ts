/** Templates: discounts and rewards. */
import type { Template } from '../template.ts'

export const REWARD: readonly Template[] = [
  {
    key: 'discount-hunters',
    group: 'reward',
    definition:
      'count({purchase}, last 365 days) >= {orders} and share({purchase} where {discounted}, last 365 days) >= {share}',
    parameters: [
      { name: 'orders', kind: 'count', from: 3 },
      { name: 'share', kind: 'share', from: 'discountP80' },
    ],
    words: {
      en: [
        'Discount hunters',
        'They buy on offer more than four in five others do: at full price they wait.',
        'Clear stock with them, quietly; keep margin-heavy launches elsewhere.',
      ],
      'pt-BR': [
        'Caçadores de desconto',
        'Compram em oferta mais que quatro em cada cinco: a preço cheio, esperam.',
        'Escoe estoque com eles, discretamente; lançamentos de margem vão para outros.',
      ],
      es: [
        'Cazadores de descuentos',
        'Compran en oferta más que cuatro de cada cinco: a precio completo, esperan.',
        'Liquide existencias con ellos, sin ruido; los lanzamientos con margen, a otros.',
      ],
      fr: [
        'Chasseurs de remises',
        'Ils achètent en promotion plus que quatre autres sur cinq : au prix fort, ils attendent.',
        'Écoulez les stocks avec eux, discrètement ; gardez ailleurs les lancements à marge.',
      ],
    },
  },
  {
    key: 'full-price',
    group: 'reward',
    definition:
      'count({purchase}, last 365 days) >= {orders} and not any({purchase} where {discounted}, last 365 days)',
    parameters: [{ name: 'orders', kind: 'count', from: 'ordersMedian', least: 2 }],
    words: {
      en: [
        'Buy at full price',
        'Not one discount in a year: what they want is not cheaper, and vouchers sent to them are given away.',
        'Take them out of discount mailings; give service, novelty, recognition.',
      ],
      'pt-BR': [
        'Compram a preço cheio',
        'Nenhum desconto em um ano: não querem mais barato, e cupons enviados a eles são desperdício.',
        'Tire-os dos envios de desconto; dê serviço, novidade, reconhecimento.',
      ],
      es: [
        'Compran a precio completo',
        'Ni un descuento en un año: no buscan lo barato, y los cupones que se les envía se regalan.',
        'Sáquelos de los envíos de descuentos; dé servicio, novedad, reconocimiento.',
      ],
      fr: [
        'Achètent au prix fort',
        "Pas une remise en un an : ils ne cherchent pas moins cher, et les bons qu'on leur envoie sont perdus.",
        'Retirez-les des envois de remises ; offrez service, nouveauté, reconnaissance.',
      ],
    },
  },
  {
    key: 'discount-then-full',
    group: 'reward',
    definition:
      'sequence({purchase} where {discounted}, then {purchase} where not ({discounted}) within {gap}, last 365 days)',
    parameters: [{ name: 'gap', kind: 'days', from: 'gapP80' }],
    words: {
      en: [
        'Came for the offer, stayed without',
        'A purchase on offer was followed by one at full price within the usual time: the discount did what it is for.',
        'Learn which offers brought them; repeat those for others, not for them.',
      ],
      'pt-BR': [
        'Vieram pela oferta e ficaram',
        'A uma compra em oferta seguiu outra a preço cheio no tempo usual: o desconto cumpriu seu papel.',
        'Descubra que ofertas os trouxeram; repita-as para outros, não para eles.',
      ],
      es: [
        'Vinieron por la oferta y se quedaron',
        'Tras una compra en oferta vino otra a precio completo en el plazo habitual: el descuento cumplió su función.',
        'Averigüe qué ofertas los trajeron; repítalas para otros, no para ellos.',
      ],
      fr: [
        "Venus pour l'offre, restés sans",
        "Un achat en promotion suivi d'un autre au prix fort dans le délai habituel : la remise a joué son rôle.",
        "Repérez les offres qui les ont amenés ; répétez-les pour d'autres, pas pour eux.",
      ],
    },
  },
  {
    key: 'unused-rewards',
    group: 'reward',
    definition: 'any({reward}, last {recent}) and not any({redeemed}, last {recent})',
    parameters: [{ name: 'recent', kind: 'days', from: 365 }],
    words: {
      en: [
        'Rewards not used',
        'Earned and never redeemed: until the first redemption a programme is a promise only.',
        'Remind before it expires, show the nearest way to use it, make the first step tiny.',
      ],
      'pt-BR': [
        'Recompensas não usadas',
        'Ganharam e nunca resgataram: até o primeiro resgate o programa é só promessa.',
        'Lembre antes de expirar, mostre a forma mais fácil de usar, um primeiro passo mínimo.',
      ],
      es: [
        'Recompensas sin usar',
        'Ganadas y nunca canjeadas: hasta el primer canje el programa es solo una promesa.',
        'Recuerde antes de que caduque, muestre la forma más fácil de usarla, un primer paso mínimo.',
      ],
      fr: [
        'Récompenses inutilisées',
        "Gagnées, jamais utilisées : avant le premier usage, un programme n'est qu'une promesse.",
        "Rappelez avant l'échéance, montrez l'usage le plus simple, un tout petit premier pas.",
      ],
    },
  },
  {
    key: 'reward-users',
    group: 'reward',
    definition: 'count({redeemed}, last 365 days) >= {times}',
    parameters: [{ name: 'times', kind: 'count', from: 2 }],
    words: {
      en: [
        'Live the programme',
        'They redeem again and again: rewards have worth for them, and losing them would hurt.',
        'Offer choices of rewards, experiences, an early look at changes of the rules.',
      ],
      'pt-BR': [
        'Vivem o programa',
        'Resgatam repetidas vezes: as recompensas têm valor para eles, e perdê-las doeria.',
        'Ofereça escolha de recompensas, experiências, aviso antecipado de mudanças nas regras.',
      ],
      es: [
        'Viven el programa',
        'Canjean una y otra vez: las recompensas valen para ellos, y perderlas dolería.',
        'Ofrezca elegir recompensas, experiencias, aviso anticipado de cambios en las reglas.',
      ],
      fr: [
        'Vivent le programme',
        'Ils utilisent leurs récompenses encore et encore : elles comptent, les perdre ferait mal.',
        'Offrez le choix, des expériences, un aperçu des changements de règles.',
      ],
    },
  },
  {
    key: 'reward-then-purchase',
    group: 'reward',
    definition: 'sequence({redeemed}, then {purchase} within {gap}, last 365 days)',
    parameters: [{ name: 'gap', kind: 'days', from: 'gapMedian' }],
    words: {
      en: [
        'Back soon after a reward',
        'A purchase followed a redemption sooner than is usual: for them rewards may bring the next visit (compare with a group without to know).',
        'Offer a small reward at the moment their visit is due.',
      ],
      'pt-BR': [
        'De volta logo após a recompensa',
        'Uma compra seguiu o resgate antes do usual: para eles a recompensa pode trazer a próxima visita (compare com um grupo sem ela para saber).',
        'Ofereça uma pequena recompensa no momento em que a visita é esperada.',
      ],
      es: [
        'De vuelta tras la recompensa',
        'Una compra siguió al canje antes de lo habitual: la recompensa puede traer la próxima visita (compare con un grupo sin ella para saberlo).',
        'Ofrezca una pequeña recompensa cuando toque su visita.',
      ],
      fr: [
        'Vite revenus après une récompense',
        "Un achat a suivi plus tôt que d'usage : la récompense peut amener la visite suivante (comparez à un groupe sans, pour le savoir).",
        'Offrez une petite récompense au moment où leur visite est attendue.',
      ],
    },
  },
]
