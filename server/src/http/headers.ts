/** Headers that every answer carries, and the policy of the console's page. Source: design/ecosystem.md §2.1. */
import type { Context, Next } from 'hono'

export const usualHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const

export async function secureHeaders(c: Context, next: Next): Promise<void> {
  await next()
  for (const [name, value] of Object.entries(usualHeaders))
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
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
