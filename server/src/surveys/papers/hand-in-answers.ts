/** An answer that staff entered goes the way of all answers: into the intake, by itself, tied to nobody. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import type { Answer } from '@luoshi/domain/surveys/answer'
import type { Outcome, World } from '../../execute/context.ts'
import { refused } from '../../execute/refused.ts'
import type { Taken } from '../intake/tray-line.ts'
import type { SurveyPlace } from '../intake/trays.ts'
import type { StaffedWay } from './staffed-way.ts'

export async function handIn(
  { intake }: Pick<World, 'intake'>,
  place: SurveyPlace,
  { channel, population, stratum }: StaffedWay,
  id: string,
  answer: Answer,
): Outcome<true> {
  const taken = await intake.takeAnswer(place, {
    id,
    population: population.code,
    stratum,
    channel: channel.code,
    answer: JSON.stringify(answer),
  })
  return handedIn(taken)
}

/** What the intake says, as staff are told it. */
export function handedIn(taken: Taken | 'closed'): Awaited<Outcome<true>> {
  switch (taken) {
    case 'taken':
      return accept(true)
    case 'closed':
      return refused(409, 'survey-wrong-status', over)
    case 'busy':
      return refused(429, 'survey-intake-busy', busy)
    case 'other-under-this-id':
      return refused(409, 'survey-answer-differs', differs)
  }
}

const over = bilingual(
  '这项调查已经截止，不再接收答卷。',
  '请刷新后查看。',
  'This survey is closed.',
  'Reload to see it.',
)

const busy = bilingual(
  '现在提交的答卷太多，暂时收不下。',
  '请过一会儿再试；已经录入的不会丢失，也不会算两次。',
  'Too many answers are coming in just now.',
  'Try again in a moment; nothing is lost or counted twice.',
)

const differs = bilingual(
  '这份答卷已经收到过，内容与这次不同。',
  '先收到的有效。请核对原件；确有差错的，请在结果说明中注明。',
  'This answer came in before with other ticks.',
  'The first one counts. Look at the paper; if it was wrong, say so in the notes.',
)
