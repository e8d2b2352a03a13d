/** A paper as its template words it, before there is anything on record: what the ledger fills in stands in brackets. */
import { blanksOf } from '@luoshi/domain/papers/check-template'
import { blankLabels, type PaperKind } from '@luoshi/domain/papers/paper-kinds'
import { assemble, paragraphs, type PaperFrame } from './assemble.ts'
import type { OfficialPaper } from './paper.ts'

export function templatePreview(kind: PaperKind, frame: PaperFrame): OfficialPaper {
  const { congress, template, on } = frame
  const blanks = Object.fromEntries(
    blanksOf(kind).map((one) => [one, `［${blankLabels[one].zh}］`]),
  )
  const values = { ...blanks, congress, office: `${congress}办公室` }
  const sections = Object.fromEntries(
    template.sections.map(({ key }) => [key, paragraphs('［内容取自台账］')]),
  )
  return assemble(frame, values, sections, {
    addressee: template.head === '' ? null : '［主送机关］',
    signature: template.head === '' ? null : { by: congress, on, sealed: true },
  })
}
