/** A recusal holds for the records of an appraisal, also for those that only begin: each step is refused, and only for them. */
import { commitmentOf } from '@luoshi/domain/appraisals/draw-lots'
import { idOf, type MatterId } from '@luoshi/domain/kernel/ids'
import type { LetterContent } from '@luoshi/domain/letters/letter'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { openAppraisal } from '../appraisals/appraisal-commands.ts'
import { openBallot } from '../ballots/ballot-steps.ts'
import type { Refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { noteAccusation } from '../inquiries/seal-envelope.ts'
import { onPlan, recordInquiry } from '../inquiries/record-inquiry.ts'
import {
  approveLetter,
  draftLetter,
  handOverLetter,
  issueLetter,
  signLetter,
} from '../letters/letter-steps.ts'
import { readReports } from '../letters/read-reports.ts'
import { commentOnReport, saveReport, sendReport } from '../letters/report-steps.ts'
import { beginMeeting, conveneMeeting, takeSpeech } from '../meetings/meeting-steps.ts'
import { issueNotice } from '../supervision/issue-notice.ts'
import { sealSample, stepOnSample } from '../supervision/sample-steps.ts'
import { takeConsequence } from '../supervision/take-consequence.ts'
import { recordRecusal } from './record-recusal.ts'
import { recusedFrom } from './recused-from.ts'
import { putPersonOnRoster } from './roster.ts'

let county: TestCounty
let clerk: Principal
let team: Principal
let planned: MatterId

const person = { name: '甲', post: '局长' }
const kept = { secret: '秋收冬藏', salt: 'k3v9q0w2m5x8z1a4' }

beforeAll(async () => {
  county = await testCounty()
  clerk = county.as('clerk')
  team = county.as('team')
  planned = await county.handOver('桥面破损', county.roads)
  const head = county.as('official', county.roads.unit)
  const today = county.clock.today()
  await county.step(head, planned, { type: 'SignReceipt', signer: '王某' })
  const meeting = { heldOn: today, attended: ['甲'], resolved: '整改' }
  await county.step(head, planned, { type: 'RecordMeeting', ...meeting })
  const fixed = { analysis: '老化', task: '更换', measures: ['更换'], dueOn: today }
  const plan = { ...fixed, oversees: person, leads: person, does: person }
  await county.step(head, planned, { type: 'SubmitPlan', plan, signedBy: '甲' })
})
afterAll(() => county[Symbol.asyncDispose]())

/** The same post, held by another person who is recused. */
async function recused(post: Principal): Promise<Principal> {
  const account = idOf('account', `${post.account}9`)
  const known = await recusedFrom(county.world.db, county.congress, county.appraisal)
  if (known.some((one) => one.account === account)) return { ...post, account }
  const asked = { by: clerk, appraisal: county.appraisal, person: await onRoster(account) }
  const decided = { ...approval, reference: '第13次主任会议' }
  const about = { ground: 'kinship', reason: '与述职人员有近亲属关系', approval: decided } as const
  value(await recordRecusal(county.world, { ...asked, account, ...about }))
  return { ...post, account }
}

async function onRoster(name: string) {
  const none = { order: null, unit: null, term: null }
  const facts = { ...none, capacity: 'member', office: 'ordinary', post: '', place: '' } as const
  const entry = { ...facts, another: false, name }
  return value(await putPersonOnRoster(county.world, { by: clerk, entry })).id
}

async function letterFor(matter: MatterId): Promise<LetterContent> {
  const { unit, official } = county.roads
  const items = [{ matter, unit, official, problem: '路灯不亮。', request: '12月底前修好。' }]
  const said = { overall: '总体较好。', achievements: '', suggestions: '', ballot: '' }
  return { ...said, items, to: ['公路局'], copies: [] }
}

type Answer = Promise<
  Readonly<{ ok: true; value: unknown }> | Readonly<{ ok: false; refusal: Refused }>
>

/** Refused to the one who is recused; whatever the other is told, it is not that. */
async function holds(post: Principal, attempt: (by: Principal) => Answer): Promise<void> {
  const barred = await attempt(await recused(post))
  expect(barred).toMatchObject({ ok: false, refusal: { status: 403, code: 'recused' } })
  expect(await attempt(post)).toMatchObject({ ok: true })
}

describe('who is recused', () => {
  it('drafts no letter and takes none further, nor comments on the report that follows', async () => {
    const { world, appraisal } = county
    const { matter } = await county.raise('城北路段路灯不亮', county.roads.unit)
    const content = await letterFor(matter)
    await holds(clerk, (by) => draftLetter(world, { by, appraisal, replaces: null, content }))
    const letter = await onlyRecord('letter')
    const at = (version: number) => ({ letter: idOf('letter', letter), version })
    const decision = { approval, minutes: '', changes: '' }
    await holds(clerk, (by) => approveLetter(world, { by, ...at(1), ...decision }))
    await holds(clerk, (by) => issueLetter(world, { by, ...at(2), prefix: '云常评意' }))
    const how = { how: 'paper', place: '机要' } as const
    await holds(clerk, (by) => handOverLetter(world, { by, ...at(3), ...how }))
    const staff = county.as('unitStaff', county.roads.unit)
    value(await signLetter(world, { by: staff, ...at(4), signer: '王某' }))

    const [report] = await readReports(world, staff, {})
    if (!report) throw new Error('No report is owed')
    const answer = { achieved: 'done', resultClass: 'A', account: '已修好。', whyNot: '' } as const
    const of = (version: number) => ({ report: report.id, version })
    const items = [{ matter, ...answer, files: [] }]
    value(await saveReport(world, { by: staff, ...of(1), items }))
    value(await sendReport(world, { by: staff, ...of(2) }))
    await holds(team, (by) => commentOnReport(world, { by, ...of(3), text: '请补回访情况。' }))
  })

  it('from one of several appraisals has no part in the meeting that hears them all', async () => {
    const { world, clock, water } = county
    const opening = {
      title: '水利局长述职评议',
      ...water,
      ruleBook: 'seed',
      session: '第31次会议',
      book: null,
      plan: null,
    } as const
    const { appraisal: other } = value(await openAppraisal(world, { by: clerk, opening }))
    const heldOn = clock.today()
    // The one she is recused from comes second.
    const meeting = {
      appraisals: [other, county.appraisal],
      session: '第31次会议',
      heldOn,
      members: 31,
      agenda: [],
    }
    await holds(clerk, (by) => conveneMeeting(world, { by, meeting }))
    const at = { meeting: idOf('meeting', await onlyRecord('meeting')) }
    const begun = { ...at, version: 1, present: 29, absent: [] }
    await holds(clerk, (by) => beginMeeting(world, { by, ...begun }))
    const said = { ...at, kind: 'member', speaker: '温组成', text: '路灯谁来修？' } as const
    await holds(team, (by) => takeSpeech(world, { by, ...said }))
  })

  it('opens no ballot, takes no step of the ladder and issues no paper', async () => {
    const { world, appraisal, clock, roads } = county
    const today = clock.today()
    const ballot = {
      appraisal,
      meeting: null,
      session: '第31次会议',
      heldOn: today,
      subject: { type: 'official' },
      source: { type: 'countedElsewhere', method: 'paper', secrecy: 'secret' },
      members: 33,
      present: 29,
      recused: [],
      entries: 2,
      replaces: null,
    } as const
    await holds(clerk, (by) => openBallot(world, { by, ballot }))
    const facts = {
      step: 'listed',
      matters: [],
      mover: 'chairs',
      signers: 0,
      members: 31,
      electedDeputy: false,
      due: today,
      session: '第32次会议',
      approval,
    } as const
    const words = { target: '县公路局', text: '重点督办。', material: '', movers: '' }
    await holds(county.as('chairs'), (by) =>
      takeConsequence(world, { by, appraisal, facts, words }),
    )
    const notice = {
      level: 'reminder',
      problem: 'silent',
      unit: roads.unit,
      matters: [planned],
      demand: '请抓紧。',
      reportBy: today,
      approval: null,
    } as const
    await holds(clerk, (by) => issueNotice(world, { by, notice }))
  })

  it('has no hand in a sample that holds a matter of that appraisal', async () => {
    const { world } = county
    const seal = { purpose: 'spotCheck', count: 1, commitment: commitmentOf(kept) } as const
    await holds(clerk, (by) => sealSample(world, { by, ...seal }))
    const sample = idOf('spotcheck', await onlyRecord('spotcheck'))
    const step = { sample, version: 1, told: { type: 'CallSampleWord', word: '4721' } } as const
    await holds(team, (by) => stepOnSample(world, { by, ...step }))
  })

  it('plans and records nothing of the inquiry, and opens no envelope of it', async () => {
    const { world, appraisal, clock } = county
    const today = clock.today()
    const members = [{ name: '秦岚', account: null, isHead: true, post: '' }]
    const plan = { type: 'PlanInquiry', appraisal, team: members, works: [], today } as const
    await holds(team, (by) => onPlan(world, { by, appraisal, version: 0 }, plan))
    const text = { place: '县公路局', whom: '职工', tookPart: '秦岚', asked: '', found: '属实。' }
    const telling = {
      ...text,
      method: 'interview',
      on: today,
      ratings: null,
      evidence: [],
    } as const
    await holds(team, (by) =>
      recordInquiry(world, { by, appraisal, telling: { ...telling, protectedName: null } }),
    )
    await holds(team, (by) => noteAccusation(world, { by, appraisal, text: '反映某人收受财物。' }))
  })
})

async function onlyRecord(kind: string): Promise<string> {
  const [row] = await county.world.db.rows<{ id: string }>(county.congress, {
    text: `select id from luoshi.record_view where congress = $1 and kind = $2 and to_seq is null`,
    values: [county.congress, kind],
  })
  return row?.id ?? ''
}
