/** One opinion: the words as said, what became of them, its parts, its trail. For the committee's side only. */
import { instant } from '@luoshi/domain/kernel/day'
import type { OpinionId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { readStream } from '@luoshi/ledger/log/read'
import type { AnswerOf } from '../contract/kit.ts'
import type { getOpinion } from '../contract/opinions.ts'
import type { Outcome, World } from '../execute/context.ts'
import { rawEvent } from '../execute/domain-event.ts'
import { isOpinionEvent } from '../execute/known-events.ts'
import { opinionOf } from '../execute/load.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { actorsIn, actorShown } from '../people/on-behalf.ts'
import { accountNames } from '../people/account-names.ts'
import { opinionRowOf, opinionWithParts } from './list-opinions.ts'

export async function readOpinion(
  { db }: World,
  { by, opinion }: Readonly<{ by: Principal; opinion: OpinionId }>,
): Outcome<AnswerOf<typeof getOpinion>> {
  if (scopeOf(by).sees !== 'all') return forbidden()
  const [stored, [own, ...parts]] = await Promise.all([
    readStream(db.pool, by.congress, opinion),
    opinionWithParts(db, by.congress, opinion),
  ])
  if (!own) return notFound()
  const { state } = opinionOf(stored)
  const names = await accountNames(db, by.congress, actorsIn(stored))
  const trail = stored.map((one) => {
    const event = rawEvent(one)
    if (!isOpinionEvent(event)) throw new Error(`Unknown event ${one.type} at ${one.seq}`)
    const actor = actorShown(one, (account) => names.get(account))
    return { seq: one.seq, at: instant(one.at), actor, event }
  })
  const exit =
    state.status === 'exited'
      ? { exit: state.exit, reason: state.reason, approval: state.approval }
      : null
  return accept({
    ...opinionRowOf(by, own),
    parts: parts.map((part) => opinionRowOf(by, part)),
    exit,
    trail,
  })
}
