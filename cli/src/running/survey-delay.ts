/** How long devices of invited people wait before they send: `LUOSHI_SURVEY_DELAY=300-86400`, in seconds. */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { usualDelay, type SendingDelay } from '@luoshi/server/surveys/invited/invited-routes'

type DelayRefusal = Readonly<{ code: 'survey-delay'; zh: string; en: string }>

export function readSurveyDelay(
  env: Readonly<Record<string, string | undefined>>,
): Result<SendingDelay, DelayRefusal> {
  const told = env['LUOSHI_SURVEY_DELAY']
  if (told === undefined || told === '') return accept(usualDelay)
  const parts = /^(\d{1,6})-(\d{1,6})$/.exec(told)
  const [least, most] = [Number(parts?.[1]), Number(parts?.[2])]
  if (parts && least <= most) return accept({ least, most })
  return refuse({
    code: 'survey-delay',
    zh: 'LUOSHI_SURVEY_DELAY 应写成“最少秒数-最多秒数”，例如 300-86400。',
    en: 'LUOSHI_SURVEY_DELAY is to be written as seconds at least and at most, such as 300-86400.',
  })
}
