/** A process that does the day's scan and is killed by its parent while it does. */
import { instant } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { Pool } from 'pg'
import { congressCalendar } from '../../calendar/congress-calendar.ts'
import { congressDb } from '../../execute/congress-db.ts'
import { policyBook } from '../../execute/policy-book.ts'
import { scanOnce } from '../daily-scan.ts'

const [config = '{}', congress = '', now = ''] = process.argv.slice(2)

const pool = new Pool(JSON.parse(config))
const db = congressDb(pool)
const policies = policyBook(db, congressCalendar(db))
const world = { db, policies, now: () => instant(now) }
await scanOnce(world, idOf('congress', congress))
await pool.end()
