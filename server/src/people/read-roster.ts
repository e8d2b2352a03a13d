/**
 * The roster as papers order it: office, then rank, then strokes of the name (按姓氏笔画为序); never by what people did.
 * For the committee's side; a unit's people see those of their own unit.
 */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { capacities, offices, type Capacity, type KnownPerson } from '@luoshi/domain/people/person'
import { accept } from '@luoshi/domain/kernel/result'
import type { PersonRow } from '../contract/roster.ts'
import type { Outcome, World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

const strokes = new Intl.Collator('zh-u-co-stroke')

type Found = {
  id: string
  version: number
  doc: KnownPerson
  unit_name: string | null
  account_name: string | null
}

export async function readRoster(
  world: World,
  by: Principal,
  only: Readonly<{ capacity?: Capacity | undefined; id?: Id<'person'> | undefined }> = {},
): Promise<readonly PersonRow[]> {
  const { sees } = scopeOf(by)
  if (sees === 'none' && !by.roles.includes('admin')) return []
  const rows = await world.db.rows<Found>(by.congress, {
    name: 'roster',
    text: `select r.id, r.version, r.doc, u.name as unit_name, a.name as account_name
      from luoshi.record_view r
        left join luoshi.unit_view u on u.congress = r.congress and u.id = r.unit and u.to_seq is null
        left join luoshi.account a on a.congress = r.congress and a.id = r.doc ->> 'account'
      where r.congress = $1 and r.kind = 'person' and r.to_seq is null
        and ($2::text is null or r.unit = $2) and ($3::text is null or r.id = $3)
        and ($4::text is null or r.doc ->> 'capacity' = $4)
      limit 10000`,
    values: [by.congress, sees === 'unit' ? by.unit : null, only.id ?? null, only.capacity ?? null],
  })
  return rows.map(rowOf).toSorted(inOrder)
}

export async function readPerson(
  world: World,
  by: Principal,
  id: Id<'person'>,
): Outcome<PersonRow> {
  const [row] = await readRoster(world, by, { id })
  return row ? accept(row) : notFound()
}

function rowOf({ id, version, doc, unit_name, account_name }: Found): PersonRow {
  const { status, capacity, name, office, order, unit, place, post, term, account, since } = doc
  return {
    id: idOf('person', id),
    version,
    status,
    capacity,
    name,
    office,
    order,
    unit,
    unitName: unit_name,
    place,
    post,
    term,
    account,
    accountName: account_name,
    since,
    leave: doc.status === 'onLeave' ? doc.leave : null,
    leftOn: doc.status === 'left' ? doc.leftOn : null,
    cause: doc.status === 'left' ? doc.cause : null,
  }
}

const last = Number.MAX_SAFE_INTEGER

function inOrder(a: PersonRow, b: PersonRow): number {
  const gone = Number(a.status === 'left') - Number(b.status === 'left')
  const body = capacities.indexOf(a.capacity) - capacities.indexOf(b.capacity)
  const office = officeRank(a) - officeRank(b)
  const order = (a.order ?? last) - (b.order ?? last)
  return (
    gone || body || office || order || strokes.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)
  )
}

function officeRank({ office }: PersonRow): number {
  return office === null ? offices.length : offices.indexOf(office)
}
