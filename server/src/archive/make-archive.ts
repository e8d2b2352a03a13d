/**
 * One appraisal as a numbered set of files in one zip: papers, ledgers, evidence, catalogue, proof, how to check them, and
 * the hash of each. What whoever asks may not read is not in it. The same state gives the same file.
 *
 * Source: DA/T 22-2015 (by item); domain.md §8.12, §13, §14 (“一纸空文”).
 */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { SigningKey } from '@luoshi/ledger/proof/signing-key'
import {
  archiveCataloguePaper,
  type AppraisalOnPaper,
  type FiledPaper,
} from '@luoshi/papers/official/kinds/appraisal-papers'
import type { PaperWriters } from '@luoshi/papers/official/write-paper'
import { mayGive, oneMoment, todayOf, type Outcome, type World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { appraisalOnPaper } from '../papers/appraisal-on-paper.ts'
import { issueMade, wordingOf } from '../papers/make-paper.ts'
import { evidenceOfMatters, type EvidenceItem } from './archive-evidence.ts'
import { issuedPapers, writeBoth, type IssuedItem } from './archive-papers.ts'
import { archiveNames, manifestText, readMeText } from './archive-words.ts'
import { addLedgers, addProof, ledgerItems } from './ledgers-and-proof.ts'
import { openZipFile, type ZippedFile } from './zip-file-writer.ts'

export type ArchiveTools = Readonly<{
  writers: PaperWriters
  key: SigningKey
  site: string | null
  /** Told after each file: how many of how many. */
  progress: (done: number, total: number) => void
}>

export type MadeArchive = Readonly<{
  files: number
  papers: number
  evidence: number
  /** SHA-256 of the list of files: whoever keeps it holds the whole archive to it. */
  manifest: string
}>

type Asked = Readonly<{ by: Principal; appraisal: AppraisalId }>

/** @param path - A file that is not there yet. */
export async function makeArchive(
  at: World,
  { by, appraisal }: Asked,
  tools: ArchiveTools,
  path: string,
): Outcome<MadeArchive> {
  const world = oneMoment(at)
  if (!mayGive({ by }, 'ArchiveAppraisal')) return forbidden()
  const about = await appraisalOnPaper(world, {
    by,
    kind: 'archive-catalogue',
    appraisal,
    record: undefined,
  })
  if (!about.ok) return about
  const { issued, left } = await issuedPapers(world, { by, appraisal }, tools.site)
  const evidence = await evidenceOfMatters(world, { by, appraisal })
  if (!evidence.ok) return evidence
  const total = issued.length + evidence.value.length + ledgerItems.length + 4
  await using zip = await openZipFile(path)
  const files: ZippedFile[] = []
  const put = async (name: string, pieces: Parameters<typeof zip.add>[1]) => {
    files.push(await zip.add(name, pieces))
  }
  let done = 0
  const step = () => tools.progress((done += 1), total)

  const filed: FiledPaper[] = []
  for (const [place, item] of issued.entries()) {
    filed.push(await addPaper(tools.writers, item, place + 1, put))
    step()
  }
  const rows = [...filed, ...ledgerRows(world, about.value), ...evidenceRows(evidence.value)]
  const catalogue = await cataloguePaper(
    world,
    { by, appraisal },
    { about: about.value, rows },
    tools,
  )
  if (!catalogue.ok) return catalogue
  const written = await writeBoth(tools.writers, catalogue.value)
  for (const { format, bytes } of written.files)
    await put(`${archiveNames.catalogue}.${format}`, bytes)
  step()
  for (const item of ledgerItems) {
    await addLedgers(world, { by, appraisal }, item, put)
    step()
  }
  for (const { name, open } of evidence.value) {
    await put(`${archiveNames.evidence}/${name}`, await open())
    step()
  }
  await addProof(world, by.congress, tools.key, put)
  step()
  const { officialName: official, unitName: unit, activityName: activity } = about.value
  const { congress } = await wordingOf(world, by, 'archive-catalogue')
  const counts = { items: issued.length, evidence: evidence.value.length }
  const readMe = readMeText({ congress, activity, official, unit, ...counts, left })
  await put(archiveNames.readMe, Buffer.from(readMe))
  step()
  const manifest = await zip.add(archiveNames.manifest, Buffer.from(manifestText(files)))
  await zip.finish()
  step()
  const { length: papers } = issued
  return accept({
    files: files.length + 1,
    papers,
    evidence: counts.evidence,
    manifest: manifest.sha256,
  })
}

type Put = (name: string, pieces: Uint8Array | AsyncIterable<Uint8Array>) => Promise<void>

async function addPaper(
  writers: PaperWriters,
  { filed, title, made }: IssuedItem,
  place: number,
  put: Put,
): Promise<FiledPaper> {
  const { files, pages, missing } = await writeBoth(writers, made)
  const number = String(place).padStart(3, '0')
  for (const { format, bytes } of files)
    await put(`${archiveNames.papers}/${number}-${title}.${format}`, bytes)
  return { ...filed, pages, remark: missing === null ? '' : '没有 PDF' }
}

function ledgerRows(world: World, { unitName }: AppraisalOnPaper): readonly FiledPaper[] {
  return ledgerItems.map(({ title }) => ({
    name: title,
    number: '',
    on: todayOf(world),
    by: unitName,
    remark: '电子表格',
  }))
}

function evidenceRows(items: readonly EvidenceItem[]): readonly FiledPaper[] {
  return items.map(({ title, by, on }) => ({ name: title, number: '', on, by, remark: '佐证' }))
}

async function cataloguePaper(
  world: World,
  { by, appraisal }: Asked,
  { about, rows }: Readonly<{ about: AppraisalOnPaper; rows: readonly FiledPaper[] }>,
  { site }: ArchiveTools,
): Outcome<IssuedItem['made']> {
  const kind = 'archive-catalogue'
  const on = todayOf(world)
  const frame = { ...(await wordingOf(world, by, kind)), on }
  const paper = archiveCataloguePaper(frame, { ...about, papers: rows })
  const of = `${appraisal}/archive`
  const mark = await issueMade(world, by, { kind, appraisal, of, frame, paper }, site)
  return mark.ok ? accept({ paper, mark: mark.value, on }) : mark
}
