import type { MatterStatus } from './matter.ts'

/** The names offices use. Source: domain.md §9.1. */
export const statusLabels: Readonly<
  Record<MatterStatus | 'none', Readonly<{ zh: string; en: string }>>
> = {
  none: { zh: '尚未立项', en: 'not opened' },
  drafted: { zh: '拟稿', en: 'Drafted' },
  approved: { zh: '已审定', en: 'Approved' },
  issued: { zh: '已交办', en: 'Handed over' },
  misassigned: { zh: '申请改办', en: 'Reassignment asked' },
  received: { zh: '制定方案', en: 'Planning' },
  planned: { zh: '方案已报', en: 'Plan submitted' },
  inProgress: { zh: '整改中', en: 'In progress' },
  committed: { zh: '承诺事项', en: 'Committed' },
  submitted: { zh: '申请办结', en: 'Reported done' },
  verified: { zh: '已核查', en: 'Verified' },
  satisfied: { zh: '测评满意', en: 'Satisfied' },
  closed: { zh: '已销号', en: 'Closed' },
  merged: { zh: '已归并', en: 'Merged' },
  exited: { zh: '其他去向', en: 'Exited' },
}
