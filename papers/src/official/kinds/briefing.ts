/** The monthly briefing (督办通报): facts by unit in the order of the office, never by figures. Source: domain.md §8.10, §10. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { Approval } from '@luoshi/domain/people/approval'
import { inHandOf, type UnitFigures } from '@luoshi/domain/supervision/briefing'
import { statesChart } from '@luoshi/domain/supervision/states-chart'
import { fourCheckLabels, fourChecks } from '@luoshi/domain/supervision/four-checks'
import { assemble, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText, decidedBy, unstopped } from '../paper-words.ts'

export type BriefingOnPaper = Readonly<{
  reference: string
  month: string
  asOf: Day
  remarks: string
  lines: readonly (UnitFigures & Readonly<{ unitName: string }>)[]
  total: UnitFigures
  approval: Approval | null
  issuedOn: Day | null
  withdrawal: Readonly<{ on: Day; reason: string }> | null
}>

export function briefingPaper(frame: PaperFrame, briefing: BriefingOnPaper): OfficialPaper {
  const { reference, approval, issuedOn, withdrawal, asOf } = briefing
  const [year = 0, month = 0] = briefing.month.split('-').map(Number)
  const chart = statesChart(briefing.lines)
  const parts = {
    remarks: paragraphs(briefing.remarks),
    figures: [
      ...figuresOf(briefing),
      ...(chart
        ? [{ kind: 'chart', title: '图　各单位在办事项进展', chart, hasTable: true } as const]
        : []),
      ...paragraphs(`数据截至${dayText(asOf)}。各单位按机构顺序排列。`),
    ],
    approval: approval ? paragraphs(`经${decidedBy(approval)}批准印发。`) : [],
  }
  return assemble(frame, { reference, month: `${year}年${month}月` }, parts, {
    signature: issuedOn ? { by: frame.congress, on: issuedOn, sealed: true } : null,
    note: withdrawal
      ? `本件已于${dayText(withdrawal.on)}撤回：${unstopped(withdrawal.reason)}`
      : null,
  })
}

function figuresOf({ lines, total }: BriefingOnPaper): readonly Block[] {
  if (lines.length === 0) return paragraphs('这个月没有需要通报的事项。')
  const checks = fourChecks.map((check) => fourCheckLabels[check].asks.zh)
  const heads = [
    '本月交办',
    '本月销号',
    '在办',
    ...checks,
    '逾期',
    '静默',
    '发出文书',
    '已报告',
    '监督措施',
  ]
  const columns = [
    { heading: '单位', width: 5 },
    ...heads.map((heading) => ({ heading, width: 2, align: 'center' as const })),
  ]
  const rows = [...lines.map((line) => figureRow(line.unitName, line)), figureRow('合计', total)]
  return [{ kind: 'table', columns, rows }]
}

function figureRow(name: string, line: UnitFigures): readonly string[] {
  const { handedOver, closed, checks, late, silent } = line
  const figures = [
    handedOver,
    closed,
    inHandOf(line),
    ...fourChecks.map((check) => checks[check]),
    late,
    silent,
    line.noticesIssued,
    line.noticesAnswered,
    line.consequences,
  ]
  return [name, ...figures.map(String)]
}
