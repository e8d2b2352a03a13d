/** Reads a .docx: its paragraphs with the labels of automatic lists, and its tables row by row. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { ListCounters } from './list-counters.ts'
import type { OfficePackage } from './office-package.ts'
import { type Relationship, relationshipsOf } from './package-parts.ts'
import { type ReadWarning, readWarnings, type ReadWarningCode } from './read-warning.ts'
import { readXml } from './read-xml.ts'
import { refuseReading } from './refusals.ts'
import type { MergedCells } from './tables-of-blocks.ts'
import type { Block } from './word-blocks.ts'
import { WordBody } from './word-body.ts'
import { type Revision, WordRevisions } from './word-revisions.ts'
import { emptyNumbering, readNumbering } from './word-numbering.ts'
import { contentsStyles, readStyles } from './word-styles.ts'

export type DocxContent = Readonly<{
  blocks: readonly Block[]
  merged: MergedCells
  notes: readonly string[]
  warnings: readonly ReadWarning[]
  revisions: readonly Revision[]
}>

/** @param refused ids of revisions to be read as if they had not been made. */
export function readDocx(
  pack: OfficePackage,
  refused: ReadonlySet<string> = new Set(),
): Result<DocxContent, ReadRefusal> {
  const root = relationshipsOf(pack, '')
  if (!root.ok) return root
  const main =
    root.value.find((one) => one.type === 'officeDocument')?.target ?? 'word/document.xml'
  const related = relationshipsOf(pack, main)
  if (!related.ok) return related
  const looks = looksOf(pack, main, related.value)
  if (!looks.ok) return looks
  const revisions = new WordRevisions(refused)
  const body = bodyOf(pack, main, looks.value, revisions)
  if (!body.ok) return body
  const notes = notesOf(pack, main, related.value)
  if (!notes.ok) return notes
  // Templates of other machines are told in the settings.
  const settings = relationshipsOf(pack, partOf(main, related.value, 'settings'))
  if (!settings.ok) return settings
  const outside = [...related.value, ...settings.value]
  const warnings = new Set([...body.value.warnings, ...warningsOf(pack, outside, notes.value)])
  return accept({
    blocks: body.value.blocks,
    merged: body.value.merged,
    notes: notes.value,
    warnings: readWarnings(warnings),
    revisions: revisions.all,
  })
}

/** A part by its kind of relationship, else where Word puts it. */
function partOf(main: string, related: readonly Relationship[], type: string): string {
  const found = related.find((one) => one.type === type && !one.external)?.target
  return found ?? `${main.slice(0, main.lastIndexOf('/') + 1)}${type}.xml`
}

/** What numbering and styles of a document say about its paragraphs. */
type Looks = Readonly<{ counters: ListCounters; contents: ReadonlySet<string> }>

function looksOf(
  pack: OfficePackage,
  main: string,
  related: readonly Relationship[],
): Result<Looks, ReadRefusal> {
  const numbering = emptyNumbering()
  const styles: Parameters<typeof readStyles>[1] = new Map()
  const numberingPart = pack.read(partOf(main, related, 'numbering'))
  if (!numberingPart.ok) return numberingPart
  const stylesPart = pack.read(partOf(main, related, 'styles'))
  if (!stylesPart.ok) return stylesPart
  const refusal =
    (numberingPart.value === undefined
      ? undefined
      : readNumbering(numberingPart.value, numbering)) ??
    (stylesPart.value === undefined ? undefined : readStyles(stylesPart.value, styles))
  return refusal === undefined
    ? accept({ counters: new ListCounters(numbering, styles), contents: contentsStyles(styles) })
    : { ok: false, refusal }
}

function bodyOf(
  pack: OfficePackage,
  part: string,
  { counters, contents }: Looks,
  revisions: WordRevisions,
): Result<WordBody, ReadRefusal> {
  const bytes = pack.read(part)
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return refuseReading('damaged-file')
  const body = new WordBody(counters, revisions, contents)
  const refusal = readXml(bytes.value, {
    open: (element) => body.open(element),
    text: (text) => body.text(text),
    close: (name) => body.close(name),
  })
  return refusal === undefined ? accept(body) : { ok: false, refusal }
}

/** Footnotes and endnotes: apart, because they are no opinions and would break the numbering. */
function notesOf(
  pack: OfficePackage,
  main: string,
  related: readonly Relationship[],
): Result<readonly string[], ReadRefusal> {
  const notes: string[] = []
  for (const type of ['footnotes', 'endnotes']) {
    const part = partOf(main, related, type)
    const bytes = pack.read(part)
    if (!bytes.ok) return bytes
    if (bytes.value === undefined) continue
    const counters = new ListCounters(emptyNumbering(), new Map())
    const looks = { counters, contents: new Set<string>() }
    const body = bodyOf(pack, part, looks, new WordRevisions(new Set()))
    if (!body.ok) return body
    notes.push(
      ...body.value.blocks.flatMap((block) =>
        block.kind === 'paragraph' ? [block.text.trim()] : [],
      ),
    )
  }
  return accept(notes.filter((note) => note !== ''))
}

function warningsOf(
  pack: OfficePackage,
  related: readonly Relationship[],
  notes: readonly string[],
): readonly ReadWarningCode[] {
  const codes: ReadWarningCode[] = []
  if (notes.length > 0) codes.push('footnotes')
  if (related.some((one) => one.external && one.type !== 'hyperlink')) codes.push('external-links')
  if (related.some((one) => one.type === 'comments')) codes.push('comments')
  if (pack.names.some((name) => /\/(?:embeddings|activex)\//i.test(name)))
    codes.push('embedded-files')
  return codes
}
