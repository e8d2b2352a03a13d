/** A ballot held in a meeting counts those who were in the hall at one of its moments: the same number, and the same people. */
import type { OpeningBallot } from '@luoshi/domain/ballots/decide-ballot'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import { momentsIn, type Moment } from '@luoshi/domain/meetings/attendance'
import type { Meeting } from '@luoshi/domain/meetings/meeting'
import { refused } from '../execute/refused.ts'

export function ofTheHall(meeting: Exclude<Meeting, { status: 'none' }>, ballot: OpeningBallot) {
  const { members, present, roll } = ballot
  if (members === meeting.members && momentsIn(meeting).some((one) => isSameHall(one, ballot)))
    return accept(true as const)
  const said = [...new Set(momentsIn(meeting).map((one) => one.present))].join('、')
  const who = roll === undefined ? '人数' : '签到名单'
  return refused(
    409,
    'ballot-not-of-the-hall',
    bilingual(
      `测评的${who}（应到${members}人、实到${present}人）与会议登记的到会情况（应到${meeting.members}人、实到${said}人）对不上。`,
      '请核对；会上有人到会、离会的，先在会议页登记“到会变动”，再登记测评。',
      `The ballot’s voters (${present} of ${members}) were never in the hall (${said} of ${meeting.members}).`,
      'Check them; if somebody came or left, record that in the meeting first.',
    ),
  )
}

function isSameHall({ present, absent }: Moment, ballot: OpeningBallot): boolean {
  if (present !== ballot.present) return false
  if (!ballot.roll || absent.length !== ballot.members - present) return true
  const away = ballot.roll.filter(({ standing }) => standing !== 'present')
  return away.every(({ name }) => absent.some((one) => one.name === name))
}
