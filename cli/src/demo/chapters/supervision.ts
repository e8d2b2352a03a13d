/** What follows when it does not go well: papers signed and answered, a talk, the month's briefing, a look-back by lot. */
import { commitmentOf } from '@luoshi/domain/appraisals/draw-lots'
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import type { ConsequenceFollowUp } from '@luoshi/server/contract/consequences'
import { briefingKind } from '@luoshi/server/supervision/briefing-kind'
import { draftBriefing, issueBriefing } from '@luoshi/server/supervision/briefings'
import { consequenceKind } from '@luoshi/server/supervision/consequence-kind'
import { issueNotice, type NoticeAsked } from '@luoshi/server/supervision/issue-notice'
import { answerNotice, signNotice } from '@luoshi/server/supervision/notice-steps'
import { lookBackKind } from '@luoshi/server/supervision/sample-kind'
import { sealSample, stepOnSample, type SampleTold } from '@luoshi/server/supervision/sample-steps'
import { followUp, takeConsequence } from '@luoshi/server/supervision/take-consequence'
import { appraisalOf, dayOf, decided, known, matterCalled, must, type Story } from '../story.ts'
import {
  answerOfTransport,
  briefingRemarks,
  lookedBack,
  noticeToHousing,
  reminderToTransport,
  talkAnswer,
  talkOutcome,
  talkReason,
} from '../words/supervision.ts'

export function planSupervision(story: Story): void {
  const { plan, world } = story
  plan(-44, () => talk(story))
  plan(-20, () => brief(story))
  plan(-16, async () => {
    const notice = await issue(story, {
      level: 'reminder',
      unit: story.unit('transport'),
      matters: [await matterCalled(story, '农村客运班线停开')],
      problem: 'silent',
      demand: reminderToTransport,
      reportBy: dayOf(story, -9),
      approval: null,
    })
    plan(-15, async () => {
      const signing = { by: story.as('transportstaff'), notice, version: 1 }
      must(await signNotice(world, signing), 'signNotice')
    })
    plan(-10, async () => {
      const answering = { by: story.as('transport'), notice, version: 2, text: answerOfTransport }
      must(await answerNotice(world, answering), 'answerNotice')
    })
  })
  plan(-6, async () => {
    const notice = await issue(story, {
      level: 'notice',
      unit: story.unit('housing'),
      matters: [await matterCalled(story, '绿地被占')],
      problem: 'late',
      demand: noticeToHousing,
      reportBy: dayOf(story, 4),
      approval: decided(story, -6, '第47次主任会议'),
    })
    plan(-5, async () => {
      must(await signNotice(world, { by: story.as('housing'), notice, version: 1 }), 'signNotice')
    })
  })
  plan(-12, () => lookBack(story))
}

async function issue(story: Story, notice: NoticeAsked['notice']): Promise<Id<'notice'>> {
  const asked = { by: story.as('clerk'), notice }
  return must(await issueNotice(story.world, asked), `issueNotice ${notice.level}`).id
}

async function talk(story: Story): Promise<void> {
  const { world } = story
  const facts = {
    step: 'talk',
    matters: [await matterCalled(story, '河长巡河记录造假')],
    mover: 'chairs',
    signers: 0,
    members: 33,
    electedDeputy: false,
    due: dayOf(story, -37),
    session: '',
    approval: decided(story, -44, '第44次主任会议'),
  } as const
  const words = { target: '县水利局局长刘明远', text: talkReason, material: '', movers: '' }
  const appraisal = appraisalOf(story, 'water')
  const asked = { by: story.as('clerk'), appraisal, facts, words }
  const { id } = must(await takeConsequence(world, asked), 'takeConsequence')
  const signer = '刘明远'
  follow(story, -38, 'water', id, {
    type: 'AnswerConsequence',
    way: 'oral',
    text: talkAnswer,
    signer,
  })
  follow(story, -37, 'clerk', id, { type: 'ConcludeConsequence', text: talkOutcome })
}

function follow(
  story: Story,
  day: number,
  login: string,
  consequence: Id<'consequence'>,
  step: ConsequenceFollowUp,
): void {
  const { world, congress } = story
  story.plan(day, async () => {
    const { version } = await consequenceKind.load(world.db, congress, consequence)
    const asked = { by: story.as(login), consequence, version, step }
    must(await followUp(world, asked), step.type)
  })
}

async function brief(story: Story): Promise<void> {
  const { world, congress } = story
  const month = dayOf(story, -40).slice(0, 7)
  const drafting = { by: story.as('clerk'), month, remarks: briefingRemarks, again: null }
  const { id: briefing } = must(await draftBriefing(world, drafting), 'draftBriefing')
  story.plan(-18, async () => {
    const { version } = await briefingKind.load(world.db, congress, briefing)
    const approval = decided(story, -18, '第46次主任会议')
    const asked = { by: story.as('chairs'), briefing, version, approval }
    must(await issueBriefing(world, asked), 'issueBriefing')
  })
}

/** Sealed by the clerk, a word called by a deputy, and what is drawn is visited. */
async function lookBack(story: Story): Promise<void> {
  const { world, congress } = story
  const sealed = { secret: '霜降后第三日', salt: 'p5Wd8nTe2Ry7Qk3B' }
  const asked = { purpose: 'lookBack', count: 2, commitment: commitmentOf(sealed) } as const
  const { id } = must(await sealSample(world, { by: story.as('clerk'), ...asked }), 'sealSample')
  const step = async (login: string, told: SampleTold) => {
    const { version } = await load()
    must(await stepOnSample(world, { by: story.as(login), sample: id, version, told }), told.type)
  }
  const load = () => lookBackKind.load(world.db, congress, idOf('lookback', id))
  await step('deputy', { type: 'CallSampleWord', word: '柳暗花明' })
  await step('clerk', { type: 'DrawSample', ...sealed })
  const { state } = await load()
  const tasks = state.status === 'drawn' ? state.tasks : []
  for (const [at, { matter }] of tasks.entries())
    await step('clerk', { type: 'AssignSampleTask', matter, person: at === 0 ? '秦岚' : '方以宁' })
  story.plan(-4, async () => {
    const { matter } = known(tasks[0], 'task')
    const told = {
      type: 'RecordSampleTask',
      matter,
      outcome: 'held',
      findings: lookedBack,
    } as const
    await step('team', told)
  })
}
