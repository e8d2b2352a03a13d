/** Sends whoever has proven something on: into the session, or to the next step of signing in. */
import type { Context } from 'hono'
import type { Entry } from './admit.ts'
import type { TransportEnv } from './middleware.ts'
import type { Language } from './password-rule-words.ts'
import { dropBriefCookie, writeBriefCookie, writeSessionCookie } from './session-cookie.ts'
import type { Stage } from './sign-in-steps.ts'

const paths: Readonly<Record<Stage, string>> = {
  factor: '/sign-in/code',
  enrol: '/sign-in/enrol',
  password: '/sign-in/renew',
}

/** Sets the cookies; answers the path to go to. `next`: a path of ours. */
export function enteredAt(
  c: Context<TransportEnv>,
  entry: Entry,
  next: string,
  language: Language,
): string {
  const { transport } = c.var
  if (entry.kind === 'session') {
    writeSessionCookie(c, transport, entry.token)
    dropBriefCookie(c, transport, 'step')
    return next
  }
  writeBriefCookie(c, transport, 'step', entry.token)
  return `${paths[entry.stage]}?${new URLSearchParams({ next, lang: language }).toString()}`
}

export function enter(
  c: Context<TransportEnv>,
  entry: Entry,
  next: string,
  language: Language,
): Response {
  return c.redirect(enteredAt(c, entry, next, language), 303)
}
