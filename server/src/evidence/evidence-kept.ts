/** Evidence may only name files that were really handed in: a hash alone proves nothing. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Outcome } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import { isReadable, type FileState } from './file-state.ts'
import { fileNotServed } from './state-refusals.ts'

export async function evidenceKept(
  db: CongressDb,
  congress: CongressId,
  named: readonly Evidence[],
): Outcome<true> {
  if (named.length === 0) return accept(true)
  const rows = await db.rows<Row>(congress, {
    name: 'evidence-kept',
    text: `select sha256, size::float8 as size, media_type, state from luoshi.handed_in
      where congress = $1 and sha256 = any($2)`,
    values: [congress, named.map(({ sha256 }) => sha256)],
  })
  const kept = new Map(rows.map((row) => [row.sha256, row]))
  for (const file of named) {
    const row = kept.get(file.sha256)
    if (!row || !isAs(row, file)) return missing(file.name)
    if (row.state !== 'waiting' && !isReadable(row.state)) return fileNotServed(row.state)
  }
  return accept(true)
}

type Row = Readonly<{
  sha256: string
  size: number | null
  media_type: string | null
  state: FileState
}>

/** What goes on record about a file is what was found when it came, and not what is said of it now. */
function isAs({ size, media_type }: Row, file: Evidence): boolean {
  return (
    (size === null || size === file.size) && (media_type === null || media_type === file.mediaType)
  )
}

function missing(name: string) {
  return refused(
    409,
    'evidence-not-kept',
    bilingual(
      `佐证材料“${name}”没有上传成功。`,
      '请重新上传这份材料后再提交；已填写的内容不会丢失。',
      `The file “${name}” was not uploaded.`,
      'Upload it again, then submit; nothing you typed is lost.',
    ),
  )
}
