/**
 * The law of accusations: whatever is heard, sealed, diverted and reported back, in whatever order and between whatever
 * records, no answer that the accused, a unit, a deputy, an observer, a member or the administrator can get has a word
 * or a number of it, or is a byte different from what it was before. Nor does the log know that there is one.
 */
import fc from 'fast-check'
import type { Id } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lawSeed } from '../../testing/chance.ts'
import { answered, testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { handleAccusation, listAccusations, readAccusation } from '../contract/sealed.ts'
import { eraseVoice, listVoices, openCall, sealVoice } from '../contract/voices.ts'
import { receiveVoice } from '../voices/receive-voice.ts'
import { approval } from '../../testing/test-county.ts'
import { allEndpoints } from '../openapi.ts'

const outsiders: readonly Role[] = [
  'official',
  'unitStaff',
  'deputy',
  'observer',
  'member',
  'chairs',
  'admin',
]

let site: TestSite
let clerk: Browser
let team: Browser
let browsers: readonly (readonly [Role, Browser])[]
let addresses: readonly string[]
let base: string

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  team = await site.as('team')
  const { county } = site
  base = `/api/v1/appraisals/${county.appraisal}`
  const matter = await county.handOver('坑槽修补慢', county.roads)
  const made: (readonly [Role, Browser])[] = []
  for (const role of outsiders) made.push([role, await site.as(role, county.roads.unit)])
  browsers = made
  const ids: Readonly<Record<string, string>> = {
    appraisal: county.appraisal,
    matter,
    unit: county.roads.unit,
    official: county.roads.official,
  }
  const isAsked = (path: string) => path.startsWith('/api/') && !unlike.includes(path)
  addresses = allEndpoints()
    .filter(({ spec }) => spec.method === 'GET' && isAsked(spec.path))
    .map(({ spec }) => spec.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? 'x'))
    .flatMap((path) => [path, `${path}?appraisal=${county.appraisal}`])
}, 60_000)
afterAll(() => site[Symbol.asyncDispose]())

/** These grow with every act of anybody, so their change says nothing; what is in them is looked at in the log itself. */
const unlike: readonly string[] = [
  '/api/v1/checkpoint',
  '/api/v1/proof',
  '/api/v1/accounts',
  '/api/v1/audit',
  '/api/v1/audit.csv',
]

async function everything(): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, string>()
  for (const address of addresses) {
    for (const [role, browser] of browsers) {
      const answer = await browser.get(address)
      // Whoever is not signed in sees nothing, which would prove nothing.
      expect(answer.status, `${role} ${address}`).not.toBe(401)
      // A workbook carries the moment it was made; its rows are those of the list, which is compared as it is.
      const type = answer.headers.get('content-type') ?? ''
      const body = await answer.text()
      said.set(`${role} ${address}`, `${answer.status} ${/json|text/.test(type) ? body : type}`)
    }
    await clerk.get('/api/v1/session')
    await team.get('/api/v1/session')
  }
  return said
}

type Act = 'note' | 'noteByTeam' | 'read' | 'divert' | 'outcome'
const act = fc.constantFrom<Act>('note', 'noteByTeam', 'read', 'divert', 'divert', 'outcome')
const canary = fc.stringMatching(/^密[一-龥]{6}$/)
const acts = fc.array(fc.tuple(act, canary), { minLength: 1, maxLength: 6, size: 'max' })

/** Takes one step on whatever is there; a step that has nothing to act on does nothing. */
async function take(what: Act, word: string): Promise<void> {
  const listed = await clerk.get(`${base}/accusations`)
  const { rows } = await answered(listAccusations, listed)
  const find = (status: string) => rows.find((row) => row.status === status)
  const send = (id: string, step: string, body: unknown) =>
    clerk.send('POST', `/api/v1/accusations/${id}/${step}`, body)
  const on = site.county.clock.today()
  switch (what) {
    case 'note':
    case 'noteByTeam': {
      const by = what === 'note' ? clerk : team
      const noted = await by.send('POST', `${base}/accusations`, { text: `举报：${word}` })
      expect(await noted.json()).toEqual({ sealed: true })
      return
    }
    case 'read': {
      const row = find('noted')
      if (!row) return
      const read = await send(row.id, 'read-accusation', { version: row.version })
      expect((await answered(readAccusation, read)).text).toContain('举报：')
      return
    }
    case 'divert': {
      const row = find('noted')
      if (!row) return
      const told = { type: 'DivertAccusation', route: 'discipline', reference: word, on }
      const done = await send(row.id, 'steps', { version: row.version, told })
      expect(await answered(handleAccusation, done)).toMatchObject({ reference: word })
      return
    }
    case 'outcome': {
      const row = find('diverted')
      if (!row) return
      const told = { type: 'RecordOutcome', outcome: word, on }
      const done = await send(row.id, 'steps', { version: row.version, told })
      expect(await answered(handleAccusation, done)).toMatchObject({ outcome: word })
    }
  }
}

type Settling = 'reply' | 'seal'
type After = 'nothing' | 'outcome' | 'erase' | 'outcomeAndErase'

const isErasing = (then: After) => then === 'erase' || then === 'outcomeAndErase'

/** A voice of the public, replied to or passed on, and what happens to it afterwards; a reply has no outcome. */
async function settled(call: Id<'call'>, how: Settling, then: After): Promise<Id<'voice'>> {
  const { world, congress, appraisal } = site.county
  const received = await receiveVoice(world, { congress, call, text: '这里有一件事要说。' })
  expect(received.ok).toBe(true)
  const listed = await clerk.get(`/api/v1/voices?appraisal=${appraisal}`)
  const [voice] = (await answered(listVoices, listed)).rows
  if (!voice) throw new Error('No voice')
  const path = `/api/v1/voices/${voice.id}`
  const { version } = voice
  const known = (await answered(listAccusations, await clerk.get(`${base}/accusations`))).rows
  const told = how === 'reply' ? { reply: '已阅。' } : { route: 'judicial', reference: '第9号' }
  const step = how === 'reply' ? 'reply-to-voice' : 'seal-voice'
  const done = await clerk.send('POST', `${path}/${step}`, { version, ...told })
  const { version: now } = await answered(sealVoice, done)
  if (how === 'seal' && (then === 'outcome' || then === 'outcomeAndErase')) {
    const { rows } = await answered(listAccusations, await clerk.get(`${base}/accusations`))
    const row = rows.find(({ id }) => !known.some((one) => one.id === id))
    if (!row) throw new Error('No accusation')
    const outcome = { type: 'RecordOutcome', outcome: '查实', on: site.county.clock.today() }
    const steps = `/api/v1/accusations/${row.id}/steps`
    await answered(
      handleAccusation,
      await clerk.send('POST', steps, { version: row.version, told: outcome }),
    )
  }
  if (isErasing(then)) {
    const erasing = { version: now, ground: 'consentWithdrawn', approval }
    await answered(eraseVoice, await clerk.send('POST', `${path}/erase-voice`, erasing))
  }
  return voice.id
}

/** What whoever holds a proof can tell of a voice: its events, and every other event that one of them leads to. */
async function traceOf(voice: Id<'voice'>): Promise<string> {
  const { database, congress } = site.county
  const { rows } = await database.owner.query<{ trace: string }>(
    `with own as (select * from luoshi.event where congress = $1 and stream = $2),
      led as (select e.* from luoshi.event e where e.congress = $1 and (e.command in (select command from own)
        or e.stream in (select facts::jsonb ->> 'envelope' from own)))
      select string_agg(type || ':' || split_part(stream, '_', 1) || ':' || version || ':'
        || (select string_agg(k, ',' order by k) from jsonb_object_keys(facts::jsonb) k), ' ' order by seq) as trace
      from led`,
    [congress, voice],
  )
  return rows[0]?.trace ?? ''
}

describe('an accusation heard in an investigation', () => {
  it('changes no answer that anybody outside the office of the clerk can get', async () => {
    expect(addresses.length).toBeGreaterThan(60)
    const before = await everything()
    await fc.assert(
      fc.asyncProperty(acts, async (taken) => {
        for (const [what, word] of taken) await take(what, word)
        const after = await everything()
        for (const [where, said] of after) {
          for (const [, word] of taken) expect(said.includes(word), `at ${where}`).toBe(false)
          expect(said, `at ${where}`).toBe(before.get(where))
        }
      }),
      { seed: lawSeed(), numRuns: 4, endOnFailure: true },
    )
  }, 240_000)

  it('is refused to everybody who is not the clerk, even to be listed', async () => {
    for (const [role, browser] of browsers) {
      expect((await browser.get(`${base}/accusations`)).status, `to ${role}`).toBe(403)
      const note = await browser.send('POST', `${base}/accusations`, { text: '举报' })
      expect(note.status, `to ${role}`).toBe(403)
    }
    expect((await team.get(`${base}/accusations`)).status).toBe(403)
  })

  it('is in the log as a hash that does not say of what, and in no row of any list', async () => {
    const { database, congress } = site.county
    const { rows } = await database.owner.query<{ types: string[]; facts: string; views: string }>(
      `select (select array_agg(distinct type) from luoshi.event
          where congress = $1 and stream like 'envelope_%') as types,
        (select coalesce(string_agg(e.facts::text || coalesce(w.body::text, ''), ' '), '') from luoshi.event e
          left join luoshi.event_words w on w.congress = e.congress and w.seq = e.seq
          where e.congress = $1) as facts,
        (select coalesce(string_agg(r::text, ' '), '') from luoshi.record_view r
          where r.congress = $1) as views`,
      [congress],
    )
    const [found] = rows
    expect(found?.types).toEqual(['EnvelopeTouched'])
    for (const word of ['举报', 'ccusation', 'discipline']) {
      expect(found?.facts).not.toContain(word)
      expect(found?.views).not.toContain(word)
    }
    expect(found?.views).not.toContain('envelope')
  })

  it('that came as a voice leaves in the log what a reply leaves, whatever follows', async () => {
    const { county } = site
    const body = { appraisal: county.appraisal, notice: '征求意见', until: county.clock.today() }
    const call = await answered(openCall, await clerk.send('POST', '/api/v1/calls', body))
    const way = fc.constantFrom<Settling>('reply', 'seal')
    const more = fc.constantFrom<After>('nothing', 'outcome', 'erase', 'outcomeAndErase')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(way, more), { minLength: 2, maxLength: 4 }),
        async (all) => {
          const voices = []
          for (const [how, later] of all)
            voices.push({ later, id: await settled(call.id, how, later) })
          for (const erased of [false, true]) {
            const alike = voices.filter(({ later }) => isErasing(later) === erased)
            const traces = await Promise.all(alike.map(({ id }) => traceOf(id)))
            expect(traces).toEqual(traces.map(() => traces[0]))
          }
        },
      ),
      { seed: lawSeed(), numRuns: 5, endOnFailure: true },
    )
  }, 120_000)

  it('cannot be changed behind the log: an entry that does not match its hash is not read', async () => {
    const { database, congress } = site.county
    await take('note', '密改动之前')
    await database.owner.query(
      `update luoshi.sealed_entry set body = replace(body, '密改动之前', '密改动之后') where congress = $1`,
      [congress],
    )
    expect((await clerk.get(`${base}/accusations`)).status).toBe(500)
  })
})
