/** Why a step on an opinion letter was turned down, and the sentences for it. */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { approvingBodyLabels, type ApprovingBody } from '../people/approval.ts'
import type { KnownLetter } from './letter.ts'

export type LetterRefusal = ByCode<{
  'letter-exists': Nothing
  'letter-wrong-status': { wanted: readonly KnownLetter['status'][] }
  'letter-without-items': Nothing
  'letter-too-long': { most: number }
  'letter-item-twice': { numbers: readonly number[] }
  'letter-item-elsewhere': { numbers: readonly number[] }
  'letter-item-unknown': Nothing
  'letter-item-moved-on': { numbers: readonly number[] }
  'letter-item-unassigned': { numbers: readonly number[] }
  'letter-leaves-out': { numbers: readonly number[] }
  'letter-text-missing': { what: string }
  'letter-body-may-not': { body: ApprovingBody; allowed: readonly ApprovingBody[] }
  'letter-approval-faulty': Nothing
  'letter-approved-in-future': { on: Day; today: Day }
  'letter-not-yours': Nothing
  'letter-signed-already': Nothing
  'letter-already-signed-for': Nothing
}>

export const letterStatusLabels: Readonly<
  Record<KnownLetter['status'], Readonly<{ zh: string; en: string }>>
> = {
  drafted: { zh: '拟稿', en: 'Drafted' },
  approved: { zh: '已审定', en: 'Approved' },
  issued: { zh: '已编号', en: 'Issued' },
  delivered: { zh: '已交办', en: 'Handed over' },
  received: { zh: '已签收', en: 'Received' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

const listed = (numbers: readonly number[]) => numbers.map((one) => `第${one}号`).join('、')
const plain = (numbers: readonly number[]) => numbers.join(', ')

export function explainLetterRefusal(refusal: LetterRefusal): Bilingual {
  switch (refusal.code) {
    case 'letter-exists':
      return bilingual(
        '这份意见书已经在案。',
        '请在意见书列表中打开。',
        'This letter is already on record.',
        'Open it from the list.',
      )
    case 'letter-wrong-status': {
      const zh = refusal.wanted.map((one) => `“${letterStatusLabels[one].zh}”`).join('、')
      const en = refusal.wanted.map((one) => letterStatusLabels[one].en).join(', ')
      return bilingual(
        `这一步只能在意见书处于${zh}时办理。`,
        '请刷新页面，查看意见书现在到了哪一步。',
        `This step needs a letter that is: ${en}.`,
        'Reload to see where it stands.',
      )
    }
    case 'letter-without-items':
      return bilingual(
        '意见书里一件事项也没有。',
        '请至少写入一件事项；确实没有问题的，不发意见书，在评议步骤中记明。',
        'The letter holds no matter.',
        'Put in at least one.',
      )
    case 'letter-too-long':
      return bilingual(
        `一份意见书最多写 ${refusal.most} 件事项。`,
        '请分成几份，按单位分别拟稿。',
        `One letter holds at most ${refusal.most} matters.`,
        'Draft several, one for each unit.',
      )
    case 'letter-item-twice':
      return bilingual(
        `${listed(refusal.numbers)}事项在意见书里出现了两次。`,
        '每件事项只写一次；需要几个单位共同办理的，在要求中写明主办和协办。',
        `Matter ${plain(refusal.numbers)} appears twice in the letter.`,
        'Put each in once.',
      )
    case 'letter-item-elsewhere':
      return bilingual(
        `${listed(refusal.numbers)}事项已经写在另一份有效的意见书里。`,
        '请从这一份中去掉，或者先撤回另一份。',
        `Matter ${plain(refusal.numbers)} is in another letter that stands.`,
        'Take it out of this one, or withdraw the other.',
      )
    case 'letter-item-unknown':
      return bilingual(
        '意见书里有不属于这次评议的事项。',
        '请从本次评议的事项中选择。',
        'The letter names a matter that is not of this appraisal.',
        'Choose from the matters of this appraisal.',
      )
    case 'letter-item-moved-on':
      return bilingual(
        `${listed(refusal.numbers)}事项已经单独交办、归并或者不再列为事项，与意见书不一致。`,
        '请退回修改，从意见书中去掉这些事项，再报审定。',
        `Matter ${plain(refusal.numbers)} has moved on and no longer fits the letter.`,
        'Return the letter, take these out and have it approved again.',
      )
    case 'letter-item-unassigned':
      return bilingual(
        `${listed(refusal.numbers)}事项还没有确定承办单位或者责任人。`,
        '请逐件选定单位和现任责任人，再报审定。',
        `Matter ${plain(refusal.numbers)} has no unit or official yet.`,
        'Choose them before the letter is approved.',
      )
    case 'letter-leaves-out':
      return bilingual(
        `已经审定的${listed(refusal.numbers)}事项没有写进任何一份意见书。`,
        '请退回修改、补进这些事项，或者另拟一份意见书；一件也不能漏交办。',
        `Approved matter ${plain(refusal.numbers)} is in no letter.`,
        'Add it, or draft another letter: none may be left behind.',
      )
    case 'letter-text-missing':
      return bilingual(
        `“${refusal.what}”没有填写。`,
        '请填写后再提交。',
        `“${refusal.what}” is empty.`,
        'Fill it in and try again.',
      )
    case 'letter-body-may-not': {
      const zh = refusal.allowed.map((one) => approvingBodyLabels[one].zh).join('、')
      const en = refusal.allowed.map((one) => approvingBodyLabels[one].en).join(', ')
      return bilingual(
        `按本办法，${approvingBodyLabels[refusal.body].zh}不能审定意见书。`,
        `请报${zh}审定后再登记。`,
        `By this rule book, ${approvingBodyLabels[refusal.body].en} may not approve the letter.`,
        `Have it approved by: ${en}.`,
      )
    }
    case 'letter-approval-faulty':
      return bilingual(
        '没有写明审定的会议次数。',
        '请照会议纪要填写，例如“第12次主任会议”。',
        'The approval names no meeting.',
        'Give it as the minutes have it.',
      )
    case 'letter-approved-in-future':
      return bilingual(
        `审定日期 ${refusal.on} 还没有到（今天是 ${refusal.today}）。`,
        '请填写会议实际召开的日期。',
        `The day ${refusal.on} has not come yet (today is ${refusal.today}).`,
        'Give the day of the meeting.',
      )
    case 'letter-not-yours':
      return bilingual(
        '这份意见书里没有你单位承办的事项。',
        '如果认为应当由你单位办理，请与交办机关联系。',
        'Nothing in this letter is for your unit.',
        'Talk to the committee office if you think it should be.',
      )
    case 'letter-signed-already':
      return bilingual(
        '你单位已经签收过这份意见书。',
        '不需要重复签收；签收人和时间在意见书末尾。',
        'Your unit has signed for this letter.',
        'Nothing more to do; the receipt is at its end.',
      )
    case 'letter-already-signed-for':
      return bilingual(
        '已经有单位签收，意见书不能整份撤回。',
        '交错单位的事项，请由该单位申请改办，逐件改办。',
        'A unit has signed for it, so the whole letter cannot be withdrawn.',
        'Let the unit send the wrong item back; it is then re-issued.',
      )
  }
}
