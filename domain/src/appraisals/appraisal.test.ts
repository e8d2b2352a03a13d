import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaCalendar } from '../calendar/china-holidays.ts'
import { addDays, day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { profileOf, resolveRuleBook } from '../rule-books/resolve-rule-book.ts'
import { appraisalDecider, type AppraisalCommand } from './appraisal-decider.ts'
import { appraisalGuide, type GuideInput } from './appraisal-guide.ts'
import { noAppraisal, type Appraisal } from './appraisal.ts'
import { campaignSteps, stepRules } from './campaign-steps.ts'
import { phases } from './phases.ts'

const today = day('2026-05-18')
const chairs = { body: 'chairs', on: today, reference: '第12次主任会议' } as const
const profile = profileOf('seed')
if (!profile) throw new Error('No seed profile')
const official = idOf('official', 'official_roads')

const opening: AppraisalCommand = {
  type: 'OpenAppraisal',
  title: '2026年述职评议',
  unit: idOf('unit', 'unit_roads'),
  official,
  ruleBook: resolveRuleBook(profile),
  bookVersion: { book: null, edition: null, hash: '0'.repeat(64) },
  session: '第30次会议',
  plan: null,
  today,
}
const record = (step: (typeof campaignSteps)[number]) => {
  return {
    type: 'RecordCampaignStep' as const,
    step,
    on: today,
    number: '7号',
    until: null,
    note: '',
    today,
  }
}
const suspending: AppraisalCommand = {
  type: 'SuspendAppraisal',
  ground: 'detained',
  reason: '接受审查调查',
  approval: chairs,
  today,
}

function after(commands: readonly AppraisalCommand[]): Appraisal {
  let state: Appraisal = noAppraisal
  for (const command of commands) {
    const ruling = appraisalDecider.decide(state, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    state = ruling.value.reduce(appraisalDecider.evolve, state)
  }
  return state
}

const refusal = (state: Appraisal, command: AppraisalCommand) => {
  const ruling = appraisalDecider.decide(state, command)
  return ruling.ok ? null : ruling.refusal.code
}

function guide(state: Appraisal, more: Partial<GuideInput> = {}) {
  if (state.status === 'none') throw new Error('No appraisal')
  const nothing = {
    records: [],
    matters: { all: 0, open: 0 },
    lastVerdict: null,
    consent: null,
    calendar: chinaCalendar,
    today,
  }
  return appraisalGuide({ appraisal: state, ...nothing, ...more })
}

describe('the campaign, step by step', () => {
  it('begins with the Party committee’s consent and waits for it', () => {
    expect(guide(after([opening]))).toMatchObject({ next: 'partyApproved', canArchive: false })
    const consented = after([opening, record('partyApproved')])
    expect(guide(consented)).toMatchObject({ next: 'noticeServed' })
    const consent = { on: today, number: '县委〔2026〕30号' }
    const fromPlan = guide(after([opening]), { consent })
    expect(fromPlan).toMatchObject({ next: 'noticeServed' })
    expect(fromPlan.steps[0]).toMatchObject({ standing: 'done', fromRecord: true, ...consent })
  })

  it('waits for what may be left out only while its phase lasts', () => {
    const served = [opening, record('partyApproved'), record('noticeServed')]
    expect(guide(after(served))).toMatchObject({ next: 'kickOff' })
    const later = guide(after([...served, { type: 'EnterPhase', phase: 'selfCheck', today }]))
    expect(later).toMatchObject({ next: 'selfCheckDone', waitsFor: ['unit'] })
  })

  it('a numbered paper has a number; nothing is recorded before it happened', () => {
    const state = after([opening])
    expect(refusal(state, { ...record('noticeServed'), number: ' ' })).toBe('number-missing')
    const early = { ...record('kickOff'), on: addDays(today, 1) }
    expect(refusal(state, early)).toBe('step-in-the-future')
  })

  it('a notice less than two months before the meeting is a warning, not a wall', () => {
    const fixed: AppraisalCommand = { type: 'FixMeetingDay', meetingOn: day('2026-06-18'), today }
    const { steps } = guide(after([opening, record('noticeServed'), fixed]))
    const notice = steps.find(({ step }) => step === 'noticeServed')
    expect(notice).toMatchObject({ standing: 'done', latest: '2026-04-17', isLate: true })
    const draft = steps.find(({ step }) => step === 'dutyReportDraft')
    expect(draft).toMatchObject({ latest: '2026-05-29', isLate: false })
  })

  it('a submitted self-check shows as done without being ticked', () => {
    const records = [
      { kind: 'selfcheck', status: 'submitted', on: today, number: null, waitsFor: [] },
    ] as const
    const { steps } = guide(after([opening]), { records })
    expect(steps.find(({ step }) => step === 'selfCheckDone')).toMatchObject({
      standing: 'done',
      fromRecord: true,
    })
  })

  it('does not wait for what a county may leave out once its phase has passed', () => {
    const done = [opening, record('partyApproved'), record('noticeServed')]
    expect(guide(after(done)).next).toBe('kickOff')
    const later = after([...done, { type: 'EnterPhase', phase: 'selfCheck', today }])
    const { next, steps } = guide(later)
    expect(next).toBe('selfCheckDone')
    expect(steps.find(({ step }) => step === 'kickOff')?.standing).toBe('behind')
  })

  it('is archived when nothing is owed and no paper is missing without a recorded reason', () => {
    const state = after([opening])
    const { missing } = guide(state)
    const archiving = { type: 'ArchiveAppraisal', openMatters: 0, today } as const
    expect(refusal(state, { ...archiving, missing })).toBe('papers-missing')
    const waiving: AppraisalCommand = {
      type: 'WaiveCampaignSteps',
      steps: missing,
      reason: '书面述职，未召开评议会',
      approval: chairs,
      today,
    }
    const waived = after([opening, waiving])
    expect(guide(waived)).toMatchObject({ missing: [], canArchive: true })
    expect(guide(waived, { matters: { all: 2, open: 1 } }).canArchive).toBe(false)
    expect(refusal(waived, { ...archiving, missing: [], openMatters: 1 })).toBe(
      'matters-still-open',
    )
  })

  it('suspended, the phase stands still; the successor takes it up', () => {
    const state = after([opening, suspending])
    const moving: AppraisalCommand = { type: 'EnterPhase', phase: 'meeting', today }
    expect(refusal(state, moving)).toBe('appraisal-suspended')
    expect(guide(state).waitsFor).toEqual([])
    const successor = idOf('official', 'official_successor')
    const merged = idOf('unit', 'unit_transport')
    const resuming = {
      type: 'ResumeAppraisal',
      unit: merged,
      official: successor,
      approval: chairs,
      today,
    } as const
    expect(after([opening, suspending, resuming, moving])).toMatchObject({
      official: successor,
      unit: merged,
      replaced: [official],
      suspension: null,
      phase: 'meeting',
    })
  })

  it('put off, it keeps from when and why; never to an earlier day', () => {
    const fixed: AppraisalCommand = { type: 'FixMeetingDay', meetingOn: day('2026-06-18'), today }
    const off = {
      type: 'PostponeAppraisal',
      session: '第31次会议',
      meetingOn: day('2026-08-20'),
      reason: '防汛',
      approval: chairs,
      today,
    } as const
    const state = after([opening, fixed, off])
    expect(state).toMatchObject({
      meetingOn: '2026-08-20',
      session: '第31次会议',
      postponements: [{ from: '2026-06-18', fromSession: '第30次会议', reason: '防汛' }],
    })
    expect(refusal(state, { ...off, meetingOn: day('2026-08-01') })).toBe('not-later')
  })

  it('an appraisal opened by the first release reads as one without plan, steps or suspension', () => {
    const { type, unit, ruleBook, session } = opening
    expect(type).toBe('OpenAppraisal')
    const event = { type: 'AppraisalOpened', unit, official, ruleBook, session, on: today } as const
    const state = appraisalDecider.evolve(noAppraisal, { ...event, words: { title: '旧' } })
    expect(state).toMatchObject({ plan: null, steps: {}, suspension: null })
  })
})

it('law: every step is done, waived, now, behind, ahead or without object; missing is never done', () => {
  const recorded = fc.subarray([...campaignSteps])
  const phase = fc.constantFrom(...phases)
  fc.assert(
    fc.property(recorded, phase, fc.nat(3), (steps, here, all) => {
      const moved = here === 'planned' ? [] : [{ type: 'EnterPhase', phase: here, today } as const]
      const state = after([opening, ...moved, ...steps.map(record)])
      const found = guide(state, { matters: { all, open: 0 } })
      expect(found.steps.map(({ step }) => step)).toEqual([...campaignSteps])
      for (const one of found.steps) {
        expect(one.standing === 'done').toBe(steps.includes(one.step))
        const isOwed = stepRules[one.step].required && one.standing !== 'done'
        expect(found.missing.includes(one.step)).toBe(isOwed && one.standing !== 'none')
      }
      if (found.next !== null) expect(steps).not.toContain(found.next)
    }),
    { numRuns: 60 },
  )
})
