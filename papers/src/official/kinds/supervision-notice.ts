/**
 * The paper that chases (催办、督办通知书): the matters, what is wrong, what is demanded until when, and a receipt (回执) that
 * comes back signed.
 *
 * Source: domain.md §8.10, §8.12.
 */
import { undeterminedWords } from '@luoshi/domain/matters/limit'
import type { Day } from '@luoshi/domain/kernel/day'
import type { Approval } from '@luoshi/domain/people/approval'
import { chasePaperName, type ChaseLevel } from '@luoshi/domain/supervision/chase'
import { noticeProblemLabels, type NoticeProblem } from '@luoshi/domain/supervision/notice'
import { assemble, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText, decidedBy, unstopped, withoutBrackets } from '../paper-words.ts'

export type NoticeOnPaper = Readonly<{
  reference: string
  level: ChaseLevel
  unitName: string
  problem: NoticeProblem
  demand: string
  reportBy: Day
  approval: Approval | null
  issuedBy: string
  matters: readonly Readonly<{ number: number; title: string; due: Day | null }>[]
  receipt: Readonly<{ on: Day; by: string }> | null
  answer: Readonly<{ on: Day; text: string }> | null
  withdrawal: Readonly<{ on: Day; reason: string }> | null
}>

export function supervisionNoticePaper(frame: PaperFrame, notice: NoticeOnPaper): OfficialPaper {
  const { reference, unitName, approval, withdrawal } = notice
  const values = { reference, unit: unitName, level: chasePaperName(notice.level) }
  const decided = approval ? `经${decidedBy(approval)}决定。` : ''
  const parts = {
    matters: [mattersTable(notice)],
    problem: paragraphs(`${noticeProblemLabels[notice.problem].zh}。`),
    demand: paragraphs(notice.demand),
    report: paragraphs(`请于${dayText(notice.reportBy)}前书面报告办理情况。${decided}`),
  }
  const left = withdrawal
    ? [`本件已于${dayText(withdrawal.on)}撤回：${unstopped(withdrawal.reason)}`]
    : []
  return assemble(frame, values, parts, {
    addressee: unitName,
    attachments: [{ name: '回执', body: [receiptForm(notice)] }],
    signature: { by: frame.congress, on: frame.on, sealed: true },
    note: [`经办人：${withoutBrackets(notice.issuedBy)}`, ...left].join('；'),
  })
}

function mattersTable({ matters }: NoticeOnPaper): Block {
  return {
    kind: 'table',
    columns: [
      { heading: '编号', width: 2, align: 'center' },
      { heading: '事项', width: 9 },
      { heading: '原办理时限', width: 5, align: 'center' },
    ],
    rows: matters.map(({ number, title, due }) => [
      String(number),
      title,
      due === null ? undeterminedWords.zh.short : dayText(due),
    ]),
  }
}

function receiptForm({ reference, unitName, receipt, answer }: NoticeOnPaper): Block {
  return {
    kind: 'form',
    rows: [
      { label: '文号', text: reference },
      { label: '收文单位', text: unitName },
      { label: '签收人', text: receipt?.by ?? '', lines: 2 },
      { label: '签收日期', text: receipt ? dayText(receipt.on) : '', lines: 2 },
      { label: '办理情况', text: answer?.text ?? '', lines: 9 },
      { label: '报告日期', text: answer ? dayText(answer.on) : '', lines: 2 },
      { label: '单位负责人签字', text: '', lines: 2 },
    ],
  }
}
