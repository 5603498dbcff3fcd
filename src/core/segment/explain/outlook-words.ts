/** What explanations say of time and of changes, in four languages. */
import type { Words } from '../../base/index.ts'

export type OutlookWord =
  | 'member-since'
  | 'outside-since'
  | 'never'
  | 'leaves'
  | 'leaves-because'
  | 'joins'
  | 'joins-because'
  | 'ends'
  | 'begins'
  | 'would-join'
  | 'would-leave'
  | 'would-join-before'
  | 'would-leave-before'
  | 'would-join-later'
  | 'would-leave-later'
  | 'events'
  | 'more-events'
  | 'with'
  | 'with-each'
  | 'becomes'
  | 'cleared'
  | 'changes'
  | 'listed'
  | 'unlisted'
  | 'included'
  | 'excluded'
  | 'agrees'
  | 'disagrees'
  | 'others'
  | 'model'
  | 'draw'
  | 'past'
  | 'time'
  | 'always'

/** `{date}` is an instant on the definition's clock, `{acts}` what would have to happen, `{what}` a condition. */
export const OUTLOOK_WORDS: Words<OutlookWord> = {
  en: {
    'member-since': 'Member since {date}.',
    'outside-since': 'Not a member since {date}.',
    never: 'Was never a member.',
    leaves: 'Leaves on {date} if nothing happens before.',
    'leaves-because': 'Leaves on {date} if nothing happens before; {what}.',
    joins: 'Joins on {date} if nothing happens before.',
    'joins-because': 'Joins on {date} if nothing happens before; {what}.',
    ends: 'no longer so: {what}',
    begins: 'so from then on: {what}',
    'would-join': 'Would be in with: {acts}.',
    'would-leave': 'Would be out with: {acts}.',
    'would-join-before': 'Would be in with: {acts}, before {date}.',
    'would-leave-before': 'Would be out with: {acts}, before {date}.',
    'would-join-later': 'Would be in from {date} on with: {acts}, now.',
    'would-leave-later': 'Would be out from {date} on with: {acts}, now.',
    events: '{count} {noun}',
    'more-events': '{count} more {noun}',
    with: '{events} ({properties})',
    'with-each': '{events} (each: {properties})',
    becomes: '{name} becomes {value}',
    cleared: '{name} no longer has a value',
    changes: '{name} changes, for example to {value}',
    listed: 'being put on the list {name}',
    unlisted: 'being taken off the list {name}',
    included: 'no longer being included by hand',
    excluded: 'no longer being excluded by hand',
    agrees: 'consent to {purpose} by {channel}',
    disagrees: 'no more consent to {purpose} by {channel}',
    others: 'Nothing that this customer does decides it alone: it depends on the other customers.',
    model: 'Nothing that happens now decides it: a model says it.',
    draw: 'Nothing changes it: it was drawn by lot.',
    past: 'Nothing that happens now changes it: it rests on what has been.',
    time: 'Nothing that happens now changes it, only time does.',
    always: 'Nothing changes it: the definition asks for nothing.',
  },
  'pt-BR': {
    'member-since': 'Faz parte desde {date}.',
    'outside-since': 'Não faz parte desde {date}.',
    never: 'Nunca fez parte.',
    leaves: 'Sai em {date} se nada acontecer antes.',
    'leaves-because': 'Sai em {date} se nada acontecer antes; {what}.',
    joins: 'Entra em {date} se nada acontecer antes.',
    'joins-because': 'Entra em {date} se nada acontecer antes; {what}.',
    ends: 'deixa de valer: {what}',
    begins: 'passa a valer: {what}',
    'would-join': 'Entraria com: {acts}.',
    'would-leave': 'Sairia com: {acts}.',
    'would-join-before': 'Entraria com: {acts}, antes de {date}.',
    'would-leave-before': 'Sairia com: {acts}, antes de {date}.',
    'would-join-later': 'Entraria a partir de {date} com: {acts}, agora.',
    'would-leave-later': 'Sairia a partir de {date} com: {acts}, agora.',
    events: '{count} {noun}',
    'more-events': 'mais {count} {noun}',
    with: '{events} ({properties})',
    'with-each': '{events} (cada vez: {properties})',
    becomes: '{name} passa a ser {value}',
    cleared: '{name} deixa de ter valor',
    changes: '{name} muda, por exemplo para {value}',
    listed: 'entrar na lista {name}',
    unlisted: 'sair da lista {name}',
    included: 'deixar de ser incluído à mão',
    excluded: 'deixar de ser excluído à mão',
    agrees: 'consentimento para {purpose} por {channel}',
    disagrees: 'fim do consentimento para {purpose} por {channel}',
    others: 'Nada que este cliente faça decide sozinho: depende dos outros clientes.',
    model: 'Nada que aconteça agora decide: quem diz é um modelo.',
    draw: 'Nada muda isso: foi sorteado.',
    past: 'Nada que aconteça agora muda isso: depende do que já aconteceu.',
    time: 'Nada que aconteça agora muda isso, só o tempo.',
    always: 'Nada muda isso: a definição não pede nada.',
  },
  es: {
    'member-since': 'Forma parte desde el {date}.',
    'outside-since': 'No forma parte desde el {date}.',
    never: 'Nunca formó parte.',
    leaves: 'Sale el {date} si no pasa nada antes.',
    'leaves-because': 'Sale el {date} si no pasa nada antes; {what}.',
    joins: 'Entra el {date} si no pasa nada antes.',
    'joins-because': 'Entra el {date} si no pasa nada antes; {what}.',
    ends: 'deja de cumplirse: {what}',
    begins: 'pasa a cumplirse: {what}',
    'would-join': 'Entraría con: {acts}.',
    'would-leave': 'Saldría con: {acts}.',
    'would-join-before': 'Entraría con: {acts}, antes del {date}.',
    'would-leave-before': 'Saldría con: {acts}, antes del {date}.',
    'would-join-later': 'Entraría a partir del {date} con: {acts}, ahora.',
    'would-leave-later': 'Saldría a partir del {date} con: {acts}, ahora.',
    events: '{count} {noun}',
    'more-events': '{count} {noun} más',
    with: '{events} ({properties})',
    'with-each': '{events} (cada vez: {properties})',
    becomes: '{name} pasa a ser {value}',
    cleared: '{name} deja de tener valor',
    changes: '{name} cambia, por ejemplo a {value}',
    listed: 'entrar en la lista {name}',
    unlisted: 'salir de la lista {name}',
    included: 'dejar de estar incluido a mano',
    excluded: 'dejar de estar excluido a mano',
    agrees: 'consentimiento para {purpose} por {channel}',
    disagrees: 'fin del consentimiento para {purpose} por {channel}',
    others: 'Nada que haga este cliente lo decide por sí solo: depende de los demás clientes.',
    model: 'Nada que pase ahora lo decide: lo dice un modelo.',
    draw: 'Nada lo cambia: se sorteó.',
    past: 'Nada que pase ahora lo cambia: depende de lo que ya pasó.',
    time: 'Nada que pase ahora lo cambia, solo el tiempo.',
    always: 'Nada lo cambia: la definición no pide nada.',
  },
  fr: {
    'member-since': 'En fait partie depuis le {date}.',
    'outside-since': 'N’en fait pas partie depuis le {date}.',
    never: 'N’en a jamais fait partie.',
    leaves: 'En sort le {date} si rien ne se passe avant.',
    'leaves-because': 'En sort le {date} si rien ne se passe avant ; {what}.',
    joins: 'Y entre le {date} si rien ne se passe avant.',
    'joins-because': 'Y entre le {date} si rien ne se passe avant ; {what}.',
    ends: 'n’est plus vrai : {what}',
    begins: 'devient vrai : {what}',
    'would-join': 'Y entrerait avec : {acts}.',
    'would-leave': 'En sortirait avec : {acts}.',
    'would-join-before': 'Y entrerait avec : {acts}, avant le {date}.',
    'would-leave-before': 'En sortirait avec : {acts}, avant le {date}.',
    'would-join-later': 'Y entrerait à partir du {date} avec : {acts}, maintenant.',
    'would-leave-later': 'En sortirait à partir du {date} avec : {acts}, maintenant.',
    events: '{count} {noun}',
    'more-events': '{count} {noun} de plus',
    with: '{events} ({properties})',
    'with-each': '{events} (chaque fois : {properties})',
    becomes: '{name} devient {value}',
    cleared: '{name} n’a plus de valeur',
    changes: '{name} change, par exemple pour {value}',
    listed: 'ajout à la liste {name}',
    unlisted: 'retrait de la liste {name}',
    included: 'fin de l’inclusion à la main',
    excluded: 'fin de l’exclusion à la main',
    agrees: 'consentement pour {purpose} par {channel}',
    disagrees: 'fin du consentement pour {purpose} par {channel}',
    others: 'Rien de ce que fait ce client n’en décide seul : cela dépend des autres clients.',
    model: 'Rien de ce qui se passe maintenant n’en décide : un modèle le dit.',
    draw: 'Rien n’y change : cela a été tiré au sort.',
    past: 'Rien de ce qui se passe maintenant n’y change : cela tient à ce qui a été.',
    time: 'Rien de ce qui se passe maintenant n’y change, seul le temps le fait.',
    always: 'Rien n’y change : la définition ne demande rien.',
  },
}
