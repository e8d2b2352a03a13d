/** Which cell styles of a workbook show days or percentages. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { readXml } from './read-xml.ts'
import { lookOf, type NumberLook } from './sheet-number.ts'

/** Looks by the index that cells refer to. */
export function readLooks(bytes: Uint8Array): Result<readonly NumberLook[], ReadRefusal> {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  let inCells = false
  const refusal = readXml(bytes, {
    open: ({ name, attribute }) => {
      if (name === 'x:numFmt')
        codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'x:cellXfs') inCells = true
      else if (name === 'x:xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0)
        looks.push(lookOf(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'x:cellXfs') inCells = false
    },
  })
  return refusal === undefined ? accept(looks) : { ok: false, refusal }
}
