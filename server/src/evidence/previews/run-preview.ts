/**
 * Runs one preview in a process that may read our own programs and nothing else, with a bound on time and memory: what
 * runs over is ended, and its file has no preview. Two at a time; the others wait in line.
 */
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PreviewAnswer, PreviewAsk, PreviewMade } from './preview-job.ts'

export type PreviewLimits = Readonly<{ milliseconds: number; megabytes: number; atOnce: number }>

export const usualLimits: PreviewLimits = { milliseconds: 20_000, megabytes: 900, atOnce: 2 }

/** Null when nothing could be made in time and memory. */
export type RunPreview = (ask: PreviewAsk) => Promise<PreviewMade | null>

const program = fileURLToPath(new URL('preview-process.ts', import.meta.url))

export function previewRunner(limits: PreviewLimits = usualLimits): RunPreview {
  let running = 0
  const line: (() => void)[] = []
  return async (ask) => {
    if (running >= limits.atOnce) await new Promise<void>((resolve) => line.push(resolve))
    else running += 1
    try {
      return await runOne(ask, limits)
    } finally {
      const next = line.shift()
      if (next) next()
      else running -= 1
    }
  }
}

function runOne(ask: PreviewAsk, limits: PreviewLimits): Promise<PreviewMade | null> {
  const child = fork(program, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
    execArgv: [
      '--permission',
      `--allow-fs-read=${programs}`,
      `--max-old-space-size=${Math.round(limits.megabytes / 2)}`,
    ],
  })
  return new Promise((resolve) => {
    const finish = (made: PreviewMade | null): void => {
      clearTimeout(patience)
      clearInterval(watch)
      child.removeAllListeners()
      child.kill('SIGKILL')
      resolve(made)
    }
    const patience = setTimeout(() => finish(null), limits.milliseconds)
    const watch = setInterval(() => {
      void residentMegabytes(child.pid).then((now) => {
        if (now > limits.megabytes) finish(null)
        return now
      })
    }, 50)
    child.once('message', (answer: PreviewAnswer) => finish('thumb' in answer ? answer : null))
    child.once('exit', () => finish(null))
    child.once('error', () => finish(null))
    child.send(ask, (failure) => {
      if (failure) finish(null)
    })
  })
}

/** Linux tells; elsewhere the bounds on time and on the heap have to do. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}

/** Where our programs and the packages they use lie: the nearest folder upwards with node_modules in it. */
function programsAbove(folder: string): string {
  if (existsSync(join(folder, 'node_modules', '@hyzyla'))) return folder
  const above = dirname(folder)
  return above === folder ? dirname(program) : programsAbove(above)
}

const programs = programsAbove(dirname(program))
