/** A field with its label, its hint and its error beside it, tied together for screen readers. */
import { html, raw } from 'hono/html'
import type { IdentityRefusal } from '../identity-refusals.ts'
import { explainIdentityRefusal } from '../identity-refusal-words.ts'
import type { Language } from '../password-rule-words.ts'
import type { Html } from './page.ts'

export type Field = Readonly<{
  name: string
  label: string
  hint?: string
  error?: string | undefined
  value?: string | undefined
  kind: 'text' | 'login' | 'password' | 'new-password' | 'code' | 'one-time'
  /** Where the cursor starts; a field that is wrong always asks for it, and the first on the page gets it. */
  first?: boolean
}>

const attributes: Readonly<Record<Field['kind'], string>> = {
  text: 'type="text" autocomplete="off"',
  login: 'type="text" autocomplete="username" autocapitalize="none" spellcheck="false"',
  password: 'type="password" autocomplete="current-password"',
  'new-password': 'type="password" autocomplete="new-password" minlength="10"',
  'one-time':
    'type="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false"',
  code: 'type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"',
}

/** Passwords typed are never sent back. */
export function field({ name, label, hint, error, value = '', kind, first = false }: Field): Html {
  const notes = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-bad`]
  const told = notes.filter((id) => id !== '').join(' ')
  const secret = kind === 'password' || kind === 'new-password'
  return html`<label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      ${raw(attributes[kind])}
      required${secret ? '' : html` value="${value}"`}${told === '' ? '' : html` aria-describedby="${told}"`}${error === undefined ? '' : raw(' aria-invalid="true"')}${first || error !== undefined ? raw(' autofocus') : ''}
    />
    ${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${error === undefined ? '' : html`<p class="bad" id="${name}-bad">${error}</p>`}`
}

export function alertBox(text: string | null): Html | '' {
  return text === null ? '' : html`<p class="alert" role="alert">${text}</p>`
}

export function noteBox(text: string | null): Html | '' {
  return text === null ? '' : html`<p class="note" role="status">${text}</p>`
}

export function refusalText(refusal: IdentityRefusal, language: Language): string {
  const { what, fix } = explainIdentityRefusal(refusal)[language]
  return language === 'zh' ? `${what}${fix}` : `${what} ${fix}`
}

export function passwordHint(language: Language): string {
  return language === 'zh'
    ? '至少 10 个字符，大写、小写、数字、符号（或汉字）四类中至少三类；可以粘贴，可以由浏览器生成。'
    : 'At least 10 characters of three kinds: capitals, lower case, digits, signs or Chinese characters. Paste it, or let the browser make one.'
}
