/** Why a step of an annual plan is turned down, and the way out. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'

export type YearPlanRefusal = ByCode<{
  'plan-already-there': Nothing
  'plan-not-there': Nothing
  'plan-already-adopted': Nothing
  'plan-not-adopted': Nothing
  'plan-already-published': Nothing
  'year-out-of-range': Nothing
  'no-subject': Nothing
  'no-such-subject': Nothing
  'subject-twice': Nothing
  'subject-already-opened': Nothing
  'lot-without-drawing': Nothing
  'party-consent-missing': Nothing
  'number-missing': Nothing
  'in-the-future': Nothing
  'change-needs-decision': Nothing
  'adopted-by-chairs': Nothing
  'approval-faulty': { fault: 'reference-missing' | 'in-the-future' }
  'reason-missing': Nothing
}>

export function explainYearPlanRefusal(refusal: YearPlanRefusal): Bilingual {
  switch (refusal.code) {
    case 'plan-already-there':
      return bilingual(
        '这一年的计划已经建立。',
        '请打开它修改。',
        'There is a plan for this year.',
        'Open it.',
      )
    case 'plan-not-there':
      return bilingual(
        '还没有这一年的计划。',
        '请先建立年度计划。',
        'There is no plan for this year.',
        'Draft it first.',
      )
    case 'plan-already-adopted':
      return bilingual(
        '计划已经主任会议通过。',
        '需要变动的，请用“调整计划”，并填写主任会议的决定。',
        'The plan is adopted.',
        'Change it by a decision of the chairs.',
      )
    case 'plan-not-adopted':
      return bilingual(
        '计划还没有经主任会议通过。',
        '通过后才能公布、立项。',
        'The plan is not adopted yet.',
        'It can be published and opened from once the chairs have adopted it.',
      )
    case 'plan-already-published':
      return bilingual(
        '计划已经公布。',
        '请刷新查看公布日期。',
        'Published already.',
        'Reload the page.',
      )
    case 'year-out-of-range':
      return bilingual(
        '年份不对。',
        '请填写四位年份，例如 2026。',
        'Not a year.',
        'Give four digits, such as 2026.',
      )
    case 'no-subject':
      return bilingual(
        '计划里还没有评议对象。',
        '请先列入至少一名述职人员或一个单位。',
        'The plan names nobody.',
        'Put at least one official or unit on it.',
      )
    case 'no-such-subject':
      return bilingual(
        '计划里没有这个对象，或者已经撤出。',
        '请刷新后核对。',
        'Not on the plan.',
        'Reload and check.',
      )
    case 'subject-twice':
      return bilingual(
        '同一对象在计划里已经有了。',
        '请去掉重复的一项。',
        'On the plan already.',
        'Leave it out.',
      )
    case 'subject-already-opened':
      return bilingual(
        '这个对象已经立项评议。',
        '请到评议页面办理；不再评议的，在那里中止。',
        'Its appraisal is open already.',
        'Go on there; suspend it there if need be.',
      )
    case 'lot-without-drawing':
      return bilingual(
        '写明是抽签产生，却没有对应的抽签记录。',
        '请从抽签结果里列入。',
        'Drawn by lot, but no drawing is named.',
        'Put it on the plan from the drawing.',
      )
    case 'party-consent-missing':
      return bilingual(
        '还没有记录党委同意。',
        '请先填写批准机关、文号和日期，再提交主任会议通过。',
        'The Party committee’s consent is not on record.',
        'Record the body, the number and the day first.',
      )
    case 'number-missing':
      return bilingual(
        '没有填写批准机关或文号。',
        '请按批复填写。',
        'The body or the number is missing.',
        'Copy them from the paper.',
      )
    case 'in-the-future':
      return bilingual(
        '日期晚于今天。',
        '请按实际日期填写。',
        'The day is in the future.',
        'Give the actual day.',
      )
    case 'change-needs-decision':
      return bilingual(
        '计划已经通过，调整要有主任会议的决定。',
        '请填写会议届次和日期。',
        'The plan is adopted; a change needs a decision of the chairs.',
        'Give the session and the day.',
      )
    case 'adopted-by-chairs':
      return bilingual(
        '年度计划由主任会议通过。',
        '请填写主任会议的届次和日期。',
        'The plan is adopted by the chairs.',
        'Give their session.',
      )
    case 'approval-faulty':
      return refusal.fault === 'reference-missing'
        ? bilingual(
            '没有填写会议届次。',
            '请按会议记录填写。',
            'The session is missing.',
            'Copy it from the minutes.',
          )
        : bilingual(
            '批准日期晚于今天。',
            '请按会议记录填写。',
            'The approval is dated in the future.',
            'Give the day from the minutes.',
          )
    case 'reason-missing':
      return bilingual(
        '没有写明列入或调整的理由。',
        '请写明，以免被问“为什么是他、不是别人”。',
        'The reason is missing.',
        'Say why this one and no other.',
      )
  }
}
