/** /api/v1/reports */
import { accept } from '@luoshi/domain/kernel/result'
import {
  commentOnReport as commentSpec,
  getReport,
  listReports,
  saveReport as saveSpec,
  sendReport as sendSpec,
  signReport as signSpec,
} from '../contract/reports.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { RecordDone } from '../execute/record.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { readReport, readReports } from './read-reports.ts'
import { commentOnReport, saveReport, sendReport, signReport } from './report-steps.ts'

export function reportRoutes(api: Api, world: World): void {
  async function shown(by: Principal, command: Outcome<RecordDone<'report'>>) {
    const done = await command
    return done.ok ? readReport(world, by, done.value.id) : done
  }
  mount(api, listReports, async ({ asked, query }) =>
    accept({ rows: await readReports(world, asked.by, query) }),
  )
  mount(api, getReport, ({ asked, params }) => readReport(world, asked.by, params.report))
  mount(api, saveSpec, ({ asked, params, body }) =>
    shown(asked.by, saveReport(world, { ...asked, ...params, ...body })),
  )
  mount(api, sendSpec, ({ asked, params, body }) =>
    shown(asked.by, sendReport(world, { ...asked, ...params, ...body })),
  )
  mount(api, commentSpec, ({ asked, params, body }) =>
    shown(asked.by, commentOnReport(world, { ...asked, ...params, ...body })),
  )
  mount(api, signSpec, ({ asked, params, body }) =>
    shown(asked.by, signReport(world, { ...asked, ...params, ...body })),
  )
}
