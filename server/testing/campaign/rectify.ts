/** Phases 4 to 8 over HTTP: the letter, one round of a matter, the hand-over of a post, the report. */
import { addDays } from '@luoshi/domain/kernel/day'
import type { AppraisalId, MatterId } from '@luoshi/domain/kernel/ids'
import { putEvidence } from '../../src/contract/evidence.ts'
import * as handOvers from '../../src/contract/hand-overs.ts'
import * as letters from '../../src/contract/letters.ts'
import { matterStep } from '../../src/contract/matter-steps.ts'
import { getMatter, listMatters } from '../../src/contract/matters.ts'
import { transferOfficial, listOfficials } from '../../src/contract/people.ts'
import * as reports from '../../src/contract/reports.ts'
import type { HttpPerson } from '../http-person.ts'
import { enter } from './before-meeting.ts'
import { decided, registerOfficial, type Office, type Subject } from './office.ts'

export async function mattersOf(clerk: HttpPerson, appraisal: AppraisalId) {
  return (await clerk.call(listMatters, { query: { appraisal } })).rows
}

/** Drafted from what is on record, approved by the chairs, issued, handed over at a meeting, signed for. */
export async function deliverLetter(
  { clerk, today }: Office,
  { appraisal }: Subject,
  signs: HttpPerson,
): Promise<void> {
  await enter(clerk, appraisal, 'opinionLetter')
  const params = { appraisal }
  const { content } = await clerk.call(letters.getLetterDraft, { params })
  const items = content.items.map((item) => ({ ...item, request: '三个月内整改到位。' }))
  const whole = { ...content, overall: '总体较好，问题具体。', items }
  const drafting = { replaces: null, content: whole }
  let letter = await clerk.call(letters.draftLetter, { params, body: drafting })
  const at = { letter: letter.id }
  const { version } = letter
  const approving = { version, approval: decided(today), minutes: '', changes: '' }
  letter = await clerk.call(letters.approveLetter, { params: at, body: approving })
  const issuing = { version: letter.version, prefix: '云常评意' }
  letter = await clerk.call(letters.issueLetter, { params: at, body: issuing })
  const handing = { version: letter.version, how: 'meeting', place: '交办会' } as const
  letter = await clerk.call(letters.handOverLetter, { params: at, body: handing })
  const signing = { version: letter.version, signer: '宋佳' }
  await signs.call(letters.signLetter, { params: at, body: signing })
  await enter(clerk, appraisal, 'rectification')
}

/** Meeting, four-fixed plan, progress with evidence, result, verification. */
export async function rectify(
  { clerk, team, today }: Office,
  matter: MatterId,
  head: HttpPerson,
  prepares: HttpPerson,
): Promise<void> {
  const params = { matter }
  const version = async () => (await clerk.call(getMatter, { params })).version
  const held = { heldOn: today, attended: ['局长'], resolved: '逐条研究，成立专班。' }
  await prepares.call(matterStep('RecordMeeting'), {
    params,
    body: { version: await version(), ...held },
  })
  const person = { name: '邵立群', post: '副局长' }
  const plan = {
    analysis: '泵站老旧。',
    task: '六楼以上正常用水。',
    measures: ['更换水泵'],
    dueOn: addDays(today, 7),
    oversees: person,
    leads: person,
    does: person,
  }
  const planned = { version: await version(), plan, signedBy: '局长' }
  await head.call(matterStep('SubmitPlan'), { params, body: planned })
  const accepted = { version: await version(), comments: '四定齐全。' }
  await clerk.call(matterStep('AcceptPlan'), { params, body: accepted })
  const bytes = new Blob([`佐证 ${matter} ${await version()}`])
  const file = await prepares.call(putEvidence, { bytes }, { fileName: '测压记录.txt' })
  const evidence = [file]
  const progress = { version: await version(), text: '水泵已经更换。', evidence }
  await prepares.call(matterStep('ReportProgress'), { params, body: progress })
  const result = { answer: '已经整改到位。', resultClass: 'A', signedBy: '局长' } as const
  await head.call(matterStep('SubmitResult'), {
    params,
    body: { version: await version(), ...result, evidence },
  })
  const verified = {
    heldOn: today,
    place: '南门小区',
    findings: '入户测压，属实。',
    outcome: 'confirmed',
    raiserView: 'satisfied',
  } as const
  await team.call(matterStep('VerifyMatter'), {
    params,
    body: { version: await version(), ...verified, verifiers: ['秦岚'], evidence: [] },
  })
}

export async function strikeOff({ clerk, today }: Office, matter: MatterId): Promise<void> {
  const params = { matter }
  const { version } = await clerk.call(getMatter, { params })
  const body = { version, approval: decided(today, '第20次主任会议') }
  await clerk.call(matterStep('CloseMatter'), { params, body })
}

/** The official leaves; three sign the list. Answers how many matters went along, and who answers now. */
export async function handOverPost(
  { clerk }: Office,
  { seat, head }: Subject,
  invite: (official: Subject['seat']) => Promise<HttpPerson>,
) {
  const official = await registerOfficial(clerk, seat.unit, '高维')
  const successor = await invite({ unit: seat.unit, official })
  const { rows } = await clerk.call(listOfficials, {})
  const version = rows.find(({ id }) => id === seat.official)?.version ?? 0
  const params = { official: seat.official }
  const body = { version, successor: official }
  const { moved, handOver } = await clerk.call(transferOfficial, { params, body })
  if (handOver === null) throw new Error('No list was drawn')
  let list = await clerk.call(handOvers.getHandOver, { params: { handOver } })
  for (const [by, as] of [
    [head, 'leaver'],
    [successor, 'successor'],
    [clerk, 'witness'],
  ] as const) {
    const signing = { version: list.list.version, as, paper: null }
    list = await by.call(handOvers.signHandOver, { params: { handOver }, body: signing })
  }
  return { moved, list, official, successor }
}

/** Every item answered by itself, for comment first, then signed by who answers in person now. */
export async function reportOn(
  { clerk }: Office,
  { appraisal }: Subject,
  head: HttpPerson,
  prepares: HttpPerson,
): Promise<void> {
  const { rows } = await prepares.call(reports.listReports, { query: { appraisal } })
  const [first] = rows
  if (!first) throw new Error('No report is owed')
  const params = { report: first.id }
  let report = await prepares.call(reports.getReport, { params })
  const items = report.items.map(({ matter, title, resultClass }) => {
    const account = `${title}：已经整改到位，群众回访满意。`
    return { matter, achieved: 'done' as const, resultClass, account, whyNot: '', files: [] }
  })
  const saving = { version: report.version, items }
  report = await prepares.call(reports.saveReport, { params, body: saving })
  const sending = { version: report.version }
  report = await prepares.call(reports.sendReport, { params, body: sending })
  const commenting = { version: report.version, text: '同意，请正式报送。' }
  report = await clerk.call(reports.commentOnReport, { params, body: commenting })
  const signing = { version: report.version, signer: '局长' }
  await head.call(reports.signReport, { params, body: signing })
}
