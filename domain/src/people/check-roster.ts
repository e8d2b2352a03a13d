/**
 * Rule: what each line of a roster would do: put somebody new on record, change somebody, nothing, or it is doubtful (the
 * same name elsewhere: the same person or another one? the clerk says) or wrong. Nothing is written by this.
 * Source: issue text (import of rosters: preview with new, changed, same, doubtful); domain.md §2, §12.
 */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { UnitId } from '../kernel/ids.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import type { Appointer } from './directory.ts'
import type { Office } from './person.ts'
import {
  appointerWritten,
  fieldsOf,
  headings,
  officeWritten,
  type Columns,
  type RosterField,
  type RosterKind,
} from './roster-columns.ts'

/** A county has a few hundred deputies; more lines than this are another list. */
export const mostRosterRows = 2000

/** `formula`: the row holds one, so what is shown in it may not be what is meant. */
export type SheetLine = Readonly<{ row: number; cells: readonly string[]; formula: boolean }>

export type RosterLine = Readonly<{
  row: number
  name: string
  order: number | null
  unit: UnitId | null
  unitName: string
  post: string
  office: Office | null
  appointedBy: Appointer | null
}>

/** Somebody on record, of the same kind, who has not left. */
export type OnRecord = Readonly<{
  id: string
  version: number
  name: string
  unit: UnitId | null
  unitName: string
  post: string
  office: Office | null
  order: number | null
}>

export type LineFault = ByCode<{
  'name-empty': Nothing
  'unit-empty': Nothing
  'unit-unknown': { unit: string }
  'post-empty': Nothing
  'office-unknown': { office: string }
  'appointer-unknown': { appointer: string }
  'formula-in-row': Nothing
  'line-doubled': { first: number }
}>

export type CheckedLine = Readonly<{ line: RosterLine }> &
  (
    | Readonly<{ verdict: 'new' | 'same' }>
    | Readonly<{ verdict: 'changed'; of: OnRecord }>
    | Readonly<{ verdict: 'doubtful'; like: readonly OnRecord[]; mayBeThem: boolean }>
    | Readonly<{ verdict: 'wrong'; fault: LineFault }>
  )

export type RosterSetting = Readonly<{
  kind: RosterKind
  columns: Columns
  /** Standing units by name. */
  units: ReadonlyMap<string, UnitId>
  known: readonly OnRecord[]
}>

export function missingColumns(kind: RosterKind, columns: Columns): readonly RosterField[] {
  return fieldsOf(kind).needed.filter((field) => columns[field] === undefined)
}

export function checkRoster(
  lines: readonly SheetLine[],
  setting: RosterSetting,
): readonly CheckedLine[] {
  const seen = new Map<string, number>()
  const names = new Map<string, number>()
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const read = filled.map((line) => ({ sheet: line, line: lineOf(line, setting) }))
  for (const { line } of read) names.set(line.name, (names.get(line.name) ?? 0) + 1)
  return read.map(({ sheet, line }) => {
    const key = JSON.stringify([line.name, line.unitName, line.post])
    const first = seen.get(key)
    if (first === undefined) seen.set(key, line.row)
    const fault = sheet.formula
      ? ({ code: 'formula-in-row' } as const)
      : (faultOf(line, setting.kind, writtenIn(sheet, setting)) ??
        (first === undefined ? null : ({ code: 'line-doubled', first } as const)))
    if (fault) return { line, verdict: 'wrong', fault }
    return judged(line, setting, (names.get(line.name) ?? 0) > 1)
  })
}

function lineOf({ row, cells }: SheetLine, { kind, columns, units }: RosterSetting): RosterLine {
  const cell = (field: RosterField) => {
    const at = columns[field]
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }
  const unitName = cell('unit')
  const order = /^\d{1,5}$/.test(cell('order')) ? Number(cell('order')) : null
  return {
    row,
    // Names of two characters are often spread out to look like three: 李 四.
    name: cell('name').replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''),
    order: order === 0 ? null : order,
    unit: units.get(unitName) ?? null,
    unitName,
    post: cell('post'),
    office: kind === 'member' ? officeWritten(cell('office')) : null,
    appointedBy: kind === 'official' ? appointerWritten(cell('appointedBy')) : null,
  }
}

/** @param written - The cell that names the office or who appoints, for the sentence about it. */
function faultOf(line: RosterLine, kind: RosterKind, written: string): LineFault | null {
  if (line.name === '') return { code: 'name-empty' }
  const needsUnit = kind === 'official' || kind === 'unitStaff'
  if (needsUnit && line.unitName === '') return { code: 'unit-empty' }
  if (needsUnit && line.unit === null) return { code: 'unit-unknown', unit: line.unitName }
  if (kind === 'official' && line.post === '') return { code: 'post-empty' }
  if (kind === 'official' && line.appointedBy === null)
    return { code: 'appointer-unknown', appointer: written }
  if (kind === 'member' && line.office === null) return { code: 'office-unknown', office: written }
  return null
}

function writtenIn({ cells }: SheetLine, { kind, columns }: RosterSetting): string {
  const at = columns[kind === 'member' ? 'office' : 'appointedBy']
  return at === undefined ? '' : (cells[at] ?? '').trim()
}

function judged(line: RosterLine, { kind, known }: RosterSetting, twice: boolean): CheckedLine {
  const like = known.filter(({ name }) => name === line.name)
  const here = like.filter((one) => one.unit === line.unit && one.unitName === line.unitName)
  const same = here.find((one) => one.post === line.post)
  const seated = same && same.office === line.office && (same.order ?? null) === line.order
  if (same && (seated || kind === 'official')) return { line, verdict: 'same' }
  if (same) return { line, verdict: 'changed', of: same }
  const [one] = here
  // An official's post is changed where the hand-over is: never by a roster.
  if (one && here.length === 1 && like.length === 1 && !twice && kind !== 'official')
    return { line, verdict: 'changed', of: one }
  if (like.length > 0) return { line, verdict: 'doubtful', like, mayBeThem: kind !== 'official' }
  return twice
    ? { line, verdict: 'doubtful', like: [], mayBeThem: false }
    : { line, verdict: 'new' }
}

/** 第7行：… */
export function explainLineFault(row: number, fault: LineFault): Bilingual {
  const { zh, en } = faultWords(fault)
  return bilingual(`第${row}行：${zh[0]}`, zh[1], `Row ${row}: ${en[0]}`, en[1])
}

type Said = Readonly<{ zh: readonly [string, string]; en: readonly [string, string] }>

function faultWords(fault: LineFault): Said {
  switch (fault.code) {
    case 'name-empty':
      return {
        zh: ['没有姓名。', '请填写，或者删去这一行。'],
        en: ['no name.', 'Give it or delete the row.'],
      }
    case 'unit-empty':
      return { zh: ['没有填写单位。', '请填写。'], en: ['no unit.', 'Give it.'] }
    case 'unit-unknown':
      return {
        zh: [`单位“${fault.unit}”没有登记。`, '请核对名称与“单位”中登记的一致；新单位请先登记。'],
        en: [`the unit “${fault.unit}” is not on record.`, 'Check its name, or register it first.'],
      }
    case 'post-empty':
      return { zh: ['没有填写职务。', '请填写。'], en: ['no post.', 'Give it.'] }
    case 'office-unknown':
      return {
        zh: [`“${fault.office}”不是常委会职务。`, '请写主任、副主任、秘书长或者委员。'],
        en: [
          `“${fault.office}” is no office of the committee.`,
          'Write 主任, 副主任, 秘书长 or 委员.',
        ],
      }
    case 'appointer-unknown':
      return {
        zh: [
          `任免方式“${fault.appointer}”看不懂。`,
          '请写人大选举、常委会任命、非人大任命或者垂直管理。',
        ],
        en: [
          `“${fault.appointer}” says not who appoints.`,
          'Write 人大选举, 常委会任命, 非人大任命 or 垂直管理.',
        ],
      }
    case 'formula-in-row':
      return {
        zh: [
          '含有公式，看到的可能不是实际内容。',
          '请在表格软件中“复制—选择性粘贴—数值”后再导入。',
        ],
        en: ['holds a formula.', 'Paste it as values and import again.'],
      }
    case 'line-doubled':
      return {
        zh: [`与第${fault.first}行重复。`, '请删去一行；确是两人的，请写清能区分的单位或者职务。'],
        en: [`the same as row ${fault.first}.`, 'Delete one, or tell them apart by unit or post.'],
      }
  }
}

export function missingColumnWords(fields: readonly RosterField[]): Bilingual {
  const zh = fields.map((field) => `“${headings[field].zh}”`).join('、')
  return bilingual(
    `名册中没有找到${zh}这一列。`,
    '请在“列的对应”中选择，或者下载模板补上表头后再导入。',
    `The roster has no column for ${fields.join(', ')}.`,
    'Choose it, or add the heading as in the template.',
  )
}
