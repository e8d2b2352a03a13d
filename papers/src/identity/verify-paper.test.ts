/** Every paper carries its identity, in both formats the same; whoever changes a word is found out, without anybody's help. */
import { unzipSync, zipSync } from 'fflate'
import { defaultTemplates } from '@luoshi/domain/papers/default-templates'
import { paperKinds } from '@luoshi/domain/papers/paper-kinds'
import { checkCodeOf, readCheckCode, shownCheckCode } from '@luoshi/domain/papers/check-code'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { hasOffice, resaved } from '../../testing/resaved.ts'
import { samplePapers } from '../../testing/sample-papers.ts'
import { writeDocx } from '../docx/write-docx.ts'
import { paperOf, type OfficialPaper } from '../official/paper.ts'
import { PdfWriter } from '../pdf/write-pdf.ts'
import { sampleLetter } from '../testing/sample-letter.ts'
import type { PaperMark } from './paper-mark.ts'
import { sealPaper } from './sealed-paper.ts'
import { verifyPaper, type PaperVerdict } from './verify-paper.ts'

const writer = new PdfWriter({ office: null, system: [], packages: true })
afterAll(() => writer.close())

const markOf = (paper: OfficialPaper): Extract<PaperMark, { status: 'issued' }> => ({
  status: 'issued',
  sealed: sealPaper('opinion-letter', defaultTemplates['opinion-letter'], paper),
  site: 'https://rd.example.cn',
})

async function pdfOf(paper: OfficialPaper, mark: PaperMark): Promise<Uint8Array> {
  const made = await writer.write(paper, mark)
  if (!made.ok) throw new Error(made.refusal.zh)
  return made.value.bytes
}

async function judged(bytes: Uint8Array): Promise<PaperVerdict> {
  const verdict = await verifyPaper(bytes, '公文')
  if (!verdict.ok) throw new Error(verdict.refusal.code)
  return verdict.value
}

describe('a paper of every kind', () => {
  it.each(paperKinds)(
    '%s has one hash as Word file and as PDF, and its words are found whole',
    async (kind) => {
      const paper = samplePapers[kind]()
      const mark = markOf(paper)
      const { hash, code } = mark.sealed
      const whole = { status: 'whole', hash, code: shownCheckCode(code) }
      expect(await judged(writeDocx(paper, mark))).toMatchObject(whole)
      expect(await judged(await pdfOf(paper, mark))).toMatchObject(whole)
    },
    60_000,
  )
})

const kindsResaved = process.env['LUOSHI_LONG'] ? paperKinds : (['opinion-letter'] as const)

describe('a paper that LibreOffice saved anew (skipped where it is not installed; every kind with LUOSHI_LONG=1)', () => {
  it.skipIf(!hasOffice).each(kindsResaved)(
    '%s is still found whole, and one changed word is still found out',
    async (kind) => {
      const paper = samplePapers[kind]()
      const mark = markOf(paper)
      const saved = await resaved(writeDocx(paper, mark), 'docx', 'docx')
      expect(await judged(saved)).toMatchObject({ status: 'whole', hash: mark.sealed.hash })
      const first = /<w:t(?: [^>]*)?>([^<]*[\u4e00-\u9fff])/.exec(wordsOf(saved))?.[1] ?? ''
      const last = first.slice(-1)
      const changed = retyped(saved, 'word/document.xml', `${last}</w:t>`, `${last}改</w:t>`)
      expect(await judged(changed)).toMatchObject({ status: 'altered' })
    },
    120_000,
  )
})

const wordsOf = (docx: Uint8Array) => new TextDecoder().decode(unzipSync(docx)['word/document.xml'])

/** A Word file in which somebody typed something else. */
function retyped(docx: Uint8Array, part: string, from: string, to: string): Uint8Array {
  const parts = unzipSync(docx)
  const text = new TextDecoder().decode(parts[part])
  expect(text).toContain(from)
  return zipSync({ ...parts, [part]: new TextEncoder().encode(text.replace(from, to)) })
}

describe('a changed word', () => {
  const docx = writeDocx(sampleLetter, markOf(sampleLetter))

  it('in a Word file is found, with its place', async () => {
    const forged = retyped(docx, 'word/document.xml', '15日内', '75日内')
    expect(await judged(forged)).toMatchObject({
      status: 'altered',
      at: { part: '段落', expected: '请在收到本意见之日起15日内报送整改方案。' },
    })
  })

  it('in a PDF is found, with its place', async () => {
    const swapped = {
      ...sampleLetter,
      note: '此件不予公开',
    }
    expect(await judged(await pdfOf(swapped, markOf(sampleLetter)))).toMatchObject({
      status: 'altered',
      at: { part: '附注', expected: '(此件公开发布)' },
    })
  })

  it('is found wherever one letter of the sealed words is another', async () => {
    const says = [
      '供水保障',
      '不到位',
      '报修',
      '整改方案',
      '第7处',
      '责任清单',
      '县委组织部',
      '文件',
      '〔2026〕18号',
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...says), async (words) => {
        const forged = retyped(docx, 'word/document.xml', words, `${words.slice(1)}某`)
        expect(await judged(forged)).toMatchObject({ status: 'altered' })
      }),
      { numRuns: says.length },
    )
  })

  it('is found when what was sealed was changed with it: the hash is another', async () => {
    const once = retyped(docx, 'word/document.xml', '15日内', '75日内')
    const twice = retyped(once, 'customXml/item1.xml', '15日内', '75日内')
    expect(await judged(twice)).toMatchObject({ status: 'altered', at: null })
  })

  it('is found in words that were added in a head, in a foot, or at the end', async () => {
    const added = retyped(docx, 'word/footer1.xml', '— </w:t>', '— 作废</w:t>')
    expect(await judged(added)).toMatchObject({ status: 'altered', at: { part: '文末' } })
    const more = '<w:p><w:r><w:t>另有补充。</w:t></w:r></w:p><w:sectPr>'
    const longer = retyped(docx, 'word/document.xml', '<w:sectPr>', more)
    expect(await judged(longer)).toMatchObject({ at: { part: '文末', found: '另有补充。' } })
  })

  it('is none when only blanks, breaks and looks differ', async () => {
    const spaced = retyped(docx, 'word/document.xml', '县人民政府：', '县人民政府： ')
    expect(await judged(spaced)).toMatchObject({ status: 'whole' })
  })
})

describe('a row that runs over a page', () => {
  it('is read cell by cell, although its lines come page by page', async () => {
    const cell = (word: string) => word.repeat(700)
    const columns = ['问题', '措施'].map((heading) => ({ heading, width: 1 }))
    const paper = paperOf({
      title: '整改台账',
      body: [
        {
          kind: 'table',
          columns,
          rows: [
            [cell('管网漏损'), cell('更换支管')],
            ['尾行', '完'],
          ],
        },
      ],
    })
    expect(await judged(await pdfOf(paper, markOf(paper)))).toMatchObject({ status: 'whole' })
  })
})

describe('a draft', () => {
  it('says so on every page and has nothing to check', async () => {
    expect(await judged(writeDocx(sampleLetter, { status: 'draft' }))).toEqual({
      status: 'unmarked',
    })
    const pdf = await pdfOf(sampleLetter, { status: 'draft' })
    expect(await judged(pdf)).toEqual({ status: 'unmarked' })
    expect(
      Buffer.from(
        unzipSync(writeDocx(sampleLetter, { status: 'draft' }))['word/header1.xml'] ?? [],
      ).toString(),
    ).toContain('草稿')
  })
})

describe('a check code', () => {
  it('is read as people type it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (hash) => {
        const code = checkCodeOf(hash)
        const shown = shownCheckCode(code)
        expect(readCheckCode(` ${shown.toLowerCase()} `)).toBe(code)
        expect(readCheckCode(shown.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code)
        expect(shown).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      }),
    )
    expect(readCheckCode('7K2M-Q9X4')).toBeNull()
    expect(readCheckCode('UUUU-UUUU-UUUU')).toBeNull()
  })
})
