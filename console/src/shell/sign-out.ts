/** Ends the session on the server, then leaves for the sign-in page. */
import { currentToken } from '../api/server.ts'

export async function signOut(): Promise<void> {
  await fetch('/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-luoshi-csrf': currentToken() },
  })
  window.location.assign('/sign-in')
}
