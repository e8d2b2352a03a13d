/** The part of one's own account about deputies: who acts for me, for whom I may act, and naming one. */
import { html } from 'hono/html'
import { delegableRoles } from '@luoshi/domain/people/delegation'
import { roleLabels, type Role } from '@luoshi/domain/people/roles'
import type { Delegation, Delegations } from '../delegations.ts'
import type { Language } from '../password-rule-words.ts'
import { hidden } from './account-page.ts'
import type { Html } from './page.ts'

const words = {
  zh: {
    title: '请假代办',
    hint: '外出或休假时，请同单位的同事代办。他用自己的账号登录，办的每一步都写明“代您”；报送方案、办结和自查须本人亲自办，不能代。',
    given: (name: string) => `${name} 代我办理`,
    received: (name: string) => `我代 ${name} 办理`,
    period: (from: string, until: string) => `${from} 至 ${until}`,
    later: '尚未开始',
    take: '收回',
    lay: '不再代办',
    make: '委托同事代办',
    deputy: '同事的登录名',
    roles: '代办哪些身份的工作',
    from: '自（含当日）',
    until: '至（含当日）',
    reason: '事由',
    button: '委托',
  },
  en: {
    title: 'While you are away',
    hint: 'A colleague of your office can act for you. They sign in as themselves, and every step says for whom; plans, results and self-checks stay yours in person.',
    given: (name: string) => `${name} acts for me`,
    received: (name: string) => `I act for ${name}`,
    period: (from: string, until: string) => `${from} to ${until}`,
    later: 'not yet',
    take: 'Take back',
    lay: 'Lay down',
    make: 'Let a colleague act for you',
    deputy: "The colleague's login",
    roles: 'In which of your roles',
    from: 'From (this day included)',
    until: 'Until (this day included)',
    reason: 'Reason',
    button: 'Let them act',
  },
} as const

/** What was typed and refused: the form opens again with it. */
export type TypedDelegation = Readonly<{
  deputy: string
  roles: readonly Role[]
  from: string
  until: string
  reason: string
}>

export type DelegationSection = Readonly<{
  language: Language
  csrf: string
  held: readonly Role[]
  today: string
  delegations: Delegations
  typed: TypedDelegation | null
}>

export function delegationSection(asked: DelegationSection): Html | '' {
  const { language, csrf, held, today, delegations, typed } = asked
  const mine = delegableRoles.filter((role) => held.includes(role))
  const { given, received } = delegations
  if (mine.length === 0 && given.length + received.length === 0) return ''
  const say = words[language]
  const lines = [
    ...given.map((one) => line(one, say.given(one.name), say.take, asked)),
    ...received.map((one) => line(one, say.received(one.name), say.lay, asked)),
  ]
  const choices = mine.map(
    (role) =>
      html`<label class="choice"
        ><input
          type="checkbox"
          name="role-${role}"
          value="1"
          ${typed === null || typed.roles.includes(role) ? 'checked' : ''}
        />${roleLabels[role][language]}</label
      >`,
  )
  const form = html`<details ${typed === null ? '' : 'open'}>
    <summary>${say.make}</summary>
    <form method="post" action="/account/delegations">
      ${hidden(csrf, language)}
      <label for="deputy">${say.deputy}</label>
      <input
        id="deputy"
        name="deputy"
        type="text"
        autocomplete="off"
        autocapitalize="none"
        value="${typed?.deputy ?? ''}"
        required
      />
      <fieldset>
        <legend>${say.roles}</legend>
        ${choices}
      </fieldset>
      <label for="from">${say.from}</label>
      <input id="from" name="from" type="date" value="${typed?.from ?? today}" required />
      <label for="until">${say.until}</label>
      <input id="until" name="until" type="date" value="${typed?.until ?? ''}" required />
      <label for="reason">${say.reason}</label>
      <input
        id="reason"
        name="reason"
        type="text"
        maxlength="200"
        autocomplete="off"
        value="${typed?.reason ?? ''}"
        required
      />
      <button>${say.button}</button>
    </form>
  </details>`
  return html`<section class="part" id="delegations">
    <h2>${say.title}</h2>
    <p class="hint">${say.hint}</p>
    ${
      lines.length === 0
        ? ''
        : html`<ul class="lines">
            ${lines}
          </ul>`
    }
    ${mine.length === 0 ? '' : form}
  </section>`
}

function line(
  { id, roles, from, until, reason, inForce }: Delegation,
  title: string,
  end: string,
  { language, csrf }: DelegationSection,
): Html {
  const say = words[language]
  const duties = roles.map((role) => roleLabels[role][language]).join('、')
  return html`<li class="session">
    <div>
      <strong>${title}</strong>
      <span class="hint"
        >${duties} · ${say.period(from, until)} · ${reason}${inForce ? '' : ` · ${say.later}`}</span
      >
    </div>
    <form method="post" action="/account/delegations/end">
      ${hidden(csrf, language)}<input type="hidden" name="delegation" value="${id}" />
      <button class="small" aria-label="${end} ${title}">${end}</button>
    </form>
  </li>`
}
