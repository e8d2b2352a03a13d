/** A roster to be filled in: headings in Excel, lists to choose from where only certain words are understood, empty lines. */
import {
  rosterNames,
  rosterTemplate,
  type RosterField,
  type RosterKind,
} from '@luoshi/domain/people/roster-columns'
import type { SheetPlan, SheetValues } from '@luoshi/papers/sheets/sheet-plan'
import { writeWorkbook } from '@luoshi/papers/sheets/write-workbook'

const emptyLines = 200

const widths: Readonly<Record<RosterField, number>> = {
  order: 8,
  name: 14,
  unit: 32,
  post: 24,
  office: 16,
  appointedBy: 16,
}

export function rosterWorkbook(kind: RosterKind): readonly Uint8Array[] {
  const template = rosterTemplate(kind)
  const plan: SheetPlan = {
    name: '名册',
    title: `${rosterNames[kind]}名册`,
    note: '一人一行，从表头下面第一行填起；表头请勿改动。',
    columns: template.map(({ field, heading, choices }) => ({
      heading,
      kind: 'text',
      width: widths[field],
      ...(choices.length > 0 ? { choices } : {}),
    })),
  }
  const line: SheetValues = template.map(() => null)
  const writer = writeWorkbook(plan, '')
  return [writer.rows(Array.from({ length: emptyLines }, () => line)), writer.end()]
}

export function rosterTemplateName(kind: RosterKind): string {
  return `${rosterNames[kind]}名册模板.xlsx`
}
