/** What has just come in is scanned at once where it can be; what the scanner stops is refused, and kept in quarantine. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'
import { refused } from '../../execute/refused.ts'
import { scanKept } from './scan-kept.ts'

/** Null: it may stay. A scanner that is away lets it in, and it waits. */
export async function scanArrived(world: World, congress: CongressId, sha256: string) {
  if (world.scanner === undefined) return null
  const [row] = await world.db.rows<{ state: string }>(congress, {
    name: 'file-state',
    text: 'select state from luoshi.handed_in where congress = $1 and sha256 = $2',
    values: [congress, sha256],
  })
  if (row?.state === 'released') return null
  const verdict = await scanKept(world, world.scanner, congress, sha256)
  return verdict.is === 'infected' ? infected(verdict.finding) : null
}

function infected(finding: string) {
  return refused(
    422,
    'file-infected',
    bilingual(
      `杀毒软件报告这个文件有问题（${finding}），已经隔离，没有作为佐证材料。`,
      '请在杀过毒的电脑上重新制作一份再上传；认为是误报的，请告诉系统管理员查看隔离区。',
      `The virus scanner found something in this file (${finding}); it is in quarantine and is no evidence.`,
      'Make it anew on a clean machine; if this is a false alarm, tell the administrator to look into the quarantine.',
    ),
  )
}
