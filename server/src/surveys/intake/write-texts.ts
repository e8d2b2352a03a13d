/** Texts of a tray as rows; each is sealed, and there are few. */
import { rowsRoot } from '@luoshi/ledger/merkle/rows-root'
import type { CongressDb } from '../../execute/congress-db.ts'
import { textLine } from './entries.ts'
import type { PackedRows } from './packed-rows.ts'
import type { FoundTray } from './trays.ts'
import { writeBatch } from './write-batch.ts'

export function writeTexts(db: CongressDb, tray: FoundTray, rows: PackedRows): Promise<number> {
  const { congress, survey } = tray
  return writeBatch(db, tray, rows, {
    name: 'survey_text',
    gather: async (places) => {
      const texts = [...places].map((place) => ({
        id: rows.idAt(place).toString('hex'),
        box: rows.saidAt(place).toString('base64'),
      }))
      return {
        root: await rowsRoot(texts.map(textLine)),
        count: async () => undefined,
        insert: async (client, batch) => {
          const { rowCount } = await client.query(
            `insert into luoshi.survey_text (congress, survey, id, sealed, batch)
              select $1, $2, decode(x.id, 'hex'), decode(x.box, 'base64'), $3
              from unnest($4::text[], $5::text[]) x (id, box) on conflict do nothing`,
            [congress, survey, batch, texts.map(({ id }) => id), texts.map(({ box }) => box)],
          )
          return rowCount ?? 0
        },
      }
    },
  })
}
