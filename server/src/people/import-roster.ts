/** Checking a roster against the directory, and writing it: all of it or nothing. */
import { dayInChina } from '@luoshi/domain/kernel/day'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { idOf, isId, type Id } from '@luoshi/domain/kernel/ids'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import {
  checkRoster,
  explainLineFault,
  missingColumnWords,
  missingColumns,
  type CheckedLine,
  type RosterLine,
  type SheetLine,
} from '@luoshi/domain/people/check-roster'
import { evolveOfficial, type OfficialEvent } from '@luoshi/domain/people/directory'
import type { Columns, RosterKind } from '@luoshi/domain/people/roster-columns'
import { noPerson, type PersonEvent } from '@luoshi/domain/people/person'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { alreadyDone, commit, write } from '../execute/commit.ts'
import { mayGive, oneMoment, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { oneAtATime } from '../execute/one-at-a-time.ts'
import { forbidden, refused, type Refused } from '../execute/refused.ts'
import { officialRow } from '../execute/view-rows.ts'
import { onRecordNow, standingUnits } from './on-record.ts'
import { personKind } from './person-kind.ts'
import { noOfficial } from './register.ts'

type Sheet = Readonly<{ kind: RosterKind; columns: Columns; lines: readonly SheetLine[] }>

export async function checkSheet(
  world: World,
  { kind, columns, lines, ...asked }: Asked & Sheet,
): Outcome<readonly CheckedLine[]> {
  if (!mayGive(asked, 'ImportRoster')) return forbidden()
  const missing = missingColumns(kind, columns)
  if (missing.length > 0) return refused(409, 'column-missing', missingColumnWords(missing))
  const { congress } = asked.by
  const [units, known] = await Promise.all([
    standingUnits(world.db, congress),
    onRecordNow(world.db, congress, kind),
  ])
  return accept(checkRoster(lines, { kind, columns, units, known }))
}

export type Choice = 'another' | 'skip' | Id<'person'>

export type ImportAsked = Asked & Sheet & Readonly<{ choices: Readonly<Record<string, Choice>> }>

export type Imported = Readonly<{ added: number; changed: number; same: number; skipped: number }>

export async function importRoster(world: World, asked: ImportAsked): Outcome<Imported> {
  if (!mayGive(asked, 'ImportRoster')) return forbidden()
  return oneAtATime(world.db, asked.by.congress, () => importNow(oneMoment(world), asked))
}

type Deed =
  | Readonly<{ does: 'add'; line: RosterLine }>
  | Readonly<{ does: 'change'; line: RosterLine; id: Id<'person'> }>
  | Readonly<{ does: 'nothing'; why: 'same' | 'skipped' }>

async function importNow(world: World, asked: ImportAsked): Outcome<Imported> {
  const checked = await checkSheet(world, asked)
  if (!checked.ok) return checked
  const deeds: Deed[] = []
  for (const line of checked.value) {
    const deed = deedOf(line, asked.choices[String(line.line.row)])
    if (!deed.ok) return deed
    deeds.push(deed.value)
  }
  const count = (is: (deed: Deed) => boolean) => deeds.filter(is).length
  const imported = {
    added: count(({ does }) => does === 'add'),
    changed: count(({ does }) => does === 'change'),
    same: count((deed) => deed.does === 'nothing' && deed.why === 'same'),
    skipped: count((deed) => deed.does === 'nothing' && deed.why === 'skipped'),
  }
  if (await alreadyDone(world.db, asked)) return accept(imported)
  const writes: StreamWrite[] = []
  for (const deed of deeds) {
    const written = await writeOf(world, asked, deed)
    if (written) writes.push(written)
  }
  if (writes.length === 0) return accept(imported)
  const done = await commit(world, asked, writes)
  return done.ok ? accept(imported) : done
}

function deedOf(checked: CheckedLine, choice: Choice | undefined): Result<Deed, Refused> {
  const { line } = checked
  if (choice === 'skip') return accept({ does: 'nothing', why: 'skipped' })
  switch (checked.verdict) {
    case 'wrong':
      return refused(409, checked.fault.code, explainLineFault(line.row, checked.fault))
    case 'same':
      return accept({ does: 'nothing', why: 'same' })
    case 'new':
      return accept({ does: 'add', line })
    case 'changed':
      return accept({ does: 'change', line, id: idOf('person', checked.of.id) })
    case 'doubtful': {
      if (choice === 'another') return accept({ does: 'add', line })
      const them = checked.like.find(({ id }) => id === choice)
      return choice !== undefined && checked.mayBeThem && them && isId('person', them.id)
        ? accept({ does: 'change', line, id: them.id })
        : undecided(line)
    }
  }
}

function undecided({ row, name }: RosterLine) {
  return refused(
    409,
    'line-undecided',
    bilingual(
      `第${row}行：名册上已有同名的${name}，还没有说明是不是同一个人。`,
      '请选择是原有的哪一位，或者选“另一个人”。',
      `Row ${row}: another ${name} is on record; it does not say whether it is the same person.`,
      'Choose who it is, or that it is another one.',
    ),
  )
}

async function writeOf(world: World, { by, kind }: ImportAsked, deed: Deed) {
  switch (deed.does) {
    case 'nothing':
      return null
    case 'add':
      return kind === 'official'
        ? officialWrite(world, deed.line)
        : personWrite(world, kind, deed.line)
    case 'change': {
      const before = await personKind.load(world.db, by.congress, deed.id)
      const { name, unitName: place, ...seat } = deed.line
      const { office, order, unit, post } = seat
      const event: PersonEvent = {
        type: 'PersonAmended',
        office,
        order,
        unit,
        post,
        words: { name, place },
      }
      return personKind.write(deed.id, before, [event])
    }
  }
}

function personWrite(world: World, capacity: Exclude<RosterKind, 'official'>, line: RosterLine) {
  const { office, order, unit, post, name, unitName: place } = line
  const on = dayInChina(world.now())
  const facts = { capacity, office, order, unit, post, term: null, on }
  const event = { type: 'PersonRegistered', ...facts, words: { name, place } } as const
  return personKind.write(newId('person'), { state: noPerson, version: 0 }, [event])
}

function officialWrite(world: World, line: RosterLine): StreamWrite {
  const { unit, post, appointedBy, name } = line
  if (unit === null || appointedBy === null) throw new Error(`Row ${line.row} was not checked`)
  const since = dayInChina(world.now())
  const facts = { unit, post, appointedBy, since }
  const event: OfficialEvent = { type: 'OfficialRegistered', ...facts, words: { name } }
  const after = evolveOfficial(noOfficial, event)
  if (after.status === 'none') throw new Error('No official is left')
  return write(newId('official'), 0, [event], officialRow(after))
}
