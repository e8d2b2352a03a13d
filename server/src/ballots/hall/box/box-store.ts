/** The box's own table: its rows, a sorted batch in one transaction, and nothing left after the close. */
import { surrendered, type BoxRow, type BoxStore } from '@luoshi/ballots/box/ballot-box'
import type { Pool } from 'pg'

export function databaseStore(pool: Pool, mh: string, written: () => void): BoxStore {
  return {
    idOf: async (contest, pk) => {
      const { rows } = await pool.query<{ id: string }>(
        'select id from luoshi.ballot where mh = $1 and contest = $2 and pk = $3',
        [mh, contest, pk],
      )
      return rows[0]?.id
    },
    write: async (rows) => {
      await pool.query(
        `insert into luoshi.ballot (mh, contest, pk, id, body)
          select $1, b.contest, b.pk, b.id, b.body
          from unnest($2::int[], $3::text[], $4::text[], $5::text[])
            with ordinality as b (contest, pk, id, body, place)
          order by b.place on conflict do nothing`,
        [
          mh,
          rows.map(({ contest }) => contest),
          rows.map(({ pk }) => pk),
          rows.map(({ id }) => id),
          rows.map(({ body }) => body),
        ],
      )
      written()
    },
  }
}

/** Of a ballot whose file is published: what stands in the file. */
export function publishedStore(rows: readonly BoxRow[]): BoxStore {
  const ids = new Map(rows.map(({ contest, pk, id }) => [`${contest} ${pk}`, id]))
  return {
    idOf: async (contest, pk) => ids.get(`${contest} ${pk}`),
    write: async () => undefined,
  }
}

export async function rowsOf(pool: Pool, mh: string): Promise<readonly BoxRow[]> {
  const { rows } = await pool.query<BoxRow>(
    'select contest, pk, id, body from luoshi.ballot where mh = $1 and id <> $2 order by id',
    [mh, surrendered],
  )
  return rows
}

/** Ballots in the contest that has most of them: as many people have cast at least. */
export async function receivedOf(pool: Pool, mh: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select coalesce(max(n), 0)::int as n from (
      select count(*) as n from luoshi.ballot where mh = $1 and id <> $2 group by contest) as each`,
    [mh, surrendered],
  )
  return rows[0]?.n ?? 0
}

/** The signed file is the record from now on. The table is written anew, so that no page shows what lay where. */
export async function dropEvent(pool: Pool, mh: string): Promise<void> {
  await pool.query('delete from luoshi.ballot where mh = $1', [mh])
  await pool.query('vacuum full luoshi.ballot')
}
