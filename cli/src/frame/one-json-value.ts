/** With `--json` a command that ends without an answer still says one JSON value: why, in both languages. */
import type { Command, ExitCode, Terminal } from './command.ts'

/** Runs a command so that a program reading its output finds exactly one value, whatever went wrong. */
export async function runForPrograms(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  let answered = false
  const said: string[] = []
  const out = (line: string) => {
    answered = true
    terminal.out(line)
  }
  const err = (line: string) => {
    said.push(line)
    terminal.err(line)
  }
  const exit = await runOrExplain(command, args, { ...terminal, out, err })
  if (exit !== 0 && !answered) {
    const code = exit === 2 ? 'not-understood' : 'failed'
    terminal.out(JSON.stringify({ ok: false, code, ...bothLanguages(said[0] ?? '') }))
  }
  return exit
}

/** What nobody foresaw becomes one sentence; the stack is for whoever asks for it. */
export async function runOrExplain(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    return await command.run(args, terminal)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const hint = '要看细节，请设置环境变量 LUOSHI_DEBUG=1 后重试。'
    terminal.err(`没有办成：${why}。${hint} It failed: ${why}. Set LUOSHI_DEBUG=1 to see more.`)
    if (terminal.env['LUOSHI_DEBUG'] && error instanceof Error) terminal.err(error.stack ?? why)
    return 1
  }
}

/** A sentence for people reads `中文。 English.`; where it has no border, both languages get the whole. */
function bothLanguages(line: string) {
  const parts =
    /^(.*?[。：？])\s+([^\p{Script=Han}\s].*)$/su.exec(line) ??
    /^(.*?\p{Script=Han})\s+([A-Z].*)$/su.exec(line)
  return {
    zh: { what: parts?.[1] ?? line, fix: '' },
    en: { what: parts?.[2] ?? line, fix: '' },
  }
}
