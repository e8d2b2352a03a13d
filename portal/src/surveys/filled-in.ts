/** The form as it stands, for the draft, and as it is sent. */
import type { Draft } from './draft.ts'

/** 不了解 stands alone: whoever does not know has chosen nothing else. */
export const unknown = 'unknown'

export function fieldsOf(form: HTMLFormElement): Draft['fields'] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && /^(a\.|m\.|t\.|stratum$|code$)/.test(name)
      ? [[name, value] as const]
      : [],
  )
}

export function fillIn(form: HTMLFormElement, fields: Draft['fields']): void {
  for (const [name, value] of fields) {
    for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      `[name="${CSS.escape(name)}"]`,
    )) {
      if (control instanceof HTMLTextAreaElement) control.value = value
      else if (control.value === value) control.checked = true
    }
  }
}

/** `asked`: the questions that apply to what was answered. */
export function bodyOf(
  form: HTMLFormElement,
  { id, secret }: Draft,
  asked: ReadonlySet<string>,
): string {
  const answers: Record<string, string | string[]> = {}
  const texts: { question: string; text: string }[] = []
  let stratum = ''
  for (const [name, value] of fieldsOf(form)) {
    const question = name.slice(2)
    if (name === 'stratum') stratum = value
    else if (name === 'code') continue
    else if (!asked.has(question)) continue
    else if (name.startsWith('a.')) answers[question] = value
    else if (name.startsWith('m.')) answers[question] = [...(answers[question] ?? []), value]
    else if (value.trim() !== '') texts.push({ question, text: value })
  }
  const channel = form.querySelector<HTMLInputElement>('[name=channel]')?.value ?? ''
  return JSON.stringify({ id, secret, channel, stratum, answers, texts })
}
