/** Why a step of an appraisal is turned down, and the way out. */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { stepRules, type CampaignStep } from './campaign-steps.ts'
import { phaseLabels, type Phase } from './phases.ts'

export type AppraisalRefusal = ByCode<{
  'appraisal-already-open': Nothing
  'appraisal-not-running': Nothing
  'appraisal-suspended': Nothing
  'appraisal-not-suspended': Nothing
  'approval-faulty': { fault: 'reference-missing' | 'in-the-future' }
  'phase-not-forward': { from: Phase; to: Phase }
  'matters-still-open': { open: number }
  'papers-missing': { missing: readonly CampaignStep[] }
  'no-step-named': Nothing
  'step-already-done': { step: CampaignStep }
  'step-in-the-future': { step: CampaignStep }
  'number-missing': { step: CampaignStep }
  'until-before-start': { on: Day; until: Day }
  'not-later': { from: Day; to: Day }
  'session-missing': Nothing
  'reason-missing': Nothing
  'title-missing': Nothing
}>

export function explainAppraisalRefusal(refusal: AppraisalRefusal): Bilingual {
  switch (refusal.code) {
    case 'appraisal-already-open':
      return bilingual(
        '这次评议已经立项。',
        '请在评议列表中打开它。',
        'This appraisal is already open.',
        'Open it from the list.',
      )
    case 'appraisal-not-running':
      return bilingual(
        '这次评议还没有立项，或者已经归档。',
        '请在评议列表中核对。',
        'This appraisal is not open, or already archived.',
        'Check it in the list.',
      )
    case 'appraisal-suspended':
      return bilingual(
        '这次评议已中止，阶段不再推进。',
        '请先按主任会议决定恢复评议；已交办的事项照常整改，不受影响。',
        'This appraisal is suspended; its phase does not move.',
        'Resume it by the chairs’ decision first; matters handed over go on as they are.',
      )
    case 'appraisal-not-suspended':
      return bilingual(
        '这次评议没有中止，不需要恢复。',
        '请刷新页面核对。',
        'This appraisal is not suspended.',
        'Reload the page and check.',
      )
    case 'approval-faulty':
      return refusal.fault === 'reference-missing'
        ? bilingual(
            '没有填写会议届次或文号。',
            '请按会议记录填写，例如“第12次主任会议”。',
            'The session or document number is missing.',
            'Copy it from the minutes.',
          )
        : bilingual(
            '批准日期晚于今天。',
            '请按会议记录填写批准日期。',
            'The approval is dated in the future.',
            'Give the day from the minutes.',
          )
    case 'phase-not-forward':
      return bilingual(
        `评议已进入“${phaseLabels[refusal.from].zh}”，不能退回“${phaseLabels[refusal.to].zh}”。`,
        '请选择后面的阶段。',
        `The appraisal is in “${phaseLabels[refusal.from].en}”; it cannot go back to “${phaseLabels[refusal.to].en}”.`,
        'Choose a later phase.',
      )
    case 'matters-still-open':
      return bilingual(
        `还有 ${refusal.open} 件事项没有办结，不能归档。`,
        '请先逐件办结；不满意的继续整改，直到满意为止。',
        `${refusal.open} matter(s) are still open; the appraisal cannot be archived.`,
        'See every one of them through first.',
      )
    case 'papers-missing':
      return bilingual(
        `归档材料不齐，缺：${refusal.missing.map((step) => stepRules[step].zh).join('、')}。`,
        '请补录；确实没有的，经主任会议决定后记录缺少理由。',
        `The archive is incomplete: ${refusal.missing.map((step) => stepRules[step].en).join(', ')}.`,
        'Record them; for what there is not, record why, by the chairs’ decision.',
      )
    case 'no-step-named':
      return bilingual(
        '没有选择缺少的材料。',
        '请至少选择一项。',
        'No step was named.',
        'Choose one at least.',
      )
    case 'step-already-done':
      return bilingual(
        `“${stepRules[refusal.step].zh}”已有记录，不需要说明缺少理由。`,
        '请去掉这一项后再提交。',
        `“${stepRules[refusal.step].en}” is on record already.`,
        'Leave it out and try again.',
      )
    case 'step-in-the-future':
      return bilingual(
        `“${stepRules[refusal.step].zh}”的日期晚于今天。`,
        '请在实际发生后再记录，日期按文件或会议记录填写。',
        `“${stepRules[refusal.step].en}” is dated in the future.`,
        'Record it once it has happened, with the day from the paper.',
      )
    case 'number-missing':
      return bilingual(
        `“${stepRules[refusal.step].zh}”没有填写文号。`,
        '请按文件填写，例如“云发〔2026〕7号”。',
        `“${stepRules[refusal.step].en}” has no document number.`,
        'Copy it from the paper.',
      )
    case 'until-before-start':
      return bilingual(
        `截止日期 ${refusal.until} 早于开始日期 ${refusal.on}。`,
        '请核对两个日期。',
        `It would end on ${refusal.until}, before it begins on ${refusal.on}.`,
        'Check both days.',
      )
    case 'not-later':
      return bilingual(
        `推迟后的会议日期 ${refusal.to} 不晚于原定的 ${refusal.from}。`,
        '请填写更晚的日期；日期未定的可以留空。',
        `${refusal.to} is not later than ${refusal.from}.`,
        'Give a later day, or leave it open.',
      )
    case 'session-missing':
      return bilingual(
        '没有填写推迟到哪次会议。',
        '请填写，例如“第十八届人大常委会第三十二次会议”。',
        'The session it is put off to is missing.',
        'Name it.',
      )
    case 'reason-missing':
      return bilingual(
        '没有填写理由。',
        '请说明理由后再提交。',
        'The reason is missing.',
        'Give it.',
      )
    case 'title-missing':
      return bilingual(
        '没有填写评议名称。',
        '请填写后再立项。',
        'The appraisal has no title.',
        'Give it one and try again.',
      )
  }
}
