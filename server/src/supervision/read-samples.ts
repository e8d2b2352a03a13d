/** Samples with all that is needed to compute them again, what was drawn, and what was found. */
import { idOf, isId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { sampleLabels } from '@luoshi/domain/supervision/sample-decider'
import type { KnownSample } from '@luoshi/domain/supervision/sample'
import type { SampleRow, SamplesShown } from '../contract/samples.ts'
import type { Outcome, World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { mattersNow, type MatterNow } from '../letters/matters-now.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { sampleCandidates } from './sample-candidates.ts'

export async function readSamples(world: World, by: Principal): Outcome<SamplesShown> {
  if (scopeOf(by).sees !== 'all') return notFound()
  const { db } = world
  const rows = await db.rows<{ id: string; version: number; doc: KnownSample }>(by.congress, {
    text: `select id, version, doc from luoshi.record_view
      where congress = $1 and kind in ('lookback', 'spotcheck') and to_seq is null
      order by on_day desc, from_seq desc limit 50`,
    values: [by.congress],
  })
  const [lookBack, spotCheck] = await Promise.all([
    sampleCandidates(world, by, 'lookBack'),
    sampleCandidates(world, by, 'spotCheck'),
  ])
  const drawn = rows.flatMap(({ doc }) => (doc.status === 'drawn' ? doc.tasks : []))
  const matters = await mattersNow(
    db,
    by.congress,
    drawn.map(({ matter }) => matter),
  )
  return accept({
    due: { lookBack: [...lookBack], spotCheck: [...spotCheck] },
    rows: rows.map((row) => sampleRow(by, row, matters)),
    maySeal: may(by, 'SealSample', null),
  })
}

function sampleRow(
  by: Principal,
  { id, version, doc }: Readonly<{ id: string; version: number; doc: KnownSample }>,
  matters: ReadonlyMap<string, MatterNow>,
): SampleRow {
  const { status, purpose, candidates, listHash, count, commitment, sealedOn, sealedBy } = doc
  const isCalled = doc.status === 'called' || doc.status === 'drawn'
  const isOpened = doc.status === 'drawn'
  const canVoid = status === 'sealed' || status === 'called'
  return {
    id: isId('lookback', id) ? id : idOf('spotcheck', id),
    version,
    status,
    purpose,
    labels: [...sampleLabels(candidates)],
    listHash,
    count,
    commitment,
    sealedOn,
    word: isCalled ? doc.word : null,
    secret: isOpened ? doc.secret : null,
    salt: isOpened ? doc.salt : null,
    seed: isOpened ? doc.seed : null,
    drawnOn: isOpened ? doc.drawnOn : null,
    reason: doc.status === 'void' ? doc.reason : null,
    tasks: isOpened
      ? doc.tasks.map(({ matter, person, result }) => {
          const now = matters.get(matter)
          const names = { number: now?.number ?? 0, title: now?.title ?? '' }
          return { matter, ...names, person, result }
        })
      : [],
    may: {
      call: status === 'sealed' && may(by, 'CallSampleWord', null) && by.account !== sealedBy,
      draw: status === 'called' && may(by, 'DrawSample', null),
      void: canVoid && may(by, 'VoidSample', null),
      assign: isOpened && may(by, 'AssignSampleTask', null),
      record: isOpened && may(by, 'RecordSampleTask', null),
    },
  }
}
