/**
 * One paper or record that waits for somebody: who is to do what, in which state of it. In `where`, `$2` is the unit, `$3`
 * the account, `$4` the name of the one who asks, `$5` today.
 */
import type { CommandType } from '@luoshi/domain/people/rights'
import type { DeskTask } from '../contract/desk.ts'

export type Arm = Readonly<{
  command: CommandType
  kind: DeskTask['kind']
  /** Kinds of records, quoted. */
  records: string
  where: string
  label: DeskTask['label']
  /** What the line leads to; absent: the record. */
  leadsTo?: 'appraisal' | 'parent'
}>

export function arm(
  command: CommandType,
  kind: DeskTask['kind'],
  records: string,
  where: string,
  [zh, en]: readonly [string, string],
  leadsTo?: Arm['leadsTo'],
): Arm {
  const label = { zh, en }
  return { command, kind, records, where, label, ...(leadsTo ? { leadsTo } : {}) }
}

/** Whether one of a list in the record is so. */
export function holds(field: string, one: string, is: string): string {
  return `exists (select from jsonb_array_elements(doc -> '${field}') ${one} where ${is})`
}
