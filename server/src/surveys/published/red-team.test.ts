/**
 * An administrator with every right reads everything that is told of a survey (pages, sheets, papers, the file for
 * strangers, coverage, texts, batches, the effect) before and after it closes, before and after a second wave, and holds
 * one against the other. Three towns alike in who answered: in one, two people of a joined group answered the one for the
 * other; in one, everybody answered something else. While it is open, nobody can tell the three apart; once it is closed,
 * nobody can tell the first two apart, wherever he looks and whatever he subtracts.
 *
 * Several things keep a small group from being told, and where one of them fails another may still hide it. So each is
 * also met alone, by two towns that only it keeps alike; and what is safe is told, or one that hides everything would
 * do for all.
 */
import { strFromU8, unzipSync } from 'fflate'
import { bareSharesIn } from '@luoshi/domain/surveys/testing/bare-shares'
import type { Person } from '@luoshi/domain/surveys/testing/count-answers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedSurvey, townOf } from '../../../testing/asked-survey.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../../testing/test-site.ts'
import { getSurveyResults } from '../../contract/survey-results.ts'
import { publishSurvey } from '../../contract/surveys.ts'
import { openApi } from '../../openapi.ts'

let site: TestSite
let readers: readonly Readonly<{ role: string; by: Browser }>[]
let clerk: Browser

/** One who runs it, one who votes, and those who run the machine. */
const roles = ['clerk', 'member', 'admin', 'auditAdmin'] as const

beforeAll(async () => {
  site = await testSite()
  const all = []
  for (const role of roles) all.push({ role, by: await site.as(role) })
  readers = all
  clerk = await site.as('clerk')
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

function crowd(stratum: string, n: number, answer: Person['answer']): readonly Person[] {
  return Array.from({ length: n }, () => ({ stratum, answer }))
}

/** 25 in a, 20 in b, 4 in c, which is told with b. */
const town = [
  ...crowd('a', 15, { duty: 'satisfied', way: 'counter' }),
  ...crowd('a', 10, { duty: 'dissatisfied', why: ['slow'], way: 'online' }),
  ...crowd('b', 18, { duty: 'satisfied', way: 'counter' }),
  ...crowd('b', 2, { duty: 'unknown', way: 'online' }),
  ...crowd('c', 4, { duty: 'dissatisfied', why: ['rude', 'slow'], way: 'counter' }),
]
/** The first of b and the last of c. */
const swapped = town.map((one, at) => {
  if (at === 25) return { ...one, answer: town[48]?.answer ?? {} }
  return at === 48 ? { ...one, answer: town[25]?.answer ?? {} } : one
})
const contrary = town.map((one) => ({ ...one, answer: { duty: 'mostly', way: 'online' } }))
type Towns = ReturnType<typeof townOf>[]
const populations: Towns = [townOf({ a: 900, b: 300, c: 60 })]

/** Every address that is read and names a survey and nothing else; and what is made of it elsewhere. */
function addresses(survey: string, matter: string): readonly string[] {
  const paths = Object.entries(openApi('0')['paths'] ?? {}).flatMap(([path, methods]) =>
    typeof methods === 'object' && methods !== null && 'get' in methods ? [path] : [],
  )
  const own = paths.filter((path) => /^[^{]*\{survey\}[^{]*$/.test(path))
  return [
    ...own.map((path) => path.replace('{survey}', survey)),
    `/api/v1/papers/survey-results/docx?record=${survey}`,
    `/api/v1/effects?matter=${matter}`,
    `/api/v1/effects?matter=${matter}&appraisal=${site.county.appraisal}`,
  ]
}

async function readAll(
  survey: string,
  matter: string,
  names: ReadonlyMap<string, string>,
  who: typeof readers = readers,
) {
  const told: string[] = []
  for (const { role, by } of who)
    for (const path of addresses(survey, matter)) {
      const answer = await by.get(path)
      const text = readable(Buffer.from(await answer.arrayBuffer()))
      told.push(`${role} ${path} ${answer.status} ${text}`)
    }
  let all = told.join('\n')
  for (const [id, name] of names) all = all.replaceAll(id, name)
  // Made by chance each time, and the same for everybody who reads: roots, hashes, names of records and of requests.
  return all
    .replaceAll(/"(root|requestId|instance)":"[^"]*"/g, '"$1":""')
    .replaceAll(/\b(surveybatch|opinion)_[a-z0-9]+/g, '$1')
    .replaceAll(/"number":\d+,"title":"坑槽/g, '"title":"坑槽')
}

function readable(bytes: Buffer): string {
  if (bytes[0] !== 0x50) return bytes.toString().replaceAll(/\r?\n/g, ' ')
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /(sheet1|document)\.xml$/.test(name))
    .map(([, part]) => strFromU8(part).replaceAll(/<[^>]+>/g, ' '))
    .join('')
    .replaceAll(/\s+/g, ' ')
}

async function asked(people: readonly Person[], of = populations) {
  const { county } = site
  const matter = await county.handOver('坑槽修补慢', county.roads)
  const first = await askedSurvey(site, clerk, { people, populations: of, matters: [matter] })
  const names = new Map<string, string>([
    [matter, 'matter'],
    [first.id, 'first'],
  ])
  return { matter, first, names }
}

/** All that the clerk, who is told most, is told of it once it is closed. */
async function closedTown(people: readonly Person[], of = populations): Promise<string> {
  const { matter, first, names } = await asked(people, of)
  await first.close()
  return readAll(
    first.id,
    matter,
    names,
    readers.filter(({ role }) => role === 'clerk'),
  )
}

/** All that is told at each moment of its life; `answers` null: until it is closed. */
async function life(people: readonly Person[], answers: readonly Person[] | null) {
  const { county } = site
  const { matter, first, names } = await asked(people)
  // Written and counted while it is open, as a full batch is: only its status keeps the figures back.
  const place = { congress: county.congress, survey: first.id }
  await county.world.intake.close(place)
  county.world.intake.reopen(place)
  const open = await readAll(first.id, matter, names)
  const survey = await first.close()
  const closed = await readAll(first.id, matter, names)
  if (answers === null) return { open, closed, published: '', second: '' }
  const approval = { body: 'chairs', on: county.clock.today(), reference: '第12次主任会议' }
  const body = { version: survey.version, approval }
  await answered(
    publishSurvey,
    await clerk.send('POST', `/api/v1/surveys/${first.id}/publish`, body),
  )
  const published = await readAll(first.id, matter, names)
  const again = await askedSurvey(site, clerk, { people: answers, populations, again: first.id })
  names.set(again.id, 'second')
  await again.close()
  const second = [
    await readAll(first.id, matter, names),
    await readAll(again.id, matter, names),
  ].join('\n')
  return { open, closed, published, second }
}

/** The addresses, with who reads them, at which two towns are told otherwise. */
function apart(one: string, other: string): readonly string[] {
  const lines = other.split('\n')
  return one
    .split('\n')
    .flatMap((line, at) => (line === lines[at] ? [] : [line.split(' ').slice(0, 3).join(' ')]))
}

describe('whoever reads all that is told', () => {
  it('learns of no answer while it is open, and of no group below the smallest afterwards', async () => {
    const [one, other, else_] = [
      await life(town, swapped),
      await life(swapped, town),
      await life(contrary, null),
    ]
    expect(apart(one.open, other.open)).toEqual([])
    expect(apart(one.open, else_.open)).toEqual([])
    expect(apart(one.closed, other.closed)).toEqual([])
    expect(apart(one.published, other.published)).toEqual([])
    expect(apart(one.second, other.second)).toEqual([])
    // And it would have seen a difference.
    expect(apart(one.closed, else_.closed).length).toBeGreaterThan(10)
    for (const path of ['results', 'results.csv', 'results.xlsx', 'survey.json', 'coverage'])
      expect(one.closed).toContain(`clerk /api/v1/surveys/first/${path} 200`)
    expect(one.closed).toContain('clerk /api/v1/papers/survey-results/docx?record=first 200')
    expect(one.closed).toContain('clerk /api/v1/effects?matter=matter 200')
    // And no percentage of all that is read stands without its people and its interval.
    for (const told of [one.closed, one.published, one.second])
      expect(bareSharesIn(told)).toEqual([])
  }, 120_000)
})

type Pair = readonly [readonly Person[], readonly Person[]]

/** The two with each other’s reasons; of everything else each keeps his own. */
function withReasons(people: readonly Person[], one: number, other: number): readonly Person[] {
  const of = (at: number) => ({ why: people[at]?.answer['why'] ?? [] })
  return people.map((person, at) => {
    if (at !== one && at !== other) return person
    return { ...person, answer: { ...person.answer, ...of(at === one ? other : one) } }
  })
}

/** All of a are dissatisfied, and all who are known of it answered: nobody could deny. */
const ofOneMind = [
  ...crowd('a', 10, { duty: 'dissatisfied', why: ['slow'] }),
  ...crowd('a', 10, { duty: 'dissatisfied', why: ['rude'] }),
  ...crowd('b', 7, { duty: 'dissatisfied', why: ['slow'] }),
  ...crowd('b', 8, { duty: 'dissatisfied', why: ['rude'] }),
  ...crowd('b', 5, { duty: 'satisfied' }),
]

describe('each defence alone', () => {
  it.each<readonly [string, Pair, Towns]>([
    [
      'fewer than the smallest group are told nothing of, not even as a whole',
      [crowd('a', 9, { duty: 'satisfied' }), crowd('a', 9, { duty: 'dissatisfied' })],
      [townOf({ a: 900 })],
    ],
    [
      'a question that too few of one group were asked is told for the whole, of no group',
      [town, withReasons(town, 15, 45)],
      populations,
    ],
    [
      'where all are known and all say the same it is not told what',
      [crowd('a', 30, { duty: 'satisfied' }), crowd('a', 30, { duty: 'dissatisfied' })],
      [townOf({ a: 30 })],
    ],
    [
      'a follow-up tells nothing of groups of which its question was not told',
      [ofOneMind, withReasons(ofOneMind, 0, 27)],
      [townOf({ a: 20, b: 30 })],
    ],
  ])('%s', async (_, [one, other], of) => {
    const told = await closedTown(one, of)
    expect(told).toContain('clerk /api/v1/surveys/first/results 200')
    expect(apart(told, await closedTown(other, of))).toEqual([])
  })

  it('whoever was asked by name is known, though nobody said how many there are', async () => {
    const list = ['姓名', ...Array.from({ length: 12 }, (_, at) => `职工${at + 1}`)].join('\n')
    const detailOf = async (people: readonly Person[]) => {
      const { first } = await asked(people, [townOf({ a: null })])
      const path = `/api/v1/surveys/${first.id}/frames?population=residents`
      const take = (names: string) =>
        clerk.send('POST', path, new TextEncoder().encode(names), { 'x-file-name': 'list.csv' })
      expect((await take(list)).status).toBe(200)
      // No longer list comes in while they are being asked,
      expect(await problemIn(await take(`${list}\n${list.slice(3)}`))).toMatchObject({
        code: 'frame-being-asked',
      })
      await first.close()
      // nor afterwards.
      expect((await take(`${list}\n${list.slice(3)}`)).status).toBe(409)
      const found = await clerk.get(`/api/v1/surveys/${first.id}/results`)
      const [population] = (await answered(getSurveyResults, found)).populations
      return population?.questions.find((one) => one.key === 'duty')?.detail
    }
    expect(await detailOf(crowd('a', 12, { duty: 'dissatisfied' }))).toBe('nothing')
    const two = crowd('a', 2, { duty: 'mostly' })
    expect(await detailOf([...crowd('a', 10, { duty: 'dissatisfied' }), ...two])).toBe('groups')
  })

  it('small groups are joined by their size, and then told: nothing else had to hide them', async () => {
    const { first } = await asked(town)
    await first.close()
    const [found] = (
      await answered(getSurveyResults, await clerk.get(`/api/v1/surveys/${first.id}/results`))
    ).populations
    const groupsOf = (key: string) => found?.questions.find((one) => one.key === key)?.groups
    const joined = [{ strata: ['a'] }, { strata: ['b', 'c'] }]
    expect([groupsOf('duty'), groupsOf('way')]).toMatchObject([joined, joined])
  })
})
