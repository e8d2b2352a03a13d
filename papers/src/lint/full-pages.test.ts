/** 22 lines of 28 characters, counted on the rendered page: of the PDF, and of the Word file as an office prints it. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paperKinds, type PaperKind } from '@luoshi/domain/papers/paper-kinds'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samplePapers } from '../../testing/sample-papers.ts'
import { writeDocx } from '../docx/write-docx.ts'
import type { OfficialPaper } from '../official/paper.ts'
import { PdfWriter } from '../pdf/write-pdf.ts'
import { readPdfLines } from './pdf-lines.ts'

/** Those that stand upright; wide tables lie across and have no such page. */
const upright = paperKinds.filter((kind) => !samplePapers[kind]().landscape)

/** With more than two pages of body before what the kind says itself, so that its second page is full of text. */
function filled(kind: PaperKind): OfficialPaper {
  const paper = samplePapers[kind]()
  return { ...paper, body: [{ kind: 'paragraph', text: '人'.repeat(28 * 50) }, ...paper.body] }
}

async function secondPage(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readPdfLines(bytes)
  const lines = read?.pages[1]?.lines ?? []
  return lines.map(({ text }) => text).filter((text) => text.startsWith('人'))
}

const full = Array.from({ length: 22 }, () => '人'.repeat(28))

describe('a full page of every kind', () => {
  const writer = new PdfWriter({ office: null, system: [], packages: true })
  afterAll(() => writer.close())

  it.each(upright)(
    '%s has 22 lines of 28 characters as PDF',
    async (kind) => {
      const made = await writer.write(filled(kind), { status: 'draft' })
      if (!made.ok) throw new Error(made.refusal.zh)
      expect(await secondPage(made.value.bytes)).toEqual(full)
    },
    60_000,
  )
})

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path)) ?? ''
const hasOffice = office !== ''

/** Skipped, and said to be, where no office is installed. */
describe.skipIf(!hasOffice)(
  'a full page of every kind, as LibreOffice prints the Word file',
  () => {
    let folder = ''
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'luoshi-office-'))
      const files = upright.map((kind) => join(folder, `${kind}.docx`))
      for (const [at, kind] of upright.entries())
        writeFileSync(files[at] ?? '', writeDocx(filled(kind)))
      const own = `-env:UserInstallation=file://${folder}/profile`
      execFileSync(
        office,
        [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files],
        {
          stdio: 'ignore',
        },
      )
    }, 180_000)
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    it.each(upright)('%s has 22 lines of 28 characters', async (kind) => {
      expect(await secondPage(new Uint8Array(readFileSync(join(folder, `${kind}.pdf`))))).toEqual(
        full,
      )
    })
  },
)
