/** How a voice was settled, which only its envelope says: a reply, or that it was passed on as an accusation. */
import type { Envelope } from '@luoshi/domain/inquiries/envelope'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { Voice } from '@luoshi/domain/opinions/voice'
import type { VoiceRow } from '../contract/voices.ts'
import type { CongressDb } from '../execute/congress-db.ts'
import { loadEnvelope, loadEnvelopes } from '../inquiries/envelopes.ts'

type Known = Exclude<Voice, { status: 'none' }>

export async function settlementOf(
  db: CongressDb,
  congress: CongressId,
  voice: Known,
): Promise<Envelope | null> {
  if (voice.status !== 'settled') return null
  return (await loadEnvelope(db, congress, voice.envelope)).state
}

/** By envelope. */
export async function settlementsOf(
  db: CongressDb,
  congress: CongressId,
  voices: readonly Known[],
): Promise<ReadonlyMap<string, Envelope>> {
  const ids = voices.flatMap((one) => (one.status === 'settled' ? [one.envelope] : []))
  const found = await loadEnvelopes(db, congress, ids)
  return new Map(found.map(({ id, state }) => [id, state]))
}

/** What was erased is shown as settled and no more: of which kind it was is gone with it. */
export function howSettled(
  voice: Known,
  settled: ReadonlyMap<string, Envelope>,
): Pick<VoiceRow, 'status' | 'reply'> {
  switch (voice.status) {
    case 'received':
    case 'takenOver':
    case 'sealed':
      return { status: voice.status, reply: null }
    case 'replied':
      return { status: 'replied', reply: voice.reply }
    case 'settled': {
      const state = settled.get(voice.envelope)
      if (state?.status === 'replied') return { status: 'replied', reply: state.reply }
      return { status: state?.status === 'erased' ? 'erased' : 'sealed', reply: null }
    }
  }
}
