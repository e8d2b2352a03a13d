/** The papers of an archive: made as whoever asks may have them, in both formats, in the order of their days. */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { paperFormats, type PaperFormat } from '@luoshi/domain/papers/formats'
import { paperKindAbout } from '@luoshi/domain/papers/paper-kinds'
import type { FiledPaper } from '@luoshi/papers/official/kinds/appraisal-papers'
import type { PaperWriters } from '@luoshi/papers/official/write-paper'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { congressName } from '../ledgers/congress-name.ts'
import { makePaper, type MadePaper } from '../papers/make-paper.ts'
import { archiveItems } from './archive-items.ts'
import { plainName } from './archive-words.ts'

export type IssuedItem = Readonly<{ filed: FiledPaper; title: string; made: MadePaper }>

/** `left`: what is on record, but was not issued. What may not be read is not spoken of. */
export async function issuedPapers(
  world: World,
  { by, appraisal }: Readonly<{ by: Principal; appraisal: AppraisalId }>,
  site: string | null,
): Promise<Readonly<{ issued: readonly IssuedItem[]; left: readonly string[] }>> {
  const congress = await congressName(world.db, by.congress)
  const issued: IssuedItem[] = []
  const left: string[] = []
  for (const { kind, record } of await archiveItems(world, by, appraisal)) {
    const made = await makePaper(world, { by, kind, appraisal, record }, site)
    if (!made.ok) continue
    const { paper, mark, on } = made.value
    const name = paper.title.replaceAll('\n', '')
    if (mark?.status !== 'issued') {
      left.push(`${paperKindAbout[kind].zh}“${name}”：尚未发出。`)
      continue
    }
    const filed = {
      name,
      number: paper.number ?? '',
      on: paper.signature?.on ?? on,
      by: paper.signature?.by ?? congress,
    }
    issued.push({ filed, title: plainName(name), made: made.value })
  }
  const sorted = issued.toSorted((one, other) =>
    (one.filed.on ?? '9').localeCompare(other.filed.on ?? '9'),
  )
  return { issued: sorted, left }
}

type Both = Readonly<{
  files: readonly Readonly<{ format: PaperFormat; bytes: Uint8Array }>[]
  pages: number | null
  /** Why there is no PDF, where there is none. */
  missing: string | null
}>

/** A PDF that cannot be made here (a character without a face) is left out and said to be; the Word file is always there. */
export async function writeBoth(writers: PaperWriters, { paper, mark }: MadePaper): Promise<Both> {
  const files: { format: PaperFormat; bytes: Uint8Array }[] = []
  let pages: number | null = null
  let missing: string | null = null
  for (const format of paperFormats) {
    const written = await writers[format](paper, mark)
    if (written.ok) files.push({ format, bytes: written.value.bytes })
    if (written.ok && written.value.pages !== null) pages = written.value.pages
    if (!written.ok) missing = written.refusal.zh
  }
  return { files, pages, missing }
}
