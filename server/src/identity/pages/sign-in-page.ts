/** The page to sign in on. */
import { html } from 'hono/html'
import type { Congress } from '../congresses.ts'
import type { IdentityRefusal } from '../identity-refusals.ts'
import type { OidcChoice } from '../oidc-settings.ts'
import type { Language } from '../password-rule-words.ts'
import { alertBox, field, noteBox, refusalText } from './form-parts.ts'
import { passkeyButton } from './passkey-button.ts'
import { page, type Html } from './page.ts'

export type SignInPage = Readonly<{
  language: Language
  congresses: readonly Congress[]
  chosen: string
  login: string
  /** A path of our own to go to afterwards. */
  next: string
  refusal: IdentityRefusal | null
  /** Provinces' sign-in pages that may be used instead. */
  oidc: readonly OidcChoice[]
  /** By signing out, or with a session that has ended: by time, or because somebody ended it. */
  came: 'left' | 'ended' | null
}>

const words = {
  zh: {
    title: '登录',
    large: '提出的每一条意见，都有着落。',
    small: '从交办、整改到测评、销号，过程留痕，结果可查。',
    congress: '人大常委会',
    login: '登录名',
    password: '密码',
    button: '登录',
    left: '您已退出登录。',
    ended: '登录已经结束：长时间没有操作，或者这次登录已被退出。请重新登录。',
    empty: '本系统尚未完成首次设置。请在服务器的启动窗口中找到设置链接并打开。',
    demo: '这里是演示数据，地名人名均为虚构。请用启动窗口中打印的链接进入，每种身份一个。',
    forgot: '忘记密码？请本单位的系统管理员重新发送邀请链接。',
  },
  en: {
    title: 'Sign in',
    large: 'Every opinion raised ends in something done.',
    small: 'Handed over, put right, judged and struck off: on the record, open to checking.',
    congress: 'Standing committee',
    login: 'Login',
    password: 'Password',
    button: 'Sign in',
    left: 'You have signed out.',
    ended:
      'Your session has ended: nothing was done for long, or it was ended elsewhere. Sign in again.',
    empty:
      'This system has not been set up yet. Open the setup link printed where the server was started.',
    demo: 'This is a demo; all names are invented. Use the links printed where it was started, one for each role.',
    forgot: 'Forgot the password? Ask your administrator for a new invitation link.',
  },
} as const

export function signInPage(asked: SignInPage): Html {
  const { language, congresses, next } = asked
  const say = words[language]
  const other = new URLSearchParams({ lang: language === 'zh' ? 'en' : 'zh' })
  if (next !== '/') other.set('next', next)
  const [only] = congresses
  return page({
    language,
    title: say.title,
    say: { large: say.large, small: say.small },
    otherLanguage: `/sign-in?${other.toString()}`,
    wide: false,
    script: true,
    card: html`<h1>${say.title}</h1>
      <p class="lead">${only !== undefined && congresses.length === 1 ? only.name : ''}</p>
      ${noteBox(noteOf(asked))} ${only === undefined ? '' : signInForm(asked)}`,
  })
}

function noteOf({ language, congresses, came }: SignInPage): string | null {
  const say = words[language]
  if (congresses.length === 0) return say.empty
  if (came !== null) return say[came]
  return congresses.every(({ demo }) => demo) ? say.demo : null
}

function signInForm(asked: SignInPage): Html {
  const { language, congresses, chosen, login, next, refusal, oidc } = asked
  const say = words[language]
  const text = refusal === null ? undefined : refusalText(refusal, language)
  const beside = refusal?.code === 'wrong-login-or-password'
  return html`${alertBox(beside || text === undefined ? null : text)}
    <form method="post" action="/sign-in">
      <input type="hidden" name="lang" value="${language}" /><input
        type="hidden"
        name="next"
        value="${next}"
      />
      ${congressField(congresses, chosen, say.congress)}
      ${field({ name: 'login', label: say.login, value: login, kind: 'login', first: login === '' })}
      ${field({ name: 'password', label: say.password, kind: 'password', error: beside ? text : undefined, first: login !== '' })}
      <button>${say.button}</button>
    </form>
    ${passkeyButton(language, next, false)} ${oidc.map((one) => oidcLink(one, asked))}
    <p class="foot">${say.forgot}</p>`
}

function oidcLink(
  { congress, label }: OidcChoice,
  { language, next, congresses }: SignInPage,
): Html {
  const query = new URLSearchParams({ congress, next, lang: language })
  const office =
    congresses.length < 2 ? '' : ` · ${congresses.find(({ id }) => id === congress)?.name ?? ''}`
  return html`<p class="other-way">
    <a class="button second" href="/sign-in/oidc?${query.toString()}">${label}${office}</a>
  </p>`
}

/** Nobody is asked to choose from one. */
function congressField(congresses: readonly Congress[], chosen: string, label: string): Html {
  const [only] = congresses
  if (only !== undefined && congresses.length === 1) {
    return html`<input type="hidden" name="congress" value="${only.id}" />`
  }
  const options = congresses.map(
    ({ id, name }) =>
      html`<option value="${id}" ${id === chosen ? ' selected' : ''}>${name}</option>`,
  )
  return html`<label for="congress">${label}</label
    ><select id="congress" name="congress" required>
      <option value=""></option>
      ${options}
    </select>`
}
