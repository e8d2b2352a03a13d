/** Taking out the text of a voice by law, together with the envelope it was settled in: alike for a reply and an accusation. */
import { eraseVoice as mayErase, type Erasing } from '@luoshi/domain/inquiries/erase-sealed'
import type { CongressId, Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { alreadyDone, commit } from '../execute/commit.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import type { RecordDone } from '../execute/record.ts'
import { forbidden, notFound, versionConflict } from '../execute/refused.ts'
import { eraseFrom, loadEnvelope, refusedByErasure } from '../inquiries/envelopes.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { voiceKind } from './voice-kinds.ts'

type EraseAsked = Asked & Omit<Erasing, 'today'> & Readonly<{ voice: Id<'voice'>; version: number }>

export async function eraseVoice(at: World, asked: EraseAsked): Outcome<RecordDone<'voice'>> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'EraseSealed')) return forbidden()
  const { by, voice, version, ground, approval } = asked
  const { congress } = by
  const before = await voiceKind.load(world.db, congress, voice)
  if (before.state.status === 'none') return notFound()
  const on = { unit: null, appraisal: before.state.appraisal }
  const barred = await recusalObstacle(world, by, 'EraseSealed', on)
  if (!barred.ok) return barred
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return accept({ id: voice, seq: repeated.seq })
  if (before.version !== version) return versionConflict()
  const erasing = { ground, approval, today: todayOf(world) }
  const write = await erasingVoice(world, congress, voice, erasing)
  if (!write.ok) return write
  const writes = [write.value]
  if (before.state.status === 'settled') {
    const sealed = await loadEnvelope(world.db, congress, before.state.envelope)
    const facts = { ground, approval, on: erasing.today }
    writes.push(await eraseFrom(world.db, congress, sealed, facts))
  }
  const done = await commit(world, asked, writes)
  return done.ok ? accept({ id: voice, seq: done.value.seq }) : done
}

/** The voice's part of an erasure. */
export async function erasingVoice(
  world: World,
  congress: CongressId,
  voice: Id<'voice'>,
  erasing: Erasing,
): Outcome<StreamWrite> {
  const before = await voiceKind.load(world.db, congress, voice)
  const ruling = mayErase(before.state, erasing)
  if (!ruling.ok) return refusedByErasure(ruling.refusal)
  const write = voiceKind.write(voice, before, [{ type: 'VoiceErased', ...ruling.value }])
  return accept({ ...write, keeps: [{ kind: 'unvoiced', id: voice }] })
}
