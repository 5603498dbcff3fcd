/** What is said of points: held, lapsing, earned too slowly, tiers nobody reaches. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'none'
  | 'held'
  | 'worthOf'
  | 'soon'
  | 'lapsed'
  | 'slow'
  | 'pace'
  | 'months'
  | 'tierEmpty'
  | 'tierNear'
  | 'noModel'
  | 'soonTitle'
  | 'within'
  | 'customers'
  | 'points'
  | 'worth'
  | 'tiers'
  | 'tier'
  | 'takes'
  | 'reached'
  | 'near'
  | 'spend'
  | 'paces'
  | 'share'
  | 'year'
  | 'toReward'
  | 'method'
  | 'methodSlow'

/** In the four languages. */
export const POINT_WORDS: Readonly<Record<Word, Texts>> = {
  none: [
    'Nobody has earned points yet.',
    'Ninguém ganhou pontos ainda.',
    'Nadie ha ganado puntos todavía.',
    'Personne n’a encore gagné de points.',
  ],
  held: [
    '{customers} customers hold {points} points{worth}: that is what the programme owes them.',
    '{customers} clientes têm {points} pontos{worth}: é o que o programa lhes deve.',
    '{customers} clientes tienen {points} puntos{worth}: es lo que el programa les debe.',
    '{customers} clients détiennent {points} points{worth} : c’est ce que le programme leur doit.',
  ],
  worthOf: [', worth {money}', ', no valor de {money}', ', por valor de {money}', ', soit {money}'],
  soon: [
    '{customers} customers lose {points} points{worth} within {days} unless they spend them. To test: a reminder with what they could have for them, to a random half.',
    '{customers} clientes perdem {points} pontos{worth} em {days} se não os usarem. Para testar: um lembrete com o que poderiam ter por eles, para metade sorteada.',
    '{customers} clientes pierden {points} puntos{worth} en {days} si no los gastan. Para probar: un aviso con lo que podrían obtener por ellos, a la mitad al azar.',
    '{customers} clients perdent {points} points{worth} dans les {days} s’ils ne les dépensent pas. À tester : un rappel de ce qu’ils pourraient en avoir, à une moitié tirée au sort.',
  ],
  lapsed: [
    '{customers} customers lost {points} points{worth} in the last year, unspent.',
    '{customers} clientes perderam {points} pontos{worth} no último ano, sem usá-los.',
    '{customers} clientes perdieron {points} puntos{worth} en el último año, sin gastarlos.',
    '{customers} clients ont perdu {points} points{worth} l’an dernier, sans les dépenser.',
  ],
  slow: [
    '{customers} customers keep buying and yet earn too few points for a reward in the {months} months that points live: theirs lapse first. They spent {money} in the last year ({least} to {most}). To test: a smaller reward within reach, for a random half.',
    '{customers} clientes seguem comprando e mesmo assim ganham poucos pontos para uma recompensa nos {months} meses de vida dos pontos: os deles vencem antes. Gastaram {money} no último ano ({least} a {most}). Para testar: uma recompensa menor ao alcance de metade deles, sorteada.',
    '{customers} clientes siguen comprando y aun así ganan muy pocos puntos para una recompensa en los {months} meses que viven los puntos: los suyos caducan antes. Gastaron {money} en el último año (de {least} a {most}). Para probar: una recompensa menor al alcance de la mitad, al azar.',
    '{customers} clients continuent d’acheter et gagnent pourtant trop peu de points pour une récompense pendant les {months} mois de vie des points : les leurs expirent avant. Ils ont dépensé {money} l’an dernier ({least} à {most}). À tester : une plus petite récompense à portée d’une moitié tirée au sort.',
  ],
  pace: [
    'Half of the {customers} customers who earned points in the last year earned {points} or fewer{months}.',
    'Metade dos {customers} clientes que ganharam pontos no último ano ganhou {points} ou menos{months}.',
    'La mitad de los {customers} clientes que ganaron puntos en el último año ganó {points} o menos{months}.',
    'La moitié des {customers} clients qui ont gagné des points l’an dernier en ont gagné {points} ou moins{months}.',
  ],
  months: [
    '; at that pace a reward takes {n} months',
    '; nesse ritmo, uma recompensa leva {n} meses',
    '; a ese ritmo, una recompensa tarda {n} meses',
    ' ; à ce rythme, une récompense demande {n} mois',
  ],
  tierEmpty: [
    'The tier “{tier}” takes {points} points within a year, and nobody or hardly anybody earned that many: a goal for nobody. To test: a lower threshold, or a step between.',
    'O nível “{tier}” pede {points} pontos num ano, e ninguém ou quase ninguém ganhou tantos: não é meta para ninguém. Para testar: um limite menor ou um degrau no meio.',
    'El nivel «{tier}» pide {points} puntos en un año, y nadie o casi nadie ganó tantos: no es meta para nadie. Para probar: un umbral más bajo o un peldaño intermedio.',
    'Le palier « {tier} » demande {points} points en un an, et personne ou presque n’en a gagné autant : un but pour personne. À tester : un seuil plus bas, ou un palier intermédiaire.',
  ],
  tierNear: [
    '{customers} customers earned {share} or more of what the tier “{tier}” takes, and are short of it; they spent {money} in the last year ({least} to {most}). To test: tell a random half of them how little is missing.',
    '{customers} clientes ganharam {share} ou mais do que pede o nível “{tier}” e ainda não chegaram; gastaram {money} no último ano ({least} a {most}). Para testar: diga a metade sorteada o quanto falta.',
    '{customers} clientes ganaron el {share} o más de lo que pide el nivel «{tier}» y no han llegado; gastaron {money} en el último año (de {least} a {most}). Para probar: decir a la mitad, al azar, lo poco que falta.',
    '{customers} clients ont gagné {share} ou plus de ce que demande le palier « {tier} » sans l’atteindre ; ils ont dépensé {money} l’an dernier ({least} à {most}). À tester : dire à une moitié tirée au sort combien il manque.',
  ],
  noModel: [
    'Who they are a model of kind points tells, with scores for segments: `tessera model init points`.',
    'Quem são, um modelo do tipo points diz, com pontuações para segmentos: `tessera model init points`.',
    'Quiénes son lo dice un modelo de tipo points, con puntuaciones para segmentos: `tessera model init points`.',
    'Qui ils sont, un modèle de type points le dit, avec des scores pour les segments : `tessera model init points`.',
  ],
  soonTitle: [
    'Points about to lapse',
    'Pontos prestes a vencer',
    'Puntos a punto de caducar',
    'Points sur le point d’expirer',
  ],
  within: ['Within', 'Em até', 'En', 'D’ici'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  points: ['Points', 'Pontos', 'Puntos', 'Points'],
  worth: ['Worth', 'Valor', 'Valor', 'Valeur'],
  tiers: [
    'Tiers by points earned in the last year',
    'Níveis por pontos ganhos no último ano',
    'Niveles por puntos ganados en el último año',
    'Paliers selon les points gagnés l’an dernier',
  ],
  tier: ['Tier', 'Nível', 'Nivel', 'Palier'],
  takes: ['Takes', 'Pede', 'Pide', 'Demande'],
  reached: ['Reached', 'Chegaram', 'Llegaron', 'Atteint'],
  near: ['Nearly', 'Quase', 'Casi', 'Presque'],
  spend: [
    'What those nearly there spent in the last year',
    'Gasto no último ano de quem está quase lá',
    'Gasto en el último año de a quienes falta poco',
    'Dépense l’an dernier de ceux qui y sont presque',
  ],
  paces: [
    'Points earned in the last year',
    'Pontos ganhos no último ano',
    'Puntos ganados en el último año',
    'Points gagnés l’an dernier',
  ],
  share: [
    'Share who earned so many or fewer',
    'Parcela que ganhou tantos ou menos',
    'Parte que ganó tantos o menos',
    'Part qui en a gagné autant ou moins',
  ],
  year: ['Points a year', 'Pontos por ano', 'Puntos al año', 'Points par an'],
  toReward: [
    'Months to a reward',
    'Meses até uma recompensa',
    'Meses hasta una recompensa',
    'Mois jusqu’à une récompense',
  ],
  method: [
    'Points are spent oldest first and lapse at the end of the local day so many months after they were earned, both as the section points of the catalogue says; a spending of more than is held takes what there is. Worth is what the catalogue says of a point, or what the rewards of the last year gave for theirs.',
    'Os pontos mais antigos são usados primeiro e vencem ao fim do dia local tantos meses após ganhos, como diz a seção points do catálogo; um uso maior que o saldo toma o que há. O valor é o que o catálogo diz de um ponto, ou o que as recompensas do último ano deram pelos seus.',
    'Los puntos más antiguos se gastan primero y caducan al final del día local tantos meses después de ganados, como dice la sección points del catálogo; un gasto mayor que el saldo toma lo que hay. El valor es el que el catálogo da a un punto, o lo que dieron por los suyos las recompensas del último año.',
    'Les points les plus anciens sont dépensés d’abord et expirent à la fin du jour local tant de mois après avoir été gagnés, comme le dit la section points du catalogue ; une dépense supérieure au solde prend ce qu’il y a. La valeur est celle que le catalogue donne à un point, ou ce que les récompenses de l’an dernier ont donné pour les leurs.',
  ],
  methodSlow: [
    'Too slow: first bought before the life of a point began, bought in the last 365 days, and earned less within that life than the usual price of a reward where they live.',
    'Lentos demais: compraram pela primeira vez antes do início da vida de um ponto, compraram nos últimos 365 dias e ganharam nessa vida menos que o preço usual de uma recompensa onde moram.',
    'Demasiado lentos: compraron por primera vez antes de que empezara la vida de un punto, compraron en los últimos 365 días y ganaron en esa vida menos que el precio usual de una recompensa donde viven.',
    'Trop lents : premier achat avant le début de la vie d’un point, achat dans les 365 derniers jours, et moins de points gagnés pendant cette vie que le prix usuel d’une récompense là où ils vivent.',
  ],
}
