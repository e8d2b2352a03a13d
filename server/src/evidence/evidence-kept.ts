/** Evidence may only name files that were really handed in: a hash alone proves nothing. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Outcome } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'

export async function evidenceKept(
  db: CongressDb,
  congress: CongressId,
  named: readonly Evidence[],
): Outcome<true> {
  if (named.length === 0) return accept(true)
  const rows = await db.rows<{ sha256: string }>(congress, {
    name: 'evidence-kept',
    text: 'select sha256 from luoshi.handed_in where congress = $1 and sha256 = any($2)',
    values: [congress, named.map(({ sha256 }) => sha256)],
  })
  const kept = new Set(rows.map(({ sha256 }) => sha256))
  const lost = named.find(({ sha256 }) => !kept.has(sha256))
  return lost ? missing(lost.name) : accept(true)
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
