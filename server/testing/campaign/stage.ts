/** What the acts of the model are given: the county, the cast, what is there now, and a count of what was accepted. */
import { handIn } from '../../src/evidence/arriving/hand-in.ts'
import {
  idOf,
  type AppraisalId,
  type MatterId,
  type OfficialId,
  type RecordKind,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import type { CommandType } from '@luoshi/domain/people/rights'
import type { TestCounty } from '../test-county.ts'
import { at, unitIn, type Cast, type Choice } from './cast.ts'

export type MatterNow = Readonly<{
  id: MatterId
  version: number
  status: string
  unit: UnitId | null
  appraisal: AppraisalId
  opinion: string
}>

export type RecordNow = Readonly<{
  id: string
  version: number
  status: string
  unit: UnitId | null
  appraisal: AppraisalId | null
  parent: string | null
}>

export type SeatNow = Readonly<{ official: OfficialId; unit: UnitId; version: number }>

export type Tally = Readonly<{ accepted: Map<string, number>; refused: Map<string, number> }>

export type Stage = Readonly<{
  county: TestCounty
  cast: Cast
  evidence: Evidence[]
  tally: Tally
  /** Counts a command by what became of it. */
  took: (command: CommandType, done: Promise<Readonly<{ ok: boolean }>>) => Promise<boolean>
  matters: (...statuses: readonly string[]) => Promise<readonly MatterNow[]>
  records: (kind: RecordKind, ...statuses: readonly string[]) => Promise<readonly RecordNow[]>
  appraisals: () => Promise<
    readonly (RecordNow & Readonly<{ id: AppraisalId; phase: string; suspended: boolean }>)[]
  >
  units: () => Promise<readonly Readonly<{ id: UnitId; version: number; head: string | null }>[]>
  seats: (unit?: UnitId | null) => Promise<readonly SeatNow[]>
}>

export type Act = (stage: Stage, choice: Choice) => Promise<unknown>

type Raw = {
  id: string
  version: number
  status: string
  unit: string | null
  appraisal: string | null
  parent: string | null
}

export async function stageOf(county: TestCounty, cast: Cast, tally: Tally): Promise<Stage> {
  const { congress, world } = county
  const rows = <Row extends Record<string, unknown>>(text: string, ...more: readonly unknown[]) =>
    world.db.rows<Row>(congress, { text, values: [congress, ...more] })
  const kept = await handIn(world, congress, new TextEncoder().encode('佐证'))
  const recordOf = ({ unit, appraisal, ...rest }: Raw): RecordNow => ({
    ...rest,
    unit: unitIn(unit),
    appraisal: appraisal === null ? null : idOf('appraisal', appraisal),
  })
  return {
    county,
    cast,
    tally,
    evidence: [{ ...kept, name: '验收单.txt', mediaType: 'text/plain' }],
    took: async (command, done) => {
      const { ok } = await done
      const counts = ok ? tally.accepted : tally.refused
      counts.set(command, (counts.get(command) ?? 0) + 1)
      return ok
    },
    matters: async (...statuses) => {
      const found = await rows<Raw & { opinion: string; appraisal: string }>(
        `select id, version, status, unit, appraisal, opinion from luoshi.matter_view
          where congress = $1 and to_seq is null and (cardinality($2::text[]) = 0 or status = any($2))
          order by number`,
        statuses,
      )
      return found.map((one) => ({
        ...one,
        id: idOf('matter', one.id),
        unit: unitIn(one.unit),
        appraisal: idOf('appraisal', one.appraisal),
      }))
    },
    records: async (kind, ...statuses) =>
      (
        await rows<Raw>(
          `select id, version, status, unit, appraisal, parent from luoshi.record_view where congress = $1
            and kind = $2 and to_seq is null and (cardinality($3::text[]) = 0 or status = any($3)) order by id`,
          kind,
          statuses,
        )
      ).map(recordOf),
    appraisals: async () =>
      (
        await rows<Raw & { phase: string; suspended: boolean }>(
          `select id, version, status, unit, id as appraisal, null as parent, phase,
              doc ->> 'suspension' is not null as suspended from luoshi.appraisal_view
            where congress = $1 and to_seq is null order by id`,
        )
      ).map((one) => ({
        ...recordOf(one),
        id: idOf('appraisal', one.id),
        phase: one.phase,
        suspended: one.suspended,
      })),
    units: async () =>
      (
        await rows<{ id: string; version: number; head: string | null }>(
          `select id, version, doc ->> 'head' as head from luoshi.unit_view
            where congress = $1 and to_seq is null and status = 'active' order by id`,
        )
      ).map((one) => ({ ...one, id: idOf('unit', one.id) })),
    seats: async (unit = null) =>
      (
        await rows<{ id: string; unit: string; version: number }>(
          `select id, unit, version from luoshi.official_view where congress = $1 and to_seq is null
            and status = 'inPost' and ($2::text is null or unit = $2) order by id`,
          unit,
        )
      ).map(({ id, unit: home, version }) => ({
        official: idOf('official', id),
        unit: idOf('unit', home),
        version,
      })),
  }
}

/** An appraisal that runs, mostly. */
export async function anAppraisal(stage: Stage, n: number) {
  const all = await stage.appraisals()
  const running = all.filter(({ status }) => status === 'running')
  return at(n % 8 === 0 ? all : running, n)
}
