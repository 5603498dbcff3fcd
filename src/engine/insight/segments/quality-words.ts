/** What the check of a segment says. */
import type { Grade, Texts, Verdict } from '../../../core/insight/index.ts'

/** Grades, as answers to the questions. */
export const GRADE_WORDS: Readonly<Record<Grade, Texts>> = {
  pass: ['yes', 'sim', 'sí', 'oui'],
  care: ['with care', 'com cuidado', 'con cuidado', 'avec prudence'],
  fail: ['no', 'não', 'no', 'non'],
  unknown: ['cannot tell', 'não dá para dizer', 'no se puede decir', 'indéterminé'],
}

/** The verdict in a sentence. */
export const VERDICT_WORDS: Readonly<Record<Verdict, Texts>> = {
  good: [
    '{name} is a good segment: distinct, meaningful, actionable, stable, large enough, fair and explained.',
    '{name} é um bom segmento: distinto, significativo, acionável, estável, grande o bastante, justo e explicado.',
    '{name} es un buen segmento: distinto, significativo, accionable, estable, lo bastante grande, justo y explicado.',
    '{name} est un bon segment : distinct, parlant, actionnable, stable, assez grand, équitable et expliqué.',
  ],
  'with-care': [
    '{name} can be used, with care. Not fully passed: {what}.',
    '{name} pode ser usado, com cuidado. Não passou de todo em: {what}.',
    '{name} se puede usar, con cuidado. No supera del todo: {what}.',
    '{name} est utilisable, avec prudence. Pas tout à fait satisfait : {what}.',
  ],
  'not-yet': [
    '{name} should not be activated yet. Not passed: {what}.',
    '{name} ainda não deve ser ativado. Não passou em: {what}.',
    '{name} aún no debe activarse. No supera: {what}.',
    '{name} ne doit pas encore être activé. Non satisfait : {what}.',
  ],
}

type Word =
  | 'title'
  | 'about'
  | 'segment'
  | 'days'
  | 'distinct'
  | 'beyond'
  | 'nothingBeyond'
  | 'cannotCompare'
  | 'money'
  | 'reach'
  | 'noConsent'
  | 'steady'
  | 'moving'
  | 'noPast'
  | 'drifted'
  | 'rough'
  | 'detect'
  | 'small'
  | 'tiny'
  | 'says'
  | 'noWhy'
  | 'unread'
  | 'checks'
  | 'check'
  | 'answer'
  | 'outcomes'
  | 'turnover'
  | 'until'
  | 'members'
  | 'joined'
  | 'left'
  | 'kept'
  | 'closest'
  | 'other'
  | 'jaccard'
  | 'grown'
  | 'shrunk'
  | 'spendDrift'
  | 'history'
  | 'day'
  | 'verdict'
  | 'share'
  | 'spend'
  | 'bought'
  | 'reachable'
  | 'proxy'
  | 'methodFair'
  | 'methodHistory'
  | 'method'

/** In the four languages. */
export const QUALITY_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'Is this segment good?',
    'Este segmento é bom?',
    '¿Es bueno este segmento?',
    'Ce segment est-il bon ?',
  ],
  about: [
    'Distinct, meaningful, actionable, stable, large enough, fair, explained? In words first, figures behind.',
    'Distinto, significativo, acionável, estável, grande o bastante, justo, explicado? Primeiro em palavras, depois em números.',
    '¿Distinto, significativo, accionable, estable, lo bastante grande, justo, explicado? Primero en palabras, detrás las cifras.',
    'Distinct, parlant, actionnable, stable, assez grand, équitable, expliqué ? En mots d’abord, les chiffres derrière.',
  ],
  segment: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  days: ['Days looked at', 'Dias considerados', 'Días considerados', 'Jours considérés'],
  distinct: [
    'Distinct: no other segment has nearly the same members. The closest is {other}: {share} of the members of either are in both.',
    'Distinto: nenhum outro segmento tem quase os mesmos membros. O mais próximo é {other}: {share} dos membros de um ou outro estão em ambos.',
    'Distinto: ningún otro segmento tiene casi los mismos miembros. El más próximo es {other}: el {share} de los miembros de uno u otro está en ambos.',
    'Distinct : aucun autre segment n’a presque les mêmes membres. Le plus proche est {other} : {share} des membres de l’un ou de l’autre sont dans les deux.',
  ],
  beyond: [
    'Meaningful: beyond what the definition asks for, members differ clearly in {what} ({n} in all).',
    'Significativo: além do que a definição pede, os membros diferem claramente em {what} ({n} ao todo).',
    'Significativo: más allá de lo que pide la definición, los miembros difieren claramente en {what} ({n} en total).',
    'Parlant : au-delà de ce que demande la définition, les membres diffèrent nettement sur {what} ({n} en tout).',
  ],
  nothingBeyond: [
    'Hardly meaningful: beyond what its definition asks for, nothing sets the members clearly apart. It says who they are by rule, not what to do with them.',
    'Pouco significativo: além do que a definição pede, nada distingue claramente os membros. Diz quem são por regra, não o que fazer com eles.',
    'Poco significativo: más allá de lo que pide la definición, nada distingue claramente a los miembros. Dice quiénes son por regla, no qué hacer con ellos.',
    'Peu parlant : au-delà de la définition, rien ne distingue nettement les membres. Elle dit qui ils sont, pas quoi en faire.',
  ],
  cannotCompare: [
    'Whether it is meaningful cannot be told: there is too little to compare members with others.',
    'Não dá para dizer se é significativo: há pouco com que comparar os membros e os demais.',
    'No se puede decir si es significativo: hay poco con qué comparar a los miembros y a los demás.',
    'Impossible de dire s’il est parlant : trop peu de données pour comparer les membres aux autres.',
  ],
  money: [
    'Members are {share} of the base and bring {held} of the spend.',
    'Os membros são {share} da base e trazem {held} do gasto.',
    'Los miembros son el {share} de la base y aportan el {held} del gasto.',
    'Les membres sont {share} de la base et apportent {held} des dépenses.',
  ],
  reach: [
    'Reachable by {channel}: {share} of the members ({low} to {high}), against {others} of the others.',
    'Alcançáveis por {channel}: {share} dos membros ({low} a {high}), contra {others} dos demais.',
    'Accesibles por {channel}: el {share} de los miembros ({low} a {high}), frente al {others} de los demás.',
    'Joignables par {channel} : {share} des membres ({low} à {high}), contre {others} des autres.',
  ],
  noConsent: [
    'Whether members can be reached cannot be told: the catalogue names no consent to a channel.',
    'Não dá para dizer se os membros podem ser alcançados: o catálogo não nomeia consentimento para um canal.',
    'No se puede decir si se puede llegar a los miembros: el catálogo no nombra ningún consentimiento para un canal.',
    'Impossible de dire si les membres sont joignables : le catalogue ne nomme aucun consentement à un canal.',
  ],
  steady: [
    'Stable: from one month to the next, typically {share} of the members of either month are in both.',
    'Estável: de um mês para o outro, tipicamente {share} dos membros de um dos meses estão em ambos.',
    'Estable: de un mes al siguiente, típicamente el {share} de los miembros de uno de los meses está en ambos.',
    'Stable : d’un mois à l’autre, {share} des membres de l’un des mois sont typiquement dans les deux.',
  ],
  moving: [
    'Its members change: from one month to the next, typically only {share} of the members of either month are in both. Take a fresh list for each use, and judge campaigns by who was in it then.',
    'Os membros mudam: de um mês para o outro, tipicamente só {share} dos membros de um dos meses estão em ambos. Use uma lista nova a cada vez e julgue campanhas por quem estava nela então.',
    'Sus miembros cambian: de un mes al siguiente, típicamente solo el {share} de los miembros de uno de los meses está en ambos. Tome una lista nueva cada vez y juzgue las campañas por quienes estaban entonces.',
    'Ses membres changent : d’un mois à l’autre, seuls {share} des membres de l’un des mois sont typiquement dans les deux. Prenez une liste fraîche à chaque usage et jugez les campagnes sur ceux qui y étaient alors.',
  ],
  noPast: [
    'How stable its membership is cannot be told: there were no members in the months before.',
    'Não dá para dizer quão estável é: não havia membros nos meses anteriores.',
    'No se puede decir cuán estable es: no había miembros en los meses anteriores.',
    'Impossible de dire s’il est stable : il n’avait pas de membres les mois précédents.',
  ],
  drifted: [
    'Who is in it has shifted: the spend of members is distributed differently from {days} ago (stability index {psi}).',
    'Quem está nele mudou: o gasto dos membros se distribui de outro modo que há {days} (índice de estabilidade {psi}).',
    'Quienes lo forman han cambiado: el gasto de los miembros se reparte de otro modo que hace {days} (índice de estabilidad {psi}).',
    'Sa composition a changé : les dépenses des membres se répartissent autrement qu’il y a {days} (indice de stabilité {psi}).',
  ],
  rough: [
    'Its average spend is only roughly known: {value}, between {low} and {high}.',
    'O gasto médio só é conhecido aproximadamente: {value}, entre {low} e {high}.',
    'Su gasto medio solo se conoce aproximadamente: {value}, entre {low} y {high}.',
    'Ses dépenses moyennes ne sont connues qu’à peu près : {value}, entre {low} et {high}.',
  ],
  detect: [
    'Large enough: {n} members. A test on half of them would find a rise from {base} to {to} in buying within 30 days (power 80 %).',
    'Grande o bastante: {n} membros. Um teste com metade deles acharia uma alta de {base} para {to} em comprar em 30 dias (poder de 80 %).',
    'Lo bastante grande: {n} miembros. Una prueba con la mitad hallaría una subida de {base} a {to} en comprar en 30 días (potencia del 80 %).',
    'Assez grand : {n} membres. Un test sur la moitié verrait une hausse de {base} à {to} des achats sous 30 jours (puissance 80 %).',
  ],
  small: [
    'Small: {n} members. Below {floor} a segment is not to be activated, and a test would find next to nothing.',
    'Pequeno: {n} membros. Abaixo de {floor} um segmento não deve ser ativado, e um teste acharia quase nada.',
    'Pequeño: {n} miembros. Por debajo de {floor} un segmento no debe activarse, y una prueba no hallaría casi nada.',
    'Petit : {n} membres. En dessous de {floor}, un segment ne s’active pas, et un test ne verrait presque rien.',
  ],
  tiny: [
    'Too small: fewer than {floor} members. Nothing about them is shown, so that nobody can be recognised.',
    'Pequeno demais: menos de {floor} membros. Nada sobre eles é mostrado, para que ninguém seja reconhecido.',
    'Demasiado pequeño: menos de {floor} miembros. No se muestra nada de ellos, para que nadie sea reconocible.',
    'Trop petit : moins de {floor} membres. Rien n’en est affiché, pour que personne ne soit reconnaissable.',
  ],
  says: [
    'It means: {sentence}',
    'Significa: {sentence}',
    'Significa: {sentence}',
    'Il signifie : {sentence}',
  ],
  noWhy: [
    'It says what it is, but not what it is for: its file gives no reason. It means: {sentence}',
    'Diz o que é, mas não para que serve: o arquivo não dá um motivo. Significa: {sentence}',
    'Dice lo que es, pero no para qué sirve: el archivo no da un motivo. Significa: {sentence}',
    'Il dit ce qu’il est, mais pas à quoi il sert : le fichier ne donne aucune raison. Il signifie : {sentence}',
  ],
  unread: [
    'Its definition cannot be read any more, so that it cannot be explained.',
    'A definição já não pode ser lida, por isso não pode ser explicada.',
    'Su definición ya no se puede leer, así que no se puede explicar.',
    'Sa définition n’est plus lisible, donc pas explicable.',
  ],
  checks: ['Checks', 'Verificações', 'Comprobaciones', 'Vérifications'],
  check: ['Check', 'Verificação', 'Comprobación', 'Vérification'],
  answer: ['Answer', 'Resposta', 'Respuesta', 'Réponse'],
  outcomes: [
    'Outcomes against the others',
    'Resultados contra os demais',
    'Resultados frente a los demás',
    'Résultats face aux autres',
  ],
  turnover: [
    'Members month by month',
    'Membros mês a mês',
    'Miembros mes a mes',
    'Membres mois par mois',
  ],
  until: ['Until', 'Até', 'Hasta', 'Jusqu’au'],
  members: ['Members', 'Membros', 'Miembros', 'Membres'],
  joined: ['Joined', 'Entraram', 'Entraron', 'Entrés'],
  left: ['Left', 'Saíram', 'Salieron', 'Sortis'],
  kept: [
    'Of either, in both',
    'De um ou outro, em ambos',
    'De uno u otro, en ambos',
    'De l’un ou l’autre, dans les deux',
  ],
  closest: [
    'Closest segments',
    'Segmentos mais próximos',
    'Segmentos más próximos',
    'Segments les plus proches',
  ],
  other: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  jaccard: [
    'Of either, in both',
    'De um ou outro, em ambos',
    'De uno u otro, en ambos',
    'De l’un ou l’autre, dans les deux',
  ],
  grown: [
    '{name} has grown: {before} members on {since}, {now} now.',
    '{name} cresceu: {before} membros em {since}, {now} agora.',
    '{name} ha crecido: {before} miembros el {since}, {now} ahora.',
    '{name} a grandi : {before} membres le {since}, {now} maintenant.',
  ],
  shrunk: [
    '{name} has shrunk: {before} members on {since}, {now} now.',
    '{name} encolheu: {before} membros em {since}, {now} agora.',
    '{name} se ha reducido: {before} miembros el {since}, {now} ahora.',
    '{name} a rétréci : {before} membres le {since}, {now} maintenant.',
  ],
  spendDrift: [
    'What a member of {name} spends has changed: {before} on {since}, {now} now.',
    'O que um membro de {name} gasta mudou: {before} em {since}, {now} agora.',
    'Lo que gasta un miembro de {name} ha cambiado: {before} el {since}, {now} ahora.',
    'Ce que dépense un membre de {name} a changé : {before} le {since}, {now} maintenant.',
  ],
  history: [
    'Earlier checks',
    'Verificações anteriores',
    'Comprobaciones anteriores',
    'Vérifications précédentes',
  ],
  day: ['Day', 'Dia', 'Día', 'Jour'],
  verdict: ['Verdict', 'Veredito', 'Veredicto', 'Verdict'],
  share: ['Of the base', 'Da base', 'De la base', 'De la base'],
  spend: ['Spend per member', 'Gasto por membro', 'Gasto por miembro', 'Dépenses par membre'],
  bought: ['Bought', 'Compraram', 'Compraron', 'Ont acheté'],
  reachable: ['Reachable', 'Alcançáveis', 'Accesibles', 'Joignables'],
  proxy: [
    'AUC of the closest protected group',
    'AUC do grupo protegido mais próximo',
    'AUC del grupo protegido más próximo',
    'AUC du groupe protégé le plus proche',
  ],
  methodFair: [
    'Fair: how well membership tells groups of 50 or more by gender, age, income, language and whatever is marked sensitive, and they it: AUC with DeLong’s interval (1988), 0.5 is chance, a warning above 0.6, strong above 0.7. What a definition asks for openly is for its author to justify.',
    'Justo: quão bem o pertencimento revela grupos de 50 ou mais por gênero, idade, renda, idioma e o que for marcado como sensível, e eles a ele: AUC com o intervalo de DeLong (1988), 0,5 é acaso, aviso acima de 0,6, forte acima de 0,7. O que uma definição pede abertamente cabe ao autor justificar.',
    'Justo: en qué medida la pertenencia revela grupos de 50 o más por género, edad, ingresos, idioma y lo marcado como sensible, y ellos a ella: AUC con el intervalo de DeLong (1988), 0,5 es azar, aviso por encima de 0,6, fuerte por encima de 0,7. Lo que una definición pide abiertamente lo justifica su autor.',
    'Équitable : à quel point l’appartenance révèle des groupes d’au moins 50 par genre, âge, revenu, langue et ce qui est marqué sensible, et réciproquement : AUC avec l’intervalle de DeLong (1988), 0,5 est le hasard, avertissement au-delà de 0,6, fort au-delà de 0,7. Ce qu’une définition demande ouvertement, son auteur le justifie.',
  ],
  methodHistory: [
    'Earlier checks are those that the server made after each day’s refresh: daily for two months, then one a month. Changes are against the one of about a month before.',
    'Verificações anteriores são as que o servidor fez após a atualização de cada dia: diárias por dois meses, depois uma por mês. As mudanças são frente à de cerca de um mês antes.',
    'Las comprobaciones anteriores son las que hizo el servidor tras la actualización de cada día: diarias durante dos meses, luego una al mes. Los cambios son frente a la de hace más o menos un mes.',
    'Les vérifications précédentes sont celles que le serveur a faites après la mise à jour de chaque jour : quotidiennes pendant deux mois, puis une par mois. Les changements se lisent face à celle d’un mois plus tôt environ.',
  ],
  method: [
    'Near-duplicate from a Jaccard index of 0.8; stable from 0.75 month to month (Hennig 2007), members of past months by the definition in force and what is known today; shift of spend by the population stability index (0.25); spend of the last {days} with a bootstrap interval; privacy floor 11, activation from 50; test of two halves at 5 % with power 80 %.',
    'Quase igual a partir de um índice de Jaccard de 0,8; estável a partir de 0,75 mês a mês (Hennig 2007), membros de meses passados pela definição em vigor e pelo que se sabe hoje; mudança do gasto pelo índice de estabilidade (0,25); gasto dos últimos {days} com intervalo bootstrap; piso de privacidade 11, ativação a partir de 50; teste de duas metades a 5 % com poder de 80 %.',
    'Casi igual desde un índice de Jaccard de 0,8; estable desde 0,75 mes a mes (Hennig 2007), miembros de meses pasados según la definición vigente y lo que se sabe hoy; cambio del gasto por el índice de estabilidad (0,25); gasto de los últimos {days} con intervalo bootstrap; mínimo de privacidad 11, activación desde 50; prueba de dos mitades al 5 % con potencia del 80 %.',
    'Presque identique dès un indice de Jaccard de 0,8 ; stable dès 0,75 d’un mois à l’autre (Hennig 2007), membres passés selon la définition en vigueur et ce qu’on sait aujourd’hui ; glissement des dépenses par l’indice de stabilité (0,25) ; dépenses des derniers {days} avec intervalle bootstrap ; seuil de confidentialité 11, activation dès 50 ; test de deux moitiés à 5 % avec puissance 80 %.',
  ],
}
