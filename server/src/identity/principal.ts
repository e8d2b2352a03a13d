import type { AccountId, CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'

/** Who is asking: what a valid session proves, and all that the rights table needs to know of a person. */
export type Principal = Readonly<{
  account: AccountId
  name: string
  congress: CongressId
  roles: readonly Role[]
  unit: UnitId | null
  official: OfficialId | null
}>
