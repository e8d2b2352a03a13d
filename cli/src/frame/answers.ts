/** How commands answer: a person reads sentences, a program reads one JSON value on standard output. */
import type { Bilingual } from '@luoshi/domain/kernel/explanation'
import type { ExitCode, Terminal } from './command.ts'

/** A refusal on standard error for people; with `--json` also `{ ok: false, code, zh, en }` on standard output. */
export function sayRefusal(
  { out, err }: Terminal,
  json: boolean,
  code: string,
  { zh, en }: Bilingual,
  exit: ExitCode = 1,
): ExitCode {
  if (json) out(JSON.stringify({ ok: false, code, zh, en }))
  err(`${zh.what}${zh.fix}`)
  err(`${en.what} ${en.fix}`.trimEnd())
  return exit
}

export function sayNotUnderstood({ err }: Terminal, why: string, usage: string): ExitCode {
  err(why)
  err(`用法 Usage: ${usage}`)
  return 2
}
