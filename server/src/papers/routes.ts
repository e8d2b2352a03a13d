/** /api/v1/papers and /api/v1/paper-templates */
import { writersWhenAsked } from '@luoshi/papers/official/writers-when-asked'
import * as specs from '../contract/papers.ts'
import type { World } from '../execute/context.ts'
import { attachmentOf } from '../http/attachment.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'

export function paperRoutes(api: Api, world: World): void {
  // Nothing is started before the first PDF is asked for.
  const writers = writersWhenAsked(process.env['FONTS_DIR'] ?? null)
  mountRaw(api, specs.getPaper, async ({ asked: { by }, params, query, c }) => {
    const { appraisal, record } = query
    // What papers are made of is loaded with the first one, as its writers are.
    const { paperFile } = await import('./make-paper.ts')
    const site = c.var.transport.origin
    const made = await paperFile(world, { by, ...params, appraisal, record }, { writers, site })
    if (!made.ok) return refusedAnswer(c, made.refusal)
    const { name, mediaType, bytes } = made.value
    return c.body(Buffer.from(bytes), 200, attachmentOf(name, mediaType))
  })
  const templates = () => import('./county-templates.ts')
  mount(api, specs.getPaperTemplates, async ({ asked }) => {
    const { readTemplates } = await templates()
    return readTemplates(world, asked.by)
  })
  mount(api, specs.previewPaperTemplate, async ({ asked: { by }, body }) => {
    const { previewTemplate } = await templates()
    return previewTemplate(world, { by, ...body }, writers)
  })
  mount(api, specs.setPaperTemplate, async ({ asked, body }) => {
    const { setTemplate } = await templates()
    return setTemplate(world, { ...asked, ...body })
  })
}
