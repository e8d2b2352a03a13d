/** How the rows of a line are written as bytes into the parts of its trays, and read again by a later run. */
import * as z from 'zod/mini'
import { answerWords, wordBytes, type AnswerWords } from './answer-words.ts'
import { answerEntry, textEntry } from './entries.ts'
import { packedRows, type PackedRows } from './packed-rows.ts'

export type PackedRow = Readonly<{ id: Buffer; said: Buffer }>

export type Packing = Readonly<{
  idLength: number
  /** Whether what comes under the id of another is that other one, sent again. */
  isSame: (one: Buffer, other: Buffer) => boolean
  part: (rows: PackedRows) => Buffer
  /** @throws when it is no part of such a line. */
  read: (part: Buffer) => readonly PackedRow[]
}>

export type AnswerPacking = Packing & Readonly<{ words: AnswerWords }>

const lineEnd = 0x0a
const listBegin = '['.charCodeAt(0)

/** The words that its rows speak of, with their numbers, stand in the first line of a part; then the rows. */
const answersHead = z.strictObject({
  v: z.literal(2),
  ways: z.array(z.tuple([z.int(), z.string(), z.string(), z.string()])),
  choices: z.array(z.tuple([z.int(), z.string(), z.string(), z.enum(['one', 'some', 'none'])])),
})
const textsHead = z.strictObject({ v: z.literal(2) })

export function answerPacking(): AnswerPacking {
  const words = answerWords()
  const idLength = 16
  return {
    idLength,
    words,
    isSame: (one, other) =>
      one.compare(other, wordBytes, other.length, wordBytes, one.length) === 0 &&
      words.way(one.readUInt16LE()).stratum === words.way(other.readUInt16LE()).stratum,
    part: (rows) => withHead(headOf(words, rows), rows),
    read: (part) => {
      if (part[0] === listBegin) {
        return listIn(part).map((raw) => {
          const { id, ...entry } = answerEntry.parse(raw)
          return { id: Buffer.from(id, 'hex'), said: words.pack(entry) }
        })
      }
      const { head, rows } = headed(part)
      const renumber = numbersOf(words, answersHead.parse(head))
      return rowsIn(rows, idLength).map(({ id, said }) => ({ id, said: renumber(said) }))
    },
  }
}

export function textPacking(): Packing {
  const idLength = 32
  return {
    idLength,
    // Sealed anew each time; whoever knows the receipt code is its raiser.
    isSame: () => true,
    part: (rows) => withHead({ v: 2 }, rows),
    read: (part) => {
      if (part[0] === listBegin) {
        return listIn(part).map((raw) => {
          const { id, box } = textEntry.parse(raw)
          return { id: Buffer.from(id, 'hex'), said: Buffer.from(box, 'base64') }
        })
      }
      const { head, rows } = headed(part)
      textsHead.parse(head)
      return rowsIn(rows, idLength)
    },
  }
}

function headOf(words: AnswerWords, rows: PackedRows): z.infer<typeof answersHead> {
  const [ways, choices] = [new Set<number>(), new Set<number>()]
  for (const place of rows.places()) {
    const said = rows.saidAt(place)
    ways.add(said.readUInt16LE())
    for (let at = wordBytes; at < said.length; at += wordBytes) choices.add(said.readUInt16LE(at))
  }
  return {
    v: 2,
    ways: [...ways].map((number) => {
      const { population, stratum, channel } = words.way(number)
      return [number, population, stratum, channel]
    }),
    choices: [...choices].map((number) => {
      const { question, option, kind } = words.choice(number)
      return [number, question, option, kind]
    }),
  }
}

/** From the numbers of a part to those of this line. */
function numbersOf(
  words: AnswerWords,
  { ways, choices }: z.infer<typeof answersHead>,
): (said: Buffer) => Buffer {
  const wayNumbers = new Map(
    ways.map(([number, population, stratum, channel]) => [
      number,
      words.wayOf({ population, stratum, channel }),
    ]),
  )
  const choiceNumbers = new Map(
    choices.map(([number, question, option, kind]) => [
      number,
      words.choiceOf({ question, option, kind }),
    ]),
  )
  return (said) => {
    const own = Buffer.alloc(said.length)
    for (let at = 0; at < said.length; at += wordBytes) {
      const number = (at === 0 ? wayNumbers : choiceNumbers).get(said.readUInt16LE(at))
      if (number === undefined) throw new Error('A part of a tray speaks of what it does not name')
      own.writeUInt16LE(number, at)
    }
    return own
  }
}

function withHead(head: object, rows: PackedRows): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), rows.bytes()])
}

function headed(part: Buffer): Readonly<{ head: unknown; rows: Buffer }> {
  const end = part.indexOf(lineEnd)
  const head: unknown = JSON.parse(part.toString('utf8', 0, end))
  return { head, rows: part.subarray(end + 1) }
}

/** As the first version wrote them. */
function listIn(part: Buffer): readonly unknown[] {
  const list: unknown = JSON.parse(part.toString())
  if (!Array.isArray(list)) throw new Error('A part of a tray holds no list')
  return list
}

function rowsIn(bytes: Buffer, idLength: number): readonly PackedRow[] {
  const rows: PackedRow[] = []
  for (let place = 0; place < bytes.length;) {
    const from = place + idLength + 2
    const end = from + bytes.readUInt16LE(from - 2)
    rows.push({ id: bytes.subarray(place, place + idLength), said: bytes.subarray(from, end) })
    place = end
  }
  return rows
}

export function rowsOf(idLength: number, rows: readonly PackedRow[]): PackedRows {
  const packed = packedRows(idLength)
  for (const { id, said } of rows) if (packed.find(id) < 0) packed.add(id, said)
  return packed
}
