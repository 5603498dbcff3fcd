/** What is said of rewards: too slow, unused, expiring, nearly reached. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'near'
  | 'none'
  | 'first'
  | 'slow'
  | 'more'
  | 'unusedWhere'
  | 'unusedKind'
  | 'never'
  | 'lapsed'
  | 'expiring'
  | 'nearly'
  | 'stays'
  | 'leaves'
  | 'noEffect'
  | 'effectUnknown'
  | 'tierEmpty'
  | 'points'
  | 'uses'
  | 'what'
  | 'value'
  | 'kind'
  | 'customers'
  | 'used'
  | 'others'
  | 'difference'
  | 'verdict'
  | 'paces'
  | 'half'
  | 'soon'
  | 'within'
  | 'rewards'
  | 'worth'
  | 'staying'
  | 'group'
  | 'rewarded'
  | 'unrewarded'
  | 'day'
  | 'notBack'
  | 'methodUsed'
  | 'methodFirst'
  | 'methodEffect'
  | 'methodExpiring'

/** In the four languages. */
export const REWARD_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'Rewards: too slow, unused, expiring',
    'Recompensas: lentas, sem uso, vencendo',
    'Recompensas: lentas, sin usar, por caducar',
    'Récompenses : lentes, inutilisées, bientôt expirées',
  ],
  about: [
    'How long the first reward takes and whether it goes with staying, who never uses rewards, which expire soon, who is nearly there.',
    'Quanto demora a primeira recompensa e se ela acompanha a permanência, quem nunca usa, quais vencem logo, quem está quase lá.',
    'Cuánto tarda la primera recompensa y si acompaña a la permanencia, quién no las usa nunca, cuáles caducan pronto, a quién le falta poco.',
    'Combien de temps prend la première récompense et si elle va avec la fidélité, qui n’en utilise jamais, lesquelles expirent bientôt, qui y est presque.',
  ],
  near: [
    'Nearly there means points for at least this percentage of a reward',
    'Quase lá: pontos para ao menos esta porcentagem de uma recompensa',
    'Casi: puntos para al menos este porcentaje de una recompensa',
    'Presque : des points pour au moins ce pourcentage d’une récompense',
  ],
  none: [
    'No rewards have been earned yet.',
    'Nenhuma recompensa foi obtida ainda.',
    'Aún no se ha obtenido ninguna recompensa.',
    'Aucune récompense n’a encore été obtenue.',
  ],
  first: [
    'Half of the customers who keep buying have their first reward after {purchases} purchases ({low} to {high}), some {days} after their first purchase.',
    'Metade dos clientes que seguem comprando tem a primeira recompensa após {purchases} compras ({low} a {high}), uns {days} depois da primeira compra.',
    'La mitad de los clientes que siguen comprando tiene su primera recompensa tras {purchases} compras (de {low} a {high}), unos {days} después de la primera compra.',
    'La moitié des clients qui continuent d’acheter ont leur première récompense après {purchases} achats ({low} à {high}), environ {days} après le premier achat.',
  ],
  slow: [
    '{what} “{value}” waits too long for a first reward: {own} purchases for half of them ({low} to {high}), against {others} for the others. Not yet rewarded there: {customers} customers, who spent {money} in the last year ({least} to {most}). To test: a first reward within reach for a random half of them.',
    '{what} “{value}” espera demais pela primeira recompensa: {own} compras para metade deles ({low} a {high}), contra {others} dos demais. Ainda sem recompensa: {customers} clientes, que gastaram {money} no último ano ({least} a {most}). Para testar: uma primeira recompensa ao alcance de metade deles, sorteada.',
    '{what} «{value}» espera demasiado su primera recompensa: {own} compras para la mitad (de {low} a {high}), frente a {others} de los demás. Aún sin recompensa: {customers} clientes, que gastaron {money} en el último año (de {least} a {most}). Para probar: una primera recompensa al alcance de la mitad, al azar.',
    '{what} « {value} » attend trop longtemps sa première récompense : {own} achats pour la moitié ({low} à {high}), contre {others} pour les autres. Pas encore récompensés : {customers} clients, qui ont dépensé {money} l’an dernier ({least} à {most}). À tester : une première récompense à portée d’une moitié tirée au sort.',
  ],
  more: ['more than {n}', 'mais de {n}', 'más de {n}', 'plus de {n}'],
  unusedWhere: [
    '{what} “{value}” hardly uses its rewards: {own} of them ({low} to {high}), against {others} of the others. {customers} customers there have never used one; they spent {money} in the last year ({least} to {most}). To test: tell a random half how to use them, or offer there what they would choose themselves.',
    '{what} “{value}” quase não usa as recompensas: {own} delas ({low} a {high}), contra {others} dos demais. {customers} clientes ali nunca usaram uma; gastaram {money} no último ano ({least} a {most}). Para testar: explique a metade sorteada como usá-las, ou ofereça ali o que eles mesmos escolheriam.',
    '{what} «{value}» apenas usa sus recompensas: el {own} (de {low} a {high}), frente al {others} de los demás. {customers} clientes de ahí nunca han usado una; gastaron {money} en el último año (de {least} a {most}). Para probar: explicar a la mitad, al azar, cómo usarlas, u ofrecer allí lo que ellos elegirían.',
    '{what} « {value} » n’utilise guère ses récompenses : {own} ({low} à {high}), contre {others} pour les autres. {customers} clients n’y ont jamais rien utilisé ; ils ont dépensé {money} l’an dernier ({least} à {most}). À tester : expliquer à une moitié tirée au sort comment s’en servir, ou proposer là ce qu’ils choisiraient.',
  ],
  unusedKind: [
    'Rewards of the kind “{value}” are hardly used: {own} ({low} to {high}), against {others} of the other kinds. To test: replace it by a kind that is used, for a random half.',
    'As recompensas do tipo “{value}” quase não são usadas: {own} ({low} a {high}), contra {others} dos outros tipos. Para testar: troque por um tipo que é usado, para metade sorteada.',
    'Las recompensas del tipo «{value}» apenas se usan: el {own} (de {low} a {high}), frente al {others} de los otros tipos. Para probar: cambiarlas por un tipo que sí se usa, para la mitad al azar.',
    'Les récompenses de type « {value} » servent peu : {own} ({low} à {high}), contre {others} pour les autres types. À tester : les remplacer par un type qui sert, pour une moitié tirée au sort.',
  ],
  never: [
    '{customers} customers, {share} of those with rewards, have never used one; they spent {money} in the last year ({least} to {most}).',
    '{customers} clientes, {share} dos que têm recompensas, nunca usaram uma; gastaram {money} no último ano ({least} a {most}).',
    '{customers} clientes, el {share} de los que tienen recompensas, no han usado ninguna; gastaron {money} en el último año (de {least} a {most}).',
    '{customers} clients, {share} de ceux qui ont des récompenses, n’en ont jamais utilisé ; ils ont dépensé {money} l’an dernier ({least} à {most}).',
  ],
  lapsed: [
    '{rewards} rewards worth {money} expired unused in the last year: cheaper for the programme, but a promise that was not kept in the customer’s eyes.',
    '{rewards} recompensas no valor de {money} venceram sem uso no último ano: mais barato para o programa, mas, aos olhos do cliente, uma promessa não cumprida.',
    '{rewards} recompensas por valor de {money} caducaron sin usarse en el último año: más barato para el programa, pero a ojos del cliente una promesa incumplida.',
    '{rewards} récompenses d’une valeur de {money} ont expiré sans servir l’an dernier : moins cher pour le programme, mais une promesse non tenue aux yeux du client.',
  ],
  expiring: [
    '{rewards} unused rewards of {customers} customers, worth {money}, expire within {days}. To test: a reminder two weeks before, to a random half.',
    '{rewards} recompensas sem uso de {customers} clientes, no valor de {money}, vencem em {days}. Para testar: um lembrete duas semanas antes, para metade sorteada.',
    '{rewards} recompensas sin usar de {customers} clientes, por valor de {money}, caducan en {days}. Para probar: un aviso dos semanas antes, a la mitad al azar.',
    '{rewards} récompenses inutilisées de {customers} clients, d’une valeur de {money}, expirent dans les {days}. À tester : un rappel deux semaines avant, à une moitié tirée au sort.',
  ],
  nearly: [
    '{customers} customers have points for {share} or more of their next reward; they spent {money} in the last year ({least} to {most}). To test: tell a random half of them how little is missing.',
    '{customers} clientes têm pontos para {share} ou mais da próxima recompensa; gastaram {money} no último ano ({least} a {most}). Para testar: diga a metade sorteada o quanto falta.',
    '{customers} clientes tienen puntos para el {share} o más de su próxima recompensa; gastaron {money} en el último año (de {least} a {most}). Para probar: decir a la mitad, al azar, lo poco que falta.',
    '{customers} clients ont des points pour {share} ou plus de leur prochaine récompense ; ils ont dépensé {money} l’an dernier ({least} à {most}). À tester : dire à une moitié tirée au sort combien il manque.',
  ],
  stays: [
    'With equally many purchases, those who already had a reward stop less often: {withIt} against {without} ({low} to {high} points apart). That is no proof that the reward keeps them: only a test with a random group can show it.',
    'Com o mesmo número de compras, quem já tinha recompensa para menos: {withIt} contra {without} ({low} a {high} pontos de diferença). Não prova que a recompensa os segura: só um teste com grupo sorteado mostra isso.',
    'Con las mismas compras, quienes ya tenían una recompensa lo dejan menos: {withIt} frente a {without} (de {low} a {high} puntos de diferencia). No prueba que la recompensa los retenga: solo una prueba con un grupo al azar puede mostrarlo.',
    'À nombre d’achats égal, ceux qui avaient déjà une récompense s’arrêtent moins : {withIt} contre {without} ({low} à {high} points d’écart). Cela ne prouve pas que la récompense les retient : seul un test avec un groupe tiré au sort le montrerait.',
  ],
  leaves: [
    'With equally many purchases, those who already had a reward stop more often: {withIt} against {without} ({low} to {high} points apart). That is no proof of a cause.',
    'Com o mesmo número de compras, quem já tinha recompensa para mais: {withIt} contra {without} ({low} a {high} pontos de diferença). Não prova uma causa.',
    'Con las mismas compras, quienes ya tenían una recompensa lo dejan más: {withIt} frente a {without} (de {low} a {high} puntos de diferencia). No prueba una causa.',
    'À nombre d’achats égal, ceux qui avaient déjà une récompense s’arrêtent plus : {withIt} contre {without} ({low} à {high} points d’écart). Cela ne prouve pas une cause.',
  ],
  noEffect: [
    'With equally many purchases, having had a reward makes no difference that matters to who stops: {withIt} against {without} ({low} to {high} points apart).',
    'Com o mesmo número de compras, já ter tido recompensa não faz diferença que importe em quem para: {withIt} contra {without} ({low} a {high} pontos de diferença).',
    'Con las mismas compras, haber tenido una recompensa no supone una diferencia que importe en quién lo deja: {withIt} frente a {without} (de {low} a {high} puntos de diferencia).',
    'À nombre d’achats égal, avoir eu une récompense ne fait pas de différence qui compte pour l’arrêt : {withIt} contre {without} ({low} à {high} points d’écart).',
  ],
  effectUnknown: [
    'Too few customers with and without a reward at the same number of purchases to compare who stays.',
    'Poucos clientes com e sem recompensa no mesmo número de compras para comparar quem fica.',
    'Muy pocos clientes con y sin recompensa con las mismas compras para comparar quién se queda.',
    'Trop peu de clients avec et sans récompense au même nombre d’achats pour comparer qui reste.',
  ],
  tierEmpty: [
    '{what} “{value}” has no members or hardly any: a tier that nobody reaches gives nobody a goal. To test: a lower threshold, or a step between.',
    '{what} “{value}” não tem membros ou quase nenhum: um nível que ninguém alcança não dá meta a ninguém. Para testar: um limite menor ou um degrau no meio.',
    '{what} «{value}» no tiene miembros o casi ninguno: un nivel que nadie alcanza no es meta para nadie. Para probar: un umbral más bajo o un peldaño intermedio.',
    '{what} « {value} » n’a pas de membres, ou presque : un palier que personne n’atteint n’est un but pour personne. À tester : un seuil plus bas, ou un palier intermédiaire.',
  ],
  points: ['{n} points', '{n} pontos', '{n} puntos', '{n} points'],
  uses: ['Rewards used', 'Recompensas usadas', 'Recompensas usadas', 'Récompenses utilisées'],
  what: ['What', 'O quê', 'Qué', 'Quoi'],
  value: ['Value', 'Valor', 'Valor', 'Valeur'],
  kind: ['Kind of reward', 'Tipo de recompensa', 'Tipo de recompensa', 'Type de récompense'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  used: ['Used', 'Usadas', 'Usadas', 'Utilisées'],
  others: ['The others', 'Os demais', 'Los demás', 'Les autres'],
  difference: ['Difference', 'Diferença', 'Diferencia', 'Écart'],
  verdict: ['Verdict', 'Veredito', 'Veredicto', 'Verdict'],
  paces: [
    'Purchases until the first reward',
    'Compras até a primeira recompensa',
    'Compras hasta la primera recompensa',
    'Achats jusqu’à la première récompense',
  ],
  half: ['Half of them', 'Metade deles', 'La mitad', 'La moitié'],
  soon: ['Expiring unused', 'Vencendo sem uso', 'Por caducar sin usar', 'Bientôt expirées'],
  within: ['Within', 'Em até', 'En', 'D’ici'],
  rewards: ['Rewards', 'Recompensas', 'Recompensas', 'Récompenses'],
  worth: ['Worth', 'Valor', 'Valor', 'Valeur'],
  staying: [
    'Not yet back, with and without a reward',
    'Ainda não voltaram, com e sem recompensa',
    'Aún no han vuelto, con y sin recompensa',
    'Pas encore revenus, avec et sans récompense',
  ],
  group: ['Group', 'Grupo', 'Grupo', 'Groupe'],
  rewarded: ['had a reward', 'já com recompensa', 'con recompensa', 'déjà récompensés'],
  unrewarded: ['no reward yet', 'ainda sem recompensa', 'aún sin recompensa', 'pas encore'],
  day: [
    'Days after a purchase',
    'Dias após uma compra',
    'Días tras una compra',
    'Jours après un achat',
  ],
  notBack: ['Not yet back', 'Ainda não voltaram', 'Aún no han vuelto', 'Pas encore revenus'],
  methodUsed: [
    'Used: of rewards whose time is over, one share per customer, so that those with many rewards do not speak for all; Welch intervals, all values together by Benjamini-Hochberg, named from 20 points below the others on.',
    'Usadas: das recompensas cujo prazo acabou, uma proporção por cliente, para que quem tem muitas não fale por todos; intervalos de Welch, todos os valores juntos por Benjamini-Hochberg, citados a partir de 20 pontos abaixo dos demais.',
    'Usadas: de las recompensas cuyo plazo acabó, una proporción por cliente, para que quien tiene muchas no hable por todos; intervalos de Welch, todos los valores juntos por Benjamini-Hochberg, citados desde 20 puntos por debajo de los demás.',
    'Utilisées : parmi les récompenses échues, une part par client, pour que ceux qui en ont beaucoup ne parlent pas pour tous ; intervalles de Welch, toutes les valeurs ensemble par Benjamini-Hochberg, citées à partir de 20 points sous les autres.',
  ],
  methodFirst: [
    'Time to the first reward is counted in purchases (Kaplan-Meier, those without one cut off at their last purchase), so that leaving early is not taken for a slow reward; named from twice the others’ on.',
    'O tempo até a primeira recompensa é contado em compras (Kaplan-Meier; quem não tem fica até a última compra), para que sair cedo não pareça recompensa lenta; citado a partir do dobro dos demais.',
    'El tiempo hasta la primera recompensa se cuenta en compras (Kaplan-Meier; quien no tiene, hasta su última compra), para no confundir irse pronto con una recompensa lenta; citado desde el doble de los demás.',
    'Le temps jusqu’à la première récompense se compte en achats (Kaplan-Meier, les autres comptant jusqu’à leur dernier achat), pour ne pas prendre un départ précoce pour une récompense lente ; cité à partir du double des autres.',
  ],
  methodEffect: [
    'Staying: at each number of purchases up to 10, those who had earned a reward by then against those who had not, put together with Cochran’s weights; stopping means no purchase within {days}.',
    'Permanência: a cada número de compras até 10, quem já tinha obtido recompensa contra quem não, reunidos com os pesos de Cochran; parar é não comprar em {days}.',
    'Permanencia: en cada número de compras hasta 10, quien ya había obtenido recompensa frente a quien no, reunidos con los pesos de Cochran; dejarlo es no comprar en {days}.',
    'Fidélité : à chaque nombre d’achats jusqu’à 10, ceux qui avaient déjà une récompense contre les autres, réunis avec les poids de Cochran ; s’arrêter : aucun achat en {days}.',
  ],
  methodExpiring: [
    'The definition of those with rewards about to expire cannot see which of a customer’s rewards was used: it also takes in some who used that one and have another.',
    'A definição de quem tem recompensas vencendo não vê qual delas foi usada: inclui também quem usou essa e tem outra.',
    'La definición de quien tiene recompensas por caducar no ve cuál se usó: incluye también a quien usó esa y tiene otra.',
    'La définition de ceux dont les récompenses expirent ne voit pas laquelle a servi : elle inclut aussi ceux qui ont utilisé celle-là et en ont une autre.',
  ],
}
