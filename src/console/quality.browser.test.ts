// Whether a segment is good, in a real browser: a badge in the list, a panel on the page, a way to all checks.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, openShop, ready, seriousFindings, visit } from '../../test/kit/console.ts'
import type { Shop } from '../../test/kit/console.ts'

/** French has spaces of its own before colons and question marks. */
const plain = (text: string | null): string => (text ?? '').replaceAll(/\s/g, ' ')
const chromium = findChromium()
let shop: Shop

describe.skipIf(chromium === undefined)('the verdict on a segment', () => {
  beforeAll(async () => {
    shop = await openShop(chromium ?? '')
    await shop.tessera('segments', '--check')
  }, 120_000)
  afterAll(() => shop.close())

  test.each([
    ['en', 'light', 'Not yet: small', 'Is it good?', 1280],
    ['fr-FR', 'dark', 'Pas encore : petit', 'Est-il bon ?', 375],
  ] as const)('%s, %s', async (locale, colorScheme, badge, title, width) => {
    const page = await shop.open('#/', { locale, colorScheme, width })
    await ready(page)
    const first = page.locator('[data-verdict]').first()
    expect(plain(await first.textContent())).toBe(badge)
    expect(await seriousFindings(page)).toEqual([])
    await visit(page, '#/segments/lapsing')
    expect(plain(await page.locator('#quality-title').textContent())).toBe(title)
    expect(await seriousFindings(page)).toEqual([])
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(isWide).toBe(false)
    await page.locator('h1 [data-verdict]').click()
    await page.waitForURL(/segments\/lapsing\/profile$/)
    expect(shop.complaints).toEqual([])
    await page.context().close()
  })
})
