/** What every kind of chart gives: a drawing, and the places on it that can be pointed at and read out. */
import type { ReactElement } from 'react'
import type { Figures } from '../figures.ts'
import type { Mark, Panel } from '../panel.ts'

/** A place that can be pointed at: its middle, what lights up, and its figures in words. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  /** Lights up instead of the box. */
  readonly path?: string
  readonly text: string
}

/** A drawing of so many pixels. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly body: ReactElement
  readonly spots: readonly Spot[]
  /** How many spots one goes on with the arrows up and down. */
  readonly stride: number
  /** How the pointer finds a spot. */
  readonly reach: 'column' | 'row' | 'near'
}

/** What a drawing may use. */
export interface Room {
  readonly width: number
  readonly figures: Figures
  readonly words: { readonly partial: string }
}

/** The spot that a pointer means. */
export function pick({ spots, reach }: Picture, x: number, y: number): number | undefined {
  let best: number | undefined
  let least = Infinity
  spots.forEach((spot, i) => {
    const dx = reach === 'row' ? 0 : spot.x - x
    const dy = reach === 'column' ? 0 : spot.y - y
    const far = dx * dx + dy * dy
    if (far < least) {
      least = far
      best = i
    }
  })
  return best
}

/** The spot that an arrow key leads to. */
export function moved(
  { spots, stride }: Pick<Picture, 'spots' | 'stride'>,
  key: string,
  at: number | undefined,
): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -stride,
    ArrowDown: stride,
  }
  const last = spots.length - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  const step = steps[key]
  if (step === undefined) return undefined
  if (at === undefined) return step > 0 ? 0 : last
  const next = at + step
  return next < 0 || next > last ? at : next
}

/** A figure with its interval. */
export function figureText(mark: Mark, panel: Panel, { figures, words }: Room): string {
  const { kind } = panel.y
  const range =
    mark.low === null || mark.high === null
      ? ''
      : ` (${figures.between(kind, mark.low, mark.high)})`
  return `${figures.write(kind, mark.value)}${range}${mark.isPartial ? ` · ${words.partial}` : ''}`
}

/** All figures at a place of the axis. */
export function placeText(at: number, panel: Panel, room: Room): string {
  const { figures } = room
  const name = figures.write(panel.x.kind, panel.names[at] ?? null)
  const parts = panel.marks
    .filter((mark) => mark.at === at)
    .map((mark) => {
      const text = figureText(mark, panel, room)
      const series = panel.series[mark.series] ?? ''
      return series === '' ? text : `${series}: ${text}`
    })
  return [name, ...(parts.length === 0 ? ['–'] : parts)].join(' · ')
}
