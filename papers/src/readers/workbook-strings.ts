/** The shared strings of a workbook, without the phonetic guides (rPh) that stand over the words. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { readXml } from './read-xml.ts'
import { stopReading } from './stop-reading.ts'

export function readSharedStrings(bytes: Uint8Array): Result<readonly string[], ReadRefusal> {
  const strings: string[] = []
  let words = ''
  let inText = false
  let inGuide = false
  const refusal = readXml(bytes, {
    open: ({ name }) => {
      if (name === 'x:si') words = ''
      else if (name === 'x:rPh') inGuide = true
      else if (name === 'x:t') inText = !inGuide
    },
    text: (text) => {
      if (inText) words += text
      if (words.length > readingLimits.cellCharacters * 7) stopReading('cell-too-long')
    },
    close: (name) => {
      if (name === 'x:t') inText = false
      else if (name === 'x:rPh') inGuide = false
      else if (name === 'x:si') strings.push(unescaped(words))
    },
  })
  return refusal === undefined ? accept(strings) : { ok: false, refusal }
}

/** `_x000D_` stands for a character that XML does not allow (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */
export function unescaped(words: string): string {
  if (!words.includes('_x')) return words
  return words.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
