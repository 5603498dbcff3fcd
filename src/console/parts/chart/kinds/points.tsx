/** Points of two figures each; named where there is room for the name. */
import type { ReactElement } from 'react'
import type { Mark, Panel } from '../panel.ts'
import { clipped, scaleOf, widthOf } from '../scale.ts'
import { AcrossAxis, axisWidth, placed, UpAxis } from './axes.tsx'
import { Reference } from './bars.tsx'
import { figureText, type Picture, type Room } from './picture.ts'
import { valueScale } from './rows.ts'
import { Sign } from './sign.tsx'

const HEIGHT = 300
/** More points than this are a cloud: their names are read out, not written. */
const MOST_NAMES = 40
const NAME_WIDTH = 130

/** Draws points. */
export function drawPoints(panel: Panel, room: Room): Picture {
  const { width, figures } = room
  const up = valueScale(panel, 'fits')
  const across = scaleOf(
    panel.names.map((name) => Number(name) || 0),
    'fits',
    panel.x.kind === 'count',
  )
  const field = {
    left: axisWidth(up, panel.y, figures),
    right: width - 18,
    top: 10,
    bottom: HEIGHT - 40,
  }
  const y = placed(up, field.bottom, field.top)
  const at = placed(across, field.left, field.right)
  const x = (mark: Mark): number => at(Number(panel.names[mark.at]) || 0)
  const marks = panel.marks.toSorted((a, b) => x(a) - x(b))
  return {
    width,
    height: HEIGHT,
    stride: 1,
    reach: 'near',
    spots: marks.map((mark) => ({
      x: x(mark),
      y: y(mark.value),
      box: { x: x(mark) - 8, y: y(mark.value) - 8, width: 16, height: 16 },
      text: [
        mark.name,
        panel.split === undefined ? '' : (panel.series[mark.series] ?? ''),
        `${panel.x.title}: ${figures.write(panel.x.kind, panel.names[mark.at] ?? null)}`,
        `${panel.y.title}: ${figureText(mark, panel, room)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    body: (
      <>
        <UpAxis scale={up} column={panel.y} field={field} figures={figures} at={y} />
        <AcrossAxis scale={across} column={panel.x} field={field} figures={figures} at={at} />
        <text className="tick" x={field.right} y={HEIGHT - 6} textAnchor="end">
          {panel.x.title} →
        </text>
        <Reference panel={panel} field={field} y={y} />
        {marks.map((mark) => (
          <g key={`${mark.at} ${mark.series} ${mark.name} ${mark.value}`}>
            {mark.low !== null && mark.high !== null && (
              <path className="whisker" d={`M${x(mark)} ${y(mark.low)}V${y(mark.high)}`} />
            )}
            <Sign x={x(mark)} y={y(mark.value)} series={mark.series} size={4.5} />
          </g>
        ))}
        <Names marks={marks} right={width} x={x} y={(mark) => y(mark.value)} />
      </>
    ),
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Names that neither cover each other nor leave the picture. */
function Names(props: {
  readonly marks: readonly Mark[]
  readonly right: number
  readonly x: (mark: Mark) => number
  readonly y: (mark: Mark) => number
}): ReactElement | null {
  const { marks, right, x, y } = props
  if (marks.length > MOST_NAMES) return null
  const taken: Box[] = marks.map((mark) => ({ x: x(mark) - 5, y: y(mark), width: 10 }))
  const isFree = (box: Box): boolean =>
    taken.every(
      (other) =>
        box.x + box.width < other.x ||
        other.x + other.width < box.x ||
        Math.abs(box.y - other.y) > 13,
    )
  return (
    <g>
      {marks.map((mark) => {
        const text = clipped(mark.name, NAME_WIDTH)
        const width = widthOf(text)
        const isLeft = x(mark) + 8 + width > right
        const box = { x: isLeft ? x(mark) - 8 - width : x(mark) + 8, y: y(mark), width }
        if (text === '' || !isFree(box)) return null
        taken.push(box)
        return (
          <text
            key={`${mark.at} ${mark.series} ${mark.name}`}
            className="tick name"
            x={box.x}
            y={box.y + 4}
          >
            {text}
          </text>
        )
      })}
    </g>
  )
}
