/** Steps on the roster of people. */
import type { AccountId, Id } from '@luoshi/domain/kernel/ids'
import {
  decidePerson,
  type Namesake,
  type PersonCommand,
} from '@luoshi/domain/people/person-decider'
import { explainPersonRefusal } from '@luoshi/domain/people/person-refusals'
import type { Capacity } from '@luoshi/domain/people/person'
import { accept } from '@luoshi/domain/kernel/result'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refused } from '../execute/refused.ts'
import { oneAtATime } from '../execute/one-at-a-time.ts'
import { accountNames } from './account-names.ts'
import { personKind } from './person-kind.ts'
import { unitObstacle } from './responsible-obstacle.ts'
import { termKind } from './term-kinds.ts'

type Registering = Omit<
  Extract<PersonCommand, Readonly<{ type: 'RegisterPerson' }>>,
  'type' | 'namesakes'
>

export type RegisterAsked = Asked & Readonly<{ entry: Registering }>

/** One at a time, so that two clerks cannot enter the same person side by side. */
export async function putPersonOnRoster(
  world: World,
  { entry, ...asked }: RegisterAsked,
): Outcome<RecordDone<'person'>> {
  if (!mayGive(asked, 'RegisterPerson')) return forbidden()
  const { congress } = asked.by
  return oneAtATime(world.db, congress, async () => {
    if (entry.unit !== null) {
      const there = await unitObstacle(world.db, congress, entry.unit)
      if (!there.ok) return there
    }
    if (entry.term !== null) {
      const { state } = await termKind.load(world.db, congress, entry.term)
      if (state.status === 'none') return notFound()
    }
    const namesakes = await namesakesOf(world, asked, entry.capacity, entry.name)
    const step = { ...asked, person: newId('person'), version: 0 }
    return onPerson(world, step, { type: 'RegisterPerson', ...entry, namesakes })
  })
}

type OfPerson = Asked & Readonly<{ person: Id<'person'>; version: number }>

type Changing = Exclude<PersonCommand, Readonly<{ type: 'RegisterPerson' }>>

export async function changePerson(
  world: World,
  asked: OfPerson & Readonly<{ told: Changing }>,
): Outcome<RecordDone<'person'>> {
  const { told } = asked
  if (!mayGive(asked, told.type)) return forbidden()
  const obstacle = await obstacleTo(world, asked, told)
  return obstacle.ok ? onPerson(world, asked, told) : obstacle
}

async function obstacleTo({ db }: World, { by }: Asked, told: Changing): Outcome<true> {
  if (told.type === 'AmendPerson' && told.unit !== null)
    return unitObstacle(db, by.congress, told.unit)
  if (told.type === 'LinkPerson' && told.account !== null) {
    const known = await accountNames(db, by.congress, [told.account])
    return known.has(told.account) ? freeAccount(db, by, told.account) : noSuchAccount()
  }
  if (told.type === 'BeginLeave' && told.acting !== null) {
    const { state } = await personKind.load(db, by.congress, told.acting)
    if (state.status === 'none') return notFound()
  }
  return accept(true)
}

/** One account is one person: else nobody could say who a recusal means. */
async function freeAccount(db: World['db'], by: Asked['by'], account: AccountId): Outcome<true> {
  const [taken] = await db.rows<{ title: string }>(by.congress, {
    text: `select title from luoshi.record_view where congress = $1 and kind = 'person'
      and to_seq is null and status <> 'left' and doc ->> 'account' = $2`,
    values: [by.congress, account],
  })
  if (!taken) return accept(true)
  return refused(
    409,
    'account-linked-already',
    bilingual(
      `这个账号已经关联${taken.title}。`,
      '请先解除原来的关联。',
      `This account is ${taken.title}’s already.`,
      'Unlink it there first.',
    ),
  )
}

function noSuchAccount() {
  return refused(
    409,
    'account-unknown',
    bilingual(
      '没有这个账号。',
      '请先由系统管理员开通账号。',
      'There is no such account.',
      'Have the administrator invite it first.',
    ),
  )
}

async function namesakesOf(
  { db }: World,
  { by }: Asked,
  capacity: Capacity,
  name: string,
): Promise<readonly Namesake[]> {
  return db.rows<Namesake>(by.congress, {
    text: `select id, unit, coalesce(doc ->> 'place', '') as place, coalesce(doc ->> 'post', '') as post
      from luoshi.record_view where congress = $1 and kind = 'person' and to_seq is null
        and status <> 'left' and title = $2 and doc ->> 'capacity' = $3 order by id`,
    values: [by.congress, name.trim(), capacity],
  })
}

function onPerson(
  world: World,
  { by, key, person, version }: OfPerson,
  command: PersonCommand,
): Outcome<RecordDone<'person'>> {
  return takeRecordStep(world, personKind, {
    by,
    key,
    command: command.type,
    id: person,
    version,
    decide: (state) => {
      const ruling = decidePerson(state, command, todayOf(world))
      if (ruling.ok) return ruling
      return refused(409, ruling.refusal.code, explainPersonRefusal(ruling.refusal))
    },
  })
}
