/** Taking out of an envelope what the law wants gone: an accusation once it was passed on, the name of a source. */
import { eraseEnvelope, type Erasing } from '@luoshi/domain/inquiries/erase-sealed'
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { AccusationRow } from '../contract/sealed.ts'
import { alreadyDone, commit } from '../execute/commit.ts'
import { oneMoment, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { forbidden, notFound, versionConflict } from '../execute/refused.ts'
import { erasingVoice } from '../voices/erase-voice.ts'
import { accusationOf, accusationRows, outcomesAbout } from './accusation-rows.ts'
import { eraseFrom, refusedByErasure, type LoadedEnvelope } from './envelopes.ts'
import { inquiryKind } from './inquiry-kinds.ts'
import { sourceOf } from './record-inquiry.ts'
import { mayOpen, recusedFromIt, type OfAccusation } from './seal-envelope.ts'

type Told = Omit<Erasing, 'today'>

/** The envelope first, a voice's text with it; what was reported back is an act of its own, so that nothing links them. */
export async function eraseAccusation(
  at: World,
  asked: OfAccusation & Told,
): Outcome<AccusationRow> {
  const world = oneMoment(at)
  if (!mayOpen(asked, 'EraseSealed')) return forbidden()
  const { by, envelope } = asked
  const found = await accusationOf(world, by.congress, envelope)
  if (!found) return notFound()
  const { appraisal } = found
  const barred = await recusedFromIt(world, asked, 'EraseSealed', appraisal)
  if (!barred.ok) return barred
  if (!(await alreadyDone(world.db, asked))) {
    if (found.version !== asked.version) return versionConflict()
    const heard = (await outcomesAbout(world, by.congress, appraisal)).get(envelope)
    const goes = found.state.status === 'erased' && heard ? heard : found
    const done = await erase(world, asked, goes)
    if (!done.ok) return done
  }
  const row = (await accusationRows(world, by, appraisal)).find(({ id }) => id === envelope)
  return row ? accept(row) : notFound()
}

export async function eraseSource(
  at: World,
  asked: Asked & Told & Readonly<{ inquiry: Id<'inquiry'> }>,
): Outcome<Readonly<{ erased: true }>> {
  const world = oneMoment(at)
  if (!mayOpen(asked, 'EraseSealed')) return forbidden()
  const { by, inquiry } = asked
  const sealed = await sourceOf(world, by.congress, inquiry)
  const about = await inquiryKind.load(world.db, by.congress, inquiry)
  if (!sealed || about.state.status === 'none') return notFound()
  const barred = await recusedFromIt(world, asked, 'EraseSealed', about.state.appraisal)
  if (!barred.ok) return barred
  if (await alreadyDone(world.db, asked)) return accept({ erased: true })
  const done = await erase(world, asked, sealed)
  return done.ok ? accept({ erased: true }) : done
}

async function erase(world: World, asked: Asked & Told, sealed: LoadedEnvelope): Outcome<true> {
  const { by, ground, approval } = asked
  const erasing = { ground, approval, today: todayOf(world) }
  const ruling = eraseEnvelope(sealed.state, erasing)
  if (!ruling.ok) return refusedByErasure(ruling.refusal)
  const { state } = sealed
  const write = await eraseFrom(world.db, by.congress, sealed, ruling.value)
  const ofVoice =
    state.status === 'passedOn'
      ? await erasingVoice(world, by.congress, state.voice, erasing)
      : accept(null)
  if (!ofVoice.ok) return ofVoice
  const writes = ofVoice.value === null ? [write] : [ofVoice.value, write]
  const done = await commit(world, asked, writes)
  return done.ok ? accept(true) : done
}
