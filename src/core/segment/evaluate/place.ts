/** Numbers that come from where and who a customer is: distances and buckets. */
import { sipHash64 } from '../../base/index.ts'
import type { Point } from '../tree.ts'

/** Mean radius. Source: H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74 (2000). */
const EARTH_RADIUS_M = 6_371_008.8

/** Great-circle metres by the haversine, step by step as `BoundValue` writes it down, rounded to millimetres. */
export function distanceMetres(from: Point, to: Point): number {
  const p1 = radians(from.latitude)
  const p2 = radians(to.latitude)
  const a = Math.sin((p2 - p1) / 2)
  const b = Math.sin((radians(to.longitude) - radians(from.longitude)) / 2)
  const h = a * a + Math.cos(p1) * Math.cos(p2) * (b * b)
  const d = 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
  return Math.floor(d * 1000 + 0.5) / 1000
}

function radians(degrees: number): number {
  return degrees * (Math.PI / 180)
}

/** A number in 0..1 with nine decimals that is always the same for a customer and a salt. */
export function bucketOf(salt: string, customerId: string): number {
  const billionths = (sipHash64(`${salt}\0${customerId}`) * 1_000_000_000n) >> 64n
  return Number(billionths) / 1e9
}
