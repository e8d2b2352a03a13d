/**
 * Archives being made for people who wait for them: one at a time in this process, each for whoever asked, because it
 * holds what that person may read. A finished one is kept for half an hour and then removed.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import type { ArchiveState } from '../contract/archives.ts'
import { mayGive, type Outcome, type World } from '../execute/context.ts'
import { forbidden, refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import type { ArchiveTools } from './make-archive.ts'

const keptMs = 30 * 60_000

type Asked = Readonly<{ by: Principal; appraisal: AppraisalId }>

type Job = { state: ArchiveState; folder: string; path: string }

export type ArchiveJobs = Readonly<{
  begin: (asked: Asked, site: string) => Outcome<ArchiveState>
  stateOf: (asked: Asked) => Outcome<ArchiveState>
  /** Where the finished archive lies. */
  pathOf: (asked: Asked) => string | null
}>

export function archiveJobs(
  world: World,
  tools: Omit<ArchiveTools, 'site' | 'progress'>,
  failed: (failure: unknown) => void,
): ArchiveJobs {
  const jobs = new Map<string, Job>()
  let busy = false

  async function run(job: Job, asked: Asked, site: string): Promise<void> {
    try {
      // Archives are rare, and hold all papers: what makes them is loaded with the first one.
      const { makeArchive } = await import('./make-archive.ts')
      const progress = (done: number, total: number) => {
        job.state = { status: 'making', done, total }
      }
      const made = await makeArchive(world, asked, { ...tools, site, progress }, job.path)
      if (made.ok) job.state = { status: 'ready', size: (await stat(job.path)).size, ...made.value }
      else job.state = { status: 'failed' }
    } catch (failure) {
      // Whoever waits is told that it failed; why, is for the log.
      job.state = { status: 'failed' }
      failed(failure)
    } finally {
      busy = false
      forgetLater(jobs, keyOf(asked), job)
    }
  }

  return {
    begin: async (asked, site) => {
      if (!mayGive(asked, 'ArchiveAppraisal')) return forbidden()
      const seen = await readAppraisal(world, asked.by, asked.appraisal)
      if (!seen.ok) return seen
      const before = jobs.get(keyOf(asked))
      if (before?.state.status === 'making') return accept(before.state)
      if (busy) return busyNow()
      busy = true
      if (before) await rm(before.folder, { recursive: true, force: true })
      const folder = await mkdtemp(join(tmpdir(), 'luoshi-archive-'))
      const job: Job = {
        state: { status: 'making', done: 0, total: 0 },
        folder,
        path: join(folder, 'archive.zip'),
      }
      jobs.set(keyOf(asked), job)
      void run(job, asked, site)
      return accept(job.state)
    },
    stateOf: async (asked) => {
      if (!mayGive(asked, 'ArchiveAppraisal')) return forbidden()
      return accept(jobs.get(keyOf(asked))?.state ?? { status: 'none' })
    },
    pathOf: (asked) => {
      const job = jobs.get(keyOf(asked))
      return mayGive(asked, 'ArchiveAppraisal') && job?.state.status === 'ready' ? job.path : null
    },
  }
}

function keyOf({ by, appraisal }: Asked): string {
  return `${by.congress}/${appraisal}/${by.account}`
}

function forgetLater(jobs: Map<string, Job>, key: string, job: Job): void {
  const timer = setTimeout(() => {
    if (jobs.get(key) === job) jobs.delete(key)
    void rm(job.folder, { recursive: true, force: true })
  }, keptMs)
  timer.unref()
}

function busyNow() {
  return refused(
    409,
    'archive-busy',
    bilingual(
      '正在为别的评议制作归档文件。',
      '一次只做一份，请等一会儿再试。',
      'Another archive is being made.',
      'One at a time: wait a little and try again.',
    ),
  )
}
