/** A small event in which people have voted, and folders that somebody with the server’s key has changed. */
import {
  ballotOf,
  castText,
  issuedLines,
  paperFor,
  smallEvent,
  tokenFor,
  type SmallEvent,
} from './small-event.ts'
import { bytesOf, sha256Hex, fromBase64url, textOf, toBase64url } from '../src/protocol/bytes.ts'
import { sealBinding } from '../src/protocol/messages.ts'
import { secretFrom, signed } from '../src/protocol/p256.ts'
import { ballotCore } from '../src/protocol/messages.ts'
import { closeEvent, type Bulletin, type BulletinFile } from '../src/bulletin/bulletin.ts'
import type { Tally } from '../src/bulletin/tally.ts'
import { writeStatement } from '../src/bulletin/statement.ts'

/** Four of five have voted electronically, the fifth on paper. */
export async function voted(): Promise<SmallEvent> {
  const event = await smallEvent({ contests: 1, kMin: 2 })
  event.box.open()
  const marks = [
    [0, 0],
    [0, 0],
    [1, 0],
    [2, 1],
  ]
  for (const [at, mark] of marks.entries()) {
    const { text } = await ballotOf(event, await tokenFor(event, `第${at + 1}席`), mark)
    await castText(event, text)
  }
  await paperFor(event, '第5席')
  return event
}

export const onePaper: Tally = [
  {
    cast: 1,
    questions: [
      { counts: [1, 0, 0, 0], blank: 0, invalid: 0 },
      { counts: [1, 0], blank: 0, invalid: 0 },
    ],
  },
]

export const linesIn = (folder: Bulletin, file: BulletinFile): readonly string[] =>
  textOf(folder[file] ?? new Uint8Array())
    .split('\n')
    .filter((line) => line !== '')

export const fileOf = (lines: readonly string[]) =>
  bytesOf(lines.map((line) => `${line}\n`).join(''))

/** Closed anew over other contents by whoever has the server's key. */
export async function closedAnew(
  event: SmallEvent,
  change: Readonly<{
    ballots?: readonly Readonly<{ id: string; body: string }>[]
    issued?: ReturnType<typeof issuedLines>
  }>,
): Promise<Bulletin> {
  const { frozen, server, store } = event
  await event.box.close()
  const ballots = change.ballots ?? store.rows
  const issued = change.issued ?? issuedLines(event)
  return closeEvent({
    frozen,
    secret: server.secret,
    ballots,
    issued,
    at: '2026-11-27T02:00:00.000Z',
  })
}

/** A file put in and the close signed again over exactly these bytes. */
export async function signedOver(
  event: SmallEvent,
  folder: Bulletin,
  lines: readonly string[],
): Promise<Bulletin> {
  const file = fileOf(lines)
  const stated = {
    kind: 'close',
    manifest: event.frozen.hash,
    sealed: await sha256Hex(file),
    issued: await sha256Hex(folder['issued.jsonl'] ?? new Uint8Array()),
    ballots: lines.length,
    at: '2026-11-27T02:00:00.000Z',
  }
  return {
    ...folder,
    'sealed.jsonl': file,
    'close.json': await writeStatement(event.server.secret, stated),
  }
}

/** A ballot with a right token and signature over any box. */
export async function withBox(
  event: SmallEvent,
  voter: string,
  box: Uint8Array<ArrayBuffer> | undefined,
  make?: (binding: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const token = await tokenFor(event, voter)
  const point = fromBase64url(token.pk) ?? new Uint8Array()
  const content = box ?? (await make?.(sealBinding(event.frozen.mh, 0, point))) ?? new Uint8Array()
  const secret = await secretFrom(fromBase64url(token.secret) ?? new Uint8Array())
  const sig = await signed(secret, ballotCore(event.frozen.mh, 0, point, content))
  const { c, pk, pre, tok } = token
  return JSON.stringify({ c, pk, pre, tok, box: toBase64url(content), sig: toBase64url(sig) })
}
