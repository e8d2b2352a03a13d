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

  it('keeps it with an answer of 2,000 characters in a form, and a row longer than a page across', async () => {
    const long = '管网漏损严重，群众多次报修，'.repeat(143)
    const form = samplePapers['closure-form']()
    const body = form.body.map((block) =>
      block.kind === 'form'
        ? { ...block, rows: block.rows.map((row, at) => (at === 4 ? { ...row, text: long } : row)) }
        : block,
    )
    const lists = samplePapers['three-lists']()
    const across = lists.body.map((block) =>
      block.kind === 'table'
        ? { ...block, rows: block.rows.map((cells) => cells.with(5, long.slice(0, 390))) }
        : block,
    )
    for (const paper of [
      { ...form, body },
      { ...lists, body: across },
    ]) {
      const made = await writer.write(paper, { status: 'draft' })
      if (!made.ok) throw new Error(made.refusal.zh)
      const read = await lintPaper(made.value.bytes, '公文.pdf')
      expect(read).toEqual({ ok: true, value: { ok: true, findings: [] } })
    }
  }, 60_000)
})
