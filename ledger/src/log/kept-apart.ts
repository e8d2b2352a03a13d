/**
 * What a commit keeps apart from the log, because it must not travel with a proof: entries of sealed envelopes, texts of
 * the public. The log knows each by a salted hash. In with the commit or not at all; out only with the event that says so.
 */
import type { JsonObject } from './json.ts'

export type KeptApart =
  | Readonly<{
      kind: 'sealed'
      hash: string
      envelope: string
      about: string
      salt: Uint8Array
      body: string
    }>
  | Readonly<{ kind: 'voice'; id: string; salt: Uint8Array; text: string }>
  /** Emptied: the commit has an EnvelopeErased on this stream. */
  | Readonly<{ kind: 'unsealed'; envelope: string; hashes: readonly string[] }>
  /** Gone: the commit has a VoiceErased on this stream. */
  | Readonly<{ kind: 'unvoiced'; id: string }>

/** The argument of luoshi.append_keeping, or null when nothing in the batch is kept apart. */
export function keptParameter(
  batch: readonly Readonly<{ keeps: readonly KeptApart[] }>[],
): string | null {
  const lists: Record<'sealed' | 'voices' | 'unsealed' | 'unvoiced', JsonObject[]> = {
    sealed: [],
    voices: [],
    unsealed: [],
    unvoiced: [],
  }
  for (const [k, { keeps }] of batch.entries()) {
    for (const one of keeps) put(lists, k, one)
  }
  return Object.values(lists).every((list) => list.length === 0) ? null : JSON.stringify(lists)
}

type Lists = Readonly<Record<'sealed' | 'voices' | 'unsealed' | 'unvoiced', JsonObject[]>>

function put(lists: Lists, k: number, one: KeptApart): void {
  switch (one.kind) {
    case 'sealed': {
      const { hash, envelope, about, salt, body } = one
      lists.sealed.push({ k, hash, envelope, about, salt: hex(salt), body })
      return
    }
    case 'voice':
      lists.voices.push({ k, id: one.id, salt: hex(one.salt), text: one.text })
      return
    case 'unsealed':
      lists.unsealed.push({ k, envelope: one.envelope, hashes: [...one.hashes] })
      return
    case 'unvoiced':
      lists.unvoiced.push({ k, id: one.id })
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** About how much of a trip it takes. */
export function charactersOf(one: KeptApart): number {
  if (one.kind === 'sealed') return one.body.length
  return one.kind === 'voice' ? one.text.length : 0
}
