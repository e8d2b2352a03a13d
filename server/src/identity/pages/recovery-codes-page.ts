/** Ten codes, shown once: to be printed or written down. */
import { html } from 'hono/html'
import type { Language } from '../password-rule-words.ts'
import { page, type Html } from './page.ts'

export type RecoveryCodesPage = Readonly<{
  language: Language
  codes: readonly string[]
  /** A path of ours. */
  goOn: string
}>

const words = {
  zh: {
    title: '恢复码只显示这一次',
    lead: '手机丢失或更换时，用其中一个代替验证码登录，每个只能用一次。请打印或抄写，锁在柜中，不要存在手机里。',
    go: '已保存，继续',
  },
  en: {
    title: 'Recovery codes, shown only once',
    lead: 'When the telephone is lost, one of these stands in for its code; each works once. Print them or write them down and lock them away.',
    go: 'Kept; go on',
  },
} as const

export function recoveryCodesPage({ language, codes, goOn }: RecoveryCodesPage): Html {
  const say = words[language]
  const card = html`<h1>${say.title}</h1>
    <p class="lead">${say.lead}</p>
    <ol class="codes print">
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ol>
    <p><a class="button" href="${goOn}">${say.go}</a></p>`
  return page({ language, title: say.title, say: null, otherLanguage: '', wide: false, card })
}
