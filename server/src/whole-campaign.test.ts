/**
 * One clerk, from an empty data folder to two archived appraisals, through the API alone: the county's own rules, the
 * annual plan, self-check, investigation, meeting, letters, two rounds, one transfer, reports, archive, proof. Every
 * command goes by its endpoint over HTTP. Serves S01–S09, S11–S13, S23 and the must-show of issue 3.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppraisalId, MatterId } from '@luoshi/domain/kernel/ids'
import { verifyProof } from '@luoshi/ledger/proof/verify-proof'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  callThePublic,
  checkThemselves,
  enter,
  guideOf,
  investigate,
  paper,
  tell,
  versionOf,
} from '../testing/campaign/before-meeting.ts'
import { closeMeeting, count, hearBoth } from '../testing/campaign/meeting.ts'
import { decided, openOffice, type Office } from '../testing/campaign/office.ts'
import {
  deliverLetter,
  handOverPost,
  mattersOf,
  rectify,
  reportOn,
  strikeOff,
} from '../testing/campaign/rectify.ts'
import { emptyCongress, type EmptyCongress } from '../testing/empty-congress.ts'
import type { HttpPerson } from '../testing/http-person.ts'
import { archiveAppraisal } from './contract/appraisals.ts'
import { getMatter } from './contract/matters.ts'
import { raiseOpinion } from './contract/opinions.ts'

let congress: EmptyCongress
let office: Office
let successor: HttpPerson
let pressure: MatterId
let fees: MatterId

beforeAll(async () => {
  congress = await emptyCongress()
}, 240_000)
afterAll(() => congress?.[Symbol.asyncDispose](), 60_000)

const good = { satisfied: 22, basically: 5, dissatisfied: 1, abstain: 0 }
const bad = { satisfied: 6, basically: 7, dissatisfied: 15, abstain: 0 }

async function standingOf(appraisal: AppraisalId, name: string) {
  const { steps } = await guideOf(office.clerk, appraisal)
  return steps.find(({ step }) => step === name)
}

async function firstMatter(appraisal: AppraisalId): Promise<MatterId> {
  const [row] = await mattersOf(office.clerk, appraisal)
  if (!row) throw new Error('No matter')
  return row.id
}

async function judge(matter: MatterId, appraisal: AppraisalId, quality: typeof good) {
  const demand = quality === good ? '' : '质量没有达到要求，请继续整改，直到满意为止。'
  const subject = { type: 'matters', matters: [matter] } as const
  const rows = [good, good, quality]
  await count(office, appraisal, { meeting: null, subject, rows, demand })
  return office.clerk.call(getMatter, { params: { matter } })
}

describe('one clerk, from an empty congress to the archive', () => {
  it('has its people, its rules, and a plan of the year that opens two appraisals', async () => {
    office = await openOffice(congress)
    const consent = await standingOf(office.water.appraisal, 'partyApproved')
    // The consent to the plan is the consent to whom it names: nobody writes the number down twice.
    expect(consent).toMatchObject({
      standing: 'done',
      fromRecord: true,
      number: '云委〔2026〕30号',
    })
  }, 120_000)

  it('asks the public, checks itself, is investigated', async () => {
    const { water, schools, staff } = office
    for (const { appraisal } of [water, schools])
      await paper(office, appraisal, 'noticeServed', '云常通〔2026〕8号')
    await callThePublic(office, water)
    await checkThemselves(office, water, staff)
    await checkThemselves(office, schools, schools.head)
    await investigate(office, water, '南门片区水压不足')
    pressure = await firstMatter(water.appraisal)
    for (const step of ['kickOff', 'publicCall', 'selfCheckDone', 'investigationDone'])
      expect(await standingOf(water.appraisal, step)).toMatchObject({ standing: 'done' })
  }, 120_000)

  it('is heard at one meeting, with a ballot on each official', async () => {
    const { water, schools } = office
    const meeting = await hearBoth(office)
    for (const { appraisal } of [water, schools]) {
      await paper(office, appraisal, 'dutyReportFinal')
      const subject = { type: 'official' } as const
      await count(office, appraisal, { meeting: meeting.id, subject, rows: [good] })
    }
    await closeMeeting(office, meeting)
    fees = await firstMatter(schools.appraisal)
    for (const { appraisal } of [water, schools])
      expect(await standingOf(appraisal, 'meetingHeld')).toMatchObject({ standing: 'done' })
  }, 120_000)

  it('hears of one opinion that it lawfully hands elsewhere', async () => {
    const { clerk, water, today } = office
    const reason = '属县法院职权，转交并告知。'
    const disposition = {
      kind: 'exit',
      exit: 'diverted',
      reason,
      approval: decided(today),
    } as const
    const said = { channel: 'letter', raiserKind: 'public', raiser: '', receivedOn: today } as const
    const { appraisal } = water
    const body = { appraisal, text: '一件判决没有执行。', ...said, disposition }
    expect((await clerk.call(raiseOpinion, { body })).matter).toBeNull()
  })

  it('hands the opinions over by letter; the first round does not satisfy', async () => {
    const { water, schools, staff, clerk } = office
    await deliverLetter(office, water, staff)
    await deliverLetter(office, schools, schools.head)
    await rectify(office, pressure, water.head, staff)
    await enter(clerk, water.appraisal, 'verdict')
    const { matter } = await judge(pressure, water.appraisal, bad)
    expect(matter.rounds).toHaveLength(2)
  }, 120_000)

  it('changes the official in between; the successor goes on, round two satisfies', async () => {
    const { water, staff, clerk } = office
    const login = (seat: typeof water.seat) => congress.invite('gaowei', '高维', 'official', seat)
    const changed = await handOverPost(office, water, login)
    expect(changed).toMatchObject({ moved: 1, list: { list: { status: 'signed', matters: 1 } } })
    successor = changed.successor
    const { matter: moved } = await clerk.call(getMatter, { params: { matter: pressure } })
    expect(moved.official).toBe(changed.official)
    await rectify(office, pressure, successor, staff)
    const { matter } = await judge(pressure, water.appraisal, good)
    expect(matter.status).toBe('satisfied')
    await strikeOff(office, pressure)
  }, 120_000)

  it('brings the other appraisal to the same end in one round', async () => {
    const { clerk, schools } = office
    await rectify(office, fees, schools.head, schools.head)
    await enter(clerk, schools.appraisal, 'verdict')
    await judge(fees, schools.appraisal, good)
    await strikeOff(office, fees)
  }, 120_000)

  it('archives both: nothing is missing that was not waived with its reason', async () => {
    const { clerk, water, schools, staff, today } = office
    await reportOn(office, water, successor, staff)
    await reportOn(office, schools, schools.head, schools.head)
    const { missing } = await guideOf(clerk, schools.appraisal)
    expect(missing).toEqual(['investigationDone'])
    const reason = '经主任会议同意，本次评议不另行组织调查。'
    const waiving = { type: 'WaiveCampaignSteps', reason, approval: decided(today) } as const
    await tell(clerk, schools.appraisal, { ...waiving, steps: [...missing] })
    for (const { appraisal } of [water, schools]) {
      expect(await guideOf(clerk, appraisal)).toMatchObject({ missing: [], canArchive: true })
      const body = { version: await versionOf(clerk, appraisal) }
      const archived = await clerk.call(archiveAppraisal, { params: { appraisal }, body })
      expect(archived.status).toBe('archived')
    }
  }, 120_000)

  it('leaves a proof that a stranger can check: raised = matters + exits', async () => {
    const file = join(congress.folder, 'proof.jsonl.gz')
    await writeFile(file, await office.clerk.download('/api/v1/proof'))
    const found = await verifyProof(file)
    expect(found).toMatchObject({ ok: true, failures: [], opinions: 3, matters: 2, exits: 1 })
  }, 60_000)
})
