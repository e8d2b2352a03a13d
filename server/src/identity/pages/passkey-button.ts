/** A button that only a browser with passkeys shows; what it does is in passkey-script.ts. */
import { html } from 'hono/html'
import type { Language } from '../password-rule-words.ts'
import type { Html } from './page.ts'

const words = {
  zh: { button: '用通行密钥登录', hint: '指纹、人脸或安全密钥，不用输密码' },
  en: { button: 'Sign in with a passkey', hint: 'Finger, face or security key; no password' },
} as const

export function passkeyButton(language: Language, next: string, main: boolean): Html {
  const say = words[language]
  return html`<div
    class="${main ? '' : 'or'}"
    data-passkey="in"
    data-next="${next}"
    data-lang="${language}"
    hidden
  >
    <button type="button" class="${main ? '' : 'second'}">${say.button}</button>
    <p class="hint">${say.hint}</p>
    <p class="bad" role="alert" hidden></p>
  </div>`
}
