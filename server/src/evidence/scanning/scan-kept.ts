/** A kept file is shown to the scanner, and what it says is noted: only what it finds clean may be opened. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'
import type { Scanner, ScanVerdict } from './clamd.ts'

type Hands = Pick<World, 'db' | 'files' | 'now'>

export async function scanKept(
  hands: Hands,
  scanner: Scanner,
  congress: CongressId,
  sha256: string,
): Promise<ScanVerdict> {
  const version = await scanner.version()
  const file = version === null ? null : await hands.files.stream(sha256)
  if (file === null) return { is: 'away' }
  const verdict = await scanner.scan(file.body)
  await note(hands, congress, sha256, verdict, version)
  return verdict
}

/** What an administrator has decided stays; what the scanner could not judge goes on waiting. */
async function note(
  { db, now }: Hands,
  congress: CongressId,
  sha256: string,
  verdict: ScanVerdict,
  signatures: string | null,
): Promise<void> {
  const state = stateAfter(verdict)
  if (state === null) return
  await db.rows(congress, {
    name: 'scan-noted',
    text: `update luoshi.handed_in set state = $3, finding = $4, signatures = $5, scanned_at = $6
      where congress = $1 and sha256 = $2 and state in ('open', 'waiting', 'held')`,
    values: [
      congress,
      sha256,
      state,
      verdict.is === 'infected' ? verdict.finding : null,
      signatures,
      now(),
    ],
  })
}

function stateAfter({ is }: ScanVerdict): 'open' | 'held' | null {
  switch (is) {
    case 'clean':
      return 'open'
    case 'infected':
      return 'held'
    case 'too-large':
    case 'away':
      return null
  }
}
