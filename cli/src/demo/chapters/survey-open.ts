/** A survey that runs: patients by posters and a kiosk, village doctors drawn by lot; their paper forms wait to be compared. */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import type { Channel, ChannelKind } from '@luoshi/domain/surveys/channel'
import { questionnaireTemplates } from '@luoshi/domain/surveys/questionnaire-templates'
import { wording } from '@luoshi/domain/surveys/wording'
import { beginBatch, finishTyping, typeForm } from '@luoshi/server/surveys/papers/batch-steps'
import { paperBatchKind } from '@luoshi/server/surveys/papers/batch-kind'
import { noteReach } from '@luoshi/server/surveys/coverage/contacts'
import { draftSurvey } from '@luoshi/server/surveys/survey-steps'
import { appraisalOf, dayOf, must, type Story } from '../story.ts'
import { doctorList, doctors, patients, saidOfHealth, type Shares } from '../words/surveys.ts'
import { answerOf, come, drawFrom, setReach, start, type Survey } from './survey-steps.ts'

const way = (
  code: string,
  kind: ChannelKind,
  population: string,
  stratum: string | null,
  place: string,
): Channel => ({ code, kind, population, stratum, place })

const channels = [
  way('hall', 'poster', patients.code, 'county', '县人民医院门诊大厅'),
  way('liuhe', 'poster', patients.code, 'town', '柳河镇卫生院'),
  way('kiosk', 'counter', patients.code, 'county', '县中医院自助机'),
  way('site', 'link', patients.code, null, '县人大常委会公众号'),
  way('letters', 'code', doctors.code, 'all', '邀请函'),
  way('forms', 'paper', doctors.code, 'all', '全县村医例会'),
]

const heard: Shares = {
  duty: [38, 37, 15],
  pace: [22, 36, 35],
  manner: [41, 36, 18],
  open: [28, 34, 20],
  clean: [40, 28, 8],
  solve: [27, 38, 24],
  overall: [31, 42, 20],
}

const began = -9

export function planOpenSurvey(story: Story): void {
  story.plan(began, async () => {
    const survey = await draft(story)
    const listed = { survey, population: doctors.code, text: doctorList(), number: '306' }
    await drawFrom(story, listed)
    await start(story, survey)
    story.plan(-4, () => answer(story, survey))
    story.plan(-2, () => type(story, survey))
  })
}

async function draft(story: Story): Promise<Survey> {
  const days = { from: dayOf(story, began), until: dayOf(story, 16) }
  const drafting = {
    by: story.as('clerk'),
    appraisal: appraisalOf(story, 'health'),
    matters: [],
    stage: 'before',
    form: { ...questionnaireTemplates.public.form, title: wording('医疗卫生服务群众评议') },
    ...days,
  } as const
  const { id } = must(await draftSurvey(story.world, drafting), 'draftSurvey')
  await setReach(story, id, { populations: [patients, doctors], channels, ...days })
  return id
}

async function answer(story: Story, survey: Survey): Promise<void> {
  const answers = Array.from({ length: 64 }, (_, at) => answerOf(at, heard))
  const hall = { survey, channel: 'hall', stratum: 'county', texts: saidOfHealth }
  await come(story, hall, answers.slice(0, 40))
  await come(story, { survey, channel: 'liuhe', stratum: 'town', texts: [] }, answers.slice(40))
  // Ten minutes later what waited in the trays is written and counted.
  const { intake } = story.world
  const place = { congress: story.congress, survey }
  await intake.close(place)
  intake.reopen(place)
}

/** Six forms came back; the two who typed them read one tick differently. */
async function type(story: Story, survey: Survey): Promise<void> {
  const { world } = story
  const by = story.as('clerk')
  const forms = { survey, channel: 'forms', stratum: 'all' }
  const noted = { by, ...forms, what: 'handedOut', n: 12 } as const
  must(await noteReach(world, noted), 'noteReach')
  const batch = idOf(
    'surveypaper',
    must(await beginBatch(world, { by, ...forms, forms: 6 }), 'beginBatch').id,
  )
  await typeAll(story, batch, 'clerk')
  await typeAll(story, batch, 'team')
}

async function typeAll(story: Story, batch: Id<'surveypaper'>, login: string): Promise<void> {
  const { world, congress } = story
  const by = story.as(login)
  for (let form = 1; form <= 6; form += 1) {
    const read = answerOf(form * 7, heard)
    const answers = form === 4 && login === 'team' ? { ...read, manner: 'satisfied' } : read
    must(await typeForm(world, { by, batch, form, answers }), 'typeForm')
  }
  const { version } = await paperBatchKind.load(world.db, congress, batch)
  must(await finishTyping(world, { by, batch, version }), 'finishTyping')
}
