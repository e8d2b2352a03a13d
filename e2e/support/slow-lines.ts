/**
 * Lines as they are in a hall: `LUOSHI_SLOW_LINES=7 npm test` lets every answer a page asks for wait a while, some for
 * seconds, so that nothing arrives in the order a fast machine makes usual. The number is the seed.
 */
import type { BrowserContext, Route } from 'playwright-core'

const seed = Number(process.env['LUOSHI_SLOW_LINES'] ?? 0)
let drawn = seed

/** Between 0 and 1. Source: a linear congruential generator, Numerical Recipes, ch. 7. */
function chance(): number {
  drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0
  return drawn / 2 ** 32
}

function waitMs(): number {
  const kind = chance()
  const most = kind < 0.6 ? 60 : kind < 0.95 ? 700 : 2500
  return chance() * most
}

const aWhile = async () => new Promise<void>((wake) => setTimeout(wake, waitMs()))

/** Asked late, or answered late: what was done is done already, and others have heard of it before whoever did it. */
async function late(route: Route): Promise<void> {
  const asked = route.request()
  // Whoever fetches here does not know that the page was taken off the network: a phone's answers are left alone.
  const isOfConsole = new URL(asked.url()).pathname.startsWith('/api/')
  const isAnsweredLate = isOfConsole && asked.resourceType() === 'fetch' && chance() < 0.5
  if (!isAnsweredLate) {
    await aWhile()
    await route.continue()
    return
  }
  const response = await route.fetch({ maxRedirects: 0 })
  await aWhile()
  await route.fulfill({ response })
}

export async function slowLines(context: BrowserContext): Promise<void> {
  if (seed === 0) return
  await context.route(
    ({ pathname }) => !pathname.startsWith('/assets/'),
    // The page may be gone by then.
    (route) => late(route).catch(() => undefined),
  )
}
