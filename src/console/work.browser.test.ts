/** Long work in the console: evaluating as of the past, cancelling, several files, long lists. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  findChromium,
  openShop,
  ready,
  seriousFindings,
  type Shop,
} from '../../test/kit/console.ts'
import expected from '../../examples/corner-shop/expected.json' with { type: 'json' }

const executable = findChromium()
const members: Readonly<Record<string, readonly string[]>> = expected.members

describe.skipIf(executable === undefined)('work in the console', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(executable ?? '')
  })
  afterAll(async () => {
    await shop?.close()
  })

  const countOf = async (page: Page, key: string): Promise<string | null> =>
    page
      .locator('.segment-table tbody tr', { has: page.locator(`a[href="#/segments/${key}"]`) })
      .locator('td')
      .first()
      .textContent()

  test('data that ends long ago is evaluated as of then, and the editor counts as of then', async () => {
    const page = await shop.open('#/')
    await ready(page)
    await page.getByRole('button', { name: 'Evaluate now' }).click()
    await page.getByText('Segments are up to date.').waitFor()
    await page.getByRole('heading', { name: 'The data ends on Mar 31, 2026' }).waitFor()
    expect(await countOf(page, 'active_60')).toBe('0')
    await page.getByRole('button', { name: 'Evaluate as of Mar 31, 2026' }).click()
    await page.getByText('Segments are counted as of Mar 31, 2026, 11:59').waitFor()
    await expect.poll(() => countOf(page, 'active_60')).not.toBe('0')
    expect(await page.getByRole('heading', { name: 'The data ends' }).count()).toBe(0)

    await page.getByRole('button', { name: 'Evaluate as of another moment' }).click()
    const menu = page.getByRole('dialog')
    await menu.getByRole('radio', { name: 'Another moment', checked: true }).waitFor()
    await menu.getByRole('spinbutton', { name: /^hour/ }).click()
    await page.keyboard.type('1200p')
    expect(await seriousFindings(page)).toEqual([])
    await menu.getByRole('button', { name: 'Evaluate' }).click()
    await page.getByText('Segments are counted as of Mar 31, 2026, 12:00').waitFor()
    for (const key of ['active_60', 'lapsing', 'two_signs']) {
      await expect.poll(() => countOf(page, key)).toBe(String(members[key]?.length))
    }

    await page.goto(page.url().replace(/#.*/, '#/segments/active_60/edit'))
    const moment = page.locator('[data-moment]')
    await page.locator(`[data-exact=true][data-count="${members['active_60']?.length}"]`).waitFor()
    expect(await moment.getAttribute('data-moment')).toBe('published')
    await page.getByText('exact · as of Mar 31, 2026, 12:00').waitFor()
    await page.getByRole('button', { name: 'Count as of now' }).click()
    await page.locator('[data-exact=true][data-count="0"]').waitFor()
    expect(await moment.getAttribute('data-moment')).toBe('now')
    await page.getByRole('button', { name: 'Count as published' }).click()
    await page.locator(`[data-exact=true][data-count="${members['active_60']?.length}"]`).waitFor()
  })

  test('an evaluation is cancelled by asking the server to stop its job', async () => {
    const page = await shop.open('#/')
    await ready(page)
    // The shop is counted in a blink, so the page is told that the job still runs until it asks to stop it.
    const asked: string[] = []
    await page.route('**/api/v1/jobs/*', async (route) => {
      const request = route.request()
      if (request.method() === 'DELETE') asked.push(new URL(request.url()).pathname)
      const answer = await route.fetch()
      const job: object = await answer.json()
      const state = asked.length > 0 ? 'cancelled' : 'running'
      await route.fulfill({ response: answer, json: { ...job, state } })
    })
    const starting = page.waitForResponse((r) => r.url().includes('/api/v1/evaluate'))
    await page.getByRole('button', { name: 'Evaluate now' }).click()
    const { id } = (await (await starting).json()) as { readonly id: string }
    await page.getByRole('progressbar', { name: 'Evaluating segments' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Evaluation cancelled').waitFor()
    expect(asked).toEqual([`/api/v1/jobs/${id}`])
    await page.getByRole('button', { name: 'Evaluate now' }).waitFor()
  })

  test('a load is cancelled half way, and nothing of it is stored', async () => {
    const file = join(shop.folder, 'large.csv')
    const header = 'order_id,customer_id,ordered_at,status,channel,category,quantity,amount'
    const orders = Array.from(
      { length: 400_000 },
      (_, i) => `L${i},C${i % 9000},2026-02-01 10:00:00,paid,web,Tea,1,2.50`,
    )
    writeFileSync(file, `${[header, ...orders].join('\n')}\n`)
    const page = await shop.open('#/import')
    await ready(page)
    await page.setInputFiles('input[type=file]', file)
    await page.getByRole('button', { name: 'Load', exact: true }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('heading', { name: 'Cancelled: nothing was stored' }).waitFor()
    await page.getByRole('row', { name: /large\.csv\s*Cancelled/ }).waitFor()
    await page.getByRole('link', { name: 'Overview' }).click()
    await ready(page)
    await page.getByRole('row', { name: /^Purchase 13 / }).waitFor()
  })

  test('several files are loaded one after the other; long lists of members have pages, searched too', async () => {
    const page = await shop.open('#/import')
    await ready(page)
    const customers = (from: number): Buffer => {
      const ids = Array.from({ length: 30 }, (_, i) => `K${from + i}`)
      const rows = ids.map((id) => `${id},ES,1990-01-01,2024-01-10,yes,tea`)
      const header = 'customer_id,country,birth_date,joined,newsletter,interests'
      return Buffer.from(`${[header, ...rows].join('\n')}\n`)
    }
    const mimeType = 'text/csv'
    await page.setInputFiles('input[type=file]', [
      { name: 'north.csv', mimeType, buffer: customers(10) },
      { name: 'south.csv', mimeType, buffer: customers(40) },
    ])
    await page.getByText('1 more file', { exact: true }).waitFor()
    for (const name of ['north.csv', 'south.csv']) {
      await page.locator('#file-title').getByText(name).waitFor()
      await page.getByRole('button', { name: 'Load', exact: true }).click()
      await page.getByText('30 accepted + 0 set aside = 30 read').waitFor()
      if (name === 'north.csv') await page.getByRole('button', { name: 'Next file' }).click()
    }
    await page.getByRole('button', { name: 'Evaluate now' }).click()
    await page.getByText('Segments are up to date.').waitFor()

    await page.goto(page.url().replace(/#.*/, '#/segments/not_portugal'))
    await page.getByText('64 members').waitFor()
    const ids = page.locator('.member-table tbody th')
    const next = page.getByRole('button', { name: 'Next' })
    const seen = new Set(await ids.allTextContents())
    while (await next.isEnabled()) {
      const before = await ids.first().textContent()
      await next.click()
      await expect.poll(() => ids.first().textContent()).not.toBe(before)
      for (const id of await ids.allTextContents()) seen.add(id)
    }
    expect(seen.size).toBe(64)
    await page.getByRole('button', { name: 'Previous' }).click()
    await page.getByRole('searchbox').fill('K')
    await expect.poll(() => ids.first().textContent()).toBe('K10')
    await next.click()
    await expect.poll(() => ids.first().textContent()).toBe('K30')
    await next.click()
    await expect.poll(() => ids.first().textContent()).toBe('K50')
    await expect.poll(() => next.isDisabled()).toBe(true)
    await page.getByRole('searchbox').fill('K2')
    await page.getByText('10 members').waitFor()
    expect(await ids.allTextContents()).toEqual(Array.from({ length: 10 }, (_, i) => `K2${i}`))
    expect(await next.count()).toBe(0)
  })

  test('no page threw or complained', () => {
    expect(shop.complaints).toEqual([])
  })
})
