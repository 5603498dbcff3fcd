/** The drawing of a chart: axis with round numbers, local dates, a cursor for pointer and keyboard. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- the arrow keys move along the drawing */
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
} from 'react'
import { useFormat, type Format } from '../format.ts'
import { useLanguage } from '../language.tsx'
import type { ChartData, ChartPoint } from './chart-data.ts'
import { labelled, scaleOf, type Scale } from './scale.ts'

const HEIGHT = 200
const PAD = { top: 10, right: 8, bottom: 24, left: 46 }
/** A written date takes about so many pixels. */
const DATE_WIDTH = 84

function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(640)
  useEffect(() => {
    if (box.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(240, Math.floor(entry.contentRect.width)))
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return width
}

/** Series after the first count downwards from zero. */
function signed(point: ChartPoint): readonly (number | null)[] {
  return point.values.map((v, i) => (v !== null && i > 0 ? -v : v))
}

interface Place {
  readonly scale: Scale
  readonly step: number
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

function placeOf({ points, kind }: ChartData, width: number): Place {
  const values = points.flatMap((p) => signed(p).filter((v) => v !== null))
  const scale = scaleOf(values, kind === 'line')
  const inner = width - PAD.left - PAD.right
  const step = inner / Math.max(1, points.length)
  const height = HEIGHT - PAD.top - PAD.bottom
  return {
    scale,
    step,
    x: (i) => PAD.left + (i + 0.5) * step,
    y: (v) => PAD.top + ((scale.high - v) / (scale.high - scale.low)) * height,
  }
}

function moved(key: string, at: number | undefined, count: number): number | undefined {
  const from = at ?? count
  if (key === 'ArrowLeft') return Math.max(0, from - 1)
  if (key === 'ArrowRight') return at === undefined ? 0 : Math.min(count - 1, at + 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

/** Pointer or arrow keys choose a period; its figures are written below and read out. */
export function Plot({ data }: { readonly data: ChartData }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const [at, setAt] = useState<number>()
  const { points, kind } = data
  const place = placeOf(data, width)
  const onKeyDown = (e: KeyboardEvent): void => {
    const next = moved(e.key, at, points.length)
    if (next === undefined) return
    e.preventDefault()
    setAt(next)
  }
  return (
    <>
      <p className="quiet small-text chart-unit">{data.unit}</p>
      <div ref={box} className="plot">
        <svg
          width={width}
          height={HEIGHT}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          role="img"
          tabIndex={0}
          aria-label={`${summary(data, format)}. ${t('chartKeys')}`}
          onKeyDown={onKeyDown}
          onBlur={() => setAt(undefined)}
          onPointerMove={(e) => {
            const left = e.clientX - e.currentTarget.getBoundingClientRect().left - PAD.left
            const index = Math.floor(left / place.step)
            setAt(index >= 0 && index < points.length ? index : undefined)
          }}
          onPointerLeave={() => setAt(undefined)}
        >
          <Axes data={data} place={place} width={width} format={format} />
          {at !== undefined && (
            <line
              className="cursor"
              x1={place.x(at)}
              x2={place.x(at)}
              y1={PAD.top}
              y2={HEIGHT - PAD.bottom}
            />
          )}
          {kind === 'line' ? (
            <Line points={points} place={place} />
          ) : (
            <Bars points={points} place={place} />
          )}
        </svg>
      </div>
      <figcaption className="row spread small-text">
        <Legend series={data.series} />
        <output aria-live="polite" data-readout>
          {at === undefined ? '' : readout(data, at, format)}
        </output>
      </figcaption>
    </>
  )
}

function readout({ points, series, step }: ChartData, at: number, format: Format): string {
  const point = points[at]
  if (point === undefined) return ''
  const figures = point.values.map(
    (v, i) => `${series[i] ?? ''}: ${v === null ? '–' : format.number(v)}`,
  )
  const when = step === 'second' ? format.clock(point.start) : format.date(point.start)
  return `${when} · ${figures.join(' · ')}`
}

function summary(data: ChartData, format: Format): string {
  const last = data.points.length - 1
  return [data.title, readout(data, 0, format), readout(data, last, format)]
    .filter(Boolean)
    .join('; ')
}

function Legend({ series }: { readonly series: readonly string[] }): ReactElement {
  return (
    <span className="row legend">
      {series.length > 1 &&
        series.map((name, i) => (
          <span key={name} className="quiet">
            <span className={`swatch series-${i}`} aria-hidden="true" />
            {name}
          </span>
        ))}
    </span>
  )
}

function Axes(props: {
  readonly data: ChartData
  readonly place: Place
  readonly width: number
  readonly format: Format
}): ReactElement {
  const { place, width, format } = props
  const { points, step } = props.data
  const places = labelled(points.length, Math.max(2, Math.floor((width - PAD.left) / DATE_WIDTH)))
  return (
    <g aria-hidden="true">
      {place.scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? 'axis zero' : 'axis'}
            x1={PAD.left}
            x2={width - PAD.right}
            y1={place.y(tick)}
            y2={place.y(tick)}
          />
          <text className="tick" x={PAD.left - 6} y={place.y(tick) + 4} textAnchor="end">
            {format.compact(Math.abs(tick))}
          </text>
        </g>
      ))}
      {points.map(
        (point, i) =>
          places.has(i) && (
            <text
              key={point.start}
              className="tick"
              x={Math.min(width - 2, place.x(i) + (i === points.length - 1 ? place.step / 2 : 0))}
              y={HEIGHT - 6}
              textAnchor={
                i === points.length - 1 ? 'end' : place.x(i) < PAD.left + 30 ? 'start' : 'middle'
              }
            >
              {step === 'second' ? format.time(point.start) : format.dayMonth(point.start)}
            </text>
          ),
      )}
    </g>
  )
}

function Bars(props: {
  readonly points: readonly ChartPoint[]
  readonly place: Place
}): ReactElement {
  const { points, place } = props
  const zero = place.y(0)
  return (
    <g aria-hidden="true">
      {points.flatMap((point, i) =>
        signed(point).map((value, s) => {
          if (value === null || value === 0) return null
          const y = place.y(value)
          return (
            <rect
              key={`${point.start} ${s}`}
              className={`series-${s}`}
              x={place.x(i) - place.step * 0.38}
              width={Math.max(1, place.step * 0.76)}
              y={Math.min(y, zero)}
              height={Math.max(1, Math.abs(y - zero))}
            />
          )
        }),
      )}
    </g>
  )
}

/** A line with its area; a period without a value interrupts it. */
function Line(props: {
  readonly points: readonly ChartPoint[]
  readonly place: Place
}): ReactElement {
  const { points, place } = props
  let path = ''
  let isOpen = false
  points.forEach((point, i) => {
    const value = point.values[0]
    if (value === null || value === undefined) isOpen = false
    else {
      path += `${isOpen ? 'L' : 'M'}${place.x(i).toFixed(1)} ${place.y(value).toFixed(1)}`
      isOpen = true
    }
  })
  return (
    <g aria-hidden="true">
      <path className="line" d={path} />
      {points.map((point, i) => {
        const value = point.values[0]
        return value === null || value === undefined ? null : (
          <circle
            key={point.start}
            className="spot"
            cx={place.x(i)}
            cy={place.y(value)}
            r={points.length > 31 ? 1.6 : 3}
          />
        )
      })}
    </g>
  )
}
