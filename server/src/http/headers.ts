/** Headers that every answer carries, and the policy of the console's page. Source: design/ecosystem.md §2.1. */
import type { Context, Next } from 'hono'

export async function secureHeaders(c: Context, next: Next): Promise<void> {
  await next()
  const set = (name: string, value: string) => {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
  set('x-content-type-options', 'nosniff')
  set('referrer-policy', 'same-origin')
  set('cross-origin-opener-policy', 'same-origin')
  set('cross-origin-resource-policy', 'same-origin')
  set('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
}

/** antd writes its styles at run time, so they carry a nonce that is new in every answer; scripts come from files only. */
export function consolePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
