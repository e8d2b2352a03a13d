/**
 * Kills the server, PostgreSQL, its keeper, and all of them, with kill -9 under load, counts what was acknowledged and lost,
 * and has a stranger verify the ledger's proof after every round:
 * `node ledger/testing/kill-nine.ts [ROUNDS] [DATA]`. Ends with 1 when anything is lost or the store does not open again by itself.
 */
import { readFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { instant } from '@luoshi/domain/kernel/day'
import { engineLayout } from '../src/engine/engine-layout.ts'
import { openDatabase } from '../src/engine/open-database.ts'
import type { Database } from '../src/engine/open-database.ts'
import { exportProof } from '../src/proof/export-proof.ts'
import { signingKey } from '../src/proof/signing-key.ts'
import { verifyProof } from '../src/proof/verify-proof.ts'
import { scratchFolder } from './scratch-folder.ts'
import { startWriting } from './writing-process.ts'
import type { WritingProcess } from './writing-process.ts'

const victims = ['server', 'engine', 'server and engine', 'keeper', 'everything'] as const
type Victim = (typeof victims)[number]

type Tally = {
  rounds: number
  acknowledged: number
  lost: number
  verified: number
  slowestReopenMs: number
}

const rounds = Number(process.argv[2] ?? 50)
await using scratch = await scratchFolder('luoshi-kill-nine-')
const dataDir = process.argv[3] ?? join(scratch.path, '数据 data')
const tallies = new Map<Victim, Tally>()
const noRounds: Tally = { rounds: 0, acknowledged: 0, lost: 0, verified: 0, slowestReopenMs: 0 }
const everAcknowledged = new Set<string>()

for (let round = 0; round < rounds; round += 1) {
  const victim = victims[round % victims.length] ?? 'everything'
  const tally = { ...(tallies.get(victim) ?? noRounds) }
  await playRound(victim, tally)
  tallies.set(victim, { ...tally, rounds: tally.rounds + 1 })
}
console.table(Object.fromEntries(tallies))
const lost = [...tallies.values()].reduce((sum, tally) => sum + tally.lost, 0)
const verified = [...tallies.values()].reduce((sum, tally) => sum + tally.verified, 0)
console.log(
  `${rounds} rounds, ${everAcknowledged.size} acknowledged, ${lost} lost, ${verified} proofs verified`,
)
process.exitCode = lost === 0 && verified === rounds ? 0 : 1

async function playRound(victim: Victim, tally: Tally): Promise<void> {
  const writing = startWriting({ dataDir, clients: 8 })
  await writing.opened
  await writing.acknowledges(100)
  // Not always at the same point of a transaction.
  await after(Math.random() * 300)
  await kill(victim, writing)
  const serverLives = victim === 'engine' || victim === 'keeper'
  if (serverLives) {
    await writing.acknowledges(50)
    writing.child.kill('SIGKILL')
  }
  await writing.exited
  const kept = await commandsAfterReopening(tally)
  for (const command of writing.acknowledged) everAcknowledged.add(command)
  tally.acknowledged += writing.acknowledged.size
  // Everything ever acknowledged, not only this round's: an old row may be lost by a later crash.
  tally.lost += [...everAcknowledged].filter((command) => !kept.has(command)).length
}

async function kill(victim: Victim, writing: WritingProcess): Promise<void> {
  const keeper = await keeperPid()
  const engine = await enginePid()
  if (victim === 'keeper' || victim === 'everything') process.kill(keeper, 'SIGKILL')
  if (victim !== 'server' && victim !== 'keeper') process.kill(engine, 'SIGKILL')
  if (victim !== 'engine' && victim !== 'keeper') writing.child.kill('SIGKILL')
}

async function commandsAfterReopening(tally: Tally): Promise<ReadonlySet<string>> {
  const begun = performance.now()
  const database = await openDatabase({ dataDir })
  if (!database.ok) throw new Error(database.refusal.en)
  tally.slowestReopenMs = Math.round(Math.max(tally.slowestReopenMs, performance.now() - begun))
  const { rows } = await database.value
    .ownerPool()
    .query<{ command: string }>('SELECT command FROM luoshi.event')
  const verified = await verifyAsAStranger(database.value)
  tally.verified += verified ? 1 : 0
  await database.value.close()
  return new Set(rows.map((row) => row.command))
}

async function verifyAsAStranger(database: Database): Promise<boolean> {
  const file = join(scratch.path, 'proof.txt')
  const key = await signingKey(database.dataDir)
  const options = { congress: 'congress_kill_nine', key, at: instant(new Date().toISOString()) }
  await exportProof(database.pool, options, file)
  const { ok, failures } = await verifyProof(file)
  if (!ok) console.log(failures.slice(0, 3))
  return ok
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
