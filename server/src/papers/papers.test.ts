/** Papers over HTTP: whoever may read the record has it on paper, in the county's wording; nobody else. */
import { readDocx } from '@luoshi/papers/readers/read-docx'
import { openPackage } from '@luoshi/papers/readers/office-package'
import { defaultTemplates } from '@luoshi/domain/papers/default-templates'
import { addDays } from '@luoshi/domain/kernel/day'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../../testing/test-county.ts'
import { verifiedMatter } from '../../testing/verified-matter.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { draftLetter, getLetterDraft, type LetterDetail } from '../contract/letters.ts'
import { conveneMeeting, takeSpeech } from '../contract/meetings.ts'
import { getPaperTemplates, previewPaperTemplate } from '../contract/papers.ts'

let site: TestSite
let clerk: Browser
let water: Browser
let letter: LetterDetail
const secret = '姓毕的会计'

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  clerk = await site.as('clerk')
  water = await site.as('unitStaff', county.water.unit)
  const [lamps, canal] = [
    (await county.raise('城北路段路灯不亮', county.roads.unit)).matter,
    (await county.raise('水渠淤塞', county.water.unit)).matter,
  ]
  for (const matter of [lamps, canal] satisfies MatterId[])
    await county.step(county.as('clerk'), matter, { type: 'ApproveMatter', approval })
  const base = `/api/v1/appraisals/${county.appraisal}`
  const { content } = await answered(getLetterDraft, await clerk.get(`${base}/letter-draft`))
  letter = await answered(
    draftLetter,
    await clerk.send('POST', `${base}/letters`, { replaces: null, content }),
  )
  const recorded = await clerk.send('POST', `${base}/inquiries`, {
    method: 'interview',
    on: county.clock.today(),
    place: '会议室',
    tookPart: '调查组甲、乙',
    whom: '',
    protectedName: secret,
    found: '路灯报修三次没有回音。',
    ratings: null,
    evidence: [],
  })
  expect(recorded.status).toBe(200)
})
afterAll(() => site[Symbol.asyncDispose]())

const at = (kind: string, query = '') => `/api/v1/papers/${kind}/docx${query}`
const ofAppraisal = () => `?appraisal=${site.county.appraisal}`

async function textOf(answer: Response): Promise<string> {
  expect(answer.status).toBe(200)
  const pack = openPackage(new Uint8Array(await answer.arrayBuffer()))
  const read = pack.ok ? readDocx(pack.value) : pack
  if (!read.ok) throw new Error(read.refusal.code)
  return JSON.stringify(read.value)
}

describe('a paper by HTTP', () => {
  it('holds every matter of the letter, by its id or as the latest of the appraisal', async () => {
    for (const query of [ofAppraisal(), `?record=${letter.id}`]) {
      const text = await textOf(await clerk.get(at('opinion-letter', query)))
      for (const { number, problem } of letter.items) {
        expect(text).toContain(`第${number}号事项`)
        expect(text).toContain(problem)
      }
      expect(letter.items).toHaveLength(2)
    }
  })

  it('of a letter that was not handed over is nobody’s but the committee’s', async () => {
    const answer = await water.get(at('opinion-letter', `?record=${letter.id}`))
    expect(answer.status).toBe(404)
  })

  it('of an interview is for team and clerk, and does not name its protected source', async () => {
    const text = await textOf(await clerk.get(at('interview-record', ofAppraisal())))
    expect(text).toContain('路灯报修三次没有回音')
    expect(text).toContain('身份保密')
    expect(text).not.toContain(secret)
    const member = await site.as('member')
    expect((await member.get(at('interview-record', ofAppraisal()))).status).toBe(403)
  })

  it('of a meeting holds who was there and what was said, and is the committee’s', async () => {
    const meeting = await answered(
      conveneMeeting,
      await clerk.send('POST', '/api/v1/meetings', {
        appraisals: [site.county.appraisal],
        session: '第十八届人大常委会第三十一次会议',
        heldOn: site.county.clock.today(),
        members: 33,
        agenda: [{ part: 'speeches', text: '审议发言', speaker: '' }],
      }),
    )
    const of = `/api/v1/meetings/${meeting.id}`
    const absent = [{ name: '周五', reason: '病假' }]
    await clerk.send('POST', `${of}/begin-meeting`, { version: 1, present: 32, absent })
    const line = { kind: 'member', speaker: '温组成', text: '支管哪天换完？' }
    await answered(takeSpeech, await clerk.send('POST', `${of}/speeches`, line))
    const text = await textOf(await clerk.get(at('meeting-minutes', ofAppraisal())))
    for (const one of ['实到32人', '周五（病假）', '温组成（组成人员）发言：支管哪天换完？'])
      expect(text).toContain(one)
    const own = await water.get(at('meeting-minutes', `?record=${meeting.id}`))
    expect(own.status).toBe(403)
  })

  it('without a record is refused with what is wanted', async () => {
    const answer = await clerk.get(at('rectification-report', ofAppraisal()))
    expect(answer.status).toBe(404)
    expect((await problemIn(answer)).zh.what).toContain('整改情况报告')
  })
})

describe('the county’s templates', () => {
  it('are set by the clerk, word the next paper, and can be put back', async () => {
    const before = await answered(getPaperTemplates, await clerk.get('/api/v1/paper-templates'))
    const shipped = defaultTemplates['opinion-letter']
    const template = {
      ...shipped,
      title: '评议意见（{official}）',
      closing: '以上意见，请研究办理。',
    }
    const body = { version: before.version, kind: 'opinion-letter', template }
    const set = await answered(
      getPaperTemplates,
      await clerk.send('POST', '/api/v1/paper-templates', body),
    )
    expect(set.templates.filter(({ isOwn }) => isOwn).map(({ kind }) => kind)).toEqual([
      'opinion-letter',
    ])
    const text = await textOf(await clerk.get(at('opinion-letter', ofAppraisal())))
    expect(text).toContain('以上意见，请研究办理。')
    const back = { version: set.version, kind: 'opinion-letter', template: null }
    await answered(getPaperTemplates, await clerk.send('POST', '/api/v1/paper-templates', back))
    const again = await textOf(await clerk.get(at('opinion-letter', ofAppraisal())))
    expect(again).not.toContain('以上意见，请研究办理。')
  })

  it('are looked at as pages before they are set; a character without a face is named, not dropped', async () => {
    const shipped = defaultTemplates['opinion-letter']
    const ask = (title: string) =>
      clerk.send('POST', '/api/v1/paper-templates/preview', {
        kind: 'opinion-letter',
        template: { ...shipped, title },
      })
    const { picture, pages } = await answered(previewPaperTemplate, await ask('关于堃喆镕昇的意见'))
    expect(pages).toBe(2)
    expect(picture).toMatch(/^<svg/)
    const missing = await ask('关于王\u{2B740}的意见')
    expect(missing.status).toBe(422)
    const { code, zh } = await problemIn(missing)
    expect(code).toBe('characters-missing')
    expect(`${zh.what}${zh.fix}`).toContain('U+2B740')
    const unknown = await ask('按{month}')
    expect((await problemIn(unknown)).code).toBe('template-blank-unknown')
    const { kind, template } = { kind: 'opinion-letter', template: shipped }
    const refused = await water.send('POST', '/api/v1/paper-templates/preview', { kind, template })
    expect(refused.status).toBe(403)
  }, 60_000)

  it('that would leave a section out are refused, and a unit may neither see nor set them', async () => {
    const { version } = await answered(
      getPaperTemplates,
      await clerk.get('/api/v1/paper-templates'),
    )
    const template = { ...defaultTemplates['opinion-letter'], sections: [] }
    const body = { version, kind: 'opinion-letter', template }
    const answer = await clerk.send('POST', '/api/v1/paper-templates', body)
    expect((await problemIn(answer)).code).toBe('template-sections-differ')
    expect((await water.get('/api/v1/paper-templates')).status).toBe(403)
    expect((await water.send('POST', '/api/v1/paper-templates', body)).status).toBe(403)
  })
})

describe('a unit’s plans on paper', () => {
  it('are dated by the last of them, on whatever day they are printed', async () => {
    const { clock, water: seat } = site.county
    await verifiedMatter(site.county, '泵站停运', seat)
    clock.goTo(addDays(clock.today(), 20))
    clerk = await site.as('clerk')
    const text = await textOf(await clerk.get(at('rectification-plan', ofAppraisal())))
    expect(text).toContain('"text":"2026年3月2日"')
    expect(text).not.toContain('2026年3月22日')
  })
})
