/** What is said of the steps at which customers stop. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'days'
  | 'daysHelp'
  | 'none'
  | 'oneEach'
  | 'tooFew'
  | 'first'
  | 'step'
  | 'now'
  | 'nowMoney'
  | 'yearMoney'
  | 'carrier'
  | 'remedy'
  | 'smooth'
  | 'noCarrier'
  | 'steps'
  | 'stepColumn'
  | 'reached'
  | 'lost'
  | 'expected'
  | 'half'
  | 'chance'
  | 'isBreak'
  | 'yes'
  | 'lateNow'
  | 'eachYear'
  | 'stake'
  | 'carriers'
  | 'what'
  | 'value'
  | 'customers'
  | 'others'
  | 'difference'
  | 'verdict'
  | 'curve'
  | 'day'
  | 'notBack'
  | 'method'
  | 'short'
  | 'assumed'
  | 'methodBreak'
  | 'methodCarrier'
  | 'methodMoney'

/** In the four languages. */
export const BREAK_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'A few purchases, then gone',
    'Algumas compras e some',
    'Unas compras y desaparece',
    'Quelques achats, puis plus rien',
  ],
  about: [
    'After which purchase customers stop, who stops there, who is about to, and what it costs.',
    'Depois de qual compra os clientes param, quem para ali, quem está prestes a parar e quanto custa.',
    'Tras qué compra dejan de venir los clientes, quiénes, quién está a punto y cuánto cuesta.',
    'Après quel achat les clients s’arrêtent, lesquels, qui est sur le point de le faire et ce que cela coûte.',
  ],
  days: [
    'Days without a purchase that count as gone',
    'Dias sem compra que contam como perdido',
    'Días sin compra que cuentan como perdido',
    'Jours sans achat qui valent départ',
  ],
  daysHelp: [
    'Left empty, it is taken from the rhythm of the base: by then nearly all who come back have done so.',
    'Se vazio, sai do ritmo da base: até lá, quase todos os que voltam já voltaram.',
    'Si se deja vacío, sale del ritmo de la base: para entonces casi todos los que vuelven ya han vuelto.',
    'Vide, il est tiré du rythme de la base : d’ici là, presque tous ceux qui reviennent sont revenus.',
  ],
  none: [
    'No purchases yet: there is nothing to follow.',
    'Ainda não há compras: nada a acompanhar.',
    'Aún no hay compras: no hay nada que seguir.',
    'Pas encore d’achats : il n’y a rien à suivre.',
  ],
  oneEach: [
    'Nobody of {n} buyers bought twice. Either everybody stops after the first purchase, or the data holds one purchase of each; from here the two look alike.',
    'Nenhum dos {n} compradores comprou duas vezes. Ou todos param depois da primeira compra, ou os dados só trazem uma compra de cada um; daqui não se distingue.',
    'Ninguno de los {n} compradores compró dos veces. O todos paran tras la primera compra, o los datos solo traen una compra de cada uno; desde aquí no se distingue.',
    'Aucun des {n} acheteurs n’a acheté deux fois. Ou tous s’arrêtent après le premier achat, ou les données n’en contiennent qu’un par personne ; d’ici, rien ne les distingue.',
  ],
  tooFew: [
    'Too few customers ({n}) have been followed from their first purchase long enough to tell where they stop.',
    'Poucos clientes ({n}) foram acompanhados desde a primeira compra por tempo suficiente para dizer onde param.',
    'Se ha seguido a muy pocos clientes ({n}) desde la primera compra como para decir dónde lo dejan.',
    'Trop peu de clients ({n}) ont été suivis depuis leur premier achat pour dire où ils s’arrêtent.',
  ],
  first: [
    '{lost} ({low} to {high}) of new customers do not come back within {days} of their first purchase: about {people} customers a year.',
    '{lost} ({low} a {high}) dos novos clientes não voltam em até {days} após a primeira compra: cerca de {people} clientes por ano.',
    'El {lost} (de {low} a {high}) de los clientes nuevos no vuelve en {days} tras su primera compra: unos {people} clientes al año.',
    '{lost} ({low} à {high}) des nouveaux clients ne reviennent pas dans les {days} après leur premier achat : environ {people} clients par an.',
  ],
  step: [
    'The programme breaks after purchase {step}: {lost} ({low} to {high}) do not come back within {days}, where the purchases before and after it lead one to expect {expected}. That is about {people} customers a year.',
    'O programa se rompe depois da compra {step}: {lost} ({low} a {high}) não voltam em até {days}, quando as compras anterior e seguinte fariam esperar {expected}. São cerca de {people} clientes por ano.',
    'El programa se rompe tras la compra {step}: el {lost} (de {low} a {high}) no vuelve en {days}, cuando las compras anterior y siguiente harían esperar un {expected}. Son unos {people} clientes al año.',
    'Le programme se rompt après l’achat {step} : {lost} ({low} à {high}) ne reviennent pas dans les {days}, là où les achats voisins laissent attendre {expected}. Soit environ {people} clients par an.',
  ],
  now: [
    '{late} customers are late after purchase {step} now; about {gone} of them will not come back by themselves.',
    '{late} clientes estão atrasados agora depois da compra {step}; cerca de {gone} deles não voltarão por conta própria.',
    '{late} clientes se retrasan ahora tras la compra {step}; unos {gone} de ellos no volverán por sí solos.',
    '{late} clients tardent en ce moment après l’achat {step} ; environ {gone} d’entre eux ne reviendront pas d’eux-mêmes.',
  ],
  nowMoney: [
    '{now} Those who went on spent {each} ({low} to {high}) each in the year after: about {money} a year is at stake ({least} to {most}).',
    '{now} Os que continuaram gastaram {each} ({low} a {high}) cada um no ano seguinte: cerca de {money} por ano em jogo ({least} a {most}).',
    '{now} Los que siguieron gastaron {each} (de {low} a {high}) cada uno en el año siguiente: hay en juego unos {money} al año (de {least} a {most}).',
    '{now} Ceux qui ont continué ont dépensé {each} ({low} à {high}) chacun l’année suivante : environ {money} par an en jeu ({least} à {most}).',
  ],
  yearMoney: [
    '{text} Those who went on spent {each} each in the year after: {money} a year at most ({least} to {most}).',
    '{text} Os que continuaram gastaram {each} cada um no ano seguinte: no máximo {money} por ano ({least} a {most}).',
    '{text} Los que siguieron gastaron {each} cada uno en el año siguiente: como mucho {money} al año (de {least} a {most}).',
    '{text} Ceux qui ont continué ont dépensé {each} chacun l’année suivante : au plus {money} par an ({least} à {most}).',
  ],
  carrier: [
    '{what} “{value}” carries it: after purchase {step}, {lost} ({low} to {high}) stop, against {others} of the others.',
    '{what} “{value}” puxa a perda: depois da compra {step}, {lost} ({low} a {high}) param, contra {others} dos demais.',
    '{what} «{value}» la arrastra: tras la compra {step} lo deja el {lost} (de {low} a {high}), frente al {others} de los demás.',
    '{what} « {value} » en porte le poids : après l’achat {step}, {lost} ({low} à {high}) s’arrêtent, contre {others} des autres.',
  ],
  remedy: [
    'To test: offer a reason for purchase {next} between day {from} and day {to} after purchase {step} - half of those who return are back by day {from}, nearly all by day {to} - and leave a random tenth without it, to see what it brings.',
    'Para testar: dê um motivo para a compra {next} entre o dia {from} e o dia {to} após a compra {step} - metade dos que voltam já voltou no dia {from}, quase todos no dia {to} - e deixe um décimo sorteado sem ele, para ver o efeito.',
    'Para probar: dar un motivo para la compra {next} entre el día {from} y el día {to} tras la compra {step} - la mitad de los que vuelven lo ha hecho el día {from}, casi todos el día {to} - y dejar a una décima parte al azar sin él, para ver qué aporta.',
    'À tester : donner une raison de faire l’achat {next} entre le jour {from} et le jour {to} après l’achat {step} - la moitié de ceux qui reviennent sont là au jour {from}, presque tous au jour {to} - et en priver un dixième tiré au sort, pour voir ce que cela apporte.',
  ],
  smooth: [
    'From one purchase to the next no step loses clearly more than its neighbours: there is no break, only customers who leave early.',
    'De uma compra à seguinte, nenhum passo perde claramente mais que os vizinhos: não há ruptura, só clientes que saem cedo.',
    'De una compra a la siguiente ningún paso pierde claramente más que sus vecinos: no hay ruptura, solo clientes que se van pronto.',
    'D’un achat à l’autre, aucune étape ne perd nettement plus que ses voisines : pas de rupture, seulement des clients qui partent tôt.',
  ],
  noCarrier: [
    'No known trait sets those who stop there apart.',
    'Nenhuma característica conhecida distingue quem para ali.',
    'Ningún rasgo conocido distingue a quienes lo dejan ahí.',
    'Aucun trait connu ne distingue ceux qui s’arrêtent là.',
  ],
  steps: ['Loss by purchase', 'Perda por compra', 'Pérdida por compra', 'Perte par achat'],
  stepColumn: ['After purchase', 'Após a compra', 'Tras la compra', 'Après l’achat'],
  reached: ['Reached it', 'Chegaram', 'Llegaron', 'Y sont arrivés'],
  lost: ['Do not come back', 'Não voltam', 'No vuelven', 'Ne reviennent pas'],
  expected: [
    'Expected from its neighbours',
    'Esperado pelos vizinhos',
    'Esperado por sus vecinos',
    'Attendu d’après ses voisins',
  ],
  half: [
    'Half come back by day',
    'Metade volta até o dia',
    'La mitad vuelve antes del día',
    'La moitié revient avant le jour',
  ],
  chance: [
    'Chance of being an accident',
    'Chance de ser acaso',
    'Probabilidad de azar',
    'Risque de hasard',
  ],
  isBreak: ['Break', 'Ruptura', 'Ruptura', 'Rupture'],
  yes: ['yes', 'sim', 'sí', 'oui'],
  lateNow: ['Late now', 'Atrasados agora', 'Con retraso ahora', 'En retard'],
  eachYear: [
    'Spend in the year after, if they go on',
    'Gasto no ano seguinte, se continuam',
    'Gasto en el año siguiente, si siguen',
    'Dépenses l’année suivante, s’ils continuent',
  ],
  stake: ['At stake a year', 'Em jogo por ano', 'En juego al año', 'En jeu par an'],
  carriers: [
    'Who stops more often',
    'Quem para mais',
    'Quiénes lo dejan más',
    'Qui s’arrête le plus',
  ],
  what: ['What', 'O quê', 'Qué', 'Quoi'],
  value: ['Value', 'Valor', 'Valor', 'Valeur'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  others: ['The others', 'Os demais', 'Los demás', 'Les autres'],
  difference: ['Difference', 'Diferença', 'Diferencia', 'Écart'],
  verdict: ['Verdict', 'Veredito', 'Veredicto', 'Verdict'],
  curve: [
    'Not yet back, by day',
    'Ainda não voltaram, por dia',
    'Aún no han vuelto, por día',
    'Pas encore revenus, par jour',
  ],
  day: ['Days after', 'Dias depois', 'Días después', 'Jours après'],
  notBack: ['Not yet back', 'Ainda não voltaram', 'Aún no han vuelto', 'Pas encore revenus'],
  method: [
    'Gone means no purchase within {days}. Kaplan-Meier from purchase to purchase, so that those not yet followed long enough count for as long as they were seen; 95 % log-log intervals. Only the {n} customers seen from their first purchase on.',
    'Perdido quer dizer sem compra em {days}. Kaplan-Meier de compra a compra: quem ainda não foi acompanhado o bastante conta pelo tempo observado; intervalos log-log de 95 %. Só os {n} clientes vistos desde a primeira compra.',
    'Perdido significa sin compra en {days}. Kaplan-Meier de compra a compra: quien aún no se ha seguido lo bastante cuenta por el tiempo observado; intervalos log-log del 95 %. Solo los {n} clientes vistos desde su primera compra.',
    'Perdu : aucun achat en {days}. Kaplan-Meier d’un achat à l’autre : ceux qui n’ont pas été suivis assez longtemps comptent pour le temps observé ; intervalles log-log à 95 %. Seuls les {n} clients vus depuis leur premier achat.',
  ],
  short: [
    'The data are short for this rhythm: {days} is all that half of them allows, and some who count as gone here will still come back.',
    'Os dados são curtos para este ritmo: {days} é o que a metade deles permite, e alguns que aqui contam como perdidos ainda voltarão.',
    'Los datos son cortos para este ritmo: {days} es lo que permite la mitad de ellos, y algunos que aquí cuentan como perdidos aún volverán.',
    'Les données sont courtes pour ce rythme : {days}, c’est ce que permet leur moitié, et certains comptés ici comme partis reviendront.',
  ],
  assumed: [
    'Nearly all customers appear when the data begin: they are taken as seen from their first purchase on.',
    'Quase todos os clientes aparecem quando os dados começam: são tomados como vistos desde a primeira compra.',
    'Casi todos los clientes aparecen al empezar los datos: se toman como vistos desde su primera compra.',
    'Presque tous les clients apparaissent au début des données : on les tient pour vus depuis leur premier achat.',
  ],
  methodBreak: [
    'Losses fall from purchase to purchase even where nothing is wrong, as those likely to leave go first. A break is a step above the harmonic mean of its neighbours (what differing customers alone would give, Fader and Hardie 2007), by at least 1 point and by a quarter of what was expected, one-sided, Benjamini-Hochberg over the steps. The first purchase has no neighbour before it and is not judged.',
    'As perdas caem de compra a compra mesmo sem problema algum, pois quem tende a sair sai primeiro. Ruptura é um passo acima da média harmônica dos vizinhos (o que a simples diferença entre clientes daria, Fader e Hardie 2007), por pelo menos 1 ponto e um quarto do esperado, unilateral, Benjamini-Hochberg entre os passos. A primeira compra não tem vizinha anterior e não é julgada.',
    'Las pérdidas bajan de compra en compra aunque nada vaya mal, porque primero se van los propensos a irse. Ruptura es un paso por encima de la media armónica de sus vecinos (lo que daría la mera diferencia entre clientes, Fader y Hardie 2007), al menos en 1 punto y en un cuarto de lo esperado, unilateral, Benjamini-Hochberg entre los pasos. La primera compra no tiene vecina anterior y no se juzga.',
    'Les pertes baissent d’achat en achat même quand tout va bien, car ceux qui tendent à partir partent d’abord. Une rupture dépasse la moyenne harmonique de ses voisines (ce que donneraient des clients simplement différents, Fader et Hardie 2007) d’au moins 1 point et d’un quart de ce qui était attendu, unilatéral, Benjamini-Hochberg entre étapes. Le premier achat n’a pas de voisin avant lui et n’est pas jugé.',
  ],
  methodCarrier: [
    'Values are compared with all others at the same purchase; all tests together by Benjamini-Hochberg; named from 5 points on, a second one only if it also holds without the first. This says what goes with stopping, not what causes it. What is known of customers is what is known today: a trait that follows from buying, such as a tier, shows what buying made of it.',
    'Cada valor é comparado com todos os outros na mesma compra; todos os testes juntos por Benjamini-Hochberg; citados a partir de 5 pontos, um segundo só se valer também sem o primeiro. Diz o que acompanha a saída, não o que a causa. O que se sabe dos clientes é o que se sabe hoje: um atributo que resulta de comprar, como um nível, mostra o que as compras fizeram dele.',
    'Cada valor se compara con todos los demás en la misma compra; todas las pruebas juntas por Benjamini-Hochberg; se citan desde 5 puntos, un segundo solo si se mantiene sin el primero. Dice qué acompaña al abandono, no qué lo causa. Lo que se sabe de los clientes es lo que se sabe hoy: un rasgo que resulta de comprar, como un nivel, muestra lo que las compras hicieron de él.',
    'Chaque valeur est comparée à toutes les autres au même achat ; tous les tests ensemble par Benjamini-Hochberg ; citée à partir de 5 points, une seconde seulement si elle tient sans la première. Cela dit ce qui accompagne l’arrêt, pas ce qui le cause. Ce qu’on sait des clients est ce qu’on en sait aujourd’hui : un trait qui découle des achats, comme un niveau, montre ce que les achats en ont fait.',
  ],
  methodMoney: [
    'At stake: late customers expected not to return, times what those who went on spent net of refunds in the following {days}. It assumes that they would have become like them, so take it as the most that can be won back.',
    'Em jogo: clientes atrasados que não devem voltar, vezes o que os que continuaram gastaram, líquido de reembolsos, nos {days} seguintes. Supõe que se tornariam iguais a eles: tome como o máximo recuperável.',
    'En juego: clientes con retraso que no se espera que vuelvan, por lo que gastaron, neto de reembolsos, los que siguieron en los {days} siguientes. Supone que habrían llegado a ser como ellos: es lo máximo recuperable.',
    'En jeu : clients en retard qui ne devraient pas revenir, fois ce que ceux qui ont continué ont dépensé, net de remboursements, dans les {days} suivants. Cela suppose qu’ils seraient devenus comme eux : un maximum.',
  ],
}
