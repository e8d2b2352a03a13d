/** /api/v1/matters */
import { ReadableStream, TextEncoderStream } from 'node:stream/web'
import * as defences from '../contract/defences.ts'
import { matterStep, matterSteps, type MatterStep } from '../contract/matter-steps.ts'
import {
  bulkMatters,
  exportMatters,
  getMatter,
  listMatters as listSpec,
  previewJudgement as previewSpec,
} from '../contract/matters.ts'
import * as z from 'zod/mini'
import { version } from '../contract/fields.ts'
import type { World } from '../execute/context.ts'
import { checkInput } from '../http/check-input.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import { bulkStep } from './bulk-step.ts'
import { answerDefence, fileDefence, readDefences } from './defences.ts'
import { listMatters } from './list-matters.ts'
import { parseStatuses } from './matter-query.ts'
import { mattersCsv } from './matters-csv.ts'
import { previewJudgement } from './preview-judgement.ts'
import { readMatter } from './read-matter.ts'
import { stepCommand } from './step-command.ts'
import { takeStep } from './take-step.ts'

export function matterRoutes(api: Api, world: World): void {
  mountRaw(api, exportMatters, async ({ asked, query, c }) => {
    const { sort = 'number', asOf, status, ...filter } = query
    const list = {
      by: asked.by,
      filter: { ...filter, statuses: parseStatuses(status) },
      sort,
      asOf,
    }
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="matters.csv"`)
    return c.body(ReadableStream.from(mattersCsv(world, list)).pipeThrough(new TextEncoderStream()))
  })

  mount(api, listSpec, ({ asked, query }) => {
    const { sort = 'newest', after, limit = 25, asOf, status, ...filter } = query
    const statuses = parseStatuses(status)
    return listMatters(world, {
      by: asked.by,
      filter: { ...filter, statuses },
      sort,
      after,
      limit,
      asOf,
    })
  })

  mount(api, bulkMatters, ({ asked, body }) => {
    const { command: type, matters, ...fields } = body
    return bulkStep(world, { ...asked, matters, command: stepCommand.parse({ ...fields, type }) })
  })

  mount(api, defences.listDefences, ({ asked, params }) =>
    readDefences(world, asked.by, params.matter),
  )
  mount(api, defences.fileDefence, ({ asked, params, body }) =>
    fileDefence(world, { ...asked, ...params, ...body }),
  )
  mount(api, defences.answerDefence, ({ asked, params, body }) =>
    answerDefence(world, { ...asked, ...params, ...body }),
  )

  mount(api, getMatter, ({ asked, params, query }) =>
    readMatter(world, { ...asked, matter: params.matter, asOf: query.asOf }),
  )

  mount(api, previewSpec, ({ asked, params, body }) =>
    previewJudgement(world, {
      ...asked,
      ...params,
      attendance: body.attendance,
      votes: body.votes,
    }),
  )

  for (const step of matterSteps) stepRoute(api, world, step)
}

const versioned = z.object({ version })

/** The body is read as the command it will be, so that the rules get exactly what was checked. */
function stepRoute(api: Api, world: World, step: MatterStep): void {
  const { method, path, params, query, answer } = matterStep(step)
  const body = z.looseObject({})
  mountRaw(
    api,
    { method, path, params, query, answer, body },
    async ({ asked, params, body, c }) => {
      const looked = checkInput('body', versioned, body)
      if (!looked.ok) return refusedAnswer(c, looked.refusal)
      const command = checkInput('body', stepCommand, { ...body, type: step })
      if (!command.ok) return refusedAnswer(c, command.refusal)
      const one = { ...asked, ...params, ...looked.value, command: command.value }
      const done = await takeStep(world, one)
      return done.ok ? c.json(done.value) : refusedAnswer(c, done.refusal)
    },
  )
}
