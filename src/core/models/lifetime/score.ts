/** What a fitted model says of each history: the chance that the customer is still there, and purchases to come. */
import { paretoOdds } from './pareto.ts'
import { parameter, type LifetimeModel } from './model.ts'
import type { LifetimeRows } from './rows.ts'

/** Scores parallel to the rows. */
export interface LifetimeScores {
  /** P(alive) at T; undefined for NBD, which knows no leaving. For BG/NBD it is 1 where x is 0, by construction. */
  readonly alive: Float64Array | undefined
  /** Expected purchases in (T, T + horizon]. */
  readonly expected: Float64Array
}

/** Expected purchases in the time after T of one history, given that it is looked up for many horizons. */
export interface HistoryScorer {
  /** Sets the history; returns P(alive). */
  readonly history: (x: number, tx: number, T: number) => number
  /** Expected purchases within `horizon` after T. */
  readonly expected: (horizon: number) => number
}

/** The scorer of a model; it holds one history at a time and allocates nothing per row. */
export function scorer(model: LifetimeModel): HistoryScorer {
  if (model.kind === 'nbd') return nbdScorer(model)
  if (model.kind === 'pareto-nbd') return paretoScorer(model)
  return betaScorer(model, model.kind === 'mbg-nbd' ? 1 : 0)
}

/** Scores all rows for one horizon, in the unit of time of the rows. */
export function scoreLifetime(
  model: LifetimeModel,
  rows: LifetimeRows,
  horizon: number,
): LifetimeScores {
  const n = rows.x.length
  const alive = new Float64Array(n)
  const expected = new Float64Array(n)
  const of = scorer(model)
  for (let i = 0; i < n; i++) {
    alive[i] = of.history(rows.x[i] as number, rows.tx[i] as number, rows.T[i] as number)
    expected[i] = of.expected(horizon)
  }
  return { alive: model.kind === 'nbd' ? undefined : alive, expected }
}

/**
 * Expected repeat purchases of a new customer within `t` of the first purchase: E[X(t)] (Fader, Hardie, Lee 2005,
 * equation 9; Schmittlein, Morrison, Colombo 1987, equation 17). It is the expectation of the empty history.
 */
export function expectedFromBirth(model: LifetimeModel, t: number): number {
  const of = scorer(model)
  of.history(0, 0, 0)
  return of.expected(t)
}

/** (r + x) / (alpha + T) per unit of time (Ehrenberg 1988). */
function nbdScorer(model: LifetimeModel): HistoryScorer {
  const r = parameter(model, 0)
  const alpha = parameter(model, 1)
  let rate = 0
  return {
    history: (x, _tx, T) => {
      rate = (r + x) / (alpha + T)
      return 1
    },
    expected: (horizon) => rate * horizon,
  }
}

/** Sums beyond this are scaled down, and the scale is kept as a logarithm. */
const HUGE = 1e150

/**
 * BG/NBD and MBG/NBD. Fader, Hardie, Lee 2005, equation 10, and Batislam and others 2007, equations 9 and 10, after
 * Euler's transformation of their 2F1, which takes the powers out and leaves no hole at a = 1.
 */
function betaScorer(model: LifetimeModel, m: 0 | 1): HistoryScorer {
  const r = parameter(model, 0)
  const alpha = parameter(model, 1)
  const a = parameter(model, 2)
  const b = parameter(model, 3)
  let alive = 1
  let age = alpha
  let c = 0
  let d = 0
  return {
    history: (x, tx, T) => {
      age = alpha + T
      c = a + b + x - 1 + m
      d = c - r - x
      const trials = x + m
      alive =
        trials === 0
          ? 1
          : 1 / (1 + (a / (b + trials - 1)) * Math.exp((r + x) * Math.log(age / (alpha + tx))))
      return alive
    },
    expected: (horizon) => {
      const z = horizon / (age + horizon)
      const logRest = -Math.log1p(horizon / age)
      // (1 - (1 - z)^(a - 1) 2F1(d, a - 1; c; z)) / (a - 1), term by term, without dividing by a - 1.
      const first = Math.abs(a - 1) < 1e-12 ? -logRest : -Math.expm1((a - 1) * logRest) / (a - 1)
      let term = (d / c) * z
      let sum = term
      // Where nearly all leave at once (a in the thousands) terms grow beyond doubles before the power brings them back.
      let taken = 0
      for (let j = 1; j < 100_000; j++) {
        term *= (((d + j) * (a - 1 + j)) / ((c + j) * (1 + j))) * z
        sum += term
        if (Math.abs(term) <= 1e-13 * Math.abs(sum)) break
        if (Math.abs(sum) > HUGE) {
          term /= HUGE
          sum /= HUGE
          taken += Math.log(HUGE)
        }
      }
      return c * (first - Math.exp((a - 1) * logRest + taken) * sum) * alive
    },
  }
}

/** Pareto/NBD: Schmittlein, Morrison, Colombo 1987, equations 11 to 13 and 22. */
function paretoScorer(model: LifetimeModel): HistoryScorer {
  const r = parameter(model, 0)
  const alpha = parameter(model, 1)
  const s = parameter(model, 2)
  const beta = parameter(model, 3)
  const odds = paretoOdds()
  odds.update(r, alpha, s, beta)
  let alive = 1
  let rate = 0
  let age = beta
  return {
    history: (x, tx, T) => {
      odds.at(x, tx, T)
      alive = 1 / (1 + Math.exp(odds.out[0] as number))
      rate = (r + x) / (alpha + T)
      age = beta + T
      return alive
    },
    expected: (horizon) => {
      const span = Math.log1p(horizon / age)
      const stay = Math.abs(s - 1) < 1e-12 ? span : -Math.expm1((1 - s) * span) / (s - 1)
      return rate * age * stay * alive
    },
  }
}
