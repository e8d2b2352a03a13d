/** Why a step of a self-check is turned down, and the way out. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'

export type SelfCheckRefusal = ByCode<{
  'self-check-already-open': Nothing
  'self-check-not-filling': Nothing
  'self-check-not-submitted': Nothing
  'framework-faulty': { fault: 'no-question' | 'blank-text' | 'key-twice' }
  'no-such-question': Nothing
  'no-such-gap': Nothing
  'finding-missing': Nothing
  'cause-missing': Nothing
  'remedy-missing': Nothing
  'fixed-in-the-future': Nothing
  'gap-contradicts': Nothing
  'questions-unanswered': { left: number }
  'signature-missing': Nothing
  'text-missing': Nothing
  'basis-missing': Nothing
  'basis-repeated': Nothing
  'already-taken-over': Nothing
  'not-said-fixed': Nothing
}>

export function explainSelfCheckRefusal(refusal: SelfCheckRefusal): Bilingual {
  switch (refusal.code) {
    case 'basis-missing':
      return bilingual(
        '声明未发现问题，要逐项写明查了什么、依据是什么。',
        '请给每一项写上依据。',
        'Each question stated clean needs its own grounds.',
        'Say for each what was looked at.',
      )
    case 'basis-repeated':
      return bilingual(
        '几项的依据写得一模一样。',
        '请逐项写明，不能用一句话概括几项。',
        'Several questions have the very same grounds.',
        'Give each its own.',
      )
    case 'self-check-already-open':
      return bilingual(
        '这次评议已经布置过自查。',
        '请打开它。',
        'The self-check is open already.',
        'Open it.',
      )
    case 'self-check-not-filling':
      return bilingual(
        '自查报告已经提交，不能再改。',
        '确需修改的，请工委经办人退回。',
        'The self-check is submitted and cannot be changed.',
        'Ask the clerk to return it.',
      )
    case 'self-check-not-submitted':
      return bilingual(
        '自查报告还没有提交。',
        '请等述职人员本人提交后再办理。',
        'The self-check is not submitted yet.',
        'Wait until the official has submitted it.',
      )
    case 'framework-faulty':
      return bilingual(
        '自查提纲不完整：每部分至少一个问题，标题和问题不能空，也不能重复。',
        '请补全后再布置。',
        'The framework is incomplete: each part needs a question, none blank, none twice.',
        'Complete it first.',
      )
    case 'no-such-question':
      return bilingual(
        '提纲里没有这个问题。',
        '请刷新后重填。',
        'Not in the framework.',
        'Reload the page.',
      )
    case 'no-such-gap':
      return bilingual(
        '没有这一条。',
        '请刷新后核对。',
        'There is no such entry.',
        'Reload the page.',
      )
    case 'finding-missing':
      return bilingual(
        '没有写明查到什么问题。',
        '请具体写明。',
        'The finding is missing.',
        'Say what was found.',
      )
    case 'cause-missing':
      return bilingual(
        '没有分析原因。',
        '请写明问题从何而来。',
        'The cause is missing.',
        'Say why it arose.',
      )
    case 'remedy-missing':
      return bilingual(
        '没有写怎么改。',
        '已改的写怎样改的，未改的写准备怎样改。',
        'The remedy is missing.',
        'Say how it was, or will be, put right.',
      )
    case 'fixed-in-the-future':
      return bilingual(
        '整改完成日期晚于今天。',
        '还没有改完的，请不要填完成日期。',
        'It is said to be fixed on a day to come.',
        'Leave the day out until it is.',
      )
    case 'gap-contradicts':
      return bilingual(
        '这个问题下已经列有差距，不能同时声明“未发现问题”。',
        '请先去掉所列差距，或保留差距。',
        'A gap is named here; it cannot be “nothing found”, too.',
        'Drop the gap first, or keep it.',
      )
    case 'questions-unanswered':
      return bilingual(
        `还有 ${refusal.left} 个问题没有作答。`,
        '每个问题都要列出差距，或者明确声明“未发现问题”。',
        `${refusal.left} question(s) are not answered.`,
        'Name a gap, or state that nothing was found.',
      )
    case 'signature-missing':
      return bilingual(
        '没有签名。',
        '请述职人员本人签名后提交。',
        'The signature is missing.',
        'The official signs in person.',
      )
    case 'text-missing':
      return bilingual('没有填写内容。', '请填写后再提交。', 'The text is missing.', 'Fill it in.')
    case 'already-taken-over':
      return bilingual(
        '已经有差距转为事项，不能再退回或重复转办。',
        '请在事项里继续办理。',
        'A gap has become a matter already.',
        'Go on with the matter.',
      )
    case 'not-said-fixed':
      return bilingual(
        '这一条没有说已经改好，不需要核实。',
        '请转为事项，按整改办理。',
        'It was not said to be fixed.',
        'Take it over as a matter instead.',
      )
  }
}
