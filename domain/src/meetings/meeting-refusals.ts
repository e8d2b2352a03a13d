/** Why a step of a meeting is refused, and how to mend it. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'

export type MeetingRefusal = ByCode<{
  'meeting-exists': Nothing
  'meeting-not-convened': Nothing
  'meeting-not-in-session': Nothing
  'meeting-over': Nothing
  'meeting-hears-nobody': Nothing
  'meeting-session-missing': Nothing
  'meeting-members-missing': Nothing
  'meeting-too-many-present': { members: number }
  'meeting-no-quorum': { present: number; needed: number }
  'meeting-reason-missing': Nothing
  'meeting-absent-differ': { absent: number; away: number }
  'meeting-no-such-point': Nothing
  'meeting-next-too-early': Nothing
  'meeting-attendance-same': Nothing
  'meeting-quorum-lost': { present: number; needed: number }
}>

export function explainMeetingRefusal(refusal: MeetingRefusal): Bilingual {
  switch (refusal.code) {
    case 'meeting-exists':
      return bilingual('这次会议已经登记。', '请刷新查看。', 'The meeting is on record.', 'Reload.')
    case 'meeting-not-convened':
      return bilingual(
        '会议已经开始或者结束。',
        '请刷新查看。',
        'The meeting has begun or ended.',
        'Reload.',
      )
    case 'meeting-not-in-session':
      return bilingual(
        '会议不在进行中。',
        '开会并清点人数以后才能记录。',
        'The meeting is not in session.',
        'Begin it first.',
      )
    case 'meeting-over':
      return bilingual('会议已经结束。', '请刷新查看。', 'The meeting is over.', 'Reload.')
    case 'meeting-hears-nobody':
      return bilingual(
        '没有选择评议。',
        '请至少选择一位述职人员的评议。',
        'No appraisal was chosen.',
        'Choose at least one.',
      )
    case 'meeting-session-missing':
      return bilingual(
        '没有填写会议名称。',
        '请写明第几届第几次会议。',
        'The session is not named.',
        'Give term and number.',
      )
    case 'meeting-members-missing':
      return bilingual(
        '没有填写全体组成人员人数。',
        '请填写应到人数，不少于3人。',
        'The number of all members is missing.',
        'Give it; at least 3.',
      )
    case 'meeting-too-many-present':
      return bilingual(
        `到会人数多于全体组成人员（${refusal.members}人）。`,
        '请重新清点。',
        `More are present than there are members (${refusal.members}).`,
        'Count again.',
      )
    case 'meeting-no-quorum':
      return bilingual(
        `到会${refusal.present}人，不足全体组成人员的过半数（${refusal.needed}人），不能开会。`,
        '请等人数到齐；到不齐的，登记改期。',
        `${refusal.present} present; ${refusal.needed} are needed for a quorum.`,
        'Wait for more, or adjourn.',
      )
    case 'meeting-reason-missing':
      return bilingual('没有填写理由。', '请写明理由。', 'The reason is missing.', 'Give it.')
    case 'meeting-absent-differ':
      return bilingual(
        `缺席名单${refusal.absent}人，应到减实到为${refusal.away}人，对不上。`,
        '请核对签到表；不点名的，缺席名单留空。',
        `${refusal.absent} are named absent, but ${refusal.away} are away.`,
        'Check the sheet, or name nobody.',
      )
    case 'meeting-no-such-point':
      return bilingual('议程没有这一项。', '请刷新查看。', 'No such point.', 'Reload.')
    case 'meeting-attendance-same':
      return bilingual(
        '到会情况没有变化。',
        '请登记谁到会、谁离会，或者改正实到人数。',
        'Nobody came or left.',
        'Say who did, or put the number right.',
      )
    case 'meeting-quorum-lost':
      return bilingual(
        `实到${refusal.present}人，已不足过半数（${refusal.needed}人），后面的议程不能进行。`,
        '请等人数够了，登记到会变动后继续；等不到的，登记休会。',
        `Only ${refusal.present} are present, below the quorum of ${refusal.needed}; the agenda may not go on.`,
        'Record who comes back, or adjourn.',
      )
    case 'meeting-next-too-early':
      return bilingual(
        '改定的日期不在原定日期之后。',
        '请填写以后的日期；还没有定的留空。',
        'The new day is not after the old one.',
        'Give a later one, or leave it empty.',
      )
  }
}
