/**
 * Kill -9 while answers come in: of the server, and of the server and its database engine in turn. No acknowledged answer
 * is lost, none is there twice, and the counts and the roots are those of the rows. `LUOSHI_KILL_ROUNDS=20` for the long
 * run; two rounds otherwise.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { idOf } from '@luoshi/domain/kernel/ids'
import { expect, it } from 'vitest'
import { eventually } from '../../../../ledger/testing/eventually.ts'
import { scratchFolder } from '../../../../ledger/testing/scratch-folder.ts'
import { openApplication } from '../../application.ts'
import { checkBatches } from './check-batches.ts'
import { readAnswered, readCounts } from './tally.ts'

const rounds = Number(process.env['LUOSHI_KILL_ROUNDS'] ?? 2)
const program = join(import.meta.dirname, '..', '..', '..', 'testing', 'answering-process.ts')
const place = {
  congress: idOf('congress', 'congress_killed1'),
  survey: idOf('survey', 'survey_killed1'),
}

it(
  `kill -9 of the intake, ${rounds} times: nothing acknowledged is lost or twice there`,
  async () => {
    await using scratch = await scratchFolder('luoshi-intake-kill-')
    const dataDir = join(scratch.path, '数据 data')
    const acknowledged = new Set<string>()
    for (let round = 0; round < rounds; round += 1) {
      const goal = acknowledged.size + 150 + Math.floor(Math.random() * 250)
      const child = startAnswering(dataDir, acknowledged)
      const gone = new Promise((ended) => child.once('close', ended))
      let isGone = false
      void gone.then(() => (isGone = true))
      await eventually('enough answers', () => acknowledged.size >= goal || isGone, 60_000)
      expect(isGone).toBe(false)
      if (round % 2 === 1) process.kill(await enginePid(dataDir), 'SIGKILL')
      child.kill('SIGKILL')
      await gone
    }
    const opened = await openApplication({ dataDir })
    if (!opened.ok) throw new Error(opened.refusal.en)
    const { world, database, close } = opened.value
    try {
      await world.intake.recover(place.congress)
      const taken = await world.intake.close(place)
      const { rows } = await database
        .ownerPool()
        .query<{ id: string }>(`select encode(id, 'hex') as id from luoshi.survey_answer`)
      const kept = rows.map(({ id }) => id)
      const lost = [...acknowledged].filter((id) => !new Set(kept).has(id))
      expect({ lost: lost.length, twice: kept.length - new Set(kept).size }).toEqual({
        lost: 0,
        twice: 0,
      })
      expect(taken.answers).toBe(kept.length)
      const [answered] = await readAnswered(world.db, place.congress, place.survey)
      expect(answered?.n).toBe(kept.length)
      const [counts] = await readCounts(world.db, place.congress, place.survey)
      const cells = counts?.strata.flatMap((one) => one.cells) ?? []
      expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(kept.length)
      const checked = await checkBatches(world.db, place)
      expect(checked).toEqual({ rows: kept.length, batches: taken.answerBatches, faults: [] })
      if (rounds > 2)
        console.log(
          `${rounds} rounds, ${acknowledged.size} acknowledged, ${kept.length} rows, ${taken.answerBatches} batches`,
        )
    } finally {
      await close()
    }
  },
  60_000 + rounds * 20_000,
)

function startAnswering(dataDir: string, acknowledged: Set<string>): ChildProcess {
  const child = spawn(process.execPath, [program, dataDir, place.congress, place.survey], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: undefined },
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('ack ')) acknowledged.add(line.slice(4))
  })
  return child
}

async function enginePid(dataDir: string): Promise<number> {
  const lock = await readFile(join(dataDir, 'pg18', 'postmaster.pid'), 'utf8')
  return Number(lock.split('\n')[0])
}
