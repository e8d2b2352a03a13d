/** Which matters a person may see at all: all of the congress, what their unit has been handed, or none. */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { maySee } from '@luoshi/domain/people/may-see'
import type { Principal } from '../identity/principal.ts'

export type Scope =
  | Readonly<{ sees: 'all' }>
  | Readonly<{ sees: 'unit'; unit: UnitId }>
  | Readonly<{ sees: 'none' }>

export function scopeOf(by: Principal): Scope {
  if (maySee(by, null)) return { sees: 'all' }
  return by.unit !== null && maySee(by, by.unit)
    ? { sees: 'unit', unit: by.unit }
    : { sees: 'none' }
}
