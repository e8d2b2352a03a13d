/** The addresses that one-time links are handed out as. `origin`: of this request, or of the server when it starts. */
export function setupLink(origin: string, token: string): string {
  return `${origin}/setup?token=${token}`
}

export function invitationLink(origin: string, token: string): string {
  return `${origin}/accept-invitation?token=${token}`
}

export function demoLink(origin: string, token: string): string {
  return `${origin}/demo-sign-in?token=${token}`
}
