/** Proof files made in memory, the way the database makes them: for tests that tamper faster than a database could. */
import { generateKeyPairSync } from 'node:crypto'
import { canonical } from '../src/log/canonical.ts'
import type { NewEvent } from '../src/log/event.ts'
import { beginning, leafHash, wordsHash } from '../src/log/leaf.ts'
import { openFrontier } from '../src/merkle/frontier.ts'
import { checkpointText, originOf } from '../src/proof/checkpoint-text.ts'
import { writeEventLine, type EventLine } from '../src/proof/proof-lines.ts'
import { signNote } from '../src/proof/signed-note.ts'
import { congressVerifierKey, type SigningKey } from '../src/proof/signing-key.ts'

export const congress = 'congress_demo'
const origin = originOf(congress)

export function freshKey(): SigningKey {
  return generateKeyPairSync('ed25519')
}

export type Said = NewEvent & Readonly<{ stream: string; command?: string }>

/** Chained, numbered, salted with a salt that is the number. */
export function chain(said: readonly Said[]): EventLine[] {
  const versions = new Map<string, number>()
  const lines: EventLine[] = []
  for (const [place, { stream, type, facts, words, command }] of said.entries()) {
    const seq = place + 1
    const version = (versions.get(stream) ?? 0) + 1
    versions.set(stream, version)
    const salt = words ? seq.toString(16).padStart(64, '0') : null
    const body = words ? canonical(words) : null
    const leaf = {
      seq,
      stream,
      version,
      type,
      command: command ?? `command_${seq}`,
      actor: 'account_clerk',
      at: '2026-03-01T08:00:00.000Z',
      facts: canonical(facts),
      wordsHash: salt !== null && body !== null ? wordsHash(salt, body) : null,
    }
    const hash = leafHash({ ...leaf, congress, prev: lines.at(-1)?.hash ?? beginning })
    lines.push({ ...leaf, hash, salt, body, prev: null })
  }
  return lines
}

export function checkpointAt(lines: readonly EventLine[], size: number, key: SigningKey): string {
  const frontier = openFrontier()
  for (const { hash } of lines.slice(0, size)) frontier.add(Buffer.from(hash, 'hex'))
  const text = checkpointText({ origin, size, root: frontier.root() })
  return signNote(text, origin, key.privateKey, key.publicKey)
}

type Parts = Readonly<{
  lines: readonly EventLine[]
  checkpoints: readonly string[]
  key: SigningKey
}>

export function proofText({ lines, checkpoints, key }: Parts): string {
  const vkey = congressVerifierKey(congress, key)
  return [
    JSON.stringify({ kind: 'luoshi-proof', version: 1, congress, origin, vkey }),
    ...checkpoints.map((checkpoint) => JSON.stringify({ checkpoint })),
    ...lines.map(writeEventLine),
    JSON.stringify({ events: lines.length }),
    '',
  ].join('\n')
}
