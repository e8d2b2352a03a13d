import type { MatterId } from '@luoshi/domain/kernel/ids'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { getSession } from '../contract/session.ts'
import { getMatter } from '../contract/matters.ts'
import {
  beginMeeting,
  conveneMeeting,
  getMeeting,
  hearPoint,
  takeSpeech,
  turnSpeech,
  type MeetingRow,
} from '../contract/meetings.ts'
import { listDefences } from '../contract/defences.ts'
import { project } from '../execute/project.ts'

let site: TestSite
let clerk: Browser
let meeting: MeetingRow

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  const { appraisal, clock } = site.county
  const body = {
    appraisals: [appraisal],
    session: '第十八届人大常委会第三十一次会议',
    heldOn: clock.today(),
    members: 33,
    agenda: [
      { part: 'other', text: '述职', speaker: '' },
      { part: 'other', text: '调查组报告', speaker: '' },
      { part: 'other', text: '审议发言', speaker: '' },
      { part: 'other', text: '表态', speaker: '' },
    ],
  }
  meeting = await answered(conveneMeeting, await clerk.send('POST', '/api/v1/meetings', body))
})
afterAll(() => site[Symbol.asyncDispose]())

const path = (tail = '') => `/api/v1/meetings/${meeting.id}${tail}`
const say = (browser: Browser, text: string, kind = 'member') =>
  browser.send('POST', path('/speeches'), { kind, speaker: '温组成', text })

/** A big screen: everything that came over the stream, from the first line on. */
async function watch(browser: Browser, from: string) {
  const response = await browser.get(path('/stream'))
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.getReader()
  if (!reader) throw new Error('No stream')
  const decoder = new TextDecoder()
  let seen = ''
  const until = async (words: string) => {
    while (!seen.includes(words)) {
      const { value, done } = await reader.read()
      if (done) throw new Error('The stream ended')
      seen += decoder.decode(value)
    }
  }
  await until(from)
  return { until, seen: () => seen, close: () => reader.cancel() }
}

describe('a meeting', () => {
  it('takes nothing down before it has begun, and does not begin without a quorum', async () => {
    expect(meeting).toMatchObject({ status: 'convened', quorum: 17, present: null })
    expect(await problemIn(await say(clerk, '早了'))).toMatchObject({
      code: 'meeting-not-in-session',
    })
    const few = await clerk.send('POST', path('/begin-meeting'), {
      version: 1,
      present: 16,
      absent: [],
    })
    expect(await problemIn(few)).toMatchObject({ code: 'meeting-no-quorum' })
    const enough = { version: 1, present: 28, absent: [] }
    meeting = await answered(beginMeeting, await clerk.send('POST', path('/begin-meeting'), enough))
    expect(meeting).toMatchObject({ status: 'inSession', present: 28 })
  })

  it('keeps what five clerks write at once, each line once, numbered in one order', async () => {
    const clerks = await Promise.all(Array.from({ length: 5 }, () => site.as('clerk')))
    const lines = Array.from({ length: 40 }, (_, n) => `第${n + 1}句`)
    await Promise.all(
      lines.map(async (text, n) => {
        const one = clerks[n % clerks.length]
        if (one) await answered(takeSpeech, await say(one, text))
      }),
    )
    const { speeches } = await answered(getMeeting, await clerk.get(path()))
    expect(speeches.map(({ number }) => number)).toEqual(lines.map((_, n) => n + 1))
    expect(speeches.map(({ text }) => text).toSorted()).toEqual(lines.toSorted())
  })

  it('turns what was said into an opinion with its matter, on the spot', async () => {
    const speech = await answered(
      takeSpeech,
      await say(clerk, '路灯半年不亮，谁来修要说清楚。另外，桥面也破了。'),
    )
    const body = {
      version: speech.version,
      appraisal: site.county.appraisal,
      title: '路灯不亮',
      text: '路灯半年不亮，谁来修要说清楚。',
      unit: site.county.roads.unit,
    }
    const turn = `/api/v1/speeches/${speech.id}/turn-speech`
    const turned = await answered(turnSpeech, await clerk.send('POST', turn, body))
    const matter: MatterId | null | undefined = turned.opinions[0]?.matter
    const found = await answered(getMatter, await clerk.get(`/api/v1/matters/${matter}`))
    expect(found.matter).toMatchObject({ title: '路灯不亮', text: body.text, status: 'drafted' })
    expect(found.opinions[0]).toMatchObject({ channel: 'meetingRemark', raiserKind: 'member' })
  })

  it('does not make an opinion of the official’s reply', async () => {
    const reply = await answered(takeSpeech, await say(clerk, '我表态，三个月内修好。', 'official'))
    const refused = await clerk.send('POST', `/api/v1/speeches/${reply.id}/turn-speech`, {
      version: reply.version,
      appraisal: site.county.appraisal,
      title: '修路灯',
      unit: null,
    })
    expect(await problemIn(refused)).toMatchObject({ code: 'speech-is-reply' })
  })

  it('keeps question and answer together, and a defence with the matter it answers', async () => {
    const { matter } = await site.county.raise('桥面破损', site.county.roads.unit)
    const asked = { kind: 'member', act: 'question', speaker: '温组成', text: '谁来修？' }
    const question = await answered(takeSpeech, await clerk.send('POST', path('/speeches'), asked))
    const answer = {
      kind: 'official',
      act: 'answer',
      question: question.id,
      speaker: '',
      text: '公路局修。',
    }
    expect(
      await answered(takeSpeech, await clerk.send('POST', path('/speeches'), answer)),
    ).toMatchObject({ act: 'answer', to: { question: question.id } })
    const defence = {
      kind: 'official',
      act: 'defence',
      matter,
      speaker: '',
      text: '这一段不归我局。',
    }
    expect(
      await answered(takeSpeech, await clerk.send('POST', path('/speeches'), defence)),
    ).toMatchObject({ act: 'defence', to: { matter } })
    const shown = await answered(
      listDefences,
      await clerk.get(`/api/v1/matters/${matter}/defences`),
    )
    expect(shown.spoken).toMatchObject([{ text: '这一段不归我局。' }])
    const lost = { ...defence, matter: 'matter_nowhere00' }
    expect((await clerk.send('POST', path('/speeches'), lost)).status).toBe(404)
    const backwards = { ...answer, question: undefined, act: 'question' }
    expect(await problemIn(await clerk.send('POST', path('/speeches'), backwards))).toMatchObject({
      code: 'speech-act-unfit',
    })
  })

  it('marks the duty report as heard', async () => {
    const body = { version: meeting.version, point: 0 }
    meeting = await answered(hearPoint, await clerk.send('POST', path('/hear-point'), body))
    expect(meeting.heard).toEqual([0])
    // One clerk at the table, another at the door.
    const { version } = meeting
    const door = { version, point: 1, present: 27, absent: [] }
    const both = await Promise.all([
      clerk.send('POST', path('/hear-point'), { version, point: 1 }),
      (await site.as('clerk')).send('POST', path('/change-attendance'), door),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const second = await clerk.send('POST', path('/change-attendance'), { ...door, present: 26 })
    expect(await problemIn(second)).toMatchObject({ code: 'version-conflict' })
    ;({ meeting } = await answered(getMeeting, await clerk.get(path())))
    expect(meeting).toMatchObject({ heard: [0, 1], present: 27 })
  })

  it('is followed live: a line that is taken down comes to whoever watches, once', async () => {
    const screen = await watch(await site.as('team'), '第40句')
    await answered(takeSpeech, await say(clerk, '大屏幕上应当看到这一句'))
    await screen.until('大屏幕上应当看到这一句')
    expect(screen.seen().split('大屏幕上应当看到这一句')).toHaveLength(2)
    await screen.close()
  })

  it('has every line of five clerks who write at once durable and at whoever watches, each once', async () => {
    const clerks = await Promise.all(Array.from({ length: 5 }, () => site.as('clerk')))
    const screen = await watch(await site.as('team'), '第40句')
    const lines = Array.from({ length: 50 }, (_, n) => `齐写第${n + 1}行。`)
    await Promise.all(
      clerks.map(async (one, who) => {
        for (const [n, text] of lines.entries())
          if (n % clerks.length === who) await answered(takeSpeech, await say(one, text))
      }),
    )
    for (const text of lines) await screen.until(text)
    for (const text of lines) expect(screen.seen().split(text)).toHaveLength(2)
    await screen.close()
    const { speeches } = await answered(getMeeting, await clerk.get(path()))
    expect(lines.every((text) => speeches.some((one) => one.text === text))).toBe(true)
    expect(new Set(speeches.map(({ number }) => number)).size).toBe(speeches.length)
  })

  it('is the committee’s own: a unit sees neither the meeting nor what is said in it', async () => {
    for (const role of ['official', 'unitStaff', 'observer'] as const) {
      const other = await site.as(role, site.county.roads.unit)
      expect((await other.get(path())).status).toBe(403)
      expect((await other.get(path('/stream'))).status).toBe(403)
      expect((await say(other, '插一句')).status).toBe(403)
    }
  })

  it('ends for whoever was signed out, suspended or sent to other work, in the moment it happens', async () => {
    const admin = await site.as('admin')
    const screens = [await site.as('member'), await site.as('member'), await site.as('member')]
    const [first, second, third] = await Promise.all(
      screens.map(async (one) => {
        const { account } = await answered(getSession, await one.get('/api/v1/session'))
        return `/api/v1/accounts/${account.id}`
      }),
    )
    const nowhere = { unit: null, official: null }
    const acts = [
      () => admin.send('POST', `${first}/sessions/end`, {}),
      () => admin.send('POST', `${second}/suspend`, {}),
      () =>
        admin.send('POST', `${third}/roles`, {
          roles: ['observer'],
          ...nowhere,
          seen: { roles: ['member'], ...nowhere },
        }),
    ]
    for (const [n, act] of acts.entries()) {
      const browser = screens[n]
      if (!browser) throw new Error('No screen')
      const screen = await watch(browser, '第1句')
      expect((await act()).status).toBe(200)
      await screen.until('signedOut')
      await expect(screen.until('nothing more')).rejects.toThrow('The stream ended')
      expect((await browser.get('/api/v1/session')).status).toBe(401)
    }
  }, 30_000)

  it('ends where another server of the office ended the session: the database is asked every second', async () => {
    const browser = await site.as('member')
    const screen = await watch(browser, '第1句')
    await site.county.database.owner.query(
      `delete from luoshi.session s using luoshi.account a where a.id = s.account and a.roles = '{member}'`,
    )
    await screen.until('signedOut')
  }, 30_000)

  it('is rebuilt from the log to the byte', async () => {
    const { database, congress } = site.county
    expect((await rebuildViews(database.owner, congress, project, 'compare')).different).toEqual([])
  })
})
