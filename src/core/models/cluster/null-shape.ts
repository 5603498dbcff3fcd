/** Data as they would be without clusters: what the gap statistic compares with. */
import { symmetricEigen, type Random } from '../../stats/index.ts'
import { columnMoments, type Points } from './points.ts'

/** `box`: evenly filled, along the principal axes of the data; `cloud`: one normal cloud of the same covariance. */
export type NullKind = 'box' | 'cloud'

/** Draws data sets of one kind and of the size of the original. */
export interface NullShape {
  readonly draw: (random: Random) => Points
}

/**
 * The box is the reference (b) of Tibshirani, Walther, Hastie 2001, section 3; the cloud that of SigClust (Liu, Hayes,
 * Nobel, Marron 2008). One alone is not enough: elongated clouds beat no box, and even boxes split better than any cloud.
 */
export function nullShape(points: Points, kind: NullKind): NullShape {
  const { values, rows, columns: d } = points
  const { mean } = columnMoments({ values, rows, columns: d })
  const { vectors, values: spread } = symmetricEigen(covariance(points, mean), d)
  const low = new Float64Array(d).fill(Infinity)
  const high = new Float64Array(d).fill(-Infinity)
  for (let i = 0; i < rows; i++) {
    for (let e = 0; e < d; e++) {
      let at = 0
      for (let j = 0; j < d; j++) {
        const gap = (values[i * d + j] as number) - (mean[j] as number)
        at += gap * (vectors[e * d + j] as number)
      }
      if (at < (low[e] as number)) low[e] = at
      if (at > (high[e] as number)) high[e] = at
    }
  }
  const draw = (random: Random): Points => {
    const drawn = new Float64Array(rows * d)
    for (let i = 0; i < rows; i++) {
      for (let e = 0; e < d; e++) {
        const along =
          kind === 'box'
            ? (low[e] as number) + random.next() * ((high[e] as number) - (low[e] as number))
            : random.normal() * Math.sqrt(Math.max(0, spread[e] as number))
        for (let j = 0; j < d; j++) {
          drawn[i * d + j] = (drawn[i * d + j] as number) + along * (vectors[e * d + j] as number)
        }
      }
    }
    return { values: drawn, rows, columns: d }
  }
  return { draw }
}

function covariance(points: Points, mean: Float64Array): Float64Array {
  const { values, rows, columns: d } = points
  const matrix = new Float64Array(d * d)
  for (let i = 0; i < rows; i++) {
    for (let a = 0; a < d; a++) {
      const gap = ((values[i * d + a] as number) - (mean[a] as number)) / Math.max(1, rows)
      for (let b = 0; b < d; b++) {
        const other = (values[i * d + b] as number) - (mean[b] as number)
        matrix[a * d + b] = (matrix[a * d + b] as number) + gap * other
      }
    }
  }
  return matrix
}
