/** Sends a page with the headers every page before the console has. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { pagePolicy, scriptedPagePolicy } from './pages/page-style.ts'
import type { Html } from './pages/page.ts'

export function sendPage(c: Context, status: ContentfulStatusCode, body: Html) {
  setPageHeaders(c)
  return c.html(body, status)
}

/** For the pages that speak with a passkey, and run one script of ours for that. */
export function sendScriptedPage(c: Context, status: ContentfulStatusCode, body: Html) {
  setPageHeaders(c, scriptedPagePolicy)
  return c.html(body, status)
}

export function setPageHeaders(c: Context, policy = pagePolicy): void {
  c.header('content-security-policy', policy)
  c.header('cache-control', 'no-store')
  // Not no-referrer: browsers would then send `Origin: null` with our own forms.
  c.header('referrer-policy', 'same-origin')
  c.header('x-content-type-options', 'nosniff')
  c.header('cross-origin-opener-policy', 'same-origin')
}
