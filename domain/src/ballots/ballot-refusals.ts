/** Why a ballot is turned down, and what to do about it. */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { grades } from '../verdicts/counting/grades.ts'
import type { OfficialCountRefusal } from '../rule-books/official-ballot.ts'
import { explainCountRefusal } from '../verdicts/counting/explain-count-refusal.ts'
import type { CountFault } from './ballot-count.ts'

type AboutOpening = ByCode<{
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
}>

type AboutEntering =
  | CountFault
  | ByCode<{
      'ballot-already-counted': Nothing
      'ballot-two-entered': Nothing
      'ballot-chief-missing': Nothing
      'ballot-tellers-missing': Nothing
    }>

type AboutResult = ByCode<{
  'ballot-not-counted': Nothing
  'ballot-already-announced': Nothing
  'ballot-is-void': Nothing
  'ballot-row-refused': { row: number; refusal: OfficialCountRefusal }
  'ballot-no-exceptions': Nothing
  'ballot-not-in-report': Nothing
  'ballot-demand-missing': Nothing
  'ballot-reason-missing': Nothing
  'ballot-surplus-undecided': Nothing
  'ballot-without-surplus': Nothing
}>

export type BallotRefusal = AboutOpening | AboutEntering | AboutResult

export function explainBallotRefusal(refusal: BallotRefusal): Bilingual {
  return isOfOpening(refusal)
    ? ofOpening(refusal)
    : isOfResult(refusal)
      ? ofResult(refusal)
      : ofEntering(refusal)
}

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
])

const resultCodes: ReadonlySet<string> = new Set<AboutResult['code']>([
  'ballot-not-counted',
  'ballot-already-announced',
  'ballot-is-void',
  'ballot-row-refused',
  'ballot-no-exceptions',
  'ballot-not-in-report',
  'ballot-demand-missing',
  'ballot-reason-missing',
  'ballot-surplus-undecided',
  'ballot-without-surplus',
])

const isOfOpening = (refusal: BallotRefusal): refusal is AboutOpening =>
  openingCodes.has(refusal.code)

const isOfResult = (refusal: AboutEntering | AboutResult): refusal is AboutResult =>
  resultCodes.has(refusal.code)

function explainRowRefusal(refusal: OfficialCountRefusal): Bilingual {
  if (refusal.code !== 'grade-without-outcome') return explainCountRefusal(refusal)
  const { zh, en } = grades[refusal.grade]
  return bilingual(
    `本级办法没有写明“${zh}”的后果。`,
    '请在办法中补充后再立项；这次测评可以作废重来。',
    `The rule book does not say what “${en}” leads to.`,
    'Complete it; this ballot can be declared void.',
  )
}

function ofOpening(refusal: AboutOpening): Bilingual {
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
  }
}

function ofEntering(refusal: AboutEntering): Bilingual {
  switch (refusal.code) {
    case 'ballot-rows-differ':
      return bilingual(
        `票上有${refusal.wanted}行，只填了${refusal.given}行。`,
        '请刷新后重新填写。',
        `The form has ${refusal.wanted} rows, ${refusal.given} were given.`,
        'Reload and fill it in again.',
      )
    case 'ballot-issued-to-many':
      return bilingual(
        `发出${refusal.issued}张，多于可以投票的${refusal.entitled}人（实到人数减去回避人数）。`,
        '请核对发票数；回避人员和列席人员不发票。',
        `${refusal.issued} forms were issued to ${refusal.entitled} people entitled to vote.`,
        'Check it; recused members and observers get none.',
      )
    case 'ballot-forms-do-not-add-up':
      return bilingual(
        `无效${refusal.invalid}张，多于收回的${refusal.returned}张。`,
        '有效票与无效票之和应等于收回票数。',
        `${refusal.invalid} invalid of ${refusal.returned} returned.`,
        'Valid and invalid forms make those returned.',
      )
    case 'ballot-row-does-not-add-up':
      return bilingual(
        `第${refusal.row}行合计${refusal.sum}票，应等于有效票${refusal.valid}张。`,
        '请重新清点这一行；一行多选的计入“本行作废”，没有划的计入“弃权”。',
        `Row ${refusal.row} adds up to ${refusal.sum}, not to the ${refusal.valid} valid forms.`,
        'Count it again; several marks are “spoiled”, none is an abstention.',
      )
    case 'ballot-already-counted':
      return bilingual(
        '计票结果已经确认，或者这次测评已经作废。',
        '请刷新查看；确有错误的，作废后重新登记。',
        'The count is settled, or the ballot is void.',
        'Reload; if it is wrong, void it and record it anew.',
      )
    case 'ballot-two-entered':
      return bilingual(
        '两人已经分别录入，正在核对。',
        '请由这两人各自更正。',
        'Two people have entered it and are comparing.',
        'Let them correct their own figures.',
      )
    case 'ballot-chief-missing':
      return bilingual(
        '没有填写总监票人。',
        '请填写姓名。',
        'The chief scrutineer is missing.',
        'Give the name.',
      )
    case 'ballot-tellers-missing':
      return bilingual(
        '没有填写计票人。',
        '请至少填写一人。',
        'There is no teller.',
        'Name at least one.',
      )
  }
}

function ofResult(refusal: AboutResult): Bilingual {
  switch (refusal.code) {
    case 'ballot-not-counted':
      return bilingual(
        '计票还没有确认，不能宣布。',
        '请先录入计票结果；两人录入不一致的，先核对一致。',
        'The count is not settled yet.',
        'Enter the figures; where two entries differ, settle that first.',
      )
    case 'ballot-already-announced':
      return bilingual(
        '结果已经宣布，不能再改。',
        '宣布的结果不得更改；重新测评须另开一次。',
        'The result has been announced.',
        'It stands; another vote is another ballot.',
      )
    case 'ballot-is-void':
      return bilingual('这次测评已经作废。', '请重新测评。', 'It is void.', 'Vote again.')
    case 'ballot-row-refused': {
      const { zh, en } = explainRowRefusal(refusal.refusal)
      const row = refusal.row
      return bilingual(`第${row}行：${zh.what}`, zh.fix, `Row ${row}: ${en.what}`, en.fix)
    }
    case 'ballot-no-exceptions':
      return bilingual(
        '只有对整改情况报告整体测评时才能另列事项。',
        '逐件测评的，每件按各自的票数确定。',
        'Only where the report is judged as a whole can matters be set apart.',
        'Matters judged one by one go by their own votes.',
      )
    case 'ballot-not-in-report':
      return bilingual(
        '另列的事项不在这份报告里。',
        '请从报告所列事项中选择。',
        'A matter set apart is not in the report.',
        'Choose among those it names.',
      )
    case 'ballot-demand-missing':
      return bilingual(
        '没有写明常委会的要求。',
        '不满意或者基本满意的，请写明要求和时限。',
        'What the committee asks for is missing.',
        'Say what is asked for and until when.',
      )
    case 'ballot-reason-missing':
      return bilingual('没有写明理由。', '请写明理由。', 'The reason is missing.', 'Give it.')
    case 'ballot-surplus-undecided':
      return bilingual(
        '收回的票多于发出的票，会议主持人还没有决定怎样办，不能宣布。',
        '请先登记主持人的决定：重新清点，或者作废重投。',
        'More forms came back than went out, and the chair has not decided.',
        'Record the decision first: count again, or void and vote again.',
      )
    case 'ballot-without-surplus':
      return bilingual(
        '这次测评没有等待决定的多出票。',
        '请刷新查看。',
        'No surplus of forms waits for a decision here.',
        'Reload.',
      )
  }
}
