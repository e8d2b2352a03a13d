/**
 * A program that takes answers of a survey and says which were acknowledged, to be killed by tests:
 * `node answering-process.ts DATA CONGRESS SURVEY`. Its trays are small and emptied all the time, so that it is killed in
 * the middle of everything. It prints `open`, then `ack ID` after each; what fails is sent again until it is taken.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { idOf } from '@luoshi/domain/kernel/ids'
import { openApplication } from '../src/application.ts'

const [dataDir = '', congress = '', survey = ''] = process.argv.slice(2)
const place = { congress: idOf('congress', congress), survey: idOf('survey', survey) }
const opened = await openApplication({ dataDir, trays: { most: 60, least: 1, waitMs: 20 } })
if (!opened.ok) throw new Error(opened.refusal.en)
const { intake } = opened.value.world
await intake.recover(place.congress)
console.log('open')
void empty()
await Promise.all(Array.from({ length: 16 }, answerForEver))

async function answerForEver(): Promise<never> {
  for (;;) {
    const id = randomBytes(16).toString('hex')
    const answer = JSON.stringify({ q1: Number.parseInt(id[0] ?? '0', 16) % 2 ? 'yes' : 'no' })
    const entry = { id, population: 'people', stratum: 'town', channel: 'site', answer }
    while ((await intake.takeAnswer(place, entry).catch(() => 'busy')) !== 'taken') await after(10)
    console.log(`ack ${id}`)
  }
}

async function empty(): Promise<never> {
  for (;;) {
    await intake.tick().catch(() => undefined)
    await after(15)
  }
}
