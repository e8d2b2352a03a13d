/** A process of our own that answers one line of JSON for each line of JSON it is asked. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type LineChild = Readonly<{
  pid: number
  ask: <Answer>(question: unknown) => Promise<Answer>
  /** Closes its input, upon which it ends by itself; killed when it does not. */
  end: () => Promise<void>
}>

/** For our server, as the command starts it (cli/bin/luoshi.mjs). */
export const launcherFlags = ['--max-semi-space-size=4', '--expose-gc'] as const

/** @param flags - For Node itself. */
export function startChild(
  script: `./${string}` | `../${string}`,
  flags: readonly string[] = [],
): LineChild {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [...flags, path], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { pid } = child
  if (pid === undefined) throw new Error(`${path} did not start`)
  // Its end is seen by whoever asks next.
  child.stdin.on('error', () => undefined)
  return {
    pid,
    ask: async (question) => {
      child.stdin.write(`${JSON.stringify(question)}\n`)
      const answer = await lines.next()
      if (answer.done === true) throw new Error(`${path} ended without an answer`)
      return JSON.parse(answer.value)
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.stdin.end()
      const patience = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await gone
      clearTimeout(patience)
    },
  }
}

/** The other end: answers each line in order; resolves when nobody asks any more. */
export async function answerLines(answer: (question: string) => Promise<unknown>): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(line))}\n`)
  }
}
