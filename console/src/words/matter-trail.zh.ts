/** The trail of a matter in Chinese sentences: what was done, as a predicate after the name of who did it. */
import { awaitsSession, type Limit } from '@luoshi/domain/matters/limit'
import { axes, axisLabels, type VerdictBallot } from '@luoshi/domain/verdicts/verdict'
import { approvingBodyLabels, type Approval } from '@luoshi/domain/people/approval'
import { chaseLevelLabels, measureLabels } from '@luoshi/domain/supervision/chase'
import { exitLabels } from '@luoshi/domain/opinions/exits'
import type { TrailEvent, TrailLook } from './trail-look.ts'

const by = ({ body, reference }: Approval) => `${approvingBodyLabels[body].zh}（${reference}）`
const files = (count: number) => (count === 0 ? '' : `，附 ${count} 份材料`)

export function trailZh(event: TrailEvent, { name, day }: TrailLook): string {
  switch (event.type) {
    case 'OpinionRaised':
      return event.partOf === null ? '把意见原话记入台账' : '把拆分出来的意见记入台账'
    case 'OpinionExited':
      return `经${by(event.approval)}同意，意见按“${exitLabels[event.exit].zh}”办理，不计为满意`
    case 'OpinionSplit':
      return `把意见拆分为 ${event.parts.length} 条，各自成为一件事项`
    case 'MatterOpened':
      return event.unit === null ? '立为事项' : `立为事项，拟由${name(event.unit)}承办`
    case 'MatterRedrafted':
      return event.unit === null ? '修改拟稿' : `修改拟稿，拟由${name(event.unit)}承办`
    case 'MatterTookPart':
      return '意见拆分后，本事项承接其中一条'
    case 'MatterApproved':
      return `登记审定：${by(event.approval)}`
    case 'MatterHandedOver':
      return `以${event.letter}交${name(event.unit)}承办、${name(event.official)}领办，${dues(event, day)}`
    case 'MatterRecalled':
      return '撤回交办，等待重新交办'
    case 'ReceiptSigned':
      return event.words ? `签收，签收人${event.words.signer}` : '签收'
    case 'ReassignmentAsked':
      return '申请改办'
    case 'ReassignmentRefused':
      return '不同意改办，退回原单位承办'
    case 'ReassignmentGranted':
      return `同意改办，改由${name(event.unit)}承办、${name(event.official)}领办，${dues(event, day)}`
    case 'LeadershipMet':
      return `登记领导班子会议（${day(event.heldOn)}）`
    case 'PlanSubmitted':
      return `报送四定方案，承诺${day(event.dueOn)}前完成`
    case 'PlanAccepted':
      return '同意整改方案，进入整改'
    case 'PlanReturned':
      return '退回整改方案'
    case 'ProgressReported':
      return `报告整改进展${files(event.evidence.length)}`
    case 'ResultSubmitted':
      return `申请办结，自评为 ${event.resultClass} 类${files(event.evidence.length)}`
    case 'ResultReturned':
      return '退回办结申请'
    case 'MatterVerified':
      return `登记实地核查：${event.outcome === 'confirmed' ? '属实' : '不属实，退回继续整改'}${files(event.evidence.length)}`
    case 'MatterJudged': {
      const found = axes.map((axis) => `${axisLabels[axis].zh}${event[axis].grade}`).join('，')
      return `登记第${event.round}轮测评（${event.session}）：${found}${basis(event.by)}`
    }
    case 'MatterReopened':
      return `${reopened[event.cause]}，进入第${event.round}轮，${dues(event, day)}${event.warned ? '，并报告主任会议' : ''}`
    case 'ClosureObjected':
      return '登记公示异议'
    case 'ObjectionAnswered':
      return `答复第${event.objection + 1}条公示异议`
    case 'MatterClosed':
      return `经${by(event.approval)}同意，销号`
    case 'LookedBack':
      return event.outcome === 'held' ? '回头看：没有反弹' : '回头看：出现反弹'
    case 'MatterMerged':
      return `经${by(event.approval)}同意，归并到${name(event.into)}`
    case 'MatterExited':
      return `经${by(event.approval)}同意，按“${exitLabels[event.exit].zh}”转出，不计为满意`
    case 'MatterCommitted':
      return `经${by(event.approval)}同意，列为承诺事项，至${day(event.until)}`
    case 'DueExtended':
      return `经${by(event.approval)}同意，办结期限延至${day(event.due)}`
    case 'DueFollowedSession':
      return `常委会会议${sessionNews[event.why]}，办结期限${event.due === awaitsSession ? '待定' : `随会议调整为${day(event.due)}`}`
    case 'ResponsibilityMoved':
      return `${event.cause === 'unitMerged' ? '因机构合并' : '因岗位调整'}，改由${name(event.unit)}承办、${name(event.official)}领办`
    case 'MatterChased':
      return chaseLevelLabels[event.level].zh
    case 'MatterEscalated':
      return `经${by(event.approval)}决定，采取督办措施：${measureLabels[event.measure].zh}`
  }
}

const sessionNews = { fixed: '日期确定', moved: '改期', cancelled: '取消' } as const

function basis(by: VerdictBallot | undefined): string {
  if (by?.basis !== 'report') return ''
  return by.excepted ? '（按报告整体测评，此件另列，继续整改）' : '（按报告整体测评）'
}

const reopened = {
  unsatisfied: '测评不满意',
  conditional: '测评基本满意，限期完善',
  relapsed: '问题反弹',
} as const

function dues(
  { due, planDue }: Readonly<{ due: Limit; planDue: Limit | null }>,
  day: TrailLook['day'],
): string {
  const before = (limit: Limit, done: string) =>
    limit === awaitsSession ? `${done}期限待定` : `${day(limit)}前${done}`
  const plan = planDue === null ? '' : `${before(planDue, '报送方案')}，`
  return `${plan}${before(due, '办结')}`
}
