/** Accounts by name, for saying whose they are: only to who may link them. */
import { idOf, type AccountId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { mayGive, type Asked, type Outcome, type World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'

type Linkable = { id: AccountId; name: string; linked: boolean }

export async function linkableAccounts({ db }: World, asked: Asked): Outcome<{ rows: Linkable[] }> {
  if (!mayGive(asked, 'LinkPerson')) return forbidden()
  const rows = await db.rows<{ id: string; name: string; linked: boolean }>(asked.by.congress, {
    text: `select a.id, a.name, exists (select from luoshi.record_view p
        where p.congress = a.congress and p.kind = 'person' and p.to_seq is null
          and p.status <> 'left' and p.doc ->> 'account' = a.id) as linked
      from luoshi.account a where a.congress = $1 order by a.name, a.id limit 2000`,
    values: [asked.by.congress],
  })
  return accept({ rows: rows.map((row) => ({ ...row, id: idOf('account', row.id) })) })
}
