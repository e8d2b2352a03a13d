import type { Instant } from '@luoshi/domain/kernel/day'
import type { AccountId, CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'

/** Whom a deputy acts for at this moment. */
export type ActingFor = Readonly<{
  delegation: string
  account: AccountId
  name: string
  until: Instant
}>

/** Who is asking: what a valid session proves, and all that the rights table needs to know of a person. */
export type Principal = Readonly<{
  account: AccountId
  name: string
  congress: CongressId
  roles: readonly Role[]
  unit: UnitId | null
  official: OfficialId | null
  /** Absent or null: in their own name. Otherwise roles, unit and official are the colleague's. */
  actingFor?: ActingFor | null
}>
