/**
 * Decisions that look at several streams without writing to all of them are made one after the other per congress:
 * by a lock of the database, which also holds between several servers. Within one process they queue before the lock,
 * so that waiting never uses up the connections that the one at work needs.
 */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { CongressDb } from './congress-db.ts'

const queues = new WeakMap<CongressDb, Map<CongressId, Promise<unknown>>>()

export async function oneAtATime<Value>(
  db: CongressDb,
  congress: CongressId,
  act: () => Promise<Value>,
): Promise<Value> {
  const ofDatabase = queues.get(db) ?? new Map<CongressId, Promise<unknown>>()
  queues.set(db, ofDatabase)
  const before = ofDatabase.get(congress) ?? Promise.resolve()
  const turn = before.then(
    () => locked(db, congress, act),
    () => locked(db, congress, act),
  )
  ofDatabase.set(congress, turn)
  try {
    return await turn
  } finally {
    if (ofDatabase.get(congress) === turn) ofDatabase.delete(congress)
  }
}

async function locked<Value>(
  db: CongressDb,
  congress: CongressId,
  act: () => Promise<Value>,
): Promise<Value> {
  return db.transaction(congress, async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [congress])
    return act()
  })
}
