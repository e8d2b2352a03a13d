/** /api/v1/rosters: what comes in as a sheet. */
import { accept } from '@luoshi/domain/kernel/result'
import { explainLineFault, type CheckedLine } from '@luoshi/domain/people/check-roster'
import {
  checkRoster as checkSpec,
  importRoster as importSpec,
  readRoster as readSpec,
  rosterTemplate as templateSpec,
  type CheckedLineRow,
} from '../contract/rosters.ts'
import { workbookType } from '../contract/ledgers.ts'
import { mayGive, type World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import { attachmentOf } from '../http/attachment.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import { uploaded } from '../http/uploaded.ts'
import { checkSheet, importRoster } from './import-roster.ts'
import { readRosterSheet } from './read-roster-sheet.ts'

/** A roster of thousands of lines with formats is well below this. */
const mostBytes = 5 * 1024 * 1024

export function rosterImportRoutes(api: Api, world: World): void {
  mountRaw(api, readSpec, async ({ asked, query, c }) => {
    if (!mayGive(asked, 'ImportRoster')) return refusedAnswer(c, forbidden().refusal)
    const file = await uploaded(world, c, mostBytes)
    if (!file.ok) return refusedAnswer(c, file.refusal)
    const read = await readRosterSheet(file.value.bytes, file.value.fileName, query.kind)
    return read.ok ? c.json(read.value) : refusedAnswer(c, read.refusal)
  })
  mount(api, checkSpec, async ({ asked, body }) => {
    const checked = await checkSheet(world, { ...asked, ...body })
    return checked.ok ? accept({ lines: checked.value.map(rowOf) }) : checked
  })
  mount(api, importSpec, ({ asked, body }) => importRoster(world, { ...asked, ...body }))
  mountRaw(api, templateSpec, async ({ query, c }) => {
    // Writing workbooks is loaded when somebody asks for one.
    const { rosterTemplateName, rosterWorkbook } = await import('./roster-template.ts')
    const bytes = Buffer.concat(rosterWorkbook(query.kind))
    return c.body(bytes, { headers: attachmentOf(rosterTemplateName(query.kind), workbookType) })
  })
}

function rowOf(checked: CheckedLine): CheckedLineRow {
  const { line, verdict } = checked
  const { row, name, unitName, post } = line
  const fault = checked.verdict === 'wrong' ? checked.fault : null
  const like =
    checked.verdict === 'doubtful'
      ? checked.like
      : checked.verdict === 'changed'
        ? [checked.of]
        : []
  return {
    row,
    name,
    unitName,
    post,
    verdict,
    like: like.map((one) => ({ id: one.id, unitName: one.unitName, post: one.post })),
    mayBeThem: checked.verdict === 'doubtful' && checked.mayBeThem,
    fault: fault && explainLineFault(row, fault),
    unknownUnit: fault?.code === 'unit-unknown' ? fault.unit : null,
  }
}
