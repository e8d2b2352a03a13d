/** Why a ballot cannot be put on record, and what to do about it. */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'

export type AboutOpening = ByCode<{
  'ballot-exists': Nothing
  'ballot-missing': Nothing
  'ballot-session-missing': Nothing
  'ballot-in-the-future': { today: Day }
  'ballot-members-missing': Nothing
  'ballot-too-many-present': { present: number; members: number }
  'ballot-no-quorum': { present: number; members: number; needed: number }
  'ballot-recusal-unexplained': Nothing
  'ballot-nobody-entitled': Nothing
  'ballot-without-matters': Nothing
  'ballot-too-long': { most: number }
  'ballot-matter-twice': Nothing
  'ballot-roll-needed': Nothing
}>

const openingCodes: ReadonlySet<string> = new Set<AboutOpening['code']>([
  'ballot-exists',
  'ballot-missing',
  'ballot-session-missing',
  'ballot-in-the-future',
  'ballot-members-missing',
  'ballot-too-many-present',
  'ballot-no-quorum',
  'ballot-recusal-unexplained',
  'ballot-nobody-entitled',
  'ballot-without-matters',
  'ballot-too-long',
  'ballot-matter-twice',
  'ballot-roll-needed',
])

export function isOfOpening(refusal: Readonly<{ code: string }>): refusal is AboutOpening {
  return openingCodes.has(refusal.code)
}

export function explainOpening(refusal: AboutOpening): Bilingual {
  switch (refusal.code) {
    case 'ballot-exists':
      return bilingual('这次测评已经登记。', '请刷新查看。', 'It is on record.', 'Reload.')
    case 'ballot-missing':
      return bilingual('没有这次测评。', '请刷新查看。', 'There is no such ballot.', 'Reload.')
    case 'ballot-session-missing':
      return bilingual(
        '没有填写会议名称。',
        '请写明第几届第几次会议。',
        'The session is not named.',
        'Give term and number.',
      )
    case 'ballot-in-the-future':
      return bilingual(
        '测评日期在今天之后。',
        `请填写${refusal.today}或者更早的日期。`,
        'The day of the ballot is in the future.',
        `Give ${refusal.today} or an earlier day.`,
      )
    case 'ballot-members-missing':
      return bilingual(
        '没有填写全体组成人员人数。',
        '请填写应到人数，不少于3人。',
        'The number of all members is missing.',
        'Give it; at least 3.',
      )
    case 'ballot-too-many-present':
      return bilingual(
        `实到${refusal.present}人，多于全体组成人员${refusal.members}人。`,
        '请核对签到表；列席人员不计入实到。',
        `${refusal.present} present of only ${refusal.members} members.`,
        'Check the attendance; observers do not count.',
      )
    case 'ballot-no-quorum':
      return bilingual(
        `全体组成人员${refusal.members}人，实到${refusal.present}人，不足过半数（${refusal.needed}人），不得表决。`,
        '请核对实到人数；确实不足的，改期再行测评。',
        `${refusal.present} of ${refusal.members} present; ${refusal.needed} are needed.`,
        'Check the attendance, or hold the ballot another day.',
      )
    case 'ballot-recusal-unexplained':
      return bilingual(
        '有回避人员没有写明理由。',
        '请逐人写明回避理由。',
        'A recusal has no reason.',
        'Give one for each.',
      )
    case 'ballot-nobody-entitled':
      return bilingual(
        '除去回避的人员，没有人可以投票。',
        '请核对实到人数和回避名单。',
        'Nobody is left to vote.',
        'Check attendance and recusals.',
      )
    case 'ballot-without-matters':
      return bilingual(
        '没有选择事项。',
        '请至少选择一件已经核查的事项。',
        'No matter was chosen.',
        'Choose at least one that was verified.',
      )
    case 'ballot-too-long':
      return bilingual(
        `一次测评最多${refusal.most}件事项。`,
        '请分两次测评。',
        `One ballot holds ${refusal.most} matters at most.`,
        'Hold two.',
      )
    case 'ballot-matter-twice':
      return bilingual(
        '同一件事项选了两次。',
        '请去掉重复的。',
        'A matter is on it twice.',
        'Remove one.',
      )
    case 'ballot-roll-needed':
      return bilingual(
        '在本系统投票，要按姓名签到。',
        '请给名册上的组成人员逐人登记到会、请假或者缺席。',
        'A ballot cast here needs the roll called by name.',
        'Say of every member whether present, on leave or absent.',
      )
  }
}
