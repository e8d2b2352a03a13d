/**
 * Free text is sealed to a key of its survey as soon as it arrives: whoever reads the tables, or a backup of them, reads
 * none of it before the close. Padded to steps of 512 bytes, so that its length says little.
 * Source: ballot.md 6 no. 7; issue 6 point 7 (kept sealed until the close); RFC 9180.
 */
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesOf } from '@luoshi/ballots/protocol/bytes'
import * as z from 'zod/mini'
import type { CongressDb } from '../../execute/congress-db.ts'
import type { SurveyPlace } from './trays.ts'

export const sealedText = z.strictObject({
  question: z.string(),
  population: z.string(),
  text: z.string(),
})

export type SealedText = Readonly<z.infer<typeof sealedText>>

/** `id`: the hash of the receipt code. */
export type OpenedText = SealedText & Readonly<{ id: string }>

export type TextSeal = Readonly<{
  /** Base64. */
  seal: (place: SurveyPlace, said: SealedText) => Promise<string>
  /** Puts the other half of the key beside the texts. Only for a survey that is closed. */
  release: (place: SurveyPlace) => Promise<void>
  /** Every text of a survey whose key was released, in no order but that of chance; null before. */
  read: (place: SurveyPlace) => Promise<readonly OpenedText[] | null>
}>

/** Loaded with the first text, not at every start. */
function sealedBox() {
  return import('@luoshi/ballots/protocol/sealed-box')
}

type KeyBytes = Readonly<{ point: Uint8Array<ArrayBuffer>; scalar: Uint8Array<ArrayBuffer> }>

const begin = '-----BEGIN LUOSHI SURVEY TEXT KEY-----'
const end = '-----END LUOSHI SURVEY TEXT KEY-----'
const step = 512

export function textSeal(db: CongressDb, dataDir: string): TextSeal {
  const points = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  const folder = join(dataDir, 'keys')
  const fileOf = (survey: string) => join(folder, `survey-texts-${survey}.pem`)

  function pointOf(place: SurveyPlace): Promise<Uint8Array<ArrayBuffer>> {
    const known = points.get(place.survey)
    if (known) return known
    const made = makePoint(place)
    points.set(place.survey, made)
    made.catch(() => points.delete(place.survey))
    return made
  }

  async function makePoint({ congress, survey }: SurveyPlace): Promise<Uint8Array<ArrayBuffer>> {
    const { point } = (await keptKey(fileOf(survey))) ?? (await makeKey(folder, fileOf(survey)))
    await db.rows(congress, {
      text: `insert into luoshi.survey_key (congress, survey, point) values ($1, $2, $3)
        on conflict do nothing`,
      values: [congress, survey, Buffer.from(point)],
    })
    return point
  }

  return {
    seal: async (place, said) => {
      const { sealed } = await sealedBox()
      const box = await sealed([await pointOf(place)], binding(place), padded(said))
      return Buffer.from(box).toString('base64')
    },
    release: async ({ congress, survey }) => {
      const key = await keptKey(fileOf(survey))
      if (key === null) return
      await db.rows(congress, {
        text: `update luoshi.survey_key set released = $3
          where congress = $1 and survey = $2 and released is null`,
        values: [congress, survey, Buffer.from(key.scalar)],
      })
    },
    read: async (place) => {
      const [row] = await db.rows<{ point: Buffer; released: Buffer | null }>(place.congress, {
        text: 'select point, released from luoshi.survey_key where congress = $1 and survey = $2',
        values: [place.congress, place.survey],
      })
      if (!row) return []
      if (row.released === null) return null
      const { countKeyFrom, opened } = await sealedBox()
      const key = await countKeyFrom(Uint8Array.from(row.released), Uint8Array.from(row.point))
      if (!key) throw new Error(`The released key of ${place.survey} does not fit`)
      const rows = await db.rows<{ id: string; sealed: Buffer }>(place.congress, {
        text: `select encode(id, 'hex') as id, sealed from luoshi.survey_text
          where congress = $1 and survey = $2 order by id`,
        values: [place.congress, place.survey],
      })
      const texts: OpenedText[] = []
      for (const { id, sealed: box } of rows) {
        const plain = await opened([key], binding(place), Uint8Array.from(box))
        if (!plain) throw new Error(`A text of ${place.survey} does not open`)
        const parsed: unknown = JSON.parse(Buffer.from(plain).toString())
        texts.push({ id, ...sealedText.parse(parsed) })
      }
      return texts
    },
  }
}

function binding({ congress, survey }: SurveyPlace) {
  return bytesOf(`luoshi survey text ${congress}/${survey}`)
}

/** JSON ends where it ends, so blanks after it say nothing. */
function padded(said: SealedText): Uint8Array<ArrayBuffer> {
  const json = bytesOf(JSON.stringify(said))
  const plain = new Uint8Array(Math.ceil(json.length / step) * step).fill(0x20)
  plain.set(json)
  return plain
}

async function makeKey(folder: string, name: string): Promise<KeyBytes> {
  const { newCountKey } = await sealedBox()
  const { point, scalar } = await newCountKey()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = Buffer.concat([scalar, point]).toString('base64')
  const file = await open(name, 'wx', 0o600)
  try {
    await file.writeFile(`${begin}\n${text}\n${end}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  return { point, scalar }
}

async function keptKey(name: string): Promise<KeyBytes | null> {
  const text = await readFile(name, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const bytes = Uint8Array.from(Buffer.from(text.split('\n')[1] ?? '', 'base64'))
  if (!text.startsWith(begin) || bytes.length !== 97) throw new Error(`${name} holds no key`)
  return { scalar: bytes.slice(0, 32), point: bytes.slice(32) }
}
