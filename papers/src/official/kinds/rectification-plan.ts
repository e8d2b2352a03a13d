/**
 * The rectification plan of one unit (整改方案): matter by matter with the cause and the four fixed things (定任务、定措施、
 * 定时间、定人员), and who oversees, leads and does. What has no plan yet stands there as such; nothing is left out.
 *
 * Source: domain.md §8.5; seed map S02, S03, S04.
 */
import type { Plan } from '@luoshi/domain/plans/plan'
import type { Meeting } from '@luoshi/domain/matters/round-parts'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import { assemble, headingBlock, leadIn, named, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText, numbersText, stopped } from '../paper-words.ts'

export type PlanOnPaper = Readonly<{
  unitName: string
  officialName: string
  activityName: string
  session: string
  items: readonly Readonly<{
    number: number
    title: string
    text: string
    round: number
    meeting: Meeting | null
    plan: Plan | null
  }>[]
}>

type Item = PlanOnPaper['items'][number]

export function rectificationPlanPaper(frame: PaperFrame, about: PlanOnPaper): OfficialPaper {
  const values = {
    activity: about.activityName,
    official: about.officialName,
    unit: about.unitName,
    session: about.session,
  }
  const parts = {
    meeting: meetingBlocks(about.items),
    items: about.items.flatMap(itemBlocks),
  }
  return assemble(frame, values, parts, {
    addressee: frame.congress,
    signature: { by: about.unitName, on: frame.on, sealed: true },
    note: `述职人员：${about.officialName}`,
  })
}

/** A meeting on several matters is one meeting; what it resolved on each stands with the matter. */
function meetingBlocks(items: readonly Item[]): readonly Block[] {
  const held = new Map<string, number[]>()
  for (const { number, meeting } of items) {
    if (!meeting) continue
    const said = `${dayText(meeting.heldOn)}召开领导班子会议，${meeting.attended.join('、')}参加，研究`
    held.set(said, [...(held.get(said) ?? []), number])
  }
  return [...held].flatMap(([said, numbers]) => paragraphs(`${said}${numbersText(numbers)}事项。`))
}

function itemBlocks(item: Item, at: number): readonly Block[] {
  const { number, title, text, round, meeting, plan } = item
  const turn = round > 1 ? `（第${round}轮）` : ''
  const head = headingBlock(2, `（${chineseNumber(at + 1)}）第${number}号事项${turn}：${title}`)
  const words = [...named('意见原文', text), ...named('会议决定', meeting?.resolved ?? '')]
  if (!plan) return [head, ...words, ...paragraphs('整改方案尚未制定。')]
  const { analysis, task, measures, dueOn, oversees, leads, does } = plan
  const steps = measures.map((one, n) => `（${n + 1}）${stopped(one)}`).join('\n')
  return [
    head,
    ...words,
    ...named('原因分析', analysis),
    ...named('定任务', task),
    ...(measures.length === 1
      ? named('定措施', steps.slice(3))
      : [leadIn('定措施：'), ...paragraphs(steps)]),
    ...paragraphs(`定时间：${dayText(dueOn)}前完成。`),
    ...paragraphs(
      `定人员：管——${oversees.name}（${oversees.post}）；抓——${leads.name}（${leads.post}）；做——${does.name}（${does.post}）。`,
    ),
  ]
}
