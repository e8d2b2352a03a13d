/** The sentences for every refusal of a written defence, and the way out. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { DefenceRefusal } from './defence.ts'

export function explainDefenceRefusal(refusal: DefenceRefusal): Bilingual {
  switch (refusal.code) {
    case 'defence-exists':
      return bilingual(
        '这份申辩已经提交。',
        '不需要再提交。',
        'It was filed already.',
        'There is no need to file it again.',
      )
    case 'defence-not-filed':
      return bilingual(
        '没有找到这份申辩。',
        '请刷新页面核对。',
        'There is no such defence.',
        'Reload the page.',
      )
    case 'defence-answered':
      return bilingual(
        '这份申辩已经答复。',
        '请查看答复。',
        'It was answered already.',
        'See the answer.',
      )
    case 'defence-not-now':
      return bilingual(
        '事项没有交办、已经办结或者已经转出，不能书面申辩。',
        '对测评结论有意见的，请在评议会上或者向主任会议提出。',
        'The matter is not in your hands, or is closed or gone.',
        'Speak to the verdict at the meeting or to the chairs.',
      )
    case 'defence-window-passed':
      return bilingual(
        `书面申辩的期限到 ${refusal.until} 为止，今天是 ${refusal.today}。`,
        '可以在评议会上当场申辩，由经办人记录。',
        `A written defence was possible until ${refusal.until}; today is ${refusal.today}.`,
        'It can be spoken at the meeting, where the clerk takes it down.',
      )
    case 'defence-waits':
      return bilingual(
        '这件事项已经有一份申辩等待答复。',
        '请等待答复，或者联系经办人。',
        'Another defence of this matter waits for its answer.',
        'Wait for it, or speak to the clerk.',
      )
    case 'defence-text-missing':
      return bilingual(
        '没有填写申辩理由。',
        '请写明哪些情况与意见不符、依据是什么。',
        'The reasons are missing.',
        'Say what is not as the opinion has it, and on what grounds.',
      )
    case 'defence-unsigned':
      return bilingual(
        '没有述职人员签名。',
        '请述职人员本人签名。',
        'The official has not signed.',
        'The official signs in person.',
      )
    case 'defence-answer-missing':
      return bilingual(
        '没有填写答复。',
        '请写明采纳或者不采纳的理由。',
        'There is no answer.',
        'Say why it stands or does not.',
      )
    case 'defence-approval-missing':
      return bilingual(
        '没有填写决定的会议次数或者文号。',
        '请按会议纪要填写。',
        'The session or number of the decision is missing.',
        'Give it as the minutes have it.',
      )
    case 'defence-approval-to-come':
      return bilingual(
        '决定的日期还没有到。',
        '请填写实际决定的日期。',
        'The decision is of a day that has not come.',
        'Give the day on which it was decided.',
      )
  }
}
