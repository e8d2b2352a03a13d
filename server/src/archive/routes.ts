/** /api/v1/appraisals/:appraisal/archive-file */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { SigningKey } from '@luoshi/ledger/proof/signing-key'
import { writersWhenAsked } from '@luoshi/papers/official/writers-when-asked'
import type { Logger } from 'pino'
import * as specs from '../contract/archives.ts'
import type { World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import { attachmentOf } from '../http/attachment.ts'
import { loggable } from '../http/failure-answer.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import { archiveJobs } from './archive-jobs.ts'
import { plainName } from './archive-words.ts'

export function archiveRoutes(api: Api, world: World, key: SigningKey, log: Logger): void {
  // Nothing is started before the first archive is asked for.
  const writers = writersWhenAsked(process.env['FONTS_DIR'] ?? null)
  const jobs = archiveJobs(world, { writers, key }, (failure) =>
    log.error({ err: loggable(failure) }, 'archive not made'),
  )
  mount(api, specs.makeArchive, ({ asked: { by }, params, c }) =>
    jobs.begin({ by, ...params }, c.var.transport.origin),
  )
  mount(api, specs.getArchive, ({ asked: { by }, params }) => jobs.stateOf({ by, ...params }))
  mountRaw(api, specs.getArchiveZip, async ({ asked: { by }, params, c }) => {
    const path = jobs.pathOf({ by, ...params })
    const about = await readAppraisal(world, by, params.appraisal)
    if (path === null || !about.ok) return refusedAnswer(c, notFound().refusal)
    const name = `${plainName(`${about.value.title}归档`)}.zip`
    return new Response(Readable.toWeb(createReadStream(path)), {
      headers: {
        ...attachmentOf(name, 'application/zip'),
        'content-length': String((await stat(path)).size),
      },
    })
  })
}
