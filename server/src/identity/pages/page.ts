/** The frame of every page before the console. Values are escaped by `html`; the one script is a file of ours. */
import { html, raw } from 'hono/html'
import type { Language } from '../password-rule-words.ts'
import { styleElement } from './page-style.ts'

export type Html = ReturnType<typeof html>

export type Frame = Readonly<{
  language: Language
  title: string
  /** What the left half says; `null` leaves it out. */
  say: Readonly<{ large: string; small: string }> | null
  /** This page in the other language; empty where there is none. */
  otherLanguage: string
  wide: boolean
  /** What the last line says; of the sign-in pages when absent. */
  foot?: string
  /** Whether it speaks with a passkey; then its policy lets the one script in. */
  script?: boolean
  card: Html
}>

const words = {
  zh: {
    product: '意见落实台账',
    other: 'English',
    foot: '请在本单位的电脑上使用，离开时退出登录。',
  },
  en: {
    product: 'The ledger of opinions and what became of them',
    other: '中文',
    foot: 'Use it on a computer of your office, and sign out when you leave.',
  },
} as const

export function page({
  language,
  title,
  say,
  otherLanguage,
  wide,
  card,
  foot,
  script = false,
}: Frame): Html {
  const { product, other, foot: usual } = words[language]
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · 落实</title>
        ${raw(styleElement)}${script ? raw('<script src="/passkey.js" defer></script>') : ''}
      </head>
      <body>
        <header>
          <div>
            <b>落实</b><span>${product}</span>${
              otherLanguage === ''
                ? ''
                : html`<a href="${otherLanguage}" lang="${language === 'zh' ? 'en' : 'zh-CN'}"
                    >${other}</a
                  >`
            }
          </div>
        </header>
        <main>
          ${
            say === null
              ? ''
              : html`<section class="say">
                  <h2>${say.large}</h2>
                  <p>${say.small}</p>
                </section>`
          }
          <section class="${wide ? 'card wide' : 'card'}">${card}</section>
        </main>
        <footer>${foot ?? usual}</footer>
      </body>
    </html>`
}
