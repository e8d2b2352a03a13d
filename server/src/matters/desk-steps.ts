/** Which step a matter in each state waits for, and who takes it: what makes a desk, and the filter “mine”. */
import type { MatterCommandType } from '@luoshi/domain/matters/commands'
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import { may } from '@luoshi/domain/people/rights'
import type { DeskStep } from '../contract/desk.ts'
import type { Principal } from '../identity/principal.ts'

type Waiting = Readonly<{
  step: DeskStep
  statuses: readonly MatterStatus[]
  /** The command that takes the step; who may give it has it on the desk. */
  command: MatterCommandType
  label: Readonly<{ zh: string; en: string }>
}>

const deskTable: readonly Waiting[] = [
  {
    step: 'approve',
    statuses: ['drafted'],
    command: 'ApproveMatter',
    label: { zh: '待审定', en: 'To be approved' },
  },
  {
    step: 'handOver',
    statuses: ['approved'],
    command: 'HandOverMatter',
    label: { zh: '待交办', en: 'To be handed over' },
  },
  {
    step: 'decideReassignment',
    statuses: ['misassigned'],
    command: 'GrantReassignment',
    label: { zh: '改办申请待处理', en: 'Reassignment asked for' },
  },
  {
    step: 'sign',
    statuses: ['issued'],
    command: 'SignReceipt',
    label: { zh: '待签收', en: 'To be signed for' },
  },
  {
    step: 'plan',
    statuses: ['received'],
    command: 'RecordMeeting',
    label: { zh: '待开会研究、报方案', en: 'Meeting and plan owed' },
  },
  {
    step: 'decidePlan',
    statuses: ['planned'],
    command: 'AcceptPlan',
    label: { zh: '方案待审', en: 'Plan to be looked at' },
  },
  {
    step: 'rectify',
    statuses: ['inProgress', 'committed'],
    command: 'ReportProgress',
    label: { zh: '整改中', en: 'Being put right' },
  },
  {
    step: 'verify',
    statuses: ['submitted'],
    command: 'VerifyMatter',
    label: { zh: '待现场核查', en: 'To be verified on the spot' },
  },
  {
    step: 'judge',
    statuses: ['verified'],
    command: 'JudgeMatter',
    label: { zh: '待测评', en: 'To be judged' },
  },
  {
    step: 'close',
    statuses: ['satisfied'],
    command: 'CloseMatter',
    label: { zh: '待销号', en: 'To be struck off' },
  },
]

/** What can wait for this person. Whether the matter is theirs is the viewer's scope. */
export function stepsOf(by: Principal): readonly Waiting[] {
  return deskTable.filter(({ command }) => may(by, command, by.unit))
}

export function statusesWaitingFor(by: Principal): readonly MatterStatus[] {
  return stepsOf(by).flatMap(({ statuses }) => statuses)
}
