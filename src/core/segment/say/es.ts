/** Spanish. */
import type { RollingUnit } from '../../base/index.ts'
import { series } from './series.ts'
import type { Noun, Voice } from './voice.ts'

function noun(one: string, other: string, feminine: boolean): Noun {
  return {
    one,
    other,
    none: `${feminine ? 'ninguna' : 'ningún'} ${one}`,
    first: feminine ? `la primera ${one}` : `el primer ${one}`,
    last: feminine ? `la última ${one}` : `el último ${one}`,
    of: `${feminine ? 'de las' : 'de los'} ${other}`,
    nth: (n, isFromLast) =>
      `${feminine ? `la ${n}.ª` : `el ${n}.${/(^|[^1])[13]$/.test(`${n}`) ? 'er' : 'º'}`} ${one}${isFromLast ? ' más reciente' : ''}`,
  }
}

const PARTS = {
  4: ['cuartil', 'cuartiles'],
  5: ['quintil', 'quintiles'],
  10: ['decil', 'deciles'],
  100: ['percentil', 'percentiles'],
} as const

const UNITS: Voice['units'] = {
  minute: ['minuto', 'minutos'],
  hour: ['hora', 'horas'],
  day: ['día', 'días'],
  week: ['semana', 'semanas'],
  month: ['mes', 'meses'],
  quarter: ['trimestre', 'trimestres'],
  year: ['año', 'años'],
}

/** "de el" becomes "del", "a el" becomes "al". */
function seam(left: string, right: string): string {
  const contracts = /(^| )(de|a)$/.test(left) && right.startsWith('el ')
  return contracts ? `${left}l ${right.slice(3)}` : `${left} ${right}`
}

function isFeminine(unit: string): boolean {
  return unit === 'hour' || unit === 'week'
}

function rolling(count: string, unit: RollingUnit, isOne: boolean): string {
  if (isOne && unit === 'day') return 'en las últimas 24 horas'
  const [one, other] = UNITS[unit]
  if (isOne) return `${isFeminine(unit) ? 'en la última' : 'en el último'} ${one} hasta ahora`
  return `${isFeminine(unit) ? 'en las últimas' : 'en los últimos'} ${count} ${other}`
}

export const ES_VOICE: Voice = {
  everyone: 'Todos los clientes.',
  sentence: (c) => `Clientes que cumplen esta condición: ${c}.`,
  allOf: (cs) => `Clientes que cumplen todas estas condiciones: ${cs.join('; ')}.`,
  oneOf: (cs) => `Clientes que cumplen al menos una de estas condiciones: ${cs.join('; ')}.`,
  everyoneShort: 'todos los clientes',
  allOfShort: (cs) => series(cs, '; ', '; y además '),
  oneOfShort: (cs) => `al menos una de estas condiciones: ${series(cs, '; ', '; o bien ')}`,
  and: ', y además ',
  or: ', o bien ',
  means: (name, value) => `Aquí, ${name} es ${value}.`,
  zone: (name) => `Los días y los meses son los de la zona horaria ${name}.`,
  quote: (text) => `«${text}»`,
  label: (text) => `«${text}»`,
  date: (text) => `el ${text}`,
  seam,
  semicolon: '; ',
  where: (what, c) => `${what} donde (${c})`,
  not: (c) => `no es cierto que (${c})`,
  atLeastOf: (count, cs) => `se cumplen al menos ${count} de estas condiciones: (${cs})`,
  everyoneInside: 'cualquier cliente',
  compare: {
    amount: {
      '=': 'es igual a',
      '!=': 'es conocido y distinto de',
      '<': 'es menor que',
      '<=': 'es como máximo',
      '>': 'es mayor que',
      '>=': 'es como mínimo',
    },
    moment: {
      '=': 'es',
      '!=': 'es conocido y distinto de',
      '<': 'es antes de',
      '<=': 'es a más tardar',
      '>': 'es después de',
      '>=': 'es a partir de',
    },
    other: {
      '=': 'es',
      '!=': 'es conocido y distinto de',
      '<': 'es menor que',
      '<=': 'es como máximo',
      '>': 'es mayor que',
      '>=': 'es como mínimo',
    },
  },
  differs: 'no es igual a',
  counted: {
    '=': (what) => `exactamente ${what}`,
    '<': (what) => `menos de ${what} (incluido cero)`,
    '<=': (what) => `como máximo ${what} (incluido cero)`,
    '>': (what) => `más de ${what}`,
    '>=': (what) => `al menos ${what}`,
  },
  between: (v, low, high) => `${v} está entre ${low} y ${high}, ambos incluidos`,
  among: (v, options) => `${v} es ${options}`,
  notAmong: (v, options) => `${v} es conocido y no es ${options}`,
  text: {
    contains: (v, t) => `${v} contiene ${t}`,
    'starts with': (v, t) => `${v} empieza por ${t}`,
    'ends with': (v, t) => `${v} termina en ${t}`,
    matches: (v, t) => `${v} se ajusta al patrón ${t}`,
  },
  entry: {
    contains: (v, t) => `al menos un elemento de ${v} contiene ${t}`,
    'starts with': (v, t) => `al menos un elemento de ${v} empieza por ${t}`,
    'ends with': (v, t) => `al menos un elemento de ${v} termina en ${t}`,
    matches: (v, t) => `al menos un elemento de ${v} cumple el patrón ${t}`,
  },
  list: {
    'has any': (v, options) => `${v} incluye al menos uno de estos: ${options}`,
    'has all': (v, options) => `${v} incluye todos estos: ${options}`,
    'has none': (v, options) => `${v} no incluye ninguno de estos: ${options}`,
  },
  known: (v) => `${v} tiene valor`,
  missing: (v) => `${v} no tiene valor`,
  under: (v, category) => `${v} es ${category} o algo por debajo`,
  happened: (event, window) => `${event} ocurrió ${window}`,
  occurred: (v, window) => `${v} cae en este periodo: ${window}`,
  inSegment: (name) => `en el segmento ${name}`,
  notInSegment: (name) => `fuera del segmento ${name}`,
  inList: (name) => `en la lista ${name}`,
  notInList: (name) => `fuera de la lista ${name}`,
  consent: (channel, purpose) => `consentimiento dado para ${purpose} por ${channel}`,
  noConsent: (channel, purpose) => `sin consentimiento para ${purpose} por ${channel}`,
  channels: {
    email: 'correo electrónico',
    sms: 'SMS',
    push: 'notificación',
    phone: 'teléfono',
    post: 'correo postal',
  },
  purposes: {
    programme: 'el programa',
    marketing: 'marketing',
    profiling: 'elaboración de perfiles',
    sharing: 'cesión de datos',
  },
  rankTop: (v, count) => `${v} está entre los ${count} más altos de todos los clientes`,
  rankBottom: (v, count) => `${v} está entre los ${count} más bajos de todos los clientes`,
  rankPart: (v, parts, part) =>
    `${v} está en el ${PARTS[parts][0]} ${part} de todos los clientes (1 es el más bajo, ${parts} el más alto)`,
  rankParts: (v, parts, from, to) =>
    `${v} está en los ${PARTS[parts][1]} ${from} a ${to} de todos los clientes (1 es el más bajo, ${parts} el más alto)`,
  sequence: (steps) => `en este orden: (${steps})`,
  followedBy: (what) => `luego ${what}`,
  withinSpan: (span) => `en ${span} como máximo`,
  duringSpan: (span) => `durante ${span}`,
  stateFor: {
    'at least': (c, span) => `${c}, desde hace al menos ${span} sin interrupción`,
    'less than': (c, span) => `${c}, desde hace menos de ${span}`,
  },
  birthday: 'el cumpleaños',
  anniversary: (of) => seam('el aniversario de', of),
  falls: (what, when) => `${what} es ${when}`,
  nextDays: (count) => `en los próximos ${count} días, contando hoy`,
  regular: (what, count, of, unit) =>
    `${what} en al menos ${count} ${
      isFeminine(unit)
        ? `de las ${of} ${UNITS[unit][1]} enteras`
        : `de los ${of} ${UNITS[unit][1]} enteros`
    } anteriores`,
  but: ', pero ',
  beforeThat: 'antes de eso',
  someElement: (name) => `al menos un mismo ${name}`,
  elementWord: { item: 'artículo', line: 'línea' },
  someCommonElement: { item: 'al menos un mismo artículo', line: 'al menos una misma línea' },
  nouns: {
    purchase: noun('compra', 'compras', true),
    refund: noun('reembolso', 'reembolsos', false),
  },
  event: (label) => noun(`evento «${label}»`, `eventos «${label}»`, false),
  eventsLike: (prefix) =>
    noun(
      `evento cuyo nombre empieza por ${prefix}`,
      `eventos cuyos nombres empiezan por ${prefix}`,
      false,
    ),
  element: (label, event) =>
    noun(`elemento «${label}» ${event.of}`, `elementos «${label}» ${event.of}`, false),
  commonElement: {
    item: (event) => noun(`artículo ${event.of}`, `artículos ${event.of}`, false),
    line: (event) => noun(`línea ${event.of}`, `líneas ${event.of}`, true),
  },
  measure: {
    count: (what) => `el número de ${what}`,
    'count distinct': (what, p) => `el número de valores distintos de ${p} en ${what}`,
    sum: (what, p) => `la suma de ${p} en ${what}`,
    avg: (what, p) => `la media de ${p} en ${what}`,
    min: (what, p) => `el menor valor de ${p} en ${what}`,
    max: (what, p) => `el mayor valor de ${p} en ${what}`,
    median: (what, p) => `la mediana de ${p} en ${what}`,
    most: (what, p) => `el mayor número de ${what} con el mismo valor de ${p}`,
  },
  earliest: (what, p) => `la primera fecha de ${p} en ${what}`,
  latest: (what, p) => `la última fecha de ${p} en ${what}`,
  momentOf: (what) => `el momento en que ocurrió ${what}`,
  propertyOf: (p, what) => seam(`${p} de`, what),
  daysSince: (what) => `el número de días desde ${what}`,
  calendarPart: {
    year: (of) => seam('el año de', of),
    month: (of) => seam('el mes de', of),
    day: (of) => seam('el día del mes de', of),
    weekday: (of) => seam('el día de la semana de', of),
    hour: (of) => seam('la hora (0 a 23) de', of),
  },
  eventTime: 'el momento del evento',
  age: 'la edad en años',
  tenure: 'el tiempo desde el alta',
  gap: {
    gap: (what) => `el tiempo medio entre ${what}`,
    'median gap': (what) => `el tiempo mediano entre ${what}`,
  },
  streak: (unit, what) =>
    `el número de ${UNITS[unit][1]} ${isFeminine(unit) ? 'seguidas' : 'seguidos'}, hasta ahora, con al menos ${what}`,
  share: (all, c) => `la parte con (${c}) entre ${all}`,
  shareOf: (p, all, c) => `la parte de ${p} en ${all} que viene de donde (${c})`,
  net: (what, p) => `la suma de ${p} en ${what}, menos los reembolsos del mismo periodo`,
  trend: (of, unit, previous) =>
    `${seam(`la tendencia por ${UNITS[unit][0]} de`, of)}, ${previous}`,
  score: (name) => `la puntuación ${name}`,
  bucket: (salt) => `el sorteo fijo del cliente en ${salt}`,
  distance: (from, to) => `${seam('la distancia de', from)} a ${to}`,
  compass: ['N', 'S', 'E', 'O'],
  lengthUnits: { m: 'm', km: 'km', mi: 'mi' },
  minus: (v) => `menos ${v}`,
  yes: 'sí',
  no: 'no',
  units: UNITS,
  rolling,
  calendarDays: (count) => `en los últimos ${count} días naturales, contando hoy`,
  current: {
    day: 'hoy',
    week: 'esta semana, desde el lunes',
    month: 'este mes natural',
    quarter: 'este trimestre natural',
    year: 'este año natural',
  },
  previousOne: {
    day: 'ayer',
    week: 'en la semana anterior, de lunes a domingo',
    month: 'en el mes natural anterior',
    quarter: 'en el trimestre natural anterior',
    year: 'en el año natural anterior',
  },
  previous: (count, unit) =>
    unit === 'week'
      ? `en las ${count} semanas enteras anteriores`
      : `en los ${count} ${UNITS[unit][1]} enteros anteriores`,
  since: (point) => `desde ${point}`,
  before: (point) => seam('antes de', point),
  fromTo: (from, to) => `entre ${from} y ${to}, ambos incluidos`,
  inZone: (window, zone) => `${window} (zona horaria ${zone})`,
  ahead: (count, unit, isOne) =>
    isFeminine(unit)
      ? isOne
        ? `en la próxima ${UNITS[unit][0]}`
        : `en las próximas ${count} ${UNITS[unit][1]}`
      : isOne
        ? `en el próximo ${UNITS[unit][0]}`
        : `en los próximos ${count} ${UNITS[unit][1]}`,
  following: {
    day: 'mañana',
    week: 'la próxima semana, de lunes a domingo',
    month: 'el próximo mes natural',
    quarter: 'el próximo trimestre natural',
    year: 'el próximo año natural',
  },
  ago: (far, near, unit) => `entre hace ${far} y hace ${near} ${unit}`,
}
