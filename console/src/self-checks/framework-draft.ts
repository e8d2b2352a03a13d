/** A framework as it is sent: without blank lines, and null while a part lacks its title or a question. */
import type { SelfCheckFramework } from '@luoshi/domain/appraisals/self-check-framework'

export function frameworkToSend(parts: SelfCheckFramework) {
  const sent = parts.map((part) => ({
    ...part,
    questions: part.questions.filter(({ text }) => text.trim() !== ''),
  }))
  const isWhole = sent.every((one) => one.title.trim() !== '' && one.questions.length > 0)
  return sent.length > 0 && isWhole ? sent : null
}
