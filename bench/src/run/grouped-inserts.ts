/** The floor of V1: grouped inserts from a bare client, which has the machine to itself, on a table of the same shape. */
import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { processorTime, processorTimeOfFamily } from '../machine/processor-time.ts'
import { questions } from './survey-scene.ts'

/** Rows of one statement, and how many clients send them: about what our trays hold at 256 connections. */
const [grouped, clients] = [256, 2]

export const surveyFloor = `create table bench_floor.answer (
  survey text not null, id bytea not null, population text not null, stratum text not null,
  answer text not null, batch integer not null, primary key (survey, id))`

/** Processor time a row, in ms: all of it, and the database's alone. */
export type Floor = Readonly<{ rate: number; cpu: number; engine: number }>

/** The client's own share counts as the server's does in ours. */
export async function insertGrouped(
  owner: Pool,
  postmaster: number,
  count: number,
): Promise<Floor> {
  const answer = JSON.stringify(Object.fromEntries(questions.map((one) => [one, 'satisfied'])))
  let left = Math.max(1, Math.floor(count / grouped))
  const groups = left
  const used = () => [processorTime(process.pid) ?? 0, processorTimeOfFamily(postmaster) ?? 0]
  const [own = 0, engine = 0] = used()
  const began = performance.now()
  const client = async () => {
    while (left > 0) {
      left -= 1
      const ids = Array.from({ length: grouped }, () => randomBytes(16).toString('hex'))
      await owner.query(
        `insert into bench_floor.answer select 'one', decode(x.id, 'hex'), 'people', x.stratum, x.answer, 1
          from unnest($1::text[], $2::text[], $3::text[]) x (id, stratum, answer)`,
        [ids, ids.map(() => 'town'), ids.map(() => answer)],
      )
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const wallMs = performance.now() - began
  const rows = groups * grouped
  const [ownAfter = 0, engineAfter = 0] = used()
  return {
    rate: (rows / wallMs) * 1000,
    cpu: (ownAfter - own + engineAfter - engine) / rows,
    engine: (engineAfter - engine) / rows,
  }
}
