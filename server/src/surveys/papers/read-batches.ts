/** Batches of paper forms: one's own entries while typing, what differs once both are done, counts afterwards. */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import type { KnownBatch } from '@luoshi/domain/surveys/paper-batch'
import type { AnswerOf } from '../../contract/kit.ts'
import type { BatchDetail, BatchRow, listBatches } from '../../contract/survey-papers.ts'
import type { Outcome, World } from '../../execute/context.ts'
import { listRecords } from '../../execute/record.ts'
import { forbidden, notFound } from '../../execute/refused.ts'
import type { Principal } from '../../identity/principal.ts'
import { scopeOf } from '../../matters/viewer-scope.ts'
import { accountNames } from '../../people/account-names.ts'
import { paperBatchKind } from './batch-kind.ts'
import { comparedForms } from './batch-steps.ts'
import { typedBy } from './typed-table.ts'

export async function readBatches(
  world: World,
  by: Principal,
  survey: Id<'survey'>,
): Outcome<AnswerOf<typeof listBatches>> {
  if (scopeOf(by).sees !== 'all') return forbidden()
  const records = await listRecords(world.db, by.congress, 'surveypaper', { parent: survey })
  const rows: BatchRow[] = []
  for (const { id: raw, version } of records) {
    const id = idOf('surveypaper', raw)
    const { state } = await paperBatchKind.load(world.db, by.congress, id)
    if (state.status !== 'none') rows.push(await rowOf(world, by, { id, version, state }))
  }
  return accept({ rows, mayBegin: may(by, 'BeginPaperBatch', null) })
}

type Loaded = Readonly<{ id: Id<'surveypaper'>; version: number; state: KnownBatch }>

async function rowOf(
  world: World,
  by: Principal,
  { id, version, state }: Loaded,
): Promise<BatchRow> {
  const { status, survey, channel, stratum, forms, begunOn, done } = state
  const names = await accountNames(world.db, by.congress, done)
  const typed = await typedBy(world.db, { congress: by.congress, batch: id }, by.account)
  const isTyping = status === 'typing' && !done.includes(by.account)
  return {
    id,
    version,
    status,
    survey,
    channel,
    stratum,
    forms,
    begunOn,
    done: done.map((one) => ({ id: one, name: names.get(one) ?? '' })),
    typedByMe: typed.length,
    differences: state.status === 'handedIn' ? state.differences : null,
    handedInOn: state.status === 'handedIn' ? state.on : null,
    may: {
      type: isTyping && may(by, 'TypePaperForm', null),
      settle: status === 'compared' && may(by, 'SettlePaperBatch', null),
    },
  }
}

export async function readBatch(
  world: World,
  by: Principal,
  batch: Id<'surveypaper'>,
): Outcome<BatchDetail> {
  if (scopeOf(by).sees !== 'all') return forbidden()
  const { state, version } = await paperBatchKind.load(world.db, by.congress, batch)
  if (state.status === 'none') return notFound()
  const mine = await typedBy(world.db, { congress: by.congress, batch }, by.account)
  const { open } = may(by, 'SettlePaperBatch', null)
    ? await comparedForms(world, { by, batch }, state)
    : { open: [] }
  return accept({
    ...(await rowOf(world, by, { id: batch, version, state })),
    mine: mine.map(({ form, answer }) => ({ form, answer })),
    open: [...open],
  })
}
