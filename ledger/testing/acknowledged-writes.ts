/**
 * A program that writes to the ledger and says what was acknowledged, to be killed by tests:
 * `node acknowledged-writes.ts DATA CLIENTS`. It prints `open`, then `ack COMMAND` after each commit;
 * when the engine dies it sends the same command again until that is answered.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { instant } from '@luoshi/domain/kernel/day'
import { openDatabase } from '../src/engine/open-database.ts'
import { openAppender } from '../src/log/append.ts'
import type { Commit } from '../src/log/event.ts'

const [dataDir = '', clients = '4'] = process.argv.slice(2)

const opened = await openDatabase({ dataDir })
if (!opened.ok) {
  console.log(`refused ${opened.refusal.code}`)
  process.exit(1)
}
const append = openAppender(opened.value.pool)
console.log('open')
process.on('SIGTERM', () => void opened.value.close().then(() => process.exit(0)))
await Promise.all(Array.from({ length: Number(clients) }, writeForEver))

async function writeForEver(): Promise<never> {
  for (;;) {
    const commit = nextCommit()
    await sendUntilAnswered(commit)
    console.log(`ack ${commit.command}`)
  }
}

async function sendUntilAnswered(commit: Commit): Promise<void> {
  for (;;) {
    try {
      const answer = await append(commit)
      if (answer.ok) return
      throw new Error(`the ledger refused an opinion: ${answer.refusal.code}`)
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('the ledger refused')) throw error
      await after(20)
    }
  }
}

/** An opinion and the matter it became, in one commit: after a crash the law must hold, so neither may be there alone. */
function nextCommit(): Commit {
  const [opinion, matter] = [`opinion_${randomUUID()}`, `matter_${randomUUID()}`]
  const shared = { opinion, appraisal: 'appraisal_one' }
  const text = '青禾路排水口被杂物堵住，雨天积水，请尽快清理。'
  return {
    congress: 'congress_kill_nine',
    command: randomUUID(),
    actor: 'clerk_one',
    at: instant(new Date().toISOString()),
    writes: [
      {
        stream: opinion,
        expected: 0,
        events: [{ type: 'OpinionRaised', facts: { ...shared, partOf: null }, words: { text } }],
      },
      {
        stream: matter,
        expected: 0,
        events: [{ type: 'MatterOpened', facts: shared, words: { title: '青禾路积水' } }],
      },
    ],
  }
}
