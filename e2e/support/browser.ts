/**
 * A real browser for journeys: the one named by CHROMIUM, the system's, or the one that comes from npm.
 * The npm one carries no Chinese font; pages show blank boxes in it, but every text is there to be read by tests.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { slowLines } from './slow-lines.ts'

/** A quiet browser: it asks nobody on the network, and works as root. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

async function browserPath(): Promise<string> {
  const named = process.env['CHROMIUM']
  if (named) return named
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  // The package unpacks the libraries a bare machine lacks only when it believes to be in that runtime.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}

export type Browsing = AsyncDisposable & Readonly<{ context: BrowserContext }>

export type Household = AsyncDisposable &
  Readonly<{
    /** Cookies and storage of its own, as on another computer. */
    open: (
      size?: Readonly<{ width?: number; height?: number; scripts?: boolean }>,
    ) => Promise<Browsing>
  }>

/** One browser for many people, each in a context of their own: a journey of ten people needs no ten browsers. */
export async function openHousehold(): Promise<Household> {
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    headless: true,
    args: quiet,
  })
  return {
    open: async ({ width = 1440, height = 900, scripts = true } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        acceptDownloads: true,
        javaScriptEnabled: scripts,
        // A long journey is not about movements.
        reducedMotion: 'reduce',
      })
      await slowLines(context)
      return { context, [Symbol.asyncDispose]: () => context.close() }
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

/** A fresh profile in its own folder, gone afterwards. `width` 1440 is a desk, 390 a phone. */
export async function openBrowser({ width = 1440, height = 900 } = {}): Promise<Browsing> {
  const profile = await mkdtemp(join(tmpdir(), 'luoshi-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await browserPath(),
    headless: true,
    args: quiet,
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  })
  await slowLines(context)
  return {
    context,
    [Symbol.asyncDispose]: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
