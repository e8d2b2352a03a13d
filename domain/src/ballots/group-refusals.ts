/** Why the forms of those who vote beside the members are turned down, and what to do about it. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import { voterGroupLabels } from '../rule-books/choice-words.ts'
import type { GroupFault } from './group-forms.ts'

export function isOfGroups(refusal: Readonly<{ code: string }>): refusal is GroupFault {
  return refusal.code.startsWith('ballot-group-')
}

/** @param ofCount - How a fault in the figures is explained. */
export function explainGroupFault(
  refusal: GroupFault,
  ofCount: (fault: Extract<GroupFault, { code: 'ballot-group-forms' }>['fault']) => Bilingual,
): Bilingual {
  const { zh: who, en: group } = voterGroupLabels[refusal.group]
  switch (refusal.code) {
    case 'ballot-group-unknown':
      return bilingual(
        `本次评议采用的办法没有请${who}填票。`,
        '请去掉这一类；要改办法的，从下一次评议起采用新版本。',
        `The rule book of this appraisal asks no votes of: ${group}.`,
        'Leave them out; a new version of the rules holds from the next appraisal.',
      )
    case 'ballot-group-missing':
      return bilingual(
        `办法规定${who}的票与组成人员的票一起决定等次，这里没有${who}的数。`,
        `请填写${who}的应参加、实到人数和票数。`,
        `By the rules the votes of ${group} decide together with the members’; theirs are missing.`,
        'Give how many were invited and came, and their votes.',
      )
    case 'ballot-group-twice':
      return bilingual(
        `${who}填了两次。`,
        '请去掉重复的。',
        `${group}: given twice.`,
        'Remove one of them.',
      )
    case 'ballot-group-too-many':
      return bilingual(
        `${who}实到${refusal.present}人，多于应参加的${refusal.invited}人。`,
        '请核对签到表。',
        `${group}: ${refusal.present} came of ${refusal.invited} invited.`,
        'Check the attendance.',
      )
    case 'ballot-group-empty':
      return bilingual(
        `${who}实到0人。`,
        '请填写实到人数；没有人参加又不决定等次的，请去掉这一类。',
        `${group}: nobody came.`,
        'Give the number present, or leave the group out where it decides nothing.',
      )
    case 'ballot-group-cast-here':
      return bilingual(
        `办法规定${who}也填票，本系统的无记名投票只供组成人员使用。`,
        '请把方式改为“纸质测评票”或者“表决器”，各类人员的票分别录入。',
        `By the rules ${group} vote too; the secret ballot here serves the members only.`,
        'Choose paper or keypads and enter each group’s figures.',
      )
    case 'ballot-group-forms': {
      const { zh, en } = ofCount(refusal.fault)
      return bilingual(`${who}：${zh.what}`, zh.fix, `${group}: ${en.what}`, en.fix)
    }
  }
}
