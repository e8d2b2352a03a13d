/** What every command is given: the store, the clock, and who asks. */
import { dayInChina, type Day, type Instant } from '@luoshi/domain/kernel/day'
import type { UnitId } from '@luoshi/domain/kernel/ids'
import type { Result } from '@luoshi/domain/kernel/result'
import { may, type CommandType } from '@luoshi/domain/people/rights'
import type { Append } from '@luoshi/ledger/log/append'
import type { CongressCalendar } from '../calendar/congress-calendar.ts'
import type { Scanner } from '../evidence/scanning/clamd.ts'
import type { FileStore } from '../evidence/store/file-store.ts'
import type { SheetSeal } from '../ledgers/sheet-seal.ts'
import type { Principal } from '../identity/principal.ts'
import type { Intake } from '../surveys/intake/intake.ts'
import type { Ahead } from './ahead.ts'
import type { CongressDb } from './congress-db.ts'
import type { HouseSeal } from './house-seal.ts'
import type { PolicyBook } from './policy-book.ts'
import type { Refused } from './refused.ts'

export type World = Readonly<{
  db: CongressDb
  append: Append
  files: FileStore
  /** The data folder, in which ballots cast here are published; absent where none are cast. */
  dataDir?: string
  /** Absent: no virus scanner is set up. */
  scanner?: Scanner
  policies: PolicyBook
  /** Holidays and sessions of each congress. */
  calendar: CongressCalendar
  /** Vouches for exported sheets. */
  sheets: SheetSeal
  /** Takes the answers of surveys. */
  intake: Intake
  /** Seals what may not lie readable in the database. */
  house: HouseSeal
  now: () => Instant
}>

/** Who gives the command, and the name they gave it, so that sending it again cannot do it twice. */
export type Asked = Readonly<{
  by: Principal
  key?: string | undefined
  /** What was read for this request already. */
  ahead?: Ahead | null | undefined
}>

export type Outcome<Value> = Promise<Result<Value, Refused>>

/** The world at one moment: a command happens at one time, in its events and in its rows alike. */
export function oneMoment(world: World): World {
  const at = world.now()
  return { ...world, now: () => at }
}

export function todayOf({ now }: Pick<World, 'now'>): Day {
  return dayInChina(now())
}

export function mayGive({ by }: Asked, command: CommandType, unit: UnitId | null = null): boolean {
  return may(by, command, unit)
}
