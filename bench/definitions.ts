/** A realistic mix of segments: each with its definition in the language and the query an analyst would write by hand. */
import { namesUnder } from './facts.ts'

export interface BenchSegment {
  readonly key: string
  readonly definition: string
  /** SQL text that returns one row with the number of members; tables are written `{event_purchase}`. */
  readonly byHand: string
}

/** The n-th variant of a template. */
type Template = (n: number) => { readonly definition: string; readonly byHand: string }

const WINDOWS = [90, 30, 365, 180, 60, 14, 730, 270, 45, 120, 7, 540] as const
const CHANNELS = ['web', 'store', 'app'] as const
const CATEGORIES = [
  'Coffee',
  'Beverages',
  'Sweets',
  'Fresh',
  'Home',
  'Skin Care',
  'Pets',
  'Sport',
  'Garden',
  'Baby',
  'Tea',
  'Dairy',
] as const
const CITIES = [
  'London',
  'Paris',
  'São Paulo',
  'Madrid',
  'New York',
  'Lyon',
  'Guadalajara',
] as const

function at<T>(list: readonly T[], n: number): T {
  const item = list[n % list.length]
  if (item === undefined) throw new Error('bug: empty list')
  return item
}

const DAY = 86_400_000
/** `{asOf}` is replaced by the instant's milliseconds. */
const ms = (days: number): string =>
  `fromUnixTimestamp64Milli(toInt64({asOf} - ${days * DAY}), 'UTC')`
const last = (days: number): string => `at > ${ms(days)} AND at <= ${ms(0)}`
const past = `at <= ${ms(0)}`
const paid = `p_status = 'paid'`
const quoted = (names: readonly string[]): string => names.map((n) => `'${n}'`).join(', ')
const per = (table: string, where: string, having: string): string =>
  `SELECT customer_key FROM {${table}} WHERE ${where} GROUP BY customer_key HAVING ${having}`
const number = (query: string): string => `SELECT count() AS n FROM (${query})`
const buyers = (days: number): string =>
  `SELECT customer_key FROM {event_purchase} WHERE ${paid} AND ${last(days)}`
const window = (n: number): number => at(WINDOWS, n)

const TEMPLATES: readonly Template[] = [
  (n) => ({
    definition: `any(purchase, last ${window(n)} days)`,
    byHand: `SELECT uniqExact(customer_key) AS n FROM (${buyers(window(n))})`,
  }),
  (n) => ({
    definition: `count(purchase, last ${window(n)} days) >= ${2 + n}`,
    byHand: number(per('event_purchase', `${paid} AND ${last(window(n))}`, `count() >= ${2 + n}`)),
  }),
  (n) => ({
    definition: `sum(purchase.amount, last ${window(n + 1)} days) > ${100 + 50 * n}`,
    byHand: number(
      per(
        'event_purchase',
        `${paid} AND ${last(window(n + 1))}`,
        `sum(p_amount) > ${100 + 50 * n}`,
      ),
    ),
  }),
  (n) => ({
    definition: `country in ("${at(['BR', 'US', 'FR', 'ES'], n)}", "GB") and age between ${18 + n} and ${35 + 2 * n}`,
    byHand: number(
      `SELECT customer_key FROM {profile} WHERE ${past} GROUP BY customer_key
       HAVING argMaxIf(t_country, (at, seq), t_country != '') IN ('${at(['BR', 'US', 'FR', 'ES'], n)}', 'GB')
       AND age('year', assumeNotNull(argMaxIf(t_birth_date, (at, seq), t_birth_date IS NOT NULL)),
         toDate32(toDateTime64(${ms(0)}, 3, 'Europe/Paris'))) BETWEEN ${18 + n} AND ${35 + 2 * n}`,
    ),
  }),
  (n) => ({
    definition: `count(purchase) = ${2 + (n % 4)} and not any(purchase, last ${window(n + 4)} days)`,
    byHand: number(
      per(
        'event_purchase',
        `${paid} AND ${past}`,
        `count() = ${2 + (n % 4)} AND max(at) <= ${ms(window(n + 4))}`,
      ),
    ),
  }),
  (n) => ({
    definition: `sum(purchase.item.amount where category under "${at(CATEGORIES, n)}", last 365 days) > ${20 + 10 * n}`,
    byHand: number(
      `SELECT customer_key FROM {event_purchase} ARRAY JOIN e_item_category AS c, e_item_amount AS a
       WHERE ${paid} AND ${last(365)} AND c IN (${quoted(namesUnder(at(CATEGORIES, n)))})
       GROUP BY customer_key HAVING sum(a) > ${20 + 10 * n}`,
    ),
  }),
  (n) => ({
    definition: `days since last(purchase) > ${window(n)} and count(purchase) >= ${3 + n}`,
    byHand: number(
      per(
        'event_purchase',
        `${paid} AND ${past}`,
        `max(at) < ${ms(window(n))} AND count() >= ${3 + n}`,
      ),
    ),
  }),
  (n) => ({
    definition: `any(email_opened, last ${window(n)} days) and not any(purchase, last ${window(n + 2)} days)`,
    byHand: `SELECT uniqExact(customer_key) AS n FROM {event_email_opened} WHERE ${last(window(n))}
      AND customer_key NOT IN (${buyers(window(n + 2))})`,
  }),
  (n) => ({
    definition: `count(purchase where channel = "${at(CHANNELS, n)}", last ${window(n)} days) >= ${1 + (n % 3)}`,
    byHand: number(
      per(
        'event_purchase',
        `${paid} AND p_channel = '${at(CHANNELS, n)}' AND ${last(window(n))}`,
        `count() >= ${1 + (n % 3)}`,
      ),
    ),
  }),
  (n) => ({
    definition: `count(purchase, last 365 days) >= 4 and count(purchase where discount > ${n}, last 365 days) / count(purchase, last 365 days) > 0.5`,
    byHand: number(
      per(
        'event_purchase',
        `${paid} AND ${last(365)}`,
        `count() >= 4 AND countIf(p_discount > ${n}) / count() > 0.5`,
      ),
    ),
  }),
  (n) => ({
    definition: `avg(purchase.amount, last ${window(n)} days) > ${30 + 5 * n}`,
    byHand: number(
      per(
        'event_purchase',
        `${paid} AND ${last(window(n))}`,
        `toFloat64(sum(p_amount)) / count() > ${30 + 5 * n}`,
      ),
    ),
  }),
  (n) => ({
    definition: `any(purchase where any item (category under "${at(CATEGORIES, n + 1)}" and price > ${5 + n}), last ${window(n + 3)} days)`,
    byHand: `SELECT uniqExact(customer_key) AS n FROM {event_purchase} WHERE ${paid} AND ${last(window(n + 3))}
      AND arrayExists((c, p) -> c IN (${quoted(namesUnder(at(CATEGORIES, n + 1)))}) AND p > ${5 + n}, e_item_category, e_item_price)`,
  }),
  (n) => ({
    definition: `first(purchase).channel = "${at(CHANNELS, n)}" and count(purchase, last ${window(n)} days) >= 1`,
    byHand: number(
      per(
        'event_purchase',
        `${paid} AND ${past}`,
        `argMin(p_channel, (at, id)) = '${at(CHANNELS, n)}' AND countIf(at > ${ms(window(n))}) >= 1`,
      ),
    ),
  }),
  (n) => ({
    definition: `last(survey_answered where survey = "${at(['nps', 'csat', 'ces'], n)}").score <= ${6 - (n % 4)}`,
    byHand: number(
      per(
        'event_survey_answered',
        `p_survey = '${at(['nps', 'csat', 'ces'], n)}' AND ${past}`,
        `argMax(p_score, (at, id)) <= ${6 - (n % 4)}`,
      ),
    ),
  }),
  (n) => ({
    definition: `count distinct(purchase.store, last ${window(n + 2)} days) >= ${2 + (n % 3)}`,
    byHand: number(
      per(
        'event_purchase',
        `${paid} AND ${last(window(n + 2))} AND p_store != ''`,
        `uniqExact(p_store) >= ${2 + (n % 3)}`,
      ),
    ),
  }),
  (n) => ({
    definition: `count(purchase, between 12 and ${2 + (n % 4)} months ago) >= 6 and count(purchase, last ${2 + (n % 4)} months) <= ${1 + (n % 2)}`,
    byHand: number(
      `SELECT customer_key, subtractMonths(toDateTime64(${ms(0)}, 3, 'Europe/Paris'), 12) AS far,
         subtractMonths(toDateTime64(${ms(0)}, 3, 'Europe/Paris'), ${2 + (n % 4)}) AS near
       FROM {event_purchase} WHERE ${paid} AND at > far AND ${past}
       GROUP BY customer_key HAVING countIf(at <= near) >= 6 AND countIf(at > near) <= ${1 + (n % 2)}`,
    ),
  }),
  (n) => ({
    definition: `max(purchase.amount, last ${window(n)} days) > ${80 + 10 * n}`,
    byHand: number(
      per('event_purchase', `${paid} AND ${last(window(n))}`, `max(p_amount) > ${80 + 10 * n}`),
    ),
  }),
  (n) => ({
    definition: `city = "${at(CITIES, n)}" and sum(purchase.amount, last ${window(n)} days) > 50`,
    byHand: number(
      `SELECT customer_key FROM {event_purchase} WHERE ${paid} AND ${last(window(n))} AND customer_key IN (
         SELECT customer_key FROM {profile} WHERE ${past} GROUP BY customer_key
         HAVING argMaxIf(t_city, (at, seq), t_city != '') = '${at(CITIES, n)}')
       GROUP BY customer_key HAVING sum(p_amount) > 50`,
    ),
  }),
  (n) => ({
    definition: `any(ticket_opened where severity = "${at(['high', 'medium'], n)}", last ${window(n)} days)`,
    byHand: `SELECT uniqExact(customer_key) AS n FROM {event_ticket_opened}
      WHERE p_severity = '${at(['high', 'medium'], n)}' AND ${last(window(n))}`,
  }),
  (n) => ({
    definition: `count(reward_earned, last ${window(n + 2)} days) >= 1 and not any(reward_redeemed, last ${window(n + 2)} days)`,
    byHand: `SELECT uniqExact(customer_key) AS n FROM {event_reward_earned} WHERE ${last(window(n + 2))}
      AND customer_key NOT IN (SELECT customer_key FROM {event_reward_redeemed} WHERE ${last(window(n + 2))})`,
  }),
  (n) => ({
    definition: `interests has any ("fitness", "${at(['pets', 'travel', 'beauty', 'family'], n)}") and any(purchase, last ${window(n + 1)} days)`,
    byHand: `SELECT uniqExact(customer_key) AS n FROM (${buyers(window(n + 1))}) WHERE customer_key IN (
      SELECT customer_key FROM {profile} WHERE ${past} GROUP BY customer_key
      HAVING hasAny(argMaxIf(t_interests, (at, seq), notEmpty(t_interests)), ['fitness', '${at(['pets', 'travel', 'beauty', 'family'], n)}']))`,
  }),
  (n) => ({
    definition: `count(web_visit where page = "${at(['product', 'basket', 'home'], n)}", last ${window(n + 2)} days) >= 1 and not any(purchase, last ${window(n)} days)`,
    byHand: `SELECT uniqExact(customer_key) AS n FROM {event_web_visit}
      WHERE p_page = '${at(['product', 'basket', 'home'], n)}' AND ${last(window(n + 2))}
      AND customer_key NOT IN (${buyers(window(n))})`,
  }),
  (n) => ({
    definition: `sum(refund.amount, last ${window(n + 2)} days) > ${10 + 5 * n}`,
    byHand: number(per('event_refund', last(window(n + 2)), `sum(p_amount) > ${10 + 5 * n}`)),
  }),
  (n) => ({
    definition: `count(email_clicked, last ${window(n + 2)} days) >= 1 and email_consent = true`,
    byHand: `SELECT uniqExact(customer_key) AS n FROM {event_email_clicked} WHERE ${last(window(n + 2))} AND customer_key IN (
      SELECT customer_key FROM {profile} WHERE ${past} GROUP BY customer_key
      HAVING argMaxIf(t_email_consent, (at, seq), t_email_consent IS NOT NULL))`,
  }),
  (n) => ({
    definition: `at least 2 of (any(refund, last 365 days), any(ticket_opened, last 365 days), count(purchase, last ${window(n)} days) >= 3)`,
    byHand: number(
      `SELECT customer_key FROM (
         SELECT DISTINCT customer_key, 1 AS part FROM {event_refund} WHERE ${last(365)} UNION ALL
         SELECT DISTINCT customer_key, 2 FROM {event_ticket_opened} WHERE ${last(365)} UNION ALL
         SELECT customer_key, 3 FROM {event_purchase} WHERE ${paid} AND ${last(window(n))} GROUP BY customer_key HAVING count() >= 3
       ) GROUP BY customer_key HAVING count() >= 2`,
    ),
  }),
]

/** How many kinds of segments there are. */
export const KINDS: number = TEMPLATES.length

/** The first `count` of an endless list: each template in turn, with other windows and figures each round. */
export function benchSegments(count: number): readonly BenchSegment[] {
  return Array.from({ length: count }, (_, i) => ({
    key: `bench_${i + 1}`,
    ...at(TEMPLATES, i)(Math.floor(i / TEMPLATES.length)),
  }))
}

/** The one aggregate everything is compared with: last purchase, number, sum per customer. */
export const ONE_AGGREGATE = `SELECT count() AS n, max(latest) AS l, sum(orders) AS o, sum(spend) AS s FROM (
  SELECT customer_key, max(at) AS latest, count() AS orders, sum(p_amount) AS spend
  FROM {event_purchase} GROUP BY customer_key)`

/**
 * Segments over the measures of the first hundred: further ones compare the same measures with other figures, or
 * combine segments.
 */
export function segmentsOverSameMeasures(count: number): readonly string[] {
  const first = benchSegments(100).map((s) => s.definition)
  return Array.from({ length: count }, (_, i) => {
    const turn = Math.floor(i / 100)
    const text = at(first, i)
    if (turn === 0) return text
    const other = text.replaceAll(
      /\) (>=|>|<=|<) (\d+)\b/g,
      (_whole, op: string, figure: string) => `) ${op} ${Number(figure) + turn}`,
    )
    return other === text ? `(${text}) and not (${at(first, i + 7 * turn)})` : other
  })
}
