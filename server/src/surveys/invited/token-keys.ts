/**
 * The keys that sign tokens of surveys: made once, in the background, when the first invited person comes; the private
 * halves in one file beside the other keys, the public ones in the frozen manifest.
 */
import { createPrivateKey, generateKeyPair, type JsonWebKey } from 'node:crypto'
import { open, mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sha256 } from '@luoshi/ballots/protocol/bytes'
import { contestKey, type ContestKey } from '@luoshi/ballots/issuing/blind-sign'
import type { KnownSurvey } from '@luoshi/domain/surveys/survey'
import * as z from 'zod/mini'
import type { CongressDb } from '../../execute/congress-db.ts'
import type { SurveyPlace } from '../intake/trays.ts'
import { contestsOf, tokenManifest, type TokenManifest } from './token-manifest.ts'

export type FrozenTokens = Readonly<{
  text: string
  mh: Uint8Array<ArrayBuffer>
  manifest: TokenManifest
  /** By the number of the contest. */
  keys: readonly ContestKey[]
}>

export type TokenKeys = Readonly<{
  /** Null while they are being made. */
  of: (place: SurveyPlace, survey: KnownSurvey) => Promise<FrozenTokens | null>
}>

const makePair = promisify(generateKeyPair)
const bits = 2048
const begin = '-----BEGIN LUOSHI SURVEY TOKEN KEYS-----'
const end = '-----END LUOSHI SURVEY TOKEN KEYS-----'
const kept = z.array(z.record(z.string(), z.string()))

export function tokenKeys(db: CongressDb, dataDir: string): TokenKeys {
  const folder = join(dataDir, 'keys')
  const known = new Map<string, FrozenTokens>()
  const making = new Map<string, Promise<FrozenTokens>>()

  async function make(place: SurveyPlace, survey: KnownSurvey): Promise<FrozenTokens> {
    const contests = contestsOf(survey)
    const file = join(folder, `survey-tokens-${place.survey}.pem`)
    const secrets = (await readKept(file)) ?? (await makeKept(folder, file, contests.length))
    const keys = secrets.map((key) => contestKey(createPrivateKey({ key, format: 'jwk' })))
    const manifest: TokenManifest = {
      v: 'luoshi-survey-tokens/v1',
      survey: place.survey,
      questions: 'hash' in survey ? survey.hash : '',
      contests: contests.map((one, at) => ({
        ...one,
        issuers: keys.slice(at, at + 1).map(({ issuer }) => issuer),
      })),
    }
    // Whoever was first has frozen it.
    await db.rows(place.congress, {
      text: `insert into luoshi.survey_manifest (congress, survey, manifest) values ($1, $2, $3)
        on conflict do nothing`,
      values: [place.congress, place.survey, JSON.stringify(manifest)],
    })
    const [row] = await db.rows<{ manifest: string }>(place.congress, {
      text: 'select manifest from luoshi.survey_manifest where congress = $1 and survey = $2',
      values: [place.congress, place.survey],
    })
    const text = row?.manifest ?? ''
    const parsed: unknown = JSON.parse(text)
    const frozen = tokenManifest.parse(parsed)
    return { text, mh: await sha256(new TextEncoder().encode(text)), manifest: frozen, keys }
  }

  return {
    of: async (place, survey) => {
      const ready = known.get(place.survey)
      if (ready) return ready
      const under = making.get(place.survey) ?? make(place, survey)
      making.set(place.survey, under)
      try {
        // A few keys are there in a moment; for many, whoever asked comes again.
        const waited = await Promise.race([under, patience()])
        if (waited) known.set(place.survey, waited)
        return waited
      } finally {
        void under.then(
          (made) => known.set(place.survey, made),
          () => making.delete(place.survey),
        )
      }
    },
  }
}

function patience(): Promise<null> {
  return new Promise((over) => {
    setTimeout(() => over(null), 5_000).unref()
  })
}

async function makeKept(folder: string, file: string, count: number): Promise<JsonWebKey[]> {
  const secrets: JsonWebKey[] = []
  for (let n = 0; n < count; n += 1) {
    const { privateKey } = await makePair('rsa', { modulusLength: bits, publicExponent: 65_537 })
    secrets.push(privateKey.export({ format: 'jwk' }))
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = Buffer.from(JSON.stringify(secrets)).toString('base64')
  const beside = `${file}.new`
  const handle = await open(beside, 'w', 0o600)
  try {
    await handle.writeFile(`${begin}\n${text}\n${end}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, file)
  return secrets
}

async function readKept(file: string): Promise<JsonWebKey[] | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const parsed: unknown = JSON.parse(Buffer.from(text.split('\n')[1] ?? '', 'base64').toString())
  return kept.parse(parsed)
}
