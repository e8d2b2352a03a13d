/**
 * What waits for a person besides matters, so that nobody has to know where to look: the self-check to fill in, the letter
 * to sign for, the report to write, the list to sign; for the clerk and the team the next step of every appraisal.
 * Asked apart from the desk, which must stay quick.
 */
import { stepRules } from '@luoshi/domain/appraisals/campaign-steps'
import type { Guide } from '@luoshi/domain/appraisals/appraisal-guide'
import { phaseLabels, phases, type Phase } from '@luoshi/domain/appraisals/phases'
import { isDay } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may, type CommandType } from '@luoshi/domain/people/rights'
import { readAppraisals } from '../appraisals/list-appraisals.ts'
import { guidesOf } from '../appraisals/read-guide.ts'
import type { DeskTask } from '../contract/desk.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { readOwnLetters } from '../letters/read-letters.ts'
import { readReports } from '../letters/read-reports.ts'
import { readHandOvers } from '../people/read-hand-overs.ts'
import { ownRecusals } from '../people/recused-from.ts'
import { surveysWithUnsent } from '../surveys/frames/unsent-codes.ts'
import { readAdminTasks } from './read-admin-tasks.ts'
import { readPapers, type Paper } from './read-papers.ts'

/** More running at once than any county has; beyond them the room of appraisals says the same. */
const mostAppraisals = 100

export async function readTasks(world: World, by: Principal): Outcome<{ rows: DeskTask[] }> {
  const recused = await ownRecusals(world.db, by)
  const [papers, steps, ...others] = await Promise.all([
    readPapers(world, by, recused),
    nextSteps(world, by, recused),
    readAdminTasks(world, by, recused),
    selfChecks(world, by),
    letters(world, by),
    reports(world, by),
    handOvers(world, by),
    unsentCodes(world, by),
  ])
  const unsaid = steps.filter((step) => !isSaidBy(papers, step))
  return accept({ rows: [...others.flat(), ...[...papers, ...unsaid].map(taskOf)] })
}

/** Without what only the choice was made by. */
function taskOf({ kind, id, label, title, due }: DeskTask): DeskTask {
  return { kind, id, label, title, due }
}

/** The letter itself is on the desk: that the appraisal waits for it need not be said twice. */
function isSaidBy(papers: readonly Paper[], { id, next }: NextStep): boolean {
  if (next !== 'opinionsApproved' && next !== 'letterDelivered') return false
  return papers.some(({ kind, appraisal }) => kind === 'letter' && appraisal === id)
}

const mayOwn = (by: Principal, command: CommandType) =>
  by.unit !== null && may(by, command, by.unit)

async function selfChecks({ db }: World, by: Principal): Promise<DeskTask[]> {
  if (!mayOwn(by, 'FillSelfCheck')) return []
  const rows = await db.rows<{ appraisal: string; title: string; due: string | null }>(
    by.congress,
    {
      text: `select r.appraisal, a.title, r.due::text as due from luoshi.record_view r
      join luoshi.appraisal_view a
        on a.congress = r.congress and a.id = r.appraisal and a.to_seq is null
      where r.congress = $1 and r.kind = 'selfcheck' and r.to_seq is null and r.status = 'filling'
        and r.unit = $2 order by r.due nulls last, r.id`,
      values: [by.congress, by.unit],
    },
  )
  return rows.map(({ appraisal: id, title, due }) => {
    const label = { zh: '自查', en: 'Self-check' }
    return { kind: 'selfCheck', id, label, title, due: due !== null && isDay(due) ? due : null }
  })
}

async function letters(world: World, by: Principal): Promise<DeskTask[]> {
  if (!mayOwn(by, 'SignLetter')) return []
  const rows = await readOwnLetters(world, by)
  return rows
    .filter(({ status, units }) => {
      const own = units.find(({ unit }) => unit === by.unit)
      return status === 'delivered' && own !== undefined && own.signedOn === null
    })
    .map(({ id, reference, appraisalTitle }) => {
      const label = { zh: '签收评议意见书', en: 'Sign for the opinion letter' }
      return { kind: 'letter', id, label, title: `${reference ?? ''} ${appraisalTitle}`, due: null }
    })
}

const reportLabels = {
  owed: { zh: '撰写整改情况报告', en: 'Write the rectification report' },
  forComment: { zh: '对整改情况报告提出意见', en: 'Comment on the rectification report' },
  commented: { zh: '签名报送整改情况报告', en: 'Sign the rectification report' },
} as const

async function reports(world: World, by: Principal): Promise<DeskTask[]> {
  const writes = mayOwn(by, 'SaveReport')
  const comments = may(by, 'CommentOnReport', null)
  if (!writes && !comments) return []
  const rows = await readReports(world, by, {})
  return rows.flatMap(({ id, status, unitName }): DeskTask[] => {
    if (status === 'signed' || (status === 'forComment' ? !comments : !writes)) return []
    return [{ kind: 'report', id, label: reportLabels[status], title: unitName, due: null }]
  })
}

async function handOvers(world: World, by: Principal): Promise<DeskTask[]> {
  const witnesses = may(by, 'SignHandover', null) && by.unit === null
  const rows = await readHandOvers(world, by)
  return rows.flatMap(({ id, status, from, to, signed }): DeskTask[] => {
    const waits =
      (witnesses && !signed.includes('witness')) ||
      (by.official !== null && from.official === by.official && !signed.includes('leaver')) ||
      (by.official !== null && to.official === by.official && !signed.includes('successor'))
    if (status !== 'drawn' || !waits) return []
    const label = { zh: '签署移交清单', en: 'Sign the hand-over list' }
    const title = `${from.name ?? from.unitName ?? ''} → ${to.name ?? to.unitName ?? ''}`
    return [{ kind: 'handOver', id, label, title, due: null }]
  })
}

/** Somebody was drawn, and no code is known to have reached him: a server that died while sending tells nobody else. */
async function unsentCodes({ db }: World, by: Principal): Promise<DeskTask[]> {
  if (!may(by, 'IssueSurveyCodes', null)) return []
  const rows = await surveysWithUnsent(db, by.congress)
  return rows.map(({ id, title, n }) => {
    const label = { zh: `${n}人的邀请短信没有发出`, en: `${n} people were not sent their code` }
    return { kind: 'survey', id, label, title, due: null }
  })
}

type NextStep = DeskTask & Readonly<{ next: Guide['next'] }>

async function nextSteps(
  world: World,
  by: Principal,
  recused: readonly AppraisalId[],
): Promise<NextStep[]> {
  const keeps = may(by, 'RecordCampaignStep', null)
  if (!keeps && !may(by, 'RecordInquiry', null)) return []
  const running = (await readAppraisals(world, by))
    .filter(({ id, status, isSuspended }) => {
      return status === 'running' && !isSuspended && !recused.includes(id)
    })
    .slice(0, mostAppraisals)
  const guides = await guidesOf(
    world,
    by.congress,
    running.map(({ id }) => id),
  )
  return running.flatMap(({ id, title, phase }): NextStep[] => {
    const guide = guides.get(id)?.guide
    if (!guide || (!keeps && !guide.waitsFor.includes('team'))) return []
    const label = keeps ? labelOf(guide, phase) : stepRules.investigationDone
    if (label === null) return []
    const { zh, en } = label
    return [{ kind: 'appraisal', id, label: { zh, en }, title, due: null, next: guide.next }]
  })
}

/** Null: nothing to do but what the matters themselves wait for. */
function labelOf({ next, canArchive }: Guide, phase: Phase) {
  if (next !== null) return stepRules[next]
  if (canArchive) return { zh: '可以归档', en: 'Ready for the archive' }
  const later = phases[phases.indexOf(phase) + 1]
  if (later === undefined) return null
  const { zh, en } = phaseLabels[later]
  return { zh: `进入“${zh}”`, en: `Enter “${en}”` }
}
