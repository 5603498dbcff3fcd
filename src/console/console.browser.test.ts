/** The console in a real browser against a real server: what people see, do and can reach. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
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
} from '../../test/kit/console.ts'
import expected from '../../examples/corner-shop/expected.json' with { type: 'json' }
import { LOCALES } from '../core/base/index.ts'
import { LANGUAGE_NAMES, translator } from './words/words.ts'

const executable = findChromium()
const members: Readonly<Record<string, readonly string[]>> = expected.members

describe.skipIf(executable === undefined)('console', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(executable ?? '')
  })
  afterAll(async () => {
    await shop?.close()
  })

  const PAGES = [
    '#/',
    '#/segments/lapsing',
    '#/segments/lapsing/edit',
    '#/new',
    '#/import',
    '#/explain',
    '#/segments/lapsing/history',
    '#/segments/lapsing/past',
    '#/segments/lapsing/versions',
    '#/changes',
    '#/lists',
    '#/live',
    '#/templates',
    '#/templates/second-purchase-window',
    '#/understand',
    '#/models',
  ]

  const write = async (page: Page, text: string): Promise<void> => {
    await page.locator('.cm-content').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText(text)
  }

  const downloaded = async (page: Page): Promise<string> => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download CSV' }).click()
    let csv = ''
    for await (const chunk of await (await downloading).createReadStream()) csv += String(chunk)
    return csv
  }

  test('the overview shows exact counts, and finds segments by word and order', async () => {
    const page = await shop.open('#/')
    await ready(page)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Corner shop')
    const rows = page.locator('.segment-table tbody tr')
    for (const [key, who] of Object.entries(members)) {
      const row = rows.filter({ has: page.locator(`a[href="#/segments/${key}"]`) })
      expect(await row.locator('td').first().textContent(), key).toBe(String(who.length))
    }
    await page.getByRole('searchbox').fill('COFFEE')
    expect(await rows.count()).toBeLessThan(Object.keys(members).length)
    expect(await rows.filter({ hasText: 'Coffee lovers' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByRole('button', { name: 'Segment', exact: true }).click()
    expect(await page.locator('th[aria-sort=ascending]').textContent()).toContain('Segment')
  })

  test('the first page weighs less than 350 kB, compressed', async () => {
    const page = await shop.open('#/')
    await ready(page)
    const paths = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname),
    )
    const files = [...new Set(paths)].filter((path) => path.startsWith('/assets/'))
    const sizes = await Promise.all(
      files.map(async (path) => {
        const answer = await fetch(new URL(path, page.url()))
        return gzipSync(Buffer.from(await answer.arrayBuffer())).length
      }),
    )
    const total = sizes.reduce((sum, size) => sum + size, 0)
    expect(total).toBeGreaterThan(50_000)
    expect(total).toBeLessThan(350_000)
  })

  test('members have reasons, a search, and the whole explanation', async () => {
    const page = await shop.open('#/segments/lapsing')
    await ready(page)
    const rows = page.locator('.member-table tbody tr')
    await rows.first().waitFor()
    expect((await rows.locator('th').allTextContents()).toSorted()).toEqual(members['lapsing'])
    for (const reason of await rows.locator('td').allTextContents()) {
      expect(reason.length).toBeGreaterThan(10)
    }
    const csv = await downloaded(page)
    for (const id of members['lapsing'] ?? []) expect(csv).toContain(id)
    await page.getByRole('searchbox').fill('C8')
    await expect.poll(() => rows.count()).toBe(1)
    await page.getByRole('button', { name: 'Explain C8' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('C8 is in “Lapsing”').waitFor()
    await dialog.getByText(/^Member since /).waitFor()
    await dialog.getByText(/^Would be out with: /).waitFor()
    await dialog.getByRole('button', { name: 'Details' }).first().click()
    await dialog.getByText('O12').first().waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  test('the lookup says why somebody is not in a segment', async () => {
    const page = await shop.open('#/explain')
    await ready(page)
    await page.getByLabel('Customer id').fill('C6')
    await page.getByRole('button', { name: /Segment/ }).click()
    await page.getByRole('option', { name: 'Lapsing' }).click()
    await page.locator('main').getByRole('button', { name: 'Explain' }).click()
    await page.getByText('C6 is not in “Lapsing”').waitFor()
    expect(await page.locator('.node[data-truth=false]').count()).toBeGreaterThan(0)
  })

  test('the editor names a mistake, mends it, counts and saves; undo takes it back', async () => {
    const page = await shop.open('#/new')
    await ready(page)
    await page.getByRole('button', { name: /Frequent buyers/ }).click()
    await write(page, 'contry = "PT"')
    await page.getByRole('list', { name: 'Problems' }).getByText('country').first().waitFor()
    expect(await page.locator('.cm-lintRange-error').textContent()).toBe('contry')
    await page.getByRole('button', { name: 'Replace with country' }).click()
    await page.locator('[data-exact=true]').waitFor()
    expect(await page.locator('[data-count]').getAttribute('data-count')).toBe('3')
    await page.locator('[data-sentence]').waitFor()
    await page.getByLabel('Name', { exact: true }).fill('At home')
    await page.getByLabel('Key', { exact: true }).fill('at-home')
    await page.keyboard.press('ControlOrMeta+s')
    await page.getByRole('heading', { level: 1, name: /At home/ }).waitFor()
    expect(await shop.tessera('segments', '--json')).toContain('at-home')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('“At home” was deleted.').waitFor()
    expect(await shop.tessera('segments', '--json')).not.toContain('at-home')
  })

  test('suggestions come from the catalogue', async () => {
    const page = await shop.open('#/new')
    await ready(page)
    await write(page, 'cou')
    await page.keyboard.press('Control+Space')
    await page.locator('.cm-tooltip-autocomplete').getByText('country').waitFor()
  })

  test('an edit made elsewhere meanwhile is shown beside ours, and nothing is lost', async () => {
    const page = await shop.open('#/segments/new_90/edit')
    await ready(page)
    await write(page, 'first(purchase) within last 80 days')
    const file = join(shop.folder, 'segments/new_90.yaml')
    writeFileSync(file, 'name: { en: New }\ndefinition: first(purchase) within last 70 days\n')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('first(purchase) within last 80 days').waitFor()
    await dialog.getByText('first(purchase) within last 70 days').waitFor()
    await dialog.getByRole('button', { name: 'Save mine over it' }).click()
    await page.getByText('was saved.').waitFor()
    expect(await shop.tessera('segments', '--json')).toContain('last 80 days')
  })

  test('a deleted segment can be brought back', async () => {
    const page = await shop.open('#/segments/not_portugal')
    await ready(page)
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('“Not in Portugal” is back.').waitFor()
    expect(await shop.tessera('segments', '--json')).toContain('not_portugal')
  })

  test('evaluating from the page brings the counts up to date', async () => {
    const page = await shop.open('#/')
    await ready(page)
    await page.getByRole('button', { name: 'Evaluate now' }).click()
    await page.getByText('Segments are up to date.').waitFor()
  })

  test('a Latin-1 file with semicolons and a bad row is loaded, and the bad row mended', async () => {
    const page = await shop.open('#/import')
    await ready(page)
    const lines = [
      'order_id;customer_id;ordered_at;status;channel;category;quantity;amount',
      'P1;C1;2026-02-13 10:00:00;paid;balcão;Tea;1;7,25',
      'P1;C1;2026-02-13 10:00:00;paid;balcão;Bread;2;3,80',
      'P2;C2;2026-02-14 10:00:00;paid;balcão;Tea;um;9,00',
      'P3;C3;2026-02-25 10:00:00;paid;balcão;Beans;2;25,50',
      'P3;C3;2026-02-25 10:00:00;paid;balcão;Tea;1;6,20',
    ]
    await page.setInputFiles('input[type=file]', {
      name: 'pedidos.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'),
    })
    await page.getByRole('heading', { name: 'Where each column goes' }).waitFor()
    await page.getByText('balcão').first().waitFor()
    await page.getByRole('button', { name: 'Line item: quantity' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Load', exact: true }).click()
    await page.getByText('4 accepted + 1 set aside = 5 read').waitFor()
    await page.getByRole('link', { name: 'Rows set aside', exact: true }).click()
    await page.getByRole('heading', { name: 'Rows set aside from pedidos.csv' }).waitFor()
    await page.getByText('P2;C2').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const csv = await downloaded(page)
    await page.setInputFiles('input[type=file]', {
      name: 'mended.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv.replace(';um;', ';1;')),
    })
    await page.getByText('1 accepted + 0 set aside = 1 read').waitFor()
  })

  test.each(LOCALES)(
    '%s: every page speaks the language, without a hole or a key, and fits a phone',
    async (locale) => {
      const t = translator(locale)
      const page = await shop.open('#/', { locale })
      await ready(page)
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      for (const hash of PAGES) {
        await visit(page, hash)
        const text = await page.locator('body').innerText()
        expect(text).toContain(t('navOverview'))
        expect(text, `${hash} ${locale}`).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
        await resize(page, 375)
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(excess, `${hash} ${locale} on a phone`).toBe(0)
        await resize(page, 1280)
      }
    },
  )

  test('the language can be changed and is remembered', async () => {
    const page = await shop.open('#/')
    await ready(page)
    await page.getByRole('button', { name: /Language/ }).click()
    await page.getByRole('option', { name: LANGUAGE_NAMES.fr }).click()
    await page.getByText(translator('fr')('navOverview')).first().waitFor()
    await page.reload()
    await ready(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  })

  test('nothing serious for axe on any page, light or dark', async () => {
    const page = await shop.open('#/')
    await ready(page)
    for (const hash of PAGES) {
      await visit(page, hash)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        // The page's colours change with its next pictures, not at once.
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))),
        )
        // Between light and dark nothing changes but colours.
        const rules = colorScheme === 'light' ? [] : ['color-contrast']
        expect(await seriousFindings(page, rules), `${hash} ${colorScheme}`).toEqual([])
      }
    }
  }, 300_000)

  test('the keyboard reaches the content, the help and the scenes', async () => {
    const page = await shop.open('#/')
    await ready(page)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the content',
    )
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.getByRole('heading', { name: 'Import files' }).waitFor()
  })

  test('the key leaves the address, and without it the page says how to get one', async () => {
    const page = await shop.open('#/')
    await ready(page)
    expect(page.url()).not.toContain('key=')
    await page.evaluate(() => sessionStorage.clear())
    await page.reload()
    await page.getByText('tessera up').waitFor()
    await page.getByLabel('Key').fill('wrong')
    await page.getByRole('button', { name: 'Open' }).click()
    await page.getByText('no longer valid').waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('no page threw or complained, apart from refusals that were asked for', () => {
    expect(shop.complaints.filter((c) => !/\b(401|409)\b/.test(c))).toEqual([])
  })
})

describe.skipIf(executable === undefined)('an empty programme', () => {
  test('says what to do first', async () => {
    const shop = await openShop(executable ?? '', { empty: true })
    try {
      const page = await shop.open('#/')
      await page.getByText('No data yet').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await page.getByRole('link', { name: 'Load a file' }).click()
      await page.getByText('No file has been loaded yet.').waitFor()
      await page.setInputFiles('input[type=file]', join(shop.folder, 'data/customers.csv'))
      await page.getByRole('button', { name: 'Load', exact: true }).click()
      await page.getByText('8 accepted + 0 set aside = 8 read').waitFor()
      await page.getByRole('button', { name: 'Evaluate now' }).click()
      await page.getByText('Segments are up to date.').waitFor()
      await page.getByRole('link', { name: 'Overview' }).click()
      const row = page.locator('tr', { has: page.locator('a[href="#/segments/not_portugal"]') })
      expect(await row.locator('td').first().textContent()).toBe('4')
      expect(shop.complaints).toEqual([])
    } finally {
      await shop.close()
    }
  })
})
