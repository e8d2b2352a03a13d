/** One act on many texts. Each is decided by itself; one that fails does not hold up the others. */
import type { Id, UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { SealedRoute } from '@luoshi/domain/opinions/voice'
import type { Problem } from '../../contract/problem.ts'
import type { Asked, Outcome, World } from '../../execute/context.ts'
import { problemOfRefusal } from '../../http/problem-answer.ts'
import { replyToVoice, sealVoice, takeOverVoice } from '../../voices/handle-voice.ts'

type Act =
  | Readonly<{ how: 'takeOver'; title: string; unit: UnitId | null }>
  | Readonly<{ how: 'reply'; reply: string }>
  | Readonly<{ how: 'seal'; route: SealedRoute; reference: string }>

type Handling = Asked &
  Readonly<{
    voices: readonly Readonly<{ voice: Id<'voice'>; version: number }>[]
    act: Act
  }>

type Handled = { done: number; refused: { voice: Id<'voice'>; problem: Problem }[] }

export async function handleTexts(world: World, asked: Handling): Outcome<Handled> {
  const handled: Handled = { done: 0, refused: [] }
  for (const { voice, version } of asked.voices) {
    const key = asked.key === undefined ? undefined : `${asked.key}/${voice}`
    const result = await handleOne(world, { by: asked.by, key, voice, version }, asked.act)
    if (result.ok) handled.done += 1
    else handled.refused.push({ voice, problem: problemOfRefusal(result.refusal) })
  }
  return accept(handled)
}

type One = Asked & Readonly<{ voice: Id<'voice'>; version: number }>

function handleOne(world: World, one: One, act: Act) {
  switch (act.how) {
    case 'takeOver':
      return takeOverVoice(world, { ...one, title: act.title, unit: act.unit })
    case 'reply':
      return replyToVoice(world, { ...one, reply: act.reply })
    case 'seal':
      return sealVoice(world, { ...one, route: act.route, reference: act.reference })
  }
}
