/**
 * Which papers and records wait for whom: one arm for each thing to do, found by the state it waits in. `$2` is the unit,
 * `$3` the account, `$4` the name of the one who asks, `$5` today.
 * Source: issue 3, items 2–10: everybody for whom something waits sees it.
 */
import type { CommandType } from '@luoshi/domain/people/rights'
import type { DeskTask } from '../contract/desk.ts'
import { isAnsweredByUnit } from '../supervision/answering-for.ts'

type Arm = Readonly<{
  command: CommandType
  kind: DeskTask['kind']
  /** Kinds of records, quoted. */
  records: string
  where: string
  label: DeskTask['label']
  /** What the line leads to; absent: the record. */
  leadsTo?: 'appraisal' | 'parent'
}>

function arm(
  command: CommandType,
  kind: DeskTask['kind'],
  records: string,
  where: string,
  [zh, en]: readonly [string, string],
  leadsTo?: Arm['leadsTo'],
): Arm {
  const label = { zh, en }
  return { command, kind, records, where, label, ...(leadsTo ? { leadsTo } : {}) }
}

const isRemoval = `doc ->> 'step' in ('dismissal', 'removal')`
const holds = (field: string, one: string, is: string) =>
  `exists (select from jsonb_array_elements(doc -> '${field}') ${one} where ${is})`
/** A plan of a year gone by is history: what it left out is in the rotation. */
const isOfNow = `on_day >= date_trunc('year', $5::timestamp)`
const lotUnsealed = `lot -> 'commitment' = 'null' and not (lot ->> 'isLeftOut')::boolean`
const lotUnopened = `lot -> 'opened' = 'null' and not (lot ->> 'isLeftOut')::boolean`

const supervision: readonly Arm[] = [
  arm('SignNotice', 'notice', `'notice'`, `status = 'issued' and unit = $2`, [
    '签收督办文书',
    'Sign for a paper',
  ]),
  arm('AnswerNotice', 'notice', `'notice'`, `status = 'received' and unit = $2`, [
    '报告督办文书办理情况',
    'Answer a paper',
  ]),
  arm(
    'AnswerConsequence',
    'measure',
    `'consequence'`,
    `status = 'decided' and ${isAnsweredByUnit} and not ${isRemoval}`,
    ['答复监督措施', 'Answer a measure'],
  ),
  arm('ConcludeConsequence', 'measure', `'consequence'`, `status = 'answered'`, [
    '登记监督措施的结果',
    'Record what came of a measure',
  ]),
  arm(
    'HearDefence',
    'measure',
    `'consequence'`,
    `status = 'decided' and ${isRemoval} and doc -> 'defence' = 'null'`,
    ['听取免职、撤职案的申辩', 'Hear the defence against a removal'],
  ),
  arm(
    'CountRemovalVote',
    'measure',
    `'consequence'`,
    `status = 'decided' and ${isRemoval} and doc -> 'defence' <> 'null' and doc -> 'vote' = 'null'`,
    ['登记免职、撤职案的表决', 'Record the vote on a removal'],
  ),
  arm(
    'ConcludeConsequence',
    'measure',
    `'consequence'`,
    `status = 'decided' and ${isRemoval} and doc -> 'vote' <> 'null'`,
    ['登记监督措施的结果', 'Record what came of a measure'],
  ),
  arm('IssueBriefing', 'briefing', `'briefing'`, `status = 'drafted'`, [
    '批准印发',
    'Approve and issue',
  ]),
  arm('CallSampleWord', 'sample', `'lookback', 'spotcheck'`, `status = 'sealed'`, [
    '为抽取报数',
    'Call the word of a draw',
  ]),
  arm('DrawSample', 'sample', `'lookback', 'spotcheck'`, `status = 'called'`, [
    '开封抽取',
    'Open and draw',
  ]),
  arm(
    'RecordSampleTask',
    'sample',
    `'lookback', 'spotcheck'`,
    `status = 'drawn' and ${holds('tasks', 'task', `task -> 'result' = 'null'`)}`,
    ['登记回头看、抽查情况', 'Record look-backs and spot checks'],
  ),
]

const appraisal: readonly Arm[] = [
  arm(
    'TakeOverGap',
    'selfCheck',
    `'selfcheck'`,
    `status = 'submitted' and ${holds('gaps', 'gap', `gap -> 'takenOver' = 'null' and (gap -> 'fixedOn' = 'null' or gap -> 'check' ->> 'outcome' = 'notConfirmed')`)}`,
    ['把自查问题列为意见', 'Take over what the self-check found'],
    'appraisal',
  ),
  arm(
    'VerifySelfFix',
    'selfCheck',
    `'selfcheck'`,
    `status = 'submitted' and ${holds('gaps', 'gap', `gap -> 'fixedOn' <> 'null' and gap -> 'check' = 'null'`)}`,
    ['核查未评先改', 'Verify early fixes'],
    'appraisal',
  ),
  arm(
    'SignInquiryReport',
    'inquiryReport',
    `'inquiryreport'`,
    `status = 'draft' and exists (select from jsonb_array_elements(doc -> 'signatories')
      with ordinality who (one, nth) where one ->> 'account' = $3
        and not exists (select from jsonb_array_elements(doc -> 'signatures') given
          where (given ->> 'place')::int = nth - 1))`,
    ['签署调查报告', 'Sign the investigation report'],
    'appraisal',
  ),
  arm(
    'SubmitInquiryReport',
    'inquiryReport',
    `'inquiryreport'`,
    `status = 'signed'`,
    ['将调查报告提请主任会议', 'Put the investigation report before the chairs'],
    'appraisal',
  ),
  arm(
    'ReadVoices',
    'voices',
    `'voice'`,
    `status = 'received'`,
    ['处理群众来言', 'Deal with voices of the public'],
    'appraisal',
  ),
  arm(
    'CloseCall',
    'voices',
    `'call'`,
    `status = 'open' and due < $5`,
    ['公开征求意见期满，待结束', 'A call for opinions has run out: close it'],
    'appraisal',
  ),
  arm('CloseMeeting', 'meeting', `'meeting'`, `status = 'inSession' and on_day < $5`, [
    '评议会还没有登记结束',
    'Close the meeting',
  ]),
  arm('ApproveLetter', 'letter', `'letter'`, `status = 'drafted'`, [
    '审定意见书',
    'Approve the letter',
  ]),
  arm('IssueLetter', 'letter', `'letter'`, `status = 'approved'`, [
    '意见书编号印发',
    'Issue the letter',
  ]),
  arm('HandOverLetter', 'letter', `'letter'`, `status = 'issued'`, [
    '意见书交办',
    'Hand the letter over',
  ]),
  arm(
    'AnswerDefence',
    'defence',
    `'defence'`,
    `status = 'filed'`,
    ['答复书面申辩', 'Answer a written defence'],
    'parent',
  ),
  arm(
    'EnterBallot',
    'ballot',
    `'ballot'`,
    `doc -> 'source' ->> 'type' = 'countedElsewhere' and (status in ('open', 'differs')
      or status = 'entered' and doc -> 'entered' -> 0 ->> 'by' <> $3)`,
    ['录入计票结果', 'Enter a count'],
  ),
  arm('DecideSurplus', 'ballot', `'ballot'`, `status = 'surplus'`, [
    '登记对多出票的决定',
    'Record what the chair decides of surplus forms',
  ]),
  arm(
    'AnnounceBallot',
    'ballot',
    `'ballot'`,
    `status = 'counted' and coalesce(doc -> 'source' ->> 'rehearsal', '') <> 'true'`,
    ['宣布测评结果', 'Announce a ballot'],
  ),
]

const surveys: readonly Arm[] = [
  arm('CloseSurvey', 'survey', `'survey'`, `status = 'open' and due < $5`, [
    '问卷调查期满，待截止',
    'A survey has run out: close it',
  ]),
  arm(
    'OpenSurveyTexts',
    'surveyTexts',
    `'survey'`,
    `status = 'closed' and (doc -> 'taken' ->> 'texts')::int > 0 and not exists (select from luoshi.record_view v
      where v.congress = $1 and v.kind = 'voice' and v.to_seq is null
        and v.appraisal = record_view.appraisal and v.doc ->> 'call' = record_view.id)`,
    ['开启调查留言', 'Open the free texts of a survey'],
  ),
  arm(
    'CallSurveyNumber',
    'sampleOfSurvey',
    `'surveyframe'`,
    `status = 'sealed'`,
    ['为调查抽样报数', 'Call a number for a survey draw'],
    'parent',
  ),
  arm(
    'DrawSurveySample',
    'sampleOfSurvey',
    `'surveyframe'`,
    `status = 'called'`,
    ['调查抽样待开封', 'Open and draw the sample of a survey'],
    'parent',
  ),
  arm(
    'TypePaperForm',
    'paperForms',
    `'surveypaper'`,
    `status = 'typing' and not (doc -> 'done' @> to_jsonb($3::text))`,
    ['录入纸质问卷', 'Type paper forms'],
  ),
  arm('SettlePaperBatch', 'paperForms', `'surveypaper'`, `status = 'compared'`, [
    '核定纸质问卷的差异',
    'Settle differences between paper forms',
  ]),
]

const planning: readonly Arm[] = [
  arm(
    'RecordPartyConsent',
    'yearPlan',
    `'yearplan'`,
    `status = 'drafting' and doc -> 'subjects' <> '[]' and doc -> 'party' = 'null'`,
    ['记录县委意见', 'Record the Party committee’s consent'],
  ),
  arm(
    'AdoptYearPlan',
    'yearPlan',
    `'yearplan'`,
    `status = 'drafting' and doc -> 'party' <> 'null'`,
    ['记录主任会议通过', 'Record that the chairs adopted it'],
  ),
  arm(
    'PublishYearPlan',
    'yearPlan',
    `'yearplan'`,
    `status = 'adopted' and ${isOfNow} and doc -> 'publishedOn' = 'null'`,
    ['公布年度计划', 'Publish the plan'],
  ),
  arm(
    'OpenAppraisal',
    'yearPlan',
    `'yearplan'`,
    `status = 'adopted' and ${isOfNow} and ${holds('subjects', 'one', `one -> 'appraisal' = 'null' and not (one ->> 'isWithdrawn')::boolean`)}`,
    ['计划中的对象还没有立项', 'Subjects of the plan are not opened yet'],
  ),
  arm(
    'SealLot',
    'drawing',
    `'drawing'`,
    `status = 'committing' and ${holds('participants', 'lot', `lot ->> 'name' = $4 and ${lotUnsealed}`)}`,
    ['抽签：封存您的数', 'Seal your lot'],
  ),
  arm(
    'OpenLot',
    'drawing',
    `'drawing'`,
    `status = 'revealing' and ${holds('participants', 'lot', `lot ->> 'name' = $4 and ${lotUnopened}`)}`,
    ['抽签：公开您的数', 'Open your lot'],
  ),
  arm('DecideDrawing', 'drawing', `'drawing'`, `status in ('committing', 'revealing')`, [
    '抽签还没有抽完',
    'A drawing is not finished',
  ]),
  arm('HoldSession', 'session', `'session'`, `status = 'planned' and on_day < $5`, [
    '会期已过，登记召开、改期或者取消',
    'Its day has passed: held, moved or cancelled?',
  ]),
  arm(
    'NameSuccessor',
    'handOver',
    `'handover'`,
    `doc ->> 'caretaker' = 'true' and doc -> 'followedBy' = 'null'`,
    ['确定接任人员', 'Name the successor'],
  ),
]

export const arms: readonly Arm[] = [...supervision, ...appraisal, ...surveys, ...planning]
