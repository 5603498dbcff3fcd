/** French, with a space that does not break before : and ; and inside « ». */
import type { RollingUnit } from '../../base/index.ts'
import { series } from './series.ts'
import type { Noun, Voice } from './voice.ts'

function noun(one: string, other: string, feminine = false): Noun {
  const vowel = /^[aeéèêiouh]/i.test(other)
  return {
    one,
    other,
    none: `${feminine ? 'aucune' : 'aucun'} ${one}`,
    first: `${feminine ? 'la première' : 'le premier'} ${one}`,
    last: `${feminine ? 'la dernière' : 'le dernier'} ${one}`,
    of: vowel ? `d’${other}` : `de ${other}`,
    nth: (n, isFromLast) => {
      const ending = n > 1 ? 'e' : feminine ? 're' : 'er'
      return `${feminine ? 'la' : 'le'} ${n}${ending} ${one}${isFromLast ? ' en partant du plus récent' : ''}`
    },
  }
}

/** "nombre d’achats", "nombre de remboursements" */
function de(what: string): string {
  return /^[aeéèêiouh]/i.test(what) ? `d’${what}` : `de ${what}`
}

/** "de le premier achat" becomes "du premier achat". */
function seam(left: string, right: string): string {
  if (!/(^| )de$/.test(left)) return `${left} ${right}`
  if (right.startsWith('le ')) return `${left.slice(0, -2)}du ${right.slice(3)}`
  return right.startsWith('les ') ? `${left.slice(0, -2)}des ${right.slice(4)}` : `${left} ${right}`
}

const PARTS = { 4: 'quartile', 5: 'quintile', 10: 'décile', 100: 'centile' } as const

/** Units that are feminine. */
const HER_UNITS: ReadonlySet<RollingUnit> = new Set(['minute', 'hour', 'week'])

const UNITS: Voice['units'] = {
  minute: ['minute', 'minutes'],
  hour: ['heure', 'heures'],
  day: ['jour', 'jours'],
  week: ['semaine', 'semaines'],
  month: ['mois', 'mois'],
  quarter: ['trimestre', 'trimestres'],
  year: ['an', 'ans'],
}

const LAST_ONE: Readonly<Record<RollingUnit, string>> = {
  minute: 'dans la dernière minute',
  hour: 'dans la dernière heure',
  day: 'dans les dernières 24 heures',
  week: 'sur une semaine jusqu’à maintenant',
  month: 'sur un mois jusqu’à maintenant',
  year: 'sur un an jusqu’à maintenant',
}

function rolling(count: string, unit: RollingUnit, isOne: boolean): string {
  if (isOne) return LAST_ONE[unit]
  if (unit === 'year') return `au cours des ${count} dernières années`
  const feminine = unit !== 'day' && unit !== 'month'
  return `au cours des ${count} ${feminine ? 'dernières' : 'derniers'} ${UNITS[unit][1]}`
}

export const FR_VOICE: Voice = {
  everyone: 'Tous les clients.',
  sentence: (c) => `Clients qui remplissent cette condition\u00a0: ${c}.`,
  allOf: (cs) => `Clients qui remplissent toutes ces conditions\u00a0: ${cs.join('\u00a0; ')}.`,
  oneOf: (cs) =>
    `Clients qui remplissent au moins une de ces conditions\u00a0: ${cs.join('\u00a0; ')}.`,
  everyoneShort: 'tous les clients',
  allOfShort: (cs) => series(cs, '\u00a0; ', '\u00a0; et '),
  oneOfShort: (cs) =>
    `au moins une de ces conditions\u00a0: ${series(cs, '\u00a0; ', '\u00a0; ou ')}`,
  and: ', et ',
  or: ', ou ',
  means: (name, value) => `Ici, ${name} désigne\u00a0: ${value}.`,
  zone: (name) => `Les jours et les mois sont ceux du fuseau horaire ${name}.`,
  quote: (text) => `«\u00a0${text}\u00a0»`,
  label: (text) => `«\u00a0${text}\u00a0»`,
  date: (text) => `le ${text.replace(/^1 /, '1er ')}`,
  seam,
  semicolon: '\u00a0; ',
  where: (what, c) => `${what} où (${c})`,
  not: (c) => `il n’est pas vrai que (${c})`,
  atLeastOf: (count, cs) => `au moins ${count} de ces conditions sont vraies\u00a0: (${cs})`,
  everyoneInside: 'n’importe quel client',
  compare: {
    amount: {
      '=': 'vaut',
      '!=': 'a une valeur connue autre que',
      '<': 'vaut moins de',
      '<=': 'vaut au plus',
      '>': 'dépasse',
      '>=': 'vaut au moins',
    },
    moment: {
      '=': 'est',
      '!=': 'a une valeur connue autre que',
      '<': 'est avant',
      '<=': 'est au plus tard',
      '>': 'est après',
      '>=': 'est au plus tôt',
    },
    other: {
      '=': 'est',
      '!=': 'a une valeur connue autre que',
      '<': 'vaut moins de',
      '<=': 'vaut au plus',
      '>': 'dépasse',
      '>=': 'vaut au moins',
    },
  },
  differs: 'ne vaut pas',
  counted: {
    '=': (what) => `exactement ${what}`,
    '<': (what) => `moins de ${what} (zéro compris)`,
    '<=': (what) => `au plus ${what} (zéro compris)`,
    '>': (what) => `plus de ${what}`,
    '>=': (what) => `au moins ${what}`,
  },
  between: (v, low, high) => `${v} se situe entre ${low} et ${high}, bornes comprises`,
  among: (v, options) => `${v} est ${options}`,
  notAmong: (v, options) => `${v} a une valeur connue qui n’est pas ${options}`,
  text: {
    contains: (v, t) => `${v} contient ${t}`,
    'starts with': (v, t) => `${v} commence par ${t}`,
    'ends with': (v, t) => `${v} se termine par ${t}`,
    matches: (v, t) => `${v} correspond au motif ${t}`,
  },
  entry: {
    contains: (v, t) => `au moins une entrée de ${v} contient ${t}`,
    'starts with': (v, t) => `au moins une entrée de ${v} commence par ${t}`,
    'ends with': (v, t) => `au moins une entrée de ${v} se termine par ${t}`,
    matches: (v, t) => `au moins une entrée de ${v} correspond au motif ${t}`,
  },
  list: {
    'has any': (v, options) => `${v} comprend au moins l’une de ces valeurs\u00a0: ${options}`,
    'has all': (v, options) => `${v} comprend toutes ces valeurs\u00a0: ${options}`,
    'has none': (v, options) => `${v} ne comprend aucune de ces valeurs\u00a0: ${options}`,
  },
  known: (v) => `${v} a une valeur`,
  missing: (v) => `${v} n’a pas de valeur`,
  under: (v, category) => `${v} est ${category} ou une catégorie en dessous`,
  happened: (event, window) => `${event} a eu lieu ${window}`,
  occurred: (v, window) => `${v} tombe dans cette période\u00a0: ${window}`,
  inSegment: (name) => `dans le segment ${name}`,
  notInSegment: (name) => `hors du segment ${name}`,
  inList: (name) => `sur la liste ${name}`,
  notInList: (name) => `hors de la liste ${name}`,
  consent: (channel, purpose) => `consentement donné pour ${purpose} par ${channel}`,
  noConsent: (channel, purpose) => `pas de consentement pour ${purpose} par ${channel}`,
  channels: {
    email: 'e-mail',
    sms: 'SMS',
    push: 'notification',
    phone: 'téléphone',
    post: 'courrier',
  },
  purposes: {
    programme: 'le programme',
    marketing: 'le marketing',
    profiling: 'le profilage',
    sharing: 'le partage de données',
  },
  rankTop: (v, count) => `${v} est parmi les ${count} les plus élevés de tous les clients`,
  rankBottom: (v, count) => `${v} est parmi les ${count} les plus bas de tous les clients`,
  rankPart: (v, parts, part) =>
    `${v} est dans le ${PARTS[parts]} ${part} de tous les clients (1 est le plus bas, ${parts} le plus élevé)`,
  rankParts: (v, parts, from, to) =>
    `${v} est dans les ${PARTS[parts]}s ${from} à ${to} de tous les clients (1 est le plus bas, ${parts} le plus élevé)`,
  sequence: (steps) => `dans cet ordre\u00a0: (${steps})`,
  followedBy: (what) => `puis ${what}`,
  withinSpan: (span) => `en ${span} au plus`,
  duringSpan: (span) => `pendant ${span}`,
  stateFor: {
    'at least': (c, span) => `${c}, depuis au moins ${span} sans interruption`,
    'less than': (c, span) => `${c}, depuis moins de ${span}`,
  },
  birthday: 'l’anniversaire',
  anniversary: (of) => seam('l’anniversaire de', of),
  falls: (what, when) => `${what} tombe ${when}`,
  nextDays: (count) => `dans les ${count} prochains jours, aujourd’hui compris`,
  regular: (what, count, of, unit) =>
    `des ${what} pendant au moins ${count} des ${of} ${UNITS[unit][1]} ${
      unit === 'week' ? 'entières précédentes' : 'entiers précédents'
    }`,
  but: ', mais ',
  beforeThat: 'avant cela',
  someElement: (name) => `au moins un même ${name}`,
  elementWord: { item: 'article', line: 'ligne' },
  someCommonElement: { item: 'au moins un même article', line: 'au moins une même ligne' },
  nouns: {
    purchase: noun('achat', 'achats'),
    refund: noun('remboursement', 'remboursements'),
  },
  event: (label) => noun(`événement «\u00a0${label}\u00a0»`, `événements «\u00a0${label}\u00a0»`),
  eventsLike: (prefix) =>
    noun(
      `événement dont le nom commence par ${prefix}`,
      `événements dont le nom commence par ${prefix}`,
    ),
  element: (label, event) =>
    noun(
      `élément «\u00a0${label}\u00a0» ${event.of}`,
      `éléments «\u00a0${label}\u00a0» ${event.of}`,
    ),
  commonElement: {
    item: (event) => noun(`article des ${event.other}`, `articles des ${event.other}`),
    line: (event) => noun(`ligne des ${event.other}`, `lignes des ${event.other}`, true),
  },
  measure: {
    count: (what) => `le nombre ${de(what)}`,
    'count distinct': (what, p) => `le nombre de valeurs différentes de ${p} sur les ${what}`,
    sum: (what, p) => `la somme de ${p} sur les ${what}`,
    avg: (what, p) => `la moyenne de ${p} sur les ${what}`,
    min: (what, p) => `la plus petite valeur de ${p} sur les ${what}`,
    max: (what, p) => `la plus grande valeur de ${p} sur les ${what}`,
    median: (what, p) => `la médiane de ${p} sur les ${what}`,
    most: (what, p) => `le plus grand nombre ${de(what)} ayant la même valeur pour ${p}`,
  },
  earliest: (what, p) => `la première date de ${p} sur les ${what}`,
  latest: (what, p) => `la dernière date de ${p} sur les ${what}`,
  momentOf: (what) => `le moment où a eu lieu ${what}`,
  propertyOf: (p, what) => seam(`${p} de`, what),
  daysSince: (what) => `le nombre de jours depuis ${what}`,
  calendarPart: {
    year: (of) => seam('l’année de', of),
    month: (of) => seam('le mois de', of),
    day: (of) => seam('le jour du mois de', of),
    weekday: (of) => seam('le jour de la semaine de', of),
    hour: (of) => seam('l’heure (de 0 à 23) de', of),
  },
  eventTime: 'le moment de l’événement',
  age: 'l’âge en années',
  tenure: 'le temps écoulé depuis l’adhésion',
  gap: {
    gap: (what) => `le temps moyen entre les ${what}`,
    'median gap': (what) => `le temps médian entre les ${what}`,
  },
  streak: (unit, what) =>
    `le nombre ${de(UNITS[unit][1])} de suite, jusqu’à maintenant, avec au moins ${what}`,
  share: (all, c) => `la part de ceux où (${c}) parmi les ${all}`,
  shareOf: (p, all, c) => `la part de ${p} sur les ${all} qui vient de ceux où (${c})`,
  net: (what, p) => `la somme de ${p} sur les ${what}, moins les remboursements de la même période`,
  trend: (of, unit, previous) => `${seam(`la tendance par ${UNITS[unit][0]} de`, of)}, ${previous}`,
  score: (name) => `le score ${name}`,
  bucket: (salt) => `le tirage fixe du client pour ${salt}`,
  distance: (from, to) => `${seam('la distance de', from)} à ${to}`,
  compass: ['N', 'S', 'E', 'O'],
  lengthUnits: { m: 'm', km: 'km', mi: 'mi' },
  minus: (v) => `moins ${v}`,
  yes: 'oui',
  no: 'non',
  units: UNITS,
  rolling,
  calendarDays: (count) => `au cours des ${count} derniers jours calendaires, aujourd’hui compris`,
  current: {
    day: 'aujourd’hui',
    week: 'cette semaine, depuis lundi',
    month: 'ce mois civil',
    quarter: 'ce trimestre civil',
    year: 'cette année civile',
  },
  previousOne: {
    day: 'hier',
    week: 'la semaine précédente, du lundi au dimanche',
    month: 'le mois civil précédent',
    quarter: 'le trimestre civil précédent',
    year: 'l’année civile précédente',
  },
  previous: (count, unit) => {
    if (unit === 'week') return `au cours des ${count} semaines entières précédentes`
    if (unit === 'year') return `au cours des ${count} années entières précédentes`
    return `au cours des ${count} ${UNITS[unit][1]} entiers précédents`
  },
  since: (point) => `depuis ${point}`,
  before: (point) => `avant ${point}`,
  fromTo: (from, to) => `entre ${from} et ${to}, bornes comprises`,
  inZone: (window, zone) => `${window} (fuseau horaire ${zone})`,
  ahead: (count, unit, isOne) =>
    HER_UNITS.has(unit)
      ? isOne
        ? `dans la prochaine ${UNITS[unit][0]}`
        : `dans les ${count} prochaines ${UNITS[unit][1]}`
      : isOne
        ? `dans le prochain ${UNITS[unit][0]}`
        : `dans les ${count} prochains ${UNITS[unit][1]}`,
  following: {
    day: 'demain',
    week: 'la semaine prochaine, du lundi au dimanche',
    month: 'le mois civil prochain',
    quarter: 'le trimestre civil prochain',
    year: 'l’année civile prochaine',
  },
  ago: (far, near, unit) => `il y a entre ${near} et ${far} ${unit}`,
}
