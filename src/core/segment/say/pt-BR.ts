/** Brazilian Portuguese. */
import type { RollingUnit } from '../../base/index.ts'
import { series } from './series.ts'
import type { Noun, Voice } from './voice.ts'

function noun(one: string, other: string, feminine: boolean): Noun {
  return {
    one,
    other,
    none: `${feminine ? 'nenhuma' : 'nenhum'} ${one}`,
    first: feminine ? `a primeira ${one}` : `o primeiro ${one}`,
    last: feminine ? `a última ${one}` : `o último ${one}`,
    of: `${feminine ? 'das' : 'dos'} ${other}`,
    nth: (n, isFromLast) =>
      `${feminine ? `a ${n}ª` : `o ${n}º`} ${one}${isFromLast ? ' mais recente' : ''}`,
  }
}

const PARTS = {
  4: ['quartil', 'quartis'],
  5: ['quintil', 'quintis'],
  10: ['decil', 'decis'],
  100: ['percentil', 'percentis'],
} as const

/** Units that are feminine. */
const HER_UNITS: ReadonlySet<string> = new Set(['hour', 'week'])

const UNITS: Voice['units'] = {
  minute: ['minuto', 'minutos'],
  hour: ['hora', 'horas'],
  day: ['dia', 'dias'],
  week: ['semana', 'semanas'],
  month: ['mês', 'meses'],
  quarter: ['trimestre', 'trimestres'],
  year: ['ano', 'anos'],
}

/** "de o momento" becomes "do momento". */
function seam(left: string, right: string): string {
  const article = /^([oa]s?) /.exec(right)?.[1]
  if (left.endsWith(' de') && article !== undefined) {
    return `${left.slice(0, -2)}d${right}`
  }
  return left.endsWith(' a') && /^as? /.test(right)
    ? `${left.slice(0, -1)}à${right.slice(1)}`
    : left.endsWith(' a') && /^os? /.test(right)
      ? `${left.slice(0, -1)}a${right}`
      : `${left} ${right}`
}

function isFeminine(unit: string): boolean {
  return unit === 'hour' || unit === 'week'
}

function rolling(count: string, unit: RollingUnit, isOne: boolean): string {
  if (isOne && unit === 'day') return 'nas últimas 24 horas'
  const [one, other] = UNITS[unit]
  if (isOne) return `${isFeminine(unit) ? 'na última' : 'no último'} ${one} até agora`
  return `${isFeminine(unit) ? 'nas últimas' : 'nos últimos'} ${count} ${other}`
}

export const PT_BR_VOICE: Voice = {
  everyone: 'Todos os clientes.',
  sentence: (c) => `Clientes que atendem a esta condição: ${c}.`,
  allOf: (cs) => `Clientes que atendem a todas estas condições: ${cs.join('; ')}.`,
  oneOf: (cs) => `Clientes que atendem a pelo menos uma destas condições: ${cs.join('; ')}.`,
  everyoneShort: 'todos os clientes',
  allOfShort: (cs) => series(cs, '; ', '; e '),
  oneOfShort: (cs) => `pelo menos uma destas condições: ${series(cs, '; ', '; ou ')}`,
  and: ', e ',
  or: ', ou ',
  means: (name, value) => `Aqui, ${name} é ${value}.`,
  zone: (name) => `Dias e meses são os do fuso horário ${name}.`,
  quote: (text) => `“${text}”`,
  label: (text) => `“${text}”`,
  date: (text) => text,
  seam,
  semicolon: '; ',
  where: (what, c) => `${what} onde (${c})`,
  not: (c) => `não é verdade que (${c})`,
  atLeastOf: (count, cs) => `valem pelo menos ${count} destas condições: (${cs})`,
  everyoneInside: 'qualquer cliente',
  compare: {
    amount: {
      '=': 'é igual a',
      '!=': 'é conhecido e diferente de',
      '<': 'é menor que',
      '<=': 'é no máximo',
      '>': 'é maior que',
      '>=': 'é no mínimo',
    },
    moment: {
      '=': 'é',
      '!=': 'é conhecido e diferente de',
      '<': 'é antes de',
      '<=': 'é até',
      '>': 'é depois de',
      '>=': 'é a partir de',
    },
    other: {
      '=': 'é',
      '!=': 'é conhecido e diferente de',
      '<': 'é menor que',
      '<=': 'é no máximo',
      '>': 'é maior que',
      '>=': 'é no mínimo',
    },
  },
  differs: 'não é igual a',
  counted: {
    '=': (what) => `exatamente ${what}`,
    '<': (what) => `menos de ${what} (inclusive zero)`,
    '<=': (what) => `no máximo ${what} (inclusive zero)`,
    '>': (what) => `mais de ${what}`,
    '>=': (what) => `pelo menos ${what}`,
  },
  between: (v, low, high) => `${v} fica entre ${low} e ${high}, limites incluídos`,
  among: (v, options) => `${v} é ${options}`,
  notAmong: (v, options) => `${v} é conhecido e não é ${options}`,
  text: {
    contains: (v, t) => `${v} contém ${t}`,
    'starts with': (v, t) => `${v} começa com ${t}`,
    'ends with': (v, t) => `${v} termina com ${t}`,
    matches: (v, t) => `${v} corresponde ao padrão ${t}`,
  },
  entry: {
    contains: (v, t) => `pelo menos um item de ${v} contém ${t}`,
    'starts with': (v, t) => `pelo menos um item de ${v} começa com ${t}`,
    'ends with': (v, t) => `pelo menos um item de ${v} termina com ${t}`,
    matches: (v, t) => `pelo menos um item de ${v} corresponde ao padrão ${t}`,
  },
  list: {
    'has any': (v, options) => `${v} inclui ao menos um destes: ${options}`,
    'has all': (v, options) => `${v} inclui todos estes: ${options}`,
    'has none': (v, options) => `${v} não inclui nenhum destes: ${options}`,
  },
  known: (v) => `${v} tem valor`,
  missing: (v) => `${v} não tem valor`,
  under: (v, category) => `${v} é ${category} ou algo abaixo`,
  happened: (event, window) => `${event} ocorreu ${window}`,
  occurred: (v, window) => `${v} está neste período: ${window}`,
  inSegment: (name) => `no segmento ${name}`,
  notInSegment: (name) => `fora do segmento ${name}`,
  inList: (name) => `na lista ${name}`,
  notInList: (name) => `fora da lista ${name}`,
  consent: (channel, purpose) => `consentimento dado para ${purpose} por ${channel}`,
  noConsent: (channel, purpose) => `sem consentimento para ${purpose} por ${channel}`,
  channels: {
    email: 'e-mail',
    sms: 'SMS',
    push: 'notificação',
    phone: 'telefone',
    post: 'correio',
  },
  purposes: {
    programme: 'o programa',
    marketing: 'marketing',
    profiling: 'perfilamento',
    sharing: 'compartilhamento de dados',
  },
  rankTop: (v, count) => `${v} está entre os ${count} mais altos de todos os clientes`,
  rankBottom: (v, count) => `${v} está entre os ${count} mais baixos de todos os clientes`,
  rankPart: (v, parts, part) =>
    `${v} está no ${PARTS[parts][0]} ${part} de todos os clientes (1 é o mais baixo, ${parts} o mais alto)`,
  rankParts: (v, parts, from, to) =>
    `${v} está nos ${PARTS[parts][1]} ${from} a ${to} de todos os clientes (1 é o mais baixo, ${parts} o mais alto)`,
  sequence: (steps) => `nesta ordem: (${steps})`,
  followedBy: (what) => `depois ${what}`,
  withinSpan: (span) => `em até ${span}`,
  duringSpan: (span) => `durante ${span}`,
  stateFor: {
    'at least': (c, span) => `${c}, há pelo menos ${span} sem interrupção`,
    'less than': (c, span) => `${c}, há menos de ${span}`,
  },
  birthday: 'o aniversário',
  anniversary: (of) => seam('o aniversário de', of),
  falls: (what, when) => `${what} é ${when}`,
  nextDays: (count) => `nos próximos ${count} dias, contando hoje`,
  regular: (what, count, of, unit) =>
    `${what} em pelo menos ${count} ${
      isFeminine(unit)
        ? `das ${of} ${UNITS[unit][1]} inteiras`
        : `dos ${of} ${UNITS[unit][1]} inteiros`
    } anteriores`,
  but: ', mas ',
  beforeThat: 'antes disso',
  someElement: (name) => `ao menos um mesmo ${name}`,
  elementWord: { item: 'item', line: 'linha' },
  someCommonElement: { item: 'ao menos um mesmo item', line: 'ao menos uma mesma linha' },
  nouns: {
    purchase: noun('compra', 'compras', true),
    refund: noun('reembolso', 'reembolsos', false),
  },
  event: (label) => noun(`evento “${label}”`, `eventos “${label}”`, false),
  eventsLike: (prefix) =>
    noun(
      `evento cujo nome começa com ${prefix}`,
      `eventos cujos nomes começam com ${prefix}`,
      false,
    ),
  element: (label, event) =>
    noun(`item “${label}” ${event.of}`, `itens “${label}” ${event.of}`, false),
  commonElement: {
    item: (event) => noun(`item ${event.of}`, `itens ${event.of}`, false),
    line: (event) => noun(`linha ${event.of}`, `linhas ${event.of}`, true),
  },
  measure: {
    count: (what) => `o número de ${what}`,
    'count distinct': (what, p) => `o número de valores diferentes de ${p} em ${what}`,
    sum: (what, p) => `a soma de ${p} em ${what}`,
    avg: (what, p) => `a média de ${p} em ${what}`,
    min: (what, p) => `o menor valor de ${p} em ${what}`,
    max: (what, p) => `o maior valor de ${p} em ${what}`,
    median: (what, p) => `a mediana de ${p} em ${what}`,
    most: (what, p) => `o maior número de ${what} com o mesmo valor de ${p}`,
  },
  earliest: (what, p) => `a primeira data de ${p} em ${what}`,
  latest: (what, p) => `a última data de ${p} em ${what}`,
  momentOf: (what) => `o momento em que ocorreu ${what}`,
  propertyOf: (p, what) => seam(`${p} de`, what),
  daysSince: (what) => `o número de dias desde ${what}`,
  calendarPart: {
    year: (of) => seam('o ano de', of),
    month: (of) => seam('o mês de', of),
    day: (of) => seam('o dia do mês de', of),
    weekday: (of) => seam('o dia da semana de', of),
    hour: (of) => seam('a hora (0 a 23) de', of),
  },
  eventTime: 'o momento do evento',
  age: 'a idade em anos',
  tenure: 'o tempo desde a adesão',
  gap: {
    gap: (what) => `o tempo médio entre ${what}`,
    'median gap': (what) => `o tempo mediano entre ${what}`,
  },
  streak: (unit, what) =>
    `o número de ${UNITS[unit][1]} ${isFeminine(unit) ? 'seguidas' : 'seguidos'}, até agora, com pelo menos ${what}`,
  share: (all, c) => `a parcela com (${c}) entre ${all}`,
  shareOf: (p, all, c) => `a parcela de ${p} em ${all} que vem de onde (${c})`,
  net: (what, p) => `a soma de ${p} em ${what}, menos os reembolsos do mesmo período`,
  trend: (of, unit, previous) => `${seam(`a tendência por ${UNITS[unit][0]} de`, of)}, ${previous}`,
  score: (name) => `a pontuação ${name}`,
  bucket: (salt) => `o sorteio fixo do cliente em ${salt}`,
  distance: (from, to) => `${seam('a distância de', from)} até ${to}`,
  compass: ['N', 'S', 'L', 'O'],
  lengthUnits: { m: 'm', km: 'km', mi: 'mi' },
  minus: (v) => `menos ${v}`,
  yes: 'sim',
  no: 'não',
  units: UNITS,
  rolling,
  calendarDays: (count) => `nos últimos ${count} dias do calendário, contando hoje`,
  current: {
    day: 'hoje',
    week: 'nesta semana, desde segunda-feira',
    month: 'neste mês do calendário',
    quarter: 'neste trimestre do calendário',
    year: 'neste ano do calendário',
  },
  previousOne: {
    day: 'ontem',
    week: 'na semana anterior, de segunda a domingo',
    month: 'no mês anterior do calendário',
    quarter: 'no trimestre anterior do calendário',
    year: 'no ano anterior do calendário',
  },
  previous: (count, unit) =>
    unit === 'week'
      ? `nas ${count} semanas inteiras anteriores`
      : `nos ${count} ${UNITS[unit][1]} inteiros anteriores`,
  since: (point) => `desde ${point}`,
  before: (point) => seam('antes de', point),
  fromTo: (from, to) => `de ${from} a ${to}, ambos incluídos`,
  inZone: (window, zone) => `${window} (fuso horário ${zone})`,
  ahead: (count, unit, isOne) =>
    HER_UNITS.has(unit)
      ? isOne
        ? `na próxima ${UNITS[unit][0]}`
        : `nas próximas ${count} ${UNITS[unit][1]}`
      : isOne
        ? `no próximo ${UNITS[unit][0]}`
        : `nos próximos ${count} ${UNITS[unit][1]}`,
  following: {
    day: 'amanhã',
    week: 'na próxima semana, de segunda a domingo',
    month: 'no próximo mês do calendário',
    quarter: 'no próximo trimestre do calendário',
    year: 'no próximo ano do calendário',
  },
  ago: (far, near, unit) => `entre ${far} e ${near} ${unit} atrás`,
}
