/** Numbers that come from where and who a customer is: distances and buckets, by the same steps as the reference. */
import { sql, value, type Sql } from '../../sql/index.ts'
import { once } from '../once.ts'

/** Mean radius. Source: H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74 (2000). */
const EARTH_RADIUS_M = 6_371_008.8

const number = (n: number): Sql => value(n, 'Float64')
const radians = (degrees: Sql): Sql => sql`(${degrees} * ${number(Math.PI / 180)})`

/** Great-circle metres from a stored place (latitude and longitude, empty when missing) to a point, to the millimetre. */
export function emitDistance(place: Sql, to: { latitude: number; longitude: number }): Sql {
  const [lat, lng] = [to.latitude * (Math.PI / 180), to.longitude * (Math.PI / 180)]
  return once('geo', place, (from) => {
    const own = radians(sql`${from}[1]`)
    const a = sql`sin((${number(lat)} - ${own}) / 2)`
    const b = sql`sin((${number(lng)} - ${radians(sql`${from}[2]`)}) / 2)`
    const h = sql`${a} * ${a} + cos(${own}) * ${number(Math.cos(lat))} * (${b} * ${b})`
    const metres = sql`${number(2 * EARTH_RADIUS_M)} * asin(least(1., sqrt(${h})))`
    return sql`if(empty(${from}), NULL, floor(${metres} * 1000 + 0.5) / 1000)`
  })
}

/** In 0..1 with nine decimals: the hash of the salt, a NUL and the customer's id over 2^64. */
export function emitBucket(salt: string, customerId: Sql): Sql {
  const hash = sql`sipHash64(concat(${value(salt, 'String')}, char(0), ${customerId}))`
  return sql`toFloat64(bitShiftRight(toUInt128(${hash}) * 1000000000, 64)) / 1e9`
}
