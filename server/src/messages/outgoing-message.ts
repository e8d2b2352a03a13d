/** A digest as it is sent: a heading, a line for each thing, and where to read on. Nothing of the things themselves. */
import { mostLines } from '@luoshi/domain/supervision/digest'
import {
  isMessageCause,
  messageLine,
  type MessageFacts,
} from '@luoshi/domain/supervision/message-causes'

export type OutgoingMessage = Readonly<{
  /** The same at every try, so that a mail server can tell a repetition. */
  id: string
  count: number
  title: string
  text: string
  link: string
}>

type Line = Readonly<{ cause: string; facts: MessageFacts }>

export function outgoingMessage(
  id: string,
  congressName: string,
  lines: readonly Line[],
  link: string,
): OutgoingMessage {
  const said = lines.flatMap(({ cause, facts }) =>
    isMessageCause(cause) ? [messageLine(cause, facts).zh] : [],
  )
  const title = `${congressName}提醒：您有${said.length}条工作消息`
  const shown = said.slice(0, mostLines).map((line, index) => `${index + 1}．${line}`)
  const more = said.length - shown.length
  const rest = more > 0 ? [`另有${more}条，请登录查看。`] : []
  const text = [title, ...shown, ...rest, `查看：${link}`].join('\n')
  return { id, count: said.length, title, text, link }
}
