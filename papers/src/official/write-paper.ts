/**
 * The writers of papers, one a format: a new format is a name in the domain and a line here. Word files are written at
 * once; PDFs by a process of their own, which waits for the next one without keeping the program alive.
 */
import type { PaperFormat } from '@luoshi/domain/papers/formats'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { writeDocx } from '../docx/write-docx.ts'
import { usualPlaces } from '../fonts/faces.ts'
import type { PaperMark } from '../identity/paper-mark.ts'
import type { PdfRefusal } from '../pdf/pdf-refusal.ts'
import type { MadePdf } from '../pdf/typesetter.ts'
import { PdfWriter } from '../pdf/write-pdf.ts'
import type { OfficialPaper } from './paper.ts'

/** `pages` is known of a PDF only: a Word file has as many as the program that opens it makes. */
type WrittenPaper = Readonly<{ bytes: Uint8Array; pages: number | null }>

type Write = (
  paper: OfficialPaper,
  mark: PaperMark | null,
) => Promise<Result<WrittenPaper, PdfRefusal>>

export type PaperWriters = Readonly<Record<PaperFormat, Write>> &
  Readonly<{
    /** The pages as one picture, with what stands in for what. */
    picture: (paper: OfficialPaper) => Promise<Result<MadePdf, PdfRefusal>>
  }> &
  Disposable

/** @param fontsFolder - FONTS_DIR of the office, when it has one. */
export function paperWriters(fontsFolder: string | null): PaperWriters {
  const pdf = new PdfWriter(usualPlaces(fontsFolder))
  return {
    docx: async (paper, mark) => accept({ bytes: writeDocx(paper, mark), pages: null }),
    pdf: async (paper, mark) => {
      const made = await pdf.write(paper, mark)
      if (!made.ok) return made
      const { bytes, pages } = made.value
      return accept({ bytes, pages })
    },
    picture: (paper) => pdf.write(paper, { status: 'draft' }, 'picture'),
    [Symbol.dispose]: () => pdf.close(),
  }
}
