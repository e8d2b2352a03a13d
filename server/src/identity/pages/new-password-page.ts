/** Setting one's password: on an invitation, or changing it later. */
import { html } from 'hono/html'
import type { IdentityRefusal } from '../identity-refusals.ts'
import type { Language } from '../password-rule-words.ts'
import { alertBox, field, passwordHint, refusalText } from './form-parts.ts'
import { page, type Html } from './page.ts'

export type NewPasswordPage = Readonly<{
  language: Language
  why: 'invited' | 'change' | 'expired'
  /** Where the form goes, and this page in the other language. */
  action: string
  otherLanguage: string
  person: Readonly<{ name: string; login: string; congress: string }>
  hidden: Readonly<Record<string, string>>
  refusal: IdentityRefusal | null
}>

const words = {
  zh: {
    invited: '接受邀请',
    change: '修改密码',
    expired: '密码到期，请换一个新密码',
    expiredLead: '按本单位的规定，密码用满期限须更换。换好后继续登录，资料不受影响。',
    expiredButton: '换好密码并登录',
    invitedLead: '请设置您自己的密码。密码只有您知道，管理员也看不到。',
    changeLead: '修改后，其他电脑上的登录会全部退出。',
    login: '登录名',
    present: '当前密码',
    password: '新密码',
    repeat: '再输入一遍新密码',
    invitedButton: '设置密码并登录',
    changeButton: '修改密码',
  },
  en: {
    invited: 'Accept the invitation',
    change: 'Change the password',
    expired: 'The password has expired: choose a new one',
    expiredLead:
      'Your office wants passwords changed after a time. Then you go on to where you were going.',
    expiredButton: 'Change it and sign in',
    invitedLead: 'Set a password of your own. Nobody else knows it, the administrator included.',
    changeLead: 'Afterwards you are signed out on every other computer.',
    login: 'Login',
    present: 'Present password',
    password: 'New password',
    repeat: 'The new password again',
    invitedButton: 'Set the password and sign in',
    changeButton: 'Change the password',
  },
} as const

export function newPasswordPage(asked: NewPasswordPage): Html {
  const { language, why, action, otherLanguage, person, hidden, refusal } = asked
  const say = words[language]
  const change = why === 'change'
  const text = refusal === null ? undefined : refusalText(refusal, language)
  const place = refusal === null ? null : placeOf(refusal)
  const errorOf = (name: string) => (place === name ? text : undefined)
  const inputs = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  const card = html`<h1>${say[why]}</h1>
    <p class="lead">${person.name} · ${person.congress}<br />${say[`${why}Lead`]}</p>
    ${alertBox(place === 'form' && text !== undefined ? text : null)}
    <form method="post" action="${action}">
      ${inputs}<input type="hidden" name="lang" value="${language}" />
      <label for="login">${say.login}</label
      ><input
        id="login"
        name="login"
        type="text"
        autocomplete="username"
        readonly
        value="${person.login}"
      />
      ${change ? field({ name: 'present', label: say.present, kind: 'password', error: errorOf('present'), first: true }) : ''}
      ${field({ name: 'password', label: say.password, hint: passwordHint(language), kind: 'new-password', error: errorOf('password'), first: !change })}
      ${field({ name: 'repeat', label: say.repeat, kind: 'new-password', error: errorOf('repeat') })}
      <button>${say[`${why}Button`]}</button>
    </form>`
  const title = say[why]
  return page({ language, title, say: null, otherLanguage, wide: false, card })
}

function placeOf({ code }: IdentityRefusal): 'present' | 'password' | 'repeat' | 'form' {
  if (code === 'wrong-password') return 'present'
  if (code === 'password-unfit') return 'password'
  return code === 'repeat-differs' ? 'repeat' : 'form'
}
