/** A matrix whose cells are coloured by their figures, and say them. */
import type { ReactElement } from 'react'
import type { Mark, Panel } from '../panel.ts'
import { clipped, widthOf } from '../scale.ts'
import { RowName } from './axes.tsx'
import { figureText, type Picture, type Room } from './picture.ts'

const ROW = 27
const HEAD = 26
const MOST_NAME = 190

/** Which of the shades belongs to a value: 0 to 6 in one direction, or -3 to 3 around a middle. */
export interface Shades {
  readonly kind: 'one' | 'two'
  readonly low: number
  readonly high: number
  readonly of: (value: number) => number
}

/**
 * Two directions where values lie on both sides of zero, or of the reference; ratios are as far from it doubled as halved.
 */
export function shadesOf(values: readonly number[], reference: number | null): Shades {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const middle = reference ?? 0
  if (low < middle && (reference !== null || low < 0)) return twoWays(low, high, middle)
  const span = high - low || 1
  return {
    kind: 'one',
    low,
    high,
    of: (value) => Math.max(0, Math.min(6, Math.floor(((value - low) / span) * 6.999))),
  }
}

function twoWays(low: number, high: number, middle: number): Shades {
  const isRatio = low > 0 && middle > 0
  const from = (value: number): number => (isRatio ? Math.log(value / middle) : value - middle)
  const to = (far: number): number => (isRatio ? middle * Math.exp(far) : middle + far)
  const reach = Math.max(Math.abs(from(high)), Math.abs(from(low))) || 1
  return {
    kind: 'two',
    low: to(-reach),
    high: to(reach),
    of: (value) => Math.max(-3, Math.min(3, Math.round((from(value) / reach) * 3))),
  }
}

/** The class of a shade. */
export function shadeClass(kind: Shades['kind'], shade: number): string {
  return kind === 'one'
    ? `shade-${shade}`
    : shade < 0
      ? `shade-low-${-shade}`
      : `shade-high-${shade}`
}

interface Grid {
  readonly left: number
  readonly cell: number
  readonly width: number
  readonly nameWidth: number
  /** Room for the names of columns. */
  readonly head: number
  /** Names that do not fit over their columns stand slanted. */
  readonly isSlanted: boolean
}

/** How steep slanted names stand. */
const SLANT = 50
const RISE = Math.sin((SLANT * Math.PI) / 180)
const RUN = Math.cos((SLANT * Math.PI) / 180)
/** Slanted names longer than this are cut. */
const MOST_HEAD = 170

function gridOf(panel: Panel, room: Room): Grid {
  const { figures, width } = room
  const { kind } = panel.y
  const texts = panel.marks.map((mark) => widthOf(figures.short(kind, mark.value)))
  const heads = panel.names.map((name) => widthOf(figures.short(panel.x.kind, name)))
  const widest = Math.max(...panel.series.map((_, i) => widthOf(rowName(panel, room, i))), 30)
  const nameWidth = Math.min(widest, MOST_NAME, width * 0.4)
  const left = nameWidth + 10
  const columns = Math.max(1, panel.names.length)
  const longest = Math.max(0, ...heads)
  const least = Math.max(34, ...texts.map((w) => w + 8))
  const most = Math.max(110, Math.min(longest + 6, 160))
  const upright = Math.min(most, Math.max(least, (width - left) / columns))
  const isSlanted = longest + 6 > upright
  const slanted = Math.min(longest, MOST_HEAD)
  // The last name leans out beyond its column.
  const beyond = isSlanted ? slanted * RUN : 0
  const cell = isSlanted
    ? Math.min(110, Math.max(least, (width - left - beyond) / columns))
    : upright
  return {
    left,
    cell,
    nameWidth,
    width: Math.max(width, left + cell * columns + beyond + 1),
    head: isSlanted ? 16 + slanted * RISE : HEAD,
    isSlanted,
  }
}

/** Rows are the values of the splitting column, written as that column's kind wants. */
function rowName(panel: Panel, { figures }: Room, row: number): string {
  const text = panel.series[row] ?? ''
  return panel.split === undefined || panel.split.kind === 'text'
    ? text
    : figures.write(panel.split.kind, asNumber(text))
}

function asNumber(text: string): string | number {
  const value = Number(text)
  return text === '' || Number.isNaN(value) ? text : value
}

/** Draws a matrix. */
export function drawHeat(panel: Panel, room: Room): Picture {
  const grid = gridOf(panel, room)
  const { figures } = room
  const marks = panel.marks.toSorted((a, b) => a.series - b.series || a.at - b.at)
  const shades = shadesOf(
    marks.map((mark) => mark.value),
    panel.reference,
  )
  const x = (mark: Mark): number => grid.left + mark.at * grid.cell
  const y = (mark: Mark): number => grid.head + mark.series * ROW
  return {
    width: grid.width,
    height: grid.head + ROW * panel.series.length + 4,
    stride: Math.max(1, panel.names.length),
    reach: 'near',
    spots: marks.map((mark) => ({
      x: x(mark) + grid.cell / 2,
      y: y(mark) + ROW / 2,
      box: { x: x(mark), y: y(mark), width: grid.cell, height: ROW },
      text: [
        rowName(panel, room, mark.series),
        figures.write(panel.x.kind, panel.names[mark.at] ?? null),
        figureText(mark, panel, room),
      ].join(' · '),
    })),
    body: (
      <>
        <Heads panel={panel} room={room} grid={grid} />
        {marks.map((mark) => (
          <g key={`${mark.at} ${mark.series}`} data-partial={mark.isPartial}>
            <rect
              className={`cell ${shadeClass(shades.kind, shades.of(mark.value))}`}
              x={x(mark)}
              y={y(mark)}
              width={grid.cell - 1}
              height={ROW - 1}
            />
            <text
              className={`cell-text ${shadeClass(shades.kind, shades.of(mark.value))}`}
              x={x(mark) + grid.cell / 2}
              y={y(mark) + ROW / 2 + 4}
              textAnchor="middle"
            >
              {figures.short(panel.y.kind, mark.value)}
            </text>
          </g>
        ))}
      </>
    ),
  }
}

function Heads(props: {
  readonly panel: Panel
  readonly room: Room
  readonly grid: Grid
}): ReactElement {
  const { panel, room, grid } = props
  const { left, cell, nameWidth, head, isSlanted } = grid
  return (
    <g>
      {panel.names.map((name, i) => {
        const text = room.figures.short(panel.x.kind, name)
        const x = left + (i + 0.5) * cell
        return isSlanted ? (
          <text
            key={String(name)}
            className="tick"
            transform={`translate(${x + 2} ${head - 7}) rotate(-${SLANT})`}
          >
            {clipped(text, MOST_HEAD)}
          </text>
        ) : (
          <text key={String(name)} className="tick" x={x} y={head - 9} textAnchor="middle">
            {clipped(text, cell - 4)}
          </text>
        )
      })}
      {panel.series.map((name, i) => (
        <RowName
          key={name}
          text={rowName(panel, room, i)}
          x={4}
          y={head + (i + 0.5) * ROW}
          width={nameWidth}
          anchor="start"
        />
      ))}
    </g>
  )
}
