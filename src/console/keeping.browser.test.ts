/** Segments that keep themselves, in a real browser: plan and apply, versions, history, the past, lists, events, templates. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  findChromium,
  openShop,
  ready,
  seriousFindings,
  visit,
  type Shop,
} from '../../test/kit/console.ts'

const executable = findChromium()

describe.skipIf(executable === undefined)('segments that keep themselves', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(executable ?? '')
    // The shop is counted as of its own time; from now on it is kept.
    await shop.tessera('evaluate')
  })
  afterAll(async () => {
    await shop?.close()
  })

  const write = async (page: Page, text: string): Promise<void> => {
    await page.locator('.cm-content').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText(text)
  }

  test('a plan shows who enters and leaves before it is applied with a reason; versions can be compared and restored', async () => {
    const page = await shop.open('#/segments/not_portugal/edit')
    await ready(page)
    await write(page, 'country = "PT"')
    await page.getByRole('button', { name: 'Save and review' }).click()
    const change = page.locator('[data-change=not_portugal]')
    await change.locator('[data-enter="3"][data-leave="4"]').waitFor()
    expect(await change.locator('.diff [data-mark="+"]').textContent()).toContain('country = "PT"')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByLabel('Reason').fill('We open a second shop there')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('Applied: not_portugal.').waitFor()
    await page.getByText('Nothing to apply').waitFor()

    await visit(page, '#/segments/not_portugal/versions')
    const second = page.locator('[data-version="2"]')
    await second.getByText('“We open a second shop there”').waitFor()
    await second.getByText('in force').waitFor()
    await second.getByRole('button', { name: 'Compare version 2' }).click()
    await second.locator('.diff [data-mark="-"]').first().waitFor()
    await page.getByRole('button', { name: 'Restore: Version 1' }).click()
    await page.getByText('Version 1 was written back into the file.').waitFor()
    await page.getByText('The file was edited; version 2 is still in force.').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('link', { name: 'Review and apply' }).click()
    await page.locator('[data-change=not_portugal]').waitFor()
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('Applied: not_portugal.').waitFor()
  })

  test('examples of a file are tried, and one that fails must be overruled with a reason', async () => {
    const file = join(shop.folder, 'segments/new_90.yaml')
    const lines = [
      'name: { en: New }',
      'definition: first(purchase) within last 60 days',
      'examples:',
      '  - in: bought four months ago',
      '    asOf: 2026-06-30',
      '    events:',
      '      - { event: purchase, at: 2026-02-20, status: paid }',
    ]
    writeFileSync(file, `${lines.join('\n')}\n`)
    const page = await shop.open('#/segments/new_90/versions')
    await ready(page)
    await page.getByText('Examples: 0 hold, 1 fail').waitFor()
    await visit(page, '#/changes')
    const apply = page.getByRole('button', { name: 'Apply' })
    await page.locator('[data-change=new_90]').waitFor()
    expect(await apply.isDisabled()).toBe(true)
    await page.getByText('Apply although examples fail').click()
    await page.getByRole('textbox', { name: 'Reason' }).fill('The example is to be mended')
    expect(await seriousFindings(page)).toEqual([])
    await apply.click()
    await page.getByText('Applied: new_90.').waitFor()
  })

  test('a broken file is shown with what stays in force', async () => {
    writeFileSync(
      join(shop.folder, 'segments/coffee_spend.yaml'),
      'name: { en: Coffee lovers }\ndefinition: sum(purchase.\n',
    )
    const page = await shop.open('#/segments/coffee_spend')
    await ready(page)
    await page.getByText('The file cannot be understood. Version 1 stays in force').waitFor()
    expect(await page.locator('.figures .big').count()).toBeGreaterThan(0)
    await visit(page, '#/')
    await page.getByRole('heading', { name: 'Edited, not in force yet' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('lists are made, filled by pasting, and put customers in a segment by hand, which history tells', async () => {
    const page = await shop.open('#/lists')
    await ready(page)
    await page.getByLabel('Name of the list').fill('opening-2026')
    await page.getByLabel('What it is for').fill('Invited to the opening')
    await page.getByRole('button', { name: 'Make a list' }).click()
    await page.getByRole('heading', { level: 1, name: 'opening-2026' }).waitFor()
    await page.getByLabel('Customer ids').fill('C1, C2;C3\nNOBODY')
    await page.getByLabel('Reason').fill('asked at the counter')
    await page.getByRole('button', { name: 'Add 4' }).click()
    await page.getByText('1 ids belong to no customer').waitFor()
    await page.getByRole('heading', { name: '3 members' }).waitFor()
    await page.getByRole('button', { name: 'Remove C2 from the list' }).click()
    await page.getByRole('heading', { name: '2 members' }).waitFor()
    await page.getByText('“asked at the counter”').waitFor()
    expect(await seriousFindings(page)).toEqual([])

    // The first customer of such a list changes what the segment means; the second is an edit of the list.
    await visit(page, '#/segments/active_60')
    await page.getByRole('button', { name: 'Edit: Always in' }).click()
    for (const [n, id] of ['C1', 'C2'].entries()) {
      await page.getByLabel('Customer ids').fill(id)
      await page.getByRole('button', { name: 'Add 1' }).click()
      await page
        .locator(`[data-list="segment:active_60:include"][data-members="${n + 1}"]`)
        .waitFor()
    }
    await visit(page, '#/segments/active_60/history')
    await page.getByText('a list was edited').first().waitFor()
    const chart = page.getByRole('img', { name: /^Entries and exits per day/ })
    await chart.focus()
    await page.keyboard.press('End')
    await page.getByText(/Entered: [1-9]/).waitFor()
    await page.getByRole('button', { name: 'Show as table' }).last().click()
    await page.getByRole('columnheader', { name: 'Left' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('the past is asked in two readings, a definition tried on it, and members frozen and verified', async () => {
    const page = await shop.open('#/segments/not_portugal/past')
    await ready(page)
    await page.getByRole('button', { name: 'Try', exact: true }).click()
    await page.locator('[data-series="12"]').waitFor()
    await page.getByText('What is true of then').click()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.locator('[data-past="4"]').waitFor()
    await page.getByLabel('Name').fill('mailing')
    await page.getByRole('button', { name: 'Freeze', exact: true }).click()
    await page.getByText('“mailing” holds 4 members for good.').waitFor()
    await page.getByRole('button', { name: 'Verify: mailing' }).click()
    await page.locator('[data-verified=true]').waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('a write key is shown once; what is sent with it arrives or is refused with reasons; then it is revoked', async () => {
    const page = await shop.open('#/live')
    await ready(page)
    await page.getByLabel('Sender').fill('web shop')
    await page.getByRole('button', { name: 'Make a key' }).click()
    const key = (await page.locator('[data-new-key] .code').textContent()) ?? ''
    expect(key).toMatch(/^wk_/)
    const send = async (message: object): Promise<number> => {
      const { status } = await fetch(new URL('/v1/track', page.url()), {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
        body: JSON.stringify(message),
      })
      return status
    }
    const properties = { status: 'paid', channel: 'web' }
    const good = { userId: 'C1', event: 'purchase', messageId: 'm-1', properties }
    expect(await send(good)).toBe(200)
    expect(await send({ userId: 'C1', event: 'unheard_of', messageId: 'm-2' })).toBe(400)
    await page.getByRole('cell', { name: 'm-1' }).waitFor()
    await page.locator('[data-refused]').getByText('m-2', { exact: true }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Revoke: web shop' }).click()
    await page.locator('[data-key-state=revoked]').waitFor()
    await page.reload()
    await ready(page)
    expect(await page.locator('[data-new-key]').count()).toBe(0)
  })

  test('a template is found, adjusted, counted and made a draft', async () => {
    const page = await shop.open('#/templates')
    await ready(page)
    const shown = page.locator('[data-shown]')
    const all = Number(await shown.getAttribute('data-shown'))
    expect(all).toBeGreaterThanOrEqual(40)
    await page.getByText('Only those that fit this data').click()
    await expect.poll(async () => Number(await shown.getAttribute('data-shown'))).toBeLessThan(all)
    await page.locator('.card.template').first().click()
    await page.locator('[data-count]').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Use it' }).click()
    await page.getByText('A draft was made').waitFor()
    await page.locator('[data-sentence]').waitFor()
  })

  test('two ids of one person are merged, and taken back', async () => {
    const page = await shop.open('#/explain?customer=C3&segment=not_portugal')
    await ready(page)
    await page.getByLabel('Other id').fill('C4')
    await page.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('C4 is now part of C3.').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Take back: C4' }).click()
    await page.getByText('C4 is a customer of its own again.').waitFor()
  })

  test('numbers carry their moment, and lateness raises an alarm', async () => {
    const page = await shop.open('#/')
    await ready(page)
    await page.locator('.as-of[data-tone=live]').first().waitFor()
    // Nobody waits for a real keeper to fall behind: the answer is changed on its way.
    await page.route('**/api/v1/freshness*', async (route) => {
      const answer = await route.fetch()
      const fresh: object = await answer.json()
      await route.fulfill({ response: answer, json: { ...fresh, late: true, behindSeconds: 300 } })
    })
    await page.locator('[data-alarm=late]').getByText('5 minutes behind').waitFor()
    await page.locator('.as-of[data-tone=late]').first().waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('no page threw or complained', () => {
    expect(shop.complaints).toEqual([])
  })
})
