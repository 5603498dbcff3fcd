/** Streams from one column of names to another, as wide as their figures. */
import type { ReactElement } from 'react'
import type { Mark, Panel } from '../panel.ts'
import { clipped, widthOf, wrapped } from '../scale.ts'
import { figureText, type Picture, type Room } from './picture.ts'

const NODE = 10
const GAP = 12
/** Room for what each side is called, in two lines at most. */
const TOP = 38
/** A stream of less than this has no width. */
const DUST = 1e-9

interface Node {
  readonly name: string
  readonly total: number
  readonly y: number
  readonly height: number
}

interface Stream {
  readonly mark: Mark
  readonly path: string
  readonly x: number
  readonly y: number
  readonly height: number
}

interface Sides {
  readonly from: readonly Node[]
  readonly to: readonly Node[]
  readonly scale: number
  readonly height: number
}

/** Both columns on one scale, so that a stream is equally wide at both its ends. */
function sidesOf(panel: Panel, names: readonly string[]): Sides {
  const sum = (of: (mark: Mark) => number, count: number): readonly number[] => {
    const totals = Array.from({ length: count }, () => 0)
    for (const mark of panel.marks) totals[of(mark)] = (totals[of(mark)] ?? 0) + mark.value
    return totals
  }
  const left = sum((mark) => mark.at, names.length)
  const right = sum((mark) => mark.series, panel.series.length)
  const most = Math.max(left.length, right.length)
  const total = left.reduce((a, b) => a + b, 0) || 1
  // Thin nodes still need a line of text each.
  const height = Math.max(220, most * 30)
  const scale = (height - (most - 1) * GAP) / total
  const stack = (texts: readonly string[], totals: readonly number[]): readonly Node[] => {
    let y = TOP
    return texts.map((name, i) => {
      const own = totals[i] ?? 0
      const node = { name, total: own, y, height: Math.max(1, own * scale) }
      y += Math.max(node.height, 6) + GAP
      return node
    })
  }
  const from = stack(names, left)
  const to = stack(panel.series, right)
  return { from, to, scale, height: Math.max(lowest(from), lowest(to), 60) + 10 }
}

function lowest(nodes: readonly Node[]): number {
  const last = nodes.at(-1)
  return last === undefined ? 0 : last.y + last.height
}

function streamsOf(panel: Panel, sides: Sides, left: number, right: number): readonly Stream[] {
  const fromUsed = sides.from.map((node) => node.y)
  const toUsed = sides.to.map((node) => node.y)
  const middle = (left + right) / 2
  return panel.marks
    .toSorted((a, b) => a.at - b.at || a.series - b.series)
    .map((mark) => {
      const height = Math.max(1, mark.value * sides.scale)
      const a = fromUsed[mark.at] ?? 0
      const b = toUsed[mark.series] ?? 0
      fromUsed[mark.at] = a + height
      toUsed[mark.series] = b + height
      const top = `M${left} ${a}C${middle} ${a} ${middle} ${b} ${right} ${b}`
      const bottom = `V${b + height}C${middle} ${b + height} ${middle} ${a + height} ${left} ${a + height}Z`
      return { mark, path: top + bottom, x: middle, y: (a + b + height) / 2, height }
    })
}

/** The same names in the same order on both sides, so that who stays goes straight across. */
function sameOrder(panel: Panel, names: readonly string[]): Panel {
  const place = (name: string): number => {
    const at = names.indexOf(name)
    return at < 0 ? names.length : at
  }
  const series = panel.series.toSorted((a, b) => place(a) - place(b))
  const marks = panel.marks
    .filter((mark) => mark.value > DUST)
    .map((mark) => ({ ...mark, series: series.indexOf(panel.series[mark.series] ?? '') }))
  return { ...panel, series, marks }
}

/** Draws streams; those between the same name, who stay, are grey. */
export function drawFlow(all: Panel, room: Room): Picture {
  const { width, figures } = room
  const names = all.names.map((name) => figures.write(all.x.kind, name))
  const panel = sameOrder(all, names)
  const sides = sidesOf(panel, names)
  const most = width * 0.26
  const label = (texts: readonly string[]): number =>
    Math.min(most, Math.max(...texts.map(widthOf), 20)) + 8
  const left = label(names) + NODE
  const right = width - label(panel.series) - NODE
  const [before, after] = [panel.x.title, panel.split?.title ?? '']
  const streams = streamsOf(panel, sides, left, right)
  return {
    width,
    height: sides.height,
    stride: 1,
    reach: 'near',
    spots: streams.map(({ mark, path, x, y, height }) => ({
      x,
      y,
      box: { x: x - 4, y: y - height / 2, width: 8, height },
      path,
      text: `${before}: ${names[mark.at] ?? ''} → ${after}: ${panel.series[mark.series] ?? ''}: ${figureText(mark, panel, room)}`,
    })),
    body: (
      <>
        {streams.map(({ mark, path }) => (
          <path
            key={`${mark.at} ${mark.series}`}
            className={
              names[mark.at] === panel.series[mark.series]
                ? 'stream same'
                : `stream series-${mark.at % 8}`
            }
            d={path}
          />
        ))}
        <Side title={before} x={0} room={width / 2 - 8} anchor="start" />
        <Side title={after} x={width} room={width / 2 - 8} anchor="end" />
        <Nodes nodes={sides.from} x={left - NODE} text={left - NODE - 6} room={most} anchor="end" />
        <Nodes nodes={sides.to} x={right} text={right + NODE + 6} room={most} anchor="start" />
      </>
    ),
  }
}

/** What a side is called, in one line or two. */
function Side(props: {
  readonly title: string
  readonly x: number
  readonly room: number
  readonly anchor: 'start' | 'end'
}): ReactElement {
  const { title, x, room, anchor } = props
  return (
    <g>
      {wrapped(title, room).map((line, i) => (
        <text key={line} className="tick side" x={x} y={12 + i * 14} textAnchor={anchor}>
          {line}
        </text>
      ))}
    </g>
  )
}

function Nodes(props: {
  readonly nodes: readonly Node[]
  readonly x: number
  readonly text: number
  readonly room: number
  readonly anchor: 'start' | 'end'
}): ReactElement {
  const { nodes, x, text, room, anchor } = props
  return (
    <g>
      {nodes.map(({ name, y, height }, i) => (
        <g key={name}>
          <rect
            className={anchor === 'end' ? `node series-${i % 8}` : 'node'}
            x={x}
            y={y}
            width={NODE}
            height={height}
          />
          <text className="tick name" x={text} y={y + height / 2 + 4} textAnchor={anchor}>
            {clipped(name, room)}
          </text>
        </g>
      ))}
    </g>
  )
}
