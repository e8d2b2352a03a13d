/** The county's templates of papers, read by whoever makes one and set by the clerk. */
import { checkTemplate, explainTemplateRefusal } from '@luoshi/domain/papers/check-template'
import {
  evolveTemplates,
  noTemplates,
  setTemplate as decide,
  templateFor,
  type CountyTemplates,
  type TemplateEvent,
} from '@luoshi/domain/papers/county-templates'
import { paperKinds, type PaperKind } from '@luoshi/domain/papers/paper-kinds'
import type { PaperTemplate } from '@luoshi/domain/papers/template'
import { idOf, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { templatePreview } from '@luoshi/papers/official/template-preview'
import type { PaperWriters } from '@luoshi/papers/official/write-paper'
import type { AnswerOf } from '../contract/kit.ts'
import type { getPaperTemplates, previewPaperTemplate } from '../contract/papers.ts'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { recordKind, takeRecordStep } from '../execute/record.ts'
import { forbidden, refused } from '../execute/refused.ts'
import { inTwo } from '../http/two-sentences.ts'
import type { Principal } from '../identity/principal.ts'
import { congressName } from '../ledgers/congress-name.ts'

export const templateKind = recordKind<'template', CountyTemplates, TemplateEvent>({
  kind: 'template',
  events: { TemplateSet: true },
  initial: noTemplates,
  evolve: evolveTemplates,
  row: (state) => (state.status === 'none' ? null : { title: '文书模板', on_day: state.setOn }),
})

function templatesOf(congress: CongressId): Id<'template'> {
  return idOf('template', congress.replace('congress_', 'template_'))
}

export async function countyTemplates({ db }: World, congress: CongressId) {
  return templateKind.load(db, congress, templatesOf(congress))
}

type Shown = AnswerOf<typeof getPaperTemplates>

/** As its page would look, before it is set. Nothing is written. */
export async function previewTemplate(
  world: World,
  { by, kind, template }: Readonly<{ by: Principal; kind: PaperKind; template: PaperTemplate }>,
  writers: PaperWriters,
): Outcome<AnswerOf<typeof previewPaperTemplate>> {
  if (!may(by, 'SetPaperTemplate', null)) return forbidden()
  const checked = checkTemplate(kind, template)
  if (!checked.ok)
    return refused(409, checked.refusal.code, explainTemplateRefusal(checked.refusal))
  const congress = await congressName(world.db, by.congress)
  const paper = templatePreview(kind, { template, congress, on: todayOf(world) })
  const made = await writers.picture(paper)
  if (!made.ok) {
    const { code, zh, en } = made.refusal
    return refused(422, code, inTwo(zh, en))
  }
  const { bytes, pages, standIns, otherFace } = made.value
  return accept({
    picture: new TextDecoder().decode(bytes),
    pages,
    standIns: standIns.map((one) => ({ ...one })),
    otherFace: [...otherFace],
  })
}

export async function readTemplates(world: World, by: Principal): Outcome<Shown> {
  if (!may(by, 'SetPaperTemplate', null)) return forbidden()
  const [{ state, version }, name] = await Promise.all([
    countyTemplates(world, by.congress),
    congressName(world.db, by.congress),
  ])
  return accept({
    version,
    congressName: name,
    setOn: state.status === 'none' ? null : state.setOn,
    templates: paperKinds.map((kind) => ({
      kind,
      template: templateFor(state, kind),
      isOwn: state.status !== 'none' && state.own[kind] !== undefined,
    })),
  })
}

export async function setTemplate(
  world: World,
  asked: Asked & Readonly<{ version: number; kind: PaperKind; template: PaperTemplate | null }>,
): Outcome<Shown> {
  const { by, key, version, kind, template } = asked
  const done = await takeRecordStep(world, templateKind, {
    by,
    key,
    command: 'SetPaperTemplate',
    id: templatesOf(by.congress),
    version,
    decide: () => {
      const ruling = decide(kind, template, todayOf(world))
      if (ruling.ok) return ruling
      return refused(409, ruling.refusal.code, explainTemplateRefusal(ruling.refusal))
    },
  })
  return done.ok ? readTemplates(world, by) : done
}
