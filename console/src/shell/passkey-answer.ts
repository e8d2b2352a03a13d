/** Hands a passkey's question to the browser and its answer back as JSON (WebAuthn level 3). */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { ApiFailure } from '@luoshi/server/contract/client'
import type { Assertion } from '@luoshi/server/contract/step-up'

/** @throws ApiFailure in words, also when the person turned away. */
export async function passkeyAnswer(
  options: Readonly<Record<string, unknown>>,
): Promise<Assertion> {
  const { challenge, rpId, allowCredentials } = options
  if (typeof challenge !== 'string' || typeof rpId !== 'string') throw turnedAway()
  const keys = Array.isArray(allowCredentials) ? allowCredentials : []
  const found = await navigator.credentials
    .get({
      publicKey: {
        challenge: bytesOf(challenge),
        rpId,
        userVerification: 'required',
        allowCredentials: keys.map((one) => ({ type: 'public-key', id: bytesOf(one.id) })),
      },
    })
    .catch(() => null)
  if (!(found instanceof PublicKeyCredential)) throw turnedAway()
  const { response } = found
  if (!(response instanceof AuthenticatorAssertionResponse)) throw turnedAway()
  const { userHandle } = response
  return {
    id: found.id,
    rawId: textOf(found.rawId),
    type: 'public-key',
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      userHandle: userHandle === null ? '' : textOf(userHandle),
    },
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (one) => one.charCodeAt(0))
}

function textOf(buffer: ArrayBuffer): string {
  const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)))
  return plain.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function turnedAway(): ApiFailure {
  return new ApiFailure({
    type: 'about:blank',
    title: 'Passkey not shown',
    status: 0,
    code: 'passkey-failed',
    ...bilingual(
      '没有完成通行密钥验证。',
      '请再试一次，或者输入验证器上的 6 位数。',
      'The passkey was not shown.',
      'Try again, or type the six figures of your app.',
    ),
  })
}
