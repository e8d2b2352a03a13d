/** A sample drawn from a list on a real database, with codes, computed again, and its names erased. */
import { commitmentOf, listHash } from '@luoshi/domain/appraisals/draw-lots'
import { idOf } from '@luoshi/domain/kernel/ids'
import { frameSeed } from '@luoshi/domain/surveys/decide-frame'
import { drawnPlaces } from '@luoshi/domain/surveys/draw-sample'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../../testing/test-site.ts'
import * as specs from '../../contract/survey-frames.ts'
import { draftSurvey, setSurveyReach } from '../../contract/surveys.ts'
import { project } from '../../execute/project.ts'
import { hashOfInvitation } from './keep-invitations.ts'
import { askingForTokens, firstOf, inThisOrder } from './testing/token-at-once.ts'

let site: TestSite
let clerk: Browser
let survey: string

const kept = { secret: 'harvest', salt: 'k3v9q0w2m5x8z1a4' }
const strata = [
  { code: 'town', name: '城区', size: 60, quota: 3 },
  { code: 'country', name: '乡镇', size: 140, quota: 4 },
]
const letters = { code: 'letters', kind: 'code', population: 'users', stratum: null, place: '' }

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  const title = { zh: '服务对象评议', en: null }
  const asked = { type: 'scale', code: 'q1', text: title, scale: 'satisfied3', when: null }
  const [from, until] = ['2026-03-02', '2026-03-31']
  const drafted = {
    appraisal: site.county.appraisal,
    matters: [],
    stage: 'single',
    form: { title, questions: [asked] },
    from,
    until,
  }
  const { id, version } = await answered(
    draftSurvey,
    await clerk.send('POST', '/api/v1/surveys', drafted),
  )
  survey = id
  const users = {
    code: 'users',
    kind: 'serviceUsers',
    name: '服务对象',
    sizeSource: '办件系统',
    strata,
    sampling: { type: 'stratified' },
  }
  const reach = { populations: [users], channels: [letters], from, until }
  const path = `/api/v1/surveys/${survey}/set-reach`
  await answered(setSurveyReach, await clerk.send('POST', path, { version, reach }))
})
afterAll(() => site[Symbol.asyncDispose]())

const people = Array.from({ length: 30 }, (_, n) => `张某${n + 1},1380000${1000 + n},`).map(
  (line, n) => line + (n < 10 ? '城区' : '乡镇'),
)

const upload = (by: Browser, text: string) =>
  by.send(
    'POST',
    `/api/v1/surveys/${survey}/frames?population=users`,
    new TextEncoder().encode(text),
    { 'x-file-name': encodeURIComponent('服务对象.csv') },
  )

async function first(): Promise<specs.FrameRow> {
  const { rows } = await answered(
    specs.listFrames,
    await clerk.get(`/api/v1/surveys/${survey}/frames`),
  )
  const [row] = rows
  if (!row) throw new Error('No frame')
  return row
}

async function act(step: string, body: object, by = clerk) {
  const { id, version } = await first()
  return by.send('POST', `/api/v1/survey-frames/${id}/${step}`, { version, ...body })
}

describe('a sampling frame', () => {
  it('is taken from a sheet; who is on it stands in no event', async () => {
    const head = '姓名,手机,分层'
    expect((await upload(await site.as('team'), [head, ...people].join('\n'))).status).toBe(403)
    expect(await problemIn(await upload(clerk, [head, '李某,1,山区'].join('\n')))).toMatchObject({
      code: 'frame-stratum-unknown',
    })
    expect(await problemIn(await upload(clerk, '手机\n1380000'))).toMatchObject({
      code: 'frame-without-names',
    })
    const taken = await answered(specs.takeFrame, await upload(clerk, [head, ...people].join('\n')))
    expect(taken.rows).toMatchObject([
      {
        status: 'listed',
        strata: [
          { code: 'town', n: 10 },
          { code: 'country', n: 20 },
        ],
      },
    ])
    const { rows } = await site.county.database.owner.query(
      `select e.facts::text || coalesce(w.body, '') as said from luoshi.event e
        left join luoshi.event_words w on w.congress = e.congress and w.seq = e.seq`,
    )
    expect(JSON.stringify(rows)).not.toMatch(/张某|1380000/)
    const kept = await site.county.database.owner.query('select 1 from luoshi.survey_frame')
    expect(kept.rowCount).toBe(30)
  })

  it('is sealed by the clerk, called by somebody else, drawn, and computed again by anyone', async () => {
    await answered(specs.sealFrame, await act('seal', { commitment: commitmentOf(kept) }))
    expect((await act('call', { number: '4721' })).status).toBe(403)
    await answered(specs.callFrame, await act('call', { number: '4721' }, await site.as('chairs')))
    expect(await problemIn(await act('draw', { ...kept, secret: 'another' }))).toMatchObject({
      code: 'frame-commitment-differs',
    })
    await answered(specs.drawFrame, await act('draw', kept))
    const frame = await first()
    expect(frame.drawn).toEqual([
      { code: 'town', n: 3 },
      { code: 'country', n: 4 },
    ])
    const told = await answered(
      specs.frameLines,
      await clerk.get(`/api/v1/survey-frames/${frame.id}/lines`),
    )
    expect(listHash(told.lines)).toBe(told.listHash)
    const seed = frameSeed(told.listHash, { ...kept, number: '4721' })
    const own = told.lines.map((line) => line.split(' ')[0] ?? '')
    const places = drawnPlaces(seed, { type: 'stratified' }, strata, own)
    expect(told.drawn).toEqual(places.map((place) => place + 1))
  })

  it('has a code made for each person drawn, once; only hashes are kept, and no order leads back', async () => {
    const issued = await act('issue-codes', { channel: 'letters' })
    const { rows } = await answered(specs.issueCodes, issued)
    expect(rows).toHaveLength(7)
    expect(rows[0]?.link).toContain(`/s/${survey}?c=letters`)
    const { owner } = site.county.database
    const kept = await owner.query<{ code_hash: string; stratum: string }>(
      'select code_hash, stratum from luoshi.survey_invitation order by code_hash',
    )
    const hashes = rows.map(({ code }) => hashOfInvitation(idOf('survey', survey), code)).toSorted()
    expect(kept.rows.map((row) => row.code_hash)).toEqual(hashes)
    expect(await problemIn(await act('issue-codes', { channel: 'letters' }))).toMatchObject({
      code: 'frame-codes-issued',
    })
  })

  it('is made void or used, never both, when both happen at one moment', async () => {
    const { owner, congress } = { ...site.county.database, ...site.county }
    const place = { congress, survey: idOf('survey', survey) }
    const token = askingForTokens(
      site.county.world.db,
      place,
      strata.map(({ code }) => code),
    )
    const replace = () => act('replace-codes', {})
    const madeAnew = async () => (await answered(specs.replaceCodes, await replace())).rows
    const issued = async () => {
      const found = await owner.query('select voter from luoshi.survey_issuance')
      return found.rowCount
    }
    // The letters are made void a moment before: the old code opens nothing, and nobody is on the register.
    const old = firstOf(place.survey, await madeAnew())
    const [fresh, late] = await inThisOrder(owner, replace, () => token(old))
    expect(late).toEqual({ ok: false, refusal: 'code-unknown' })
    expect(await issued()).toBe(0)
    // The token is taken a moment before: the codes stay as they are.
    const now = firstOf(place.survey, (await answered(specs.replaceCodes, fresh)).rows)
    const [taken, refusal] = await inThisOrder(owner, () => token(now), replace)
    expect(taken.ok).toBe(true)
    expect(await problemIn(refusal)).toMatchObject({ code: 'frame-codes-used' })
    expect((await token(now)).ok).toBe(false)
    expect(await issued()).toBe(1)
    // Whoever is first, as it comes.
    for (const round of [1, 2, 3]) {
      await owner.query('delete from luoshi.survey_issuance')
      const given = await madeAnew()
      const one = given[round]
      if (!one) throw new Error('No code')
      const [gone, got] = await Promise.all([replace(), token(one)])
      expect({ replaced: gone.status, got: got.ok }).toEqual(
        got.ok ? { replaced: 409, got: true } : { replaced: 200, got: false },
      )
      expect(await issued()).toBe(got.ok ? 1 : 0)
    }
    await owner.query('delete from luoshi.survey_issuance')
  }, 60_000)

  it('has lost letters made void and new while nobody has used one, and only then', async () => {
    const { owner } = site.county.database
    const hashes = async () => {
      const { rows } = await owner.query<{ code_hash: string }>(
        'select code_hash from luoshi.survey_invitation order by code_hash',
      )
      return rows.map((row) => row.code_hash)
    }
    const before = await hashes()
    const unit = await site.as('official', site.county.roads.unit)
    expect((await act('replace-codes', {}, unit)).status).toBe(403)
    const { rows } = await answered(specs.replaceCodes, await act('replace-codes', {}))
    const [code = '', other = ''] = rows.map((row) => row.code)
    const now = await hashes()
    expect(now).toHaveLength(7)
    expect(now.filter((hash) => before.includes(hash))).toEqual([])
    expect(now).toContain(hashOfInvitation(idOf('survey', survey), code))
    expect((await first()).codes).toMatchObject([{ n: 7, instead: true }])
    // Somebody takes a token.
    const voter = hashOfInvitation(idOf('survey', survey), other)
    await owner.query(
      `insert into luoshi.survey_issuance (congress, survey, contest, voter, z)
        values ($1, $2, 0, $3, 'x')`,
      [site.county.congress, survey, voter],
    )
    expect(await problemIn(await act('replace-codes', {}))).toMatchObject({
      code: 'frame-codes-used',
    })
    expect(await hashes()).toEqual(now)
  })

  it('keeps its list once codes are out: with another one, people would answer twice', async () => {
    const again = await upload(clerk, ['姓名,手机,分层', ...people].join('\n'))
    expect(await problemIn(again)).toMatchObject({ code: 'frame-codes-out' })
    const kept = await site.county.database.owner.query('select 1 from luoshi.survey_frame')
    expect(kept.rowCount).toBe(30)
  })

  it('has its names erased, and can still be computed again', async () => {
    await answered(specs.eraseFrame, await act('erase', {}))
    const { owner } = site.county.database
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from luoshi.survey_frame where name <> '' or contact <> ''`,
    )
    expect(rows[0]?.n).toBe(0)
    const { id, listHash: hash } = await first()
    const told = await answered(
      specs.frameLines,
      await clerk.get(`/api/v1/survey-frames/${id}/lines`),
    )
    expect(listHash(told.lines)).toBe(hash)
  })

  it('is nothing to a neighbour or a unit, and is rebuilt as it stands', async () => {
    const { id } = await first()
    const other = await (await site.neighbour()).as('clerk')
    expect((await other.get(`/api/v1/survey-frames/${id}/lines`)).status).toBe(404)
    const unit = await site.as('official', site.county.roads.unit)
    expect((await unit.get(`/api/v1/survey-frames/${id}/lines`)).status).toBe(403)
    const { database, congress } = site.county
    const { different } = await rebuildViews(database.owner, congress, project, 'compare')
    expect(different).toEqual([])
  })
})
