/** The mark of a series: shapes differ as well as colours, so that series are told apart without colour. */
import type { ReactElement } from 'react'

const SHAPES: readonly ((r: number) => string)[] = [
  (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  (r) => `M${-r * 0.9} ${-r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}Z`,
  (r) => `M0 ${-r * 1.15}L${r * 1.1} ${r * 0.85}H${-r * 1.1}Z`,
  (r) => `M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0Z`,
  (r) => `M0 ${r * 1.15}L${r * 1.1} ${-r * 0.85}H${-r * 1.1}Z`,
  (r) => {
    const a = r * 0.42
    return `M${-a} ${-r * 1.1}h${2 * a}v${r * 1.1 - a}h${r * 1.1 - a}v${2 * a}h${a - r * 1.1}v${r * 1.1 - a}h${-2 * a}v${a - r * 1.1}h${a - r * 1.1}v${-2 * a}h${r * 1.1 - a}Z`
  },
]

/** A small shape in the colour of its series. */
export function Sign(props: {
  readonly x: number
  readonly y: number
  readonly series: number
  readonly size: number
}): ReactElement {
  const { x, y, series, size } = props
  const shape = SHAPES[series % SHAPES.length] ?? SHAPES[0]
  return (
    <path
      className={`sign series-${series % 8}`}
      transform={`translate(${x} ${y})`}
      d={shape?.(size) ?? ''}
    />
  )
}
