/** E-mail over the county's own mail server. Without TLS nothing leaves the machine. */
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { SendFault } from '@luoshi/domain/supervision/try-again'
import type { MailSettings } from './channel-settings.ts'
import { mostSeconds, type Sent } from './outbound.ts'
import type { OutgoingMessage } from './outgoing-message.ts'

export async function sendMail(
  { host, port, secure, requireTls, auth, from, ca }: MailSettings,
  to: string,
  message: OutgoingMessage,
): Sent {
  const patience = mostSeconds * 1000
  // Read when the first mail is sent, not when the server starts.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(auth === null ? {} : { auth: { ...auth } }),
    ...(ca === null ? {} : { tls: { ca } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject: message.title,
      text: message.text,
      messageId: `<${message.id}@luoshi>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return accept(true)
  } catch (failure) {
    return refuse(faultOf(failure))
  } finally {
    transport.close()
  }
}

/** By number or kind: the text of a mail server's answer quotes the address. */
function faultOf(failure: unknown): SendFault {
  const code = fieldOf(failure, 'responseCode')
  if (typeof code === 'number') return { code: `smtp-${code}`, lasting: code >= 500 && code < 600 }
  const kind = fieldOf(failure, 'code')
  switch (kind) {
    case 'ETLS':
      return { code: 'smtp-no-tls', lasting: false }
    case 'EAUTH':
      return { code: 'smtp-auth', lasting: false }
    case 'EENVELOPE':
      return { code: 'smtp-envelope', lasting: true }
    case 'ETIMEDOUT':
      return { code: 'timeout', lasting: false }
    default:
      return { code: 'no-connection', lasting: false }
  }
}

function fieldOf(failure: unknown, name: string): unknown {
  return typeof failure === 'object' && failure !== null ? Reflect.get(failure, name) : undefined
}
