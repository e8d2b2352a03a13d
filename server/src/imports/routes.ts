/** /api/v1/imports */
import { accept } from '@luoshi/domain/kernel/result'
import { readingLimits } from '@luoshi/papers/reading-limits'
import {
  acceptRepairs,
  confirmImport as confirmSpec,
  getImport,
  getImportOriginal,
  importFile,
  importText,
  listImports as listSpec,
  putDecisions,
} from '../contract/imports.ts'
import { mayGive, type Outcome, type World } from '../execute/context.ts'
import { forbidden, versionConflict } from '../execute/refused.ts'
import { checkInput } from '../http/check-input.ts'
import { jsonOf, mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import { uploaded, type Uploaded } from '../http/uploaded.ts'
import { attachmentOf } from '../http/attachment.ts'
import { confirmImport } from './confirm-import.ts'
import { readDraft, saveDecisions, saveParsed } from './import-draft.ts'
import { originalOf, stillOpen } from './originals.ts'
import { readDocument } from './read-document.ts'
import { listImports, readImport } from './read-imports.ts'
import { receiveDocument } from './receive-document.ts'

export function importRoutes(api: Api, world: World): void {
  mountRaw(api, importFile, async ({ asked, c }) => {
    if (!mayGive(asked, 'ImportDocument')) return refusedAnswer(c, forbidden().refusal)
    const pasted = (c.req.header('content-type') ?? '').startsWith('application/json')
    const file = pasted ? await pastedText(c) : await uploaded(world, c, readingLimits.uploadBytes)
    if (!file.ok) return refusedAnswer(c, file.refusal)
    const done = await receiveDocument(world, { ...asked, ...file.value })
    return done.ok ? c.json(done.value) : refusedAnswer(c, done.refusal)
  })
  mount(api, listSpec, ({ asked }) => listImports(world, asked.by))
  mount(api, getImport, ({ asked, params }) => readImport(world, { by: asked.by, ...params }))

  mountRaw(api, getImportOriginal, async ({ asked, params, c }) => {
    const original = await originalOf(world, asked, params.import)
    if (!original.ok) return refusedAnswer(c, original.refusal)
    const { bytes, fileName } = original.value
    return new Response(Buffer.from(bytes), { headers: attachmentOf(fileName) })
  })

  mount(api, putDecisions, async ({ asked, params, body }) => {
    const open = await stillOpen(world, asked, params.import)
    if (!open.ok) return open
    const given = { ...body, at: world.now() }
    const revision = await saveDecisions(world.db, asked.by.congress, params.import, given)
    return revision === null ? versionConflict() : accept({ revision })
  })

  mount(api, acceptRepairs, async ({ asked, params, body: { accepted } }) => {
    const open = await stillOpen(world, asked, params.import)
    if (!open.ok) return open
    const original = await originalOf(world, asked, params.import)
    if (!original.ok) return original
    const { congress } = asked.by
    const { bytes, fileName } = original.value
    const draft = await readDraft(world.db, congress, params.import)
    const mapped = draft?.mapping ? { mapping: draft.mapping } : {}
    const options = { fileName, acceptedRepairs: accepted, ...mapped }
    const parsed = await readDocument(world.db, congress, bytes, options)
    if (!parsed.ok) return parsed
    const saved = { parsed: parsed.value, accepted, at: world.now() }
    await saveParsed(world.db, congress, params.import, saved)
    return readImport(world, { by: asked.by, ...params })
  })

  mount(api, confirmSpec, ({ asked, params, body }) =>
    confirmImport(world, { ...asked, ...params, ...body }),
  )
}

type Context = Parameters<typeof jsonOf>[0]

async function pastedText(c: Context): Outcome<Uploaded> {
  const sent = await jsonOf(c)
  if (!sent.ok) return sent
  const body = checkInput('body', importText.body, sent.value)
  if (!body.ok) return body
  const { text, fileName = '粘贴的文字.txt' } = body.value
  return accept({ bytes: Buffer.from(text, 'utf8'), fileName })
}
