/** Papers that gather several records: the chair's script, the record of the talk on a letter, the plan of a term. */
import { readDocx } from '@luoshi/papers/readers/read-docx'
import { openPackage } from '@luoshi/papers/readers/office-package'
import { day } from '@luoshi/domain/kernel/day'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../../testing/test-county.ts'
import { answered, testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { announceBallot, enterBallot, openBallot } from '../contract/ballots.ts'
import { draftLetter, getLetterDraft } from '../contract/letters.ts'
import { beginMeeting, conveneMeeting, type MeetingRow } from '../contract/meetings.ts'
import { openTerm } from '../contract/terms.ts'
import { draftYearPlan, stepOnYearPlan } from '../contract/yearplans.ts'

let site: TestSite
let clerk: Browser
let water: Browser
let meeting: MeetingRow
const session = '第十八届人大常委会第三十一次会议'

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  clerk = await site.as('clerk')
  water = await site.as('unitStaff', county.water.unit)
  const canal: MatterId = (await county.raise('水渠淤塞', county.water.unit)).matter
  await county.step(county.as('clerk'), canal, { type: 'ApproveMatter', approval })
  meeting = await answered(
    conveneMeeting,
    await clerk.send('POST', '/api/v1/meetings', {
      appraisals: [county.appraisal],
      session,
      heldOn: county.clock.today(),
      members: 33,
      agenda: [
        { part: 'dutyReport', text: '述职报告', speaker: '' },
        { part: 'ballot', text: '测评', speaker: '' },
      ],
    }),
  )
})
afterAll(() => site[Symbol.asyncDispose]())

const at = (kind: string, query = '') => `/api/v1/papers/${kind}/docx${query}`
const ofAppraisal = () => `?appraisal=${site.county.appraisal}`

async function textOf(answer: Response): Promise<string> {
  if (answer.status !== 200) throw new Error(await answer.text())
  const pack = openPackage(new Uint8Array(await answer.arrayBuffer()))
  const read = pack.ok ? readDocx(pack.value) : pack
  if (!read.ok) throw new Error(read.refusal.code)
  return JSON.stringify(read.value)
}

describe('the chair’s script', () => {
  const script = async () => textOf(await clerk.get(at('chair-script', `?record=${meeting.id}`)))

  it('is there from the day the meeting is convened, with blanks, and is the committee’s', async () => {
    const text = await script()
    expect(text).toContain('应到33人，实到＿＿人')
    expect(text).toContain('测评采取无记名投票方式')
    expect(text).toMatch(/请[^。]+同志作述职报告。/)
    expect((await water.get(at('chair-script', `?record=${meeting.id}`))).status).toBe(403)
  })

  it('fills in who is there, and figures and who counted once the result is announced, not before', async () => {
    await answered(
      beginMeeting,
      await clerk.send('POST', `/api/v1/meetings/${meeting.id}/begin-meeting`, {
        version: meeting.version,
        present: 29,
        absent: [],
      }),
    )
    const ballot = await answered(
      openBallot,
      await clerk.send('POST', '/api/v1/ballots', {
        appraisal: site.county.appraisal,
        meeting: meeting.id,
        session,
        heldOn: site.county.clock.today(),
        subject: { type: 'official' },
        source: { type: 'countedElsewhere', method: 'paper', secrecy: 'secret' },
        members: 33,
        present: 29,
        recused: [{ name: '温组成', reason: '与述职人员系亲属' }],
        entries: 1,
        replaces: null,
      }),
    )
    const row = { satisfied: 25, basically: 2, dissatisfied: 1, abstain: 0, unknown: 0, spoiled: 0 }
    const counters = { chief: '顾总监', scrutineers: ['秦岚'], tellers: ['方以宁'] }
    const entered = await answered(
      enterBallot,
      await clerk.send('POST', `/api/v1/ballots/${ballot.id}/enter-ballot`, {
        version: ballot.version,
        count: { issued: 28, returned: 28, invalid: 0, rows: [row] },
        counters,
      }),
    )
    const before = await script()
    expect(before).toContain('应到33人，实到29人')
    expect(before).toContain('使用纸质测评票')
    expect(before).toContain('不参加测评的有：温组成')
    expect(before).not.toMatch(/顾总监|满意25票/)
    await answered(
      announceBallot,
      await clerk.send('POST', `/api/v1/ballots/${ballot.id}/announce-ballot`, {
        version: entered.version,
        demand: '',
        excepted: [],
        demands: [],
      }),
    )
    const after = await script()
    for (const one of ['总监票人：顾总监', '监票人：秦岚', '满意25票', '测评结果为满意'])
      expect(after).toContain(one)
  })
})

it('the record of the talk holds the letter’s opinions for the official in his post', async () => {
  const base = `/api/v1/appraisals/${site.county.appraisal}`
  const { content } = await answered(getLetterDraft, await clerk.get(`${base}/letter-draft`))
  const letter = await answered(
    draftLetter,
    await clerk.send('POST', `${base}/letters`, { replaces: null, content }),
  )
  const text = await textOf(await clerk.get(at('feedback-talk', ofAppraisal())))
  for (const { number, problem } of letter.items) {
    expect(text).toContain(`第${number}号`)
    expect(text).toContain(problem)
  }
  expect(text).toContain(letter.officialName)
  expect((await water.get(at('feedback-talk', `?record=${letter.id}`))).status).toBe(404)
})

describe('the plan of a term', () => {
  it('needs a term that runs', async () => {
    expect((await clerk.get(at('term-plan'))).status).toBe(404)
  })

  it('gathers its annual plans, and says who is not planned and what is only drafted', async () => {
    const { water: seat, schools } = site.county
    const term = { number: 18, from: day('2024-01-10'), until: day('2029-01-09') }
    await answered(openTerm, await clerk.send('POST', '/api/v1/terms', term))
    const plan = await answered(
      draftYearPlan,
      await clerk.send('POST', '/api/v1/year-plans', { year: 2026, title: '' }),
    )
    const subjects = [seat, schools].map((one) => {
      return { ...one, kind: 'person', selection: 'plan', drawing: null, reason: '届内轮换' }
    })
    const step = (version: number, told: unknown) =>
      clerk.send('POST', `/api/v1/year-plans/${plan.id}/steps`, { version, told })
    const planned = await answered(
      stepOnYearPlan,
      await step(plan.version, { type: 'PlanSubjects', subjects, approval: null }),
    )
    const withdrawn = { type: 'WithdrawSubject', subject: 's2', reason: '调离', approval: null }
    await answered(stepOnYearPlan, await step(planned.version, withdrawn))
    const text = await textOf(await clerk.get(at('term-plan')))
    expect(text).toContain('第十八届任期自2024年1月10日至2029年1月9日')
    expect(text).toContain('（一）2024年')
    expect(text).toContain('年度评议计划没有登记')
    expect(text).toContain('年度评议计划正在起草，尚未通过')
    // The one who is appraised already stands in no plan; the withdrawn one waits again.
    expect(text).toContain(
      '共3人，其中本届任期内已经开展评议的1人，已列入年度评议计划、尚未开展的1人，尚未安排的1人',
    )
    expect(text).toContain('计划外开展')
    expect((await water.get(at('term-plan'))).status).toBe(403)
  })
})
