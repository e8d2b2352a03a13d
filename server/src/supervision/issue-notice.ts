/** Issuing a paper that chases: the paper and the entry in each matter's trail are one act. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import type { Matter } from '@luoshi/domain/matters/matter'
import type { ApprovingBody } from '@luoshi/domain/people/approval'
import {
  decideNotice,
  explainNoticeRefusal,
  mostOnOneNotice,
  type NoticeAbout,
  type NoticeCommand,
  type NoticeRefusal,
} from '@luoshi/domain/supervision/notice'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { write } from '../execute/commit.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refused, refusedByMatter } from '../execute/refused.ts'
import { matterRow } from '../execute/view-rows.ts'
import { answeringUnit } from '../matters/answering-unit.ts'
import { noticeKind } from './notice-kind.ts'

export type NoticeAsked = Asked & Readonly<{ notice: Omit<NoticeAbout, 'issuedOn'> }>

export function refusedByNotice(refusal: NoticeRefusal) {
  return refused(409, refusal.code, explainNoticeRefusal(refusal))
}

export async function issueNotice(at: World, asked: NoticeAsked): Outcome<RecordDone<'notice'>> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'IssueNotice')) return forbidden()
  const { notice } = asked
  const chased = await chaseEach(world, asked, notice.matters.slice(0, mostOnOneNotice + 1))
  if (!chased.ok) return chased
  const { writes, approvers } = chased.value
  const command: NoticeCommand = {
    type: 'IssueNotice',
    ...notice,
    approvers,
    today: todayOf(world),
  }
  return takeRecordStep(world, noticeKind, {
    ...asked,
    command: 'IssueNotice',
    id: newId('notice'),
    version: 0,
    mattersOf: () => notice.matters,
    decide: (state) => {
      const ruling = decideNotice(state, command)
      return ruling.ok ? ruling : refusedByNotice(ruling.refusal)
    },
    also: () => writes,
  })
}

type Chased = Readonly<{ writes: readonly StreamWrite[]; approvers: readonly ApprovingBody[] }>

async function chaseEach(
  world: World,
  asked: NoticeAsked,
  matters: readonly MatterId[],
): Outcome<Chased> {
  const writes: StreamWrite[] = []
  let approvers: readonly ApprovingBody[] = []
  for (const id of new Set(matters)) {
    const one = await chase(world, asked, id)
    if (!one.ok) return one
    writes.push(one.value.write)
    approvers = one.value.approvers
  }
  return accept({ writes, approvers })
}

async function chase(world: World, { by, notice }: NoticeAsked, id: MatterId) {
  const { state, version } = await loadMatter(world.db, by.congress, id)
  if (!isOpened(state)) return notFound()
  if (answeringUnit(state) !== notice.unit) return otherUnit()
  const policy = await world.policies.of(by.congress, state.appraisal)
  const { level, demand } = notice
  const command = { type: 'ChaseMatter', level, text: demand, today: todayOf(world) } as const
  const ruling = matterDecider(id, policy).decide(state, command)
  if (!ruling.ok) return refusedByMatter(ruling.refusal)
  const after = ruling.value.reduce<Matter>(evolveMatter, state)
  if (!isOpened(after)) throw new Error('ChaseMatter left no matter')
  return accept({
    write: write(id, version, ruling.value, matterRow(after, world.now())),
    approvers: policy.mayApprove.escalation,
  })
}

function otherUnit() {
  return refused(
    409,
    'matter-of-other-unit',
    bilingual(
      '所选事项不都由这个单位承办，或者还没有交办。',
      '一份文书只发给一个单位；请按单位分别发出。',
      'Not all of these matters are in this unit’s hands.',
      'One paper goes to one unit; issue one for each.',
    ),
  )
}
