/** /api/v1/appraisals/:appraisal/inquiry…, /api/v1/inquiries, /api/v1/accusations */
import * as specs from '../contract/inquiries.ts'
import * as reports from '../contract/inquiry-report.ts'
import * as sealed from '../contract/sealed.ts'
import { accept } from '@luoshi/domain/kernel/result'
import { todayOf, type World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Identity } from '../identity/identity.ts'
import { factsOf } from '../identity/middleware.ts'
import { waitsForSecond } from './erase-by-two.ts'
import { eraseAccusation, eraseSource } from './erase-sealed.ts'
import { assembleReport, readReport, reportShown, stepOnReport } from './inquiry-report.ts'
import { readBalance } from './read-balance.ts'
import { planShown, readInquiries, readInquiry } from './read-inquiries.ts'
import {
  amendInquiry,
  noteFinding,
  onPlan,
  recordInquiry,
  withdrawFinding,
} from './record-inquiry.ts'
import {
  handleAccusation,
  listAccusations,
  noteAccusation,
  readAccusation,
  readSource,
} from './seal-envelope.ts'

export function inquiryRoutes(api: Api, world: World, identity: Pick<Identity, 'putAct'>): void {
  planRoutes(api, world)
  sealedRoutes(api, world, identity)
  reportRoutes(api, world)
  mount(api, specs.recordInquiry, ({ asked, params, body: telling }) =>
    readInquiry(world, asked.by, recordInquiry(world, { ...asked, ...params, telling })),
  )
  mount(api, specs.amendInquiry, ({ asked, params, body }) => {
    const { version, keepsProtection, ...telling } = body
    const told = { ...asked, ...params, version, keepsProtection, telling }
    return readInquiry(world, asked.by, amendInquiry(world, told))
  })
  mount(api, specs.noteFinding, ({ asked, params, body }) =>
    readInquiry(world, asked.by, noteFinding(world, { ...asked, ...params, ...body })),
  )
  mount(api, specs.withdrawFinding, ({ asked, params, body }) =>
    readInquiry(world, asked.by, withdrawFinding(world, { ...asked, ...params, ...body })),
  )
  mount(api, specs.getBalance, ({ asked, params }) =>
    readBalance(world, asked.by, params.appraisal),
  )
}

function planRoutes(api: Api, world: World): void {
  mount(api, specs.getInquiry, ({ asked, params }) =>
    readInquiries(world, asked.by, params.appraisal),
  )
  mount(api, specs.planInquiry, ({ asked, params, body: { version, ...plan } }) => {
    const command = { type: 'PlanInquiry', ...params, ...plan, today: todayOf(world) } as const
    return planShown(world, asked.by, onPlan(world, { ...asked, ...params, version }, command))
  })
  mount(api, specs.kickOffInquiry, ({ asked, params, body: { version, ...held } }) => {
    const command = { type: 'KickOffInquiry', ...held, today: todayOf(world) } as const
    return planShown(world, asked.by, onPlan(world, { ...asked, ...params, version }, command))
  })
}

function sealedRoutes(api: Api, world: World, identity: Pick<Identity, 'putAct'>): void {
  mount(api, sealed.readSource, ({ asked, params }) => readSource(world, { ...asked, ...params }))
  mount(api, sealed.noteAccusation, ({ asked, params, body }) =>
    noteAccusation(world, { ...asked, ...params, ...body }),
  )
  mount(api, sealed.listAccusations, ({ asked, params }) =>
    listAccusations(world, asked.by, params.appraisal),
  )
  mount(api, sealed.readAccusation, ({ asked, params, body }) =>
    readAccusation(world, { ...asked, ...params, ...body }),
  )
  mount(api, sealed.handleAccusation, ({ asked, params, body: { version, told } }) =>
    handleAccusation(world, { ...asked, ...params, version }, { ...told, today: todayOf(world) }),
  )
  mount(api, sealed.eraseAccusation, async ({ asked, params, body: { version, ...told }, c }) => {
    const about = { what: 'accusation', ...params, version } as const
    const waits = await waitsForSecond(world, identity, asked, { about, told, from: factsOf(c) })
    if (!waits.ok) return waits
    return waits.value
      ? accept(null)
      : eraseAccusation(world, { ...asked, ...params, version, ...told })
  })
  mount(api, sealed.eraseSource, async ({ asked, params, body: told, c }) => {
    const about = { what: 'source', ...params } as const
    const waits = await waitsForSecond(world, identity, asked, { about, told, from: factsOf(c) })
    if (!waits.ok) return waits
    return waits.value
      ? accept({ erased: false })
      : eraseSource(world, { ...asked, ...params, ...told })
  })
}

function reportRoutes(api: Api, world: World): void {
  mount(api, reports.getInquiryReport, ({ asked, params }) =>
    readReport(world, asked.by, params.appraisal),
  )
  mount(api, reports.assembleReport, ({ asked, params, body }) =>
    reportShown(
      world,
      asked.by,
      params.appraisal,
      assembleReport(world, { ...asked, ...params, ...body }),
    ),
  )
  mount(api, reports.stepOnReport, ({ asked, params, body }) =>
    reportShown(
      world,
      asked.by,
      params.appraisal,
      stepOnReport(world, { ...asked, ...params, ...body }),
    ),
  )
}
