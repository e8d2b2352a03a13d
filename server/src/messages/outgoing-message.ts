/** A digest as it is sent: a heading, a line for each thing, and where to read on. Nothing of the things themselves. */
import { contactCode } from '@luoshi/domain/supervision/contact-code'
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
  /** Only in a message that proves an address. */
  code?: string
}>

/** Says nothing of who entered the address: if it is a stranger's, the stranger learns no name. */
export function codeMessage(id: string, code: string): OutgoingMessage {
  const title = '落实：确认接收提醒的联系方式'
  const text = [
    title,
    `验证码：${code}，${contactCode.minutes}分钟内有效。`,
    '不是您本人操作的，不必理会，不要把验证码告诉任何人。',
  ].join('\n')
  return { id, count: 0, title, text, link: '', code }
}

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
