/** Why a step of the ladder is not taken as asked, and what to do instead. Written once, shown everywhere. */
import type { Day } from '../kernel/day.ts'
import { bilingual } from '../kernel/explanation.ts'
import { approvingBodyLabels, type ApprovingBody } from '../people/approval.ts'
import type { CheckFault } from './consequence-checks.ts'

type Four = readonly [string, string, string, string]

function one(code: string, ...[zhWhat, zhFix, enWhat, enFix]: Four): CheckFault {
  return { code: `consequence-${code}`, words: bilingual(zhWhat, zhFix, enWhat, enFix) }
}

const fixed = {
  notOpen: one(
    'not-open',
    '这项措施已经办结或者撤回。',
    '请刷新查看。',
    'This step is over.',
    'Reload.',
  ),
  alreadyAnswered: one(
    'answered',
    '已经作过答复。',
    '再次答复须由主任会议决定。',
    'It has been answered.',
    'A second answer takes a decision of the chairs.',
  ),
  defenceInstead: one(
    'defence-instead',
    '免职、撤职案不适用答复。',
    '请记录本人的申辩。',
    'A motion of removal is not answered.',
    'Record the defence.',
  ),
  onlyInterpellation: one(
    'only-interpellation',
    '只有质询案才由提案人对答复表示是否满意。',
    '其他措施请直接记录结果。',
    'Only an interpellation’s answer is rated by its proposers.',
    'Record the result instead.',
  ),
  notAnswered: one(
    'not-answered',
    '还没有新的答复可以评价。',
    '请先记录答复。',
    'There is no new answer to rate.',
    'Record the answer first.',
  ),
  notRated: one(
    'not-rated',
    '还没有记录提案人对答复是否满意。',
    '请先征求提案人的意见并记录人数。',
    'The proposers have not said whether the answer satisfies them.',
    'Ask them and record the number.',
  ),
  noDefenceHere: one(
    'no-defence-here',
    '这里不能再记录申辩。',
    '申辩只在免职、撤职案表决以前记录。',
    'No defence can be recorded here.',
    'It belongs to motions of removal, before the vote.',
  ),
  noVoteHere: one(
    'no-vote-here',
    '这项措施不经表决，或者已经表决。',
    '请刷新查看。',
    'This step is not voted on, or was already.',
    'Reload.',
  ),
  defenceMissing: one(
    'defence-missing',
    '还没有听取本人申辩，不能表决（监督法第六十二条）。',
    '请先记录口头或者书面申辩；本人放弃的，也要如实记录。',
    'The person has not been heard.',
    'Record the defence, or that it was waived.',
  ),
  notSecret: one(
    'not-secret',
    '须以无记名投票方式表决（监督法第六十二条）。',
    '不是无记名投票的，表决无效，请重新组织投票。',
    'The ballot must be secret.',
    'Hold a secret ballot.',
  ),
  notVoted: one(
    'not-voted',
    '还没有表决，不能办结。',
    '请先记录表决结果；撤回的，请用“撤回”。',
    'There was no vote yet.',
    'Record it; to withdraw, lift the step.',
  ),
} as const

export const consequenceFault = {
  ...fixed,
  missing: (what: string) =>
    one('text-missing', `没有填写${what}。`, `请写明${what}。`, `Missing: ${what}.`, 'Fill it in.'),
  duePast: (today: Day) =>
    one(
      'due-past',
      `办理时限早于今天（${today}）。`,
      '请改为今天或者以后的日期。',
      'The limit is in the past.',
      'Choose today or later.',
    ),
  notDecided: (bodies: readonly ApprovingBody[]) =>
    one(
      'not-decided',
      `这一步须由${bodies.map((body) => approvingBodyLabels[body].zh).join('或')}决定，并写明会议、日期和文号。`,
      '请在会议作出决定以后记录。',
      `It takes a decision of: ${bodies.map((body) => approvingBodyLabels[body].en).join(', ')}.`,
      'Record it after they have decided.',
    ),
  tooManyRaters: (proposers: number) =>
    one(
      'too-many-raters',
      `不满意的人数多于提案人数（${proposers}人）。`,
      '请重新核对。',
      `There were ${proposers} proposers.`,
      'Check the number.',
    ),
  notDissatisfied: (dissatisfied: number, proposers: number) =>
    one(
      'not-dissatisfied',
      `提案人${proposers}人中不满意的${dissatisfied}人，没有过半数，不能要求再作答复（监督法第五十三条）。`,
      '请记录结果办结；仍有问题的，可以提出新的质询案。',
      `${dissatisfied} of ${proposers} are dissatisfied: not more than half.`,
      'Conclude it; a new interpellation may be moved.',
    ),
  tooManyVotes: (members: number) =>
    one(
      'too-many-votes',
      `票数多于全体组成人员（${members}人）。`,
      '请重新核对。',
      `There are ${members} members.`,
      'Count again.',
    ),
  noQuorum: (cast: number, members: number) =>
    one(
      'no-quorum',
      `参加表决的${cast}人，不足全体组成人员${members}人的过半数。`,
      '到会人数不足的，会议不能举行，请改期。',
      `${cast} of ${members} took part: no quorum.`,
      'Adjourn.',
    ),
} as const
