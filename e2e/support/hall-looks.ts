/**
 * Pages of the hall as they are looked at in passing: nothing sideways at a desk and on a phone, axe at one of the two in
 * turn. With `LUOSHI_EVERY_WIDTH`, or when pictures are taken (`LUOSHI_PICTURES`), at both.
 */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { atRest, findings, seriousFindings, sideways, soundAtBoth } from './page-checks.ts'

const sizes = [
  [1440, 900],
  [390, 844],
] as const

let looked = 0

export async function looksSound(page: Page): Promise<void> {
  if (process.env['LUOSHI_EVERY_WIDTH'] ?? process.env['LUOSHI_PICTURES']) return soundAtBoth(page)
  looked += 1
  const before = page.viewportSize()
  for (const [at, [width, height]] of sizes.entries()) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => scrollTo(0, 0))
    await atRest(page)
    const place = `${page.url()} at ${width}`
    expect.soft({ place, sideways: await sideways(page) }).toEqual({ place, sideways: [] })
    if (at === looked % sizes.length)
      expect.soft({ place, axe: await findings(page) }).toEqual({ place, axe: [] })
  }
  if (before) await page.setViewportSize(before)
}

/** A voter's page: nothing sideways at three widths; axe at one of them in turn, at all with LUOSHI_EVERY_WIDTH. */
export async function voterLooksSound(page: Page): Promise<void> {
  looked += 1
  for (const [at, width] of [390, 360, 1440].entries()) {
    await page.setViewportSize({ width, height: 844 })
    expect.soft({ width, sideways: await sideways(page) }).toEqual({ width, sideways: [] })
    if (looked % 3 !== at && !process.env['LUOSHI_EVERY_WIDTH']) continue
    expect.soft({ width, axe: await seriousFindings(page) }).toEqual({ width, axe: [] })
  }
  await page.setViewportSize({ width: 390, height: 844 })
}
