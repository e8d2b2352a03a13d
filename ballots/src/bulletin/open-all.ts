/** Ballots of a published file: each checked, their order and number, and opened. Many are under way at once. */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { toBase64url, type Bytes } from '../protocol/bytes.ts'
import type { FrozenManifest } from '../protocol/manifest.ts'
import { sealBinding } from '../protocol/messages.ts'
import { readVote, type Marks } from '../protocol/plain-vote.ts'
import { refusalOf, type ProtocolCode, type ProtocolRefusal } from '../protocol/refusals.ts'
import { checkBallot, type KnownBallot } from '../protocol/sealed-ballot.ts'
import type { CountKey } from '../protocol/sealed-box.ts'

/** Nothing when a box does not open. `keys`: in the order of the locks. */
export type OpenBox = (
  keys: readonly CountKey[],
  binding: Bytes,
  box: Bytes,
) => Promise<Bytes | undefined>

/** How a folder is counted. */
export type Counting = Readonly<{
  open: OpenBox
  /** What was checked and opened before, for whoever looks at the same sealed file again and again. */
  remembered: Readonly<{
    known: Map<string, ReturnType<typeof readSealed>>
    votes: Map<string, ReturnType<typeof openAll>>
  }> | null
}>

/** Of so many files; each as large as its ballots. */
const mostRemembered = 3

/** Made once for a key; the oldest goes. */
function rememberedIn<Value>(
  all: Map<string, Promise<Value>> | undefined,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const before = all?.get(key)
  if (before) return before
  const made = make()
  all?.set(key, made)
  made.catch(() => all?.delete(key))
  if (all && all.size > mostRemembered) all.delete(all.keys().next().value ?? '')
  return made
}

/** Enough to keep every processor busy, few enough to hold next to nothing in memory. */
const atOnce = 64

async function inStretches<One, Other>(
  all: readonly One[],
  make: (one: One) => Promise<Other>,
  take: (made: Other, place: number) => boolean,
): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce) {
    const made = await Promise.all(all.slice(from, from + atOnce).map(make))
    if (!made.every((one, at) => take(one, from + at))) return
  }
}

/** `lines` of sealed.jsonl, `stated` of them; the first fault in the order of the file is the one that is told. */
async function readSealed(
  frozen: FrozenManifest,
  lines: readonly string[],
  stated: number,
): Promise<Result<readonly KnownBallot[], ProtocolRefusal>> {
  const known: KnownBallot[] = []
  const seen = new Set<string>()
  let fault: ProtocolRefusal | undefined
  await inStretches(
    lines,
    (line) => checkBallot(frozen, line),
    (checked, at) => {
      const code = checked.ok
        ? faultAfter(known, seen, checked.value)
        : inFile(checked.refusal.code)
      if (code) fault = refusalOf(code, `sealed.jsonl ${at + 1}`)
      else if (checked.ok) known.push(checked.value)
      return fault === undefined
    },
  )
  if (fault) return refuse(fault)
  if (known.length !== stated) return refuse(refusalOf('COUNT_MISMATCH', 'sealed.jsonl'))
  return accept(known)
}

function faultAfter(
  known: readonly KnownBallot[],
  seen: Set<string>,
  { id, ballot }: KnownBallot,
): ProtocolCode | undefined {
  const before = known.at(-1)
  if (before && !(before.id < id)) return 'BAD_ORDER'
  const token = `${ballot.c} ${ballot.pk}`
  if (seen.has(token)) return 'DUPLICATE_TOKEN'
  seen.add(token)
  return undefined
}

/** In a file, whatever is not the one writing of a ballot is a fault of form. */
function inFile(code: ProtocolCode): ProtocolCode {
  return code === 'BAD_ENCODING' || code === 'UNKNOWN_CONTEST' || code === 'TOO_BIG'
    ? 'BAD_FORMAT'
    : code
}

/** In the order of the ballots; nothing before the opening, and nothing for a spoiled one. */
async function openAll(
  { mh }: FrozenManifest,
  keys: readonly CountKey[] | null,
  known: readonly KnownBallot[],
  open: OpenBox,
): Promise<readonly (Marks | undefined)[]> {
  const votes: (Marks | undefined)[] = []
  if (!keys) return votes
  await inStretches(
    known,
    async ({ ballot, contest, pk, box }) => {
      const plain = await open(keys, sealBinding(mh, ballot.c, pk), box)
      return plain && readVote(contest, plain)
    },
    (vote) => votes.push(vote) > 0,
  )
  return votes
}

export type Sealed = Readonly<{
  /** As stated. */
  ballots: number
  sealed: readonly string[]
  /** Of the sealed file. */
  hash: string
}>

type Read = Readonly<{ known: readonly KnownBallot[]; votes: readonly (Marks | undefined)[] }>

/** Each ballot of the file, and what stands in it once the count keys are there. */
export async function readAll(
  frozen: FrozenManifest,
  { sealed, ballots, hash }: Sealed,
  keys: readonly CountKey[] | null,
  { open, remembered }: Counting,
): Promise<Result<Read, ProtocolRefusal>> {
  const file = `${frozen.hash} ${hash} ${ballots}`
  const known = await rememberedIn(remembered?.known, file, () =>
    readSealed(frozen, sealed, ballots),
  )
  if (!known.ok) return known
  const opening = `${file} ${(keys ?? []).map(({ scalar }) => toBase64url(scalar)).join(' ')}`
  const votes = await rememberedIn(remembered?.votes, opening, () =>
    openAll(frozen, keys, known.value, open),
  )
  return accept({ known: known.value, votes })
}
