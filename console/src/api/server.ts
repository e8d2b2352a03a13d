/**
 * The one way from the console to the server: `ask(getDesk, {})`, typed by the server's own contract. The token that
 * changes must carry comes with the session; a lost session leads to the sign-in page and back here.
 */
import { ApiFailure, createClient, type Client } from '@luoshi/server/contract/client'
import { getStepUp } from '@luoshi/server/contract/step-up'

let token = ''

export function rememberToken(csrf: string): void {
  token = csrf
}

export function currentToken(): string {
  return token
}

const client = createClient({ csrf: () => token })

export const ask: Client['call'] = async (spec, parts, extras) => {
  try {
    return await client.call(spec, parts, extras)
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    // A code or a key that was wrong is no lost session.
    if (error.problem.code === 'not-signed-in') goToSignIn()
    const mayProve = error.problem.code === 'factor-needed' && prove !== null
    if (mayProve && (await prove?.())) return client.call(spec, parts, extras)
    throw error
  }
}

let prove: (() => Promise<boolean>) | null = null

/** @param asks - Asks the person for their second factor; answers whether it was shown. */
export function onFactorNeeded(asks: () => Promise<boolean>): () => void {
  prove = asks
  return () => {
    prove = null
  }
}

/** Before a file is taken away by its address, which cannot ask by itself. */
export async function isProven(): Promise<boolean> {
  const { app, passkeys, isFresh } = await ask(getStepUp, {})
  if (isFresh || (!app && passkeys === 0)) return true
  return (await prove?.()) === true
}

export function goToSignIn(): void {
  const here = `${window.location.pathname}${window.location.search}`
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`)
}
