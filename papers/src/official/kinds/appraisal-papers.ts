/**
 * The papers that open and close an appraisal: the implementation plan (实施方案), the notice to the unit (通知), and the
 * catalogue of what is filed (归档目录), all read from the same recorded steps.
 *
 * Source: domain.md §5 (phases and their papers), §8.12 (归档目录), §9.2.
 */
import type { GuideStep } from '@luoshi/domain/appraisals/appraisal-guide'
import { stepRules } from '@luoshi/domain/appraisals/campaign-steps'
import { phases } from '@luoshi/domain/appraisals/phases'
import { methodRules } from '@luoshi/domain/inquiries/methods'
import type { KnownPlan } from '@luoshi/domain/inquiries/plan'
import type { Day } from '@luoshi/domain/kernel/day'
import { assemble, leadIn, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText } from '../paper-words.ts'

export type AppraisalOnPaper = Readonly<{
  activityName: string
  officialName: string
  unitName: string
  session: string
  meetingOn: Day | null
  steps: readonly GuideStep[]
}>

function valuesOf({ activityName, officialName, unitName, session }: AppraisalOnPaper) {
  return { activity: activityName, official: officialName, unit: unitName, session }
}

function subjectOf({ officialName, unitName }: AppraisalOnPaper): readonly Block[] {
  return paragraphs(`${unitName}${officialName}同志。`)
}

/**
 * What was done when the paper was written bears its day, what was to come the last day on which it is in time: what
 * happened since is no part of it.
 */
function stepsTable(steps: readonly GuideStep[], writtenOn: Day): Block {
  const rows = steps
    .filter(({ standing }) => standing !== 'none' && standing !== 'waived')
    .map(({ step, owner, on, latest }, at) => {
      const isAhead = on === null || on > writtenOn
      const day = on ? dayText(on) : '另行安排'
      const when = isAhead && latest ? `${dayText(latest)}前` : day
      return [String(at + 1), stepRules[step].zh, ownerWords[owner], when]
    })
  const columns = [
    { heading: '序号', width: 2, align: 'center' },
    { heading: '步骤', width: 7 },
    { heading: '由谁办理', width: 4, align: 'center' },
    { heading: '时间', width: 6, align: 'center' },
  ] as const
  return { kind: 'table', columns, rows }
}

const ownerWords: Readonly<Record<GuideStep['owner'], string>> = {
  clerk: '人大办事机构',
  party: '县委',
  unit: '述职单位',
  team: '调查组',
  chairs: '主任会议',
  committee: '常委会',
}

export type PlanOfInquiryOnPaper = AppraisalOnPaper & Readonly<{ plan: KnownPlan }>

export function implementationPlanPaper(
  frame: PaperFrame,
  about: PlanOfInquiryOnPaper,
): OfficialPaper {
  const { team, works } = about.plan
  const head = team.filter(({ isHead }) => isHead).map(({ name }) => name)
  const members = team.filter(({ isHead }) => !isHead).map(({ name }) => name)
  const rows = works.map(({ method, on, place, who }, at) => [
    String(at + 1),
    methodRules[method].zh,
    on ? dayText(on) : '日期待定',
    place,
    who,
  ])
  const columns = [
    { heading: '序号', width: 2.4, align: 'center' },
    { heading: '方法', width: 4 },
    { heading: '日期', width: 7, align: 'center' },
    { heading: '地点、对象', width: 7 },
    { heading: '参加人', width: 6 },
  ] as const
  const parts = {
    subject: subjectOf(about),
    team: [
      ...paragraphs(`组长：${head.join('、')}`),
      ...(members.length === 0 ? [] : paragraphs(`成员：${members.join('、')}`)),
    ],
    works: rows.length === 0 ? [] : [{ kind: 'table', columns, rows } as const],
    steps: [stepsTable(about.steps, frame.on)],
  }
  return assemble(frame, valuesOf(about), parts, {
    signature: { by: frame.congress, on: frame.on, sealed: true },
  })
}

export function appraisalNoticePaper(frame: PaperFrame, about: AppraisalOnPaper): OfficialPaper {
  const { meetingOn, session } = about
  const steps = about.steps.filter(({ step, phase }) => isOfUnit(step, phase))
  const served = steps.find(({ step }) => step === 'noticeServed')
  const owed = steps.filter(({ owner, standing }) => owner === 'unit' && standing !== 'none')
  const papers = owed.map(
    ({ step, latest }, at) =>
      `${at + 1}.${stepRules[step].zh}${latest ? `，${dayText(latest)}前报送` : ''}。`,
  )
  const parts = {
    subject: subjectOf(about),
    meeting: paragraphs(
      meetingOn ? `${session}，${dayText(meetingOn)}。` : `${session}，具体日期另行通知。`,
    ),
    papers: papers.flatMap(paragraphs),
    steps: [stepsTable(steps, frame.on)],
  }
  const values = { ...valuesOf(about), reference: served?.number ?? '' }
  return assemble(frame, values, parts, {
    addressee: about.unitName,
    signature: { by: frame.congress, on: frame.on, sealed: true },
  })
}

/** What the unit is told beforehand: up to the meeting, without what the committee settles with others. */
function isOfUnit(step: GuideStep['step'], phase: GuideStep['phase']): boolean {
  return step !== 'partyApproved' && phases.indexOf(phase) <= phases.indexOf('meeting')
}

/** One item of the file. Pages and remarks are known once it is made up for the archives. */
export type FiledPaper = Readonly<{
  name: string
  number: string
  on: Day | null
  by: string
  pages?: number | null
  secrecy?: string
  remark?: string
}>

export type CatalogueOnPaper = AppraisalOnPaper & Readonly<{ papers: readonly FiledPaper[] }>

/** Source: DA/T 22-2015 (归档文件整理规则, by item), 7.2: what a catalogue says of each. */
export function archiveCataloguePaper(frame: PaperFrame, about: CatalogueOnPaper): OfficialPaper {
  const rows = about.papers.map((one, at) => [
    String(at + 1),
    one.by,
    one.number,
    one.name,
    one.on ? dayText(one.on) : '',
    one.secrecy ?? '',
    one.pages ? String(one.pages) : '',
    one.remark ?? '',
  ])
  const columns = [
    { heading: '件号', width: 2, align: 'center' },
    { heading: '责任者', width: 5 },
    { heading: '文号', width: 5 },
    { heading: '题名', width: 9 },
    { heading: '日期', width: 5, align: 'center' },
    { heading: '密级', width: 2, align: 'center' },
    { heading: '页数', width: 2, align: 'center' },
    { heading: '备注', width: 4 },
  ] as const
  const missing = about.steps.flatMap(({ step, standing, required, number, note }) => {
    const { zh } = stepRules[step]
    if (standing === 'waived') return [`${zh}：经决定不作要求（${number ?? ''}）。${note}`]
    if (!required || standing === 'done' || standing === 'none') return []
    const isBegun = about.papers.some(({ name }) => name === zh)
    return [isBegun ? `${zh}：尚未全部完成。` : `${zh}：尚未完成。`]
  })
  const parts = {
    papers:
      rows.length === 0
        ? paragraphs('还没有可以归档的材料。')
        : [{ kind: 'table', columns, rows } as const],
    missing:
      missing.length === 0 ? [] : [leadIn('缺少的材料和理由：'), ...missing.flatMap(paragraphs)],
  }
  return assemble(frame, valuesOf(about), parts, { landscape: true })
}
