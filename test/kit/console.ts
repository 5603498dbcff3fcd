/** A corner shop with a running console and a real browser: the programme by the command line, the page by Chromium. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'

const root = join(import.meta.dirname, '../..')
const node = join(root, 'node_modules/node/bin/node')
const run = promisify(execFile)

/** Where Chromium is, or undefined; a build server must have one. */
export function findChromium(): string | undefined {
  const wanted = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  if (existsSync(wanted)) return wanted
  if (process.env['CI'] === 'true') throw new Error(`no Chromium at ${wanted}: set CHROMIUM_PATH`)
  console.warn(`console tests skipped: no Chromium at ${wanted} (set CHROMIUM_PATH)`)
  return undefined
}

/** How a page is opened. */
export interface View {
  readonly locale?: string
  readonly colorScheme?: 'light' | 'dark'
  readonly width?: number
}

/** A shop whose console is open. */
export interface Shop {
  readonly folder: string
  /** A new tab at an address such as `#/import`; errors of the page end up in `complaints`. */
  open(hash: string, view?: View): Promise<Page>
  readonly complaints: string[]
  /** Runs the command line on this programme and gives its output. */
  tessera(...args: readonly string[]): Promise<string>
  close(): Promise<void>
}

/** Waits until the page shows its heading and nothing is on its way. */
export async function ready(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}

/** Goes to another address within the page, as a link does, and waits until that scene is there. */
export async function visit(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    if (location.hash === to) return
    for (const heading of document.querySelectorAll('main h1'))
      heading.setAttribute('data-left', '')
    location.hash = to
  }, hash)
  await page.locator('main h1:not([data-left])').first().waitFor()
  await ready(page)
}

/** Shows the page at another width, and waits until charts have taken it. */
export async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: width < 500 ? 812 : 900 })
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
}

/** Serious and critical findings of axe, one line each; of all rules, or of those named. */
export async function seriousFindings(
  page: Page,
  rules: readonly string[] = [],
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze()
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)
}

/** Fills the shop as its README says unless it is to be `empty`, and serves it with the console built before. */
export async function openShop(
  executablePath: string,
  options: { readonly empty?: boolean } = {},
): Promise<Shop> {
  const folder = join(mkdtempSync(join(tmpdir(), 'tessera-console-')), 'shop')
  cpSync(join(root, 'examples/corner-shop'), folder, { recursive: true })
  const tessera = (...args: readonly string[]): Promise<string> => runTessera(folder, args)
  if (options.empty !== true) {
    await tessera('load', 'data/customers.csv', 'data/orders.csv')
    await tessera('evaluate', '--as-of', '2026-03-31T12:00+01:00')
  }
  const { server, url } = await serve(folder)
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  const complaints: string[] = []
  return {
    folder,
    complaints,
    tessera,
    open: (hash, view) => openPage(browser, { url, hash, view: view ?? {}, complaints }),
    async close() {
      await browser.close()
      await ended(server)
      await tessera('stop').catch(() => undefined)
      rmSync(join(folder, '..'), { recursive: true, force: true })
    },
  }
}

const environment = {
  ...process.env,
  TESSERA_SOURCE: '1',
  LANG: 'en_GB.UTF-8',
  LC_ALL: 'en_GB.UTF-8',
}

async function runTessera(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(node, [join(root, 'bin/tessera.mjs'), ...args], {
    cwd: folder,
    env: environment,
  })
  return stdout
}

function serve(folder: string): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(node, [join(root, 'bin/tessera.mjs'), 'up', '--no-open', '--port', '0'], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const url = /http:\/\/\S+#key=[\w-]+/.exec(said)?.[0]
      if (url !== undefined) resolve({ server, url })
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.on('exit', (status) => reject(new Error(`tessera up ended with ${status}: ${said}`)))
  })
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve()
    server.removeAllListeners('exit')
    server.on('exit', () => resolve())
    server.kill('SIGTERM')
  })
}

async function openPage(
  browser: Browser,
  wish: { url: string; hash: string; view: View; complaints: string[] },
): Promise<Page> {
  const { url, hash, view, complaints } = wish
  const width = view.width ?? 1280
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 812 : 900 },
    locale: view.locale ?? 'en',
    colorScheme: view.colorScheme ?? 'light',
    timezoneId: 'America/Sao_Paulo',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(url)
  await page.waitForFunction(() => !location.hash.includes('key='))
  if (hash !== '#/') await page.goto(url.replace(/#.*/, hash))
  return page
}
