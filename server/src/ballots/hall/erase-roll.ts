/**
 * The roll of a ballot cast here goes with the words of its opening: names in the log, in the two tables and in the published
 * register are one and the same. Places stand for names in the tables; the register itself is destroyed, because its hash was
 * signed with the names in it, and only what it came to is kept, so that the rest of the folder can still be verified here.
 * Source: PIPL art. 47; ballot.md §3.5 (the published register), §4 no. 4.
 */
import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readIssued, type IssuedCounts } from '@luoshi/ballots/bulletin/issued-register'
import { parsedJson } from '@luoshi/ballots/protocol/json'
import { textOf } from '@luoshi/ballots/protocol/bytes'
import type { HeldBallot } from '@luoshi/domain/ballots/ballot'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { isId, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { readAll } from '@luoshi/ledger/log/read'
import * as z from 'zod/mini'
import type { Outcome, World } from '../../execute/context.ts'
import { refused } from '../../execute/refused.ts'
import { ballotKind } from '../ballot-kind.ts'
import { folderOf, readFiles, writeWhole } from './bulletin-files.ts'
import { manifestOf } from './cast-state.ts'

export type Roll = Readonly<{ congress: CongressId; ballot: Id<'ballot'>; state: HeldBallot }>

/** The roll that these words name; refused while people still take tokens, vote or count by it. */
export async function rollIn(
  { db }: World,
  congress: CongressId,
  seq: number,
): Outcome<Roll | null> {
  const [event] = await readAll(db.pool, congress, seq, 1)
  if (event?.seq !== seq || event.type !== 'BallotOpened' || !isId('ballot', event.stream))
    return accept(null)
  const { state } = await ballotKind.load(db, congress, event.stream)
  if (state.status === 'none' || state.source.type !== 'castHere') return accept(null)
  const isOver = ['counted', 'announced', 'void'].includes(state.status)
  return isOver ? accept({ congress, ballot: event.stream, state }) : inUse()
}

/** May be done twice. */
export async function eraseRoll(world: World, { congress, ballot, state }: Roll): Promise<void> {
  const frozen = await manifestOf(world, congress, state)
  if (!frozen) return
  const { hash: mh, manifest } = frozen
  await world.db.transaction(congress, async (client) => {
    await client.query(
      `update luoshi.issuance i set voter = '第' || (v.place + 1) || '席' from luoshi.cast_voter v
        where i.congress = $1 and i.mh = $2 and v.congress = $1 and v.mh = $2 and v.voter = i.voter`,
      [congress, mh],
    )
    await client.query(
      `update luoshi.cast_voter set voter = '第' || (place + 1) || '席', account = null
        where congress = $1 and mh = $2`,
      [congress, mh],
    )
  })
  if (world.dataDir === undefined) return
  const at = { dataDir: world.dataDir }
  const register = (await readFiles(at, ballot))['issued.jsonl']
  if (!register) return
  const lines = textOf(register)
    .split('\n')
    .filter((line) => line !== '')
  const counts = readIssued(manifest.contests, lines)
  if (!counts.ok) throw new Error(`The register of ${ballot} does not read: ${counts.refusal.code}`)
  const sha256 = createHash('sha256').update(register).digest('hex')
  await writeWhole(
    folderOf(at, ballot),
    erasedFile,
    JSON.stringify({ sha256, issued: counts.value }),
  )
  await rm(join(folderOf(at, ballot), 'issued.jsonl'))
}

const erasedFile = 'issued.erased.json'

const kept = z.object({
  sha256: z.string(),
  issued: z.array(z.object({ tokens: z.array(z.int()), paper: z.int() })),
})

/** What the register came to, where it was erased. */
export async function erasedRegister(
  at: Readonly<{ dataDir: string }>,
  ballot: Id<'ballot'>,
): Promise<readonly IssuedCounts[] | undefined> {
  const text = await readFile(join(folderOf(at, ballot), erasedFile), 'utf8').catch(() => null)
  const read = text === null ? null : kept.safeParse(parsedJson(() => text))
  return read?.success ? read.data.issued : undefined
}

function inUse() {
  return refused(
    409,
    'roll-in-use',
    bilingual(
      '这次投票还没有结束，名册和发票登记还要用。',
      '请在开票结果确认或者作废以后再删除。',
      'This ballot is not over: its roll and its register are still needed.',
      'Erase them once it is counted or void.',
    ),
  )
}
