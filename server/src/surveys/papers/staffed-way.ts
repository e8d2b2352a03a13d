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
}>

export async function staffedWay(
  { db }: Pick<World, 'db'>,
  congress: CongressId,
  { survey: id, channel: code, stratum, isBegun = false }: Asked,
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
