/** Codes made anew and the log that says so: both or neither, whatever dies or is written meanwhile. */
import { idOf } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { eventually } from '../../../../ledger/testing/eventually.ts'
import { listedSurvey } from '../../../testing/listed-survey.ts'
import { testCounty, value, type TestCounty } from '../../../testing/test-county.ts'
import { stepOnFrame } from './frame-steps.ts'
import { issueCodes } from './issue-codes.ts'
import { hashOfInvitation } from './keep-invitations.ts'
import { framesOf } from './read-frames.ts'
import { replaceCodes } from './replace-codes.ts'

let county: TestCounty
let listed: Awaited<ReturnType<typeof listedSurvey>>
beforeAll(async () => {
  county = await testCounty()
}, 60_000)
afterAll(() => county[Symbol.asyncDispose]())

async function row() {
  const [found] = value(await framesOf(county.world, listed.by, listed.frame)).rows
  if (!found) throw new Error('No list')
  return found
}

async function asking() {
  const { by, frame } = listed
  return { by, frame, version: (await row()).version, origin: 'https://county.example', sms: null }
}

const owner = () => county.database.owner

async function hashes(): Promise<readonly string[]> {
  const { rows } = await owner().query<{ code_hash: string }>(
    'select code_hash from luoshi.survey_invitation where survey = $1 order by code_hash',
    [listed.survey],
  )
  return rows.map((one) => one.code_hash)
}

const hashesOf = (given: readonly Readonly<{ code: string }>[]) =>
  given.map(({ code }) => hashOfInvitation(idOf('survey', listed.survey), code)).toSorted()

beforeEach(async () => {
  listed = await listedSurvey(county, 7)
  const issued = value(await issueCodes(county.world, { ...(await asking()), channel: 'sms' }))
  expect(await hashes()).toEqual(hashesOf(issued.rows))
})

it('a database that dies with the log unwritten leaves the letters that are out as they are', async () => {
  const before = await hashes()
  const { codes } = await row()
  await owner().query(`create function luoshi.dies() returns trigger language plpgsql
      as $$ begin raise exception 'gone'; end $$;
    create trigger dies before insert on luoshi.event for each row
      when (new.type = 'SurveyCodesReplaced') execute function luoshi.dies()`)
  await expect(replaceCodes(county.world, await asking())).rejects.toThrow('gone')
  await owner().query('drop function luoshi.dies() cascade')
  expect(await hashes()).toEqual(before)
  expect((await row()).codes).toEqual(codes)
  const made = value(await replaceCodes(county.world, await asking()))
  expect(await hashes()).toEqual(hashesOf(made.rows))
  expect((await row()).codes).toMatchObject([{ n: 7, instead: true }])
})

it('a list that somebody else writes to in that moment keeps its codes, and the clerk is told to look again', async () => {
  const before = await hashes()
  const told = await asking()
  const door = await owner().connect()
  await door.query('begin')
  await door.query('select from luoshi.survey_invitation order by code_hash for update')
  const replacing = replaceCodes(county.world, told)
  await eventually('the codes are waited for', async () => {
    const { rows } = await owner().query(
      `select from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock' and query like '%luoshi.survey_invitation%'`,
    )
    return rows.length === 1
  })
  const { by, frame, version } = told
  value(await stepOnFrame(county.world, { by, frame, version, told: { type: 'EraseSurveyFrame' } }))
  await door.query('commit')
  door.release()
  expect(await replacing).toMatchObject({ ok: false, refusal: { code: 'version-conflict' } })
  expect(await hashes()).toEqual(before)
})
