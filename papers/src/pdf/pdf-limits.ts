/** What is set at most. Text is counted in characters; a paper of a hundred pages has about 60,000. */
export const pdfLimits = {
  characters: 400_000,
  rows: 3_000,
  milliseconds: 30_000,
  /** Of the process that sets it, fonts included. */
  megabytes: 1_024,
} as const
