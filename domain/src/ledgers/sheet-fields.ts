/**
 * What a column of a county's own sheet can mean. Most are fields of the ledger, so that the same sheet can come out
 * again; 协办单位 and 备注 are read and shown, but the ledger keeps no such field.
 *
 * Source: domain.md §8.1–8.3 (columns of the forms that offices use).
 */
import type { LedgerField } from './layouts.ts'

export const sheetFields = [
  'place',
  'number',
  'title',
  'opinion',
  'source',
  'category',
  'cause',
  'goal',
  'measures',
  'oversees',
  'leads',
  'section',
  'does',
  'unit',
  'co',
  'due',
  'progress',
  'resultClass',
  'evidence',
  'review',
  'satisfaction',
  'closedOn',
  'status',
  'remark',
] as const

export type SheetField = (typeof sheetFields)[number]

export const sheetFieldLabels: Readonly<Record<SheetField, Readonly<{ zh: string; en: string }>>> =
  {
    place: { zh: '序号', en: 'Place' },
    number: { zh: '问题编号', en: 'Number' },
    title: { zh: '名称', en: 'Title' },
    opinion: { zh: '意见内容', en: 'Words of the opinion' },
    source: { zh: '问题来源', en: 'Source' },
    category: { zh: '类别', en: 'Category' },
    cause: { zh: '原因分析', en: 'Cause' },
    goal: { zh: '整改目标', en: 'Goal' },
    measures: { zh: '整改措施', en: 'Measures' },
    oversees: { zh: '责任领导（管）', en: 'Who oversees' },
    leads: { zh: '牵头人（抓）', en: 'Who leads' },
    section: { zh: '责任科室', en: 'Section' },
    does: { zh: '责任人（做）', en: 'Who does it' },
    unit: { zh: '责任单位', en: 'Unit' },
    co: { zh: '协办单位', en: 'Units that help' },
    due: { zh: '完成时限', en: 'Time limit' },
    progress: { zh: '进展情况', en: 'Progress' },
    resultClass: { zh: '办理结果', en: 'Result' },
    evidence: { zh: '佐证材料', en: 'Evidence' },
    review: { zh: '人大复核评价', en: 'Review' },
    satisfaction: { zh: '满意度', en: 'Satisfaction' },
    closedOn: { zh: '销号日期', en: 'Struck off on' },
    status: { zh: '当前状态', en: 'Status' },
    remark: { zh: '备注', en: 'Remarks' },
  }

/** The field of the ledger that fills such a column on the way out; a column of none comes out blank. */
export function ledgerFieldOf(field: SheetField | null): LedgerField {
  return field === null || field === 'co' || field === 'remark' ? 'blank' : field
}
