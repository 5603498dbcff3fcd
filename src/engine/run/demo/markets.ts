/** The four markets (six countries): cities with their place, stores, money, and what people there answer. */
import type { Locale } from '../../../core/base/index.ts'

export interface City {
  readonly name: string
  readonly region: string
  readonly latitude: number
  readonly longitude: number
  readonly weight: number
  /** Store codes, such as `LON-1`. */
  readonly stores: readonly string[]
}

export interface Market {
  readonly country: string
  readonly language: Locale
  /** Share of the customer base. */
  readonly share: number
  /** Hours to add to UTC for a shop's clock (no summer time: only the shape of the day matters). */
  readonly offsetHours: number
  /** Euros of a shelf price relative to the euro zone, after conversion. */
  readonly priceLevel: number
  /** Median yearly household income in euros. */
  readonly medianIncome: number
  /** Points needed for one reward. */
  readonly rewardPoints: number
  /** Share of rewards that are redeemed. */
  readonly redeemRate: number
  /** Share of customers whose income is known: planted bias. */
  readonly incomeKnown: number
  /** Share of customers whose gender is known. */
  readonly genderKnown: number
  readonly cities: readonly City[]
}

/** `name|region|latitude|longitude|weight|code|stores` a line. */
function cities(table: string): readonly City[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', region = '', lat, lon, weight, code = '', stores] = line.trim().split('|')
      return {
        name,
        region,
        latitude: Number(lat),
        longitude: Number(lon),
        weight: Number(weight),
        stores: Array.from({ length: Number(stores) }, (_, i) => `${code}-${i + 1}`),
      }
    })
}

const UNITED_STATES = cities(`
  New York|New York|40.7128|-74.0060|8|NYC|3
  Chicago|Illinois|41.8781|-87.6298|4|CHI|2
  Austin|Texas|30.2672|-97.7431|3|AUS|1
  Seattle|Washington|47.6062|-122.3321|2|SEA|1
  Denver|Colorado|39.7392|-104.9903|2|DEN|1`)
const UNITED_KINGDOM = cities(`
  London|England|51.5074|-0.1278|8|LON|3
  Manchester|England|53.4808|-2.2426|3|MAN|1
  Bristol|England|51.4545|-2.5879|2|BRS|1
  Glasgow|Scotland|55.8642|-4.2518|2|GLA|1
  Cardiff|Wales|51.4816|-3.1791|1|CDF|1`)
const BRAZIL = cities(`
  São Paulo|São Paulo|-23.5505|-46.6333|9|SAO|3
  Rio de Janeiro|Rio de Janeiro|-22.9068|-43.1729|5|RIO|2
  Belo Horizonte|Minas Gerais|-19.9167|-43.9345|3|BHZ|1
  Curitiba|Paraná|-25.4284|-49.2733|2|CWB|1
  Recife|Pernambuco|-8.0476|-34.8770|2|REC|1`)
const SPAIN = cities(`
  Madrid|Comunidad de Madrid|40.4168|-3.7038|6|MAD|2
  Barcelona|Cataluña|41.3874|2.1686|5|BCN|2
  Valencia|Comunidad Valenciana|39.4699|-0.3763|2|VLC|1
  Sevilla|Andalucía|37.3891|-5.9845|2|SVQ|1
  A Coruña|Galicia|43.3623|-8.4115|1|LCG|1`)
const MEXICO = cities(`
  Ciudad de México|Ciudad de México|19.4326|-99.1332|7|MEX|2
  Guadalajara|Jalisco|20.6597|-103.3496|3|GDL|1
  Monterrey|Nuevo León|25.6866|-100.3161|3|MTY|1
  Mérida|Yucatán|20.9674|-89.5926|1|MID|1`)
const FRANCE = cities(`
  Paris|Île-de-France|48.8566|2.3522|8|PAR|3
  Lyon|Auvergne-Rhône-Alpes|45.7640|4.8357|4|LYS|1
  Marseille|Provence-Alpes-Côte d'Azur|43.2965|5.3698|3|MRS|1
  Nantes|Pays de la Loire|47.2184|-1.5536|2|NTE|1
  Lille|Hauts-de-France|50.6292|3.0573|2|LIL|1`)

/** What differs between countries is planted: see `weak-points.ts` for what an analysis should find. */
export const MARKETS: readonly Market[] = [
  {
    country: 'US',
    language: 'en',
    share: 0.18,
    offsetHours: -5,
    priceLevel: 1.12,
    medianIncome: 58_000,
    rewardPoints: 300,
    redeemRate: 0.58,
    incomeKnown: 0.7,
    genderKnown: 0.82,
    cities: UNITED_STATES,
  },
  {
    country: 'GB',
    language: 'en',
    share: 0.17,
    offsetHours: 0,
    priceLevel: 1.05,
    medianIncome: 41_000,
    rewardPoints: 300,
    redeemRate: 0.55,
    incomeKnown: 0.66,
    genderKnown: 0.8,
    cities: UNITED_KINGDOM,
  },
  {
    country: 'BR',
    language: 'pt-BR',
    share: 0.25,
    offsetHours: -3,
    priceLevel: 0.72,
    medianIncome: 14_000,
    rewardPoints: 1_200,
    redeemRate: 0.6,
    incomeKnown: 0.45,
    genderKnown: 0.78,
    cities: BRAZIL,
  },
  {
    country: 'ES',
    language: 'es',
    share: 0.12,
    offsetHours: 1,
    priceLevel: 0.94,
    medianIncome: 29_000,
    rewardPoints: 300,
    redeemRate: 0.52,
    incomeKnown: 0.6,
    genderKnown: 0.8,
    cities: SPAIN,
  },
  {
    country: 'MX',
    language: 'es',
    share: 0.1,
    offsetHours: -6,
    priceLevel: 0.68,
    medianIncome: 12_000,
    rewardPoints: 300,
    redeemRate: 0.5,
    incomeKnown: 0.12,
    genderKnown: 0.75,
    cities: MEXICO,
  },
  {
    country: 'FR',
    language: 'fr',
    share: 0.18,
    offsetHours: 1,
    priceLevel: 1,
    medianIncome: 34_000,
    rewardPoints: 300,
    redeemRate: 0.04,
    incomeKnown: 0.64,
    genderKnown: 0.5,
    cities: FRANCE,
  },
]
