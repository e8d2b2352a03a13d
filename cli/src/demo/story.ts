/** What a chapter of the demo county needs: the world at its day, the people, and what earlier chapters have made. */
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import {
  idOf,
  type AppraisalId,
  type CongressId,
  type Id,
  type MatterId,
  type OfficialId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import type { Result } from '@luoshi/domain/kernel/result'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import type { Approval, ApprovingBody } from '@luoshi/domain/people/approval'
import type { Hall } from '@luoshi/server/ballots/hall/hall'
import type { World } from '@luoshi/server/execute/context'
import type { Identity } from '@luoshi/server/identity/identity'
import type { Principal } from '@luoshi/server/identity/principal'
import type { AppraisalKey, OfficialKey, UnitKey } from './county.ts'
import type { Past } from './replay.ts'

export type DemoPerson = Readonly<{ login: string; name: string; principal: Principal }>

export type Story = Readonly<{
  world: World
  /** Where secret ballots are cast. */
  hall: Hall
  identity: Identity
  congress: CongressId
  today: Day
  plan: Past['plan']
  people: readonly DemoPerson[]
  as: (login: string) => Principal
  unit: (key: UnitKey) => UnitId
  official: (key: OfficialKey) => OfficialId
  appraisals: Map<AppraisalKey, AppraisalId>
  /** Editions of the county's own rules. */
  books: Map<'first', Id<'book'>>
  plans: Map<'last' | 'current', Id<'yearplan'>>
  /** On the roster, by name. */
  roster: Map<string, Id<'person'>>
  evidence: readonly Evidence[]
}>

/** A refusal here is a fault of the story, never of its reader. */
export function must<Value>(outcome: Result<Value, unknown>, what: string): Value {
  if (!outcome.ok) throw new Error(`${what}: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

export function known<Value>(found: Value | null | undefined, name: string): Value {
  if (found === undefined || found === null) throw new Error(`the demo county knows no ${name}`)
  return found
}

export function dayOf({ today }: Pick<Story, 'today'>, offset: number): Day {
  return addDays(today, offset)
}

export function decided(
  story: Pick<Story, 'today'>,
  offset: number,
  reference: string,
  body: ApprovingBody = 'chairs',
): Approval {
  return { body, on: dayOf(story, offset), reference }
}

export function appraisalOf({ appraisals }: Story, key: AppraisalKey): AppraisalId {
  return known(appraisals.get(key), `appraisal ${key}`)
}

export async function matterCalled({ world, congress }: Story, title: string): Promise<MatterId> {
  const [row] = await world.db.rows<{ id: string }>(congress, {
    name: 'demo-matter',
    text: `select id from luoshi.matter_view
      where congress = $1 and title = $2 and to_seq is null limit 1`,
    values: [congress, title],
  })
  return idOf('matter', known(row, `matter ${title}`).id)
}
