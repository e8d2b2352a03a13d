/** Once for a whole run of the suite: the place of the demo county that journeys copy. It is loaded by whoever is first to ask. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    oneDemo: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-one-demo-'))
  project.provide('oneDemo', folder)
  return () => rm(folder, { recursive: true, force: true })
}
