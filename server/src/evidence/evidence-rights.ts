/**
 * Who may hand in files and read them. The committee's side reads all; a unit reads what stands in its own matters.
 * Who has just handed a file in knows its hash and what is in it already.
 */
import { may } from '@luoshi/domain/people/rights'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

export function mayHandIn(by: Principal): boolean {
  return (
    ['ReportProgress', 'SubmitResult', 'VerifyMatter', 'ImportDocument', 'SignHandover'] as const
  ).some((command) => may(by, command, by.unit))
}

export async function mayRead(db: CongressDb, by: Principal, sha256: string): Promise<boolean> {
  const scope = scopeOf(by)
  if (scope.sees === 'none' || !(await isHandedIn(db, by, sha256))) return false
  switch (scope.sees) {
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

/** Files of another congress are not there, whoever knows their hash. */
async function isHandedIn(db: CongressDb, by: Principal, sha256: string): Promise<boolean> {
  const rows = await db.rows(by.congress, {
    name: 'is-handed-in',
    text: 'select from luoshi.handed_in where congress = $1 and sha256 = $2',
    values: [by.congress, sha256],
  })
  return rows.length > 0
}
