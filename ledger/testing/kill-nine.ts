/**
 * Kills the server, PostgreSQL, its keeper, and all of them, with kill -9 under load, and counts what was acknowledged and lost:
 * `node ledger/testing/kill-nine.ts [ROUNDS] [DATA]`. Ends with 1 when anything is lost or the store does not open again by itself.
 */
import { readFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { engineLayout } from '../src/engine/engine-layout.ts'
import { openDatabase } from '../src/engine/open-database.ts'
import { scratchFolder } from './scratch-folder.ts'
import { startWriting } from './writing-process.ts'
import type { WritingProcess } from './writing-process.ts'

const victims = ['server', 'engine', 'server and engine', 'keeper', 'everything'] as const
type Victim = (typeof victims)[number]

type Tally = { rounds: number; acknowledged: number; lost: number; slowestReopenMs: number }

const rounds = Number(process.argv[2] ?? 50)
await using scratch = await scratchFolder('luoshi-kill-nine-')
const dataDir = process.argv[3] ?? join(scratch.path, '数据 data')
const tallies = new Map<Victim, Tally>()
const everAcknowledged = new Set<string>()

for (let round = 0; round < rounds; round += 1) {
  const victim = victims[round % victims.length] ?? 'everything'
  const tally = tallies.get(victim) ?? { rounds: 0, acknowledged: 0, lost: 0, slowestReopenMs: 0 }
  await playRound(victim, tally)
  tallies.set(victim, { ...tally, rounds: tally.rounds + 1 })
}
console.table(Object.fromEntries(tallies))
const lost = [...tallies.values()].reduce((sum, tally) => sum + tally.lost, 0)
console.log(`${rounds} rounds, ${everAcknowledged.size} acknowledged, ${lost} lost`)
process.exitCode = lost === 0 ? 0 : 1

async function playRound(victim: Victim, tally: Tally): Promise<void> {
  const writing = startWriting({ dataDir, clients: 8 })
  await writing.opened
  await writing.acknowledges(100)
  // Not always at the same point of a transaction.
  await after(Math.random() * 300)
  await kill(victim, writing)
  const serverLives = victim === 'engine' || victim === 'keeper'
  const begun = performance.now()
  if (serverLives) {
    await writing.acknowledges(50)
    writing.child.kill('SIGKILL')
  }
  await writing.exited
  const kept = await numbersAfterReopening()
  tally.slowestReopenMs = Math.round(Math.max(tally.slowestReopenMs, performance.now() - begun))
  for (const number of writing.acknowledged) everAcknowledged.add(number)
  tally.acknowledged += writing.acknowledged.size
  // Everything ever acknowledged, not only this round's: an old row may be lost by a later crash.
  tally.lost += [...everAcknowledged].filter((number) => !kept.has(number)).length
}

async function kill(victim: Victim, writing: WritingProcess): Promise<void> {
  const keeper = await keeperPid()
  const engine = await enginePid()
  if (victim === 'keeper' || victim === 'everything') process.kill(keeper, 'SIGKILL')
  if (victim !== 'server' && victim !== 'keeper') process.kill(engine, 'SIGKILL')
  if (victim !== 'engine' && victim !== 'keeper') writing.child.kill('SIGKILL')
}

async function numbersAfterReopening(): Promise<ReadonlySet<string>> {
  const database = await openDatabase({ dataDir })
  if (!database.ok) throw new Error(database.refusal.en)
  const { rows } = await database.value.pool.query<{ number: string }>(
    'SELECT number::text FROM luoshi.acknowledged',
  )
  await database.value.close()
  return new Set(rows.map((row) => row.number))
}

async function enginePid(): Promise<number> {
  const lock = await readFile(join(dataDir, 'pg18', 'postmaster.pid'), 'utf8')
  return Number(lock.split('\n')[0])
}

function keeperPid(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(engineLayout(dataDir).keeperSocket)
    socket.on('error', reject)
    socket.on('data', (greeting) => {
      resolve(Number(/"keeperPid":(\d+)/u.exec(greeting.toString())?.[1]))
      socket.end()
    })
  })
}
