/** Investigations: one to its signed report before the chairs, one in its middle; and two accusations under seal. */
import { usualHeadings } from '@luoshi/domain/inquiries/report'
import type { Method } from '@luoshi/domain/inquiries/methods'
import type { ReportTold } from '@luoshi/server/contract/inquiry-report'
import { assembleReport, stepOnReport } from '@luoshi/server/inquiries/inquiry-report'
import {
  inquiryKind,
  inquiryPlanKind,
  inquiryReportKind,
  planOf,
  reportOf,
} from '@luoshi/server/inquiries/inquiry-kinds'
import { noteFinding, onPlan, recordInquiry } from '@luoshi/server/inquiries/record-inquiry'
import {
  handleAccusation,
  listAccusations,
  noteAccusation,
} from '@luoshi/server/inquiries/seal-envelope'
import { paces } from '../calendar.ts'
import type { AppraisalKey } from '../county.ts'
import { appraisalOf, dayOf, known, must, type Story } from '../story.ts'
import {
  accusationAtHealth,
  accusationAtTransport,
  heldAtHealth,
  heldAtTransport,
  reportWords,
  teamOnPaper,
  type Held,
} from '../words/inquiries.ts'

export function planInquiries(story: Story): void {
  const { plan } = story
  const transport = paces.transport.open
  planOne(story, 'transport', heldAtTransport)
  plan(transport + 25, () => accuse(story, 'transport', accusationAtTransport))
  plan(transport + 27, () => divert(story))
  plan(transport + 32, () => report(story))
  planOne(story, 'health', heldAtHealth)
  plan(paces.health.open + 28, () => accuse(story, 'health', accusationAtHealth))
}

function planOne(story: Story, key: AppraisalKey, held: readonly Held[]): void {
  const { open } = paces[key]
  story.plan(open + 14, () => planWork(story, key, held, open))
  story.plan(open + 18, async () => {
    const heldOn = dayOf(story, open + 18)
    const note = '组长讲明任务、分工和纪律要求，被调查单位班子成员参加。'
    await onPlanOf(story, key, { type: 'KickOffInquiry', heldOn, note, today: heldOn })
  })
  for (const one of held) story.plan(open + one.after, () => record(story, key, one, open))
}

async function planWork(
  story: Story,
  key: AppraisalKey,
  held: readonly Held[],
  opened: number,
): Promise<void> {
  const member = (login: string, name: string, isHead: boolean) => {
    return { name, account: story.as(login).account, isHead }
  }
  const team = [
    member('team', '秦岚', true),
    member('team2', '方以宁', false),
    { name: teamOnPaper, account: null, isHead: false },
  ]
  const works = held.map(({ method, after, place }) => {
    return { method: method satisfies Method, on: dayOf(story, opened + after), place, who: '全组' }
  })
  const appraisal = appraisalOf(story, key)
  const today = dayOf(story, opened + 14)
  await onPlanOf(story, key, { type: 'PlanInquiry', appraisal, team, works, today })
}

async function onPlanOf(
  story: Story,
  key: AppraisalKey,
  command: Parameters<typeof onPlan>[2],
): Promise<void> {
  const { world, congress } = story
  const appraisal = appraisalOf(story, key)
  const { version } = await inquiryPlanKind.load(world.db, congress, planOf(appraisal))
  const asked = { by: story.as('team'), appraisal, version }
  must(await onPlan(world, asked, command), command.type)
}

async function record(
  story: Story,
  key: AppraisalKey,
  { method, after, place, whom, protectedName, found, ratings, noted }: Held,
  opened: number,
): Promise<void> {
  const { world, congress } = story
  const by = story.as('team')
  const telling = {
    method,
    place,
    whom,
    protectedName,
    found,
    ratings,
    on: dayOf(story, opened + after),
    tookPart: '秦岚、方以宁',
    evidence: method === 'fileCheck' ? story.evidence.slice(0, 1) : [],
  }
  const appraisal = appraisalOf(story, key)
  const done = await recordInquiry(world, { by, appraisal, telling })
  const inquiry = must(done, `recordInquiry ${place}`).id
  for (const one of noted) {
    const { version } = await inquiryKind.load(world.db, congress, inquiry)
    const unit = one.kind === 'problem' ? story.unit(key) : null
    const finding = { by, inquiry, version, ...one, unit }
    must(await noteFinding(world, finding), `noteFinding ${one.text}`)
  }
}

/** Two sign in their accounts, the third on paper; then it goes before the chairs. */
async function report(story: Story): Promise<void> {
  const { world } = story
  const appraisal = appraisalOf(story, 'transport')
  const title = '关于县交通运输局局长宁海川同志履职情况的调查报告'
  const begun = { by: story.as('team'), appraisal, version: 0, title, headings: usualHeadings }
  must(await assembleReport(world, begun), 'assembleReport')
  const sections = usualHeadings.map(({ key, title: heading }) => {
    return { key, title: heading, text: reportWords[key] ?? '' }
  })
  const on = dayOf(story, paces.transport.open + 32)
  await onReport(story, 'team', { type: 'AmendReport', title, sections })
  await onReport(story, 'team', { type: 'SignReport', dissent: '' })
  await onReport(story, 'team2', { type: 'SignReport', dissent: '' })
  const scan = story.evidence.slice(1)
  const paper = { place: 2, scan, dissent: '建议对超限治理另作专项调查。', on }
  await onReport(story, 'clerk', { type: 'RecordPaperSignature', ...paper })
  await onReport(story, 'clerk', { type: 'SubmitReport', reference: '第40次主任会议' })
}

async function onReport(story: Story, login: string, told: ReportTold): Promise<void> {
  const { world, congress } = story
  const appraisal = appraisalOf(story, 'transport')
  const { version } = await inquiryReportKind.load(world.db, congress, reportOf(appraisal))
  must(await stepOnReport(world, { by: story.as(login), appraisal, version, told }), told.type)
}

async function accuse(story: Story, key: AppraisalKey, text: string): Promise<void> {
  const appraisal = appraisalOf(story, key)
  const asked = { by: story.as('team'), appraisal, text }
  must(await noteAccusation(story.world, asked), 'noteAccusation')
}

async function divert(story: Story): Promise<void> {
  const { world } = story
  const by = story.as('clerk')
  const listed = must(
    await listAccusations(world, by, appraisalOf(story, 'transport')),
    'listAccusations',
  )
  // What the public wrote came in diverted already.
  const noted = listed.rows.find(({ status }) => status === 'noted')
  const { id: envelope, version } = known(noted, 'accusation')
  const on = dayOf(story, paces.transport.open + 27)
  const diverted = {
    type: 'DivertAccusation',
    route: 'discipline',
    reference: '清人常移〔密〕1号',
    on,
    today: on,
  } as const
  must(await handleAccusation(world, { by, envelope, version }, diverted), 'handleAccusation')
}
