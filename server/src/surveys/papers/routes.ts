/** /api/v1/surveys/:survey/paper-batches, /api/v1/survey-papers, and answers entered by staff. */
import * as specs from '../../contract/survey-papers.ts'
import type { Asked, Outcome, World } from '../../execute/context.ts'
import type { RecordDone } from '../../execute/record.ts'
import { mount, type Api } from '../../http/mount.ts'
import { beginBatch, finishTyping, settleBatch, typeForm } from './batch-steps.ts'
import { enterAnswer } from './enter-answer.ts'
import { enterText } from './enter-text.ts'
import { readBatch, readBatches } from './read-batches.ts'

export function paperBatchRoutes(api: Api, world: World): void {
  async function shown(by: Asked['by'], command: Outcome<RecordDone<'surveypaper'>>) {
    const done = await command
    return done.ok ? readBatch(world, by, done.value.id) : done
  }
  mount(api, specs.listBatches, ({ asked, params }) => readBatches(world, asked.by, params.survey))
  mount(api, specs.getBatch, ({ asked, params }) => readBatch(world, asked.by, params.batch))
  mount(api, specs.beginBatch, ({ asked, params, body }) =>
    shown(asked.by, beginBatch(world, { ...asked, ...params, ...body })),
  )
  mount(api, specs.typeForm, async ({ asked, params, body }) => {
    const typed = await typeForm(world, { ...asked, ...params, ...body })
    return typed.ok ? readBatch(world, asked.by, params.batch) : typed
  })
  mount(api, specs.finishTyping, ({ asked, params, body }) =>
    shown(asked.by, finishTyping(world, { ...asked, ...params, ...body })),
  )
  mount(api, specs.settleBatch, ({ asked, params, body }) =>
    shown(asked.by, settleBatch(world, { ...asked, ...params, ...body })),
  )
  mount(api, specs.enterAnswer, ({ asked, params, body }) =>
    enterAnswer(world, { ...asked, ...params, ...body }),
  )
  mount(api, specs.enterText, ({ asked, params, body }) =>
    enterText(world, { ...asked, ...params, ...body }),
  )
}
