/** Reports in a real browser: found by group, adjusted by address, read by pointer, keyboard and table, taken away, led on to customers. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  findChromium,
  openShop,
  ready,
  resize,
  seriousFindings,
  visit,
  type Shop,
  type View,
} from '../../test/kit/console.ts'
import { LOCALES } from '../core/base/index.ts'
import { GALLERY, GALLERY_KINDS } from './parts/chart/gallery.test-kit.ts'
import { translator } from './words/words.ts'

const executable = findChromium()

describe.skipIf(executable === undefined)('reports in the console', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(executable ?? '')
  })
  afterAll(async () => {
    await shop?.close()
  })

  /** A page to which the server lists and gives the report with everything in it. */
  const gallery = async (view?: View): Promise<Page> => {
    const page = await shop.open('#/', view)
    await page.route('**/api/v1/reports?*', (route) => route.fulfill({ json: GALLERY_KINDS }))
    await page.route('**/api/v1/reports/gallery?*', (route) => route.fulfill({ json: GALLERY }))
    await visit(page, '#/understand/gallery')
    await page.locator('[data-report]').waitFor()
    return page
  }

  /** The same page, told something else. */
  const turn = async (page: Page, hash: string): Promise<void> => {
    await page.evaluate((to) => {
      location.hash = to
    }, hash)
  }

  const wider = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  test('a real report is found in the menu, adjusted, shared by its address, and taken away as it is shown', async () => {
    const page = await shop.open('#/')
    await ready(page)
    await page.getByRole('link', { name: 'Understand' }).click()
    await page.locator('[data-report-card=concentration]').click()
    await page.locator('[data-finding^="concentration/"]').first().waitFor()
    await page.locator('[data-as-of]').waitFor()
    expect(await seriousFindings(page)).toEqual([])

    await page.getByLabel('Days looked at').fill('90')
    await page.getByLabel('Days looked at').press('Enter')
    await page.waitForURL(/days=90/)
    await page.getByRole('button', { name: /Only this segment/ }).click()
    await page.getByRole('option', { name: 'Not in Portugal' }).click()
    await page.waitForURL(/days=90&segment=not_portugal|segment=not_portugal&days=90/)
    await page.locator('[aria-busy=false][data-report=concentration]').waitFor()

    const shared = await shop.open(new URL(page.url()).hash)
    await ready(shared)
    expect(await shared.getByLabel('Days looked at').inputValue()).toBe('90')
    await shared.getByRole('button', { name: 'As it was' }).click()
    await expect.poll(() => shared.getByLabel('Days looked at').inputValue()).toBe('365')
    await turn(shared, '#/understand/concentration?days=no')
    await shared.getByRole('alert').waitFor()
    expect(await shared.getByLabel('Days looked at').inputValue()).toBe('no')

    // Eight customers are too few for tables of money; what is known of them may be taken away.
    await turn(page, '#/understand/representativeness?days=90')
    await page.locator('[aria-busy=false][data-report=representativeness]').waitFor()
    const asked = page.waitForRequest((request) => request.url().includes('table.csv'))
    const downloading = page.waitForEvent('download')
    await page
      .getByRole('button', { name: /^Download CSV/ })
      .first()
      .click()
    expect(new URL((await asked).url()).searchParams.get('days')).toBe('90')
    const rows = readFileSync(await (await downloading).path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(rows.length).toBeGreaterThan(2)
  })

  test('several segments are chosen by search and keyboard, in order, and taken away as chips', async () => {
    const page = await shop.open('#/understand/flows')
    await ready(page)
    const field = page.getByRole('button', { name: /Segments/ })
    const told = (): string | null =>
      new URLSearchParams(page.url().split('?')[1] ?? '').get('segments')
    await field.focus()
    await page.keyboard.press('Enter')
    const list = page.getByRole('listbox')
    await list.waitFor()
    const all = await list.getByRole('option').count()
    await page.keyboard.type('portugal')
    await expect.poll(() => list.getByRole('option').count()).toBeLessThan(all)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('lapsing')
    await list.getByRole('option', { name: 'Lapsing', exact: true }).click()
    await expect.poll(() => seriousFindings(page), { timeout: 15_000 }).toEqual([])
    // Nothing is asked before the list is closed; the first Escape empties the search.
    expect(told()).toBe(null)
    await page.keyboard.press('Escape')
    await expect.poll(() => list.getByRole('option').count()).toBe(all)
    await page.keyboard.press('Escape')
    await expect.poll(told).toBe('not_portugal,lapsing')
    expect(await field.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await field.textContent()).toContain('2 chosen')
    // A report that is being made is faint.
    await expect.poll(() => seriousFindings(page), { timeout: 15_000 }).toEqual([])

    const chips = page.getByRole('grid', { name: 'Segments' }).getByRole('row')
    expect(await chips.allTextContents()).toEqual(['Not in Portugal', 'Lapsing'])
    await chips.first().focus()
    await page.keyboard.press('Delete')
    await expect.poll(told).toBe('lapsing')
    await chips.getByRole('button').click()
    await expect.poll(told).toBe(null)
    await turn(page, '#/understand/flows?segments=gone')
    await chips.getByText('gone').waitFor()
  })

  test('every kind of chart can be read by pointer, keyboard and table', async () => {
    const page = await gallery()
    for (const kind of ['bars', 'lines', 'heat', 'flow', 'dots', 'points']) {
      const chart = page.locator(`[data-chart=${kind}]`).first()
      const svg = chart.locator('svg[role=img]').first()
      const readout = chart.locator('[data-readout]').first()
      await svg.focus()
      await page.keyboard.press('End')
      const last = await readout.textContent()
      expect(last, kind).toMatch(/[\d–]/)
      await page.keyboard.press('Home')
      expect(await readout.textContent(), kind).not.toBe(last)
      await svg.hover()
      expect(await readout.textContent(), kind).toMatch(/\d/)
      await chart.getByRole('button', { name: /^Show as table/ }).click()
      expect(await chart.locator('tbody tr').count(), kind).toBeGreaterThan(2)
    }
    expect(await seriousFindings(page)).toEqual([])
    const rows = page.locator('[data-table=long] tbody tr')
    await page.getByRole('button', { name: 'Customers' }).last().click()
    const figures = (await rows.locator('td:nth-child(2)').allTextContents()).map((text) =>
      Number(text.replace(',', '')),
    )
    expect(figures).toEqual(figures.toSorted((a, b) => b - a))
    expect(figures).toHaveLength(20)
    await page.locator('[data-table=long]').getByRole('button', { name: 'Next' }).click()
    await page.getByText('rows 21 to 40 of 45').waitFor()
  })

  test('a finding says its tone in a word and leads to its customers; what the catalogue lacks is said before anything is asked', async () => {
    const page = await gallery()
    const bad = page.locator('[data-finding="gallery/bad"]')
    await bad.getByText('Problem', { exact: true }).waitFor()
    expect(await bad.getByRole('link', { name: 'Open “Lapsing”' }).count()).toBe(1)
    await bad.getByRole('link', { name: 'Look at these customers' }).click()
    await page.locator('[data-count="3"][data-exact=true]').waitFor()
    expect(await page.locator('.cm-content').textContent()).toBe('country = "PT"')
    expect(await page.getByLabel('Why it exists', { exact: false }).first().inputValue()).toContain(
      'Three customers of Portugal',
    )
    // What was brought here is no edit that waits to be finished.
    await visit(page, '#/new')
    await page.locator('.cm-content').waitFor()
    expect(await page.locator('.cm-content').textContent()).not.toContain('PT')

    await visit(page, '#/understand')
    await page.getByText('lacks a survey answer').waitFor()
    await page.locator('[data-report-card=lacking]').click()
    await page.getByRole('heading', { name: 'This report cannot be made yet' }).waitFor()
    await visit(page, '#/understand/nowhere')
    await page.getByText('There is no report “nowhere”.').waitFor()
  })

  test('a report that nobody waits for any more is given up', async () => {
    const page = await gallery()
    await page.route('**/api/v1/reports/gallery?*', () => new Promise(() => undefined))
    const given: string[] = []
    page.on('requestfailed', (r) => given.push(`${r.url()} ${r.failure()?.errorText ?? ''}`))
    await turn(page, '#/understand/gallery?days=30')
    await page.locator('[aria-busy=true]').waitFor()
    await visit(page, '#/understand')
    await expect.poll(() => given.join()).toMatch(/reports\/gallery\?.*ABORTED/)
  })

  test('a segment has its profile', async () => {
    const page = await shop.open('#/segments/lapsing/profile')
    await ready(page)
    await page.getByRole('heading', { name: 'More about this segment' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.locator('[data-report-card=concentration]').click()
    await page.waitForURL(/understand\/concentration\?segment=lapsing/)
  })

  test('a model is added, run, and tells what it found', async () => {
    const page = await shop.open('#/models')
    await ready(page)
    await page.locator('[data-kind=rfm]').getByRole('button', { name: /^Add/ }).click()
    const model = page.locator('[data-model=rfm]')
    await model.getByRole('button', { name: /^Run now/ }).click()
    await page.getByText(/is computed\./).waitFor()
    await model.getByRole('link').first().click()
    await page.locator('[data-shown-run]').waitFor()
    await page.locator('[data-run]').first().waitFor()
    expect(await page.locator('main').innerText()).toContain('rfm.recency')
    expect(await seriousFindings(page)).toEqual([])
    await resize(page, 375)
    expect(await wider(page)).toBe(0)
  })

  test.each(LOCALES)('%s: reports speak the language and fit a phone', async (locale) => {
    const t = translator(locale)
    const page = await gallery({ locale, width: 375, colorScheme: 'dark' })
    const text = await page.locator('main').innerText()
    expect(text).toContain(t('reportFindings'))
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
    expect(await wider(page)).toBe(0)
    if (locale === 'en') expect(await seriousFindings(page)).toEqual([])
  })

  test('no page threw or complained, apart from refusals that were asked for', () => {
    expect(shop.complaints.filter((c) => !/\b(400|404)\b/.test(c))).toEqual([])
  })
})
