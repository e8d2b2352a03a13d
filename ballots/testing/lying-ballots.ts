/** Ballots that are well written, signed and hashed, and lie: what is sealed in them, which token they bear, where they stand. */
import { bytesOf, fromBase64url, joined, toBase64url, type Bytes } from '../src/protocol/bytes.ts'
import { ballotCore, ballotId, sealBinding } from '../src/protocol/messages.ts'
import { secretFrom, signed } from '../src/protocol/p256.ts'
import { sealed } from '../src/protocol/sealed-box.ts'
import { writeBallot } from '../src/protocol/sealed-ballot.ts'
import type { Token } from '../src/voting/take-token.ts'
import { mintedToken, twin, type Fields } from './changed-ballot.ts'
import { contestAt, type SmallEvent } from './small-event.ts'

type Line = Readonly<{ id: string; text: string }>

const bytesIn = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array()

const inOrder = (lines: readonly Line[]): readonly string[] =>
  lines.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(({ text }) => text)

/** Any box under a token, signed by its key. */
async function lineOf(
  { frozen }: SmallEvent,
  token: Token,
  box: Bytes,
  more: Partial<Fields> = {},
): Promise<Line> {
  const { c, pk, pre, tok, secret } = token
  const core = ballotCore(frozen.mh, more.c ?? c, bytesIn(pk), box)
  const sig = toBase64url(await signed(await secretFrom(bytesIn(secret)), core))
  const text = writeBallot({ c, pk, pre, tok, box: toBase64url(box), sig, ...more })
  return { id: await ballotId(core), text }
}

const locksOf = ({ frozen }: SmallEvent): readonly Bytes[] =>
  frozen.manifest.locks.map(({ pk }) => bytesIn(pk))

async function known(event: SmallEvent, lines: readonly string[]): Promise<readonly Line[]> {
  return Promise.all(
    lines.map(async (text) => {
      const { c, pk, box }: Readonly<{ c: number; pk: string; box: string }> = JSON.parse(text)
      return { id: await ballotId(ballotCore(event.frozen.mh, c, bytesIn(pk), bytesIn(box))), text }
    }),
  )
}

export async function wellWrittenBallots(
  event: SmallEvent,
  lines: readonly string[],
): Promise<readonly Readonly<{ what: string; lines: readonly string[] }>[]> {
  const standing = await known(event, lines)
  const keys = (contest: number) => event.keys.flatMap((own) => own[contest] ?? [])
  // Contest 1 has a token that nobody used: a ballot more is not too many.
  const token = await mintedToken(event.frozen, 1, keys(1))
  const other = await mintedToken(event.frozen, 0, keys(0))
  const locks = locksOf(event)
  const { ptLen } = contestAt(event)
  const binding = sealBinding(event.frozen.mh, 1, bytesIn(token.pk))
  const found: { what: string; lines: readonly string[] }[] = []
  const add = (what: string, line: Line) =>
    found.push({ what, lines: inOrder([...standing, line]) })
  const room = (...head: readonly number[]) =>
    joined(Uint8Array.from(head), new Uint8Array(ptLen - head.length))
  for (const [what, plain] of Object.entries({
    'a vote': room(1, 2, 0, 1),
    'a vote left blank': room(1, 2, 255, 255),
    'a vote of version 0': room(0, 2, 0, 1),
    'a vote of version 2': room(2, 2, 0, 1),
    'a vote of one question': room(1, 1, 0),
    'a vote of three': room(1, 3, 0, 1, 0),
    'an option out of range': room(1, 2, 4, 0),
    'an option out of range of the second': room(1, 2, 0, 2),
    'an option 254': room(1, 2, 254, 0),
    'padding that is not zero': joined(room(1, 2, 0, 1).slice(0, -1), Uint8Array.of(1)),
    'nothing but zeros': new Uint8Array(ptLen),
  }))
    add(what, await lineOf(event, token, await sealed(locks, binding, plain)))
  const vote = room(1, 2, 0, 1)
  add(
    'locks the other way round',
    await lineOf(event, token, await sealed(locks.toReversed(), binding, vote)),
  )
  add(
    'both locks the same',
    await lineOf(event, token, await sealed([...locks.slice(1), ...locks.slice(1)], binding, vote)),
  )
  add(
    'sealed for another contest',
    await lineOf(
      event,
      token,
      await sealed(locks, sealBinding(event.frozen.mh, 0, bytesIn(token.pk)), vote),
    ),
  )
  add('sealed for nobody', await lineOf(event, token, await sealed(locks, bytesOf(''), vote)))
  const box = await sealed(locks, binding, vote)
  for (const [what, at, byte] of [
    ['a point off the curve', 5, 1],
    ['a point compressed', 0, 6],
    ['a point of the hybrid form', 0, 2],
    ['a point at infinity', 0, 4],
    ['a tag turned', box.length - 1, 1],
    ['a vote turned', 140, 1],
  ] as const)
    add(
      what,
      await lineOf(
        event,
        token,
        box.map((one, place) => (place === at ? one ^ byte : one)),
      ),
    )
  add(
    'a point of zeros',
    await lineOf(event, token, joined(Uint8Array.of(4), new Uint8Array(64), box.slice(65))),
  )
  add(
    'as long a point with x of the field',
    await lineOf(
      event,
      token,
      joined(Uint8Array.of(4), new Uint8Array(64).fill(255), box.slice(65)),
    ),
  )
  add('a short box', await lineOf(event, token, box.slice(0, -1)))
  add('a long box', await lineOf(event, token, joined(box, Uint8Array.of(0))))
  add('the token of another contest', await lineOf(event, other, box, { c: 1 }))
  add(
    'tokens of the issuers changed over',
    await lineOf(event, token, box, { tok: token.tok.toReversed() }),
  )
  add(
    'one token twice',
    await lineOf(event, token, box, { tok: [...token.tok.slice(0, 1), ...token.tok.slice(0, 1)] }),
  )
  add('one token', await lineOf(event, token, box, { tok: token.tok.slice(0, 1) }))
  add('too many in a contest', await lineOf(event, other, box))
  const line = await lineOf(event, token, box)
  const fields: Fields = JSON.parse(line.text)
  add('a signature’s twin', { id: line.id, text: writeBallot(twin(fields)) })
  for (const [what, sig] of Object.entries({
    'a signature of zeros': new Uint8Array(64),
    'a signature of ones': new Uint8Array(64).fill(255),
    'a signature with s zero': joined(bytesIn(fields.sig).slice(0, 32), new Uint8Array(32)),
  }))
    add(what, { id: line.id, text: writeBallot({ ...fields, sig: toBase64url(sig) }) })
  const again = await lineOf(event, token, await sealed(locks, binding, vote))
  found.push(
    { what: 'two ballots of one token', lines: inOrder([...standing, line, again]) },
    { what: 'a ballot twice', lines: inOrder([...standing, line, line]) },
    {
      what: 'the twin beside it',
      lines: inOrder([...standing, line, { ...line, text: writeBallot(twin(fields)) }]),
    },
    { what: 'the order of arrival', lines: inOrder([...standing, line]).toReversed() },
    { what: 'a ballot left out', lines: inOrder(standing.slice(1)) },
    { what: 'no ballot', lines: [] },
  )
  return found
}
