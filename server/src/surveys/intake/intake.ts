/**
 * The intake of all surveys of this server: a line of trays each for answers and for texts. Who answers is told `taken`
 * when it is durable. Before a survey closes, what waits is written; from then on nothing is taken.
 */
import type { SurveyTaken } from '@luoshi/domain/surveys/answer-batch'
import type { World } from '../../execute/context.ts'
import type { TokenKeys } from '../invited/token-keys.ts'
import { announceBatches, surveysWithNews } from './announce-batches.ts'
import type { AnswerWords } from './answer-words.ts'
import type { AnswerEntry, TextEntry } from './entries.ts'
import { answerPacking, textPacking, type AnswerPacking } from './packing.ts'
import { openTrayLine, type Taken, type TrayLimits, type TrayLine } from './tray-line.ts'
import type { TextSeal } from './text-seal.ts'
import type { TrayKeys } from './tray-keys.ts'
import { traysOf, type FoundTray, type SurveyPlace } from './trays.ts'
import { answersWriter } from './write-answers.ts'
import { writtenAnswers, type WrittenAnswers } from './written-answers.ts'
import { writeTexts } from './write-texts.ts'

/** For whoever packs answers itself, many a second. */
export type AnswerLine = Readonly<{
  words: AnswerWords
  take: (...given: Parameters<TrayLine['take']>) => ReturnType<TrayLine['take']> | 'closed'
}>

export type Intake = Readonly<{
  /** As long as the survey takes answers; null from its close on. */
  answerLine: (place: SurveyPlace) => AnswerLine | null
  takeAnswer: (place: SurveyPlace, entry: AnswerEntry) => Promise<Taken | 'closed'>
  takeText: (place: SurveyPlace, entry: TextEntry) => Promise<Taken | 'closed'>
  /** The text of an answer that is in the table, by its id in hex; null without one. */
  written: (place: SurveyPlace, id: string) => Promise<string | null>
  /** Takes nothing more and writes everything that was acknowledged; answers what was written in all. */
  close: (place: SurveyPlace) => Promise<SurveyTaken>
  isClosed: (place: SurveyPlace) => boolean
  /** When the survey was not closed after all. */
  reopen: (place: SurveyPlace) => void
  /** Signs tokens of invited people. */
  tokens: TokenKeys
  /** Seals free text as it comes, and opens it after the close. */
  texts: TextSeal
  /** Empties what is due, of every survey. */
  tick: () => Promise<void>
  /** Takes up what an earlier run left waiting, of one congress. */
  recover: (congress: SurveyPlace['congress']) => Promise<void>
}>

export const usualLimits: TrayLimits = {
  most: 5_000,
  least: 50,
  waitMs: 10 * 60_000,
  pending: 4_000,
}

/** Surveys whose tables are asked; what is kept of them is nothing but who goes with the next question. */
const mostAsked = 1_000

type Lines = Readonly<{
  place: SurveyPlace
  packing: AnswerPacking
  answers: TrayLine
  texts: TrayLine
  /** Of the same answers. */
  line: AnswerLine
}> & { isClosed: boolean }

export type IntakeParts = Readonly<{
  world: Pick<World, 'db' | 'append' | 'now'>
  keys: TrayKeys
  texts: TextSeal
  tokens: TokenKeys
  limits?: TrayLimits
  /** Told what could not be done now and is tried again. */
  failed: (failure: unknown) => void
}>

export function openIntake({
  world,
  keys,
  texts: seal,
  tokens,
  limits = usualLimits,
  failed,
}: IntakeParts): Intake {
  const lines = new Map<string, Lines>()
  const closing = new Set<string>()
  const written = new Map<string, WrittenAnswers>()
  const { db } = world

  function linesOf({ congress, survey }: SurveyPlace): Lines {
    const place = { congress, survey }
    const name = nameOf(place)
    const open = lines.get(name) ?? openLines(place)
    lines.set(name, open)
    return open
  }

  function writtenOf(place: SurveyPlace): WrittenAnswers {
    const name = nameOf(place)
    const known = written.get(name) ?? writtenAnswers(db, place)
    if (written.size >= mostAsked) written.clear()
    written.set(name, known)
    return known
  }

  function openLines(place: SurveyPlace): Lines {
    const shared = { db, keys, limits, emptied: () => announceBatches(world, place) }
    const packing = answerPacking()
    const answers = openTrayLine({
      ...shared,
      place: { ...place, kind: 'answers' },
      packing,
      write: answersWriter(db, packing.words),
    })
    const take: AnswerLine['take'] = (id, said, tell) =>
      opened.isClosed ? 'closed' : answers.take(id, said, tell)
    const opened: Lines = {
      place,
      packing,
      answers,
      line: { words: packing.words, take },
      isClosed: false,
      texts: openTrayLine({
        ...shared,
        place: { ...place, kind: 'texts' },
        packing: textPacking(),
        write: (tray, rows) => writeTexts(db, tray, rows),
      }),
    }
    return opened
  }

  async function takeUp(trays: readonly FoundTray[]): Promise<void> {
    for (const tray of trays) {
      const { answers, texts } = linesOf(tray)
      const line = tray.kind === 'answers' ? answers : texts
      if (!line.holds(tray.tray)) await line.recover(tray)
    }
  }

  return {
    answerLine: (place) => {
      return closing.has(nameOf(place)) ? null : linesOf(place).line
    },
    takeAnswer: async (place, { id, ...entry }) => {
      if (closing.has(nameOf(place))) return 'closed'
      const { packing, answers } = linesOf(place)
      return taking(answers, Buffer.from(id, 'hex'), packing.words.pack(entry))
    },
    takeText: async (place, { id, box }) => {
      if (closing.has(nameOf(place))) return 'closed'
      return taking(linesOf(place).texts, Buffer.from(id, 'hex'), Buffer.from(box, 'base64'))
    },
    written: (place, id) => writtenOf(place)(id),
    close: async (place) => {
      closing.add(nameOf(place))
      const closed = linesOf(place)
      closed.isClosed = true
      const { answers, texts } = closed
      // Also what another run left, where this process has served nothing yet.
      await takeUp(await traysOf(db, place.congress, place.survey))
      await Promise.all([answers.empty(true), texts.empty(true)])
      await announceBatches(world, place)
      lines.delete(nameOf(place))
      return takenBy(world, place)
    },
    isClosed: (place) => closing.has(nameOf(place)),
    reopen: (place) => {
      closing.delete(nameOf(place))
    },
    texts: seal,
    tokens,
    tick: async () => {
      for (const { place, answers, texts } of lines.values()) {
        const done = await Promise.allSettled([answers.empty(false), texts.empty(false)])
        for (const one of done) if (one.status === 'rejected') failed(one.reason)
        await announceBatches(world, place).catch(failed)
      }
    },
    recover: async (congress) => {
      for (const tray of await traysOf(db, congress)) await takeUp([tray]).catch(failed)
      for (const survey of await surveysWithNews(db, congress))
        await announceBatches(world, { congress, survey }).catch(failed)
    },
  }
}

/** @throws when it is not known to be on the disk. */
function taking(line: TrayLine, id: Buffer, said: Buffer): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const known = line.take(id, said, (durable) =>
      durable ? resolve('taken') : reject(new Error('An answer is not known to be on the disk')),
    )
    if (known !== null) resolve(known)
  })
}

function nameOf({ congress, survey }: SurveyPlace): string {
  return `${congress}/${survey}`
}

async function takenBy(
  { db }: Pick<World, 'db'>,
  { congress, survey }: SurveyPlace,
): Promise<SurveyTaken> {
  const rows = await db.rows<{ kind: string; rows: number; batches: number }>(congress, {
    text: `select kind, sum(row_count)::float8 as rows, count(*)::integer as batches
      from luoshi.survey_batch where congress = $1 and survey = $2 group by kind`,
    values: [congress, survey],
  })
  const of = (kind: string) => rows.find((one) => one.kind === kind)
  return {
    answers: of('answers')?.rows ?? 0,
    texts: of('texts')?.rows ?? 0,
    answerBatches: of('answers')?.batches ?? 0,
    textBatches: of('texts')?.batches ?? 0,
  }
}
