/** Charts whose names stand beside rows: how much room names, figures and rows get. */
import type { Panel } from '../panel.ts'
import { scaleOf, widthOf, window, type Reach, type Scale } from '../scale.ts'
import { placed, type Field } from './axes.tsx'
import { placeText, type Room, type Spot } from './picture.ts'

/** Narrower than this, names stand above their rows. */
const NARROW = 480
const LINE = 17

/** Where everything of a chart of rows goes. */
export interface Rows {
  readonly field: Field
  readonly height: number
  readonly scale: Scale
  readonly at: (value: number) => number
  /** The middle of the line of a series in a row. */
  readonly y: (row: number, series: number) => number
  readonly isNarrow: boolean
  readonly names: readonly { readonly text: string; readonly y: number }[]
  readonly nameWidth: number
  readonly spots: readonly Spot[]
}

/** Wide enough for the longest figure that stands at the end of a row. */
function figureWidth(panel: Panel, room: Room): number {
  if (panel.series.length > 1) return 12
  return (
    Math.max(
      ...panel.marks.map((mark) => widthOf(room.figures.write(panel.y.kind, mark.value))),
      0,
    ) + 14
  )
}

/** The axis of values with the part of their intervals that does not flatten everything else. */
export function valueScale(panel: Panel, reach: Reach): Scale {
  const values = panel.marks.map((mark) => mark.value)
  if (panel.reference !== null) values.push(panel.reference)
  if (values.length === 0) return scaleOf([0], 'zero')
  const bounds = panel.marks.flatMap(({ low, high }) => [low, high]).filter((v) => v !== null)
  const { low, high } = window(values, bounds)
  return scaleOf([...values, low, high], reach, panel.y.kind === 'count')
}

/** Rows from top to bottom, one line for each series. */
export function rowsOf(panel: Panel, room: Room, options: { reach: Reach; line?: number }): Rows {
  const { width, figures } = room
  const line = options.line ?? LINE
  const scale = valueScale(panel, options.reach)
  const isNarrow = width < NARROW
  const texts = panel.names.map((name) => figures.write(panel.x.kind, name))
  const widest = Math.max(...texts.map(widthOf), 30)
  const nameWidth = isNarrow ? width - 8 : Math.min(widest, width * 0.36)
  const field = {
    left: isNarrow ? 10 : nameWidth + 14,
    right: width - figureWidth(panel, room),
    top: 6,
    bottom: 0,
  }
  const lines = Math.max(1, panel.series.length)
  const isWrapped = !isNarrow && widest > nameWidth
  const head = isNarrow ? 18 : 0
  const step = Math.max(lines * line + 10 + head, isWrapped ? 34 : 26)
  const bottom = field.top + step * texts.length
  const top = (row: number): number => field.top + row * step + head
  const y = (row: number, series: number): number =>
    top(row) + (step - head - lines * line) / 2 + (series + 0.5) * line
  return {
    field: { ...field, bottom },
    height: bottom + 24,
    scale,
    at: placed(scale, field.left, field.right),
    y,
    isNarrow,
    nameWidth,
    names: texts.map((text, row) => ({
      text,
      y: isNarrow ? field.top + row * step + 10 : top(row) + (step - head) / 2,
    })),
    spots: texts.map((_, row) => ({
      x: width / 2,
      y: field.top + (row + 0.5) * step,
      box: { x: 1, y: field.top + row * step, width: width - 2, height: step },
      text: placeText(row, panel, room),
    })),
  }
}

/** The figure at the end of a row; with several series the read-out says them instead. */
export function endText(panel: Panel, room: Room, at: number): string {
  const mark = panel.series.length > 1 ? undefined : panel.marks.find((m) => m.at === at)
  return mark === undefined ? '' : room.figures.write(panel.y.kind, mark.value)
}
