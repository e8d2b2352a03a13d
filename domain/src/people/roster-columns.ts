/**
 * The columns of a roster as offices write them, and which column of a sheet is proposed for which. The clerk may choose
 * otherwise; nothing is guessed that is not shown.
 * Source: domain.md §2 (组成人员、代表、列席人员), §12 (appointedBy).
 */
import { capacities, type Capacity, type Office } from './person.ts'
import type { Appointer } from './directory.ts'

/** Officials who answer in person, or people in one capacity. */
export const rosterKinds = ['official', ...capacities] as const

export type RosterKind = 'official' | Capacity

export const rosterFields = ['order', 'name', 'unit', 'post', 'office', 'appointedBy'] as const

export type RosterField = (typeof rosterFields)[number]

type Heading = Readonly<{ zh: string; also: readonly string[] }>

export const headings: Readonly<Record<RosterField, Heading>> = {
  order: { zh: '序号', also: ['排名', '排序', '编号'] },
  name: { zh: '姓名', also: ['名字', '述职人员'] },
  unit: { zh: '单位', also: ['所在单位', '工作单位', '任职单位', '单位名称', '代表团', '选区'] },
  post: { zh: '职务', also: ['现任职务', '岗位', '职务职级', '工作单位及职务'] },
  office: { zh: '常委会职务', also: ['人大职务'] },
  appointedBy: { zh: '任免方式', also: ['任命方式', '产生方式'] },
}

type Asked = Readonly<{ needed: readonly RosterField[]; taken: readonly RosterField[] }>

/** What a roster must have, and what it may have besides. */
export function fieldsOf(kind: RosterKind): Asked {
  switch (kind) {
    case 'official':
      return { needed: ['name', 'unit', 'post', 'appointedBy'], taken: ['order'] }
    case 'member':
      return { needed: ['name', 'office'], taken: ['order', 'unit', 'post'] }
    case 'unitStaff':
      return { needed: ['name', 'unit'], taken: ['order', 'post'] }
    case 'deputy':
    case 'observer':
    case 'investigator':
    case 'clerk':
      return { needed: ['name'], taken: ['order', 'unit', 'post'] }
  }
}

/** The place of the column for each field; a field without one is not in the sheet. */
export type Columns = Readonly<Partial<Record<RosterField, number>>>

/** By its heading, blanks left out. Of members, 职务 alone is the office in the committee. */
export function proposeColumns(kind: RosterKind, cells: readonly string[]): Columns {
  const written = cells.map((cell) => cell.replaceAll(/\s/g, ''))
  const { needed, taken } = fieldsOf(kind)
  const found: Partial<Record<RosterField, number>> = {}
  for (const field of [...needed, ...taken]) {
    const { zh, also } = headings[field]
    const at = [zh, ...also].map((name) => written.indexOf(name)).find((place) => place >= 0)
    if (at !== undefined) found[field] = at
  }
  if (kind === 'member' && found.office === undefined && found.post !== undefined) {
    const { post: office, ...rest } = found
    return { ...rest, office }
  }
  return found
}

/** The row of headings: the first one of the first twenty that has a name in it; rosters have titles above it. */
export function headingRow(rows: readonly (readonly string[])[]): number {
  const names = new Set([headings.name.zh, ...headings.name.also])
  return rows
    .slice(0, 20)
    .findIndex((cells) => cells.some((cell) => names.has(cell.replaceAll(/\s/g, ''))))
}

const appointersWritten: Readonly<Record<string, Appointer>> = {
  人大选举: 'congressElected',
  选举: 'congressElected',
  常委会任命: 'committeeAppointed',
  人大常委会任命: 'committeeAppointed',
  任命: 'committeeAppointed',
  非人大任命: 'notByCongress',
  非人大任免: 'notByCongress',
  组织任命: 'notByCongress',
  垂直管理: 'verticallyManaged',
  垂管: 'verticallyManaged',
}

export function appointerWritten(cell: string): Appointer | null {
  return Object.hasOwn(appointersWritten, cell) ? (appointersWritten[cell] ?? null) : null
}

const officesWritten: Readonly<Record<string, Office>> = {
  主任: 'director',
  常委会主任: 'director',
  副主任: 'viceDirector',
  常委会副主任: 'viceDirector',
  秘书长: 'secretaryGeneral',
  委员: 'ordinary',
  常委会委员: 'ordinary',
}

export function officeWritten(cell: string): Office | null {
  return Object.hasOwn(officesWritten, cell) ? (officesWritten[cell] ?? null) : null
}

/** A sheet to begin with: what a column is called, and what may be written in it where that is not free. */
export type TemplateColumn = Readonly<{
  field: RosterField
  heading: string
  choices: readonly string[]
}>

export function rosterTemplate(kind: RosterKind): readonly TemplateColumn[] {
  const { needed, taken } = fieldsOf(kind)
  return rosterFields
    .filter((one) => needed.includes(one) || taken.includes(one))
    .map((field) => ({ field, heading: headings[field].zh, choices: choicesOf(field) }))
}

function choicesOf(field: RosterField): readonly string[] {
  if (field === 'appointedBy') return ['人大选举', '常委会任命', '非人大任命', '垂直管理']
  return field === 'office' ? ['主任', '副主任', '秘书长', '委员'] : []
}

/** As the sheet of a kind is called. */
export const rosterNames: Readonly<Record<RosterKind, string>> = {
  official: '述职人员',
  member: '组成人员',
  deputy: '代表',
  observer: '列席人员',
  investigator: '调查组成员',
  clerk: '工委经办人',
  unitStaff: '承办单位工作人员',
}
