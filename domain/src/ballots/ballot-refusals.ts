/** Why a ballot is turned down, and what to do about it. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { grades } from '../verdicts/counting/grades.ts'
import type { OfficialCountRefusal } from '../rule-books/official-ballot.ts'
import { voterGroupLabels } from '../rule-books/choice-words.ts'
import { explainCountRefusal } from '../verdicts/counting/explain-count-refusal.ts'
import type { CountFault } from './ballot-count.ts'
import type { RowRefusal } from './ballot-results.ts'
import type { GroupFault } from './group-forms.ts'
import { explainGroupFault, isOfGroups } from './group-refusals.ts'
import { explainOpening, isOfOpening, type AboutOpening } from './opening-refusals.ts'

type AboutEntering =
  | CountFault
  | ByCode<{
      'ballot-already-counted': Nothing
      'ballot-two-entered': Nothing
      'ballot-cast-here': Nothing
      'ballot-chief-missing': Nothing
      'ballot-tellers-missing': Nothing
    }>

type AboutResult = ByCode<{
  'ballot-not-counted': Nothing
  'ballot-already-announced': Nothing
  'ballot-is-void': Nothing
  'ballot-row-refused': RowRefusal
  'ballot-no-exceptions': Nothing
  'ballot-not-in-report': Nothing
  'ballot-demand-missing': Nothing
  'ballot-reason-missing': Nothing
  'ballot-surplus-undecided': Nothing
  'ballot-without-surplus': Nothing
  'ballot-rehearsal': Nothing
}>

export type BallotRefusal = AboutOpening | AboutEntering | AboutResult | GroupFault

export function explainBallotRefusal(refusal: BallotRefusal): Bilingual {
  if (isOfGroups(refusal)) return explainGroupFault(refusal, ofEntering)
  return isOfOpening(refusal)
    ? explainOpening(refusal)
    : isOfResult(refusal)
      ? ofResult(refusal)
      : ofEntering(refusal)
}

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
  'ballot-rehearsal',
])

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
    case 'ballot-cast-here':
      return bilingual(
        '这次测评在本系统投票，计票结果由选票开出，不由人录入。',
        '请按投票的步骤办理；纸质票在封票以后录入。',
        'This ballot is cast here; its count comes from the ballots.',
        'Go on with the steps of the vote; paper is entered after the close.',
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
      const { row, group } = refusal
      const who = group ? voterGroupLabels[group] : { zh: '', en: '' }
      return bilingual(
        `第${row}行${who.zh}：${zh.what}`,
        zh.fix,
        `Row ${row} ${who.en}: ${en.what}`,
        en.fix,
      )
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
    case 'ballot-rehearsal':
      return bilingual(
        '这是演练，不能宣布，也不作任何结论。',
        '正式测评请另开一次。',
        'This is a rehearsal: it is never announced and judges nothing.',
        'Open a real ballot for that.',
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
