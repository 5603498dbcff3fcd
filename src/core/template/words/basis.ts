/** On what defaults rest, said in four languages. */
import { fill, type Locale } from '../../base/index.ts'
import type { Basis, Default } from '../default.ts'
import { CONSTANTS, type NumberStatistic, type TopStatistic } from '../statistic.ts'

type Four = Readonly<Record<Locale, string>>

function four(en: string, pt: string, es: string, fr: string): Four {
  return { en, 'pt-BR': pt, es, fr }
}

const STATISTIC_WORDS: Readonly<Record<NumberStatistic | TopStatistic, Four>> = {
  gapMedian: four(
    'half of the customers usually come back within {exact} days',
    'metade dos clientes costuma voltar em até {exact} dias',
    'la mitad de los clientes suele volver en {exact} días o menos',
    'la moitié des clients revient habituellement sous {exact} jours',
  ),
  gapP80: four(
    '80% of the customers usually come back within {exact} days',
    '80% dos clientes costumam voltar em até {exact} dias',
    'el 80 % de los clientes suele volver en {exact} días o menos',
    '80 % des clients reviennent habituellement sous {exact} jours',
  ),
  gapP90: four(
    '90% of the customers usually come back within {exact} days',
    '90% dos clientes costumam voltar em até {exact} dias',
    'el 90 % de los clientes suele volver en {exact} días o menos',
    '90 % des clients reviennent habituellement sous {exact} jours',
  ),
  secondMedian: four(
    'half of those who bought twice did so within {exact} days of the first',
    'metade de quem comprou de novo o fez em até {exact} dias após a primeira compra',
    'la mitad de quienes repitieron lo hizo en los {exact} días siguientes a la primera compra',
    "la moitié de ceux qui ont racheté l'ont fait sous {exact} jours après le premier achat",
  ),
  secondP80: four(
    '80% of those who bought twice did so within {exact} days of the first',
    '80% de quem comprou de novo o fez em até {exact} dias após a primeira compra',
    'el 80 % de quienes repitieron lo hizo en los {exact} días siguientes a la primera compra',
    "80 % de ceux qui ont racheté l'ont fait sous {exact} jours après le premier achat",
  ),
  ordersMedian: four(
    'half of the buyers of the last 365 days bought {exact} times or less',
    'metade dos compradores dos últimos 365 dias comprou {exact} vezes ou menos',
    'la mitad de los compradores de los últimos 365 días compró {exact} veces o menos',
    'la moitié des acheteurs des 365 derniers jours a acheté {exact} fois ou moins',
  ),
  ordersP80: four(
    'one buyer in five of the last 365 days bought {exact} times or more',
    'um em cada cinco compradores dos últimos 365 dias comprou {exact} vezes ou mais',
    'uno de cada cinco compradores de los últimos 365 días compró {exact} veces o más',
    'un acheteur sur cinq des 365 derniers jours a acheté {exact} fois ou plus',
  ),
  spendMedian: four(
    'half of the buyers of the last 365 days spent {exact} or less',
    'metade dos compradores dos últimos 365 dias gastou {exact} ou menos',
    'la mitad de los compradores de los últimos 365 días gastó {exact} o menos',
    'la moitié des acheteurs des 365 derniers jours a dépensé {exact} ou moins',
  ),
  spendP80: four(
    'one buyer in five of the last 365 days spent {exact} or more',
    'um em cada cinco compradores dos últimos 365 dias gastou {exact} ou mais',
    'uno de cada cinco compradores de los últimos 365 días gastó {exact} o más',
    'un acheteur sur cinq des 365 derniers jours a dépensé {exact} ou plus',
  ),
  orderMedian: four(
    'half of the buyers of the last 365 days spend {exact} or less per purchase',
    'metade dos compradores dos últimos 365 dias gasta {exact} ou menos por compra',
    'la mitad de los compradores de los últimos 365 días gasta {exact} o menos por compra',
    'la moitié des acheteurs des 365 derniers jours dépense {exact} ou moins par achat',
  ),
  orderP80: four(
    'one buyer in five of the last 365 days spends {exact} or more per purchase',
    'um em cada cinco compradores dos últimos 365 dias gasta {exact} ou mais por compra',
    'uno de cada cinco compradores de los últimos 365 días gasta {exact} o más por compra',
    'un acheteur sur cinq des 365 derniers jours dépense {exact} ou plus par achat',
  ),
  orderP95: four(
    'one buyer in twenty of the last 365 days spends {exact} or more per purchase',
    'um em cada vinte compradores dos últimos 365 dias gasta {exact} ou mais por compra',
    'uno de cada veinte compradores de los últimos 365 días gasta {exact} o más por compra',
    'un acheteur sur vingt des 365 derniers jours dépense {exact} ou plus par achat',
  ),
  unitsP80: four(
    'one buyer in five of the last 365 days takes {exact} units or more per purchase',
    'um em cada cinco compradores dos últimos 365 dias leva {exact} unidades ou mais por compra',
    'uno de cada cinco compradores de los últimos 365 días lleva {exact} unidades o más por compra',
    'un acheteur sur cinq des 365 derniers jours prend {exact} unités ou plus par achat',
  ),
  kindsP20: four(
    'one buyer in five of the last 365 days bought from {exact} or fewer',
    'um em cada cinco compradores dos últimos 365 dias comprou de {exact} ou menos',
    'uno de cada cinco compradores de los últimos 365 días compró de {exact} o menos',
    'un acheteur sur cinq des 365 derniers jours en a acheté {exact} ou moins',
  ),
  kindsP80: four(
    'one buyer in five of the last 365 days bought from {exact} or more',
    'um em cada cinco compradores dos últimos 365 dias comprou de {exact} ou mais',
    'uno de cada cinco compradores de los últimos 365 días compró de {exact} o más',
    'un acheteur sur cinq des 365 derniers jours en a acheté {exact} ou plus',
  ),
  discountP80: four(
    'of those with three purchases or more, one in five has a discount on {exact} of them or more',
    'entre quem tem três compras ou mais, um em cada cinco teve desconto em {exact} delas ou mais',
    'de quienes tienen tres compras o más, uno de cada cinco llevó descuento en el {exact} de ellas o más',
    "parmi ceux qui ont trois achats ou plus, un sur cinq a eu une remise sur {exact} d'entre eux ou plus",
  ),
  openP80: four(
    'one reader in five opens {exact} of their e-mails or more',
    'um em cada cinco destinatários abre {exact} dos e-mails ou mais',
    'uno de cada cinco destinatarios abre el {exact} de sus correos o más',
    'un destinataire sur cinq ouvre {exact} de ses e-mails ou plus',
  ),
  categories: four(
    'the category that most customers bought',
    'a categoria que mais clientes compraram',
    'la categoría que más clientes compraron',
    'la catégorie achetée par le plus de clients',
  ),
  brands: four(
    'the brand that most customers bought',
    'a marca que mais clientes compraram',
    'la marca que más clientes compraron',
    'la marque achetée par le plus de clients',
  ),
  channels: four(
    'the channel that most customers used',
    'o canal que mais clientes usaram',
    'el canal que más clientes usaron',
    'le canal utilisé par le plus de clients',
  ),
  countries: four(
    'the country of most customers',
    'o país da maioria dos clientes',
    'el país de más clientes',
    'le pays du plus grand nombre de clients',
  ),
  sources: four(
    'the source of most customers',
    'a origem da maioria dos clientes',
    'el origen de más clientes',
    "l'origine du plus grand nombre de clients",
  ),
}

const FROM_DATA = four(
  'From your data: {what} ({customers} customers, as of {day}).',
  'Dos seus dados: {what} ({customers} clientes, em {day}).',
  'De sus datos: {what} ({customers} clientes, al {day}).',
  'D’après vos données : {what} ({customers} clients, au {day}).',
)
const FROM_RETAIL = four(
  'Too little data of your own; measured on Online Retail (UCI Machine Learning Repository, one year of a British gift wholesaler): {what}.',
  'Dados próprios insuficientes; medido no Online Retail (UCI Machine Learning Repository, um ano de um atacadista britânico de presentes): {what}.',
  'Datos propios insuficientes; medido en Online Retail (UCI Machine Learning Repository, un año de un mayorista británico de regalos): {what}.',
  'Trop peu de données propres ; mesuré sur Online Retail (UCI Machine Learning Repository, une année d’un grossiste britannique en cadeaux) : {what}.',
)
const FROM_NOWHERE = four(
  'Too little data of your own; a round number to start with.',
  'Dados próprios insuficientes; um número redondo para começar.',
  'Datos propios insuficientes; un número redondo para empezar.',
  'Trop peu de données propres ; un nombre rond pour commencer.',
)
const FROM_CATALOGUE = four(
  'The first of the values that the catalogue names.',
  'O primeiro dos valores que o catálogo nomeia.',
  'El primero de los valores que nombra el catálogo.',
  'La première des valeurs que le catalogue nomme.',
)
const UNKNOWN = four(
  'Choose a value.',
  'Escolha um valor.',
  'Elija un valor.',
  'Choisissez une valeur.',
)
const CHOICE = four(
  'A round number to start with; change it to what you know of your business.',
  'Um número redondo para começar; ajuste ao que você sabe do seu negócio.',
  'Un número redondo para empezar; ajústelo a lo que sabe de su negocio.',
  'Un nombre rond pour commencer ; ajustez-le à votre activité.',
)

const SHARES: ReadonlySet<string> = new Set(['discountP80', 'openP80'])

/** One sentence on what a default rests on. */
export function basisWords(
  { basis, value }: Pick<Default, 'basis' | 'value'>,
  how: { readonly locale: Locale; readonly timeZone: string },
): string {
  const { locale } = how
  if (value === null) return UNKNOWN[locale]
  switch (basis.kind) {
    case 'choice':
      return CHOICE[locale]
    case 'catalogue':
      return FROM_CATALOGUE[locale]
    case 'constant': {
      if (basis.source === 'round') return FROM_NOWHERE[locale]
      const what = statisticWords(basis.statistic, CONSTANTS[basis.statistic].value, locale)
      return fill(FROM_RETAIL[locale], { what }, locale)
    }
    default:
      return dataWords(basis, how)
  }
}

function dataWords(
  basis: Extract<Basis, { readonly kind: 'data' | 'top' }>,
  { locale, timeZone }: { readonly locale: Locale; readonly timeZone: string },
): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(basis.asOf)
  const what =
    basis.kind === 'top'
      ? STATISTIC_WORDS[basis.statistic][locale]
      : statisticWords(basis.statistic, basis.exact, locale)
  return fill(FROM_DATA[locale], { what, customers: basis.customers, day }, locale)
}

function statisticWords(statistic: NumberStatistic, value: number, locale: Locale): string {
  const style = SHARES.has(statistic) ? { style: 'percent' as const } : {}
  const exact = new Intl.NumberFormat(locale, {
    maximumFractionDigits: value < 10 ? 1 : 0,
    ...style,
  }).format(value)
  return fill(STATISTIC_WORDS[statistic][locale], { exact }, locale)
}

/** What a statistic is, in English and without a number: for the reference. */
export function statisticNote(statistic: NumberStatistic | TopStatistic): string {
  return `from the data: ${fill(STATISTIC_WORDS[statistic].en, { exact: 'so many' }, 'en')}`
}
