/** What was read in a document and what the clerk has decided on it so far: work in progress, no part of the record. */
import type { CongressId, ImportId } from '@luoshi/domain/kernel/ids'
import type { SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import type { Parsed } from '@luoshi/papers/parse'
import type { CongressDb } from '../execute/congress-db.ts'

export type Draft = Readonly<{
  parsed: Parsed
  accepted: string[]
  decisions: Record<string, unknown>
  revision: number
  /** How the columns of a sheet are read; null: no sheet, or by headings we know. */
  mapping: SheetMapping[] | null
  saved_at: Date
}>

type StoredDraft = Omit<Draft, 'parsed'> &
  Readonly<{ parsed: Omit<Parsed, 'revisions'> & Partial<Pick<Parsed, 'revisions'>> }>

export async function readDraft(
  db: CongressDb,
  congress: CongressId,
  id: ImportId,
): Promise<Draft | null> {
  const [draft] = await db.rows<StoredDraft>(congress, {
    text: `select parsed, accepted, decisions, revision, mapping, saved_at from luoshi.import_draft
      where congress = $1 and import = $2`,
    values: [congress, id],
  })
  // A draft read before revisions were is one without them.
  return draft
    ? { ...draft, parsed: { ...draft.parsed, revisions: draft.parsed.revisions ?? [] } }
    : null
}

/** How many paragraphs were read; null when there is no such draft. All that a confirmation needs of it. */
export async function countParagraphs(
  db: CongressDb,
  congress: CongressId,
  id: ImportId,
): Promise<number | null> {
  const [draft] = await db.rows<{ total: number }>(congress, {
    name: 'draft-paragraphs',
    text: `select jsonb_array_length(parsed -> 'paragraphs') as total from luoshi.import_draft
      where congress = $1 and import = $2`,
    values: [congress, id],
  })
  return draft?.total ?? null
}

export type Read = Readonly<{
  parsed: Parsed
  accepted: readonly string[]
  /** Given when the columns were mapped: other rows become opinions then, so the review begins anew. */
  mapping?: readonly SheetMapping[] | undefined
  at: string
}>

/** Decisions already made are kept where the same paragraphs are read better. */
export async function saveParsed(
  db: CongressDb,
  congress: CongressId,
  id: ImportId,
  { parsed, accepted, mapping, at }: Read,
): Promise<void> {
  await db.rows(congress, {
    text: `insert into luoshi.import_draft as d (congress, import, parsed, accepted, saved_at, mapping)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (congress, import) do update
        set parsed = excluded.parsed, accepted = excluded.accepted, saved_at = excluded.saved_at,
          mapping = coalesce(excluded.mapping, d.mapping),
          decisions = case when excluded.mapping is null then d.decisions else '{}' end,
          revision = d.revision + case when excluded.mapping is null then 0 else 1 end`,
    values: [
      congress,
      id,
      jsonText(parsed),
      accepted,
      at,
      mapping ? JSON.stringify(mapping) : null,
    ],
  })
}

/** The new revision, or null when somebody else has saved in between. */
export async function saveDecisions(
  db: CongressDb,
  congress: CongressId,
  id: ImportId,
  asked: Readonly<{ revision: number; decisions: Record<string, unknown>; at: string }>,
): Promise<number | null> {
  const [saved] = await db.rows<{ revision: number }>(congress, {
    text: `update luoshi.import_draft set decisions = $4, revision = revision + 1, saved_at = $5
      where congress = $1 and import = $2 and revision = $3 returning revision`,
    values: [congress, id, asked.revision, jsonText(asked.decisions), asked.at],
  })
  return saved?.revision ?? null
}

/** jsonb knows no NUL; a document that has one shows the mark for what cannot be read. */
function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'string' ? one.replaceAll('\u0000', '\uFFFD') : one,
  )
}
