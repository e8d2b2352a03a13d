/** Hand-over lists: the committee's side reads all, a unit those it is a side of. */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { matterStatuses } from '@luoshi/domain/matters/matter'
import { signerRoles, type KnownHandOver, type Side } from '@luoshi/domain/people/hand-over-list'
import { signersOf } from '@luoshi/domain/people/sign-hand-over'
import type { HandOverDetail, HandOverRow } from '../contract/hand-overs.ts'
import type { Outcome, World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

type Found = { id: string; version: number; number: number | null; doc: KnownHandOver }

async function find(world: World, by: Principal, only: string | null): Promise<readonly Found[]> {
  const { sees } = scopeOf(by)
  // Whoever left a post sees nothing of the unit any more, but the lists that name him.
  if (sees === 'none' && by.official === null) return []
  return world.db.rows<Found>(by.congress, {
    name: 'hand-overs',
    text: `select id, version, number, doc from luoshi.record_view
      where congress = $1 and kind = 'handover' and to_seq is null
        and ($2::text is null or id = $2)
        and ($5 or unit = $3 or doc -> 'from' ->> 'unit' = $3 or parent = $4 or official = $4)
      order by on_day desc, id desc limit 500`,
    values: [by.congress, only, sees === 'unit' ? by.unit : null, by.official, sees === 'all'],
  })
}

export async function readHandOvers(world: World, by: Principal): Promise<readonly HandOverRow[]> {
  const found = await find(world, by, null)
  const names = await namesOf(
    world,
    by,
    found.map(({ doc }) => doc),
  )
  return found.map((one) => rowOf(one, names))
}

export async function readHandOver(
  world: World,
  by: Principal,
  id: Id<'handover'>,
): Outcome<HandOverDetail> {
  const [found] = await find(world, by, id)
  if (!found) return notFound()
  const { doc } = found
  const names = await namesOf(world, by, [doc])
  const now = await statusesNow(
    world,
    by,
    doc.matters.map(({ matter }) => matter),
  )
  const open = signersOf(doc, by).filter((as) => !doc.signatures.some((one) => one.as === as))
  const signed = doc.signatures.some(({ account }) => account === by.account)
  return accept({
    list: rowOf(found, names),
    matters: doc.matters.map((one) => ({
      ...one,
      now: matterStatuses.find((status) => status === now.get(one.matter)) ?? one.status,
    })),
    signatures: doc.signatures.map(({ as, on, name, account, paper }) => ({
      as,
      on,
      name,
      byAccount: account !== null,
      paper: [...paper],
    })),
    maySign: signed ? [] : [...open],
  })
}

async function statusesNow(
  { db }: World,
  by: Principal,
  matters: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; status: string }>(by.congress, {
    text: `select id, status from luoshi.matter_view
      where congress = $1 and id = any($2) and to_seq is null`,
    values: [by.congress, matters],
  })
  return new Map(rows.map(({ id, status }) => [id, status]))
}

type Names = ReadonlyMap<string, string>

async function namesOf(
  { db }: World,
  by: Principal,
  lists: readonly KnownHandOver[],
): Promise<Names> {
  const ids = lists.flatMap(({ from, to }) => [from.unit, from.official, to.unit, to.official])
  const rows = await db.rows<{ id: string; name: string }>(by.congress, {
    text: `select id, name from luoshi.unit_view where congress = $1 and id = any($2) and to_seq is null
      union all
      select id, name from luoshi.official_view where congress = $1 and id = any($2) and to_seq is null`,
    values: [by.congress, [...new Set(ids.filter((id) => id !== null))]],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function rowOf({ id, version, number, doc }: Found, names: Names): HandOverRow {
  const { status, cause, on, from, to, caretaker, followedBy, matters, signatures } = doc
  return {
    id: idOf('handover', id),
    version,
    number: number ?? 0,
    status,
    cause,
    on,
    from: sideOf(from, names),
    to: sideOf(to, names),
    caretaker,
    followedBy,
    matters: matters.length,
    signed: signerRoles.filter((role) => signatures.some(({ as }) => as === role)),
  }
}

function sideOf({ unit, official }: Side, names: Names): HandOverRow['from'] {
  return {
    unit,
    unitName: unit === null ? null : (names.get(unit) ?? null),
    official,
    name: official === null ? null : (names.get(official) ?? null),
  }
}
