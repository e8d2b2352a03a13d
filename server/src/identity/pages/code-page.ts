/** The second step: a code of the app, a recovery code, or a passkey. */
import { html } from 'hono/html'
import type { IdentityRefusal } from '../identity-refusals.ts'
import type { Language } from '../password-rule-words.ts'
import { alertBox, field, refusalText } from './form-parts.ts'
import { passkeyButton } from './passkey-button.ts'
import { page, type Html } from './page.ts'

export type CodePage = Readonly<{
  language: Language
  name: string
  congress: string
  app: boolean
  passkeys: number
  next: string
  csrf: string
  refusal: IdentityRefusal | null
}>

const words = {
  zh: {
    title: '第二步验证',
    app: '请输入手机验证器上现在显示的 6 位数。',
    key: '请使用通行密钥；设备不在身边时，输入一个恢复码。',
    code: '验证码或恢复码',
    hint: '恢复码是绑定时打印或抄下的，每个只能用一次。',
    button: '继续',
    lost: '手机和恢复码都不在？请管理员核实身份后解除绑定。',
    back: '返回登录页',
  },
  en: {
    title: 'Second step',
    app: 'Type the six figures your code app shows now.',
    key: 'Use your passkey; without the device, type a recovery code.',
    code: 'Code or recovery code',
    hint: 'Recovery codes were printed when you set this up; each works once.',
    button: 'Continue',
    lost: 'Neither telephone nor recovery codes? Have the administrator make sure it is you and remove the factor.',
    back: 'Back to signing in',
  },
} as const

export function codePage(asked: CodePage): Html {
  const { language, name, congress, app, passkeys, next, csrf, refusal } = asked
  const say = words[language]
  const text = refusal === null ? undefined : refusalText(refusal, language)
  const beside = refusal?.code === 'code-wrong'
  const card = html`<h1>${say.title}</h1>
    <p class="lead">${name} · ${congress}<br />${app ? say.app : say.key}</p>
    ${alertBox(beside || text === undefined ? null : text)}
    ${passkeys > 0 ? passkeyButton(language, next, !app) : ''}
    <form method="post" action="/sign-in/code">
      <input type="hidden" name="csrf" value="${csrf}" />
      <input type="hidden" name="lang" value="${language}" />
      <input type="hidden" name="next" value="${next}" />
      ${field({ name: 'code', label: say.code, hint: say.hint, kind: 'one-time', error: beside ? text : undefined, first: app })}
      <button>${say.button}</button>
    </form>
    <p class="foot">${say.lost}</p>
    <p class="foot"><a href="/sign-in">${say.back}</a></p>`
  return page({
    language,
    title: say.title,
    say: null,
    otherLanguage: '',
    wide: false,
    script: true,
    card,
  })
}
