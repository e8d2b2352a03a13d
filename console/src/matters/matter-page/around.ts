/** What every part of a step's form may look at: the matter as the person saw it, who they are, and the county's rules. */
import type { MatterPolicy } from '@luoshi/domain/matters/policy'
import type { MatterDetail } from '@luoshi/server/contract/matters'
import type { Session } from '@luoshi/server/contract/session'

export type Around = Readonly<{
  detail: MatterDetail
  session: Session
  /** Null until read, or when the rule book is not known any more. */
  policy: MatterPolicy | null
}>
