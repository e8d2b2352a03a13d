/** Checks any paper against the standard of official papers. Source: GB/T 9704-2012. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { refuseReading } from '../readers/refusals.ts'
import { unsafePdf } from '../readers/pdf/pdf-safety.ts'
import { sniffFile } from '../readers/sniff-file.ts'
import type { Finding, LintReport } from './finding.ts'
import { partsOf } from './paper-parts.ts'
import { readPdfLines } from './pdf-lines.ts'
import { checkPdf } from './pdf-rules.ts'
import { readWordLayout } from './read-word-layout.ts'
import { checkWordPages } from './word-page-rules.ts'
import { checkWordText } from './word-text-rules.ts'

/** The name only helps to say what was refused. */
export async function lintPaper(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<LintReport, ReadRefusal>> {
  const kind = sniffFile(bytes, fileName)
  if (kind.kind === 'refused') return refuseReading(kind.code)
  if (kind.kind === 'pdf') {
    const unsafe = unsafePdf(bytes)
    if (unsafe !== undefined) return refuseReading(unsafe)
    const read = await readPdfLines(bytes)
    return read === null ? refuseReading('damaged-file') : report(checkPdf(read))
  }
  if (kind.kind !== 'zip') return refuseReading('not-a-paper')
  const layout = readWordLayout(bytes)
  if (!layout.ok) return layout
  const parts = partsOf(layout.value.paragraphs)
  return report([...checkWordPages(layout.value, parts), ...checkWordText(parts)])
}

function report(findings: readonly Finding[]): Result<LintReport, ReadRefusal> {
  return accept({ ok: findings.length === 0, findings })
}
