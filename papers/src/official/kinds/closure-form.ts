/**
 * The closure form (销号审批表) of one matter: what was to be reached, what was done, who checked it, public notice,
 * objections, who approves. What is signed by hand stays blank with room to write.
 *
 * Source: domain.md §8.11 (fields).
 */
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import { currentRound, type OpenedMatter } from '@luoshi/domain/matters/matter'
import { assemble, type PaperFrame } from '../assemble.ts'
import type { OfficialPaper } from '../paper.ts'
import { dayText, decidedBy } from '../paper-words.ts'

export type ClosureOnPaper = Readonly<{
  number: number
  matter: OpenedMatter
  unitName: string
  officialName: string
  activityName: string
  session: string
  /** From when it may be struck off, counted from the verdict; the days before are public notice. */
  closeFrom: Day | null
}>

export function closureFormPaper(frame: PaperFrame, about: ClosureOnPaper): OfficialPaper {
  const { number, matter, unitName, officialName, activityName, session } = about
  const round = currentRound(matter)
  const { plan, submission, verification, verdict } = round ?? {}
  const { closure } = matter
  const rows = [
    { label: '编号', text: `第${number}号事项` },
    { label: '问题', text: matter.title },
    { label: '责任单位、责任人', text: `${unitName}　${officialName}` },
    { label: '整改目标', text: plan?.task ?? '' },
    { label: '完成情况', text: submission?.answer ?? '' },
    { label: '佐证材料清单', text: filesOf(matter) },
    {
      label: '责任单位意见',
      text: submission ? `申请销号。${submission.signedBy}　${dayText(submission.on)}` : '',
      lines: 2,
    },
    { label: '评议组核查意见', text: verification?.findings ?? '', lines: 2 },
    { label: '核查人签字', text: verification?.verifiers.join('、') ?? '', lines: 2 },
    {
      label: '测评结论',
      text: isSatisfied(matter) && verdict ? `${verdict.session}测评：措施、时间、质量均满意` : '',
    },
    { label: '公示起止与异议', text: publicity(about), lines: 2 },
    { label: '工委意见', text: '', lines: 3 },
    {
      label: '分管副主任、主任会议意见',
      text: closure
        ? `经${decidedBy(closure.approval)}同意。　${dayText(closure.approval.on)}`
        : '',
      lines: 3,
    },
    { label: '销号日期', text: closure ? dayText(closure.on) : '' },
  ]
  const values = { activity: activityName, official: officialName, unit: unitName, session }
  return assemble(frame, values, { form: [{ kind: 'form', rows }] })
}

/** Files of one name are told once, with how many there are. */
function filesOf({ evidence }: OpenedMatter): string {
  const counts = new Map<string, number>()
  for (const { name } of evidence) counts.set(name, (counts.get(name) ?? 0) + 1)
  const told = [...counts].map(([name, n]) => (n === 1 ? name : `${name}（${n}份）`))
  return told.length === 0 ? '无' : told.join('、')
}

function isSatisfied({ status }: OpenedMatter): boolean {
  return status === 'satisfied' || status === 'closed'
}

function publicity({ matter, closeFrom }: ClosureOnPaper): string {
  const verdict = currentRound(matter)?.verdict
  const run =
    verdict && closeFrom
      ? closeFrom === verdict.on
        ? ['本级办法不设公示期']
        : [`公示：${dayText(verdict.on)}至${dayText(addDays(closeFrom, -1))}`]
      : []
  const objections = matter.objections.flatMap(({ on, text, answer }) => [
    `异议（${dayText(on)}）：${text}`,
    answer ? `答复（${dayText(answer.on)}）：${answer.text}` : '尚未答复，不能销号',
  ])
  return [...run, ...(objections.length === 0 ? ['没有异议'] : objections)].join('\n')
}
