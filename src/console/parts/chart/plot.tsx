/** The drawing of a chart as wide as its place, with a cursor for pointer and keyboard whose figures are read out. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- the arrow keys move along the drawing */
import {
  useCallback,
  useMemo,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type RefCallback,
} from 'react'
import { useLanguage } from '../language.tsx'
import type { Figures } from './figures.ts'
import { drawBars } from './kinds/bars.tsx'
import { drawDots } from './kinds/dots.tsx'
import { drawFlow } from './kinds/flow.tsx'
import { drawHeat } from './kinds/heat.tsx'
import { drawLines } from './kinds/lines.tsx'
import { moved, pick, type Picture, type Room, type Spot } from './kinds/picture.ts'
import { drawPoints } from './kinds/points.tsx'
import { Legend } from './legend.tsx'
import type { Panel } from './panel.ts'

const DRAW: Readonly<Record<Panel['kind'], (panel: Panel, room: Room) => Picture>> = {
  bars: drawBars,
  lines: drawLines,
  heat: drawHeat,
  flow: drawFlow,
  dots: drawDots,
  points: drawPoints,
}

/** How wide a place is, from before anything is seen in it. */
function useWidth(): readonly [width: number, place: RefCallback<HTMLElement>] {
  const [width, setWidth] = useState(640)
  const place = useCallback((box: HTMLElement | null) => {
    if (box === null) return undefined
    const take = (wide: number): void => setWidth(Math.max(240, Math.floor(wide)))
    take(box.getBoundingClientRect().width)
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) take(entry.contentRect.width)
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  return [width, place]
}

/** Pointer or arrow keys choose a place; its figures are written below and read out. */
export function Plot(props: { readonly panel: Panel; readonly figures: Figures }): ReactElement {
  const { t } = useLanguage()
  const { panel, figures } = props
  const [width, place] = useWidth()
  const [at, setAt] = useState<number>()
  const partial = t('chartPartial')
  const picture = useMemo(
    () => DRAW[panel.kind](panel, { width, figures, words: { partial } }),
    [panel, width, figures, partial],
  )
  const { spots } = picture
  const seen = at === undefined ? undefined : spots[at]
  const onKeyDown = (e: KeyboardEvent): void => {
    const next = moved(picture, e.key, at)
    if (next === undefined) return
    e.preventDefault()
    setAt(next)
  }
  const summary = [panel.title, spots[0]?.text, spots.at(-1)?.text].filter(Boolean).join('; ')
  return (
    <>
      <p className="quiet small-text chart-unit">{unitOf(panel)}</p>
      <div ref={place} className="plot">
        <svg
          width={picture.width}
          height={picture.height}
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          role="img"
          tabIndex={0}
          aria-label={`${summary}. ${t('chartKeys')}`}
          onKeyDown={onKeyDown}
          onBlur={() => setAt(undefined)}
          onPointerMove={(e) => {
            const frame = e.currentTarget.getBoundingClientRect()
            setAt(pick(picture, e.clientX - frame.left, e.clientY - frame.top))
          }}
          onPointerLeave={() => setAt(undefined)}
        >
          <g aria-hidden="true">{picture.body}</g>
          {seen !== undefined && <Seen spot={seen} />}
        </svg>
      </div>
      <figcaption className="row spread small-text">
        <Legend panel={panel} figures={figures} />
        <output aria-live="polite" data-readout>
          {seen?.text ?? ''}
        </output>
      </figcaption>
    </>
  )
}

/** What the axes mean, as far as title and legend do not say it. */
function unitOf({ kind, title, unit, series, split, x }: Panel): string {
  // Its sides bear their names.
  if (kind === 'flow') return ''
  if (kind === 'heat') return `${split?.title ?? ''} ↓ · ${x.title} →`
  const isInLegend = unit === series.join(' · ') && series.length > 1
  return isInLegend || unit === title ? '' : unit
}

/** What is pointed at lights up. */
function Seen({ spot }: { readonly spot: Spot }): ReactElement {
  return spot.path === undefined ? (
    <rect className={spot.box.width <= 1 ? 'cursor' : 'seen'} {...spot.box} />
  ) : (
    <path className="seen" d={spot.path} />
  )
}
