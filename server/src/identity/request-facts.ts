/** From where a request comes, for the audit and for counting failures. */
export type RequestFacts = Readonly<{
  /** The client's network address, read behind a proxy only when the proxy is ours (transport.ts). */
  address: string
  /** Ties an audit row to the server's log. */
  request: string
  /** Browser and system in a few words, so that people know their sessions apart. */
  device?: string
}>

/** For what the program does by itself: seeding a demo, printing the setup link. */
export const atConsole: RequestFacts = { address: 'console', request: 'console' }
