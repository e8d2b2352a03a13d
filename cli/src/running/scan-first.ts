/**
 * A file that the command line brings in is shown to the virus scanner before anything reads it, as it is when it comes by
 * the page: LUOSHI_CLAMD says where the scanner listens, and without it there is none.
 * Source: GB/T 22239-2019 8.1.4.5 (恶意代码防范).
 */
import { clamdScanner } from '@luoshi/server/evidence/scanning/clamd'
import { readClamdPlace } from '@luoshi/server/evidence/scanning/clamd-settings'
import { scanUploaded } from '@luoshi/server/evidence/scanning/scan-uploaded'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'

/** Null: it may be read. Else it was said why not. */
export async function scanFirst(
  terminal: Terminal,
  bytes: Uint8Array,
  { json, usage }: Readonly<{ json: boolean; usage: string }>,
): Promise<ExitCode | null> {
  const place = readClamdPlace(terminal.env)
  if (!place.ok) return sayNotUnderstood(terminal, `${place.refusal.zh} ${place.refusal.en}`, usage)
  const stopped = await scanUploaded(place.value ? clamdScanner(place.value) : undefined, bytes)
  if (stopped === null || stopped.ok) return null
  return sayRefusal(terminal, json, stopped.refusal.code, stopped.refusal.words)
}
