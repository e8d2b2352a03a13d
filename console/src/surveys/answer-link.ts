/** The address that a poster, a link or a kiosk opens: the survey and the way in, nothing about anybody. */
import type { Id } from '@luoshi/domain/kernel/ids'
import type { Channel } from '@luoshi/domain/surveys/channel'

export function answerLink(
  survey: Id<'survey'>,
  { code }: Pick<Channel, 'code'>,
  origin: string = window.location.origin,
): string {
  return `${origin}/s/${survey}?c=${code}`
}
