/** A list of people as it was uploaded: the first sheet with a column 姓名; contact and stratum by their headings. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import type { Population } from '@luoshi/domain/surveys/population'
import { tablesInWorker } from '@luoshi/papers/parse-in-worker'
import type { Outcome } from '../../execute/context.ts'
import { refused } from '../../execute/refused.ts'
import { inTwo } from '../../http/two-sentences.ts'

export type FramePerson = Readonly<{ stratum: string; name: string; contact: string }>

const headings = {
  name: ['姓名', '名称', '单位名称', '企业名称', '服务对象'],
  contact: ['联系方式', '手机', '手机号', '手机号码', '联系电话', '电话', '地址'],
  stratum: ['分层', '类别', '乡镇', '片区', '所在乡镇'],
} as const

const longest = 200

/** Headings stand within the first rows; a stratum is named as the survey names it, or by its code. */
export async function readFrameSheet(
  bytes: Uint8Array,
  fileName: string,
  { strata }: Population,
): Outcome<readonly FramePerson[]> {
  const read = await tablesInWorker(bytes, fileName)
  if (!read.ok) {
    const { code, zh, en } = read.refusal
    return refused(422, code, inTwo(zh, en))
  }
  const only = strata.length === 1 ? strata[0]?.code : undefined
  for (const { rows } of read.value.sheets) {
    const at = rows.slice(0, 20).findIndex(({ cells }) => placeOf(cells, 'name') >= 0)
    const head = rows[at]?.cells ?? []
    if (at < 0) continue
    const [name, contact, stratum] = [
      placeOf(head, 'name'),
      placeOf(head, 'contact'),
      placeOf(head, 'stratum'),
    ]
    const people = rows.slice(at + 1).map(({ cells }): FramePerson => {
      const said = textAt(cells, stratum)
      const found = strata.find((one) => one.name === said || one.code === said)
      return {
        name: textAt(cells, name),
        contact: textAt(cells, contact),
        stratum: only ?? found?.code ?? said,
      }
    })
    return accept(people.filter((one) => one.name !== ''))
  }
  return refused(
    422,
    'frame-without-names',
    bilingual(
      '文件中没有找到“姓名”这一列。',
      '请在前20行内写明表头：“姓名”，以及需要时的“联系方式”“分层”。',
      'The file has no column 姓名.',
      'Give headings within the first twenty rows: 姓名, and 联系方式 and 分层 where needed.',
    ),
  )
}

function placeOf(cells: readonly string[], field: keyof typeof headings): number {
  return cells.findIndex((cell) =>
    headings[field].some((one) => one === cell.replaceAll(/\s/g, '')),
  )
}

function textAt(cells: readonly string[], place: number): string {
  return place < 0 ? '' : (cells[place] ?? '').trim().slice(0, longest)
}
