/** The ladder of an appraisal, and one step of it as a paper. */
import { idOf, type AppraisalId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { standingFault } from '@luoshi/domain/supervision/consequence-checks'
import { consequenceSteps } from '@luoshi/domain/supervision/consequence-steps'
import type { Consequence } from '@luoshi/domain/supervision/consequence'
import { suggestedSteps } from '@luoshi/domain/supervision/suggest-steps'
import type { ConsequenceDetail, ConsequenceRow, Ladder } from '../contract/consequences.ts'
import type { Outcome, World } from '../execute/context.ts'
import { loadAppraisal, loadOfficial } from '../execute/load.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { heldBeforeShown } from '../people/held-before.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { answeringFor } from './answering-for.ts'
import { consequenceKind, consequenceReference } from './consequence-kind.ts'

type Taken = Exclude<Consequence, { status: 'none' }>
type Found = {
  id: string
  version: number
  number: number | null
  unit_name: string | null
  doc: Taken
}

const columns = 'r.id, r.version, r.number, r.doc, u.name as unit_name'
const fromConsequences = `luoshi.record_view r left join luoshi.unit_view u
  on u.congress = r.congress and u.id = r.unit and u.to_seq is null
  where r.congress = $1 and r.kind = 'consequence' and r.to_seq is null`

export async function readLadder(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Outcome<Ladder> {
  if (scopeOf(by).sees !== 'all') return forbidden()
  const { state } = await loadAppraisal(world.db, by.congress, appraisal)
  if (state.status === 'none') return notFound()
  const person = await personOf(world, by, state.official)
  const counts = await countsOf(world, by, appraisal)
  const { settings } = await world.policies.ruleBookOf(by.congress, appraisal)
  const { appointedBy } = person
  const suggested = suggestedSteps({ ...counts, appointedBy }, settings.consequences.value)
  const taken = await world.db.rows<Found>(by.congress, {
    text: `select ${columns} from ${fromConsequences} and r.appraisal = $2
      order by r.on_day desc, r.id desc limit 200`,
    values: [by.congress, appraisal],
  })
  return accept({
    unit: state.unit,
    unitName: await nameOfUnit(world, by, state.unit),
    official: state.official,
    ...person,
    ...counts,
    members: await membersOf(world, by),
    steps: consequenceSteps.map((step) => {
      const fault = standingFault(step, { appointedBy, electedDeputy: false })
      return { step, closed: fault?.words ?? null, suggested: suggested.includes(step) }
    }),
    taken: taken.map(rowOf),
  })
}

function rowOf({ id, version, number, unit_name, doc }: Found): ConsequenceRow {
  const { step, status, unit, on, due } = doc
  return {
    id: idOf('consequence', id),
    version,
    reference: consequenceReference(doc, number),
    step,
    status,
    unit,
    unitName: unit_name ?? '',
    on,
    due,
  }
}

async function personOf(world: World, by: Principal, official: Taken['official']) {
  const nobody = { officialName: '', post: '', appointedBy: null }
  if (official === null) return nobody
  const { state } = await loadOfficial(world.db, by.congress, official)
  if (state.status === 'none') return nobody
  return { officialName: state.name, post: state.post, appointedBy: state.appointedBy }
}

async function nameOfUnit({ db }: World, by: Principal, unit: string): Promise<string> {
  const [row] = await db.rows<{ name: string }>(by.congress, {
    text: 'select name from luoshi.unit_view where congress = $1 and id = $2 and to_seq is null',
    values: [by.congress, unit],
  })
  return row?.name ?? ''
}

async function countsOf({ db }: World, by: Principal, appraisal: AppraisalId) {
  const [row] = await db.rows<{ round: number; open: number; closed: number }>(by.congress, {
    text: `select coalesce(max(round) filter (where status not in ('closed', 'merged', 'exited')), 0)::int as round,
        count(*) filter (where status not in ('closed', 'merged', 'exited'))::int as open,
        count(*) filter (where status = 'closed')::int as closed
      from luoshi.matter_view where congress = $1 and appraisal = $2 and to_seq is null`,
    values: [by.congress, appraisal],
  })
  return { round: row?.round ?? 0, openMatters: row?.open ?? 0, closedMatters: row?.closed ?? 0 }
}

async function membersOf({ db }: World, by: Principal): Promise<number | null> {
  const [row] = await db.rows<{ members: number | null }>(by.congress, {
    text: `select (doc ->> 'members')::int as members from luoshi.record_view
      where congress = $1 and kind = 'meeting' and to_seq is null order by on_day desc, id desc limit 1`,
    values: [by.congress],
  })
  return row?.members ?? null
}

export async function readConsequence(
  world: World,
  by: Principal,
  id: Id<'consequence'>,
): Outcome<ConsequenceDetail> {
  const scope = scopeOf(by)
  const [row] = await world.db.rows<Found & { appraisal_title: string; congress_name: string }>(
    by.congress,
    {
      text: `select ${columns}, (select a.title from luoshi.appraisal_view a where a.congress = r.congress
          and a.id = r.appraisal and a.to_seq is null) as appraisal_title,
          (select c.name from luoshi.congress c where c.id = r.congress) as congress_name
        from ${fromConsequences} and r.id = $2`,
      values: [by.congress, id],
    },
  )
  if (!row || scope.sees === 'none') return notFound()
  const { state: doc } = await consequenceKind.load(world.db, by.congress, id)
  if (doc.status === 'none') return notFound()
  const answering = await answeringFor(world, by.congress, doc)
  if (scope.sees === 'unit' && scope.unit !== answering) return notFound()
  const { officialName, post } = await personOf(world, by, doc.official)
  const isOpen = doc.status === 'decided' || doc.status === 'answered'
  return accept({
    ...rowOf({ ...row, doc }),
    ...paperOf(doc),
    holderName: (await personOf(world, by, doc.holder)).officialName,
    heldBefore: await heldBeforeShown(world, by, doc.heldBefore),
    appraisalTitle: row.appraisal_title,
    congressName: row.congress_name ?? '',
    officialName,
    post,
    // Who joined in moving it is the committee's own business.
    movers: scope.sees === 'all' ? doc.movers : '',
    matters: await mattersOf(world, by, doc.matters),
    may: {
      answer: doc.status === 'decided' && may(by, 'AnswerConsequence', answering),
      record: isOpen && may(by, 'ConcludeConsequence', null),
    },
  })
}

function paperOf(doc: Taken) {
  const { appraisal, mover, signers, members, session, approval, target, text, material } = doc
  const { secondAnswer, defence, vote } = doc
  return {
    appraisal,
    mover,
    signers,
    members,
    session,
    approval,
    target,
    text,
    material,
    secondAnswer,
    defence,
    vote,
    answers: [...doc.answers],
    ratings: [...doc.ratings],
    outcome: doc.status === 'concluded' ? doc.outcome : null,
    lifting: doc.status === 'lifted' ? doc.lifting : null,
  }
}

async function mattersOf({ db }: World, by: Principal, ids: readonly string[]) {
  const rows = await db.rows<{ id: string; number: number; title: string }>(by.congress, {
    text: `select id, number, title from luoshi.matter_view
      where congress = $1 and id = any ($2) and to_seq is null order by number`,
    values: [by.congress, ids],
  })
  return rows.map(({ id, number, title }) => ({ id: idOf('matter', id), number, title }))
}
