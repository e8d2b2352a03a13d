/** The writers of papers, one a format: a new format is a name in the domain and a line here. */
import type { PaperFormat } from '@luoshi/domain/papers/formats'
import { writeDocx } from '../docx/write-docx.ts'
import type { OfficialPaper } from './paper.ts'

type Writer = (paper: OfficialPaper) => Promise<Uint8Array>

export const paperWriters: Readonly<Record<PaperFormat, Writer>> = {
  docx: async (paper) => writeDocx(paper),
}
