/**
 * From page to page without loading the console anew, as its own links and the back button do: to load it takes several
 * times as long as to show the next page.
 */
import type { Page, Request } from 'playwright-core'
import { drawn } from './page-checks.ts'

export type Moving = Readonly<{
  /** To a path of the console; answers when nothing more is asked for. */
  to: (path: string) => Promise<void>
  /** Nobody has asked for anything over three pictures: what one picture asks for goes out before the next. */
  settled: () => Promise<void>
}>

/** A frame that is taken away while it loads leaves a request of which nothing is heard any more. */
const unheardMs = 15_000

/** Whoever asks without end has not come to rest. */
const restlessMs = 40_000

/** Of a page that has not asked for anything yet. Streams, which never end, are passed over. */
export function movingOn(page: Page): Moving {
  /** With the moment since when. */
  const asking = new Map<Request, number>()
  const ended = (request: Request) => void asking.delete(request)
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') asking.set(request, Date.now())
  })
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  const settled = async () => {
    const begun = Date.now()
    for (let quiet = 0; quiet < 3;) {
      await drawn(page)
      if (Date.now() - begun > restlessMs)
        throw new Error(
          `${page.url()} asks on: ${[...asking.keys()].map((one) => one.url()).join()}`,
        )
      for (const [request, since] of asking)
        if (Date.now() - since > unheardMs) asking.delete(request)
      quiet = asking.size === 0 ? quiet + 1 : 0
    }
  }
  const to = async (path: string) => {
    await page.evaluate((there) => {
      history.pushState({}, '', there)
      dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    }, path)
    await settled()
  }
  return { to, settled }
}
