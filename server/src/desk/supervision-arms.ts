/** What waits under supervision: papers to sign for and to answer, measures, briefings, look-backs and spot checks. */
import { isAnsweredByUnit } from '../supervision/answering-for.ts'
import { arm, holds, type Arm } from './paper-arm.ts'

const isRemoval = `doc ->> 'step' in ('dismissal', 'removal')`

export const supervisionArms: readonly Arm[] = [
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
