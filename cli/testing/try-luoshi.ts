/** Runs a command as a person would, with a terminal of memory, and hands back everything it said. */
import { luoshi } from '../src/luoshi.ts'

export type Said = Readonly<{ exit: number; out: readonly string[]; err: string }>

export async function tryLuoshi(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const out: string[] = []
  const err: string[] = []
  const exit = await luoshi(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    cwd: import.meta.dirname,
    env,
    stopped: Promise.resolve(),
  })
  return { exit, out, err: err.join('\n') }
}

/** The one JSON value on standard output; anything more or less is an error. */
export function onlyValue({ out }: Said): unknown {
  if (out.length !== 1) throw new Error(`${out.length} lines instead of one JSON value`)
  return JSON.parse(out[0] ?? '')
}
