/** Going through a page by the keyboard alone. */
import type { Page } from 'playwright-core'

type Stop = Readonly<{ what: string; outlined: boolean }>

/** Presses Tab until there; every stop on the way must be seen to be one. */
export async function tabTo(page: Page, there: () => Promise<boolean>): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  while (stops.length < 60) {
    await page.keyboard.press('Tab')
    stops.push(
      await page.evaluate(() => {
        const at = document.activeElement
        if (!at) return { what: 'nothing', outlined: false }
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
        const outlined = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
        return { what: at.outerHTML.slice(0, 120), outlined }
      }),
    )
    if (await there()) return stops
  }
  throw new Error(`60 times Tab: ${stops.map(({ what }) => what).join('\n')}`)
}
