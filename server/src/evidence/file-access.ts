/**
 * Who may hand in files and read them. The committee's side reads all; a unit reads what stands in its own matters, and
 * everybody what they handed in themselves. A file that waits for the virus scanner, or was stopped by it, is read by
 * nobody.
 */
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Outcome } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { isReadable, type FileState } from './file-state.ts'
import { fileNotServed } from './state-refusals.ts'

export function mayHandIn(by: Principal): boolean {
  return (
    ['ReportProgress', 'SubmitResult', 'VerifyMatter', 'ImportDocument', 'SignHandover'] as const
  ).some((command) => may(by, command, by.unit))
}

/** What was found out when it was handed in; null for files from before that was written down. */
export type KnownFile = Readonly<{ sha256: string; mediaType: string | null }>

type Row = Readonly<{ media_type: string | null; account: string | null; state: FileState }>

export async function mayRead(db: CongressDb, by: Principal, sha256: string): Outcome<KnownFile> {
  const [file] = await db.rows<Row>(by.congress, {
    name: 'is-handed-in',
    text: 'select media_type, account, state from luoshi.handed_in where congress = $1 and sha256 = $2',
    values: [by.congress, sha256],
  })
  // Files of another congress are not there, whoever knows their hash.
  if (!file) return notFound()
  if (file.account !== by.account && !(await inScope(db, by, sha256))) return notFound()
  if (!isReadable(file.state)) return fileNotServed(file.state)
  return accept({ sha256, mediaType: file.media_type })
}

async function inScope(db: CongressDb, by: Principal, sha256: string): Promise<boolean> {
  const scope = scopeOf(by)
  switch (scope.sees) {
    case 'none':
      return false
    case 'all':
      return true
    case 'unit': {
      const rows = await db.rows(by.congress, {
        text: `select from luoshi.record_view where congress = $1 and kind = 'selfcheck' and unit = $2
            and to_seq is null and position($4 in doc::text) > 0
          union all
          select from luoshi.matter_view where congress = $1 and unit = $2 and round > 0
          and to_seq is null and doc -> 'evidence' @> $3::jsonb limit 1`,
        values: [by.congress, scope.unit, JSON.stringify([{ sha256 }]), sha256],
      })
      return rows.length > 0
    }
  }
}
