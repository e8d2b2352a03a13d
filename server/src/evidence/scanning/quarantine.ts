/**
 * Rule: what the scanner stopped is let go only by an administrator, with a reason and who approved it; what is thrown
 * away is gone for this congress, and from the store where no other congress was handed the same.
 * Source: GB/T 22239-2019 8.1.4.5 (恶意代码防范).
 */
import { accept } from '@luoshi/domain/kernel/result'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { instant } from '@luoshi/domain/kernel/day'
import { mayGive, type Asked, type Outcome, type World } from '../../execute/context.ts'
import { forbidden, notFound, refused, refusedByMatter } from '../../execute/refused.ts'

type Held = Readonly<{
  sha256: string
  size: number | null
  media_type: string | null
  finding: string | null
  at: Date
}>

export async function quarantineOf({ db, scanner }: World, congress: CongressId) {
  const held = await db.rows<Held>(congress, {
    text: `select sha256, size::float8 as size, media_type, finding, at from luoshi.handed_in
      where congress = $1 and state = 'held' order by at desc limit 200`,
    values: [congress],
  })
  const [waits] = await db.rows<{ count: number }>(congress, {
    text: `select count(*)::int as count from luoshi.handed_in where congress = $1 and state = 'waiting'`,
    values: [congress],
  })
  return {
    scanner: { configured: scanner !== undefined, version: (await scanner?.version()) ?? null },
    waiting: waits?.count ?? 0,
    held: held.map(({ media_type: mediaType, at, ...row }) => ({
      ...row,
      mediaType,
      at: instant(at.toISOString()),
    })),
  }
}

export type Decision =
  | Readonly<{ state: 'released'; reason: string; approval: string }>
  | Readonly<{ state: 'discarded'; reason: string }>

export async function decideHeld<Made extends Decision>(
  world: World,
  asked: Asked,
  sha256: string,
  decision: Made,
): Outcome<Readonly<{ state: Made['state'] }>> {
  if (!mayGive(asked, 'DecideQuarantine')) return forbidden()
  const { reason, state } = decision
  const approval = 'approval' in decision ? decision.approval : null
  if (reason.trim() === '') return refusedByMatter({ code: 'text-missing', field: '理由' })
  if (approval?.trim() === '') return refusedByMatter({ code: 'text-missing', field: '批准人' })
  const { congress, account } = asked.by
  const rows = await world.db.rows<{ decided: boolean }>(congress, {
    text: `with before as (
        select state from luoshi.handed_in where congress = $1 and sha256 = $2 for update
      ), now as (
        update luoshi.handed_in set state = $3, reason = $4, approval = $5, decided_by = $6, decided_at = $7
        where congress = $1 and sha256 = $2 and state = 'held' returning 1
      )
      select exists (select from now) as decided from before`,
    values: [congress, sha256, state, reason, approval, account, world.now()],
  })
  const [row] = rows
  if (!row) return notFound()
  if (!row.decided) return notHeld()
  if (state === 'discarded') await dropContent(world, congress, sha256)
  return accept({ state })
}

/** The bytes go when no other congress was handed the same; nobody learns whether one was. */
export async function dropContent({ db, files }: World, congress: CongressId, sha256: string) {
  const [row] = await db.rows<{ others: boolean }>(congress, {
    text: 'select luoshi.held_by_others($1, $2) as others',
    values: [congress, sha256],
  })
  if (row?.others === false) await files.discard(sha256)
}

function notHeld() {
  return refused(
    409,
    'file-not-held',
    bilingual(
      '这个文件不在隔离区，可能已有人处理过。',
      '请刷新隔离区查看最新情况。',
      'This file is not in quarantine; somebody may have decided already.',
      'Reload the quarantine and look.',
    ),
  )
}
