/** What people wrote freely, on a real database: sealed until the close, then each a matter, a reply or sealed away. */
import { smallForm } from '@luoshi/domain/surveys/testing/count-answers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askedSurvey, townOf } from '../../../testing/asked-survey.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../../testing/test-site.ts'
import { handleSurveyTexts, listSurveyTexts, openSurveyTexts } from '../../contract/survey-texts.ts'
import { followVoice } from '../../voices/follow-voice.ts'

let site: TestSite
let clerk: Browser

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

const say = { type: 'text', code: 'say', text: { zh: '意见建议', en: null }, when: null } as const
const form = { ...smallForm, questions: [...smallForm.questions, say] }

const texts = [
  '村口的路坑坑洼洼，一直没有修，请打13912345678问我',
  '村口的路坑坑洼洼一直没有修！！请打13912345678问我',
  '张某索要好处费，我要举报',
  '无',
].map((text, at) => ({ question: 'say', text, code: `0000-0000-0000-000${at}` }))

it('texts are opened once after the close, handled in bulk, and followed by their receipt codes', async () => {
  const asked = { people: [], populations: [townOf({ a: 900 })], form, texts }
  const { id, close } = await askedSurvey(site, clerk, asked)
  const at = `/api/v1/surveys/${id}`
  for (const early of [
    await clerk.get(`${at}/texts`),
    await clerk.send('POST', `${at}/open-texts`, {}),
  ])
    expect(await problemIn(early)).toMatchObject({ code: 'survey-not-closed' })
  await close()
  const sealed = await answered(listSurveyTexts, await clerk.get(`${at}/texts`))
  expect(sealed).toEqual({ isOpened: false, mayOpen: true, rows: [] })
  expect((await (await site.as('chairs')).send('POST', `${at}/open-texts`, {})).status).toBe(403)

  const opened = await answered(openSurveyTexts, await clerk.send('POST', `${at}/open-texts`, {}))
  const again = await answered(openSurveyTexts, await clerk.send('POST', `${at}/open-texts`, {}))
  expect(again).toEqual(opened)
  expect(opened.rows).toHaveLength(4)
  const [roads, accusation, nothing] = [
    opened.rows.filter(({ text }) => text?.startsWith('村口')),
    opened.rows.filter(({ suspect }) => suspect.length > 0),
    opened.rows.filter(({ text }) => text === '无'),
  ]
  expect(roads.map(({ masked }) => masked)).toEqual([['phone'], ['phone']])
  expect(JSON.stringify(opened)).not.toContain('13912345678')
  // Nor beside what the public wrote of its own accord.
  const listed = await clerk.get(`/api/v1/voices?appraisal=${site.county.appraisal}`)
  const all = await listed.text()
  expect(all).toContain('村口')
  expect(all).not.toContain('13912345678')
  expect(new Set(roads.map(({ group }) => group)).size).toBe(1)
  expect(accusation).toMatchObject([{ suspect: ['举报', '索要', '好处费'] }])

  const handle = async (rows: typeof roads, act: object) =>
    answered(
      handleSurveyTexts,
      await clerk.send('POST', `${at}/handle-texts`, {
        voices: rows.map(({ id: voice, version }) => ({ voice, version })),
        act,
      }),
    )
  const unit = site.county.roads.unit
  const taken = { how: 'takeOver', title: '村口道路坑洼', unit }
  expect(await handle(roads, taken)).toEqual({ done: 2, refused: [] })
  const route = { how: 'seal', route: 'discipline', reference: '云举转〔2026〕3号' }
  expect(await handle(accusation, route)).toEqual({ done: 1, refused: [] })
  expect(await handle(nothing, { how: 'reply', reply: '感谢参与。' })).toEqual({
    done: 1,
    refused: [],
  })
  expect(await handle(nothing, { how: 'reply', reply: '感谢参与。' })).toMatchObject({ done: 0 })

  const after = await answered(listSurveyTexts, await clerk.get(`${at}/texts`))
  expect(after.rows.map(({ status }) => status).toSorted()).toEqual([
    'replied',
    'sealed',
    'takenOver',
    'takenOver',
  ])
  expect(
    after.rows.every(({ matter, status }) => (status === 'takenOver') === (matter !== null)),
  ).toBe(true)
  const { rows: words } = await site.county.database.owner.query<{ body: string }>(
    `select w.body from luoshi.event e join luoshi.event_words w on w.congress = e.congress and w.seq = e.seq
      where e.type in ('OpinionRaised', 'MatterOpened')`,
  )
  expect(words.some(({ body }) => body.includes('村口的路坑坑洼洼'))).toBe(true)
  expect(words.some(({ body }) => body.includes('13912345678'))).toBe(false)

  const follow = async (n: number) => {
    const { world, congress } = site.county
    return followVoice(world, { congress, code: texts[n]?.code ?? '' })
  }
  expect(await follow(0)).toMatchObject({ value: { outcome: { kind: 'matter' } } })
  expect(await follow(2)).toMatchObject({ value: { outcome: { kind: 'passedOn' } } })
  expect(await follow(3)).toMatchObject({ value: { outcome: { kind: 'replied' } } })
})
