// Special functions against values of SciPy 1.17 and mathematical identities.
import { assert, double, property } from 'fast-check'
import { expect, test } from 'vitest'
import { digamma, logBeta, logGamma, trigamma } from './gamma.ts'
import { hypergeometric, logHypergeometric } from './hypergeometric.ts'
import { incompleteBeta, lowerGamma, upperGamma } from './incomplete.ts'
import { gaussLegendre } from './quadrature.ts'
import { erf, erfc, normalCdf, normalQuantile, normalTail } from './normal.ts'
import {
  betaQuantile,
  chiSquareQuantile,
  chiSquareTail,
  fisherTail,
  studentQuantile,
  studentTail,
} from './tails.ts'

const close = (actual: number, expected: number, relative = 1e-13): void => {
  const gap = Math.abs(actual - expected)
  if (gap > relative * Math.abs(expected)) expect(actual).toBe(expected)
}

test('gamma', () => {
  close(logGamma(1e-5), 11.512919692895826)
  close(logGamma(0.3), 1.0957979948180756)
  close(logGamma(1.5), -0.12078223763524526)
  close(logGamma(2.5), 0.2846828704729192)
  close(logGamma(7.9), 8.32426586800881)
  close(logGamma(8.1), 8.72738826343204)
  close(logGamma(100.5), 361.43554046777757)
  close(logGamma(10000000.0), 151180949.36947393)
  close(digamma(0.001), -1000.5755719318103)
  close(digamma(0.25), -4.2274535333762655)
  close(digamma(3), 0.9227843350984671)
  close(digamma(8.5), 2.08009081757942)
  close(digamma(10000.0), 9.21029037114285)
  close(trigamma(0.25), 17.197329154507113)
  close(trigamma(3), 0.39493406684822646)
  close(trigamma(8.5), 0.12483811891892604)
  close(trigamma(10000.0), 0.00010000500016666666)
  close(logBeta(0.2, 0.3), 2.04749687432416)
  close(logBeta(2.5, 1_000_000), -34.254095399436515)
  close(logBeta(40, 100000.0), -353.8930573113684)
  close(logBeta(12, 13), -17.295207056576547)
})

test('incomplete gamma and beta', () => {
  close(lowerGamma(0.5, 0.1), 0.34527915398142317)
  close(lowerGamma(3, 2), 0.32332358381693654)
  close(lowerGamma(50, 48), 0.40540439500476144)
  close(lowerGamma(1000, 900), 0.0005499022657117818)
  close(upperGamma(0.5, 30), 9.485737571073857e-15, 1e-12)
  close(upperGamma(3, 12), 0.0005222580500328981, 1e-12)
  close(upperGamma(50, 90), 1.6494985017178526e-6, 1e-12)
  close(upperGamma(1000, 1100), 0.0010593232539299773, 1e-12)
  close(upperGamma(1000000.0, 1002000.0), 0.022804095898769836, 1e-12)
  close(incompleteBeta(0.1, 0.5, 0.5), 0.20483276469913345, 1e-12)
  close(incompleteBeta(0.4, 2, 3), 0.5247999999999999, 1e-12)
  close(incompleteBeta(0.02, 20, 400), 0.0003834377677536039, 1e-12)
  close(incompleteBeta(0.57, 1000, 800), 0.8914551549861849, 1e-12)
  close(incompleteBeta(0.3, 0.01, 5), 0.9991442234826969, 1e-12)
})

test('normal', () => {
  close(erf(1e-8), 1.1283791670955125e-8)
  close(erf(0.2), 0.22270258921047845)
  close(erf(0.6), 0.6038560908479258)
  close(erf(2), 0.9953222650189527)
  close(erfc(-1), 1.8427007929497148)
  close(erfc(0.3), 0.6713732405408726)
  close(erfc(3), 2.2090496998585445e-5)
  close(erfc(10), 2.0884875837625446e-45)
  close(normalCdf(-30), 4.906713927147908e-198)
  close(normalCdf(-5.7), 5.99037140106353e-9)
  close(normalCdf(-1.96), 0.024997895148220435)
  close(normalCdf(0.3), 0.6179114221889526)
  close(normalCdf(1.2), 0.8849303297782918)
  close(normalTail(6.0), 9.865876450376946e-10)
  close(normalTail(20.0), 2.7536241186061556e-89)
  close(normalQuantile(1e-200), -30.20559417957964)
  close(normalQuantile(1e-9), -5.9978070150076865)
  close(normalQuantile(0.025), -1.9599639845400545)
  close(normalQuantile(0.4), -0.2533471031357997)
  close(normalQuantile(0.975), 1.959963984540054)
})

test('tails', () => {
  close(chiSquareTail(3.84, 1), 0.05004352124870519, 1e-12)
  close(chiSquareTail(10.327, 1), 0.0013109812172633504, 1e-12)
  close(chiSquareTail(100, 3), 1.5541594313896026e-21, 1e-12)
  close(studentTail(2.0, 5), 0.050969739414929174, 1e-12)
  close(studentTail(-1, 3.3), 0.8075576547714878, 1e-12)
  close(studentTail(40.0, 12), 1.925614790386016e-14, 1e-12)
  close(studentTail(1e-9, 9), 0.4999999996119651, 1e-12)
  close(fisherTail(3.2, 2, 40), 0.051385456071628095, 1e-12)
  close(fisherTail(50, 4, 7), 3.115902592484278e-5, 1e-12)
  close(studentQuantile(0.975, 1), 12.706204736174694, 1e-9)
  close(studentQuantile(0.975, 12), 2.1788128296672284, 1e-9)
  close(studentQuantile(0.005, 4.5), -4.2728239930112935, 1e-9)
  close(chiSquareQuantile(0.95, 1), 3.841458820694124, 1e-9)
  close(chiSquareQuantile(0.05, 30), 18.49266098195347, 1e-9)
  close(betaQuantile(0.025, 3, 98), 0.006229971538306395, 1e-9)
  close(betaQuantile(0.975, 0.5, 20.5), 0.11663898290487539, 1e-9)
})

test('2F1', () => {
  close(hypergeometric(0.243, 2.426, 2.219, 0.9), 1.9476311698186006, 1e-12)
  close(hypergeometric(-0.3, 0.7, 2.0, 0.95), 0.8658243965657452, 1e-12)
  close(logHypergeometric(27.2, 1.6, 28.2, 0.1), 0.16231463918468067, 1e-12)
  close(logHypergeometric(3.0, 2.0, 4.0, 0.97), 4.459186824409226, 1e-12)
})
test('identities', () => {
  const positive = double({ min: 1e-3, max: 1e5, noNaN: true })
  assert(
    property(positive, positive, (a, b) => {
      expect(Math.abs(logGamma(a + 1) - logGamma(a) - Math.log(a))).toBeLessThan(
        1e-14 * (10 + Math.abs(logGamma(a))),
      )
      expect(Math.abs(digamma(a + 1) - digamma(a) - 1 / a)).toBeLessThan(1e-13 * (1 + 1 / a + 12))
      expect(lowerGamma(a, b) + upperGamma(a, b)).toBeCloseTo(1, 12)
      expect(logBeta(a, b)).toBe(logBeta(b, a))
    }),
  )
})

test('quantiles undo tails', () => {
  const share = double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
  const shape = double({ min: 0.2, max: 500, noNaN: true })
  assert(
    property(share, shape, shape, (p, a, b) => {
      close(normalCdf(normalQuantile(p)), p, 1e-12)
      close(incompleteBeta(betaQuantile(p, 1 + a, 1 + b), 1 + a, 1 + b), p, 1e-8)
      close(chiSquareTail(chiSquareQuantile(p, a), a), 1 - p, 1e-8)
      close(1 - studentTail(studentQuantile(p, a), a), p, 1e-8)
    }),
    { numRuns: 50 },
  )
})

test('outside their domain they say so', () => {
  for (const value of [
    logGamma(0),
    logGamma(-1),
    digamma(0),
    logBeta(0, 1),
    lowerGamma(0, 1),
    incompleteBeta(2, 1, 1),
    normalQuantile(-0.1),
    studentQuantile(0.5, 0),
    logHypergeometric(1, 1, 1, 1),
  ])
    expect(value).toBeNaN()
})

test('2F1: an elementary case, and Euler against the plain series', () => {
  // 2F1(1, 1; 2; z) = -ln(1 - z) / z.
  close(hypergeometric(1, 1, 2, 0.5), 2 * Math.LN2)
  for (const [a, b, c, z] of [
    [1.5, 2.25, 3, 0.7],
    [30, 1.6, 31, 0.2],
    [5, 4, 8.5, 0.9],
  ] as const)
    close(Math.exp(logHypergeometric(a, b, c, z)), hypergeometric(a, b, c, z), 1e-12)
})

test('Gauss-Legendre is exact for polynomials and close for exponentials', () => {
  for (const n of [1, 2, 5, 32]) {
    const { nodes, weights } = gaussLegendre(n)
    const integral = (f: (x: number) => number): number =>
      nodes.reduce((sum, x, i) => sum + f(x) * (weights[i] ?? Number.NaN), 0)
    close(
      integral(() => 1),
      1,
    )
    close(
      integral((x) => x ** (2 * n - 1)),
      1 / (2 * n),
    )
    if (n === 32)
      close(
        integral((x) => Math.exp(-40 * x)),
        (1 - Math.exp(-40)) / 40,
      )
  }
})
