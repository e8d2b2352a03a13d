/** What every command of the CLI is: it never touches the process, so its test is a table of lines and exit codes. */

/** 0 done · 1 refused by a rule · 2 not understood. */
export type ExitCode = 0 | 1 | 2

/** Where a command writes, where it stands, and how it is told to stop. */
export type Terminal = Readonly<{
  out: (line: string) => void
  err: (line: string) => void
  /** The folder relative file names start from. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  /** Settles when the person asks a long-running command to end. */
  stopped: Promise<void>
}>

export type Command = Readonly<{
  summary: string
  usage: string
  run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>
}>
