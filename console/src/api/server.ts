/**
 * The one way from the console to the server: `ask(getDesk, {})`, typed by the server's own contract. The token that
 * changes must carry comes with the session; a lost session leads to the sign-in page and back here.
 */
import { ApiFailure, createClient, type Client } from '@luoshi/server/contract/client'

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
    if (error instanceof ApiFailure && error.problem.status === 401) goToSignIn()
    throw error
  }
}

export function goToSignIn(): void {
  const here = `${window.location.pathname}${window.location.search}`
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`)
}
