/** Proves that every kind of chart draws whole numbers of pixels for whatever figures, and can be read out place by place. */
import {
  array,
  assert,
  constantFrom,
  double,
  integer,
  option,
  property,
  record,
  string,
} from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { withMonths, type ChartSpec, type ChartTable } from './chart-data.ts'
import { figuresOf } from './figures.ts'
import { GALLERY } from './gallery.test-kit.ts'
import { drawBars } from './kinds/bars.tsx'
import { drawDots } from './kinds/dots.tsx'
import { drawFlow } from './kinds/flow.tsx'
import { drawHeat, shadesOf } from './kinds/heat.tsx'
import { drawLines } from './kinds/lines.tsx'
import { moved, pick, type Picture, type Room } from './kinds/picture.ts'
import { drawPoints } from './kinds/points.tsx'
import { panelsOf, type Panel } from './panel.ts'

const DRAW = {
  bars: drawBars,
  dots: drawDots,
  flow: drawFlow,
  heat: drawHeat,
  lines: drawLines,
  points: drawPoints,
}
const figures = figuresOf({
  locale: 'en',
  timeZone: 'America/Sao_Paulo',
  currency: 'EUR',
  yes: 'yes',
  no: 'no',
})
const room = (width: number): Room => ({ width, figures, words: { partial: 'not complete' } })
const draw = (panel: Panel, width: number): Picture => DRAW[panel.kind](panel, room(width))
const panelCalled = (title: string): Panel => {
  const chart = GALLERY.charts.find((one) => one.title === title)
  const table = GALLERY.tables.find((one) => one.name === chart?.table)
  const [panel] = chart && table ? panelsOf(chart, withMonths(table)) : []
  if (panel === undefined) throw new Error(`no chart ${title}`)
  return panel
}

function expectSound({ body, spots, width, height }: Picture): void {
  expect(renderToStaticMarkup(body)).not.toMatch(/NaN|Infinity|undefined/)
  for (const { x, y, box, text } of spots) {
    for (const one of [x, y, box.x, box.y, box.width, box.height]) expect(one).not.toBeNaN()
    expect(box.width).toBeGreaterThanOrEqual(0)
    expect(x).toBeGreaterThanOrEqual(-1)
    expect(x).toBeLessThanOrEqual(width + 1)
    expect(y).toBeLessThanOrEqual(height + 1)
    expect(text).not.toMatch(/NaN|undefined|null/)
  }
}

test.each(GALLERY.charts.flatMap((chart) => [280, 1200].map((width) => ({ chart, width }))))(
  '$chart.title at $width px',
  ({ chart, width }) => {
    const table = GALLERY.tables.find((one) => one.name === chart.table)
    const panels = table === undefined ? [] : panelsOf(chart, table)
    expect(panels.length).toBeGreaterThan(0)
    for (const panel of panels) {
      const picture = draw(panel, width)
      expectSound(picture)
      expect(picture.spots.length).toBeGreaterThan(2)
      expect(picture.spots.every(({ text }) => /[\d–]/.test(text))).toBe(true)
    }
  },
)

test('whatever the figures, nothing is drawn at no place', () => {
  const value = option(double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }), {
    freq: 4,
  })
  const rows = array(
    record({
      x: string({ maxLength: 40 }),
      n: integer({ min: -3, max: 9 }),
      s: constantFrom('a', 'b'),
      v: value,
      lo: value,
      hi: value,
    }),
    { maxLength: 12 },
  )
  const plain = { low: null, high: null, hidden: false } as const
  assert(
    property(
      rows,
      constantFrom(...(Object.keys(DRAW) as (keyof typeof DRAW)[])),
      constantFrom(240, 700),
      constantFrom('share', 'money', 'count', 'number', 'days'),
      (all, kind, width, unit) => {
        const table: ChartTable = {
          name: 't',
          title: 'T',
          columns: [
            { key: 'x', title: 'X', kind: 'text', ...plain },
            { key: 'n', title: 'N', kind: 'count', ...plain },
            { key: 's', title: 'S', kind: 'text', ...plain },
            { key: 'v', title: 'V', kind: unit, low: 'lo', high: 'hi', hidden: false },
          ],
          rows: all,
        }
        const chart: ChartSpec = {
          kind,
          title: 'T',
          table: 't',
          x: kind === 'points' || kind === 'lines' ? 'n' : 'x',
          y: ['v'],
          series: 's',
          partial: null,
          reference: null,
        }
        for (const panel of panelsOf(chart, table)) expectSound(draw(panel, width))
      },
    ),
    { numRuns: 300 },
  )
})

describe('reading a table', () => {
  test('figures of different kinds never share an axis', () => {
    const chart = GALLERY.charts.find((one) => one.title === 'Months')
    const table = GALLERY.tables.find((one) => one.name === 'months')
    const panels = chart && table ? panelsOf(chart, withMonths(table)) : []
    expect(panels.map((panel) => panel.y.kind)).toEqual(['count', 'money'])
    expect(panels[0]?.x.kind).toBe('month')
    expect(panels[0]?.marks.filter((mark) => mark.isPartial)).toHaveLength(1)
  })

  test('what is not known has no mark, and keeps its name', () => {
    const { names, marks } = panelCalled('Odds')
    expect(names).toHaveLength(4)
    expect(marks).toHaveLength(3)
  })

  test('the diagonal of a matrix of the same names lies where both are the same', () => {
    const { names, series } = panelCalled('Overlap')
    expect(names).toEqual(series)
  })
})

describe('reading a chart', () => {
  test('a place is read out with series, figure, interval and what is not complete', () => {
    const { spots } = draw(panelCalled('Retention'), 600)
    expect(spots[0]?.text).toBe('0 · Spring: 90% (88% – 92%) · Autumn: 90% (88% – 92%)')
    expect(spots.at(-1)?.text).toContain('not complete')
    expect(draw(panelCalled('Cohorts'), 600).spots[0]?.text).toBe('Jan 2026 · 0 · 95%')
    expect(draw(panelCalled('Moves'), 600).spots[0]?.text).toMatch(
      /^From: Champions → To: Champions: 900/,
    )
  })

  test('arrows lead to every place and never beyond', () => {
    const picture = draw(panelCalled('Overlap'), 600)
    expect(moved(picture, 'ArrowRight', undefined)).toBe(0)
    expect(moved(picture, 'ArrowDown', 0)).toBe(5)
    expect(moved(picture, 'ArrowUp', 2)).toBe(2)
    expect(moved(picture, 'End', 0)).toBe(picture.spots.length - 1)
    expect(moved(picture, 'ArrowRight', picture.spots.length - 1)).toBe(picture.spots.length - 1)
    expect(moved(picture, 'a', 1)).toBeUndefined()
  })

  test('the pointer finds the place under it', () => {
    for (const title of ['Reasons', 'Channels', 'Cohorts', 'Size and value']) {
      const picture = draw(panelCalled(title), 600)
      picture.spots.forEach(({ x, y }, i) => expect(pick(picture, x, y)).toBe(i))
    }
  })
})

test('shades rise with the figures; twice as much is as far from the middle as half as much', () => {
  assert(
    property(
      array(double({ min: 0.01, max: 100, noNaN: true }), { minLength: 2, maxLength: 20 }),
      constantFrom(null, 1),
      (values, reference) => {
        const { of } = shadesOf(values, reference)
        const shades = values.toSorted((a, b) => a - b).map(of)
        expect(shades).toEqual(shades.toSorted((a, b) => a - b))
      },
    ),
  )
  const { kind, of } = shadesOf([0.25, 1, 4], 1)
  expect(kind).toBe('two')
  expect([of(0.25), of(0.5), of(1), of(2), of(4)].map((shade) => shade + 0)).toEqual([
    -3, -1, 0, 2, 3,
  ])
})

test('figures are written the way of each language, and days never move with the zone', () => {
  const written = (['en', 'pt-BR', 'es', 'fr'] as const).map((locale) => {
    const f = figuresOf({ locale, timeZone: 'America/Sao_Paulo', currency: 'EUR', yes: '', no: '' })
    return [
      f.write('share', 0.0432),
      f.write('money', 12_345.6),
      f.write('days', 12.4),
      f.write('date', '2026-03-01'),
      f.short('month', '2026-03-01'),
      f.write('count', null),
    ].map((text) => text.replaceAll(/\s/g, ' '))
  })
  expect(written).toEqual([
    ['4.3%', '€12,346', '12 days', 'Mar 1, 2026', 'Mar 26', '–'],
    ['4,3%', '€ 12.346', '12 dias', '1 de mar. de 2026', 'mar. de 26', '–'],
    ['4,3 %', '12.346 €', '12 d', '1 mar 2026', 'mar 26', '–'],
    ['4,3 %', '12 346 €', '12 j', '1 mars 2026', 'mars 26', '–'],
  ])
})
