/** What must hold on every page: nothing in the console, nothing wider than the screen, nothing that axe calls serious. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { isRecord } from './luoshi-process.ts'

/** Collects what a page complains about from now on. */
export function complaintsOf(page: Page): { take: () => readonly string[] } {
  let heard: string[] = []
  page.on('pageerror', (error) => heard.push(`page error: ${error}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(`console: ${message.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 400) heard.push(`${answer.status()} ${answer.url()}`)
  })
  return {
    take: () => {
      const taken = heard
      heard = []
      return taken
    },
  }
}

/** All that was asked for has come and is laid out, fonts and movements are at rest. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await drawn(page)
  await unmoved(page)
}

/** A browser that was resized may draw nothing more until something moves, and then nothing is waited for. */
const longestPictureMs = 3_000

/** Observers of sizes report with the next picture; what they ask for is in the one after it. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    (most) =>
      new Promise<void>((done) => {
        setTimeout(done, most)
        requestAnimationFrame(() => requestAnimationFrame(() => done()))
      }),
    longestPictureMs,
  )
}

const longestMovementMs = 5_000

/** No movement is under way that has an end; what turns while something loads has none. */
export async function unmoved(page: Page): Promise<void> {
  await page.evaluate((most) => {
    const running = document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
      )
    const ended = Promise.all(running.map((one) => one.finished.catch(() => undefined)))
    return Promise.race([ended, new Promise<void>((done) => setTimeout(done, most))]).then(
      () => undefined,
    )
  }, longestMovementMs)
}

/** The rules of WCAG 2.2 A and AA; each serious finding as one line with the place it is at. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  const found = (await violationsOn(page)).filter((one) => !isUnderABar(one))
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(lineOf)
}

/** All that axe finds by these rules, however small. */
export async function findings(page: Page): Promise<readonly string[]> {
  return (await violationsOn(page)).filter((one) => !isUnderABar(one)).map(lineOf)
}

/** A row half under a bar that stays in place is not small: one scrolls. Which row it is depends on where the page stands. */
function isUnderABar({ id, nodes }: Violation): boolean {
  return (
    id === 'target-size' &&
    Array.isArray(nodes) &&
    nodes.filter(isRecord).every(({ failureSummary }) => /obscured/.test(String(failureSummary)))
  )
}

type Violation = Readonly<Record<string, unknown>>

const lineOf = ({ id, nodes }: Violation) => `${String(id)}: ${placesOf(nodes)}`

async function violationsOn(page: Page): Promise<readonly Violation[]> {
  // Through the debugger, which the page's own security policy does not bind.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found: unknown = await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })`,
  )
  const violations =
    isRecord(found) && Array.isArray(found['violations']) ? found['violations'] : null
  if (violations === null) throw new Error('axe did not answer')
  return violations.filter(isRecord)
}

function placesOf(nodes: unknown): string {
  const list = Array.isArray(nodes) ? nodes.filter(isRecord) : []
  return list
    .slice(0, 4)
    .map(
      ({ html, failureSummary }) =>
        `${String(html).slice(0, 200)} ${String(failureSummary).slice(0, 240)}`,
    )
    .join('\n   ')
}

/** How far the page can be pushed sideways, in pixels, and by what. */
export async function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= wide) return []
    const sticking = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > wide + 1,
    )
    return [
      `${document.documentElement.scrollWidth} > ${wide}`,
      ...sticking.slice(0, 4).map((one) => one.outerHTML.slice(0, 120)),
    ]
  })
}

export async function expectSound(
  page: Page,
  complaints: { take: () => readonly string[] },
  withAxe: boolean,
  rest: (page: Page) => Promise<void> = atRest,
): Promise<void> {
  await rest(page)
  const place = page.url()
  expect.soft({ place, complaints: complaints.take() }).toEqual({ place, complaints: [] })
  // What is wide for good stays wide; on a busy machine a page may still be laying itself out.
  await page
    .waitForFunction(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      undefined,
      { timeout: 3_000 },
    )
    .catch(() => undefined)
  expect.soft({ place, sideways: await sideways(page) }).toEqual({ place, sideways: [] })
  if (withAxe) expect.soft({ place, axe: await seriousFindings(page) }).toEqual({ place, axe: [] })
}

let pictures = 0
/** For whoever wants to look: `LUOSHI_PICTURES` names a folder. */
async function picture(page: Page, width: number): Promise<void> {
  const folder = process.env['LUOSHI_PICTURES']
  if (folder === undefined) return
  pictures += 1
  const name = `${String(pictures).padStart(3, '0')}-${width}.png`
  await page.screenshot({ path: `${folder}/${name}`, fullPage: true, animations: 'disabled' })
}

/** At a desk and on a phone: nothing sideways, and nothing at all that axe has to say. */
export async function soundAtBoth(page: Page): Promise<void> {
  const before = page.viewportSize()
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => scrollTo(0, 0))
    await atRest(page)
    const place = `${page.url()} at ${width}`
    expect.soft({ place, sideways: await sideways(page) }).toEqual({ place, sideways: [] })
    expect.soft({ place, axe: await findings(page) }).toEqual({ place, axe: [] })
    await picture(page, width)
  }
  if (before) await page.setViewportSize(before)
}
