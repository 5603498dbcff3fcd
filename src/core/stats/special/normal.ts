/** The normal distribution and the error function, to double precision in the tails as well. */

// Coefficients of W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969), as
// arranged for the normal integral in his ANORM (ACM TOMS 715, 1993).
const CENTRE_NUM: readonly number[] = [
  2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
  0.06568233791820745,
]
const CENTRE_DEN: readonly number[] = [
  47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673,
]
const MIDDLE_NUM: readonly number[] = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
]
const MIDDLE_DEN: readonly number[] = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
]
const FAR_NUM: readonly number[] = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5, 0.023073441764940174,
]
const FAR_DEN: readonly number[] = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  7.297515550839662e-5,
]
const SQRT_2 = Math.SQRT2
const INV_SQRT_2PI = 0.3989422804014327

/** (...((lead * t + t) ...): the paired recurrences that all three ranges share. */
function rational(num: readonly number[], den: readonly number[], t: number, seed: number): number {
  const last = den.length - 1
  let above = (num[num.length - 1] as number) * t
  let below = seed
  for (let i = 0; i < last; i++) {
    above = (above + (num[i] as number)) * t
    below = (below + (den[i] as number)) * t
  }
  return (above + (num[last] as number)) / (below + (den[last] as number))
}

function upperTail(y: number): number {
  if (y > 38.6) return 0
  let scaled: number
  if (y < 5.656854249492381) scaled = rational(MIDDLE_NUM, MIDDLE_DEN, y, y)
  else {
    const inverse = 1 / (y * y)
    scaled = (INV_SQRT_2PI - inverse * rational(FAR_NUM, FAR_DEN, inverse, inverse)) / y
  }
  // Squaring a rounded y first keeps the exponential's error from growing with y.
  const rounded = Math.trunc(y * 16) / 16
  return (
    Math.exp(-0.5 * rounded * rounded) * Math.exp(-0.5 * (y - rounded) * (y + rounded)) * scaled
  )
}

/** The standard normal distribution function. */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  const y = Math.abs(x)
  if (y <= 0.67448975) return 0.5 + x * rational(CENTRE_NUM, CENTRE_DEN, x * x, x * x)
  return x < 0 ? upperTail(y) : 1 - upperTail(y)
}

/** 1 - normalCdf(x), accurate in the far tail. */
export function normalTail(x: number): number {
  return normalCdf(-x)
}

/** The error function. */
export function erf(x: number): number {
  // 2 cdf - 1 would lose the digits of small arguments.
  if (Math.abs(x) < 0.4769) {
    const z = x * SQRT_2
    return 2 * z * rational(CENTRE_NUM, CENTRE_DEN, z * z, z * z)
  }
  return x < 0 ? 2 * upperTail(-x * SQRT_2) - 1 : 1 - 2 * upperTail(x * SQRT_2)
}

/** 1 - erf(x), accurate in the far tail. */
export function erfc(x: number): number {
  return 2 * normalCdf(-x * SQRT_2)
}

const horner = (coefficients: readonly number[], t: number): number => {
  let value = 0
  for (const c of coefficients) value = value * t + c
  return value
}

/** The standard normal quantile: M. J. Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988); about 1e-16. */
export function normalQuantile(p: number): number {
  if (!(p >= 0) || !(p <= 1)) return Number.NaN
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * horner(QUANTILE.centreNum, r)) / horner(QUANTILE.centreDen, r)
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const value =
    r <= 5
      ? horner(QUANTILE.middleNum, r - 1.6) / horner(QUANTILE.middleDen, r - 1.6)
      : horner(QUANTILE.farNum, r - 5) / horner(QUANTILE.farDen, r - 5)
  return q < 0 ? -value : value
}

/** AS 241, highest power first. */
const QUANTILE = {
  centreNum: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  centreDen: [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
  middleNum: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  middleDen: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
    0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
  ],
  farNum: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  farDen: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
} as const
