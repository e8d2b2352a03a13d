/** What the demo county has not: a document and a sheet on their way in, a ledger that came back; their ids, for their pages. */
import { editCell } from '../../papers/testing/edit-sheet.ts'
import { oddSheet } from '../../papers/testing/odd-sheet.ts'
import type { Caller } from './asking.ts'
import { isRecord } from './luoshi-process.ts'

/** A text whose opinions wait to be confirmed. */
export async function imported(clerk: Caller): Promise<string> {
  const text = [
    '关于评议县水利局工作的意见',
    '一、北沟村三组反映，机井电费分摊不公开，请县水利局于2026年12月底前公开。',
    '二、石坝镇饮水管网漏水严重，建议尽快更换。',
    '三、河道采砂巡查记录不全，请补齐。',
  ].join('\n')
  const answer: unknown = JSON.parse(
    (await clerk.send('POST', '/api/v1/imports', { body: JSON.stringify({ text }) })).text,
  )
  return isRecord(answer) ? String(answer['import']) : ''
}

const named = (name: string, body: Uint8Array | string) => ({
  headers: { 'content-type': 'application/octet-stream', 'x-file-name': name },
  body,
})

/** A county's own sheet whose columns wait to be mapped. */
export async function mapping(clerk: Caller): Promise<string> {
  const sent = await clerk.send('POST', '/api/v1/imports', named('ledger.xlsx', oddSheet()))
  const answer: unknown = JSON.parse(sent.text)
  return isRecord(answer) ? String(answer['import']) : ''
}

/** An exported ledger that came back with a change. */
export async function back(clerk: Caller, url: string): Promise<string> {
  const made = await fetch(`${url}/api/v1/ledger.xlsx`, {
    headers: { cookie: clerk.cookie },
  })
  const bytes = new Uint8Array(await made.arrayBuffer())
  const changed = editCell(bytes, { name: 'matter_', column: 'T' }, () => '已销号')
  const sent = await clerk.send('POST', '/api/v1/comebacks', named('back.xlsx', changed))
  const answer: unknown = JSON.parse(sent.text)
  return isRecord(answer) ? String(answer['comeback']) : ''
}
