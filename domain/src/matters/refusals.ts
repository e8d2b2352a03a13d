/** Why a command on a matter or an opinion was turned down, and the sentences for it. */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { approvingBodyLabels, type ApprovingBody } from '../people/approval.ts'
import { planPartLabels, type PlanPart } from '../plans/plan.ts'
import type { CountRefusal } from '../verdicts/counting/count-refusal.ts'
import { explainCountRefusal } from '../verdicts/counting/explain-count-refusal.ts'
import { axisLabels, type Axis } from '../verdicts/verdict.ts'
import type { MatterStatus } from './matter.ts'
import { statusLabels } from './status-labels.ts'

export type MatterRefusal = ByCode<{
  'wrong-status': { wanted: readonly (MatterStatus | 'none')[]; actual: MatterStatus | 'none' }
  'plan-incomplete': { missing: readonly PlanPart[] }
  'plan-after-due': { dueOn: Day; due: Day }
  'day-in-the-past': { day: Day; today: Day }
  'day-in-the-future': { day: Day; today: Day }
  'due-not-later': { due: Day; current: Day }
  'due-undetermined': Nothing
  'text-missing': { field: string }
  'nobody-named': { field: string }
  'evidence-missing': Nothing
  'too-many-files': { kept: number; given: number; most: number }
  'body-may-not-approve': { body: ApprovingBody; allowed: readonly ApprovingBody[] }
  'approval-reference-missing': Nothing
  'meeting-not-recorded': Nothing
  'reassign-window-passed': { until: Day; today: Day }
  'reassign-refused-before': Nothing
  'reassign-after-verdict': Nothing
  'too-many-extensions': { max: number }
  'extension-over-cap': { due: Day; latest: Day }
  'publicity-running': { from: Day; today: Day }
  'objection-open': { open: number }
  'no-such-objection': Nothing
  'merge-into-itself': Nothing
  'count-refused': { axis: Axis; refusal: CountRefusal }
  'same-responsible': Nothing
}>

const bodies = (list: readonly ApprovingBody[], lang: 'zh' | 'en') =>
  list.map((one) => approvingBodyLabels[one][lang]).join(lang === 'zh' ? '、' : ', ')

const states = (list: readonly (MatterStatus | 'none')[], lang: 'zh' | 'en') =>
  list.map((one) => `“${statusLabels[one][lang]}”`).join(lang === 'zh' ? '、' : ', ')

export function explainMatterRefusal(refusal: MatterRefusal): Bilingual {
  switch (refusal.code) {
    case 'wrong-status':
      return bilingual(
        `该事项现在处于${states([refusal.actual], 'zh')}，这一步只能在${states(refusal.wanted, 'zh')}时办理。`,
        '请刷新页面查看最新情况，可能有人刚刚办理过。',
        `The matter is ${states([refusal.actual], 'en')}; this step needs ${states(refusal.wanted, 'en')}.`,
        'Reload it: someone may have moved it on while you worked.',
      )
    case 'plan-incomplete': {
      const list = (lang: 'zh' | 'en') => refusal.missing.map((part) => planPartLabels[part][lang])
      return bilingual(
        `整改方案“四定”不全，还缺：${list('zh').join('、')}。`,
        '请补齐后再报送；已填内容不会丢失。',
        `The plan is incomplete. Missing: ${list('en').join(', ')}.`,
        'Fill them in and submit again; nothing you typed is lost.',
      )
    }
    case 'plan-after-due':
      return bilingual(
        `方案的完成时限 ${refusal.dueOn} 晚于本轮办理期限 ${refusal.due}。`,
        '请提前完成时限，或者先申请延期。',
        `The plan is done by ${refusal.dueOn}, after this round is due on ${refusal.due}.`,
        'Choose an earlier day, or ask for an extension first.',
      )
    case 'day-in-the-past':
      return bilingual(
        `日期 ${refusal.day} 早于今天 ${refusal.today}。`,
        '请选择今天或今后的日期。',
        `The day ${refusal.day} is before today, ${refusal.today}.`,
        'Choose today or a later day.',
      )
    case 'day-in-the-future':
      return bilingual(
        `日期 ${refusal.day} 还没有到（今天是 ${refusal.today}）。`,
        '请填写实际发生的日期。',
        `The day ${refusal.day} has not come yet (today is ${refusal.today}).`,
        'Give the day on which it happened.',
      )
    case 'due-not-later':
      return bilingual(
        `新期限 ${refusal.due} 不晚于现期限 ${refusal.current}。`,
        '请选择更晚的日期。',
        `The new date ${refusal.due} is not after the present one, ${refusal.current}.`,
        'Choose a later day.',
      )
    case 'due-undetermined':
      return bilingual(
        '本轮期限以常委会会议为准，会议日期尚未确定，期限待定，不能延期。',
        '请先在“届次和会议”中确定会议日期，确定后确需延期的再办理。',
        'The limit ends at a session that has no day yet, so there is nothing to extend.',
        'Fix the day of the session under “Terms and sessions” first; then extend, if it must be.',
      )
    case 'text-missing':
      return bilingual(
        `“${refusal.field}”没有填写。`,
        '请填写后再提交。',
        `“${refusal.field}” is empty.`,
        'Fill it in and try again.',
      )
    case 'nobody-named':
      return bilingual(
        `“${refusal.field}”没有写明具体人员。`,
        '请至少写明一个人的姓名。',
        `“${refusal.field}” names nobody.`,
        'Name at least one person.',
      )
    case 'evidence-missing':
      return bilingual(
        '申请办结没有附佐证材料。',
        '请至少上传一份佐证材料（文件、照片、记录等）。',
        'No evidence is attached to the report.',
        'Attach at least one file: a document, a photograph, a record.',
      )
    case 'too-many-files':
      return bilingual(
        `这个事项已有佐证${refusal.kept}份，再加${refusal.given}份就超过${refusal.most}份的上限，这次没有保存。`,
        '请只附最能说明问题的材料，或者把多张照片合成一个 PDF 再上传。',
        `This matter has ${refusal.kept} files; ${refusal.given} more would pass the limit of ${refusal.most}. Nothing was kept.`,
        'Attach what shows it best, or join several pictures into one PDF.',
      )
    case 'body-may-not-approve':
      return bilingual(
        `按本办法，${bodies([refusal.body], 'zh')}不能批准这一事项。`,
        `请报${bodies(refusal.allowed, 'zh')}批准后再登记。`,
        `By this rule book, ${bodies([refusal.body], 'en')} may not approve this.`,
        `Have it approved by: ${bodies(refusal.allowed, 'en')}.`,
      )
    case 'approval-reference-missing':
      return bilingual(
        '没有写明批准的会议次数或者文号。',
        '请照会议纪要填写，例如“第12次主任会议”。',
        'The approval names no meeting or document number.',
        'Give it as the minutes have it.',
      )
    case 'meeting-not-recorded':
      return bilingual(
        '还没有登记单位领导班子会议，不能报送方案。',
        '请先登记会议时间、参加人员和研究意见，再报送方案。',
        'The leadership meeting is not on record, so no plan can be submitted.',
        'Record when it was held, who attended and what was resolved.',
      )
    case 'reassign-window-passed':
      return bilingual(
        `申请改办的期限是 ${refusal.until}，今天 ${refusal.today} 已经超过。`,
        '请继续办理，还没有签收的先签收；确属交办有误的，请书面报告交办机关，由其决定是否移交其他单位。',
        `A wrong assignment could be sent back until ${refusal.until}; today is ${refusal.today}.`,
        'Go on with it, and sign for it first; if it really is another’s, write to the committee, who may move it.',
      )
    case 'reassign-refused-before':
      return bilingual(
        '这件事项申请过改办，交办机关没有同意。',
        '请继续办理，按期报送整改方案；情况有新变化的，请书面报告交办机关。',
        'Another unit was asked for before, and refused.',
        'Go on with it and send the plan in time; if something has changed, write to the committee.',
      )
    case 'reassign-after-verdict':
      return bilingual(
        '这件事项已经测评，正在再整改，不能再申请改办。',
        '请继续整改；单位职责有调整的，请书面报告交办机关，由其办理责任移交。',
        'It has been judged and goes into a further round; another unit cannot be asked for any more.',
        'Go on with it; if duties have changed, write to the committee, who may move it.',
      )
    case 'too-many-extensions':
      return bilingual(
        `按本办法，每轮最多延期 ${refusal.max} 次，已经用完。`,
        '请按期办理；到期未完成的，如实报告原因。',
        `The rule book allows ${refusal.max} extension(s) in a round; they are used up.`,
        'Report on time, and say what is not done and why.',
      )
    case 'extension-over-cap':
      return bilingual(
        `延期到 ${refusal.due} 超过了本办法的上限，最晚到 ${refusal.latest}。`,
        '请选择上限以内的日期；确需更长时间的，按承诺事项报批。',
        `An extension to ${refusal.due} goes beyond the rule book; the latest day is ${refusal.latest}.`,
        'Choose an earlier day, or have it approved as a commitment.',
      )
    case 'publicity-running':
      return bilingual(
        `销号前须先公示，公示期到 ${refusal.from} 才满。`,
        `请在 ${refusal.from} 或者以后办理销号。`,
        `The result is still on public notice; it may be struck off from ${refusal.from} on.`,
        `Come back on ${refusal.from} or later.`,
      )
    case 'objection-open':
      return bilingual(
        `还有 ${refusal.open} 条公示异议没有答复，不能销号。`,
        '请逐条书面答复异议，再报批销号。',
        `${refusal.open} objection(s) have no answer yet.`,
        'Answer each of them, then strike it off.',
      )
    case 'no-such-objection':
      return bilingual(
        '没有这条异议，或者已经答复。',
        '请刷新页面，查看异议和答复。',
        'There is no such objection, or it has been answered.',
        'Reload the page to see them.',
      )
    case 'merge-into-itself':
      return bilingual(
        '事项不能归并到自己。',
        '请选择另一件事项作为主件。',
        'A matter cannot be merged into itself.',
        'Choose another matter as the lead.',
      )
    case 'count-refused': {
      const inner = explainCountRefusal(refusal.refusal)
      const named = axisLabels[refusal.axis]
      return {
        zh: { what: `${named.zh}：${inner.zh.what}`, fix: inner.zh.fix },
        en: { what: `${named.en}: ${inner.en.what}`, fix: inner.en.fix },
      }
    }
    case 'same-responsible':
      return bilingual(
        '新的责任单位和责任人与现在相同。',
        '请选择接任的单位或者人员。',
        'The new unit and official are the present ones.',
        'Choose who takes over.',
      )
  }
}
