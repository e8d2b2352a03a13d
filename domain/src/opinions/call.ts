/**
 * A call for opinions: the committee asks the public to speak about an appraisal until a day, by a page of its own.
 *
 *     none ─open─▸ open ─close─▸ closed
 *
 * Source: domain.md §5 phase 1 (公告: channels and deadline, about 25 days open), seed map S19, S20.
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AppraisalId } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'

type About = Readonly<{ appraisal: AppraisalId; notice: string; openedOn: Day; until: Day }>

export type Call = ByStatus<{ none: Nothing; open: About; closed: About & { closedOn: Day } }>

/** The notice names who is appraised and whom to call: public, but a name and a number all the same. */
export type CallEvent = ByType<{
  CallOpened: { appraisal: AppraisalId; until: Day; on: Day; words: Words<{ notice: string }> }
  CallClosed: { on: Day }
}>

export type CallCommand = ByType<{
  OpenCall: { appraisal: AppraisalId; notice: string; until: Day; today: Day }
  CloseCall: { today: Day }
}>

export type CallRefusal = ByCode<{
  'call-exists': Nothing
  'call-not-open': Nothing
  'call-notice-missing': Nothing
  'call-ends-before-it-begins': Nothing
}>

export function decideCall(
  call: Call,
  command: CallCommand,
): Result<readonly CallEvent[], CallRefusal> {
  if (command.type === 'CloseCall')
    return call.status === 'open'
      ? accept([{ type: 'CallClosed', on: command.today }])
      : refuse({ code: 'call-not-open' })
  if (call.status !== 'none') return refuse({ code: 'call-exists' })
  const { appraisal, until, today } = command
  const notice = command.notice.trim()
  if (notice === '') return refuse({ code: 'call-notice-missing' })
  if (until < today) return refuse({ code: 'call-ends-before-it-begins' })
  return accept([{ type: 'CallOpened', appraisal, until, on: today, words: { notice } }])
}

export function evolveCall(before: Call, event: CallEvent): Call {
  if (event.type === 'CallOpened') {
    const { appraisal, until, on: openedOn } = event
    const notice = event.words?.notice ?? erasedText
    return { status: 'open', appraisal, notice, until, openedOn }
  }
  if (before.status === 'none') throw new Error('CallClosed before CallOpened')
  return { ...before, status: 'closed', closedOn: event.on }
}

/** Whether somebody may still write: open, and the last day is not over. */
export function takesVoices(call: Call, today: Day): boolean {
  return call.status === 'open' && today <= call.until
}

export function explainCallRefusal(refusal: CallRefusal): Bilingual {
  switch (refusal.code) {
    case 'call-exists':
      return bilingual(
        '这次征求意见已经开始。',
        '请刷新查看。',
        'This call is already open.',
        'Reload.',
      )
    case 'call-not-open':
      return bilingual(
        '这次征求意见已经结束。',
        '需要时可以再开一次。',
        'This call is closed.',
        'Open another one if needed.',
      )
    case 'call-notice-missing':
      return bilingual(
        '没有填写公告内容。',
        '请写明对谁、征求哪些方面的意见。',
        'The notice is empty.',
        'Say about whom and what you ask.',
      )
    case 'call-ends-before-it-begins':
      return bilingual(
        '截止日期已经过去。',
        '请填写今天或者以后的日期。',
        'The last day is past.',
        'Give today or later.',
      )
  }
}
