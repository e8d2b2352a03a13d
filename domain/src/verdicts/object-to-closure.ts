/**
 * Rule: whoever objects while a result is on public notice (公示) is heard: no matter is struck off until each objection
 * has a written answer. An objection that proves right sends nobody back by itself; the body that closes decides.
 * Source: domain.md §8.11 (公示起止与异议), §9.1 (closed: after 公示 if configured).
 */
import type { Command } from '../matters/commands.ts'
import { blank, firstOf } from '../matters/guards.ts'
import type { OpenedMatter } from '../matters/matter.ts'
import { rule, type Ruling } from '../matters/rule.ts'

export function objectToClosure({ text, from, today }: Command<'ObjectToClosure'>): Ruling {
  return rule(blank('异议内容', text), {
    type: 'ClosureObjected',
    on: today,
    words: { text, from: from.trim() },
  })
}

export function answerObjection(
  { objections }: OpenedMatter,
  { objection, answer, today }: Command<'AnswerObjection'>,
): Ruling {
  const isOpen = objections[objection]?.answer === null
  const refusal = firstOf(isOpen ? null : { code: 'no-such-objection' }, blank('答复', answer))
  return rule(refusal, { type: 'ObjectionAnswered', objection, on: today, words: { answer } })
}
