/** The names of a face. Source: OpenType specification 1.9, name. */
import { viewOf } from './sfnt.ts'

type Name = Readonly<{
  platform: number
  encoding: number
  language: number
  id: number
  text: string
}>

export function readNames(table: Uint8Array): readonly Name[] {
  const view = viewOf(table)
  const count = view.getUint16(2)
  const strings = view.getUint16(4)
  return Array.from({ length: count }, (_, at) => {
    const record = 6 + 12 * at
    const platform = view.getUint16(record)
    const start = strings + view.getUint16(record + 10)
    const bytes = table.subarray(start, start + view.getUint16(record + 8))
    return {
      platform,
      encoding: view.getUint16(record + 2),
      language: view.getUint16(record + 4),
      id: view.getUint16(record + 6),
      text: textOf(bytes, platform),
    }
  })
}

/** Under which families a face can be asked for, in any language. */
export function familiesOf(table: Uint8Array): readonly string[] {
  return [
    ...new Set(readNames(table).flatMap(({ id, text }) => (id === 1 || id === 16 ? [text] : []))),
  ]
}

/** Only its family is told otherwise; what a PDF calls the face (name 6) stays what its maker called it. */
export function withFamily(table: Uint8Array, family: string): Uint8Array {
  const post = readNames(table).find(({ id, platform }) => id === 6 && platform === 3)
  const maker = post?.text ?? readNames(table).find(({ id }) => id === 6)?.text ?? family
  const names = [
    { id: 1, text: family },
    { id: 2, text: 'Regular' },
    { id: 4, text: family },
    { id: 6, text: maker },
  ]
  const strings = 6 + 12 * names.length
  const length = names.reduce((sum, { text }) => sum + 2 * text.length, 0)
  const made = new Uint8Array(strings + length)
  const view = viewOf(made)
  view.setUint16(2, names.length)
  view.setUint16(4, strings)
  let at = 0
  for (const [index, { id, text }] of names.entries()) {
    const record = [3, 1, 0x409, id, 2 * text.length, at]
    for (const [place, value] of record.entries()) view.setUint16(6 + 12 * index + 2 * place, value)
    for (let unit = 0; unit < text.length; unit++)
      view.setUint16(strings + at + 2 * unit, text.charCodeAt(unit))
    at += 2 * text.length
  }
  return made
}

const wide = new TextDecoder('utf-16be')
const plain = new TextDecoder('latin1')

function textOf(bytes: Uint8Array, platform: number): string {
  return platform === 1 ? plain.decode(bytes) : wide.decode(bytes)
}
