/** A way by which staff enter answers: an open survey, a channel of theirs, a stratum it can be in. */
import type { CongressId, Id } from '@luoshi/domain/kernel/ids'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import { isInUse, isStaffedChannel, type Channel } from '@luoshi/domain/surveys/channel'
import type { Population } from '@luoshi/domain/surveys/population'
import type { KnownSurvey } from '@luoshi/domain/surveys/survey'
import { explainSurveyRefusal } from '@luoshi/domain/surveys/survey-refusals'
import type { Outcome, World } from '../../execute/context.ts'
import { notFound, refused } from '../../execute/refused.ts'
import { surveyKind } from '../survey-kind.ts'

export type StaffedWay = Readonly<{
  survey: KnownSurvey
  channel: Channel
  population: Population
  stratum: string
}>

type Asked = Readonly<{
  survey: Id<'survey'>
  channel: string
  stratum: string
  /** A batch of paper that is being typed is finished, also when its channel is shut meanwhile. */
  isBegun?: boolean
  /** Paper goes in by batches that two people type; what is heard goes in at once. */
  entry?: 'paper' | 'voice'
}>

export async function staffedWay(
  { db }: Pick<World, 'db'>,
  congress: CongressId,
  { survey: id, channel: code, stratum, isBegun = false, entry }: Asked,
): Outcome<StaffedWay> {
  const { state: survey } = await surveyKind.load(db, congress, id)
  if (survey.status === 'none') return notFound()
  if (survey.status !== 'open') {
    const refusal = { code: 'survey-wrong-status', status: survey.status } as const
    return refused(409, refusal.code, explainSurveyRefusal(refusal))
  }
  const channel = survey.reach.channels.find((one) => one.code === code)
  const population = survey.reach.populations.find((one) => one.code === channel?.population)
  if (!channel || !population || !isStaffedChannel(channel.kind)) return wrongWay()
  if (entry !== undefined && (channel.kind === 'paper') !== (entry === 'paper'))
    return otherEntry(entry)
  if (!isBegun && !isInUse(channel)) {
    const refusal = { code: 'survey-channel-shut' } as const
    return refused(409, refusal.code, explainSurveyRefusal(refusal))
  }
  const isOwn = channel.stratum === null || channel.stratum === stratum
  const isKnown = population.strata.some((one) => one.code === stratum)
  return isOwn && isKnown ? accept({ survey, channel, population, stratum }) : wrongWay()
}

function wrongWay() {
  return refused(
    409,
    'survey-way-not-staffed',
    bilingual(
      '这个渠道或者分层不能由工作人员录入。',
      '请选择电话、入户或者纸质渠道，并选它所属的分层。',
      'Staff do not enter answers by this channel or stratum.',
      'Choose telephone, interviewer or paper, and a stratum of it.',
    ),
  )
}

function otherEntry(entry: 'paper' | 'voice') {
  return entry === 'voice'
    ? refused(
        409,
        'survey-paper-by-batch',
        bilingual(
          '纸质问卷不能一份一份直接提交。',
          '请新建一批，由两个人各自录一遍，核对后入库。',
          'A paper form is not entered by itself.',
          'Begin a batch: two people type it, and what differs is settled.',
        ),
      )
    : refused(
        409,
        'survey-not-on-paper',
        bilingual(
          '这个渠道没有纸质问卷。',
          '电话、入户的答案，请在“电话、入户访问”里一份一份提交。',
          'There is no paper on this channel.',
          'Enter what was heard under telephone and interviewers.',
        ),
      )
}
