/**
 * Counting ballots in a process of its own: a published folder at its worst (RSA-3072 twice, two locks, eight questions)
 * is made and verified; or tokens of surveys are checked, one after the other, while the memory is watched.
 */
import { constants, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { closeEvent, release, type Bulletin } from '@luoshi/ballots/bulletin/bulletin'
import { countingNatively } from '@luoshi/ballots/bulletin/native-open'
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import { contestKey, type ContestKey } from '@luoshi/ballots/issuing/blind-sign'
import { joined, sha256, toBase64url, type Bytes } from '@luoshi/ballots/protocol/bytes'
import { freezeManifest, type FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { tokenMessage } from '@luoshi/ballots/protocol/messages'
import { keptSecret, newSigningPair, signed } from '@luoshi/ballots/protocol/p256'
import { newCountKey } from '@luoshi/ballots/protocol/sealed-box'
import { surveyMessage } from '@luoshi/ballots/protocol/survey-message'
import { makeBallot } from '@luoshi/ballots/voting/cast-ballot'
import type { CastByToken } from '@luoshi/server/surveys/invited/cast-by-token'
import { provesItself } from '@luoshi/server/surveys/invited/proves-itself'
import { answerLines } from '../run/line-child.ts'

export type Counted = Readonly<{ wallMs: number; cpuMs: number; ballots: number; bytes: number }>

export type TokensChecked = Readonly<{
  checked: number
  wallMs: number
  cpuMs: number
  /** Of the floor: the two signatures alone, by the machine's own cryptography, with the keys at hand. */
  floorCpuMs: number
  memoryMb: readonly number[]
}>

export type CountJob = Readonly<
  { do: 'ballots'; ballots: number; times: number } | { do: 'tokens'; tokens: number }
>

function newKey(bits: 2048 | 3072): ContestKey {
  return contestKey(generateKeyPairSync('rsa', { modulusLength: bits }).privateKey)
}

/** What blinding, signing and unblinding come to: the signature without salt. */
function tokenOf({ secret }: ContestKey, prepared: Bytes): string {
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 0 } as const
  return toBase64url(sign('sha384', prepared, { key: secret, ...pss }))
}

async function worstFolder(ballots: number): Promise<Bulletin> {
  const [server, tellers] = [await newSigningPair(false), await newSigningPair(false)]
  const counting = [await newCountKey(), await newCountKey()]
  const keys = [newKey(3072), newKey(3072)]
  const options = ['满意', '基本满意', '不满意', '弃权']
  const frozen = await freezeManifest({
    v: 'rd-ballot/v1',
    title: '测速',
    kMin: 5,
    serverPk: toBase64url(server.point),
    tellerPk: toBase64url(tellers.point),
    locks: counting.map(({ point }) => ({ pk: toBase64url(point) })),
    contests: [
      {
        title: '八题',
        eligible: ballots,
        ptLen: 32,
        questions: Array.from({ length: 8 }, (_, at) => ({ t: `第${at + 1}题`, options })),
        issuers: keys.map(({ issuer }) => issuer),
      },
    ],
  })
  const made: { id: string; body: string }[] = []
  for (let n = 0; n < ballots; n += 1) made.push(await ballotBy(frozen, keys, n))
  const issued = Array.from({ length: ballots }, (_, at) => `代表${at}`).flatMap((v) =>
    [0, 1].map((i) => ({ c: 0, i, v })),
  )
  const at = '2026-11-27T02:00:00.000Z'
  const closed = await closeEvent({ frozen, secret: server.secret, issued, ballots: made, at })
  return { ...closed, 'release.json': release(counting) }
}

async function ballotBy(frozen: FrozenManifest, keys: readonly ContestKey[], n: number) {
  const pair = await newSigningPair(true)
  const pre = crypto.getRandomValues(new Uint8Array(32))
  const prepared = joined(pre, tokenMessage(frozen.mh, 0, pair.point))
  const token = {
    c: 0,
    secret: toBase64url(await keptSecret(pair.secret)),
    pk: toBase64url(pair.point),
    pre: toBase64url(pre),
    tok: keys.map((key) => tokenOf(key, prepared)),
  }
  const marks = Array.from({ length: 8 }, (_, at) => (n + at) % 4)
  const ballot = await makeBallot(frozen, token, marks)
  if (!ballot.ok) throw new Error(ballot.refusal.code)
  return { id: ballot.value.id, body: ballot.value.text }
}

async function countBallots(ballots: number, times: number): Promise<readonly Counted[]> {
  const folder = await worstFolder(ballots)
  const bytes = folder['sealed.jsonl']?.length ?? 0
  const counted: Counted[] = []
  for (let n = 0; n < times; n += 1) {
    const [began, before] = [performance.now(), process.cpuUsage()]
    const verdict = await verifyBulletin(folder, {}, countingNatively)
    const { user, system } = process.cpuUsage(before)
    if (!verdict.ok) throw new Error(verdict.refusal.code)
    const { cast } = verdict.value.result?.total[0] ?? { cast: 0 }
    const wallMs = performance.now() - began
    counted.push({ wallMs, cpuMs: (user + system) / 1000, ballots: cast, bytes })
  }
  return counted
}

const stretch = 1_000

/** Other tokens in each stretch; made, checked and let go, so that only what the checking keeps stays in memory. */
async function checkTokens(tokens: number): Promise<TokensChecked> {
  const key = newKey(2048)
  const mh = await sha256(new Uint8Array(32))
  const contest = { issuers: [key.issuer] }
  const memoryMb: number[] = []
  let [checked, wallMs, cpuMs, floorCpuMs] = [0, 0, 0, 0]
  while (checked < tokens) {
    const made: CastByToken[] = []
    for (let n = 0; n < stretch; n += 1) made.push(await castBy(key, mh))
    const [began, before] = [performance.now(), process.cpuUsage()]
    for (const one of made)
      if (!provesItself({ mh }, contest, one)) throw new Error('a token does not hold')
    const used = process.cpuUsage(before)
    wallMs += performance.now() - began
    cpuMs += (used.user + used.system) / 1000
    checked += made.length
    floorCpuMs += floorOf(key, mh, made)
    if (checked % (10 * stretch) === 0 || checked >= tokens)
      memoryMb.push(process.memoryUsage.rss() / 1e6)
  }
  return { checked, wallMs, cpuMs, floorCpuMs, memoryMb }
}

const said = '{"q1":"satisfied","q2":"mostly"}'

async function castBy(key: ContestKey, mh: Bytes): Promise<CastByToken> {
  const pair = await newSigningPair(false)
  const pre = crypto.getRandomValues(new Uint8Array(32))
  const tok = tokenOf(key, joined(pre, tokenMessage(mh, 0, pair.point)))
  const sig = toBase64url(await signed(pair.secret, surveyMessage(mh, 0, pair.point, said)))
  return { c: 0, pk: toBase64url(pair.point), pre: toBase64url(pre), tok, sig, body: said }
}

/** Both signatures of each, nothing else: no reading, no thread, the issuer's key imported once. */
function floorOf({ secret }: ContestKey, mh: Bytes, made: readonly CastByToken[]): number {
  const issuer = createPublicKey(secret)
  const parts = made.map(({ pk, pre, tok, sig }) => {
    const [point, prefix] = [Buffer.from(pk, 'base64url'), Buffer.from(pre, 'base64url')]
    const spki = Buffer.concat([spkiHead, point])
    return {
      key: createPublicKey({ key: spki, format: 'der', type: 'spki' }),
      prepared: joined(prefix, tokenMessage(mh, 0, point)),
      message: surveyMessage(mh, 0, point, said),
      token: Buffer.from(tok, 'base64url'),
      sig: Buffer.from(sig, 'base64url'),
    }
  })
  const before = process.cpuUsage()
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 0 } as const
  for (const { key, prepared, message, token, sig } of parts) {
    const holds =
      verify('sha384', prepared, { key: issuer, ...pss }, token) &&
      verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, sig)
    if (!holds) throw new Error('a token does not hold')
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** What stands before the 65 bytes of a point of P-256 in its usual writing. */
const spkiHead = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')

await answerLines(async (line): Promise<readonly Counted[] | TokensChecked> => {
  const job: CountJob = JSON.parse(line)
  return job.do === 'ballots' ? countBallots(job.ballots, job.times) : checkTokens(job.tokens)
})
