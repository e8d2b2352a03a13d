/** Showing the second factor again before a sensitive act; it holds for five minutes in this session. */
import * as z from 'zod/mini'
import { endpoint } from './kit.ts'

const part = z.string().check(z.maxLength(6000))

/** An AuthenticationResponseJSON of WebAuthn level 3. */
const assertion = z.object({
  id: part,
  rawId: part,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    userHandle: z.optional(part),
  }),
})

export type Assertion = z.infer<typeof assertion>

const shown = z.object({
  /** What the person can show: codes of an app, passkeys. */
  app: z.boolean(),
  passkeys: z.int(),
  /** Shown within the last five minutes. */
  isFresh: z.boolean(),
})

export const getStepUp = endpoint({
  method: 'GET',
  path: '/api/v1/step-up',
  summary: 'Which second factors one has, and whether one was shown within the last five minutes',
  answer: shown,
})

export const proveByCode = endpoint({
  method: 'POST',
  path: '/api/v1/step-up/code',
  summary: 'Show a code of the app, or a recovery code; a wrong one counts as a failed sign-in',
  body: z.object({ code: z.string().check(z.minLength(1), z.maxLength(60)) }),
  answer: shown,
})

export const askPasskeyProof = endpoint({
  method: 'POST',
  path: '/api/v1/step-up/passkey/options',
  summary: 'The question for a passkey of one’s own (WebAuthn)',
  answer: z.object({ options: z.record(z.string(), z.unknown()) }),
})

export const proveByPasskey = endpoint({
  method: 'POST',
  path: '/api/v1/step-up/passkey',
  summary: 'The passkey’s answer',
  body: z.object({ response: assertion }),
  answer: shown,
})
