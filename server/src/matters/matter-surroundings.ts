/** Everything around one matter that its page shows beside the events: in one query, by keys only. */
import type { AppraisalId, CongressId, MatterId, OpinionId } from '@luoshi/domain/kernel/ids'
import type { CongressDb } from '../execute/congress-db.ts'

export type Surrounding = Readonly<{
  kind:
    | 'unit'
    | 'official'
    | 'account'
    | 'appraisal'
    | 'self'
    | 'into'
    | 'from'
    | 'sibling'
    | 'opinion'
  id: string
  /** Name or title. */
  label: string
  number: number | null
  unit: string | null
  round: number
  doc: unknown
}>

export type Around = Readonly<{
  matter: MatterId
  opinion: OpinionId
  appraisal: AppraisalId
  mergedInto: MatterId | null
  units: readonly string[]
  officials: readonly string[]
  accounts: readonly string[]
}>

export async function matterSurroundings(
  db: CongressDb,
  congress: CongressId,
  around: Around,
): Promise<readonly Surrounding[]> {
  const { matter, opinion, appraisal, mergedInto, units, officials, accounts } = around
  return db.rows<Surrounding>(congress, {
    name: 'around-matter',
    text: 'select * from luoshi.around_matter($1, $2, $3, $4, $5, $6, $7)',
    values: [matter, opinion, appraisal, mergedInto, units, officials, accounts],
  })
}
