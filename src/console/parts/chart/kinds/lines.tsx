/** Lines over dates, numbers or names, with their intervals as bands; parts that are not complete are dashed. */
import type { ReactElement } from 'react'
import type { ChartCell } from '../chart-data.ts'
import type { Mark, Panel } from '../panel.ts'
import { scaleOf, type Scale } from '../scale.ts'
import { AcrossAxis, axisWidth, dateKind, NameAxis, placed, UpAxis, type Field } from './axes.tsx'
import { Reference } from './bars.tsx'
import { placeText, type Picture, type Room } from './picture.ts'
import { valueScale } from './rows.ts'
import { Sign } from './sign.tsx'

const HEIGHT = 240
/** More points than this are drawn without a sign each. */
const MOST_SIGNS = 40
/** Bands of more series than this would cover each other; the read-out and the table keep them. */
const MOST_BANDS = 3

/** A number to place along the axis: of dates their time, of numbers themselves, of names nothing. */
function along(panel: Panel, name: ChartCell): number | undefined {
  if (typeof name === 'number') return name
  if (typeof name !== 'string' || panel.x.kind === 'text') return undefined
  const time = Date.parse(name)
  return Number.isNaN(time) ? undefined : time
}

interface Across {
  readonly x: (index: number) => number
  readonly axis: ReactElement
}

function acrossOf(panel: Panel, field: Field, { figures }: Room): Across {
  const places = panel.names.map((name) => along(panel, name))
  const known = places.filter((p) => p !== undefined)
  const isNumeric = panel.names.every((name) => typeof name === 'number')
  const { kind } = panel.x
  if (isNumeric && known.length > 1) {
    const scale = within(known, kind === 'count')
    const at = placed(scale, field.left, field.right)
    return {
      x: (i) => at(places[i] ?? 0),
      axis: <AcrossAxis scale={scale} column={panel.x} field={field} figures={figures} at={at} />,
    }
  }
  const isTimed = known.length === panel.names.length && known.length > 1
  const low = Math.min(...known)
  const span = Math.max(...known) - low || 1
  const inner = field.right - field.left - 12
  const written = dateKind(panel.x, panel.names)
  const count = Math.max(1, panel.names.length - 1)
  const x = (i: number): number =>
    field.left + 6 + (isTimed ? ((places[i] ?? 0) - low) / span : i / count) * inner
  return {
    x,
    axis: (
      <NameAxis
        field={field}
        places={panel.names.map((name, i) => ({ x: x(i), text: figures.short(written, name) }))}
      />
    ),
  }
}

/** A line ends where its data end, not at the next round number. */
function within(values: readonly number[], isWhole: boolean): Scale {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const { ticks } = scaleOf(values, 'free', isWhole)
  return { low, high, ticks: ticks.filter((tick) => tick >= low && tick <= high) }
}

/** Bands that are not drawn need no room. */
function shownOf(panel: Panel): Panel {
  if (panel.series.length <= MOST_BANDS) return panel
  return { ...panel, marks: panel.marks.map((mark) => ({ ...mark, low: null, high: null })) }
}

/** Draws lines. */
export function drawLines(panel: Panel, room: Room): Picture {
  const { width, figures } = room
  const scale = valueScale(shownOf(panel), 'fits')
  const field = {
    left: axisWidth(scale, panel.y, figures),
    right: width - 14,
    top: 10,
    bottom: HEIGHT - 24,
  }
  const at = placed(scale, field.bottom, field.top)
  const { x, axis } = acrossOf(panel, field, room)
  return {
    width,
    height: HEIGHT,
    stride: 1,
    reach: 'column',
    spots: panel.names.map((_, i) => ({
      x: x(i),
      y: HEIGHT / 2,
      box: { x: x(i) - 0.5, y: field.top, width: 1, height: field.bottom - field.top },
      text: placeText(i, panel, room),
    })),
    body: (
      <>
        <UpAxis scale={scale} column={panel.y} field={field} figures={figures} at={at} />
        {axis}
        <Reference panel={panel} field={field} y={at} />
        {panel.series.map((name, series) => (
          <Series
            key={name}
            series={series}
            isBare={panel.names.length > MOST_SIGNS}
            isBanded={panel.series.length <= MOST_BANDS}
            marks={panel.marks.filter((mark) => mark.series === series)}
            x={x}
            y={at}
          />
        ))}
      </>
    ),
  }
}

function Series(props: {
  readonly series: number
  readonly isBare: boolean
  readonly isBanded: boolean
  readonly marks: readonly Mark[]
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}): ReactElement {
  const { series, isBare, isBanded, marks, x, y } = props
  const point = (mark: Mark): string => `${x(mark.at).toFixed(1)} ${y(mark.value).toFixed(1)}`
  let whole = ''
  let partial = ''
  marks.forEach((mark, i) => {
    const before = marks[i - 1]
    // A place without a value interrupts the line.
    if (before === undefined || before.at !== mark.at - 1) return
    const piece = `M${point(before)}L${point(mark)}`
    if (mark.isPartial || before.isPartial) partial += piece
    else whole += piece
  })
  return (
    <g>
      {isBanded && <Band marks={marks} series={series} x={x} y={y} />}
      <path className={`line line-${series % 8}`} d={whole} />
      <path className={`line line-${series % 8}`} strokeDasharray="4 4" d={partial} />
      {(!isBare || marks.length === 1) &&
        marks.map((mark) => (
          <Sign key={mark.at} x={x(mark.at)} y={y(mark.value)} series={series} size={3.2} />
        ))}
    </g>
  )
}

function Band(props: {
  readonly series: number
  readonly marks: readonly Mark[]
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}): ReactElement | null {
  const { series, marks, x, y } = props
  const bounded = marks.filter((mark) => mark.low !== null && mark.high !== null)
  if (bounded.length < 2) return null
  const edge = (mark: Mark, bound: number | null): string =>
    `${x(mark.at).toFixed(1)} ${y(bound ?? mark.value).toFixed(1)}`
  const up = bounded.map((mark) => edge(mark, mark.high))
  const back = bounded.toReversed().map((mark) => edge(mark, mark.low))
  return <path className={`band series-${series % 8}`} d={`M${[...up, ...back].join('L')}Z`} />
}
