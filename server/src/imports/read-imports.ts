/** Documents brought in, as lists and review pages show them. For those who may import only. */
import { instant, type Instant } from '@luoshi/domain/kernel/day'
import { idOf, isId, type ImportId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { warmUpParsing } from '@luoshi/papers/parse-in-worker'
import type { ImportDetail, ImportRow } from '../contract/imports.ts'
import type { Outcome, World } from '../execute/context.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { readDraft } from './import-draft.ts'

type Found = {
  id: string
  file_name: string
  status: string
  appraisal: string | null
  by: string | null
  at: string
}

const columns = `v.id, v.file_name, v.status, v.appraisal, a.name as by, e.at`

/** Who brought it in and when stands in its first event. */
const source = `luoshi.import_view v
  join luoshi.event e on e.congress = v.congress and e.stream = v.id and e.version = 1
  left join luoshi.account a on a.congress = v.congress and a.id = e.actor`

export async function listImports({ db }: World, by: Principal): Outcome<{ rows: ImportRow[] }> {
  if (!may(by, 'ImportDocument', null)) return forbidden()
  // Whoever looks at the imports is about to bring a document: its reader gets ready meanwhile.
  warmUpParsing()
  const rows = await db.rows<Found>(by.congress, {
    name: 'imports',
    text: `select ${columns} from ${source} where v.congress = $1 and v.to_seq is null
      order by e.seq desc limit 200`,
    values: [by.congress],
  })
  return accept({ rows: rows.map(importRowOf) })
}

export async function readImport(
  { db }: World,
  { by, import: id }: Readonly<{ by: Principal; import: ImportId }>,
): Outcome<ImportDetail> {
  if (!may(by, 'ImportDocument', null)) return forbidden()
  const [row] = await db.rows<Found>(by.congress, {
    name: 'import',
    text: `select ${columns} from ${source}
      where v.congress = $1 and v.id = $2 and v.to_seq is null`,
    values: [by.congress, id],
  })
  const draft = await readDraft(db, by.congress, id)
  if (!row || !draft) return notFound()
  const { parsed, accepted, decisions, revision, mapping } = draft
  const mapped = parsed.sheetRows ? mapping !== null : null
  return accept({ ...importRowOf(row), parsed, accepted, decisions, revision, mapped })
}

function importRowOf(row: Found): ImportRow {
  const at: Instant = instant(row.at)
  return {
    id: idOf('import', row.id),
    fileName: row.file_name,
    status: row.status === 'confirmed' ? 'confirmed' : 'draft',
    by: row.by ?? '',
    at,
    appraisal: row.appraisal !== null && isId('appraisal', row.appraisal) ? row.appraisal : null,
  }
}
