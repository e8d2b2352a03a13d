/**
 * The rectification report (整改情况报告): every matter answered by itself, with its class, what was done, why not, and the
 * evidence; signed by the official in person.
 *
 * Source: domain.md §8.6 (一一对应, 逐条解答); seed map S05, S13.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import { answersChart, answersChartTitle } from '@luoshi/domain/letters/answers-chart'
import type { Achieved } from '@luoshi/domain/letters/report'
import type { ResultClass } from '@luoshi/domain/matters/round-parts'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import { assemble, headingBlock, named, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText, stopped } from '../paper-words.ts'

export type ReportOnPaper = Readonly<{
  reference: string
  appraisalTitle: string
  unitName: string
  classes: Readonly<Record<ResultClass, string>>
  items: readonly Readonly<{
    number: number
    title: string
    demand: string
    achieved: Achieved
    resultClass: ResultClass
    account: string
    whyNot: string
    files: readonly Readonly<{ name: string }>[]
  }>[]
  signature: Readonly<{ on: Day; signer: string }> | null
}>

const achievedWords: Readonly<Record<Achieved, string>> = {
  done: '已完成',
  partly: '部分完成',
  notDone: '没有完成',
}

export function rectificationReportPaper(frame: PaperFrame, report: ReportOnPaper): OfficialPaper {
  const { reference, unitName, appraisalTitle, signature } = report
  const values = { reference, unit: unitName, activity: appraisalTitle }
  const parts = {
    items: [
      ...doneOf(report),
      ...report.items.flatMap((item, at) => itemBlocks(item, at, report.classes)),
    ],
    signer: signature
      ? paragraphs(`述职人员：${signature.signer}　${dayText(signature.on)}`)
      : paragraphs('述职人员（签名）：'),
  }
  return assemble(frame, values, parts, {
    addressee: frame.congress,
    signature: { by: unitName, on: signature?.on ?? frame.on, sealed: true },
  })
}

/** How many are done, before each is answered by itself. */
function doneOf({ items }: ReportOnPaper): readonly Block[] {
  const chart = answersChart(items)
  const title = `图\u3000${answersChartTitle.zh}`
  return chart === null ? [] : [{ kind: 'chart', title, chart, hasTable: false }]
}

function itemBlocks(
  item: ReportOnPaper['items'][number],
  at: number,
  classes: ReportOnPaper['classes'],
): readonly Block[] {
  const { number, title, demand, achieved, resultClass, account, whyNot, files } = item
  return [
    headingBlock(1, `${chineseNumber(at + 1)}、第${number}号事项　${title}`),
    ...named('意见原文', demand),
    ...paragraphs(
      `完成情况：${achievedWords[achieved]}。办理结果类别：${resultClass}（${classes[resultClass]}）。`,
    ),
    ...paragraphs(account),
    ...named('没有完成的原因和下一步安排', whyNot),
    ...named('佐证材料', stopped(files.map(({ name }) => name).join('、') || '无')),
  ]
}
