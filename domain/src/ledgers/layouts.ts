/**
 * The forms in which offices keep and print their ledger: each an order of fields under its own headings. All show the
 * same data; the three lists are one line each of the joined one, by the number of the problem.
 *
 * Source: domain.md §8.1 (Yunyang: order and headings exactly), §8.2 (full), §8.3 (three lists; column split inferred);
 * the plan form is ours: the columns that a complete plan needs (seed map S02–S04), to be filled in away from here.
 */
import { awaitsSession, undeterminedWords } from '../matters/limit.ts'
import type { LedgerEntry } from './ledger-entry.ts'
import type { HeadArea } from './own-layout.ts'

/** `blank`: a column that the form has and the ledger does not keep; the office fills it by hand. */
export type LedgerField = Exclude<keyof LedgerEntry, 'matter'> | 'place' | 'blank'

export type LayoutColumn = Readonly<{ field: LedgerField; heading: string; width: number }>

export type LayoutKey = (typeof layoutKeys)[number]

export const layoutKeys = ['yunyang', 'full', 'problems', 'tasks', 'duties', 'plans'] as const

/** The headings of a county's own form, which may take several rows and be merged. */
export type LayoutHeads = Readonly<{
  rows: readonly (readonly string[])[]
  merged: readonly HeadArea[]
}>

export type Layout = Readonly<{
  name: string
  columns: readonly LayoutColumn[]
  /** Absent: one row of headings, those of the columns. */
  heads?: LayoutHeads
  /** The county's own line above the headings; absent: congress and name. */
  title?: string
}>

const column = (field: LedgerField, heading: string, width: number): LayoutColumn => ({
  field,
  heading,
  width,
})

export const layouts: Readonly<Record<LayoutKey, Layout>> = {
  yunyang: {
    name: '问题（建议）清单',
    columns: [
      column('place', '序号', 6),
      column('source', '问题（建议）来源', 16),
      column('title', '名称', 24),
      column('opinion', '具体内容', 48),
      column('category', '类别', 9),
      column('unit', '牵头整改单位', 18),
      column('progress', '推进情况', 40),
      column('review', '人大复核评价', 28),
    ],
  },
  full: {
    name: '整改台账',
    columns: [
      column('place', '序号', 6),
      column('number', '问题编号', 9),
      column('opinion', '评议意见原文', 40),
      column('source', '问题来源', 14),
      column('category', '问题类别', 9),
      column('goal', '整改目标（标准）', 24),
      column('measures', '整改措施', 36),
      column('oversees', '责任领导', 14),
      column('section', '责任科室', 14),
      column('does', '责任人', 10),
      column('blank', '协办单位', 14),
      column('unit', '责任单位', 16),
      column('due', '完成时限', 12),
      column('progress', '进展情况', 36),
      column('resultClass', '办理结果类别', 9),
      column('evidence', '佐证材料', 20),
      column('review', '人大复核评价', 24),
      column('satisfaction', '满意度', 24),
      column('closedOn', '销号日期', 12),
      column('status', '当前状态', 11),
      column('blank', '备注', 14),
    ],
  },
  problems: {
    name: '问题清单',
    columns: [
      column('place', '序号', 6),
      column('number', '问题编号', 9),
      column('title', '问题', 26),
      column('source', '来源', 14),
      column('category', '类别', 9),
      column('opinion', '表现', 48),
      column('cause', '原因', 36),
    ],
  },
  tasks: {
    name: '任务清单',
    columns: [
      column('place', '序号', 6),
      column('number', '对应问题编号', 9),
      column('title', '对应问题', 26),
      column('measures', '整改任务', 44),
      column('goal', '目标（标准）', 28),
      column('due', '完成时限', 12),
      column('progress', '阶段进展', 36),
    ],
  },
  duties: {
    name: '责任清单',
    columns: [
      column('place', '序号', 6),
      column('number', '对应问题编号', 9),
      column('measures', '对应任务', 44),
      column('leads', '牵头领导', 16),
      column('unit', '责任单位', 18),
      column('section', '责任科室', 16),
      column('does', '责任人', 12),
      column('blank', '协办', 14),
    ],
  },
  plans: {
    name: '整改方案表',
    columns: [
      column('place', '序号', 6),
      column('number', '问题编号', 9),
      column('title', '问题', 24),
      column('opinion', '评议意见原文', 36),
      column('cause', '原因分析', 30),
      column('goal', '整改任务', 28),
      column('measures', '整改措施', 40),
      column('due', '完成时限', 12),
      column('oversees', '责任领导（管）', 16),
      column('leads', '牵头人（抓）', 16),
      column('does', '责任人（做）', 12),
      column('section', '责任人职务', 14),
      column('progress', '进展情况', 36),
    ],
  },
}

export function isLayoutKey(raw: string): raw is LayoutKey {
  return layoutKeys.some((key) => key === raw)
}

/** The values of a line, in the order of its form. `place` counts from 1. */
export function lineOf(
  { columns }: Layout,
  entry: LedgerEntry,
  place: number,
): readonly (string | number | null)[] {
  return columns.map(({ field }) => valueOf(field, entry, place))
}

function valueOf(field: LedgerField, entry: LedgerEntry, place: number): string | number | null {
  if (field === 'place') return place
  if (field === 'blank') return ''
  return field === 'due' && entry.due === awaitsSession ? undeterminedWords.zh.short : entry[field]
}
