import { addDays } from '@luoshi/domain/kernel/day'
import { roles } from '@luoshi/domain/people/roles'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { handleAccusation, listAccusations } from '../contract/sealed.ts'
import { getMatter, listMatters } from '../contract/matters.ts'
import {
  eraseVoice,
  listVoices,
  openCall,
  replyToVoice,
  sealVoice,
  takeOverVoice,
  type CallRow,
  type VoiceRow,
} from '../contract/voices.ts'
import { approval } from '../../testing/test-county.ts'
import { project } from '../execute/project.ts'
import { allEndpoints } from '../openapi.ts'
import { receiveVoice } from './receive-voice.ts'

let site: TestSite
let clerk: Browser
let call: CallRow

const lamps = '城北路段路灯已经半年不亮，晚上孩子放学要摸黑走路。'
const canary = '举报局长收受工程队现金'

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  const { appraisal, clock } = site.county
  const body = {
    appraisal,
    notice: '征求对公路局局长履职情况的意见。',
    until: addDays(clock.today(), 25),
  }
  call = await answered(openCall, await clerk.send('POST', '/api/v1/calls', body))
})
afterAll(() => site[Symbol.asyncDispose]())

const form = (fields: Readonly<Record<string, string>>) =>
  new TextEncoder().encode(new URLSearchParams(fields).toString())

const post = (path: string, fields: Readonly<Record<string, string>>, headers = {}) =>
  site.stranger.send('POST', path, form(fields), { origin: 'http://localhost', ...headers })

async function write(text: string): Promise<string> {
  const page = await (await post(call.path, { text })).text()
  const code = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(page)?.[0]
  if (code === undefined) throw new Error(page)
  return code
}

const follow = async (code: string, more = {}) =>
  (await post(`/voice/${site.county.congress}/follow`, { code, ...more })).text()

async function voices() {
  const path = `/api/v1/voices?appraisal=${site.county.appraisal}`
  return (await answered(listVoices, await clerk.get(path))).rows
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Of a workbook what its parts say: packed, no word could be found in it. */
function wordsIn(bytes: Uint8Array): string {
  const parts = isZip(bytes) ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map((part) => new TextDecoder().decode(part)).join('\n')
}

async function newest() {
  const [row] = await voices()
  if (!row) throw new Error('No voice')
  return row
}

describe('somebody of the public', () => {
  it('reads what is asked, without signing in and without a script', async () => {
    const response = await site.stranger.get(call.path)
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain('征求对公路局局长履职情况的意见')
    expect(page).not.toContain('<script')
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('writes, and follows her own words to the matter that carries them', async () => {
    const code = await write(lamps)
    expect(await follow(code)).toContain('还没有处理结果')
    const voice = await newest()
    expect(voice).toMatchObject({ status: 'received', text: lamps })
    const path = `/api/v1/voices/${voice.id}/take-over-voice`
    const body = { version: voice.version, title: '路灯不亮', unit: site.county.roads.unit }
    const taken = await answered(takeOverVoice, await clerk.send('POST', path, body))
    expect(taken).toMatchObject({ status: 'takenOver', matter: { number: 1 } })
    expect(await follow(code.toLowerCase().replaceAll('-', ' '))).toContain('第1号事项')
    const { matter } = await answered(
      getMatter,
      await clerk.get(`/api/v1/matters/${taken.matter?.id}`),
    )
    expect(matter).toMatchObject({ text: lamps, status: 'drafted', phase: 'before' })
  })

  it('says whether it is solved, and may change her mind', async () => {
    const code = await write('公交站牌倒了一个月没人管。')
    const voice = await newest()
    const path = `/api/v1/voices/${voice.id}/reply-to-voice`
    const body = { version: voice.version, reply: '站牌由县公交公司维护，已转告。' }
    await answered(replyToVoice, await clerk.send('POST', path, body))
    expect(await follow(code)).toContain('已转告')
    expect(await follow(code, { remark: 'notSolved' })).toContain('您的评价：没有解决')
    expect(await follow(code, { remark: 'solved' })).toContain('您的评价：已经解决')
    // On two phones in one moment: neither word is lost.
    const { version } = await newest()
    await Promise.all((['notSolved', 'solved'] as const).map((remark) => follow(code, { remark })))
    expect((await newest()).version).toBe(version + 2)
    await follow(code, { remark: 'solved' })
    expect(await newest()).toMatchObject({ remark: 'solved' })
  })

  it('is told when it is too short, and loses nothing', async () => {
    const refused = await post(call.path, { text: '差' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('差</textarea')
  })

  it('keeps her words where a character is nobody’s', async () => {
    await write('水管\u0000漏了半年，路面常年是湿的。')
    expect((await newest()).text).toBe('水管漏了半年，路面常年是湿的。')
  })

  it('cannot be made to write by another site', async () => {
    const refused = await post(call.path, { text: lamps }, { origin: 'https://evil.example' })
    expect(refused.status).toBe(403)
  })

  it('finds nothing with a wrong code', async () => {
    expect(await follow('ABCD-ABCD-ABCD-ABCD')).toContain('没有找到这个回执码')
    expect(await follow('<b>')).toContain('没有找到这个回执码')
  })

  it('leaves neither name nor address: a row holds the hash of the code, and the log no text', async () => {
    const { database, congress } = site.county
    const { rows } = await database.owner.query<{ all: string }>(
      `select coalesce(string_agg(r::text, ' '), '') as all from luoshi.record_view r where congress = $1`,
      [congress],
    )
    expect(rows[0]?.all).not.toContain('路灯')
    expect(rows[0]?.all).not.toContain('127.0.0.1')
  })
})

describe('an accusation', () => {
  it('is sealed with a route and a receipt; the one who wrote it learns that it was passed on', async () => {
    const code = await write(`${canary}，有人看见。`)
    const voice = await newest()
    const path = `/api/v1/voices/${voice.id}/seal-voice`
    const body = { version: voice.version, route: 'discipline', reference: '移交单第3号' }
    const sealed = await answered(sealVoice, await clerk.send('POST', path, body))
    expect(sealed).toMatchObject({ status: 'sealed', text: null })
    const page = await follow(code)
    expect(page).toContain('封存并转有关机关')
    expect(page).not.toContain(canary)
    const again = await clerk.send('POST', path.replace('seal-voice', 'take-over-voice'), {
      version: sealed.version,
      title: '贪污',
      unit: null,
    })
    expect(await problemIn(again)).toMatchObject({ code: 'voice-already-handled' })
  })

  it('is seen by nobody through any address, least of all by the accused and his unit', async () => {
    const { county } = site
    const { rows } = await answered(listMatters, await clerk.get('/api/v1/matters?sort=newest'))
    const ids: Readonly<Record<string, string>> = {
      appraisal: county.appraisal,
      matter: rows[0]?.id ?? '',
      voice: (await newest()).id,
      call: call.id,
      unit: county.roads.unit,
      official: county.roads.official,
    }
    const paths = allEndpoints()
      .filter(({ spec }) => spec.method === 'GET')
      .map(({ spec }) => spec.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? 'x'))
    expect(paths.length).toBeGreaterThan(20)
    for (const role of roles) {
      const browser = await site.as(role, county.roads.unit)
      for (const path of paths) {
        const query = `appraisal=${county.appraisal}&text=${encodeURIComponent('举报')}`
        for (const address of [path, `${path}?${query}`, `${path}?appraisal=${county.appraisal}`]) {
          const answer = await browser.get(address)
          const bytes = new Uint8Array(await answer.arrayBuffer())
          expect(wordsIn(bytes).includes(canary), `${role} ${address}`).toBe(false)
          // What is not there, or not hers to ask, is no other with a question behind it.
          if (answer.status === 404 || answer.status === 403) break
          // A question leaves lines out of a workbook, and puts none in.
          if (isZip(bytes)) break
        }
      }
    }
  }, 120_000)

  it('does not travel with a proof', async () => {
    const { database, congress } = site.county
    const { rows } = await database.owner.query<{ all: string }>(
      `select string_agg(e.facts || coalesce(w.body, ''), ' ') as all from luoshi.event e
        left join luoshi.event_words w on w.congress = e.congress and w.seq = e.seq where e.congress = $1`,
      [congress],
    )
    for (const word of [canary, '移交单第3号', 'discipline', 'VoiceSealed', 'VoicePassedOn'])
      expect(rows[0]?.all).not.toContain(word)
  })

  it('is on the clerk’s list of accusations, where the outcome reported back is put down once', async () => {
    // So many addresses were asked that her session is over.
    clerk = await site.as('clerk')
    const path = `/api/v1/appraisals/${site.county.appraisal}/accusations`
    const [row] = (await answered(listAccusations, await clerk.get(path))).rows
    expect(row).toMatchObject({ status: 'passedOn', reference: '移交单第3号', outcome: null })
    const told = { type: 'RecordOutcome', outcome: '查无实据', on: site.county.clock.today() }
    const steps = `/api/v1/accusations/${row?.id}/steps`
    const body = { version: row?.version, told }
    const heard = await answered(handleAccusation, await clerk.send('POST', steps, body))
    expect(heard).toMatchObject({ status: 'passedOn', outcome: '查无实据', version: row?.version })
    const again = await clerk.send('POST', steps, body)
    expect(await problemIn(again)).toMatchObject({ code: 'already-recorded' })
  })
})

describe('a voice that the law wants gone', () => {
  const ground = 'consentWithdrawn'
  const erase = (voice: VoiceRow, more = {}) =>
    clerk.send('POST', `/api/v1/voices/${voice.id}/erase-voice`, {
      version: voice.version,
      ground,
      approval,
      ...more,
    })
  const textsKept = async () => {
    const { database } = site.county
    const { rows } = await database.owner.query<{ voices: string[]; sealed: string[] }>(
      `select (select array_agg(text) from luoshi.voice_text) as voices,
        (select array_agg(body) from luoshi.sealed_entry) as sealed`,
    )
    return [...(rows[0]?.voices ?? []), ...(rows[0]?.sealed ?? [])].join(' ')
  }

  it('is dealt with first, and then erased with the approval of the chairs or the committee', async () => {
    const code = await write('我叫周小满，住城北路8号，路灯坏了。')
    const voice = await newest()
    expect(await problemIn(await erase(voice))).toMatchObject({ code: 'not-dealt-with' })
    const path = `/api/v1/voices/${voice.id}/reply-to-voice`
    const body = { version: voice.version, reply: '周小满同志，路灯已报修。' }
    const replied = await answered(replyToVoice, await clerk.send('POST', path, body))
    const lightly = { ...approval, body: 'workingCommittee' }
    expect(await problemIn(await erase(replied, { approval: lightly }))).toMatchObject({
      code: 'erasure-needs-chairs',
    })
    const gone = await answered(eraseVoice, await erase(replied))
    expect(gone).toMatchObject({ status: 'erased', text: null, reply: null })
    expect(await textsKept()).not.toContain('周小满')
    expect(await follow(code)).toContain('已依法删除')
    if (gone === null) throw new Error('It waits for somebody')
    expect(await problemIn(await erase(gone))).toMatchObject({ code: 'erased-already' })
  })

  it('is erased by nobody else, the administrator included', async () => {
    const voice = await newest()
    for (const role of ['admin', 'team', 'chairs', 'member', 'official'] as const) {
      const browser = await site.as(role, site.county.roads.unit)
      const body = { version: voice.version, ground, approval }
      const refused = await browser.send('POST', `/api/v1/voices/${voice.id}/erase-voice`, body)
      expect(refused.status, `to ${role}`).toBe(403)
    }
  })
})

describe('a commit that is refused', () => {
  it('leaves no text of the public lying, nor an entry in an envelope', async () => {
    const count = async () => {
      const { rows } = await site.county.database.owner.query<{ n: number }>(
        `select (select count(*) from luoshi.voice_text)::int
          + (select count(*) from luoshi.sealed_entry)::int as n`,
      )
      return rows[0]?.n
    }
    await write('村口的井盖没有了，晚上很危险。')
    const voice = await newest()
    const before = await count()
    const { world, congress } = site.county
    // Somebody was faster: the version it was decided on is not the one that is there.
    const late: typeof world.append = ({ writes, ...rest }) =>
      world.append({ ...rest, writes: writes.map((one) => ({ ...one, expected: 7 })) })
    const said = { congress, call: call.id, text: '这一条写不进去，也留不下来。' }
    await expect(receiveVoice({ ...world, append: late }, said)).rejects.toThrow('version-conflict')
    const seal = (reference: string) =>
      clerk.send('POST', `/api/v1/voices/${voice.id}/seal-voice`, {
        version: voice.version,
        route: 'discipline',
        reference,
      })
    const both = await Promise.all([seal('移交单第4号'), seal('移交单第5号')])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await count()).toBe((before ?? 0) + 1)
  })
})

describe('the list of voices', () => {
  it('comes page by page, newest first, each voice once, with the count of all', async () => {
    for (const n of [1, 2, 3]) await write(`第${n}处路灯不亮，已经三个月了。`)
    const path = `/api/v1/voices?appraisal=${site.county.appraisal}`
    const page = async (more: string) => answered(listVoices, await clerk.get(path + more))
    const whole = await page('&limit=100')
    const seen: VoiceRow[] = []
    for (let after: string | null = ''; after !== null;) {
      const { rows, total, next } = await page(`&limit=2${after === '' ? '' : `&after=${after}`}`)
      expect(total).toEqual({ count: whole.rows.length, exact: true })
      expect(rows.length).toBeLessThanOrEqual(2)
      seen.push(...rows)
      after = next
    }
    expect(seen).toEqual(whole.rows)
    expect(whole.rows.length).toBeGreaterThan(4)
    expect(whole.next).toBeNull()
    const numbers = seen.map(({ number }) => number)
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
    expect(await problemIn(await clerk.get(`${path}&after=voice_x`))).toMatchObject({
      code: 'cursor-not-understood',
    })
  })
})

describe('a call', () => {
  it('that is over takes nothing more, and what was written can still be followed', async () => {
    const code = await write('桥头路面塌了一块，三轮车过不去。')
    site.county.clock.goTo(addDays(call.until, 1))
    expect((await site.stranger.get(call.path)).status).toBe(410)
    expect((await post(call.path, { text: lamps })).status).toBe(409)
    expect(await follow(code)).toContain('还没有处理结果')
  })

  it('that does not exist is not found', async () => {
    expect((await site.stranger.get('/voice/congress_none/call_none')).status).toBe(404)
  })

  it('and its voices are rebuilt from the log to the byte', async () => {
    const { database, congress } = site.county
    expect((await rebuildViews(database.owner, congress, project, 'compare')).different).toEqual([])
  })
})
