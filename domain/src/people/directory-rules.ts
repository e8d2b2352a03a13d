/**
 * Rules of the directory: a unit or an official is registered once; a unit merges only into one that still stands; an
 * official hands over only to one in post of the same unit. While no successor is named, the unit's head answers: what
 * was owed always finds somebody. Whether a namesake is the same person is asked, never guessed.
 * Source: `directory.ts`; issue text “commitments outlive people”; domain.md §9.2.
 */
import type { Day } from '../kernel/day.ts'
import type { OfficialId, UnitId } from '../kernel/ids.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Official, OfficialEvent, OfficialLeave, Post, Unit, UnitEvent } from './directory.ts'
import type { DirectoryRefusal } from './directory-refusals.ts'

type UnitRuling = Result<readonly UnitEvent[], DirectoryRefusal>
type OfficialRuling = Result<readonly OfficialEvent[], DirectoryRefusal>

export function registerUnit(name: string): UnitRuling {
  return name.trim() === ''
    ? refuse({ code: 'name-missing' })
    : accept([{ type: 'UnitRegistered', name: name.trim() }])
}

/** Who answers for the unit while a post in it is empty: an official in post of this very unit. */
export function nameUnitHead(
  unit: Unit,
  official: Official,
  asked: Readonly<{ unit: UnitId; official: OfficialId; today: Day }>,
): UnitRuling {
  if (unit.status !== 'active') return refuse({ code: 'unit-not-active' })
  if (official.status !== 'inPost') return refuse({ code: 'official-not-in-post' })
  if (official.unit !== asked.unit) return refuse({ code: 'successor-elsewhere' })
  return accept([{ type: 'UnitHeadNamed', official: asked.official, on: asked.today }])
}

/** Only into another unit that still stands; what it owed goes along in the same commit (`people/succession.ts`). */
export function mergeUnit(
  unit: Unit,
  successor: Unit,
  { self, into, today }: Readonly<{ self: UnitId; into: UnitId; today: Day }>,
): UnitRuling {
  if (unit.status !== 'active') return refuse({ code: 'unit-not-active' })
  if (self === into) return refuse({ code: 'successor-is-itself' })
  if (successor.status !== 'active') return refuse({ code: 'successor-not-active' })
  return accept([{ type: 'UnitMerged', into, on: today }])
}

export type Registration = Readonly<{ name: string }> & Post

/** Somebody of that name in post now. */
export type OfficialNamesake = Post & Readonly<{ unitName: string }>

export type Registering = Readonly<{
  today: Day
  namesakes?: readonly OfficialNamesake[]
  /** The clerk says: another person of the same name. */
  another?: boolean
}>

export function registerOfficial(
  home: Unit,
  asked: Registration,
  { today, namesakes = [], another = false }: Registering,
): OfficialRuling {
  const { unit, appointedBy } = asked
  const [name, post] = [asked.name.trim(), asked.post.trim()]
  if (name === '') return refuse({ code: 'name-missing' })
  if (post === '') return refuse({ code: 'post-missing' })
  if (home.status !== 'active') return refuse({ code: 'unit-not-active' })
  const same = namesakes.find((one) => one.unit === unit && one.post === post)
  if (same) return refuse({ code: 'official-registered-already', name, where: toldBy(same) })
  if (namesakes.length > 0 && !another)
    return refuse({ code: 'official-namesake', name, where: namesakes.map(toldBy) })
  const facts = { unit, post, appointedBy, since: today }
  return accept([{ type: 'OfficialRegistered', ...facts, words: { name } }])
}

function toldBy({ unitName, post }: OfficialNamesake): string {
  return `${unitName} ${post}`
}

export type Leaving = Readonly<{
  self: OfficialId
  /** Null: not named yet; then the head of the unit answers. */
  successor: Readonly<{ id: OfficialId; official: Official }> | null
  head: Readonly<{ id: OfficialId; official: Official }> | null
  today: Day
}>

/** Who answers from now on is in the event: the successor, or the head of the unit as caretaker. */
export function transferOfficial(official: Official, asked: Leaving): OfficialRuling {
  if (official.status !== 'inPost') return refuse({ code: 'official-not-in-post' })
  const { self, successor, head, today } = asked
  const next = successor ?? head
  if (next === null || (successor === null && next.id === self))
    return refuse({ code: 'nobody-to-answer' })
  if (next.id === self) return refuse({ code: 'successor-is-itself' })
  if (next.official.status !== 'inPost')
    return refuse({ code: successor === null ? 'nobody-to-answer' : 'successor-not-active' })
  if (next.official.unit !== official.unit) return refuse({ code: 'successor-elsewhere' })
  const caretaker = successor === null
  return accept([{ type: 'OfficialLeft', successor: next.id, on: today, caretaker }])
}

/** Another post for somebody who has left one: the same person, so the past posts stay to be read. */
export function reappointOfficial(
  official: Official,
  home: Unit,
  asked: Post,
  today: Day,
): OfficialRuling {
  if (official.status === 'none') return refuse({ code: 'official-not-in-post' })
  if (official.status === 'inPost') return refuse({ code: 'official-in-post' })
  if (home.status !== 'active') return refuse({ code: 'unit-not-active' })
  const post = asked.post.trim()
  if (post === '') return refuse({ code: 'post-missing' })
  const { unit, appointedBy } = asked
  return accept([{ type: 'OfficialReappointed', unit, post, appointedBy, on: today }])
}

/** On leave he still answers; who acts for him is on record. */
export function beginOfficialLeave(
  official: Official,
  { from, until, acting, reason }: OfficialLeave,
  self: OfficialId,
): OfficialRuling {
  if (official.status !== 'inPost') return refuse({ code: 'official-not-in-post' })
  if ((until !== null && until < from) || acting === self)
    return refuse({ code: 'official-leave-days' })
  const words = { reason: reason.trim() }
  return accept([{ type: 'OfficialLeaveBegun', from, until, acting, words }])
}

export function endOfficialLeave(official: Official, today: Day): OfficialRuling {
  return official.status === 'inPost' && official.leave !== null
    ? accept([{ type: 'OfficialLeaveEnded', on: today }])
    : refuse({ code: 'official-not-on-leave' })
}
