/** Rule: words go only by record, with the provision they go under, and out of every view of the past as well. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { approvingBodyLabels, type Approval } from '@luoshi/domain/people/approval'
import { accept } from '@luoshi/domain/kernel/result'
import { eraseWords as eraseFromLog } from '@luoshi/ledger/log/erase-words'
import { eraseRoll, rollIn } from '../ballots/hall/erase-roll.ts'
import { commandName } from '../execute/commit.ts'
import { mayGive, type Asked, type Outcome, type World } from '../execute/context.ts'
import { project } from '../execute/project.ts'
import { forbidden, refused, refusedByMatter } from '../execute/refused.ts'
import { refusedByLedger } from '../execute/refused-by-ledger.ts'

export type EraseAsked = Asked &
  Readonly<{ event: number; ground: string; approval?: Approval | undefined }>

export async function eraseWords(
  world: World,
  asked: EraseAsked,
): Outcome<Readonly<{ seq: number }>> {
  const { db, append, now } = world
  if (!mayGive(asked, 'EraseWords')) return forbidden()
  const { event: seq } = asked
  const ground = groundOf(asked)
  if (asked.ground.trim() === '')
    return refusedByMatter({ code: 'text-missing', field: '删除依据' })
  const { congress, account: actor } = asked.by
  const roll = await rollIn(world, congress, seq)
  if (!roll.ok) return roll
  const erasure = { congress, seq, ground, command: commandName(asked), actor, at: now() }
  const done = await eraseFromLog(db.pool, append, erasure, project)
  if (done.ok && roll.value) await eraseRoll(world, roll.value)
  if (done.ok) return accept({ seq: done.value.seq })
  return done.refusal.code === 'no-words' ? noWords() : refusedByLedger(done.refusal)
}

/** The provision, and by whom it was approved: none of them names a person. */
function groundOf({ ground, approval }: EraseAsked): string {
  if (approval === undefined) return ground
  const { body, on, reference } = approval
  return `${ground}（批准：${approvingBodyLabels[body].zh}，${on}，${reference}）`
}

function noWords() {
  return refused(
    409,
    'no-words',
    bilingual(
      '这条记录没有可以删除的文字。',
      '请在事项的办理过程中核对记录编号。',
      'This event has no words to erase.',
      'Check the number of the event in the trail of its matter.',
    ),
  )
}
