/**
 * Rule: the content of a file goes only by record, with the provision and who approved it. Its fingerprint stays in the
 * log, so that every proof still holds; where another congress was handed the same file, theirs stays.
 * Source: PIPL art. 47; architecture.md (erased by destroying what the leaf commits to).
 */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import { approvingBodyLabels, type Approval } from '@luoshi/domain/people/approval'
import { dropContent } from '../evidence/scanning/quarantine.ts'
import { mayGive, type Asked, type Outcome, type World } from '../execute/context.ts'
import { forbidden, notFound, refused, refusedByMatter } from '../execute/refused.ts'
import type { Identity } from '../identity/identity.ts'
import type { RequestFacts } from '../identity/request-facts.ts'

export type EraseFileAsked = Asked &
  Readonly<{ sha256: string; ground: string; approval: Approval; from: RequestFacts }>

export type ErasingFiles = Readonly<{
  world: World
  identity: Pick<Identity, 'record'>
  /** Pictures that were made of it go as well. */
  previews: Readonly<{ forget: (sha256: string) => Promise<void> }>
}>

export async function eraseFile(
  { world, identity, previews }: ErasingFiles,
  asked: EraseFileAsked,
): Outcome<Readonly<{ erased: true }>> {
  if (!mayGive(asked, 'EraseWords')) return forbidden()
  const { sha256, ground, from } = asked
  if (ground.trim() === '') return refusedByMatter({ code: 'text-missing', field: '删除依据' })
  const { congress, account: actor } = asked.by
  const { body, on, reference } = asked.approval
  const approval = `${approvingBodyLabels[body].zh}，${on}，${reference}`
  const [row] = await world.db.rows<{ erased: boolean }>(congress, {
    text: `with before as (
        select state from luoshi.handed_in where congress = $1 and sha256 = $2 for update
      ), now as (
        update luoshi.handed_in set state = 'erased', reason = $3, approval = $4, decided_by = $5, decided_at = $6
        where congress = $1 and sha256 = $2 and state not in ('discarded', 'erased') returning 1
      )
      select exists (select from now) as erased from before`,
    values: [congress, sha256, ground.trim(), approval, actor, world.now()],
  })
  if (!row) return notFound()
  if (!row.erased) return alreadyGone()
  await dropContent(world, congress, sha256)
  await previews.forget(sha256)
  const event = { kind: 'file-erased', outcome: 'done', congress, actor } as const
  await identity.record(from, { ...event, facts: { sha256 } })
  return accept({ erased: true })
}

function alreadyGone() {
  return refused(
    409,
    'file-gone',
    bilingual(
      '这个文件的内容已经不在了。',
      '可能已有人处理过，请刷新查看。',
      'The content of this file is gone already.',
      'Somebody may have dealt with it; reload.',
    ),
  )
}
