/**
 * The frame of every public page: head line, size of the type, one thing in the middle, a foot that says who answers for
 * it. Values are escaped by `html`; scripts and styles are files of ours, so the policy allows nothing inline.
 */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Html } from '../identity/pages/page.ts'
import { setPageHeaders } from '../identity/page-answer.ts'
import type { PortalFiles, PortalPart } from './portal-files.ts'
import { lookOf, type Look } from './portal-look.ts'

export type PortalPage = Readonly<{
  title: string
  /** Beside the name in the head line: whose page it is. */
  whose: string
  /** Unmistakable on every screen, such as 演练; nothing when absent. */
  band?: string
  /** Which scripts and styles it takes beside the base. */
  parts: readonly PortalPart[]
  body: Html
  foot: string
  /** Chinese when absent. */
  language?: 'zh' | 'en'
  /** Other servers the scripts may ask. */
  connect?: readonly string[]
}>

export function sendPortalPage(
  c: Context,
  portal: PortalFiles,
  status: ContentfulStatusCode,
  page: PortalPage,
) {
  setPageHeaders(c, portalPolicy(page.connect ?? []))
  return c.html(framed(portal, page, lookOf(c)), status)
}

/** Scripts, styles and pictures are files of ours; `connect`: the origins of a ballot's box and second issuer. */
export function portalPolicy(connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const sizes: readonly Readonly<{ look: Look; zh: string; en: string }>[] = [
  { look: 'usual', zh: '标准', en: 'Usual' },
  { look: 'large', zh: '大字', en: 'Large' },
  { look: 'elder', zh: '关怀', en: 'Largest' },
]

function framed(
  portal: PortalFiles,
  { title, whose, band, parts, body, foot, language = 'zh' }: PortalPage,
  look: Look,
): Html {
  const files = ['base' as const, ...parts].map((part) => portal.of(part))
  const styles = files.flatMap((one) => one.styles)
  const scripts = files.flatMap((one) => one.scripts)
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}" data-look="${look}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title} · 落实</title>
        <link rel="icon" href="/portal/mark.svg" />
        ${styles.map((one) => html`<link rel="stylesheet" href="${one}" />`)}
        ${scripts.map((one) => html`<script type="module" src="${one}"></script>`)}
      </head>
      <body>
        <a class="skip" href="#main">${language === 'zh' ? '跳到正文' : 'Skip to the page'}</a>
        ${band === undefined ? '' : html`<p class="band" role="note">${band}</p>`}
        <header class="head">
          <p class="brand"><b>落实</b><span>${whose}</span></p>
          <form
            class="sizes"
            method="post"
            action="/portal/look"
            aria-label="${language === 'zh' ? '字号' : 'Size of type'}"
          >
            ${sizes.map(
              (one) =>
                html`<button
                  name="look"
                  value="${one.look}"
                  aria-pressed="${one.look === look ? 'true' : 'false'}"
                >
                  ${one[language]}
                </button>`,
            )}
          </form>
        </header>
        <main id="main" tabindex="-1">${body}</main>
        <footer class="foot">${foot}</footer>
      </body>
    </html>`
}
