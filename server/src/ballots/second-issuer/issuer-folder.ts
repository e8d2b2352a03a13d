/**
 * The tellers' own issuer, on a laptop of theirs: a folder with its keys, the hashes of its slips and its register, and
 * nothing of the server's. It knows slips that were handed out face down, and no names.
 *
 *     issuer.json     the public keys, one a contest, as they are registered for the manifest
 *     keys/           the secret ones
 *     slips.json      number and hash of each slip
 *     register.jsonl  {"c","v","z"} a token, written before the answer goes out
 *
 * Source: ballot.md §0 no. 6, §3.1 (issuer 2), §3.4.
 */
import { createHash, createPrivateKey, generateKeyPair } from 'node:crypto'
import { mkdir, open, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { contestKey, type ContestKey } from '@luoshi/ballots/issuing/blind-sign'
import type { Issuance, IssuanceRegister } from '@luoshi/ballots/issuing/issuer'
import { isRecord } from '@luoshi/ballots/protocol/json'
import type { Issuer } from '@luoshi/ballots/protocol/manifest'
import { newReceiptCode, readReceiptCode } from '../../voices/receipt-code.ts'

const makePair = promisify(generateKeyPair)

export type NewIssuer = Readonly<{
  folder: string
  contests: number
  slips: number
  bits: 2048 | 3072
}>

export type IssuerSlip = Readonly<{ label: string; code: string }>

/** The codes are answered once, to be printed; the folder keeps their hashes. */
export async function makeIssuer({
  folder,
  contests,
  slips,
  bits,
}: NewIssuer): Promise<Readonly<{ keys: readonly Issuer[]; slips: readonly IssuerSlip[] }>> {
  await mkdir(join(folder, 'keys'), { recursive: true, mode: 0o700 })
  const keys: Issuer[] = []
  for (let at = 0; at < contests; at += 1) {
    const { privateKey } = await makePair('rsa', {
      modulusLength: bits,
      publicExponent: 65_537,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    // An issuer that is there already is never overwritten: tokens were perhaps signed with it.
    await writeFile(keyFile(folder, at), privateKey, { mode: 0o600, flag: 'wx', flush: true })
    keys.push(contestKey(createPrivateKey(privateKey)).issuer)
  }
  const made = Array.from({ length: slips }, (_, at) => {
    return { label: labelOf(at), code: newReceiptCode() }
  })
  const kept = made.map(({ label, code }) => ({ label, hash: hashOf(code) }))
  const quiet = { mode: 0o600, flag: 'wx', flush: true } as const
  await writeFile(join(folder, 'slips.json'), JSON.stringify(kept), quiet)
  await writeFile(join(folder, 'register.jsonl'), '', quiet)
  await writeFile(join(folder, 'issuer.json'), JSON.stringify({ keys }), quiet)
  return { keys, slips: made }
}

const keyFile = (folder: string, at: number) => join(folder, 'keys', `${at}.pem`)

/** In the published register: which slip, not whose. */
const labelOf = (at: number) => `监票人票条${String(at + 1).padStart(3, '0')}`

function hashOf(code: string): string {
  return createHash('sha256').update(`luoshi teller slip ${code}`).digest('hex')
}

export type OpenIssuer = Readonly<{
  keys: readonly ContestKey[]
  /** The slip with this code, as it stands in the register. */
  slipOf: (typed: string) => string | undefined
  labels: ReadonlySet<string>
  register: IssuanceRegister
  issued: () => readonly Issuance[]
}>

export async function openIssuer(folder: string): Promise<OpenIssuer> {
  const known: unknown = JSON.parse(await readFile(join(folder, 'issuer.json'), 'utf8'))
  const contests = isRecord(known) && Array.isArray(known['keys']) ? known['keys'].length : 0
  const keys: ContestKey[] = []
  for (let at = 0; at < contests; at += 1)
    keys.push(contestKey(createPrivateKey(await readFile(keyFile(folder, at)))))
  const slips = readSlips(JSON.parse(await readFile(join(folder, 'slips.json'), 'utf8')))
  const rows = readRegister(await wholeLines(join(folder, 'register.jsonl')))
  return {
    keys,
    slipOf: (typed) => {
      const code = readReceiptCode(typed)
      return code === null ? undefined : slips.get(hashOf(code))
    },
    labels: new Set(slips.values()),
    register: fileRegister(join(folder, 'register.jsonl'), rows),
    issued: () => [...rows.values()],
  }
}

function readSlips(value: unknown): ReadonlyMap<string, string> {
  const slips = new Map<string, string>()
  for (const one of Array.isArray(value) ? value : []) {
    if (isRecord(one) && typeof one['hash'] === 'string' && typeof one['label'] === 'string')
      slips.set(one['hash'], one['label'])
  }
  return slips
}

type Rows = Map<string, Issuance>

const placeOf = ({ contest, voter }: Pick<Issuance, 'contest' | 'voter'>) => `${contest} ${voter}`

/**
 * The last line may be half written: the machine went down before the answer went out, so nobody has that token. It is cut
 * off, or the next line would be joined to it and forgotten.
 */
async function wholeLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole !== text) await truncate(file, Buffer.byteLength(whole))
  return whole
}

function readRegister(text: string): Rows {
  const rows: Rows = new Map()
  for (const line of text.split('\n').slice(0, -1)) {
    const value = parsed(line)
    const { c, v, z } = isRecord(value) ? value : {}
    if (typeof c !== 'number' || typeof v !== 'string' || typeof z !== 'string') continue
    const row = { contest: c, voter: v, z }
    if (!rows.has(placeOf(row))) rows.set(placeOf(row), row)
  }
  return rows
}

function parsed(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return value
  } catch {
    return undefined
  }
}

/** On the disk before it counts; one after the other. */
function fileRegister(file: string, rows: Rows): IssuanceRegister {
  let turn: Promise<unknown> = Promise.resolve()
  async function put(row: Issuance): Promise<Issuance> {
    const standing = rows.get(placeOf(row))
    if (standing) return standing
    const line = `${JSON.stringify({ c: row.contest, v: row.voter, z: row.z })}\n`
    const handle = await open(file, 'a')
    try {
      await handle.appendFile(line)
      await handle.sync()
    } finally {
      await handle.close()
    }
    rows.set(placeOf(row), row)
    return row
  }
  return {
    record: (row) => {
      const mine = turn.then(() => put(row))
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}
