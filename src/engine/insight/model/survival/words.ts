/** What the time to the next purchase says, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'none'
  | 'single'
  | 'first'
  | 'later'
  | 'unlikely'
  | 'few'
  | 'steps'
  | 'curve'
  | 'bought'
  | 'customers'
  | 'gaps'
  | 'median'
  | 'within'
  | 'low'
  | 'high'
  | 'day'
  | 'method'

export const W: Readonly<Record<Word, Texts>> = {
  none: [
    'Nobody has bought yet.',
    'Ninguém comprou ainda.',
    'Nadie ha comprado aún.',
    'Personne n’a encore acheté.',
  ],
  single: [
    'Nobody has come back on another day: when anybody will cannot be told. No scores were written.',
    'Ninguém voltou em outro dia: não se sabe quando alguém voltará. Nenhuma pontuação foi gravada.',
    'Nadie ha vuelto otro día: no se sabe cuándo volverá alguien. No se escribieron puntuaciones.',
    'Personne n’est revenu un autre jour : on ne peut dire quand quelqu’un reviendra. Aucun score n’a été écrit.',
  ],
  first: [
    'Of those who bought once, {share} ({low} to {high}) buy again within {days}.',
    'De quem comprou uma vez, {share} ({low} a {high}) compram de novo em {days}.',
    'De quienes compraron una vez, el {share} (de {low} a {high}) vuelve a comprar en {days}.',
    'Parmi ceux qui ont acheté une fois, {share} ({low} à {high}) rachètent sous {days}.',
  ],
  later: [
    'After {steps} purchases it is {share} ({low} to {high}).',
    'Depois de {steps} compras são {share} ({low} a {high}).',
    'Tras {steps} compras son el {share} (de {low} a {high}).',
    'Après {steps} achats, c’est {share} ({low} à {high}).',
  ],
  unlikely: [
    'Whoever has a probability under 10 % for {days} will hardly come back by themselves.',
    'Quem tem probabilidade abaixo de 10 % para {days} dificilmente volta por si.',
    'Quien tiene una probabilidad menor del 10 % para {days} difícilmente vuelve por sí mismo.',
    'Qui a moins de 10 % de probabilité pour {days} ne reviendra guère de lui-même.',
  ],
  few: [
    'Some groups have few gaps: their figures are rough.',
    'Alguns grupos têm poucos intervalos: seus números são aproximados.',
    'Algunos grupos tienen pocos intervalos: sus cifras son aproximadas.',
    'Certains groupes ont peu d’intervalles : leurs chiffres sont approximatifs.',
  ],
  steps: [
    'By purchases so far',
    'Por compras até agora',
    'Por compras hasta ahora',
    'Selon les achats faits',
  ],
  curve: [
    'Share without a next purchase',
    'Parcela sem próxima compra',
    'Parte sin próxima compra',
    'Part sans prochain achat',
  ],
  bought: ['Purchases so far', 'Compras até agora', 'Compras hasta ahora', 'Achats faits'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  gaps: ['Gaps', 'Intervalos', 'Intervalos', 'Intervalles'],
  median: ['Half within', 'Metade em', 'La mitad en', 'La moitié sous'],
  within: ['Within {days}', 'Em {days}', 'En {days}', 'Sous {days}'],
  low: ['low', 'mínimo', 'mínimo', 'bas'],
  high: ['high', 'máximo', 'máximo', 'haut'],
  day: ['Days', 'Dias', 'Días', 'Jours'],
  method: [
    'Kaplan-Meier (1958) over gaps between days with purchases, the present silence counting as not yet ended; log-log intervals of 95 %. Somebody silent for d days is read on from d. Each customer weighs one in all, however many gaps they have, and counts as going on as others did before.',
    'Kaplan-Meier (1958) sobre intervalos entre dias com compras, o silêncio atual contando como não terminado; intervalos log-log de 95 %. Quem está em silêncio há d dias é lido a partir de d. Cada cliente pesa um ao todo, por mais intervalos que tenha, e conta como se seguisse os anteriores.',
    'Kaplan-Meier (1958) sobre intervalos entre días con compras, el silencio actual como no terminado; intervalos log-log del 95 %. Quien lleva d días callado se lee desde d. Cada cliente pesa uno en total, por muchos intervalos que tenga, y cuenta como si siguiera a los anteriores.',
    'Kaplan-Meier (1958) sur les intervalles entre jours d’achat, le silence actuel comptant comme inachevé ; intervalles log-log à 95 %. Qui se tait depuis d jours est lu à partir de d. Chaque client pèse un en tout, quel que soit le nombre de ses intervalles, et compte comme suivant ses devanciers.',
  ],
}
