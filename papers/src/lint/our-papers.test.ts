import { defaultTemplates } from '@luoshi/domain/papers/default-templates'
import { paperKinds } from '@luoshi/domain/papers/paper-kinds'
import { afterAll, describe, expect, it } from 'vitest'
import { samplePapers } from '../../testing/sample-papers.ts'
import { writeDocx } from '../docx/write-docx.ts'
import { sealPaper } from '../identity/sealed-paper.ts'
import { PdfWriter } from '../pdf/write-pdf.ts'
import { lintPaper } from './lint-paper.ts'

describe('every paper the house makes', () => {
  const writer = new PdfWriter({ office: null, system: [], packages: true })
  afterAll(() => writer.close())

  it.each(paperKinds)(
    '%s keeps the standard, as Word and as PDF',
    async (kind) => {
      const paper = samplePapers[kind]()
      const sealed = sealPaper(kind, defaultTemplates[kind], paper)
      const site = 'https://rd.example.cn'
      for (const mark of [{ status: 'issued', sealed, site }, { status: 'draft' }] as const) {
        const word = await lintPaper(writeDocx(paper, mark), '公文.docx')
        expect(word).toEqual({ ok: true, value: { ok: true, findings: [] } })
        const made = await writer.write(paper, mark)
        if (!made.ok) throw new Error(made.refusal.zh)
        const pdf = await lintPaper(made.value.bytes, '公文.pdf')
        expect(pdf).toEqual({ ok: true, value: { ok: true, findings: [] } })
      }
    },
    60_000,
  )
})
