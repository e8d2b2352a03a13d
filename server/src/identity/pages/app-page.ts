/** Setting up a code app: the picture for the telephone, the secret for those who type it, and a first code as proof. */
import { html, raw } from 'hono/html'
import type { IdentityRefusal } from '../identity-refusals.ts'
import type { Language } from '../password-rule-words.ts'
import { secretPicture, secretText } from '../totp.ts'
import { alertBox, field, refusalText } from './form-parts.ts'
import { page, type Html } from './page.ts'

export type AppPage = Readonly<{
  language: Language
  secret: Buffer
  login: string
  action: string
  hidden: Readonly<Record<string, string>>
  /** Their office wants it before it lets them in, or they came by themselves. */
  why: 'forced' | 'chosen'
  refusal: IdentityRefusal | null
}>

const backTo = { chosen: '/account', forced: '/sign-in' } as const

const words = {
  zh: {
    title: '绑定手机验证器',
    forced: '按本单位规定，您的角色登录时须两步验证。绑定一次，以后每次登录输入手机上的 6 位数。',
    chosen: '绑定后，每次登录除密码外，还要输入手机上的 6 位数；密码泄露也进不来。',
    one: '一、扫描二维码',
    oneHint: '用手机上的验证器（如微信小程序“腾讯身份验证器”、FreeOTP 等）扫描。',
    alt: '绑定用的二维码',
    typed: '不能扫码时，手工输入密钥：',
    two: '二、输入手机显示的 6 位数',
    code: '验证码',
    wrong: '验证码不对。请等手机显示下一个 6 位数再输入；手机时间须准确。',
    button: '完成绑定',
    back: { chosen: '返回登录与安全', forced: '返回登录页' },
  },
  en: {
    title: 'Set up a code app',
    forced:
      'Your office wants a second factor for your role. Set it up once; then type the six figures at each sign-in.',
    chosen: 'From then on, signing in takes the password and six figures from your telephone.',
    one: '1. Scan the picture',
    oneHint: 'With any code app on your telephone, such as FreeOTP.',
    alt: 'The picture to scan',
    typed: 'Where it cannot be scanned, type this secret:',
    two: '2. Type the six figures it shows',
    code: 'Code',
    wrong:
      'The code is wrong. Wait for the next six figures and type those; the telephone’s clock must be right.',
    button: 'Finish',
    back: { chosen: 'Back to sign-in and security', forced: 'Back to signing in' },
  },
} as const

export function appPage(asked: AppPage): Html {
  const { language, secret, login, action, hidden, why, refusal } = asked
  const say = words[language]
  const text = refusal === null ? undefined : refusalText(refusal, language)
  const beside = refusal?.code === 'code-wrong'
  const inputs = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  const picture = secretPicture(secret, { login })
  const card = html`<p class="back"><a href="${backTo[why]}">${say.back[why]}</a></p>
    <h1>${say.title}</h1>
    <p class="lead">${say[why]}</p>
    ${alertBox(beside || text === undefined ? null : text)}
    <h2 class="part">${say.one}</h2>
    <p class="hint">${say.oneHint}</p>
    <div class="qr" role="img" aria-label="${say.alt}">${raw(picture)}</div>
    <p class="hint">${say.typed}</p>
    <p class="secret"><code>${secretText(secret)}</code></p>
    <h2 class="part">${say.two}</h2>
    <form method="post" action="${action}">
      ${inputs}<input type="hidden" name="lang" value="${language}" />
      ${field({ name: 'code', label: say.code, kind: 'one-time', error: beside ? say.wrong : undefined })}
      <button>${say.button}</button>
    </form>`
  return page({ language, title: say.title, say: null, otherLanguage: '', wide: false, card })
}
