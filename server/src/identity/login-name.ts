/** Login names: case does not matter when signing in, nor does the full-width form an input method types. */
export function normalLogin(typed: string): string {
  // Cut and without control characters, because whatever is typed here goes into counts and the audit.
  return withoutControls(typed.normalize('NFKC')).trim().toLowerCase().slice(0, 100)
}

/** PostgreSQL keeps no NUL, and a log line no line break. */
export function withoutControls(text: string): string {
  return text.replaceAll(/\p{C}/gu, '')
}

/** The same shape as the contract's: server/src/contract/accounts.ts. */
export function isLoginName(login: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,39}$/.test(login)
}

/** One line of visible text, as names of people and offices are. */
export function isOneLine(text: string, least: number, most: number): boolean {
  const length = [...text].length
  return length >= least && length <= most && !/\p{C}/u.test(text)
}
