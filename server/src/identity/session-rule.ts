/** How long a session lives. Source: ecosystem.md §5 item 1b; OWASP ASVS 5.0 V7.3. */
export const sessionRule = {
  idleMinutes: 30,
  absoluteMinutes: 12 * 60,
  /** How long a second factor counts as shown just now (OWASP ASVS 5.0 7.5.3). */
  stepUpMinutes: 5,
} as const

/** How long one-time links live. */
export const linkRule = {
  setupMinutes: 24 * 60,
  invitationMinutes: 72 * 60,
  demoMinutes: 24 * 60,
  /** From the password to the session. */
  stepMinutes: 10,
  /** For a browser to answer a passkey’s challenge, or to come back from the province’s sign-in page. */
  questionMinutes: 10,
} as const
