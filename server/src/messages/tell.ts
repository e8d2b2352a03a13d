/** Puts lines into people's bells: once for each person, cause, thing and day, however often it is tried. */
import type { AccountId, CongressId, UnitId } from '@luoshi/domain/kernel/ids'
import { idOf } from '@luoshi/domain/kernel/ids'
import type { Day, Instant } from '@luoshi/domain/kernel/day'
import { isRole, type Role } from '@luoshi/domain/people/roles'
import type { MessageCause, MessageFacts } from '@luoshi/domain/supervision/message-causes'
import type { PoolClient } from 'pg'

export type NewNote = Readonly<{
  account: AccountId
  cause: MessageCause
  /** What it is about, for its link: a matter, a paper, or a page of the console. */
  thing: string
  facts: MessageFacts
}>

export async function putNotes(
  client: Pick<PoolClient, 'query'>,
  congress: CongressId,
  notes: readonly NewNote[],
  at: Readonly<{ day: Day; now: Instant }>,
): Promise<void> {
  if (notes.length === 0) return
  await client.query({
    text: `insert into luoshi.note (congress, account, cause, thing, day, facts, made_at)
      select $1, n.account, n.cause, n.thing, $3, n.facts, $4
      from jsonb_to_recordset($2::jsonb) n(account text, cause text, thing text, facts jsonb)
      on conflict (congress, account, cause, thing, day) do nothing`,
    values: [congress, JSON.stringify(notes), at.day, at.now],
  })
}

export type Person = Readonly<{
  account: AccountId
  roles: readonly Role[]
  unit: UnitId | null
}>

type FoundPerson = { id: string; roles: string[]; unit: string | null }

/** Everybody who can sign in, where they act now (0160); who is suspended is told nothing. */
export async function peopleOf(
  client: Pick<PoolClient, 'query'>,
  congress: CongressId,
): Promise<readonly Person[]> {
  const { rows } = await client.query<FoundPerson>({
    text: `select a.id, p.roles, p.unit from luoshi.account a
        cross join lateral luoshi.account_place(a.congress, a.id, a.roles, a.unit, a.official) p
      where a.congress = $1 and a.status = 'active'`,
    values: [congress],
  })
  return rows.map(({ id, roles, unit }) => ({
    account: idOf('account', id),
    roles: roles.filter(isRole),
    unit: unit === null ? null : idOf('unit', unit),
  }))
}

/** The people who act for a unit. */
export function ofUnit(people: readonly Person[], unit: string | null): readonly Person[] {
  return people.filter(
    (one) =>
      unit !== null &&
      one.unit === unit &&
      (one.roles.includes('official') || one.roles.includes('unitStaff')),
  )
}

export function ofRole(people: readonly Person[], ...roles: readonly Role[]): readonly Person[] {
  return people.filter((one) => roles.some((role) => one.roles.includes(role)))
}
