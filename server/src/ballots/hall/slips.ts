/**
 * Slips with a code (领票条): for those without an account, and for tablets of the hall. One a person on the roll, handed out
 * face down; only the hash of a code is kept, so the codes are shown once, to be printed.
 * Source: ballot.md §3.1 (slip codes handed out face to face), §3.4.
 */
import { createHash } from 'node:crypto'
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'
import { newReceiptCode, readReceiptCode } from '../../voices/receipt-code.ts'

export type Slip = Readonly<{ voter: string; code: string }>

function hashOfSlip(mh: string, code: string): string {
  return createHash('sha256').update(`luoshi slip ${mh} ${code}`).digest('hex')
}

export async function newSlips(
  { db }: World,
  congress: CongressId,
  mh: string,
): Promise<readonly Slip[]> {
  const rows = await db.rows<{ voter: string }>(congress, {
    text: `select voter from luoshi.cast_voter where congress = $1 and mh = $2 order by place`,
    values: [congress, mh],
  })
  const slips = rows.map(({ voter }) => ({ voter, code: newReceiptCode() }))
  await db.rows(congress, {
    text: `update luoshi.cast_voter v set slip = s.slip
      from unnest($3::text[], $4::text[]) as s (voter, slip)
      where v.congress = $1 and v.mh = $2 and v.voter = s.voter`,
    values: [
      congress,
      mh,
      slips.map(({ voter }) => voter),
      slips.map(({ code }) => hashOfSlip(mh, code)),
    ],
  })
  return slips
}

export type WhoAsks = Readonly<{ slip: string }> | Readonly<{ account: AccountId }>

/** The name on the roll, or nothing. */
export async function voterWho(
  { db }: World,
  congress: CongressId,
  mh: string,
  who: WhoAsks,
): Promise<string | undefined> {
  const code = 'slip' in who ? readReceiptCode(who.slip) : null
  if ('slip' in who && code === null) return undefined
  const [row] = await db.rows<{ voter: string }>(congress, {
    text: `select voter from luoshi.cast_voter
      where congress = $1 and mh = $2 and (account = $3 or slip = $4)`,
    values: [
      congress,
      mh,
      'account' in who ? who.account : null,
      code === null ? null : hashOfSlip(mh, code),
    ],
  })
  return row?.voter
}
