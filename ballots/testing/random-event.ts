/**
 * Events by chance: of any shape, voted by anybody, and about half of them tampered with by someone who holds the
 * server's key and signs the close again, so that the deeper steps of a verifier are reached.
 */
import {
  closeEvent,
  release,
  statePaper,
  writeResult,
  type Bulletin,
  type IssuedLine,
} from '../src/bulletin/bulletin.ts'
import { writeStatement } from '../src/bulletin/statement.ts'
import { emptyTally, withBallot, type ContestTally, type Tally } from '../src/bulletin/tally.ts'
import { verifyBulletin } from '../src/bulletin/verify-bulletin.ts'
import {
  bytesOf,
  fromBase64url,
  sha256Hex,
  textOf,
  toBase64url,
  type Bytes,
} from '../src/protocol/bytes.ts'
import { newCountKey } from '../src/protocol/sealed-box.ts'
import { joinShares } from '../src/tellers/count-lock.ts'
import { randomBy } from './mutations.ts'
import {
  ballotOf,
  castText,
  contestAt,
  issuedLines,
  paperFor,
  smallEvent,
  tokenFor,
  voterNames,
  type SmallEvent,
} from './small-event.ts'

type Chance = (below: number) => number

export async function randomBulletin(seed: number): Promise<Bulletin> {
  const chance = randomBy(seed)
  const voters = 1 + chance(4)
  const event = await smallEvent({
    voters,
    contests: 1 + chance(2),
    issuers: 1 + chance(2),
    kMin: 1 + chance(3),
  })
  event.box.open()
  await vote(event, voters, chance)
  await event.box.close()
  const honest = await publishBy(event, chance)
  return chance(2) === 0 ? honest : tampered(event, honest, chance)
}

async function vote(event: SmallEvent, voters: number, chance: Chance): Promise<void> {
  for (const [contest] of event.frozen.manifest.contests.entries()) {
    for (const voter of voterNames(voters)) {
      const does = chance(6)
      if (does === 0) await paperFor(event, voter, contest)
      if (does < 2) continue
      const token = await tokenFor(event, voter, contest)
      const marks = contestAt(event, contest).questions.map(({ options }) => {
        const mark = chance(options.length + 1)
        return mark === options.length ? null : mark
      })
      if (does > 2) await castText(event, (await ballotOf(event, token, marks)).text)
    }
  }
}

async function publishBy(event: SmallEvent, chance: Chance): Promise<Bulletin> {
  const { frozen, server, store, tellers } = event
  const issued = issuedLines(event)
  const closed = await closeEvent({
    frozen,
    secret: server.secret,
    issued,
    ballots: store.rows,
    at: '2026-11-27T02:00:00.000Z',
  })
  if (chance(4) === 0) return closed
  const keys = []
  for (const { pk, shares } of event.locks) {
    const key = await joinShares(pk, shares.slice(0, 2))
    if (key.ok) keys.push(key.value)
  }
  const paper = paperTally(event, issued, chance)
  const open = {
    ...closed,
    'release.json': release(keys),
    ...(chance(3) === 0 ? {} : { 'paper.json': await statePaper(frozen, tellers.secret, paper) }),
  }
  const verdict = await verifyBulletin(open)
  const total =
    verdict.ok && verdict.value.result ? verdict.value.result.total : emptyTally(frozen.manifest)
  return chance(3) === 0 ? open : { ...open, 'result.json': writeResult(frozen, total) }
}

function paperTally({ frozen }: SmallEvent, issued: readonly IssuedLine[], chance: Chance): Tally {
  return emptyTally(frozen.manifest).map((empty, at): ContestTally => {
    const most = issued.filter((line) => 'paper' in line && line.c === at).length
    let tally = empty
    for (let cast = chance(most + 1); cast > 0; cast -= 1) {
      const marks = tally.questions.map(({ counts }) => chance(counts.length))
      tally = withBallot(tally, chance(5) === 0 ? undefined : marks)
    }
    return tally
  })
}

/** Files as their bytes, the close signed again over whatever they are now. */
async function closedAgain(
  event: SmallEvent,
  folder: Bulletin,
  sealed: Bytes,
  issued: Bytes,
  ballots: number,
): Promise<Bulletin> {
  const stated = {
    kind: 'close',
    manifest: event.frozen.hash,
    sealed: await sha256Hex(sealed),
    issued: await sha256Hex(issued),
    ballots,
    at: '2026-11-27T02:00:00.000Z',
  }
  const close = await writeStatement(event.server.secret, stated)
  return { ...folder, 'sealed.jsonl': sealed, 'issued.jsonl': issued, 'close.json': close }
}

const linesOf = (bytes: Bytes | undefined): string[] =>
  textOf(bytes ?? new Uint8Array())
    .split('\n')
    .filter((line) => line !== '')
const fileOf = (lines: readonly string[]): Bytes =>
  bytesOf(lines.map((line) => `${line}\n`).join(''))

async function tampered(event: SmallEvent, folder: Bulletin, chance: Chance): Promise<Bulletin> {
  const [sealed, issued] = [linesOf(folder['sealed.jsonl']), linesOf(folder['issued.jsonl'])]
  const ballots = sealed.length
  switch (chance(10)) {
    case 0:
      return closedAgain(
        event,
        folder,
        fileOf(changedLine(sealed, chance)),
        fileOf(issued),
        ballots,
      )
    case 1:
      return closedAgain(
        event,
        folder,
        fileOf(sealed),
        fileOf(changedLine(issued, chance)),
        ballots,
      )
    case 2:
      return closedAgain(event, folder, fileOf(sealed.toReversed()), fileOf(issued), ballots)
    case 3:
      return closedAgain(
        event,
        folder,
        fileOf([...sealed, ...sealed.slice(-1)]),
        fileOf(issued),
        ballots,
      )
    case 4:
      return closedAgain(event, folder, fileOf(sealed), fileOf(issued.slice(1)), ballots)
    case 5:
      return closedAgain(event, folder, fileOf(sealed), fileOf(issued), ballots + chance(3) - 1)
    case 6:
      return { ...folder, 'release.json': release([await newCountKey(), await newCountKey()]) }
    case 7:
      return {
        ...folder,
        'result.json': writeResult(event.frozen, emptyTally(event.frozen.manifest)),
      }
    case 8:
      return { ...folder, 'objections.jsonl': await objection(event, chance) }
    default:
      return closedAgain(
        event,
        folder,
        bytesOf(strange[chance(strange.length)] ?? ''),
        fileOf(issued),
        ballots,
      )
  }
}

const strange = [
  '\n',
  '{}\n',
  '[]\n',
  'null\n',
  '{"c":0}\n',
  '{"c":0',
  '\uFEFF{}\n',
  '"\\ud800"\n',
  '1e400\n',
  '-0\n',
  'NaN\n',
  `${'['.repeat(3_000)}\n`,
]

function changedLine(lines: readonly string[], chance: Chance): readonly string[] {
  const at = chance(Math.max(lines.length, 1))
  const line = lines[at] ?? '{"c":0,"i":0,"v":"第9席"}'
  const value: Record<string, unknown> = JSON.parse(line)
  const fields = Object.keys(value)
  const field = fields[chance(fields.length)] ?? 'c'
  const changes: readonly (() => string)[] = [
    () => JSON.stringify({ ...value, [field]: turned(value[field], chance) }),
    () => JSON.stringify({ ...value, [field]: oddities[chance(oddities.length)] }),
    () => JSON.stringify({ ...value, more: 1 }),
    () => line.replace(':', ': '),
    () => line.replace('"c":0', '"c":0.0'),
    () => line.replace('"c":0', '"c":-0'),
    () => line.slice(0, chance(line.length)),
    () => line.replace('第', '\\u7b2c'),
  ]
  const changed = changes[chance(changes.length)]?.() ?? line
  return lines.length === 0 ? [changed] : lines.with(at, changed)
}

const oddities = [
  null,
  true,
  0,
  1,
  -1,
  1.5,
  65_536,
  '',
  'AAAA',
  '=',
  [],
  ['AAAA'],
  {},
  '第1席',
  '\u007f',
  '\u2028',
  '😀',
]

function turned(value: unknown, chance: Chance): unknown {
  const text = Array.isArray(value) ? value[0] : value
  const bytes = typeof text === 'string' ? fromBase64url(text) : undefined
  if (!bytes || bytes.length === 0) return value
  const at = chance(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8))
  const other = toBase64url(bytes)
  return Array.isArray(value) ? [other, ...value.slice(1)] : other
}

async function objection({ box, frozen, store }: SmallEvent, chance: Chance): Promise<Bytes> {
  const row = store.rows[chance(Math.max(store.rows.length, 1))]
  const answer = row && (await box.cast(frozen.hash, row.body))
  const receipt =
    answer?.ok && answer.value.kind === 'receipt' ? answer.value.receipt : { id: '00', sig: '' }
  const wrong = chance(2) === 0 ? { ...receipt, id: receipt.id.replaceAll(/\d/g, '0') } : receipt
  return fileOf([JSON.stringify(wrong), 'no json', '7'])
}
