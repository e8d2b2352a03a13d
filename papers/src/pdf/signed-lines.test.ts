/** Lines to be signed at the end of minutes are never alone on the last page. */
import { day } from '@luoshi/domain/kernel/day'
import { afterAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../docx/write-docx.ts'
import { readPdfWords } from '../identity/read-pdf-words.ts'
import { lintPaper } from '../lint/lint-paper.ts'
import { paperOf, type Block } from '../official/paper.ts'
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

const row = ['一', '报送整改情况']
const ends: Readonly<Record<string, readonly Block[]>> = {
  'a few words': [{ kind: 'paragraph', text: '特此报告。' }],
  'who signs in person': [{ kind: 'paragraph', text: '述职人员：刘明远　2026年10月1日' }],
  'a paragraph of a third of a page': [
    { kind: 'paragraph', text: '逐项对照意见继续整改，“成熟一项、销号一项”。'.repeat(9) },
  ],
  'a table': [
    {
      kind: 'table',
      columns: [
        { heading: '序号', width: 1 },
        { heading: '事项', width: 5 },
      ],
      rows: [row, row, row],
    },
  ],
}

describe('a paper that ends with its signature', () => {
  it.each(Object.entries(ends))(
    'after %s has words of the paper on the page of the signature',
    async (_, end) => {
      const found: string[] = []
      const pages = new Set<number>()
      for (let lines = 5; lines <= 17; lines += 1) {
        const before = Array.from({ length: lines }, (__, at) => ({
          kind: 'paragraph' as const,
          text: `第${at + 1}项。`,
        }))
        const signature = { by: '清禾县水利局', on: day('2026-10-01'), sealed: true }
        const made = await writer.write(
          paperOf({ title: '整改报告', body: [...before, ...end], signature }),
        )
        if (!made.ok) throw new Error(made.refusal.zh)
        pages.add(made.value.pages)
        const linted = await lintPaper(made.value.bytes, '报告.pdf')
        if (linted.ok) found.push(...linted.value.findings.map(({ rule }) => rule))
      }
      expect(pages).toEqual(new Set([1, 2]))
      expect(found).toEqual([])
    },
    60_000,
  )
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
