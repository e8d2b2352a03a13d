/**
 * Whether a paper is what it claims to be, from the file alone: the hash it carries is that of what was sealed, and its
 * words are still those. Whether that hash was ever issued, only the ledger says (its proof, or the check page).
 */
import { checkCodeOf, shownCheckCode } from '@luoshi/domain/papers/check-code'
import type { PaperKind } from '@luoshi/domain/papers/paper-kinds'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { openPackage } from '../readers/office-package.ts'
import { refuseReading } from '../readers/refusals.ts'
import { sniffFile } from '../readers/sniff-file.ts'
import { compareWords, type WordsDiffer } from './compare-words.ts'
import { readDocxWords } from './read-docx-words.ts'
import { readPdfWords, type WordsInFile } from './read-pdf-words.ts'
import { hashOf, readTruth } from './sealed-paper.ts'

export type PaperVerdict =
  /** The words are those that were sealed under this hash. */
  | Readonly<{ status: 'whole'; kind: PaperKind; hash: string; code: string }>
  /** `at`: where it first says something else; null when what was sealed is itself another. */
  | Readonly<{ status: 'altered'; hash: string; code: string; at: WordsDiffer | null }>
  /** The hash is there, what was sealed is not: another program wrote the file anew. The words cannot be compared. */
  | Readonly<{ status: 'stripped'; hash: string; code: string }>
  /** A draft, or not one of our papers: it carries no hash. */
  | Readonly<{ status: 'unmarked' }>

export async function verifyPaper(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<PaperVerdict, ReadRefusal>> {
  const read = await wordsIn(bytes, fileName)
  return read.ok ? accept(judge(read.value)) : read
}

async function wordsIn(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<WordsInFile, ReadRefusal>> {
  const sniffed = sniffFile(bytes, fileName)
  if (sniffed.kind === 'refused') return refuseReading(sniffed.code)
  if (sniffed.kind === 'pdf') {
    const words = await readPdfWords(bytes)
    return words === null ? refuseReading('damaged-file') : accept(words)
  }
  if (sniffed.kind !== 'zip') return refuseReading('not-a-paper')
  const pack = openPackage(bytes)
  if (!pack.ok) return pack
  const words = readDocxWords(pack.value)
  return words === null ? refuseReading('not-a-paper') : accept(words)
}

function judge({ hash: claimed, truth, found }: WordsInFile): PaperVerdict {
  if (claimed === null && truth === null) return { status: 'unmarked' }
  const hash = claimed ?? hashOf(truth ?? '')
  const code = shownCheckCode(checkCodeOf(hash))
  if (truth === null) return { status: 'stripped', hash, code }
  const sealed = readTruth(truth)
  if (sealed === null || hashOf(truth) !== hash) return { status: 'altered', hash, code, at: null }
  const at = compareWords(sealed.says, found)
  return at === null
    ? { status: 'whole', kind: sealed.kind, hash, code }
    : { status: 'altered', hash, code, at }
}
