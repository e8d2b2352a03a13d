/** What the load generator is told to ask, and what it saw. */
export type Step = Readonly<{
  method: 'GET' | 'POST'
  /** `{matter}` stands for the id that an earlier step of the flow was answered. */
  path: string
  body?: unknown
}>

/** The requests of one operation, one after the other. */
export type Flow = readonly Step[]

export type Job = Readonly<{
  origin: string
  headers: Readonly<Record<string, string>>
  concurrency: number
  flows: readonly Flow[]
}>

export type Sample = Readonly<{ bytes: number; lines: number; body: string }>

export type LoadSeen = Readonly<{
  wallMs: number
  /** Of each flow that was answered well, in milliseconds. */
  latencies: readonly number[]
  /** Writing requests answered well. */
  acknowledged: number
  failures: readonly string[]
  /** The answer to the last step of the first flow. */
  sample: Sample | null
}>
