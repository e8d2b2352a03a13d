/**
 * The opinion letter (评议意见书) and the notice of re-issue (改办通知): item by item in the order of the letter, with the
 * problem list as its attachment, and the day by which each thing is owed.
 *
 * Source: domain.md §8.4, §8.13; GB/T 9704-2012, 7.3.4.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import { assemble, headingBlock, named, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText, unstopped } from '../paper-words.ts'

export type LetterItemOnPaper = Readonly<{
  number: number
  problem: string
  request: string
  unitName: string
  officialName: string
  voided: Readonly<{ on: Day; reason: string; reference: string }> | null
}>

export type LetterOnPaper = Readonly<{
  form: 'opinion' | 'reissue'
  reference: string | null
  activityName: string
  officialName: string
  session: string
  sections: Readonly<{
    overall: string
    achievements: string
    suggestions: string
    ballot: string
  }>
  items: readonly LetterItemOnPaper[]
  to: readonly string[]
  copies: readonly string[]
  limits: readonly Readonly<{
    kind: 'plan' | 'report' | 'reassign'
    /** Null: 待定, at a session without a day. */
    due: Day | null
    words: Readonly<{ zh: string }>
  }>[]
  withdrawal: Readonly<{ on: Day; reason: string }> | null
  before: Readonly<{ reference: string }> | null
  delivery: unknown
}>

export function opinionLetterPaper(frame: PaperFrame, letter: LetterOnPaper): OfficialPaper {
  const { form, items, sections, reference } = letter
  const units = [...new Set(items.map(({ unitName }) => unitName))]
  const values = {
    reference: reference ?? '',
    activity: letter.activityName,
    official: letter.officialName,
    unit: units.join('、'),
    session: letter.session,
    before: letter.before?.reference ?? '',
  }
  const to = form === 'reissue' ? units : letter.to
  const parts = {
    overall: paragraphs(sections.overall),
    achievements: paragraphs(sections.achievements),
    problems: items.flatMap(itemBlocks),
    suggestions: paragraphs(sections.suggestions),
    ballot: paragraphs(sections.ballot),
    limits: limitBlocks(letter),
  }
  return assemble(frame, values, parts, {
    addressee: to.length === 0 ? null : to.join('、'),
    attachments: items.length === 0 ? [] : [{ name: '问题清单', body: [listOf(items)] }],
    signature: { by: frame.congress, on: frame.on, sealed: true },
    note: letter.withdrawal
      ? `本件已于${dayText(letter.withdrawal.on)}撤回：${unstopped(letter.withdrawal.reason)}`
      : null,
    imprint:
      letter.copies.length === 0
        ? null
        : { copies: letter.copies, by: `${frame.congress}办公室`, on: frame.on },
  })
}

function itemBlocks(item: LetterItemOnPaper, at: number): readonly Block[] {
  const { number, problem, request, unitName, officialName, voided } = item
  const [first = '', ...more] = problem.split('\n').filter((one) => one.trim() !== '')
  return [
    headingBlock(2, `（${chineseNumber(at + 1)}）第${number}号事项。`, first),
    ...more.flatMap(paragraphs),
    ...named('要求', request),
    ...paragraphs(`承办：${unitName}　责任人：${officialName}`),
    ...(voided
      ? paragraphs(`作废：${dayText(voided.on)}改办，见${voided.reference}。理由：${voided.reason}`)
      : []),
  ]
}

function limitBlocks({ limits, delivery }: LetterOnPaper): readonly Block[] {
  if (limits.length === 0) return []
  const lines = limits.flatMap(({ kind, due, words }) =>
    paragraphs(
      due === null
        ? `${openLimitWords[kind]}（${unstopped(words.zh)}）。`
        : `${limitWords[kind](dayText(due))}（${unstopped(words.zh)}）。`,
    ),
  )
  return delivery === null
    ? [...lines, ...paragraphs('以上日期暂从今天起算，交办之日起重新计算。')]
    : lines
}

const limitWords: Readonly<Record<'plan' | 'report' | 'reassign', (day: string) => string>> = {
  plan: (day) => `整改方案于${day}前报送`,
  report: (day) => `整改情况报告于${day}前报送`,
  reassign: (day) => `认为不属本单位职责的，于${day}前书面申请改办`,
}

const openLimitWords: Readonly<Record<'plan' | 'report' | 'reassign', string>> = {
  plan: '报送整改方案的期限待定',
  report: '报送整改情况报告的期限待定',
  reassign: '书面申请改办的期限待定',
}

function listOf(items: readonly LetterItemOnPaper[]): Block {
  return {
    kind: 'table',
    columns: [
      { heading: '序号', width: 3, align: 'center' },
      { heading: '编号', width: 3, align: 'center' },
      { heading: '问题', width: 11 },
      { heading: '要求', width: 9 },
      { heading: '承办单位', width: 5 },
      { heading: '责任人', width: 4 },
    ],
    rows: items.map(({ number, problem, request, unitName, officialName, voided }, at) => [
      String(at + 1),
      String(number),
      problem,
      voided ? `${request}\n（已作废，见${voided.reference}）` : request,
      unitName,
      officialName,
    ]),
  }
}
