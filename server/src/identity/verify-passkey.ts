/** Whether an answer of a passkey is right for the question put; used for coming in and for proving who one is again. */
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { transportsOf } from './passkey-answers.ts'

export type KnownPasskey = Readonly<{
  credential: string
  public_key: Buffer
  counter: string
  transports: string[]
}>

/** Where the browser stands: our own address as it sees it. */
export type Place = Readonly<{ origin: string; host: string }>

/** Some three hundred modules that a start would wait for; read when the first passkey is asked for. */
export const webauthn = () => import('@simplewebauthn/server')

/** @returns The key's new counter, or null when the answer is not right. */
export async function verifiedPasskey(
  key: KnownPasskey,
  response: AuthenticationResponseJSON,
  challenge: string,
  place: Place,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    requireUserVerification: true,
    credential: {
      id: key.credential,
      publicKey: new Uint8Array(key.public_key),
      counter: Number(key.counter),
      transports: transportsOf(key.transports),
    },
  }).catch(() => null)
  return verified?.verified ? verified.authenticationInfo.newCounter : null
}
