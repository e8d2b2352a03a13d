/** Phases 0 to 2 of one appraisal over HTTP: notice, public call, self-check, duty report, investigation. */
import { questionsOf } from '@luoshi/domain/appraisals/self-check-framework'
import type { CampaignStep } from '@luoshi/domain/appraisals/campaign-steps'
import type { Phase } from '@luoshi/domain/appraisals/phases'
import { addDays } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import * as appraisals from '../../src/contract/appraisals.ts'
import * as inquiryReport from '../../src/contract/inquiry-report.ts'
import * as inquiries from '../../src/contract/inquiries.ts'
import * as selfChecks from '../../src/contract/self-checks.ts'
import * as voices from '../../src/contract/voices.ts'
import type { HttpPerson } from '../http-person.ts'
import type { Office, Subject } from './office.ts'

export async function versionOf(clerk: HttpPerson, appraisal: AppraisalId): Promise<number> {
  return (await clerk.call(appraisals.getAppraisal, { params: { appraisal } })).version
}

export async function guideOf(clerk: HttpPerson, appraisal: AppraisalId) {
  return (await clerk.call(appraisals.getAppraisalGuide, { params: { appraisal } })).guide
}

export async function tell(
  clerk: HttpPerson,
  appraisal: AppraisalId,
  told: appraisals.AppraisalTold,
): Promise<void> {
  const body = { version: await versionOf(clerk, appraisal), told }
  await clerk.call(appraisals.stepOnAppraisal, { params: { appraisal }, body })
}

export async function enter(
  clerk: HttpPerson,
  appraisal: AppraisalId,
  phase: Phase,
): Promise<void> {
  const body = { version: await versionOf(clerk, appraisal), phase }
  await clerk.call(appraisals.enterPhase, { params: { appraisal }, body })
}

export async function paper(
  { clerk, today }: Office,
  appraisal: AppraisalId,
  step: CampaignStep,
  number = '',
): Promise<void> {
  const told = { type: 'RecordCampaignStep', step, on: today, until: null, note: '' } as const
  await tell(clerk, appraisal, { ...told, number })
}

export async function callThePublic({ clerk, today }: Office, { appraisal }: Subject) {
  const body = { appraisal, notice: '请对水利局局长履职提出意见。', until: addDays(today, 7) }
  return clerk.call(voices.openCall, { body })
}

/** The unit names one gap, the official submits in person, the gap becomes a matter. */
export async function checkThemselves(
  { clerk, team, today }: Office,
  { appraisal, head }: Subject,
  by: HttpPerson,
): Promise<void> {
  await enter(clerk, appraisal, 'selfCheck')
  const params = { appraisal }
  const { framework } = await clerk.call(selfChecks.getSelfCheck, { params })
  const asked = framework.map((part) => ({ ...part, questions: [...part.questions] }))
  const opening = { params, body: { framework: asked, due: addDays(today, 7) } }
  let row = await clerk.call(selfChecks.openSelfCheck, opening)
  const step = async (person: HttpPerson, told: selfChecks.SelfCheckTold) => {
    const [at, body] = [{ selfcheck: row.id }, { version: row.version, told }]
    row = await person.call(selfChecks.stepOnSelfCheck, { params: at, body })
  }
  const [first = '', ...rest] = questionsOf(framework).map(({ key }) => key)
  const gap = { finding: '取水许可送达不规范', cause: '培训不足', remedy: '已修订流程' }
  await step(by, { type: 'NameGap', question: first, ...gap, fixedOn: today, evidence: [] })
  const stated = rest.map((question) => ({ question, basis: `已查阅“${question}”的台账。` }))
  await step(by, { type: 'StateNothingFound', stated })
  await step(head, { type: 'SubmitSelfCheck', signedBy: '局长' })
  const found = { gap: 'g1', outcome: 'confirmed', findings: '查阅卷宗，属实。' } as const
  await step(team, { type: 'VerifySelfFix', ...found })
}

/** A plan with its kick-off, one visit with a problem and an achievement, and a report signed and submitted. */
export async function investigate(
  { clerk, team, today }: Office,
  { appraisal, seat }: Subject,
  problem: string,
): Promise<void> {
  await enter(clerk, appraisal, 'investigation')
  const params = { appraisal }
  const { accounts, headings } = await clerk.call(inquiries.getInquiry, { params })
  const account = accounts.find(({ name }) => name === '秦岚')?.id ?? null
  const body = {
    version: 0,
    team: [{ name: '秦岚', account, isHead: true }],
    works: [{ method: 'visit', on: today, place: '南门小区', who: '全组' } as const],
  }
  const { version } = await team.call(inquiries.planInquiry, { params, body })
  const begun = { version, heldOn: today, note: '' }
  await clerk.call(inquiries.kickOffInquiry, { params, body: begun })
  const visit = {
    method: 'visit' as const,
    on: today,
    place: '南门小区',
    tookPart: '秦岚',
    whom: '住户三家',
    protectedName: null,
    found: `走访三家，${problem}。`,
    ratings: null,
    evidence: [],
  }
  let record = await team.call(inquiries.recordInquiry, { params, body: visit })
  const note = async (kind: 'problem' | 'achievement', text: string, title: string) => {
    const [at, heading] = [{ inquiry: record.id }, headings[0]?.key ?? null]
    const finding = { version: record.version, kind, heading, text, title, unit: seat.unit }
    record = await team.call(inquiries.noteFinding, { params: at, body: finding })
  }
  await note('problem', `${problem}，群众反映多次。`, problem)
  await note('achievement', '全县农村饮水安全覆盖率达到九成。', '')
  const drafting = { version: 0, title: '调查报告', headings: [...headings] }
  let report = await team.call(inquiryReport.assembleReport, { params, body: drafting })
  const step = async (by: HttpPerson, told: inquiryReport.ReportTold) => {
    const sent = { version: report.version, told }
    report = await by.call(inquiryReport.stepOnReport, { params, body: sent })
  }
  await step(team, { type: 'SignReport', dissent: '' })
  await step(clerk, { type: 'SubmitReport', reference: '第13次主任会议' })
}
