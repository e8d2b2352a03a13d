/** A voice comes in: no name, no address; its text apart from the log, and in the log the hash of text and code. */
import { createHash, randomBytes } from 'node:crypto'
import type { CongressId, Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { takesVoices } from '@luoshi/domain/opinions/call'
import { decideVoice, explainVoiceRefusal, type VoiceRefusal } from '@luoshi/domain/opinions/voice'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { oneMoment, todayOf, type Outcome, type World } from '../execute/context.ts'
import { newCommandName, newId } from '../execute/ids.ts'
import { notFound, refused } from '../execute/refused.ts'
import { hashOfCode, newReceiptCode } from './receipt-code.ts'
import { callKind, voiceKind } from './voice-kinds.ts'

export function refusedByVoice(refusal: VoiceRefusal) {
  return refused(409, refusal.code, explainVoiceRefusal(refusal))
}

/** Who acts is nobody in particular. */
const thePublic = 'public'

export type VoiceSent = Readonly<{ congress: CongressId; call: Id<'call'>; text: string }>

/** Gives the receipt code, once: it is not kept. */
export async function receiveVoice(
  at: World,
  sent: VoiceSent,
): Outcome<Readonly<{ code: string }>> {
  const world = oneMoment(at)
  const { congress, call } = sent
  const { state } = await callKind.load(world.db, congress, call)
  if (state.status === 'none') return notFound()
  const today = todayOf(world)
  if (!takesVoices(state, today)) return callOver()

  // NUL and half characters, which no text column keeps, are nobody's words.
  const said = sent.text.replaceAll('\u0000', '').toWellFormed()
  const text = said.trim().replaceAll('\r\n', '\n')
  const [code, salt, id] = [newReceiptCode(), randomBytes(32), newId('voice')]
  const command = {
    type: 'ReceiveVoice',
    appraisal: state.appraisal,
    call,
    code: hashOfCode(code),
    text: createHash('sha256').update(salt).update(text).digest('hex'),
    length: text.length,
    today,
  } as const
  const ruling = decideVoice(voiceKind.initial, command)
  if (!ruling.ok) return refusedByVoice(ruling.refusal)

  const before = { state: voiceKind.initial, version: 0 }
  const kept = { kind: 'voice', id, salt, text } as const
  const done = await world.append({
    congress,
    command: newCommandName(),
    actor: thePublic,
    at: world.now(),
    writes: [{ ...voiceKind.write(id, before, ruling.value), keeps: [kept] }],
  })
  if (!done.ok) throw new Error(`A new voice met ${done.refusal.code}`)
  return accept({ code })
}

export function callOver() {
  return refused(
    409,
    'call-over',
    bilingual(
      '这次征求意见已经结束。',
      '您可以直接向县人大常委会来信来访反映。',
      'This call for opinions is over.',
      'You may still write to the committee or visit it.',
    ),
  )
}
