/** What becomes of an opinion when it is raised. */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import type { Exit } from '@luoshi/domain/opinions/exits'
import type { Approval } from '@luoshi/domain/people/approval'

export type Disposition =
  | Readonly<{ kind: 'matter'; title: string; unit: UnitId | null }>
  | Readonly<{ kind: 'exit'; exit: Exit; reason: string; approval: Approval }>
