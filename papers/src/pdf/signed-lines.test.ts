/** Lines to be signed at the end of minutes are never alone on the last page. */
import { afterAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../docx/write-docx.ts'
import { readPdfWords } from '../identity/read-pdf-words.ts'
import { paperOf } from '../official/paper.ts'
import { openPackage } from '../readers/office-package.ts'
import { PdfWriter } from './write-pdf.ts'

const writer = new PdfWriter({ office: null, system: [], packages: true })
afterAll(() => writer.close())

const minutes = (lines: number) =>
  paperOf({
    title: '会议记录',
    body: [
      ...Array.from({ length: lines }, (_, at) => ({
        kind: 'paragraph' as const,
        text: `第${at + 1}项。`,
      })),
      { kind: 'paragraph', text: '会议议定事项如下，由各单位分头办理。'.repeat(4) },
      { kind: 'line', text: '主持人（签名）：' },
      { kind: 'line', text: '记录人（签名）：' },
    ],
  })

describe('minutes that end with lines to be signed', () => {
  it('whatever their length, have words of the minutes on the page of the signatures', async () => {
    const lasts: boolean[] = []
    for (let lines = 12; lines <= 22; lines += 1) {
      const made = await writer.write(minutes(lines), { status: 'draft' })
      if (!made.ok) throw new Error(made.refusal.zh)
      const { found = [] } = (await readPdfWords(made.value.bytes)) ?? {}
      const last = Math.max(...found.map(({ page }) => page))
      const said = found.filter(({ page }) => page === last).map(({ text }) => text)
      lasts.push(/议定|事项|单位|办理/.test(said.join('')))
    }
    expect(lasts).toEqual(lasts.map(() => true))
  }, 60_000)

  it('keep the last words and all lines but the last with what follows, in the Word file', () => {
    const pack = openPackage(writeDocx(minutes(3)))
    const part = pack.ok ? pack.value.read('word/document.xml') : null
    const xml = part?.ok ? new TextDecoder().decode(part.value) : ''
    const kept = xml.split('</w:p>').filter((one) => one.includes('<w:keepNext/>'))
    expect(kept.some((one) => one.includes('会议议定事项'))).toBe(true)
    expect(kept.some((one) => one.includes('主持人'))).toBe(true)
    expect(kept.some((one) => one.includes('记录人'))).toBe(false)
  })
})
