/** An appraisal as its papers need it: who it is about, when it is heard, and every step with its day. */
import { accept } from '@luoshi/domain/kernel/result'
import type { AppraisalOnPaper } from '@luoshi/papers/official/kinds/appraisal-papers'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import { readGuide } from '../appraisals/read-guide.ts'
import type { AppraisalRow } from '../contract/appraisals.ts'
import type { Outcome, World } from '../execute/context.ts'
import { noRecord, type AskedPaper } from './asked-paper.ts'

export async function appraisalOnPaper(
  world: World,
  asked: AskedPaper,
): Outcome<AppraisalOnPaper & Readonly<{ row: AppraisalRow }>> {
  const { by, appraisal } = asked
  if (appraisal === undefined) return noRecord(asked)
  const row = await readAppraisal(world, by, appraisal)
  if (!row.ok) return row
  const guide = await readGuide(world, by, appraisal)
  if (!guide.ok) return guide
  const { title, officialName, unitName, session } = row.value
  return accept({
    row: row.value,
    activityName: title,
    officialName,
    unitName,
    session,
    meetingOn: guide.value.meetingOn,
    steps: guide.value.guide.steps,
  })
}
