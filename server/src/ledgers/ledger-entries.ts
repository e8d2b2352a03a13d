/**
 * Lines of the ledger as they stood at one position of the log, in the order of their numbers, batch by batch. A file
 * that takes a while to write is of one moment all the same.
 */
import { idOf, type MatterId } from '@luoshi/domain/kernel/ids'
import { channels, raiserKinds } from '@luoshi/domain/opinions/opinion'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import { ledgerEntry, type LedgerEntry } from '@luoshi/domain/ledgers/ledger-entry'
import type { CongressDb } from '../execute/congress-db.ts'
import { conditions, parameters, type MatterQuestion } from '../matters/matter-query.ts'

type Row = {
  id: string
  number: number
  doc: OpenedMatter
  unit_name: string | null
  opinion: string | null
  raiser_kind: string | null
  channel: string | null
}

const rowsATime = 1000
/** So few that whoever asks for a page meanwhile does not wait for a thousand lines to be made. */
const linesATime = 200

export async function* ledgerEntries(
  db: CongressDb,
  question: MatterQuestion & Readonly<{ seq: number }>,
): AsyncGenerator<readonly LedgerEntry[]> {
  let after = 0
  for (;;) {
    const given = parameters()
    const where = conditions(question, given)
    const seq = given.add(question.seq)
    const holds = (view: string) =>
      `${view}.from_seq <= ${seq} and (${view}.to_seq is null or ${view}.to_seq > ${seq})`
    const text = `select m.id, m.number, m.doc, u.name as unit_name, o.text as opinion, o.channel,
        o.doc ->> 'raiserKind' as raiser_kind
      from (select m.* from luoshi.matter_view m where ${where} and m.number > ${given.add(after)}
        order by m.number limit ${given.add(rowsATime)}) m
      left join luoshi.unit_view u on u.congress = $1 and u.id = m.unit and ${holds('u')}
      left join luoshi.opinion_view o on o.congress = $1 and o.id = m.opinion and ${holds('o')}
      order by m.number`
    const rows = await db.rows<Row>(question.congress, { text, values: given.values })
    for (let from = 0; from < rows.length; from += linesATime)
      yield rows.slice(from, from + linesATime).map(entryOf)
    const last = rows.at(-1)
    if (!last || rows.length < rowsATime) return
    after = last.number
  }
}

/** All of them, for a comparison. */
export async function entriesByMatter(
  db: CongressDb,
  question: MatterQuestion & Readonly<{ seq: number }>,
): Promise<ReadonlyMap<MatterId, LedgerEntry>> {
  const all = new Map<MatterId, LedgerEntry>()
  for await (const entries of ledgerEntries(db, question))
    for (const entry of entries) all.set(entry.matter, entry)
  return all
}

function entryOf({ id, number, doc, unit_name, opinion, raiser_kind, channel }: Row): LedgerEntry {
  return ledgerEntry(idOf('matter', id), doc, {
    number,
    unitName: unit_name ?? '',
    opinion: opinion ?? doc.text,
    raiserKind: raiserKinds.find((one) => one === raiser_kind) ?? 'public',
    channel: channels.find((one) => one === channel) ?? 'letter',
  })
}
