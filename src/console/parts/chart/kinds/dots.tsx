/** Estimates with their intervals beside names, as a forest plot. */
import type { ReactElement } from 'react'
import type { Mark, Panel } from '../panel.ts'
import { AcrossAxis } from './axes.tsx'
import { EndTexts, Reference, RowNames } from './bars.tsx'
import { Sign } from './sign.tsx'
import type { Picture, Room } from './picture.ts'
import { rowsOf, type Rows } from './rows.ts'

/** Draws dots. */
export function drawDots(panel: Panel, room: Room): Picture {
  const rows = rowsOf(panel, room, { reach: 'free', line: 14 })
  const { field, scale, at } = rows
  return {
    width: room.width,
    height: rows.height,
    stride: 1,
    reach: 'row',
    spots: rows.spots,
    body: (
      <>
        <AcrossAxis scale={scale} column={panel.y} field={field} figures={room.figures} at={at} />
        <Reference panel={panel} field={field} x={at} />
        {panel.marks.map((mark) => (
          <Dot key={`${mark.at} ${mark.series}`} mark={mark} rows={rows} />
        ))}
        <RowNames rows={rows} />
        <EndTexts panel={panel} room={room} rows={rows} />
      </>
    ),
  }
}

function Dot({ mark, rows }: { readonly mark: Mark; readonly rows: Rows }): ReactElement {
  const { at, scale } = rows
  const { low, high, value, series } = mark
  const y = rows.y(mark.at, series)
  return (
    <g>
      {low !== null && high !== null && (
        <path
          className={`interval line-${series % 8}`}
          d={`M${at(low)} ${y}H${at(high)}${cap(low, scale.low, at, y, 1)}${cap(high, scale.high, at, y, -1)}`}
        />
      )}
      <Sign x={at(value)} y={y} series={series} size={4.5} />
    </g>
  )
}

/** An end of an interval; an arrow where it goes on beyond the axis. */
function cap(
  bound: number,
  edge: number,
  at: (value: number) => number,
  y: number,
  inward: 1 | -1,
): string {
  const x = at(bound)
  const isBeyond = inward === 1 ? bound < edge : bound > edge
  return isBeyond ? `M${x + inward * 6} ${y - 4}L${x} ${y}l${inward * 6} 4` : `M${x} ${y - 4}v8`
}
