/** What may happen to a survey next. Source: see survey.ts. */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, MatterId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { approvalFault, type Approval } from '../people/approval.ts'
import { checkQuestionnaire, type Questionnaire } from './questionnaire.ts'
import type { SurveyTaken } from './answer-batch.ts'
import { addChannel, shutChannel, type NewChannel } from './change-channels.ts'
import { questionnaireHash, questionText } from './questionnaire-hash.ts'
import { reachFault, type Reach } from './reach.ts'
import { smallestGroupOf } from './results/smallest-group.ts'
import type { KnownSurvey, Survey, SurveyEvent, Wave } from './survey.ts'
import type { SurveyRefusal } from './survey-refusals.ts'
import { formShape, formTexts, reachShape, reachTexts } from './survey-words.ts'

export type SurveyCommand = ByType<{
  DraftSurvey: {
    appraisal: AppraisalId
    matters: readonly MatterId[]
    wave: Wave
    form: Questionnaire
    from: Day
    until: Day
    earlier: Questionnaire | null
    today: Day
  }
  /** `earlier`: the questions of the wave before, when there is one. */
  SetSurveyQuestions: { form: Questionnaire; earlier: Questionnaire | null; today: Day }
  /** Known to be of its appraisal. */
  SetSurveyMatters: { matters: readonly MatterId[]; today: Day }
  SetSurveyReach: { reach: Reach; today: Day }
  /** `smallest`: what the rule book of its appraisal says. */
  StartSurvey: { smallest: number; today: Day }
  AddSurveyChannel: { channel: NewChannel; today: Day }
  ShutSurveyChannel: { channel: string; reason: string; today: Day }
  CloseSurvey: { reason: string; taken: SurveyTaken; today: Day }
  PublishSurvey: { approval: Approval; today: Day }
  DropSurvey: { reason: string; today: Day }
}>

type Ruling = Result<readonly SurveyEvent[], SurveyRefusal>
type Told<Type extends SurveyCommand['type']> = Extract<SurveyCommand, { type: Type }>

export function decideSurvey(survey: Survey, command: SurveyCommand): Ruling {
  if (command.type === 'DraftSurvey')
    return survey.status === 'none' ? draft(command) : refuse({ code: 'survey-exists' })
  if (survey.status === 'none') return refuse({ code: 'survey-wrong-status', status: 'none' })
  switch (command.type) {
    case 'SetSurveyQuestions':
      return setQuestions(survey, command)
    case 'SetSurveyMatters':
      return setMatters(survey, command)
    case 'SetSurveyReach':
      return setReach(survey, command)
    case 'StartSurvey':
      return start(survey, command)
    case 'AddSurveyChannel':
      return survey.status === 'open'
        ? addChannel(survey.reach, command.channel, command.today)
        : wrongStatus(survey)
    case 'ShutSurveyChannel':
      return survey.status === 'open'
        ? shutChannel(survey.reach, command.channel, command.reason, command.today)
        : wrongStatus(survey)
    case 'CloseSurvey':
      return close(survey, command)
    case 'PublishSurvey':
      return publish(survey, command)
    case 'DropSurvey':
      return drop(survey, command)
  }
}

const wrongStatus = ({ status }: KnownSurvey): Ruling =>
  refuse({ code: 'survey-wrong-status', status })

function draft({ today: on, earlier, ...asked }: Told<'DraftSurvey'>): Ruling {
  const { appraisal, wave, form, from, until } = asked
  if (until < from) return refuse({ code: 'survey-days-wrong' })
  const checked = questionsRuling(form, earlier)
  if (!checked.ok) return checked
  const matters = [...new Set(asked.matters)]
  const told = { appraisal, matters, wave, form: formShape(form), from, until, on }
  return accept([{ type: 'SurveyDrafted', ...told, words: { texts: formTexts(form) } }])
}

function questionsRuling(
  form: Questionnaire,
  earlier: Questionnaire | null,
): Result<Questionnaire, SurveyRefusal> {
  const checked = checkQuestionnaire(form)
  if (!checked.ok) return checked
  const changed = earlier === null ? undefined : changedQuestion(earlier, form)
  return changed === undefined
    ? checked
    : refuse({ code: 'survey-wave-changes-question', question: changed })
}

/** The first question of the earlier wave that this one does not ask in the same words, at the same place. */
export function changedQuestion(earlier: Questionnaire, form: Questionnaire): string | undefined {
  const place = earlier.questions.findIndex((question, at) => {
    const now = form.questions[at]
    return now === undefined || questionText(now) !== questionText(question)
  })
  return earlier.questions[place]?.code
}

function setQuestions(survey: KnownSurvey, told: Told<'SetSurveyQuestions'>): Ruling {
  const { form, earlier, today: on } = told
  if (survey.status !== 'draft') return wrongStatus(survey)
  const checked = questionsRuling(form, earlier)
  if (!checked.ok) return checked
  const words = { texts: formTexts(form) }
  return accept([{ type: 'SurveyQuestionsSet', form: formShape(form), on, words }])
}

/** The same as before changes nothing. */
function setMatters(survey: KnownSurvey, told: Told<'SetSurveyMatters'>): Ruling {
  if (survey.status !== 'draft') return wrongStatus(survey)
  const matters = [...new Set(told.matters)]
  const isSame = matters.toSorted().join() === survey.matters.toSorted().join()
  return accept(isSame ? [] : [{ type: 'SurveyMattersSet', matters, on: told.today }])
}

function setReach(survey: KnownSurvey, { reach, today: on }: Told<'SetSurveyReach'>): Ruling {
  if (survey.status !== 'draft') return wrongStatus(survey)
  const fault = reachFault(reach)
  if (fault) return refuse(fault)
  const words = { texts: reachTexts(reach) }
  return accept([{ type: 'SurveyReachSet', reach: reachShape(reach), on, words }])
}

function start(survey: KnownSurvey, told: Told<'StartSurvey'>): Ruling {
  const { today: on } = told
  if (survey.status !== 'draft') return wrongStatus(survey)
  const { form, reach } = survey
  const checked = checkQuestionnaire(form)
  if (!checked.ok) return checked
  if (reach.populations.length === 0) return refuse({ code: 'survey-asks-nobody' })
  const unreached = reach.populations.find(
    ({ code }) => !reach.channels.some(({ population }) => population === code),
  )
  if (unreached) return refuse({ code: 'survey-population-unreached', population: unreached.name })
  if (reach.until < on) return refuse({ code: 'survey-days-over', today: on })
  const smallest = smallestGroupOf(told.smallest)
  return accept([{ type: 'SurveyStarted', hash: questionnaireHash(form), smallest, on }])
}

/** Closing before the day that was announced needs a reason, or somebody could close when the answers please. */
function close(survey: KnownSurvey, { reason, taken, today: on }: Told<'CloseSurvey'>): Ruling {
  if (survey.status !== 'open') return wrongStatus(survey)
  const why = reason.trim()
  if (on <= survey.reach.until && why === '')
    return refuse({ code: 'survey-early-close', until: survey.reach.until })
  return accept([{ type: 'SurveyClosed', taken, on, words: { reason: why } }])
}

function publish(survey: KnownSurvey, { approval, today: on }: Told<'PublishSurvey'>): Ruling {
  if (survey.status !== 'closed') return wrongStatus(survey)
  if (approvalFault(approval, on) !== null) return refuse({ code: 'survey-needs-decision' })
  return accept([{ type: 'SurveyPublished', approval, on }])
}

function drop(survey: KnownSurvey, { reason, today: on }: Told<'DropSurvey'>): Ruling {
  if (survey.status !== 'draft') return wrongStatus(survey)
  const why = reason.trim()
  if (why === '') return refuse({ code: 'survey-reason-missing' })
  return accept([{ type: 'SurveyDropped', on, words: { reason: why } }])
}
