/**
 * Who is recused from an appraisal, by roster and by account; and the one place where a command is refused for it.
 * A ballot takes them out of its voters with `withoutRecused` (domain/people/recusal.ts).
 */
import {
  isId,
  type AppraisalId,
  type CongressId,
  type MatterId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { isRecused, recusedWords, type RecusedPerson } from '@luoshi/domain/people/recusal'
import { may, type CommandType } from '@luoshi/domain/people/rights'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Outcome } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'

export type RecusedNames = Readonly<{ person: string | null; account: string | null }>

/** `0171-session-and-first-look.sql` asks the same together with the session. */
export function recusedFrom(
  db: CongressDb,
  congress: CongressId,
  appraisal: AppraisalId,
): Promise<readonly RecusedPerson[]> {
  return recusedFromAny(db, congress, appraisal, [])
}

/** A person who is linked to an account is recused under both names, whichever of them the record gives. */
async function recusedFromAny(
  db: CongressDb,
  congress: CongressId,
  appraisal: AppraisalId | null,
  matters: readonly MatterId[],
): Promise<readonly RecusedPerson[]> {
  const rows = await db.rows<RecusedNames>(congress, {
    name: 'recused-from',
    text: `select coalesce(p.id, r.parent) as person, coalesce(r.doc ->> 'account', p.doc ->> 'account') as account
      from luoshi.record_view r left join luoshi.record_view p
        on p.congress = r.congress and p.kind = 'person' and p.to_seq is null
          and (p.id = r.parent or p.doc ->> 'account' = r.doc ->> 'account')
      where r.congress = $1 and r.kind = 'recusal' and r.status = 'standing' and r.to_seq is null
        and (r.appraisal = $2 or r.appraisal in (select m.appraisal from luoshi.matter_view m
          where m.congress = $1 and m.id = any($3) and m.to_seq is null))
      order by r.id, p.id`,
    values: [congress, appraisal, matters],
  })
  return rows.map(recusedPerson)
}

/** The appraisals from which the person, or whom they act for, is recused. */
export async function ownRecusals(db: CongressDb, by: Principal): Promise<readonly AppraisalId[]> {
  const accounts = by.actingFor ? [by.account, by.actingFor.account] : [by.account]
  const rows = await db.rows<{ appraisal: string }>(by.congress, {
    name: 'own-recusals',
    text: `select distinct r.appraisal from luoshi.record_view r left join luoshi.record_view p
        on p.congress = r.congress and p.kind = 'person' and p.to_seq is null and p.id = r.parent
      where r.congress = $1 and r.kind = 'recusal' and r.status = 'standing' and r.to_seq is null
        and (r.doc ->> 'account' = any($2) or p.doc ->> 'account' = any($2))`,
    values: [by.congress, accounts],
  })
  return rows.flatMap(({ appraisal }) => (isId('appraisal', appraisal) ? [appraisal] : []))
}

export function recusedPerson({ person, account }: RecusedNames): RecusedPerson {
  return {
    person: person !== null && isId('person', person) ? person : null,
    account: account !== null && isId('account', account) ? account : null,
  }
}

/** A deputy is held by his own recusal and by that of the colleague he acts for. */
export function isRecusedHere(by: Principal, recused: readonly RecusedPerson[]): boolean {
  const accounts = by.actingFor ? [by.account, by.actingFor.account] : [by.account]
  return accounts.some((account) => isRecused({ person: null, account }, recused))
}

/** What a command is about: an appraisal, or matters of one or several. */
type Touched = Readonly<{
  unit: UnitId | null
  appraisal: AppraisalId | null
  matters?: readonly MatterId[]
  /** Who is recused from the appraisal, where that has been read already. */
  known?: readonly RecusedNames[] | null
}>

/** What is held for several appraisals together is done by nobody who is recused from one of them. */
export async function recusalFromEach(
  world: Readonly<{ db: CongressDb }>,
  by: Principal,
  command: CommandType,
  appraisals: readonly AppraisalId[],
): Outcome<true> {
  for (const appraisal of appraisals) {
    const barred = await recusalObstacle(world, by, command, { unit: null, appraisal })
    if (!barred.ok) return barred
  }
  return accept(true)
}

/** Refused when the rights table lets them, but their recusal does not. Asks the log only then. */
export async function recusalObstacle(
  { db }: Readonly<{ db: CongressDb }>,
  by: Principal,
  command: CommandType,
  on: Touched,
): Outcome<true> {
  const { appraisal, matters = [] } = on
  if (appraisal === null && matters.length === 0) return accept(true)
  const evenThen = may(by, command, on.unit, true)
  if (evenThen || !may(by, command, on.unit)) return accept(true)
  const recused =
    on.known?.map(recusedPerson) ?? (await recusedFromAny(db, by.congress, appraisal, matters))
  return isRecusedHere(by, recused) ? refused(403, 'recused', recusedWords) : accept(true)
}
