/** The box's own table: of each ballot one sealed writing, replaced as a whole, and nothing left after the close. */
import type { Pool } from 'pg'
import { writtenByAnother, type Disk } from './whole-store.ts'

/** Of a writing its nonce and tag name it; no two have them in common. */
const named = 28

export function databaseDisk(pool: Pool, mh: string): Disk {
  return {
    read: async () => {
      const { rows } = await pool.query<{ sealed: Buffer }>(
        'select sealed from luoshi.box_writing where mh = $1',
        [mh],
      )
      return rows[0]?.sealed
    },
    holds: async (before) => {
      const { rows } = await pool.query<{ named: Buffer }>(
        `select substr(sealed, 1, ${named}) as named from luoshi.box_writing where mh = $1`,
        [mh],
      )
      const [there] = rows
      if (!before || !there) return before === undefined && there === undefined
      return there.named.equals(before.subarray(0, named))
    },
    replace: async (before, next) => {
      const done = before
        ? await pool.query(
            `update luoshi.box_writing set sealed = $2 where mh = $1 and substr(sealed, 1, ${named}) = $3`,
            [mh, next, before.subarray(0, named)],
          )
        : await pool.query(
            'insert into luoshi.box_writing (mh, sealed) values ($1, $2) on conflict do nothing',
            [mh, next],
          )
      if (done.rowCount !== 1) throw new Error(writtenByAnother)
    },
  }
}

/** The signed file is the record from now on. The table is written anew, so that no page shows what lay where. */
export async function dropEvent(pool: Pool, mh: string): Promise<void> {
  await pool.query('delete from luoshi.box_writing where mh = $1', [mh])
  await pool.query('vacuum full luoshi.box_writing')
}
