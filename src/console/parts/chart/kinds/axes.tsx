/** Lines and labels of axes, shared by the kinds of chart. */
import type { ReactElement } from 'react'
import type { Figures } from '../figures.ts'
import type { ChartCell, ChartColumn, FigureKind } from '../chart-data.ts'
import { widthOf, wrapped, type Scale } from '../scale.ts'

/** The part of a drawing between its axes. */
export interface Field {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where a value lies between two edges. */
export function placed(scale: Scale, from: number, to: number): (value: number) => number {
  const span = scale.high - scale.low || 1
  return (value) =>
    from + ((Math.min(scale.high, Math.max(scale.low, value)) - scale.low) / span) * (to - from)
}

/** How much room the labels of a vertical axis take. */
export function axisWidth(scale: Scale, column: ChartColumn, figures: Figures): number {
  const widest = scale.ticks.map((tick) => widthOf(figures.short(column.kind, tick)))
  return Math.max(24, ...widest) + 10
}

interface ValueAxisProps {
  readonly scale: Scale
  readonly column: ChartColumn
  readonly field: Field
  readonly figures: Figures
  readonly at: (value: number) => number
  /** Labels say the size of values that were turned round. */
  readonly unsigned?: boolean
}

/** Values upwards. */
export function UpAxis({
  scale,
  column,
  field,
  figures,
  at,
  unsigned,
}: ValueAxisProps): ReactElement {
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? 'axis zero' : 'axis'}
            x1={field.left}
            x2={field.right}
            y1={at(tick)}
            y2={at(tick)}
          />
          <text className="tick" x={field.left - 6} y={at(tick) + 4} textAnchor="end">
            {figures.short(column.kind, unsigned === true ? Math.abs(tick) : tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Values to the right, labelled below. */
export function AcrossAxis({ scale, column, field, figures, at }: ValueAxisProps): ReactElement {
  const texts = scale.ticks.map((tick) => figures.short(column.kind, tick))
  const step = (field.right - field.left) / Math.max(1, texts.length - 1)
  const every = Math.max(...texts.map(widthOf)) + 12 > step ? 2 : 1
  return (
    <g>
      {scale.ticks.map((tick, i) => (
        <g key={tick}>
          <line
            className={tick === 0 ? 'axis zero' : 'axis'}
            x1={at(tick)}
            x2={at(tick)}
            y1={field.top}
            y2={field.bottom}
          />
          {i % every === 0 && (
            <text
              className="tick"
              x={Math.min(at(tick), field.right + 12 - widthOf(texts[i] ?? '') / 2)}
              y={field.bottom + 16}
              textAnchor="middle"
            >
              {texts[i]}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

interface Place {
  readonly x: number
  readonly text: string
}

const YEAR_MS = 400 * 86_400_000

/** How dates are written along an axis: over more than a year, days say less than years. */
export function dateKind(column: ChartColumn, names: readonly ChartCell[]): FigureKind {
  if (column.kind !== 'date' && column.kind !== 'day') return column.kind
  const times = names.map((name) => Date.parse(String(name))).filter((time) => !Number.isNaN(time))
  return Math.max(...times) - Math.min(...times) > YEAR_MS ? 'month' : column.kind
}

/** From the last one backwards, so that the present is always named; as close to each other as their widths allow. */
function fitting(places: readonly Place[], field: Field): readonly Place[] {
  const widest = Math.max(...places.map(({ text }) => widthOf(text)), 1) + 12
  const least = Math.ceil((widest * places.length) / (field.right - field.left))
  for (let each = Math.max(1, least); each < places.length; each++) {
    const every = places.toReversed().filter((_, i) => i % each === 0)
    const shown = apart(every, field)
    // An even rhythm reads better than one more label; dates far from even get what fits.
    if (shown.length === every.length || each > least + 2) return shown
  }
  return apart(places.slice(-1), field)
}

/** Those of the places, from the right, whose labels do not touch the one before. */
function apart(places: readonly Place[], field: Field): readonly Place[] {
  let free = Infinity
  return places.flatMap(({ x, text }) => {
    const half = widthOf(text) / 2
    const right = Math.min(x, field.right + 6 - half)
    const middle = Math.max(right, Math.min(field.left + half - 18, field.right))
    if (middle + half + 8 > free) return []
    free = middle - half
    return [{ x: middle, text }]
  })
}

/** Names below an axis: those that fit beside each other, the last one always. */
export function NameAxis(props: {
  readonly places: readonly Place[]
  readonly field: Field
}): ReactElement {
  const { places, field } = props
  return (
    <g>
      {fitting(places, field).map(({ x, text }) => (
        <text key={`${x} ${text}`} className="tick" x={x} y={field.bottom + 17} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  )
}

/** A name beside or above a row, in as many lines as there is room for. */
export function RowName(props: {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly anchor: 'start' | 'end'
}): ReactElement {
  const { text, x, y, width, anchor } = props
  const lines = anchor === 'start' ? [clip(text, width)] : wrapped(text, width)
  return (
    <text className="tick name" textAnchor={anchor}>
      {lines.map((line, i) => (
        <tspan key={line} x={x} y={y + 4 + (i - (lines.length - 1) / 2) * 13}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

function clip(text: string, width: number): string {
  const [line = ''] = wrapped(text, width)
  return line.length < text.length ? `${line}…` : line
}
