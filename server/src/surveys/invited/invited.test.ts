/**
 * Invited people: a code, a token, an answer. And the red team: an administrator with every right of the API and every
 * table before her cannot tell whose answer is whose.
 */
import { fromBase64url, sha256, toBase64url } from '@luoshi/ballots/protocol/bytes'
import { secretFrom, signed } from '@luoshi/ballots/protocol/p256'
import { surveyMessage } from '@luoshi/ballots/protocol/survey-message'
import { finishToken, requestToken, type Token } from '@luoshi/ballots/voting/take-token'
import type { Id } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitedReach, openSurvey, tenQuestions } from '../../../testing/open-survey.ts'
import { testSite, type TestSite } from '../../../testing/test-site.ts'
import { invite } from '../../../testing/invite.ts'
import { tokenManifest, type TokenManifest } from './token-manifest.ts'

type Asked = Readonly<{
  survey: Id<'survey'>
  mh: Uint8Array<ArrayBuffer>
  manifest: TokenManifest
  codes: readonly string[]
}>

let site: TestSite
let asked: Asked

beforeAll(async () => {
  site = await testSite()
  asked = await ask(4)
})
afterAll(() => site[Symbol.asyncDispose]())

async function ask(people: number): Promise<Asked> {
  const { county } = site
  const { id: survey } = await openSurvey(
    await site.as('clerk'),
    county.appraisal,
    tenQuestions,
    invitedReach,
  )
  const place = { congress: county.congress, survey }
  const codes = await invite(county.world.db, place, 'town', people)
  const told: unknown = await (await site.stranger.get(`/s/${survey}/tokens.json`)).json()
  const text = String(Object(told).manifest)
  const parsed: unknown = JSON.parse(text)
  const mh = await sha256(new TextEncoder().encode(text))
  return { survey, mh, manifest: tokenManifest.parse(parsed), codes }
}

const post = (path: string, body: object) =>
  site.stranger.send('POST', path, body, { origin: 'http://localhost' })

const contestAt = ({ manifest }: Asked, c: number) => manifest.contests[c] ?? { issuers: [] }

async function request(of: Asked, c: number) {
  const pending = await requestToken(of, c, contestAt(of, c))
  return { pending, request: { c, z: pending.blinded[0]?.z ?? '' } }
}

async function tokenFor(of: Asked, code: string, c = 0): Promise<Token> {
  const { pending, request: wanted } = await request(of, c)
  const issued: unknown = await (
    await post(`/s/${of.survey}/tokens`, { code, requests: [wanted] })
  ).json()
  const signatures: unknown = Object(issued).signatures
  if (!Array.isArray(signatures)) throw new Error(JSON.stringify(issued))
  const token = await finishToken(of, contestAt(of, c), pending, signatures.map(String))
  if (!token.ok) throw new Error(token.refusal.code)
  return token.value
}

async function castOf(of: Asked, { c, secret, pk, pre, tok }: Token, said: object) {
  const body = JSON.stringify(said)
  const [point, kept] = [fromBase64url(pk), fromBase64url(secret)]
  if (!point || !kept) throw new Error('no token')
  const sig = await signed(await secretFrom(kept), surveyMessage(of.mh, c, point, body))
  return { c, pk, pre, tok: tok[0] ?? '', sig: toBase64url(sig), body }
}

async function codeIn(response: Promise<Response>): Promise<string> {
  const told: unknown = await (await response).json()
  return String(Object(told).code)
}

describe('an invited person', () => {
  it('has one token a code, the same again for the same request, and none for another', async () => {
    const [code = ''] = asked.codes
    const first = await request(asked, 0)
    const send = (wanted: object) => post(`/s/${asked.survey}/tokens`, { code, requests: [wanted] })
    const issued = await (await send(first.request)).text()
    expect(await (await send(first.request)).text()).toBe(issued)
    expect(await codeIn(send((await request(asked, 0)).request))).toBe('code-used')
  })

  it('answers for her stratum only, and for nobody without a code', async () => {
    const [, code = ''] = asked.codes
    const country = asked.manifest.contests.findIndex(
      (one) => one.kind === 'answer' && one.stratum === 'country',
    )
    const path = `/s/${asked.survey}/tokens`
    const wanted = (await request(asked, country)).request
    expect(await codeIn(post(path, { code, requests: [wanted] }))).toBe('answer-unreadable')
    const stranger = { code: 'AAAA-BBBB-CCCC-DDDD', requests: [(await request(asked, 0)).request] }
    expect(await codeIn(post(path, stranger))).toBe('code-unknown')
  })

  it('spends her token once: again the same, never another answer, never another contest', async () => {
    const [, , code = ''] = asked.codes
    const token = await tokenFor(asked, code)
    const path = `/s/${asked.survey}/cast`
    const answer = await castOf(asked, token, { q1: 'dissatisfied' })
    for (const status of [200, 200]) expect((await post(path, answer)).status).toBe(status)
    expect(await codeIn(post(path, await castOf(asked, token, { q1: 'satisfied' })))).toBe(
      'token-spent',
    )
    for (const wrong of [
      { ...answer, body: '{"q1":"satisfied"}' },
      { ...answer, c: 1 },
      { ...answer, tok: answer.sig },
      { ...answer, pre: toBase64url(new Uint8Array(32)) },
    ])
      expect(await codeIn(post(path, wrong))).toBe('token-unfit')
  })

  it('writes freely under a token of its own, and has a receipt', async () => {
    const [, , , code = ''] = asked.codes
    const c = asked.manifest.contests.findIndex(({ kind }) => kind === 'text')
    const cast = await castOf(asked, await tokenFor(asked, code, c), { text: '路灯不亮。' })
    const first: unknown = await (await post(`/s/${asked.survey}/cast`, cast)).json()
    expect(first).toMatchObject({ receipts: [{ question: 'say' }] })
    const again: unknown = await (await post(`/s/${asked.survey}/cast`, cast)).json()
    expect(again).toEqual(first)
  })
})

const answering = ['tray', 'answer', 'text', 'batch', 'count', 'answered', 'invitation', 'issuance']

describe('the red team', () => {
  const people = 60

  it('with every right and every table finds no answer of an invited person', async () => {
    const of = await ask(people)
    const { county } = site
    const sent: Readonly<{ code: string; mark: string; pk: string }>[] = []
    // The worst case: everybody answers at once after taking the token, in a known order, each recognisable.
    for (const [at, code] of of.codes.entries()) {
      const token = await tokenFor(of, code)
      const mark = at % 2 === 0 ? 'satisfied' : 'dissatisfied'
      const answer = await castOf(of, token, {
        q1: mark,
        q9: at % 3 === 0 ? ['holes'] : ['lights'],
      })
      expect((await post(`/s/${of.survey}/cast`, answer)).status).toBe(200)
      sent.push({ code, mark, pk: token.pk })
    }
    const live = await everyTable()
    // Before the batch is written no answer is readable anywhere, and nothing that was said stands in a count.
    expect(live.get('survey_answer')).toEqual([])
    expect(live.get('survey_count')).toEqual([])
    const place = { congress: county.congress, survey: of.survey }
    await county.world.intake.close(place)
    const tables = await everyTable()
    // 1. Neither a code nor a key of a token, nor anything blinded, stands beside an answer or leads to one.
    const answers = JSON.stringify([...tables].filter(([name]) => !name.startsWith('survey_i')))
    const issued = tables.get('survey_issuance') ?? []
    expect(issued.length).toBeGreaterThanOrEqual(people)
    for (const row of issued) expect(answers).not.toContain(String(row['voter']))
    for (const { code, pk } of sent) {
      expect(answers).not.toContain(code)
      expect(JSON.stringify([...tables])).not.toContain(pk)
    }
    // 2. Where a row lies on the disk, and in which transaction it came, tell no order: all are sorted, in one.
    const { rows } = await county.database.owner.query<{ id: string; xmin: string }>(
      `select encode(id, 'hex') as id, xmin::text as xmin from luoshi.survey_answer where survey = $1 order by ctid`,
      [of.survey],
    )
    expect(rows).toHaveLength(people)
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted())
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1)
    // 3. Laying the register beside the rows in the order of the disk finds no more than chance does.
    const inOrder = await answersInOrder(of.survey)
    const { rows: register } = await county.database.owner.query<{ voter: string }>(
      'select voter from luoshi.survey_issuance where survey = $1 order by ctid',
      [of.survey],
    )
    expect(register).toHaveLength(people)
    const guessed = sent.filter(({ mark }, at) => inOrder[at]?.includes(`"q1":"${mark}"`)).length
    // Two marks, half each: thirty by chance, give or take four, and sixty if the order were kept. Beyond these bounds
    // chance goes once in ten million runs.
    expect(guessed).toBeGreaterThan(8)
    expect(guessed).toBeLessThan(52)
    // 4. Nothing has a time, an address or a browser.
    const columns = await county.database.owner.query<{ name: string }>(
      `select table_name || '.' || column_name || ' ' || data_type as name from information_schema.columns
        where table_schema = 'luoshi' and table_name = any($1)`,
      [answering.map((name) => `survey_${name}`)],
    )
    for (const { name } of columns.rows)
      expect(name).not.toMatch(/time|date|address|agent|\bip\b|serial|_at\b|seq/)
  })

  it('finds nothing in what the API shows her, whatever her role', async () => {
    const [, , code = ''] = asked.codes
    for (const role of ['admin', 'clerk', 'chairs', 'auditAdmin', 'securityAdmin'] as const) {
      const person = await site.as(role)
      for (const path of ['', '/results', '/counts', '/export']) {
        const text = await (await person.get(`/api/v1/surveys/${asked.survey}${path}`)).text()
        expect(text).not.toContain(code)
        expect(text).not.toMatch(/"id":"[0-9a-f]{32}"/)
      }
    }
  })

  async function everyTable(): Promise<
    ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>
  > {
    const names = [
      'survey_answer',
      'survey_text',
      'survey_batch',
      'survey_count',
      'survey_answered',
      'survey_invitation',
      'survey_issuance',
      'survey_manifest',
      'survey_key',
      'event',
      'record_view',
    ]
    const tables = new Map<string, readonly Readonly<Record<string, unknown>>[]>()
    for (const name of names) {
      const where =
        name.startsWith('survey_') && name !== 'survey_manifest' && name !== 'survey_key'
      const { rows } = await site.county.database.owner.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from luoshi.${name} t ${where ? `where t.survey <> '${asked.survey}'` : ''}`,
      )
      tables.set(
        name,
        rows.map(({ row }) => row),
      )
    }
    return tables
  }

  async function answersInOrder(survey: string): Promise<readonly string[]> {
    const { rows } = await site.county.database.owner.query<{ answer: string }>(
      'select answer from luoshi.survey_answer where survey = $1 order by ctid',
      [survey],
    )
    return rows.map(({ answer }) => answer)
  }
})
