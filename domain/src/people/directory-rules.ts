/**
 * Rules of the directory: a unit or an official is registered once under a name; a unit merges only into one that
 * still stands, an official hands over only to one who is in post, so that what was owed always finds somebody.
 * Source: `directory.ts`; issue text “commitments outlive people”.
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Appointer, Official, OfficialEvent, Unit, UnitEvent } from './directory.ts'

export type DirectoryRefusal = ByCode<{
  'name-missing': Nothing
  'post-missing': Nothing
  'unit-not-active': Nothing
  'official-not-in-post': Nothing
  'successor-not-active': Nothing
  'successor-is-itself': Nothing
}>

type UnitRuling = Result<readonly UnitEvent[], DirectoryRefusal>
type OfficialRuling = Result<readonly OfficialEvent[], DirectoryRefusal>

export function registerUnit(name: string): UnitRuling {
  return name.trim() === ''
    ? refuse({ code: 'name-missing' })
    : accept([{ type: 'UnitRegistered', name: name.trim() }])
}

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

export type Registration = Readonly<{
  name: string
  unit: UnitId
  post: string
  appointedBy: Appointer
}>

export function registerOfficial(home: Unit, asked: Registration): OfficialRuling {
  const { name, unit, post, appointedBy } = asked
  if (name.trim() === '') return refuse({ code: 'name-missing' })
  if (post.trim() === '') return refuse({ code: 'post-missing' })
  if (home.status !== 'active') return refuse({ code: 'unit-not-active' })
  const words = { name: name.trim() }
  return accept([{ type: 'OfficialRegistered', unit, post: post.trim(), appointedBy, words }])
}

export function transferOfficial(
  official: Official,
  successor: Official,
  asked: Readonly<{ self: OfficialId; successor: OfficialId; today: Day }>,
): OfficialRuling {
  if (official.status !== 'inPost') return refuse({ code: 'official-not-in-post' })
  if (asked.self === asked.successor) return refuse({ code: 'successor-is-itself' })
  if (successor.status !== 'inPost') return refuse({ code: 'successor-not-active' })
  return accept([{ type: 'OfficialLeft', successor: asked.successor, on: asked.today }])
}

export function explainDirectoryRefusal(refusal: DirectoryRefusal): Bilingual {
  switch (refusal.code) {
    case 'name-missing':
      return bilingual(
        '没有填写名称。',
        '请填写后再登记。',
        'The name is missing.',
        'Give one and register again.',
      )
    case 'post-missing':
      return bilingual(
        '没有填写职务。',
        '请填写后再登记。',
        'The post is missing.',
        'Give it and register again.',
      )
    case 'unit-not-active':
      return bilingual(
        '该单位没有登记，或者已经并入其他单位。',
        '请选择现有的单位。',
        'The unit is not on record, or has merged into another.',
        'Choose an existing unit.',
      )
    case 'official-not-in-post':
      return bilingual(
        '该责任人没有登记，或者已经离任。',
        '请在人员名册中核对。',
        'The official is not on record, or has left the post.',
        'Check the directory.',
      )
    case 'successor-not-active':
      return bilingual(
        '接任的单位或者人员没有登记，或者已经变动。',
        '请先登记接任者，再办理变更；原有事项会一并转过去。',
        'The successor is not on record, or is no longer there.',
        'Register the successor first; everything owed then goes along.',
      )
    case 'successor-is-itself':
      return bilingual(
        '不能由自己接任自己。',
        '请选择另一个单位或者人员。',
        'Nobody succeeds himself.',
        'Choose another one.',
      )
  }
}
