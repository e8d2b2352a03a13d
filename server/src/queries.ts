/** Every question, bound to one world: what the CLI asks. The HTTP routes ask the same functions. */
import { readAppraisal, readAppraisals } from './appraisals/list-appraisals.ts'
import { readDesk } from './desk/read-desk.ts'
import type { World } from './execute/context.ts'
import type { Principal } from './identity/principal.ts'
import { listImports, readImport } from './imports/read-imports.ts'
import { listMatters, type ListAsked } from './matters/list-matters.ts'
import { mattersCsv } from './matters/matters-csv.ts'
import { readMatter, type ReadAsked } from './matters/read-matter.ts'
import { listOpinions, type OpinionsAsked } from './opinions/list-opinions.ts'
import { readOpinion } from './opinions/read-opinion.ts'
import { readOfficials, readUnits } from './people/list-people.ts'
import type { AppraisalId, ImportId, OpinionId } from '@luoshi/domain/kernel/ids'

export type Queries = ReturnType<typeof queriesOf>

export function queriesOf(world: World) {
  return {
    desk: (by: Principal) => readDesk(world, by),
    matters: (asked: ListAsked) => listMatters(world, asked),
    mattersCsv: (asked: Omit<ListAsked, 'after' | 'limit'>) => mattersCsv(world, asked),
    matter: (asked: ReadAsked) => readMatter(world, asked),
    opinions: (asked: OpinionsAsked) => listOpinions(world, asked),
    opinion: (by: Principal, opinion: OpinionId) => readOpinion(world, { by, opinion }),
    imports: (by: Principal) => listImports(world, by),
    import: (by: Principal, id: ImportId) => readImport(world, { by, import: id }),
    appraisals: (by: Principal) => readAppraisals(world, by),
    appraisal: (by: Principal, id: AppraisalId) => readAppraisal(world, by, id),
    units: (by: Principal) => readUnits(world, by),
    officials: (by: Principal) => readOfficials(world, by),
  }
}
