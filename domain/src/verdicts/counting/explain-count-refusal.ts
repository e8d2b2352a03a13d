/** Says in both languages why votes cannot be counted, and what to do about it. */
import { bilingual, type Bilingual } from '../../kernel/explanation.ts'
import type { CountField, CountRefusal } from './count-refusal.ts'
import { baseKinds, ruleKeys, type Label } from './rule.ts'

const fieldNames: Readonly<Record<CountField, Label>> = {
  members: { zh: '全体组成人员数', en: 'members' },
  present: { zh: '实到人数', en: 'present' },
  issued: { zh: '发出票数', en: 'issued' },
  returned: { zh: '收回票数', en: 'returned' },
  invalid: { zh: '无效票数', en: 'invalid' },
  satisfied: { zh: '满意票数', en: 'satisfied' },
  basically: { zh: '基本满意票数', en: 'basically satisfied' },
  dissatisfied: { zh: '不满意票数', en: 'dissatisfied' },
  abstain: { zh: '弃权票数', en: 'abstained' },
  unknown: { zh: '不了解票数', en: 'do not know' },
}

export function explainCountRefusal(refusal: CountRefusal): Bilingual {
  switch (refusal.code) {
    case 'unknown-rule':
      return bilingual(
        `没有名为“${refusal.given}”的计票规则。`,
        `请从下列规则中选用：${ruleKeys.join('、')}。`,
        `There is no counting rule “${refusal.given}”.`,
        `Choose one of: ${ruleKeys.join(', ')}.`,
      )
    case 'unknown-comparator':
      return bilingual(
        `不认识比较方式“${refusal.given}”。`,
        '请填 gt（超过）或 ge（以上，含本数）；不填则按规则原文。',
        `“${refusal.given}” is no comparator.`,
        'Give gt (more than) or ge (or more), or leave it out to follow the published rule.',
      )
    case 'unknown-denominator':
      return bilingual(
        `不认识分母“${refusal.given}”。`,
        `请从 ${baseKinds.join('、')} 中选用；不填则按规则原文。`,
        `“${refusal.given}” is no denominator.`,
        `Choose one of ${baseKinds.join(', ')}, or leave it out to follow the published rule.`,
      )
    case 'votes-unreadable':
      return bilingual(
        `读不懂票数“${refusal.given}”。`,
        '请按“满意/基本满意/不满意”填写，如 17/11/1；有弃权的接着填，如 17/11/1/2。',
        `The votes “${refusal.given}” cannot be read.`,
        'Write satisfied/basically/dissatisfied, such as 17/11/1; add abstentions as in 17/11/1/2.',
      )
    case 'points-unreadable':
      return bilingual(
        `读不懂折算分数“${refusal.given}”。`,
        '请按“满意/基本满意/不满意”各得的分数填写，如 100/70/30。',
        `The points “${refusal.given}” cannot be read.`,
        'Write what each of the three grades earns, such as 100/70/30.',
      )
    case 'not-a-count': {
      const { zh, en } = fieldNames[refusal.field]
      const given = refusal.given === '' ? { zh: '没有填写', en: 'missing' } : undefined
      return bilingual(
        given ? `${zh}${given.zh}。` : `${zh}“${refusal.given}”不是可用的数。`,
        `请填写0至1000000之间的整数作为${zh}。`,
        given ? `“${en}” is ${given.en}.` : `“${refusal.given}” cannot be the number of “${en}”.`,
        'Give a whole number from 0 to 1,000,000.',
      )
    }
    case 'no-members':
      return bilingual(
        '全体组成人员数为零，无法计票。',
        '请填写全体组成人员（或应到人员）的人数。',
        'There are no members to count votes of.',
        'Give the number of all members, or of all who were to take part.',
      )
    case 'more-present-than-members':
      return bilingual(
        `实到${refusal.present}人，多于全体组成人员${refusal.members}人。`,
        '请核对签到表与组成人员名册；列席人员不计入实到。',
        `${refusal.present} are present but there are only ${refusal.members} members.`,
        'Compare the attendance sheet with the roster; observers do not count as present.',
      )
    case 'no-quorum':
      return bilingual(
        `全体组成人员${refusal.members}人，实到${refusal.present}人，未超过半数，不够法定人数。`,
        '不够法定人数不得举行会议，表决无效。请核对实到人数，或另行召集会议表决。',
        `Only ${refusal.present} of ${refusal.members} members are present: there is no quorum.`,
        'Check the attendance, or hold the ballot at a meeting with more than half of all members present.',
      )
    case 'over-returned':
      return bilingual(
        `收回${refusal.returned}张，多于发出的${refusal.issued}张，本次投票无效。`,
        '请由监票人清点后重新发票、重新投票。',
        `${refusal.returned} ballots came back but only ${refusal.issued} were issued: the ballot is void.`,
        'Let the scrutineers count again, then vote anew.',
      )
    case 'more-votes-than-present':
      return bilingual(
        `收回或计入${refusal.cast}票，多于实到${refusal.present}人。`,
        '请核对票数和实到人数；委托投票不计。',
        `${refusal.cast} ballots were cast by ${refusal.present} people present.`,
        'Check the votes and the attendance; nobody votes by proxy.',
      )
    case 'more-votes-than-returned':
      return bilingual(
        `各等次合计${refusal.marked}票，多于收回的${refusal.returned}张。`,
        '请重新唱票，多选的票作无效票处理。',
        `The votes add up to ${refusal.marked}, more than the ${refusal.returned} ballots returned.`,
        'Count again; a ballot with several marks is void.',
      )
    case 'does-not-add-up':
      return bilingual(
        `各等次合计${refusal.marked}票加无效${refusal.invalid}张，与收回${refusal.returned}张不符。`,
        '请重新清点，使有效票与无效票之和等于收回票数。',
        `${refusal.marked} votes and ${refusal.invalid} void ballots do not make ${refusal.returned} returned.`,
        'Count again until valid and void ballots add up to those returned.',
      )
    case 'issued-missing':
      return bilingual(
        '以发出票数为分母，但没有填写发出票数。',
        '请填写发出票数，或改用其他分母。',
        'The denominator is the ballots issued, but their number is missing.',
        'Give the number of ballots issued, or choose another denominator.',
      )
    case 'nobody-voted':
      return bilingual(
        '没有一张可以计入的票。',
        '请核对票数；确实无人表态的，不能得出等次，应重新投票。',
        'There is no vote to count.',
        'Check the votes; if nobody took a side there is no grade, and the ballot must be held again.',
      )
    case 'lines-unfit':
      return bilingual(
        `本规则有${refusal.steps}条分界，办法写了${refusal.lines}条，或者分界不是1%至100%的整数。`,
        '请为末等以外的每个等次各写一条分界。',
        `The rule draws ${refusal.steps} lines; ${refusal.lines} are given, or one is no whole percentage from 1 to 100.`,
        'Give one line for every grade but the last.',
      )
    case 'scale-not-rising':
      return bilingual(
        `折算分数 ${refusal.satisfied}/${refusal.basically}/${refusal.dissatisfied} 不可用。`,
        '满意不得低于基本满意，基本满意不得低于不满意，均为0至1000的整数，且满意须大于0。',
        `The points ${refusal.satisfied}/${refusal.basically}/${refusal.dissatisfied} cannot be used.`,
        'They must be whole numbers from 0 to 1,000 that fall from satisfied to dissatisfied, the first above 0.',
      )
  }
}
