/** A page that only says no, why, and what to do instead. */
import { html } from 'hono/html'
import type { Bilingual } from '@luoshi/domain/kernel/explanation'
import type { Language } from '../password-rule-words.ts'
import { page, type Html } from './page.ts'

export function refusalPage(language: Language, said: Bilingual): Html {
  const { what, fix } = said[language]
  const zh = language === 'zh'
  return page({
    language,
    title: zh ? '未能办理' : 'Not done',
    say: null,
    otherLanguage: `/sign-in?lang=${zh ? 'en' : 'zh'}`,
    wide: false,
    card: html`<h1>${what}</h1>
      <p class="lead">${fix}</p>
      <p>
        <a href="/sign-in?lang=${language}">${zh ? '前往登录页' : 'Go to the sign-in page'}</a>
      </p>`,
  })
}
