/** What waits in an appraisal, from the self-check to the ballot. */
import { arm, holds, type Arm } from './paper-arm.ts'

export const appraisalArms: readonly Arm[] = [
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
