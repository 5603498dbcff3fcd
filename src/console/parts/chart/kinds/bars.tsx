/** Bars with their intervals: upright where the names fit below them, lying where they do not. */
import type { ReactElement } from 'react'
import type { Mark, Panel } from '../panel.ts'
import { scaleOf, widthOf, type Scale } from '../scale.ts'
import {
  AcrossAxis,
  axisWidth,
  dateKind,
  NameAxis,
  placed,
  RowName,
  UpAxis,
  type Field,
} from './axes.tsx'
import { placeText, type Picture, type Room } from './picture.ts'
import { endText, rowsOf, valueScale, type Rows } from './rows.ts'

const HEIGHT = 220

/** Dates and numbers follow each other, so their labels may be thinned; names must all be read. */
function areUpright(panel: Panel, { width, figures }: Room): boolean {
  if (panel.x.kind !== 'text' || panel.isMirrored) return true
  const texts = panel.names.map((name) => widthOf(figures.short(panel.x.kind, name)))
  return (Math.max(0, ...texts) + 8) * panel.names.length < width - 50
}

/** Series after the first go downwards in a mirrored chart. */
function signed(panel: Panel, mark: Mark): number {
  return panel.isMirrored && mark.series > 0 ? -mark.value : mark.value
}

/** Draws bars. */
export function drawBars(panel: Panel, room: Room): Picture {
  return areUpright(panel, room) ? upright(panel, room) : lying(panel, room)
}

function uprightScale(panel: Panel): Scale {
  if (!panel.isMirrored) return valueScale(panel, 'zero')
  return scaleOf(
    panel.marks.map((mark) => signed(panel, mark)),
    'zero',
    panel.y.kind === 'count',
  )
}

function upright(panel: Panel, room: Room): Picture {
  const { width, figures } = room
  const scale = uprightScale(panel)
  const field = {
    left: axisWidth(scale, panel.y, figures),
    right: width - 8,
    top: 10,
    bottom: HEIGHT - 24,
  }
  const at = placed(scale, field.bottom, field.top)
  const step = (field.right - field.left) / Math.max(1, panel.names.length)
  const middle = (i: number): number => field.left + (i + 0.5) * step
  const written = dateKind(panel.x, panel.names)
  const lanes = panel.isMirrored ? 1 : Math.max(1, panel.series.length)
  const lane = Math.min(64, step * 0.8) / lanes
  return {
    width,
    height: HEIGHT,
    stride: 1,
    reach: 'column',
    spots: panel.names.map((_, i) => ({
      x: middle(i),
      y: HEIGHT / 2,
      box: {
        x: field.left + i * step,
        y: field.top,
        width: step,
        height: field.bottom - field.top,
      },
      text: placeText(i, panel, room),
    })),
    body: (
      <>
        <UpAxis
          scale={scale}
          column={panel.y}
          field={field}
          figures={figures}
          at={at}
          unsigned={panel.isMirrored}
        />
        <NameAxis
          field={field}
          places={panel.names.map((name, i) => ({
            x: middle(i),
            text: figures.short(written, name),
          }))}
        />
        {panel.marks.map((mark) => (
          <UprightBar
            key={`${mark.at} ${mark.series}`}
            mark={mark}
            value={signed(panel, mark)}
            x={middle(mark.at) - (lane * lanes) / 2 + (panel.isMirrored ? 0 : mark.series * lane)}
            width={Math.max(1, lanes > 1 ? lane - 1 : lane)}
            at={at}
          />
        ))}
        <Reference panel={panel} field={field} y={at} />
      </>
    ),
  }
}

function UprightBar(props: {
  readonly mark: Mark
  readonly value: number
  readonly x: number
  readonly width: number
  readonly at: (value: number) => number
}): ReactElement {
  const { mark, value, x, width, at } = props
  const { low, high, isPartial, series } = mark
  const middle = x + width / 2
  const isBounded = low !== null && high !== null
  return (
    <g>
      <rect
        className={`bar series-${series % 8}`}
        data-partial={isPartial}
        x={x}
        width={width}
        y={Math.min(at(value), at(0))}
        height={value === 0 ? 0 : Math.max(1, Math.abs(at(value) - at(0)))}
      />
      {isBounded && (
        <path
          className="whisker"
          d={`M${middle} ${at(low)}V${at(high)}M${middle - 4} ${at(low)}h8M${middle - 4} ${at(high)}h8`}
        />
      )}
    </g>
  )
}

function lying(panel: Panel, room: Room): Picture {
  const rows = rowsOf(panel, room, { reach: 'zero' })
  const { field, scale, at, spots } = rows
  return {
    width: room.width,
    height: rows.height,
    stride: 1,
    reach: 'row',
    spots,
    body: (
      <>
        <AcrossAxis scale={scale} column={panel.y} field={field} figures={room.figures} at={at} />
        {panel.marks.map((mark) => (
          <LyingBar key={`${mark.at} ${mark.series}`} mark={mark} rows={rows} />
        ))}
        <RowNames rows={rows} />
        <EndTexts panel={panel} room={room} rows={rows} />
        <Reference panel={panel} field={field} x={at} />
      </>
    ),
  }
}

function LyingBar({ mark, rows }: { readonly mark: Mark; readonly rows: Rows }): ReactElement {
  const { at } = rows
  const { low, high, value, isPartial, series } = mark
  const y = rows.y(mark.at, series)
  const isBounded = low !== null && high !== null
  return (
    <g>
      <rect
        className={`bar series-${series % 8}`}
        data-partial={isPartial}
        x={Math.min(at(value), at(0))}
        width={value === 0 ? 0 : Math.max(1, Math.abs(at(value) - at(0)))}
        y={y - 6.5}
        height={13}
      />
      {isBounded && (
        <path
          className="whisker"
          d={`M${at(low)} ${y}H${at(high)}M${at(low)} ${y - 4}v8M${at(high)} ${y - 4}v8`}
        />
      )}
    </g>
  )
}

/** Names beside or above their rows. */
export function RowNames({ rows }: { readonly rows: Rows }): ReactElement {
  const { names, isNarrow, nameWidth } = rows
  return (
    <g>
      {names.map(({ text, y }) => (
        <RowName
          key={`${y} ${text}`}
          text={text}
          x={isNarrow ? 4 : nameWidth + 4}
          y={y}
          width={nameWidth}
          anchor={isNarrow ? 'start' : 'end'}
        />
      ))}
    </g>
  )
}

/** The figure of each row at its end. */
export function EndTexts(props: {
  readonly panel: Panel
  readonly room: Room
  readonly rows: Rows
}): ReactElement {
  const { panel, room, rows } = props
  return (
    <g>
      {panel.names.map((name, i) => (
        <text
          key={String(name)}
          className="tick name"
          x={room.width - 2}
          y={rows.y(i, 0) + 4}
          textAnchor="end"
        >
          {endText(panel, room, i)}
        </text>
      ))}
    </g>
  )
}

/** The line to compare with. */
export function Reference(props: {
  readonly panel: Panel
  readonly field: Field
  readonly x?: (value: number) => number
  readonly y?: (value: number) => number
}): ReactElement | null {
  const { panel, field, x, y } = props
  const { reference } = panel
  if (reference === null) return null
  const line =
    x === undefined
      ? { x1: field.left, x2: field.right, y1: y?.(reference) ?? 0, y2: y?.(reference) ?? 0 }
      : { x1: x(reference), x2: x(reference), y1: field.top, y2: field.bottom }
  return <line className="reference" {...line} />
}
