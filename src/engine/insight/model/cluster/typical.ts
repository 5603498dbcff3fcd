/** Typical values within and without a cluster: means on the scale that clusters were made on, so that they never contradict it. */
import {
  scaleValue,
  unscaleValue,
  type ScaledMeasure,
  type Trademark,
} from '../../../../core/models/index.ts'

/**
 * The trademarks of a cluster with `inside` and `outside` as what is typical: of a measure taken as logarithms the geometric
 * mean, not the plain one, which a few large values may turn the other way round.
 */
export function typicalMarks(
  trademarks: readonly Trademark[],
  of: {
    readonly values: ReadonlyMap<string, Float64Array>
    readonly labels: Int32Array
    readonly label: number
    readonly scaling: readonly ScaledMeasure[]
  },
): readonly Trademark[] {
  return trademarks.map((mark) => {
    const values = of.values.get(mark.measure)
    const told = of.scaling.find(({ name }) => name === mark.measure)
    if (values === undefined || told === undefined || told.constant) return mark
    const how = { ...told, weight: 1 }
    return { ...mark, ...means(values, how, of) }
  })
}

function means(
  values: Float64Array,
  how: ScaledMeasure,
  { labels, label }: { readonly labels: Int32Array; readonly label: number },
): Pick<Trademark, 'inside' | 'outside'> {
  let [inside, outside, n, m] = [0, 0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number
    if (Number.isNaN(x)) continue
    const scaled = scaleValue(x, how)
    if (labels[i] === label) {
      inside += scaled
      n++
    } else {
      outside += scaled
      m++
    }
  }
  return {
    inside: n === 0 ? undefined : unscaleValue(inside / n, how),
    outside: m === 0 ? undefined : unscaleValue(outside / m, how),
  }
}
