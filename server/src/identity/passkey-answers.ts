/** What a browser sends back of a passkey: checked for shape and size before anything looks at it. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import * as z from 'zod/mini'

const base64url = z.string().check(z.regex(/^[\w-]*$/), z.maxLength(8000))
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

export type Transport = (typeof transports)[number]

const whole = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}

const registration = z.object({
  ...whole,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(10)),
  }),
})

const authentication = z.object({
  ...whole,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url,
  }),
})

export function registrationOf(raw: unknown): RegistrationResponseJSON | null {
  const read = registration.safeParse(raw)
  if (!read.success) return null
  const { response, ...rest } = read.data
  return { ...rest, response: { ...response, transports: transportsOf(response.transports) } }
}

export function authenticationOf(raw: unknown): AuthenticationResponseJSON | null {
  const read = authentication.safeParse(raw)
  return read.success ? read.data : null
}

/** Ways this version does not know are left out: they are hints only. */
export function transportsOf(raw: readonly string[]): Transport[] {
  return transports.filter((one) => raw.includes(one))
}
