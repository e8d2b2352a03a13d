/** /api/v1/ledger.xlsx and /api/v1/ledger-previews */
import { ReadableStream } from 'node:stream/web'
import { readingLimits } from '@luoshi/papers/reading-limits'
import {
  exportLedger as exportSpec,
  previewLedger as previewSpec,
  workbookType,
} from '../contract/ledgers.ts'
import { mayGive, type World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import { attachmentOf } from '../http/attachment.ts'
import { mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import { uploaded } from '../http/uploaded.ts'
import { parseStatuses } from '../matters/matter-query.ts'
import { exportLedger } from './export-ledger.ts'
import { previewLedger } from './preview-ledger.ts'

export function ledgerRoutes(api: Api, world: World): void {
  mountRaw(api, exportSpec, async ({ asked, query, c }) => {
    const { layout = 'full', asOf, status, ...filter } = query
    const statuses = parseStatuses(status)
    const made = await exportLedger(world, {
      by: asked.by,
      filter: { ...filter, statuses },
      layout,
      asOf,
    })
    if (!made.ok) return refusedAnswer(c, made.refusal)
    const { name, pieces } = made.value
    return c.body(ReadableStream.from(pieces), 200, attachmentOf(`${name}.xlsx`, workbookType))
  })

  mountRaw(api, previewSpec, async ({ asked, c }) => {
    if (!mayGive(asked, 'BringLedgerBack', asked.by.unit))
      return refusedAnswer(c, forbidden().refusal)
    const file = await uploaded(world, c, readingLimits.uploadBytes)
    if (!file.ok) return refusedAnswer(c, file.refusal)
    const done = await previewLedger(world, { ...asked, bytes: file.value.bytes })
    return done.ok ? c.json(done.value) : refusedAnswer(c, done.refusal)
  })
}
