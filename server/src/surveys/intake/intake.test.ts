/** The intake on real PostgreSQL: durable when acknowledged, each answer once, without order, and provably whole. */
import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { idOf } from '@luoshi/domain/kernel/ids'
import { breachesOfCounts } from '@luoshi/domain/surveys/survey-counts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, type TestCounty } from '../../../testing/test-county.ts'
import { checkBatches } from './check-batches.ts'
import type { AnswerEntry } from './entries.ts'
import { openIntake, usualLimits, type Intake } from './intake.ts'
import { readAnswered, readCounts } from './tally.ts'
import { textSeal } from './text-seal.ts'
import { trayKeys } from './tray-keys.ts'
import { tokenKeys } from '../invited/token-keys.ts'
import type { SurveyPlace } from './trays.ts'

let county: TestCounty

beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county[Symbol.asyncDispose]())

let surveys = 0

function newPlace(): SurveyPlace {
  surveys += 1
  return { congress: county.congress, survey: idOf('survey', `survey_intake${surveys}`) }
}

function intakeWith(limits: Partial<typeof usualLimits> = {}): Intake {
  return openIntake({
    world: county.world,
    keys: trayKeys(county.folder),
    texts: textSeal(county.world.db, county.folder),
    tokens: tokenKeys(county.world.db, county.folder),
    limits: { ...usualLimits, ...limits },
    failed: (failure) => {
      throw failure
    },
  })
}

const options = ['satisfied', 'fair', 'dissatisfied', 'unknown']

function answered(place = 0, id = randomBytes(16).toString('hex')): AnswerEntry {
  const answer = JSON.stringify({ service: options[place % 4], wants: ['hours', 'fees'] })
  return {
    id,
    population: 'residents',
    stratum: place % 3 ? 'town' : 'village',
    channel: 'qr',
    answer,
  }
}

async function rowsOf({ congress, survey }: SurveyPlace): Promise<readonly string[]> {
  const { rows } = await county.database.owner.query<{ id: string }>(
    `select encode(id, 'hex') as id from luoshi.survey_answer where congress = $1 and survey = $2 order by ctid`,
    [congress, survey],
  )
  return rows.map(({ id }) => id)
}

async function traysLeft(): Promise<number> {
  const { rows } = await county.database.owner.query('select from luoshi.survey_tray')
  const keys = await readdir(join(county.folder, 'keys')).catch(() => [])
  return rows.length + keys.filter((name) => name.startsWith('survey-tray-')).length
}

describe('an answer', () => {
  it('is acknowledged when it lies in a tray on the disk, and is written at the close', async () => {
    const [place, intake] = [newPlace(), intakeWith()]
    const entry = answered()
    expect(await intake.takeAnswer(place, entry)).toBe('taken')
    expect(await rowsOf(place)).toEqual([])
    expect(await traysLeft()).toBe(2)
    const written = { answers: 1, texts: 0, answerBatches: 1, textBatches: 0 }
    expect(await intake.close(place)).toEqual(written)
    expect(await rowsOf(place)).toEqual([entry.id])
    expect(await traysLeft()).toBe(0)
    expect(await intake.takeAnswer(place, answered())).toBe('closed')
  })

  it('is acknowledged alike however often it is sent, and is there once', async () => {
    const [place, intake] = [newPlace(), intakeWith({ least: 1, waitMs: 0 })]
    const entry = answered()
    const first = await Promise.all([1, 2, 3].map(() => intake.takeAnswer(place, entry)))
    const inTray = await intake.takeAnswer(place, entry)
    await intake.tick()
    const written = await intake.takeAnswer(place, entry)
    expect([...first, inTray, written]).toEqual(Array.from({ length: 5 }, () => 'taken'))
    await intake.close(place)
    expect(await rowsOf(place)).toEqual([entry.id])
    expect(await readAnswered(county.world.db, place.congress, place.survey)).toEqual([
      { population: 'residents', stratum: 'village', channel: 'qr', n: 1 },
    ])
  })

  it('that comes again among others, after its tray was emptied, is left out of the counts and the root', async () => {
    const [place, intake] = [newPlace(), intakeWith({ least: 1, waitMs: 0 })]
    const entries = Array.from({ length: 30 }, (_, at) => answered(at))
    await Promise.all(entries.slice(0, 20).map((entry) => intake.takeAnswer(place, entry)))
    await intake.tick()
    await Promise.all(entries.map((entry) => intake.takeAnswer(place, entry)))
    const written = await intake.close(place)
    expect(written).toMatchObject({ answers: 30, answerBatches: 2 })
    const checked = await checkBatches(county.world.db, place)
    expect(checked).toEqual({ rows: 30, batches: 2, faults: [] })
    const counted = await readAnswered(county.world.db, place.congress, place.survey)
    expect(counted.reduce((sum, { n }) => sum + n, 0)).toBe(30)
  })

  it('stays as it was first given: another one under its id is not taken', async () => {
    const [place, intake] = [newPlace(), intakeWith()]
    const entry = answered(0)
    await intake.takeAnswer(place, entry)
    expect(await intake.takeAnswer(place, answered(1, entry.id))).toBe('other-under-this-id')
  })

  it('is turned away, and not lost halfway, when too many wait', async () => {
    const [place, intake] = [newPlace(), intakeWith({ pending: 10 })]
    const entries = Array.from({ length: 40 }, (_, at) => answered(at))
    const taken = await Promise.all(entries.map((entry) => intake.takeAnswer(place, entry)))
    expect(taken.filter((one) => one === 'taken')).toHaveLength(10)
    expect(taken.filter((one) => one === 'busy')).toHaveLength(30)
    await intake.close(place)
    const kept = entries.filter((_, at) => taken[at] === 'taken').map(({ id }) => id)
    expect(await rowsOf(place)).toEqual(kept.toSorted())
  })

  it('is taken again when the closing was refused', async () => {
    const [place, intake] = [newPlace(), intakeWith()]
    await intake.close(place)
    expect(await intake.takeAnswer(place, answered())).toBe('closed')
    intake.reopen(place)
    expect(await intake.takeAnswer(place, answered())).toBe('taken')
    await intake.close(place)
    expect(await rowsOf(place)).toHaveLength(1)
  })
})

describe('a batch', () => {
  it('waits for fifty, then is written in the order of its ids and never of its arrival', async () => {
    const [place, intake] = [newPlace(), intakeWith({ waitMs: 0 })]
    const entries = Array.from({ length: 50 }, (_, at) => answered(at))
    for (const entry of entries.slice(0, 49)) await intake.takeAnswer(place, entry)
    await intake.tick()
    expect(await rowsOf(place)).toEqual([])
    for (const entry of entries.slice(49)) await intake.takeAnswer(place, entry)
    await intake.tick()
    expect(await rowsOf(place)).toEqual(entries.map(({ id }) => id).toSorted())
  })

  it('is emptied when it is full while more comes in, and nothing falls between two', async () => {
    const [place, intake] = [newPlace(), intakeWith({ most: 20, least: 1, waitMs: 0 })]
    const entries = Array.from({ length: 500 }, (_, at) => answered(at))
    const ticks = Array.from({ length: 20 }, () => intake.tick())
    for (let from = 0; from < entries.length; from += 25) {
      const some = entries.slice(from, from + 25)
      await Promise.all([...some.map((entry) => intake.takeAnswer(place, entry)), intake.tick()])
    }
    await Promise.all(ticks)
    const written = await intake.close(place)
    expect(written.answers).toBe(500)
    expect(new Set(await rowsOf(place))).toEqual(new Set(entries.map(({ id }) => id)))
    const checked = await checkBatches(county.world.db, place)
    expect(checked).toEqual({ rows: 500, batches: written.answerBatches, faults: [] })
  })

  it('is counted in the transaction that writes it: the counts are those of the rows', async () => {
    const [place, intake] = [newPlace(), intakeWith({ most: 30 })]
    await Promise.all(
      Array.from({ length: 100 }, (_, at) => intake.takeAnswer(place, answered(at))),
    )
    await intake.close(place)
    const counts = await readCounts(county.world.db, place.congress, place.survey)
    expect(counts.flatMap((one) => breachesOfCounts(one, new Set(['wants'])))).toEqual([])
    const { rows } = await county.database.owner.query<{ key: string; n: number }>(
      `select stratum || '/service/' || (answer::jsonb ->> 'service') as key, count(*)::int as n
        from luoshi.survey_answer where survey = $1 group by 1`,
      [place.survey],
    )
    const cells = counts.flatMap(({ strata }) =>
      strata.flatMap(({ key, cells }) =>
        cells
          .filter(({ question }) => question === 'service')
          .map(({ question, option, n }) => ({ key: `${key}/${question}/${option}`, n })),
      ),
    )
    const inOrder = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
    expect(cells.toSorted(inOrder)).toEqual(rows.toSorted(inOrder))
    expect(counts[0]?.strata.reduce((sum, one) => sum + one.answered, 0)).toBe(100)
  })

  it('is told to the log with its root; a row changed, added or taken out afterwards is found', async () => {
    const [place, intake] = [newPlace(), intakeWith()]
    await Promise.all(Array.from({ length: 9 }, (_, at) => intake.takeAnswer(place, answered(at))))
    await intake.close(place)
    const { owner } = county.database
    const check = () => checkBatches(county.world.db, place)
    expect(await check()).toEqual({ rows: 9, batches: 1, faults: [] })
    const changed = { of: 'answers', batch: 1, fault: 'rows-changed' }
    const [first] = await rowsOf(place)
    const where = `where survey = '${place.survey}' and id = decode('${first}', 'hex')`
    await owner.query(`update luoshi.survey_answer set stratum = 'elsewhere' ${where}`)
    expect((await check()).faults).toEqual([changed])
    await owner.query(`delete from luoshi.survey_answer ${where}`)
    expect((await check()).faults).toEqual([changed])
    await owner.query(
      `insert into luoshi.survey_answer select congress, survey, decode(md5('more'), 'hex'), population, stratum, answer, 2
        from luoshi.survey_answer where survey = $1 limit 1`,
      [place.survey],
    )
    expect((await check()).faults).toContainEqual({ of: 'answers', batch: 2, fault: 'not-in-log' })
  })
})

describe('after a breakdown', () => {
  it('what was acknowledged is found in its tray and written', async () => {
    const place = newPlace()
    const entries = Array.from({ length: 7 }, (_, at) => answered(at))
    const before = intakeWith()
    await Promise.all(entries.map((entry) => before.takeAnswer(place, entry)))
    const after = intakeWith()
    await after.recover(place.congress)
    expect(await after.takeAnswer(place, entries[0] ?? answered())).toBe('taken')
    await after.close(place)
    expect(await rowsOf(place)).toEqual(entries.map(({ id }) => id).toSorted())
  })

  it('a batch that was written and not yet told to the log is told then, once', async () => {
    const [place, intake] = [newPlace(), intakeWith()]
    await intake.takeAnswer(place, answered())
    await intake.close(place)
    await county.database.owner.query(
      'update luoshi.survey_batch set announced = false where survey = $1',
      [place.survey],
    )
    await intakeWith().recover(place.congress)
    const { rows } = await county.database.owner.query(
      `select from luoshi.event where type = 'SurveyBatchWritten' and facts like '%' || $1 || '%'`,
      [place.survey],
    )
    expect(rows).toHaveLength(1)
    expect((await checkBatches(county.world.db, place)).faults).toEqual([])
  })
})

describe('a text', () => {
  it('is a row of its own, found by the hash of its receipt code and by nothing else', async () => {
    const [place, intake] = [newPlace(), intakeWith()]
    const id = createHash('sha256').update('code').digest('hex')
    const box = randomBytes(600).toString('base64')
    expect(await intake.takeText(place, { id, box })).toBe('taken')
    expect(await intake.takeText(place, { id, box: randomBytes(600).toString('base64') })).toBe(
      'taken',
    )
    await intake.close(place)
    expect(await checkBatches(county.world.db, place)).toEqual({ rows: 1, batches: 1, faults: [] })
  })
})
