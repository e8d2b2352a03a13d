/**
 * A term of the Standing Committee (届). There is one at a time; it ends when the next one begins, and what is open then
 * stays open: the list of it is handed over, matter by matter.
 *
 *     none ─open─▸ current ─change─▸ ended
 *
 * Source: domain.md §2 (任期 / 届); architecture.md (term / session).
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { Id } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'

type About = Readonly<{ number: number; from: Day; until: Day }>

export type Term = ByStatus<{
  none: Nothing
  current: About
  ended: About & { endedOn: Day; next: Id<'term'> }
}>

export type TermEvent = ByType<{
  TermOpened: About
  TermEnded: { on: Day; next: Id<'term'> }
}>

export type TermRefusal = ByCode<{
  'term-number-wrong': { expected: number | null }
  'term-days-wrong': Nothing
  'term-runs-already': { number: number }
  'term-not-current': Nothing
}>

type Ruling = Result<readonly TermEvent[], TermRefusal>

/** @param running - The number of the term that runs now, or null when there is none yet. */
export function openTerm(asked: About, running: number | null): Ruling {
  if (running !== null) return refuse({ code: 'term-runs-already', number: running })
  return opened(asked, null)
}

/** The events of the old term and of the next one. */
export function changeTerm(
  term: Term,
  next: About & Readonly<{ id: Id<'term'> }>,
  today: Day,
): Result<Readonly<{ ended: readonly TermEvent[]; opened: readonly TermEvent[] }>, TermRefusal> {
  if (term.status !== 'current') return refuse({ code: 'term-not-current' })
  const { number, from, until } = next
  const ruling = opened({ number, from, until }, term.number + 1)
  if (!ruling.ok) return ruling
  const ended = [{ type: 'TermEnded', on: today, next: next.id } as const]
  return accept({ ended, opened: ruling.value })
}

function opened({ number, from, until }: About, expected: number | null): Ruling {
  const right = Number.isInteger(number) && number > 0 && number < 100
  if (!right || (expected !== null && number !== expected))
    return refuse({ code: 'term-number-wrong', expected })
  if (until <= from) return refuse({ code: 'term-days-wrong' })
  return accept([{ type: 'TermOpened', number, from, until }])
}

export const noTerm: Term = { status: 'none' }

export function evolveTerm(before: Term, event: TermEvent): Term {
  if (event.type === 'TermOpened') {
    const { number, from, until } = event
    return { status: 'current', number, from, until }
  }
  if (before.status === 'none') throw new Error('TermEnded before TermOpened')
  return { ...before, status: 'ended', endedOn: event.on, next: event.next }
}

export function explainTerm(refusal: TermRefusal): Bilingual {
  switch (refusal.code) {
    case 'term-number-wrong':
      return refusal.expected === null
        ? bilingual(
            '届次不对。',
            '请填写1至99之间的整数。',
            'The number of the term is wrong.',
            'Give a whole number from 1 to 99.',
          )
        : bilingual(
            `下一届应为第${refusal.expected}届。`,
            '请核对届次。',
            `The next term is no. ${refusal.expected}.`,
            'Check the number.',
          )
    case 'term-days-wrong':
      return bilingual(
        '任期结束日期不晚于开始日期。',
        '请核对起止日期。',
        'The term ends before it begins.',
        'Check its days.',
      )
    case 'term-runs-already':
      return bilingual(
        `第${refusal.number}届正在任期内。`,
        '换届的，请在本届上办理“换届”，未办结事项会一并列入移交清单。',
        `Term no. ${refusal.number} is running.`,
        'Change the term there; everything open goes onto a hand-over list.',
      )
    case 'term-not-current':
      return bilingual(
        '这一届已经结束，或者没有登记。',
        '请刷新查看。',
        'This term has ended, or is not on record.',
        'Reload.',
      )
  }
}
